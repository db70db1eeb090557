import { type Life as MemoryLife, usualLife } from '../../src/adapters/memory/life.ts';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import type { FlowName } from '../../src/core/flow.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Project } from '../../src/core/project.ts';
import { isEnded, type Run, type RunId, slotOf } from '../../src/core/run.ts';
import type { State } from '../../src/core/state.ts';
import { type Command, control } from '../../src/engine/control.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { tick } from '../../src/engine/tick.ts';
import { quickOutgoing } from '../simulation/quick-outgoing.ts';
import { clock, slotName } from './model.ts';
import { type FlowSpec, type Flows, type Life, lifeOf, type Minute, type ScheduleSpec } from './story.ts';

const presentation = {
  links: { serverUrl: 'https://github.com', repository: 'acme/flows' },
  logTailLines: 0,
  outgoing: quickOutgoing('no secret'),
};

const project: Project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
  alerts: 'none',
  aws: {
    region: 'us-east-1',
    cluster: 'acme',
    subnets: ['subnet-0a'],
    securityGroups: ['sg-0a'],
    assignPublicIp: false,
    executionRole: 'arn:aws:iam::123456789012:role/execution',
    logGroup: '/acme',
  },
};

export type Seen = { readonly state: 'waits' | 'works' | string; readonly attempts: number };

export type Product = ReturnType<typeof product>;

/** The real verbs over the world in memory, and what they make of runs, by the names of the model. */
export function product(lives: readonly Life[], start: Minute) {
  const { stage } = memoryWorld({
    now: instantOf(start),
    script: (_flow, id, attempt) => memoryLife(lifeOf(lives, nameOf(id as RunId), attempt)),
  });
  const commits: string[] = [];
  const named = new Map<RunId, string>();
  const seen = new Map<string, Seen>();
  let flows: Flows = {};

  function state(): State | undefined {
    return stage.branches.current()?.state;
  }

  function nameOf(id: RunId): string {
    const known = named.get(id);
    if (known !== undefined) return known;
    const run = state()?.runs.get(id);
    if (run === undefined) throw new Error(`Nobody knows ${id}`);
    const name = nameFor(run);
    named.set(id, name);
    return name;
  }

  function nameFor({ id, flow, cause, parameters }: Run): string {
    switch (cause.kind) {
      case 'manual':
        return `${flow} manual ${id.slice(`${flow}-m-`.length)}`;
      case 'upstream': {
        const isSeveral = (flows[flow]?.after?.flows.length ?? 0) > 1;
        return `${flow} after ${isSeveral ? clock(minuteOf(cause.slot ?? 0)) : `(${nameOf(cause.run)})`}`;
      }
      default:
        return slotName(
          flow,
          minuteOf(cause.slot),
          parameters['region'] === 'none' ? '' : String(parameters['region']),
        );
    }
  }

  function look(): void {
    for (const run of state()?.runs.values() ?? [])
      seen.set(nameOf(run.id), {
        state: isEnded(run) ? run.phase.state : run.phase.state === 'queued' ? 'waits' : 'works',
        attempts: run.attempts.length,
      });
  }

  async function command(at: Minute, asked: Command): Promise<void> {
    stage.time.set(instantOf(at));
    await control(stage.enter(), asked, { by: 'octocat', style: presentation });
    look();
  }

  const idOf = (name: string): RunId => {
    for (const [id, known] of named) if (known === name) return id;
    throw new Error(`No run ${name}`);
  };

  return {
    seen: seen as ReadonlyMap<string, Seen>,
    gaps: () => state()?.gaps ?? [],
    knows: (name: string) => state()?.runs.has(idOf(name)) === true,
    async tick(at: Minute): Promise<void> {
      stage.time.set(instantOf(at));
      await tick(stage.enter(), { project, repository: 'acme/flows', presentation });
      look();
    },
    async deploy(at: Minute, next: Flows): Promise<void> {
      stage.time.set(instantOf(at));
      const commit = commits.length.toString(16).padStart(40, '0');
      commits.push(commit);
      const files = Object.fromEntries(
        Object.entries(next).map(([flow, spec]) => [`flows/${flow}/flow.yml`, manifestOf(spec)]),
      );
      flows = next;
      const source = {
        commit,
        files,
        isBehind: (other: string) => commits.indexOf(other) > commits.indexOf(commit),
      };
      const { outcome } = await deploy(stage.enter({ source }), {
        project,
        image: `acme/flows@sha256:${'1'.repeat(64)}`,
        isMassDeleteAllowed: true,
        isDryRun: false,
        by: 'octocat',
        presentation,
      });
      if (outcome !== 'deployed' && outcome !== 'nothing') throw new Error(`The deploy is ${outcome}`);
      look();
    },
    pause: (at: Minute, flow: string) => command(at, { kind: 'pause', flow: flow as FlowName }),
    resume: (at: Minute, flow: string) => command(at, { kind: 'resume', flow: flow as FlowName }),
    run: (at: Minute, flow: string, request: string) =>
      command(at, { kind: 'run', flow: flow as FlowName, parameters: undefined, request }),
    backfill: (at: Minute, flow: string, { from, to }: { readonly from: Minute; readonly to: Minute }) =>
      command(at, { kind: 'backfill', flow: flow as FlowName, from: instantOf(from), to: instantOf(to) }),
    cancel: (at: Minute, name: string) => command(at, { kind: 'cancel', run: idOf(name) }),
    retry: (at: Minute, name: string) => command(at, { kind: 'retry', run: idOf(name) }),
    resolve: (at: Minute, name: string, as: 'succeeded' | 'failed') =>
      command(at, { kind: 'resolve', run: idOf(name), as }),
    slotOf: (name: string) => {
      const run = state()?.runs.get(idOf(name));
      return run === undefined ? undefined : slotOf(run.cause);
    },
  };
}

