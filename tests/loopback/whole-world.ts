import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudWatchLogs } from '../../src/adapters/ecs/cloudwatch-logs.ts';
import { cloudWatchEventLog } from '../../src/adapters/ecs/event-log.ts';
import { ecsExecutor } from '../../src/adapters/ecs/executor.ts';
import { expectedPlaceOf } from '../../src/adapters/git/expected-place.ts';
import { gitStateStore } from '../../src/adapters/git/state-store.ts';
import { githubChecks } from '../../src/adapters/github/checks.ts';
import { memorySourceTree } from '../../src/adapters/memory/source-tree.ts';
import type { Definition } from '../../src/core/definition.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { instantFromMs, plusMs } from '../../src/core/instant.ts';
import type { Project } from '../../src/core/project.ts';
import type { Run } from '../../src/core/run.ts';
import type { TickOptions } from '../../src/engine/tick.ts';
import type { Clock, World } from '../../src/ports.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { deployment, registryOf, run } from '../core/builders.ts';
import { type EcsLoopback, startEcs } from './ecs.ts';
import { type GitServer, startGitServer } from './git-http.ts';
import { type GithubLoopback, startGithub } from './github.ts';

/** Every real adapter at once, in this process, each before its loopback: for what a tick as a whole asks of the world. */
export type WholeWorld = {
  /** As a new process finds it: nothing is remembered, no connection open. */
  enter(): { readonly world: World; readonly options: TickOptions };
  readonly ecs: EcsLoopback;
  readonly github: GithubLoopback;
  readonly git: GitServer;
  close(): Promise<void>;
};

export type WholeWorldOptions = {
  /** Runs that wait to be launched by the first tick. */
  readonly queued: number;
  /** Flows with a slot at half past every hour. */
  readonly scheduled: number;
  /** Left out: a clock that stands still but for sleeping. */
  readonly isRealTime?: boolean;
  readonly latencyMs?: number;
};

const repository = 'acme/flows';
const startMs = Date.UTC(2026, 10, 24, 12, 12);
const project: Project = {
  name: 'acme',
  aws: {
    region: 'us-east-1',
    cluster: 'headgate-acme',
    subnets: ['subnet-0aaa', 'subnet-0bbb'],
    securityGroups: ['sg-0ccc'],
    assignPublicIp: false,
    executionRole: 'arn:aws:iam::123456789012:role/headgate-acme-execution',
    logGroup: '/headgate/acme',
    eventLogGroup: '/headgate/acme/events',
  },
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 400, running: 1_000 },
  report: { on: 'deployed' },
};

function optionsOf(): TickOptions {
  const links = { serverUrl: 'https://github.com', repository, workflow: 'run.yml' };
  const outgoing = createOutgoing(createRedactor(['token']));
  return { project, repository, presentation: { links, logTailLines: 50, outgoing } };
}

export async function startWholeWorld(wanted: WholeWorldOptions): Promise<WholeWorld> {
  const { latencyMs = 0, isRealTime = false } = wanted;
  const { aws: placement } = project;
  if (placement?.eventLogGroup === undefined) throw new Error('The project has no place in AWS');
  const directory = mkdtempSync(join(tmpdir(), 'headgate-whole-'));
  const git = await startGitServer({ root: join(directory, 'git'), delayMs: latencyMs });
  const github = await startGithub({ repository, delayMs: latencyMs });
  const { eventLogGroup } = placement;
  const startsAt = isRealTime ? {} : { startsAtMs: startMs };
  const ecs = await startEcs({ cluster: placement.cluster, eventLogGroup, latencyMs, ...startsAt });
  // What is started goes on for hours.
  ecs.script('headgate-acme-busy', [{ startAfterMs: 1_000, runMs: 86_400_000, exitCode: 0 }]);
  const clock: Clock = {
    now: () => instantFromMs(ecs.now()),
    sleep: isRealTime
      ? (ms) => new Promise((resolve) => setTimeout(resolve, ms))
      : async (ms) => {
          ecs.advance(ms);
        },
  };
  const variables: { readonly [name: string]: string } = {
    AWS_ENDPOINT_URL: ecs.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  };
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  let entries = 0;
  const enter = (): { readonly world: World; readonly options: TickOptions } => {
    entries += 1;
    const state = gitStateStore({
      remote: git.addressOf(repository),
      branch: project.stateBranch,
      historyBranch: 'headgate-history',
      scratchDirectory: join(directory, `scratch-${entries}`),
      expected: expectedPlaceOf(project),
      boardPlace: 'board',
      author: { name: 'headgate', email: 'headgate@example.com' },
    });
    const world: World = {
      clock,
      state,
      executor: ecsExecutor({ placement, clock }),
      logs: cloudWatchLogs({ placement }),
      eventLog: cloudWatchEventLog({ placement: { ...placement, eventLogGroup }, clock }),
      checks: githubChecks({ token: 'token', repository, apiUrl: github.apiUrl, clock }),
      source: memorySourceTree({ commit: 'b'.repeat(40), files: {} }, async (_, act) => act()),
      log: { info: () => undefined, warn: () => undefined },
    };
    return { world, options: optionsOf() };
  };
  await begin(enter().world, wanted);
  return {
    enter,
    ecs,
    github,
    git,
    async close() {
      await Promise.all([git.close(), github.close(), ecs.close()]);
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What deploys and requests would have made: flows whose revision is registered, and runs that wait. */
async function begin(world: World, { queued, scheduled }: WholeWorldOptions): Promise<void> {
  const busy = 'busy' as FlowName;
  const now = world.clock.now();
  const policies: [FlowName, Partial<Policy>][] = [[busy, { overlap: 'allow' }]];
  const half = { kind: 'cron', cron: '30 * * * *', timezone: 'UTC', parameters: {} } as const;
  for (let index = 0; index < scheduled; index += 1)
    policies.push([`flow-${index}` as FlowName, { schedules: [half] }]);
  const parts = { manifest: 'aaaa', placement: 'aaaa', code: 'aaaa', packages: 'aaaa', image: 'aaaa' };
  const revision = await world.executor.register(definitionOf(busy));
  const deployments = policies.map(([flow, policy]) => {
    const made = deployment(flow, policy);
    const own = revision.replace('headgate-acme-busy', `headgate-acme-${flow}`);
    return {
      ...made,
      deployedAt: plusMs(now, -86_400_000),
      version: { ...made.version, revision: own, parts },
    };
  });
  for (const [flow] of policies.slice(1)) await world.executor.register(definitionOf(flow));
  const own: Run[] = Array.from({ length: queued }, (_, index) =>
    run(`busy-m-${index}`, {
      flow: busy,
      revision,
      createdAt: plusMs(now, -60_000),
      phase: { state: 'queued', notBefore: plusMs(now, -60_000) },
    }),
  );
  const { state } = await world.state.load(now);
  await world.state.commit({
    base: undefined,
    registry: registryOf(...deployments),
    state: { ...state, sequence: 1, runs: new Map(own.map((one) => [one.id, one])) },
    board: '',
    message: 'Deploy',
    at: now,
    pages: new Map(),
  });
}

function definitionOf(flow: FlowName): Definition {
  return {
    project: project.name,
    flow,
    commit: 'a'.repeat(40),
    fingerprint: 'f'.repeat(64),
    image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/acme@sha256:${'a'.repeat(64)}`,
    workload: {
      program: { kind: 'entrypoint', file: 'index.ts' },
      resources: { cpu: 256, memoryMiB: 512, architecture: 'arm64' },
      environment: {},
      secrets: {},
    },
    stopTimeoutSeconds: 120,
    runTimeoutSeconds: 7_200,
  };
}
