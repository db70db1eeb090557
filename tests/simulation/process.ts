import { aroundOf, type OnCall } from '../../src/adapters/memory/hook.ts';
import { sightingAt, timelineOf } from '../../src/adapters/memory/life.ts';
import type { MemoryCommit } from '../../src/adapters/memory/source-tree.ts';
import type { Stage } from '../../src/adapters/memory/world.ts';
import { type Instant, minuteMs, plusMs } from '../../src/core/instant.ts';
import { RefusedError } from '../../src/core/problem.ts';
import type { Sighting, World } from '../../src/ports.ts';
import { quickStateStore } from './branch.ts';
import { type FaultKind, faultsAt, repeatedAt } from './faults.ts';
import type { Oracle } from './oracle.ts';

/** A runner that is gone: nothing that it was about to do happens. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** The API is consistent after five minutes (ECS API reference, RunTask); an event arrives within fifteen. */
const staleTasksMs = 5 * minuteMs;
const staleEventsMs = 15 * minuteMs;
const staleSightingMs = 2 * minuteMs;
const slowMs = 6 * minuteMs;

/** What one process does to the world, one call at a time. */
export type Process = {
  readonly number: number;
  readonly world: World;
  /** Calls so far, by port and operation. */
  readonly calls: Map<string, number>;
  isDead: boolean;
  /** Lost a race and has not loaded since. */
  isBehind: boolean;
  /** Faults that it met. */
  readonly faults: FaultKind[];
};

export type Surroundings = {
  readonly number: number;
  readonly stage: Stage;
  readonly oracle: Oracle;
  readonly source?: MemoryCommit;
  /** Whether anything may go wrong now. */
  readonly isFaulty: () => boolean;
  /** How far the clock of its machine is ahead after so many calls. */
  readonly skewMs?: (calls: number) => number;
  /** The state branch holds something that cannot be read. */
  readonly isCorrupt?: () => boolean;
  readonly isReversed?: boolean;
  readonly turn?: () => Promise<void>;
  readonly onCalled: (process: Process, operation: string) => void;
  readonly onFault: (kind: FaultKind, operation: string) => void;
  /** What is wrong with the next launch, read by the stage. */
  readonly launchFault: { kind: FaultKind | undefined };
};

export function processOn(surroundings: Surroundings): Process {
  const { stage, oracle, onCalled, onFault, launchFault, number, skewMs = () => 0 } = surroundings;
  let calls = 0;
  const due = new Map<string, FaultKind>();
  let staleOperation: string | undefined;
  let isPartial = false;
  let canDieAfterLast = false;
  const die = (): never => {
    process.isDead = true;
    throw new Crash('The runner is gone');
  };
  const before = (operation: string): void => {
    calls += 1;
    process.calls.set(operation, (process.calls.get(operation) ?? 0) + 1);
    if (!surroundings.isFaulty()) return;
    const kinds = faultsAt(operation);
    if (kinds.length === 0) return;
    const from = 1 + repeatedAt(operation, canDieAfterLast);
    canDieAfterLast = kinds.includes('crash-after');
    const kind = kinds[oracle.choose(kinds.length + 1, `fault:${operation}`, from) - 1];
    if (kind === undefined) return;
    process.faults.push(kind);
    onFault(kind, operation);
    if (kind === 'crash-before') die();
    const isLaunch = operation === 'executor.launch-one';
    if (kind === 'denied') throw new RefusedError({ code: 'E_DENIED', message: 'Not allowed any more' });
    if (kind === 'error-before' && !isLaunch) throw new Error('socket hang up');
    if (kind === 'slow') stage.time.advance(slowMs);
    else if (kind === 'race' && stage.branches.current() !== undefined) stage.branches.write({});
    else if (kind === 'stale') staleOperation = operation;
    else if (kind === 'partial') isPartial = true;
    else if (isLaunch && kind !== 'crash-after') launchFault.kind = kind;
    else due.set(operation, kind);
  };
  const after = (operation: string): void => {
    if (operation === 'state.load') process.isBehind = false;
    onCalled(process, operation);
    const kind = due.get(operation);
    due.delete(operation);
    if (kind === 'crash-after') die();
    if (kind === 'error-after') throw new Error('ECONNRESET');
  };
  const onCall: OnCall = async (port, name, phase) => {
    const operation = `${port}.${name}`;
    if (phase === 'before') await surroundings.turn?.();
    if (process.isDead) throw new Crash('The runner is gone');
    if (phase === 'before') before(operation);
    else after(operation);
  };
  const source = surroundings.source === undefined ? {} : { source: surroundings.source };
  const world = stage.enter({ ...source, onCall });
  const inOrder = <K, V>(answer: ReadonlyMap<K, V>): ReadonlyMap<K, V> =>
    surroundings.isReversed === true ? new Map([...answer].reverse()) : answer;
  const inner = {
    ...world,
    executor: {
      ...world.executor,
      look: async (names: readonly string[], known: ReadonlySet<string>) =>
        inOrder(await world.executor.look(names, known)),
      observe: async (handles: readonly string[]) => inOrder(await world.executor.observe(handles)),
    },
    clock: { ...world.clock, now: () => plusMs(world.clock.now(), skewMs(calls)) },
    state: quickStateStore(stage.branches, aroundOf(onCall, 'state')),
  };
  const isStale = (operation: string): boolean => {
    const answer = staleOperation === operation;
    if (answer) staleOperation = undefined;
    return answer;
  };
  const process: Process = {
    number,
    world: distorted(inner, stage, {
      isStale,
      refuseCorrupt() {
        if (surroundings.isCorrupt?.() !== true) return;
        process.faults.push('denied');
        throw new RefusedError({ code: 'E_STATE_CORRUPT', message: 'state.json is not JSON' });
      },
      isPartial() {
        const answer = isPartial;
        isPartial = false;
        return answer;
      },
      onCommit(answer) {
        process.isBehind = answer === 'lost';
      },
    }),
    calls: new Map(),
    isDead: false,
    isBehind: false,
    faults: [],
  };
  return process;
}

