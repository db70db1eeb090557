import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { githubChecks } from '../../../src/adapters/github/checks.ts';
import { type Instant, plusMs } from '../../../src/core/instant.ts';
import type { CheckToPublish, PublishAnswer } from '../../../src/ports.ts';
import { answers, type Fault, type GithubLoopback } from '../../loopback/github.ts';
import {
  annotations,
  checkOf,
  connect,
  disconnect,
  done,
  repository,
  sent,
  start,
  testClock,
} from './stage.ts';

/** The first request to GraphQL builds GitHub's schema, which takes a busy machine a while. */
jest.setTimeout(30_000);

afterEach(disconnect);

/** Runs of as many flows. */
function fresh(count: number, facts: Parameters<typeof checkOf>[0] = {}): CheckToPublish[] {
  return Array.from({ length: count }, (_, index) => ({
    check: checkOf({ name: `flow / flow-${index}`, externalId: `flow-${index}-1`, ...facts }),
  }));
}

function ended(wanted: readonly CheckToPublish[], published: readonly PublishAnswer[]): CheckToPublish[] {
  return wanted.map(({ check }, index) => {
    const answer = published[index];
    if (answer?.kind !== 'published') throw new Error(`Not published: ${JSON.stringify(answer)}`);
    return { check: { ...check, status: done, title: 'failed' }, checkId: answer.checkId };
  });
}

const kinds = (published: readonly PublishAnswer[]) => published.map(({ kind }) => kind);
const published = (count: number) => Array(count).fill('published');
const externalIds = (server: GithubLoopback) =>
  server
    .checkRuns()
    .map(({ externalId }) => externalId)
    .sort();
const idsOf = (wanted: readonly CheckToPublish[]) => wanted.map(({ check }) => check.externalId).sort();

describe('many checks', () => {
  it('are found with one listing of their commit, and created ten in a request', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(25);
    expect(kinds(await checks.publish(wanted, 60))).toEqual(published(25));
    expect(sent(github)).toEqual([
      'QUERY',
      'GET /commits/SHA/check-runs',
      'MUTATION create 10',
      'MUTATION create 10',
      'MUTATION create 5',
    ]);
    expect(externalIds(github)).toEqual(idsOf(wanted));
    expect(github.checkRuns()[0]).toMatchObject({
      name: 'flow / flow-0',
      status: 'in_progress',
      startedAt: '2026-11-24T10:00:00Z',
      output: { title: 'running', summary: 'A summary' },
    });
  });

  it('are brought up to date ten in a request, by the ids that they got', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(12);
    const later = ended(wanted, await checks.publish(wanted, 60));
    const again = await checks.publish(later, 60);
    expect(again.map((answer) => answer.kind === 'published' && answer.checkId)).toEqual(
      later.map(({ checkId }) => checkId),
    );
    expect(sent(github).slice(4)).toEqual(['MUTATION update 10', 'MUTATION update 2']);
    expect(github.checkRuns()).toMatchObject(
      Array(12).fill({ status: 'completed', conclusion: 'failure', completedAt: '2026-11-24T10:01:00Z' }),
    );
  });

  it('are created and updated together', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(10);
    const known = ended(wanted.slice(0, 5), await checks.publish(wanted.slice(0, 5), 60));
    await checks.publish([...known, ...wanted.slice(5)], 60);
    expect(sent(github).at(-1)).toBe('MUTATION create 5, update 5');
    expect(externalIds(github)).toEqual(idsOf(wanted));
  });

  it('stay within what a request may weigh', async () => {
    const { github, checks } = await connect();
    await checks.publish(fresh(10, { summary: 'x'.repeat(65_000) }), 60);
    expect(sent(github).slice(2)).toEqual(['MUTATION create 6', 'MUTATION create 4']);
  });

  it('are few up to three: REST alone does those', async () => {
    const { github, checks } = await connect();
    await checks.publish(fresh(3), 60);
    expect(sent(github).filter((words) => /QUERY|MUTATION/.test(words))).toEqual([]);
  });

  it('that an older state knows by number alone go by REST once, and learn their other name', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(6);
    const known = ended(wanted, await checks.publish(wanted, 60));
    const numbers = known.map((one) => ({ ...one, checkId: one.checkId?.split('/')[0] ?? '' }));
    const again = await checks.publish(numbers, 60);
    expect(again.map((answer) => answer.kind === 'published' && answer.checkId)).toEqual(
      known.map(({ checkId }) => checkId),
    );
    expect(sent(github).slice(3)).toEqual(Array(6).fill('PATCH /check-runs/ID'));
  });

  it('whose commit has very many checks are looked for by name after all', async () => {
    const { github, checks } = await connect();
    for (let index = 0; index < 650; index += 1)
      github.model.create({
        name: 'flow / another',
        head_sha: checkOf().commit,
        external_id: `another-${index}`,
        started_at: '2026-11-24T09:59:00Z',
      });
    expect(kinds(await checks.publish(fresh(6), 60))).toEqual(published(6));
    const listings = sent(github).filter((words) => words.startsWith('GET'));
    expect(listings).toHaveLength(5 + 6);
  });

  it('wait where the requests of the tick are used up, each with its answer', async () => {
    const { github, checks } = await connect();
    const answered = await checks.publish(fresh(40), 4);
    expect(github.requests).toHaveLength(4);
    expect(kinds(answered)).toEqual([...published(20), ...Array(20).fill('deferred')]);
    expect(github.checkRuns()).toHaveLength(20);
  });
});

