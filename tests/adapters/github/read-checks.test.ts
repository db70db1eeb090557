import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { CheckConclusion } from '../../../src/core/check.ts';
import type { Checks, CheckToPublish } from '../../../src/ports.ts';
import { answers } from '../../loopback/github.ts';
import { checkOf, connect, disconnect, sent, start } from './stage.ts';

/** The first request to GraphQL builds GitHub's schema, which takes a busy machine a while. */
jest.setTimeout(30_000);

afterEach(disconnect);

async function publish(checks: Checks, wanted: readonly CheckToPublish[]): Promise<readonly string[]> {
  const published = await checks.publish(wanted, 60);
  return published.map((answer) => {
    if (answer.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(answer)}`);
    return answer.checkId;
  });
}

const conclusions: readonly CheckConclusion[] = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'timed_out',
  'skipped',
  'action_required',
];

const one = (externalId: string, conclusion?: CheckConclusion): CheckToPublish => ({
  check: checkOf({
    externalId,
    status: conclusion === undefined ? { kind: 'in-progress' } : { kind: 'completed', conclusion, at: start },
  }),
});

describe('checks that are read', () => {
  it('say what they were made to say, a hundred in a request', async () => {
    const { github, checks } = await connect();
    const wanted = Array.from({ length: 105 }, (_, index) =>
      one(`run-${index}`, conclusions[index % (conclusions.length + 1)]),
    );
    const ids = await publish(checks, wanted);
    const requests = github.requests.length;
    const said = await checks.read?.(ids);
    expect(sent(github).slice(requests)).toEqual(['QUERY', 'QUERY']);
    expect(ids.map((id) => said?.get(id))).toEqual(
      wanted.map(({ check: { status } }) => (status.kind === 'completed' ? status.conclusion : 'open')),
    );
  });

  it('are left out where they are gone, or known by their number alone', async () => {
    const { github, checks } = await connect();
    const [gone = '', known = '', numbered = ''] = await publish(checks, [
      one('run-1', 'success'),
      one('run-2', 'failure'),
      one('run-3', 'success'),
    ]);
    github.model.runs.delete(Number(gone.split('/')[0]));
    const asked = [gone, known, numbered.split('/')[0] ?? ''];
    expect(await checks.read?.(asked)).toEqual(new Map([[known, 'failure']]));
  });

  it('say something else where GitHub itself has closed them', async () => {
    const { github, checks } = await connect();
    const [id = ''] = await publish(checks, [one('run-1')]);
    const number = Number(id.split('/')[0]);
    // GitHub closes what stays open for 14 days (REST API, check runs).
    github.model.update(number, { status: 'completed', conclusion: 'stale' });
    expect(await checks.read?.([id])).toEqual(new Map([[id, 'other']]));
  });

  it.each([
    ['a server that has no GraphQL', answers.missing],
    ['an answer without data', { status: 200, body: {} }],
    ['something else than nodes', { status: 200, body: { data: { nodes: 'none' } } }],
  ])('are unknown to %s', async (_, insteadOfGraphql) => {
    const { checks } = await connect({ insteadOfGraphql });
    const ids = await publish(checks, [one('run-1', 'success')]);
    expect(await checks.read?.(ids)).toEqual(new Map());
  });
});