type Distortion = {
  readonly isStale: (operation: string) => boolean;
  readonly refuseCorrupt: () => void;
  readonly isPartial: () => boolean;
  readonly onCommit: (answer: 'committed' | 'lost') => void;
};

/** The same world, with answers that are older than the newest truth. */
function distorted(
  world: World,
  stage: Stage,
  { isStale, isPartial, onCommit, refuseCorrupt }: Distortion,
): World {
  const isYoung = (handle: string): boolean =>
    stage.time.now() < (stage.tasks.get(handle)?.createdAt ?? 0) + staleTasksMs;
  const earlier = (handle: string, sighting: Sighting): Sighting => {
    const task = stage.tasks.get(handle);
    if (task === undefined || sighting.kind === 'missing') return sighting;
    if (isYoung(handle)) return { kind: 'missing' };
    return sightingAt(timelineOf(task), plusMs(stage.time.now(), -staleSightingMs));
  };
  const endedLongAgo = (handle: string): boolean => {
    const task = stage.tasks.get(handle);
    const endedAt = task === undefined ? undefined : timelineOf(task).ending?.at;
    return endedAt !== undefined && endedAt + staleEventsMs <= stage.time.now();
  };
  return {
    ...world,
    state: {
      ...world.state,
      async load(now: Instant) {
        const snapshot = await world.state.load(now);
        refuseCorrupt();
        const { history } = stage.branches;
        const before = history[history.findIndex(({ version }) => version === snapshot.version) - 1];
        return isStale('state.load') && before !== undefined ? before : snapshot;
      },
      async commit(change) {
        const answer = await world.state.commit(change);
        onCommit(answer.kind);
        return answer;
      },
    },
    executor: {
      ...world.executor,
      async look(startedBy, known) {
        const found = await world.executor.look(startedBy, known);
        if (!isStale('executor.look')) return found;
        return new Map([...found].map(([name, all]) => [name, all.filter(({ handle }) => !isYoung(handle))]));
      },
      async observe(handles) {
        const seen = await world.executor.observe(handles);
        if (isPartial()) return new Map();
        if (!isStale('executor.observe')) return seen;
        return new Map([...seen].map(([handle, sighting]) => [handle, earlier(handle, sighting)]));
      },
    },
    eventLog: {
      async find(startedBy, since) {
        const answer = await world.eventLog.find(startedBy, since);
        if (!isStale('eventLog.find')) return answer;
        const found = [...answer.found].map(
          ([name, all]) => [name, all.filter(({ handle }) => endedLongAgo(handle))] as const,
        );
        return { ...answer, found: new Map(found) };
      },
    },
  };
}