describe('annotations of many checks', () => {
  it('go out after what was there was read, in as many requests again', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(12);
    const later = ended(wanted, await checks.publish(wanted, 60)).map((one) => ({
      ...one,
      check: { ...one.check, annotations: annotations(2) },
    }));
    expect(kinds(await checks.publish(later, 60))).toEqual(published(12));
    expect(sent(github).slice(4)).toEqual([
      'MUTATION update 10',
      'MUTATION update 10',
      'MUTATION update 2',
      'MUTATION update 2',
    ]);
    expect(kinds(await checks.publish(later, 60))).toEqual(published(12));
    for (const run of github.checkRuns())
      expect(run.annotations.map(({ message }) => message)).toEqual(['m0', 'm1']);
  });

  it('come with the creation of a check', async () => {
    const { github, checks } = await connect();
    await checks.publish(fresh(6, { status: done, annotations: annotations(50) }), 60);
    expect(sent(github).slice(2)).toEqual(['MUTATION create 6']);
    expect(github.checkRuns()[5]?.annotations).toHaveLength(50);
  });

  it('that are more than a request may carry make their check go by REST', async () => {
    const { github, checks } = await connect();
    const [first, ...others] = fresh(7, { status: done });
    const big = { check: { ...checkOf(first?.check), annotations: annotations(60) } };
    expect(kinds(await checks.publish([big, ...others], 60))).toEqual(published(7));
    expect(github.checkRuns().find(({ externalId }) => externalId === 'flow-0-1')?.annotations).toHaveLength(
      60,
    );
  });
});

const schemaError = {
  errors: [
    {
      path: ['mutation', 'm0'],
      extensions: { code: 'undefinedField', typeName: 'Mutation', fieldName: 'createCheckRun' },
      message: "Field 'createCheckRun' doesn't exist on type 'Mutation'",
    },
  ],
};

describe('without a GraphQL that answers', () => {
  it.each([
    ['a server that has none', answers.missing],
    ['a proxy that lets nothing else through', answers.badGateway],
    ['a page that says 200', { ...answers.badGateway, status: 200 }],
    ['a server that takes the token for REST alone', { status: 401, body: { message: 'Bad credentials' } }],
    ['a schema without repositories', { status: 200, body: schemaError }],
    ['an answer that is empty', { status: 200, body: {} }],
  ])('%s: REST creates each check once, and GraphQL is asked once', async (_, insteadOfGraphql) => {
    const { github, checks } = await connect({ insteadOfGraphql });
    const wanted = fresh(8);
    const later = ended(wanted, await checks.publish(wanted, 60));
    expect(kinds(await checks.publish(later, 60))).toEqual(published(8));
    expect(externalIds(github)).toEqual(idsOf(wanted));
    expect(github.requests.filter(({ path }) => path === '/graphql')).toHaveLength(1);
  });

  it('a schema without the mutation has done nothing: REST creates at once', async () => {
    const { github, checks, clock } = await connect();
    github.fail({ kind: 'answer', reply: { status: 200, body: schemaError }, api: 'graphql', after: 1 });
    const wanted = fresh(12);
    expect(kinds(await checks.publish(wanted, 60))).toEqual(published(12));
    expect(externalIds(github)).toEqual(idsOf(wanted));
    expect(github.requests.filter(({ path }) => path === '/graphql')).toHaveLength(2);
    expect(clock.slept).toEqual([]);
  });
});

