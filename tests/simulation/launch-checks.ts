import { sightingAt, timelineOf } from '../../src/adapters/memory/life.ts';
import type { Shelf } from '../../src/adapters/memory/shelf.ts';
import type { Task } from '../../src/adapters/memory/tasks.ts';
import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Registry } from '../../src/core/deployment.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { clientTokenOf, startedByOf } from '../../src/core/identity.ts';
import { isoOf, minuteMs } from '../../src/core/instant.ts';
import { canonicalJson, type Json } from '../../src/core/json.ts';
import { isEnded, type Run, type RunId } from '../../src/core/run.ts';
import type { State } from '../../src/core/state.ts';
import { idOf } from './fingerprint.ts';
import type { Tally } from './promises.ts';

/** What was ever recorded, to compare with what is done. */
export type Records = {
  readonly tokens: Set<string>;
  readonly stops: Set<string>;
  readonly handles: Set<string>;
  readonly runs: Map<RunId, Run>;
  /** What was deployed when the end of a run was recorded: what comes later does not follow from it. */
  readonly flowsAtEnd: Map<RunId, ReadonlySet<FlowName>>;
  /** Runs that ever counted as unknown. */
  readonly unknown: Set<RunId>;
  /** Of each attempt that ended as unknown. */
  readonly unknownBecause: Map<string, string>;
  /** Tasks that a deleted or rolled back state has forgotten. */
  readonly left: Set<string>;
  /** Tasks that people were told of, because no record names them. */
  readonly named: Set<string>;
};

export function recordsOf(shelf: Shelf): Records {
  return {
    tokens: shelf.set(),
    stops: shelf.set(),
    handles: shelf.set(),
    runs: shelf.map(),
    flowsAtEnd: shelf.map(),
    unknown: shelf.set(),
    unknownBecause: shelf.map(),
    left: shelf.set(),
    named: shelf.set(),
  };
}

export function remember(
  records: Records,
  { state, registry }: { readonly state: State; readonly registry: Registry },
  repository: string,
): void {
  for (const run of state.runs.values()) {
    const before = records.runs.get(run.id);
    if (isEnded(run) && (before === undefined || !isEnded(before)))
      records.flowsAtEnd.set(run.id, liveFlows(registry));
    records.runs.set(run.id, run);
    if (run.phase.state === 'unknown') records.unknown.add(run.id);
    for (const attempt of run.attempts) {
      const name = { repository, flow: run.flow, run: run.id, attempt: attempt.number };
      if (run.phase.state === 'launching') records.tokens.add(clientTokenOf(name, attempt.launchTry));
      if (attempt.handle !== undefined) records.handles.add(attempt.handle);
      if (attempt.stop !== undefined && attempt.handle !== undefined) records.stops.add(attempt.handle);
    }
  }
}

function liveFlows({ deployments }: Registry): ReadonlySet<FlowName> {
  const live = [...deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
  return new Set(live.map(({ flow }) => flow));
}

export function partsOf(records: Records): (string | number)[] {
  const { tokens, stops, handles, runs, flowsAtEnd, unknown, left, named } = records;
  const sets = [tokens, stops, handles, unknown, left, named].map((set) => [...set].join());
  const ends = [...flowsAtEnd].map(([run, flows]) => `${run}: ${[...flows].join()}`);
  return [...sets, ...ends, ...[...runs.values()].map(idOf)];
}

export function isAlive(task: Task, stage: Stage): boolean {
  return sightingAt(timelineOf(task), stage.time.now()).kind !== 'ended';
}

const allowedSkewMs = 3 * minuteMs;

/** At the very moment in which a task comes into being. */
export function checkNewTask(
  task: Task,
  {
    stage,
    records,
    tally,
    repository,
    allowsOverlap,
    groups,
  }: {
    readonly stage: Stage;
    readonly records: Records;
    readonly tally: Tally;
    readonly repository: string;
    readonly allowsOverlap: boolean;
    /** Of every flow that ever named one. */
    readonly groups: ReadonlyMap<FlowName, { readonly group: string; readonly limit: number }>;
  },
): void {
  const { request } = task;
  const all = stage.tasks.all();
  const twins = all.filter(({ request: { startedBy } }) => startedBy === request.startedBy);
  const {
    HEADGATE_RUN_ID: runId = '',
    HEADGATE_SLOT: slot = '',
    HEADGATE_ATTEMPT: attempt = '',
  } = request.environment;
  const what = `${runId} attempt ${attempt} at ${isoOf(task.createdAt)}`;
  tally.check('NoDuplicateLaunch', twins.length === 1, () => `${what} is task ${twins.length} of its name`);
  tally.check('IntentBeforeEffect', records.tokens.has(request.clientToken), () => `${what} has no intent`);
  tally.check(
    'NoEarlyLaunch',
    slot === '' || Date.parse(slot) <= task.createdAt + allowedSkewMs,
    () => `${what} is early for ${slot}`,
  );
  const run = records.runs.get(runId as RunId);
  const name = run && startedByOf({ repository, flow: run.flow, run: run.id, attempt: Number(attempt) });
  const isPinned =
    run !== undefined &&
    name === request.startedBy &&
    run.revision === request.revision &&
    canonicalJson(run.parameters as Json) === request.environment['HEADGATE_PARAMETERS'];
  tally.check('DefinitionPinned', isPinned, () => `${what} is not what its run was created from`);
  const own = groups.get(request.flow);
  if (own !== undefined) {
    const members = all.filter(
      (other) =>
        groups.get(other.request.flow)?.group === own.group &&
        isAlive(other, stage) &&
        !records.left.has(other.handle),
    );
    tally.check('NoOverlap', members.length <= own.limit, () => `${what} is one too many of ${own.group}`);
  }
  if (allowsOverlap) return;
  const others = all.filter(
    (other) =>
      other !== task &&
      other.request.flow === request.flow &&
      isAlive(other, stage) &&
      !records.left.has(other.handle),
  );
  tally.check(
    'NoOverlap',
    others.length === 0,
    () => `${what} starts beside ${others[0]?.request.environment['HEADGATE_RUN_ID']}`,
  );
}
