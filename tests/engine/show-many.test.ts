import { afterEach, describe, expect, it } from '@jest/globals';
import { githubChecks } from '../../src/adapters/github/checks.ts';
import { usualLife } from '../../src/adapters/memory/life.ts';
import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { isReported } from '../../src/core/prune.ts';
import { isEnded } from '../../src/core/run.ts';
import { tick } from '../../src/engine/tick.ts';
import type { World } from '../../src/ports.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { answers, type GithubLoopback, type GithubOptions, startGithub } from '../loopback/github.ts';
import { awsProject, presentation } from './deploy-world.ts';

const daily = { kind: 'cron', cron: '0 12 * * *', timezone: 'UTC', parameters: {} } as const;
const options = {
  project: { ...awsProject, limits: { launchesPerTick: 200, running: 400 } },
  repository: 'acme/flows',
  presentation: { ...presentation, logTailLines: 50 },
};
const count = 200;
const flows = Array.from({ length: count }, (_, index) => `flow-${index}` as FlowName);
/** What a tick may ask of GitHub at most. */
const mostRequests = 60;
const lines = ['loading', 'Error: no rows', '    at load (/flow/lib/load.ts:1:9)'];

let github: GithubLoopback | undefined;
afterEach(async () => {
  const violations = github?.violations ?? [];
  await github?.close();
  github = undefined;
  expect(violations).toEqual([]);
});

type Stage = MemoryWorld & { readonly reads: () => number };

/** As many flows as there are, all due at noon, before a GitHub that counts. */
async function deployed(github: GithubLoopback, many = count): Promise<Stage> {
  const memory = memoryWorld({
    now: minutesAfter(noon, -30),
    script: () => ({ ...usualLife, end: { exitCode: 1 }, lines }),
    source: {
      commit: 'b'.repeat(40),
      files: { 'lib/load.ts': '' },
      others: { ['a'.repeat(40)]: { 'lib/load.ts': '' } },
    },
  });
  const { stage } = memory;
  let reads = 0;
  const world: World = {
    ...memory.world,
    checks: githubChecks({
      ...{ token: 'token', repository: 'acme/flows' },
      apiUrl: github.apiUrl,
      clock: memory.world.clock,
    }),
    logs: {
      ...memory.world.logs,
      read(...asked) {
        reads += 1;
        return memory.world.logs.read(...asked);
      },
    },
  };
  const entries = await Promise.all(
    flows.slice(0, many).map(async (flow) => {
      const made = deployment(flow, { schedules: [daily] });
      const revision = await world.executor.register(definitionOf(flow, { runTimeoutSeconds: 3_600 }));
      return { ...made, version: { ...made.version, revision } };
    }),
  );
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf(...entries),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  return { world, stage, reads: () => reads };
}

type Pass = { readonly requests: number; readonly reads: number; readonly left: number };

/** Ticks, a few minutes apart, until everybody was told of everything. */
async function tickUntilShown(
  { world, stage, reads }: Stage,
  server: GithubLoopback,
  minute: number,
): Promise<readonly Pass[]> {
  const passes: Pass[] = [];
  for (let pass = 0; pass < 25; pass += 1) {
    stage.time.set(
      Math.max(minutesAfter(noon, minute), stage.time.now() + 120_000) as ReturnType<typeof stage.time.now>,
    );
    const before = { requests: server.requests.length, reads: reads() };
    const { unreported } = await tick(world, options);
    passes.push({
      requests: server.requests.length - before.requests,
      reads: reads() - before.reads,
      left: unreported,
    });
    if (unreported === 0) break;
  }
  return passes;
}

async function showAll(given: Partial<GithubOptions> = {}, many = count) {
  const server = await startGithub({ repository: 'acme/flows', ...given });
  github = server;
  const stage = await deployed(server, many);
  const started = await tickUntilShown(stage, server, 1);
  const ended = await tickUntilShown(stage, server, 30);
  const runs = [...(stage.stage.branches.current()?.state.runs.values() ?? [])];
  return { server, stage, started, ended, runs };
}

describe('200 runs that change at once', () => {
  it('are all shown, once each, within the requests of a tick: by GraphQL in few ticks', async () => {
    const { server, started, ended, runs, stage } = await showAll();
    expect(started.map(({ left }) => left)).toEqual([0]);
    for (const { requests, reads } of [...started, ...ended]) {
      expect(requests).toBeLessThanOrEqual(mostRequests);
      expect(reads).toBeLessThanOrEqual(200);
    }
    expect(ended.length).toBeLessThanOrEqual(3);
    expect(runs.filter(isEnded)).toHaveLength(count);
    expect(runs.every(isReported)).toBe(true);
    const shown = server.checkRuns();
    expect(new Set(shown.map(({ externalId }) => externalId)).size).toBe(count);
    expect(shown).toHaveLength(count);
    for (const run of shown) {
      expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
      expect(run.annotations).toHaveLength(1);
      expect(run.output.summary).toContain('no rows');
    }
    expect(stage.stage.branches.pages.size).toBe(count);
    // And then there is nothing more to say.
    const before = server.requests.length;
    await tick(stage.world, options);
    expect(server.requests.length).toBe(before);
  }, 60_000);

  it('are all shown, once each, within the requests of a tick: by REST in more of them', async () => {
    const { server, started, ended, runs } = await showAll({ insteadOfGraphql: answers.missing }, 90);
    for (const { requests } of [...started, ...ended]) expect(requests).toBeLessThanOrEqual(mostRequests);
    expect(runs.filter(isEnded)).toHaveLength(90);
    expect(runs.every(isReported)).toBe(true);
    const shown = server.checkRuns();
    expect(new Set(shown.map(({ externalId }) => externalId)).size).toBe(90);
    expect(shown).toHaveLength(90);
    expect(shown.every(({ conclusion }) => conclusion === 'failure')).toBe(true);
  }, 60_000);

  it('are all shown, once each, though answers get lost', async () => {
    const server = await startGithub({ repository: 'acme/flows' });
    github = server;
    const stage = await deployed(server, 90);
    server.fail({ kind: 'lost', api: 'graphql', after: 4 });
    server.fail({ kind: 'answer', reply: answers.badGateway, method: 'GET', after: 1 });
    await tickUntilShown(stage, server, 1);
    server.fail({ kind: 'lost', api: 'rest', method: 'PATCH', after: 3 });
    server.fail({ kind: 'answer', reply: answers.secondaryLimit(60), after: 12 });
    const ended = await tickUntilShown(stage, server, 30);
    for (const { requests } of ended) expect(requests).toBeLessThanOrEqual(mostRequests);
    const shown = server.checkRuns();
    expect(shown).toHaveLength(90);
    expect(new Set(shown.map(({ externalId }) => externalId)).size).toBe(90);
    expect(shown.every(({ conclusion }) => conclusion === 'failure')).toBe(true);
  }, 60_000);
});