const wentWrong = { message: 'Something went wrong while executing your query.' };

describe('an answer that says nothing', () => {
  it.each<[string, Fault]>([
    ['lost on the way back', { kind: 'lost' }],
    ['broken off before anything was done', { kind: 'refused' }],
    ['an error page', { kind: 'answer', reply: answers.badGateway }],
    ['an error without data', { kind: 'answer', reply: { status: 200, body: { errors: [wentWrong] } } }],
    ['no data', { kind: 'answer', reply: { status: 200, body: { data: null, errors: [wentWrong] } } }],
  ])('%s: what it may have created is looked for before it is created', async (_, fault) => {
    const { github, checks, clock } = await connect();
    github.fail({ ...fault, api: 'graphql', after: 1 });
    const wanted = fresh(12);
    expect(kinds(await checks.publish(wanted, 60))).toEqual(published(12));
    expect(externalIds(github)).toEqual(idsOf(wanted));
    // Until GitHub has surely given up what it was at.
    expect(clock.slept[0]).toBe(12_000);
    const words = sent(github);
    const firstCreation = words.indexOf('POST /check-runs');
    if (firstCreation !== -1) expect(words.slice(0, firstCreation)).toContain('GET /commits/SHA/check-runs');
  });

  it('to an update is no reason to wait: sending it again is the same', async () => {
    const { github, checks, clock } = await connect();
    const wanted = fresh(8);
    const later = ended(wanted, await checks.publish(wanted, 60));
    github.fail({ kind: 'lost', api: 'graphql' });
    expect(kinds(await checks.publish(later, 60))).toEqual(published(8));
    expect(github.checkRuns()).toMatchObject(Array(8).fill({ conclusion: 'failure' }));
    expect(clock.slept).toEqual([]);
  });

  it('leaves it open when there is no request left to look with', async () => {
    const { github, checks } = await connect();
    github.fail({ kind: 'lost', api: 'graphql', after: 1 });
    const answered = await checks.publish(fresh(6), 3);
    expect(answered).toMatchObject(Array(6).fill({ kind: 'deferred', mayExist: true }));
    expect(github.checkRuns()).toHaveLength(6);
  });
});

describe('one of many that fails', () => {
  it('is created anew if somebody deleted it', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(8);
    const later = ended(wanted, await checks.publish(wanted, 60));
    const [deleted] = github.model.runs.keys();
    github.model.runs.delete(deleted ?? 0);
    expect(kinds(await checks.publish(later, 60))).toEqual(published(8));
    expect(externalIds(github)).toEqual(idsOf(wanted));
    expect(github.checkRuns()).toMatchObject(Array(8).fill({ conclusion: 'failure' }));
  });

  it('is told by itself why, and holds up no other', async () => {
    const { github, checks } = await connect({ commits: [checkOf().commit] });
    const wanted = fresh(8);
    const lost = { check: checkOf({ externalId: 'lost', commit: 'f'.repeat(40) }) };
    const answered = await checks.publish([...wanted.slice(0, 4), lost, ...wanted.slice(4)], 60);
    expect(kinds(answered)).toEqual([...published(4), 'gone', ...published(4)]);
    expect(answered[4]).toMatchObject({ what: 'commit', reason: expect.stringContaining('No commit found') });
    expect(externalIds(github)).toEqual(idsOf(wanted));
  });

  it('without a word whether it was done is looked for: it exists once', async () => {
    const { github, checks } = await connect();
    github.failAliases([
      { alias: 'm1', error: wentWrong, isDone: true },
      { alias: 'm4', error: wentWrong },
    ]);
    const wanted = fresh(6);
    expect(kinds(await checks.publish(wanted, 60))).toEqual(published(6));
    expect(externalIds(github)).toEqual(idsOf(wanted));
  });

  it('for want of a permission is named at once', async () => {
    const { checks } = await connect({ tokens: { token: ['contents: read'] } });
    await expect(checks.publish(fresh(6), 60)).rejects.toMatchObject({ problem: { code: 'E_PERMISSION' } });
  });
});

