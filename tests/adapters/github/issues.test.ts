import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { githubIssues } from '../../../src/adapters/github/issues.ts';
import type { Issues, IssueToWrite } from '../../../src/ports.ts';
import { noon } from '../../core/builders.ts';
import { answers, type GithubLoopback, startGithub } from '../../loopback/github.ts';

const key = 'acme/failures/daily-report';
const marker = `<!-- headgate alert ${key} -->\n`;
const issue: IssueToWrite & { kind: 'show' } = {
  kind: 'show',
  key,
  title: 'Flow daily-report keeps failing',
  body: 'It failed.\n',
  assignees: ['octocat'],
  isAgain: false,
};

let github: GithubLoopback;
let issues: Issues;

function connect(token = 'token'): Issues {
  const clock = { now: () => noon, sleep: async () => undefined };
  return githubIssues({ repository: 'acme/flows', token, apiUrl: github.apiUrl, clock });
}

beforeEach(async () => {
  github = await startGithub({
    repository: 'acme/flows',
    tokens: { token: ['issues: write'], reader: ['contents: read'] },
  });
  issues = connect();
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const asked = () =>
  github.requests.map(({ method, path }) => `${method} ${path.replace('/repos/acme/flows', '')}`);
const stored = () => [...github.issues.issues.values()];

describe('An alert on GitHub', () => {
  it('takes one request to look and one to open', async () => {
    await issues.write([issue, { ...issue, key: 'acme/clock' }], 20);
    expect(asked()).toEqual(['GET /issues', 'POST /issues', 'POST /issues']);
    expect(stored()[0]).toMatchObject({ labels: ['headgate'], assignees: ['octocat'] });
    expect(stored()[0]?.body).toBe(`${marker}It failed.\n`);
  });

  it('is not written again when it says the same', async () => {
    await issues.write([issue], 20);
    await connect().write([{ ...issue, number: 1 }], 20);
    expect(asked().slice(2)).toEqual(['GET /issues/1']);
  });

  it('goes without assignees when GitHub does not know one of them', async () => {
    await issues.write([{ ...issue, assignees: ['octocat', 'stranger'] }], 20);
    expect(stored()).toMatchObject([{ assignees: [] }]);
  });

  it('is found when the answer to its creation was lost', async () => {
    github.fail({ method: 'POST', kind: 'lost' });
    expect(await issues.write([issue], 20)).toEqual([{ kind: 'written', number: 1 }]);
    expect(stored()).toHaveLength(1);
  });

  it('is created by a later tick when it is not there after an unclear answer', async () => {
    github.fail({ method: 'POST', kind: 'answer', reply: answers.badGateway });
    expect(await issues.write([issue], 20)).toMatchObject([{ kind: 'deferred' }]);
    expect(await connect().write([issue], 20)).toEqual([{ kind: 'written', number: 1 }]);
  });

  it('never touches an issue that is somebody else’s, whatever number state gives', async () => {
    github.issues.put({ number: 7, title: 'Mine', body: 'A bug.' });
    github.issues.put({ number: 8, title: 'Mine too', body: `${marker}copied`, labels: ['bug'] });
    github.issues.put({
      number: 9,
      title: 'A pull request',
      body: marker,
      labels: ['headgate'],
      isPullRequest: true,
    });
    expect(await issues.write([{ ...issue, number: 7 }], 20)).toEqual([{ kind: 'written', number: 10 }]);
    expect(
      stored()
        .slice(0, 3)
        .map(({ title }) => title),
    ).toEqual(['Mine', 'Mine too', 'A pull request']);
    expect(
      stored()
        .slice(0, 3)
        .every(({ state }) => state === 'open'),
    ).toBe(true);
  });

  it('is kept once where it is there twice: the older one', async () => {
    github.issues.put({ number: 3, body: marker, labels: ['headgate'] });
    github.issues.put({ number: 4, body: marker, labels: ['headgate'] });
    expect(await issues.write([issue], 20)).toEqual([{ kind: 'written', number: 3 }]);
    expect(stored()).toMatchObject([
      { number: 3, state: 'open' },
      { number: 4, state: 'closed', stateReason: 'not_planned' },
    ]);
  });

  it('says which permission is missing', async () => {
    await expect(connect('reader').write([issue], 20)).rejects.toThrow(/permissions: issues: write/);
  });

  it('waits where issues are turned off', async () => {
    github.issues.isTurnedOff = true;
    expect(await issues.write([issue], 20)).toEqual([
      { kind: 'deferred', reason: 'the repository has no issues' },
    ]);
  });

  it('is cut to what GitHub takes', async () => {
    await issues.write([{ ...issue, body: 'é'.repeat(60_000) }], 20);
    expect(Buffer.byteLength(stored()[0]?.body ?? '')).toBeLessThanOrEqual(65_000);
  });

  it('sends no more requests than it may', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...issue, key: `acme/failures/f-${index}` }));
    const written = await issues.write(many, 20);
    expect(github.requests).toHaveLength(20);
    expect(written.filter(({ kind }) => kind === 'written')).toHaveLength(19);
  });
});
