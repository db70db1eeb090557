import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readContext } from '../../../src/doors/action/context.ts';

const directory = mkdtempSync(join(tmpdir(), 'headgate-context-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function eventFile(name: string, text: string): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

const whole = {
  GITHUB_REPOSITORY: 'acme/flows',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: eventFile('push.json', '{"repository":{"default_branch":"trunk","private":false}}'),
};

function codesOf(environment: { readonly [name: string]: string | undefined }): readonly string[] {
  const answer = readContext(environment);
  return answer.kind === 'bad' ? answer.problems.map(({ code }) => code) : [];
}

describe('the context of a job', () => {
  it('is read from the environment and the event', () => {
    const answer = readContext({
      ...whole,
      GITHUB_ACTOR: 'octocat',
      GITHUB_TRIGGERING_ACTOR: 'hubot',
      GITHUB_RUN_ID: '12',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_API_URL: 'https://git.example/api',
      GITHUB_GRAPHQL_URL: 'https://git.example/api/graphql',
    });
    expect(answer).toMatchObject({
      kind: 'ok',
      context: {
        repository: 'acme/flows',
        defaultBranch: 'trunk',
        isPublic: true,
        actor: 'hubot',
        request: '12-3',
        apiUrl: 'https://git.example/api',
        graphqlUrl: 'https://git.example/api/graphql',
        serverUrl: 'https://github.com',
      },
    });
  });

  it('leaves open what the event does not say', () => {
    for (const text of ['null', '[]', '{"repository":null}', '{"repository":{"private":"yes"}}']) {
      const answer = readContext({ ...whole, GITHUB_EVENT_PATH: eventFile('odd.json', text) });
      expect(answer).toMatchObject({
        kind: 'ok',
        context: { defaultBranch: undefined, isPublic: undefined },
      });
    }
  });

  it.each([
    ['no event', { GITHUB_EVENT_PATH: undefined }],
    ['an event that is not there', { GITHUB_EVENT_PATH: join(directory, 'nothing.json') }],
    ['an event that was cut', { GITHUB_EVENT_PATH: eventFile('cut.json', '{"repository":') }],
    ['no repository', { GITHUB_REPOSITORY: '' }],
    ['a repository that is a path', { GITHUB_REPOSITORY: '../../etc/passwd' }],
    ['a commit that is an option', { GITHUB_SHA: '--upload-pack=evil' }],
    ['a short commit', { GITHUB_SHA: 'abc1234' }],
    ['a ref that is none', { GITHUB_REF: 'main' }],
    ['an event name with a line break', { GITHUB_EVENT_NAME: 'push\nx' }],
  ])('is refused with %s', (_what, change) => {
    expect(codesOf({ ...whole, ...change })).toEqual(['E_CONTEXT']);
  });

  it('names everything that is missing at once', () => {
    expect(codesOf({})).toHaveLength(5);
  });
});