export function instantOf(at: Minute): Instant {
  return Math.round(at * 60_000) as Instant;
}

export function minuteOf(at: number): Minute {
  return at / 60_000;
}

const ends = {
  succeeded: { exitCode: 0 },
  failed: { exitCode: 1 },
  'failed for good': { exitCode: 86 },
  crashed: { class: 'host' },
  'timed-out': { class: 'run-timeout' },
  cancelled: { class: 'stopped-outside' },
  unknown: { class: 'no-evidence' },
} as const;

/** It starts ten seconds after its launch and ends at a third of a minute. */
function memoryLife({ minutes, end }: Life): MemoryLife {
  return { ...usualLife, startAfterMs: 10_000, runMs: minutes * 60_000 + 10_000, end: ends[end] };
}

/** As a person would write it; JSON is YAML. */
export function manifestOf(spec: FlowSpec): string {
  return JSON.stringify({
    command: ['run'],
    resources: { spot: false },
    ...(spec.schedules.length === 0 ? {} : { schedules: spec.schedules.map(scheduleOf) }),
    'catch-up': {
      policy: spec.catchUp.policy,
      window: `${spec.catchUp.windowMinutes}m`,
      ...(spec.catchUp.policy === 'all' ? { max: spec.catchUp.max } : {}),
    },
    overlap: spec.overlap,
    ...(spec.groupLimit === undefined ? {} : { concurrency: { group: 'shared', limit: spec.groupLimit } }),
    ...(spec.after === undefined ? {} : { after: spec.after }),
    parameters: { region: { type: 'string', default: 'none' } },
    retries: { limit: spec.retries, delay: '2m', backoff: 'constant', jitter: 0 },
    'infra-retries': spec.infraRetries,
    timeout: { run: '20h' },
  });
}

function scheduleOf({ rule, region }: ScheduleSpec): object {
  const parameters = region === undefined ? {} : { parameters: { region } };
  if ('cron' in rule) return { cron: rule.cron, timezone: rule.timezone, ...parameters };
  return {
    every: `${rule.everyMinutes}m`,
    anchor: new Date(rule.anchor * 60_000).toISOString(),
    ...parameters,
  };
}