describe('limits that are told with 200', () => {
  const used = (type: string) => ({
    type,
    message: 'API rate limit already exceeded for installation ID 1.',
  });

  it.each(['RATE_LIMITED', 'RATE_LIMIT'])(
    'points that are used up (%s) leave REST to do it, and GraphQL alone until their hour is over',
    async (type) => {
      const { github, checks, clock } = await connect();
      clock.set((Date.now() - (Date.now() % 1_000)) as Instant);
      github.fail({
        kind: 'answer',
        reply: { status: 200, body: { errors: [used(type)] } },
        api: 'graphql',
        after: 1,
      });
      const wanted = fresh(8);
      const later = ended(wanted, await checks.publish(wanted, 60));
      expect(externalIds(github)).toEqual(idsOf(wanted));
      const asked = () => github.requests.filter(({ path }) => path === '/graphql').length;
      expect(asked()).toBe(2);
      await checks.publish(later, 60);
      expect(asked()).toBe(2);
      clock.set(plusMs(clock.now(), 3_600_000));
      await checks.publish(later, 60);
      expect(asked()).toBe(3);
    },
  );

  it('a secondary limit holds up everything', async () => {
    const { github, checks } = await connect();
    const secondary = { message: 'You have exceeded a secondary rate limit. Please wait.' };
    github.fail({
      kind: 'answer',
      reply: { status: 200, body: { errors: [secondary] } },
      api: 'graphql',
      after: 1,
    });
    const answered = await checks.publish(fresh(12), 60);
    expect(answered).toMatchObject(
      Array(12).fill({ kind: 'deferred', reason: expect.stringContaining('2026-11-24T10:01:00Z') }),
    );
    expect(github.requests).toHaveLength(3);
    expect(github.checkRuns()).toEqual([]);
  });

  it('in the middle of a request takes nothing from what was done before', async () => {
    const { github, checks } = await connect();
    github.failAliases(['m3', 'm4', 'm5'].map((alias) => ({ alias, error: used('RATE_LIMITED') })));
    const wanted = fresh(6);
    expect(kinds(await checks.publish(wanted, 60))).toEqual(published(6));
    expect(externalIds(github)).toEqual(idsOf(wanted));
    expect(sent(github).filter((words) => words === 'POST /check-runs')).toHaveLength(3);
  });
});

describe('who may create', () => {
  it('a check that is known and gone is not created by whoever may not', async () => {
    const { github, checks } = await connect();
    const wanted = fresh(7);
    const later = ended(wanted, await checks.publish(wanted, 60));
    github.model.runs.clear();
    const answered = await checks.publish(
      later.map((one) => ({ ...one, createBefore: 'never' })),
      60,
    );
    expect(answered).toMatchObject(Array(7).fill({ kind: 'gone', what: 'check' }));
    expect(github.checkRuns()).toEqual([]);
  });

  it('nobody creates after the time until which others wait', async () => {
    for (const count of [1, 7]) {
      const { github, checks, clock } = await connect();
      const wanted = fresh(count).map((one) => ({ ...one, createBefore: plusMs(start, 1_000) }));
      clock.set(plusMs(start, 1_000));
      expect(await checks.publish(wanted, 60)).toMatchObject(Array(count).fill({ kind: 'gone' }));
      expect(github.checkRuns()).toEqual([]);
      await disconnect();
    }
  });
});

it('GraphQL is where the platform says it is', async () => {
  const { github } = await connect();
  const elsewhere = { token: 'token', repository, clock: testClock(), apiUrl: 'http://127.0.0.1:1' };
  const checks = githubChecks({ ...elsewhere, graphqlUrl: `${github.apiUrl}/graphql` });
  await checks.publish(fresh(6), 2);
  expect(sent(github)).toEqual(['QUERY']);
});
