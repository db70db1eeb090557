import { timelineOf } from '../../src/adapters/memory/life.ts';
import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Limits } from '../../src/core/admission.ts';
import { emptyRegistry, type Registry } from '../../src/core/deployment.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { startedByOf } from '../../src/core/identity.ts';
import { type Instant, minuteMs } from '../../src/core/instant.ts';
import { nextSlots } from '../../src/core/slots.ts';
import type { State } from '../../src/core/state.ts';
import type { Command } from '../../src/engine/control.ts';
import type { TickResult } from '../../src/engine/tick.ts';
import { idOf } from './fingerprint.ts';
import type { Foreign } from './foreign.ts';
import { checkNewTask, partsOf, type Records, recordsOf, remember } from './launch-checks.ts';
import type { Process } from './process.ts';
import { type PromiseName, type Tally, tallyOf } from './promises.ts';
import { checkStep } from './record-checks.ts';
import { type SlotsLedger, slotsLedger } from './slots-ledger.ts';

export type Saved = { readonly state: State; readonly registry: Registry };

/** Watches everything that happens, and says what must not be. */
export type Checker = {
  readonly tally: Tally;
  readonly records: Records;
  readonly ledger: SlotsLedger;
  readonly secret: string;
  readonly resolved: Set<string>;
  called(process: Process, operation: string): void;
  ticked(process: Process, result: TickResult | undefined, isFaulty: boolean): void;
  commanding(command: Command): void;
  /** Undefined: the branch is gone. */
  rolledBack(to: Saved | undefined): void;
  /** Somebody deleted the check of a run. */
  readonly removedChecks: Set<string>;
  violate(promise: PromiseName, detail: string): void;
  /** Everything that later judgements depend on; a number stands for an equal value. */
  remembered(): readonly (string | number)[];
};

type Watched = {
  readonly stage: Stage;
  readonly repository: string;
  readonly limits: Limits;
  readonly secret: string;
  readonly foreign: Foreign;
  readonly hasAlarm: boolean;
};

type SoFar = {
  head: Saved | undefined;
  lastRegistry: Registry | undefined;
  /** Of every flow that ever named one. */
  groups: ReadonlyMap<FlowName, { readonly group: string; readonly limit: number }>;
  checkedRecords: number;
  checkedTasks: number;
  isRolledBack: boolean;
};

const writes = new Set([
  'state.commit',
  'executor.launch-one',
  'executor.stop',
  'checks.publish-one',
  'executor.register',
]);
/** Of one tick: GitHub's limits are shared with everything else; forty logs of eight pages. */
const mostCheckCalls = 60;
const mostLogCalls = 320;
const allowedSkewMs = 3 * minuteMs;
const replayableMs = 50 * minuteMs;

export function checkerOf({ stage, repository, limits, secret, foreign, hasAlarm }: Watched): Checker {
  const { shelf } = stage;
  const tally = tallyOf(shelf);
  const records = recordsOf(shelf);
  const ledger = slotsLedger(shelf);
  const policies = shelf.map<FlowName, readonly Policy[]>();
  const resolved = shelf.set<string>();
  const removedChecks = shelf.set<string>();
  const stopsSeen = shelf.set<string>();
  const unconfirmed = shelf.map<string, number>();
  const soFar = shelf.fields<SoFar>({
    head: undefined,
    lastRegistry: undefined,
    groups: new Map(),
    checkedRecords: 0,
    checkedTasks: 0,
    isRolledBack: false,
  });

  const learn = (registry: Registry, now: Instant): void => {
    soFar.lastRegistry = registry;
    for (const { flow, policy } of registry.deployments.values()) {
      const known = policies.get(flow) ?? [];
      const text = JSON.stringify(policy);
      if (!known.some((other) => JSON.stringify(other) === text)) policies.set(flow, [...known, policy]);
    }
    ledger.deployed(registry, now);
    soFar.groups = new Map(
      [...policies].flatMap(([flow, all]) => {
        const group = all.at(-1)?.concurrency;
        return group === undefined ? [] : [[flow, group] as const];
      }),
    );
  };
  /** `now`: by the clock of whoever wrote last. */
  const follow = (now: Instant): void => {
    const { history } = stage.branches;
    for (; soFar.checkedRecords < history.length; soFar.checkedRecords += 1) {
      const saved = history[soFar.checkedRecords];
      if (saved === undefined) continue;
      if (saved.registry !== soFar.lastRegistry) learn(saved.registry, now);
      remember(records, saved, repository);
      ledger.remembered(saved.state);
      checkStep(soFar.head, saved, { stage, tally, repository, records, policies, resolved, limits });
      soFar.head = saved;
    }
  };
  const checkTasks = (): void => {
    const all = stage.tasks.all();
    for (; soFar.checkedTasks < all.length; soFar.checkedTasks += 1) {
      const task = all[soFar.checkedTasks];
      if (task === undefined) continue;
      const known = policies.get(task.request.flow) ?? [];
      const allowsOverlap = known.some(({ overlap }) => overlap === 'allow');
      const before = tally.violations.length;
      checkNewTask(task, { stage, records, tally, repository, allowsOverlap, groups: soFar.groups });
      if (soFar.isRolledBack)
        tally.check(
          'RollbackSafe',
          tally.violations.length === before,
          () => `${task.request.environment['HEADGATE_RUN_ID']} after a rollback`,
        );
    }
  };
  const checkStops = (): void => {
    for (const task of stage.tasks.all()) {
      if (task.stop === undefined || stopsSeen.has(task.handle)) continue;
      stopsSeen.add(task.handle);
      if (!task.stop.reason.startsWith('headgate:')) continue;
      tally.check(
        'IntentBeforeEffect',
        records.stops.has(task.handle) || task.stop?.reason.includes('stray') === true,
        () => `${task.handle} is stopped without an intent`,
      );
      const { startedAt } = timelineOf(task);
      const isLate = startedAt === undefined || startedAt > task.stop.at - allowedSkewMs;
      tally.check(
        'TimeoutEnforced',
        isLate || !task.stop.reason.startsWith('headgate:start-timeout'),
        () => `${task.handle} is stopped for not starting, and has started`,
      );
      tally.check(
        'NoForeignEffect',
        task.request.startedBy.startsWith('hg-'),
        () => `${task.handle} is not ours, and is stopped`,
      );
      const touched = foreign.touched();
      tally.check('NoForeignEffect', touched === undefined, () => touched ?? '');
    }
  };
  /** An intent that a healthy tick neither launches nor explains. */
  const checkIntents = (result: TickResult): void => {
    for (const run of result.open) {
      const attempt = run.attempts.at(-1);
      if (run.phase.state === 'queued') {
        const count = result.waiting.has(run.id) ? 0 : (unconfirmed.get(run.id) ?? 0) + 1;
        unconfirmed.set(run.id, count);
        tally.check('PromptLaunch', count <= 3, () => `${run.id} waits, and nobody says why`);
      } else if (run.phase.state === 'launching' && attempt?.handle === undefined && attempt !== undefined) {
        const count = (unconfirmed.get(run.id) ?? 0) + 1;
        unconfirmed.set(run.id, count);
        // What replays of a launch are refused for says nothing of the launch: a look is sure after an hour only.
        const isRefused = stage.revisions.get(run.revision) === undefined;
        tally.check(
          'PromptLaunch',
          isRefused || count <= 2 || result.at - attempt.intendedAt >= replayableMs,
          () => `${run.id} is not launched by ${count} healthy ticks`,
        );
      } else unconfirmed.delete(run.id);
    }
  };
  /** A clock that is set comes no later than the next slot. */
  const checkAlarm = ({ at }: TickResult): void => {
    const current = stage.branches.current();
    if (!hasAlarm || current === undefined) return;
    const next = [...current.registry.deployments.values()]
      .filter(({ flow, retiredAt }) => retiredAt === undefined && !current.state.pauses.has(flow))
      .flatMap(({ policy }) => policy.schedules.flatMap((schedule) => nextSlots(schedule, at, 1)));
    if (next.length === 0) return;
    const isInTime = stage.alarm.at !== undefined && stage.alarm.at <= Math.min(...next);
    tally.check('PromptLaunch', isInTime, () => `the clock is set to ${stage.alarm.at}`);
  };
  /** By its handle, or by its name in a run that goes on: written down here once more. */
  const isRecorded = (state: State | undefined, handle: string, startedBy: string): boolean =>
    [...(state?.runs.values() ?? [])].some(({ id, flow, attempts }) =>
      attempts.some(
        (one) =>
          one.handle === handle ||
          (one.handle === undefined &&
            startedByOf({ repository, flow, run: id, attempt: one.number }) === startedBy),
      ),
    );
  /** A task that nobody remembers is named, and no other. */
  const checkOrphans = ({ orphans, at }: TickResult): void => {
    if (orphans === undefined) return;
    const state = stage.branches.current()?.state;
    const live = stage.tasks
      .all()
      .filter((task) => task.createdAt < at && task.stop === undefined)
      .filter(({ handle }) => ['starting', 'running'].includes(stage.tasks.sighting(handle).kind));
    const missing = live
      .filter(({ handle, request: { startedBy } }) => !isRecorded(state, handle, startedBy))
      .filter(({ handle }) => !orphans.some((orphan) => orphan.handle === handle));
    tally.check('NoOrphanTask', missing.length === 0, () => `${missing[0]?.handle} is not named`);
    const others = orphans.filter(({ handle }) => foreign.handles.has(handle));
    tally.check('NoForeignEffect', others.length === 0, () => `${others[0]?.startedBy} is not ours`);
    for (const { handle } of orphans) records.named.add(handle);
  };
  return {
    tally,
    records,
    ledger,
    secret,
    resolved,
    called(process, operation) {
      if (writes.has(operation) && operation !== 'state.commit')
        tally.check('SerializableTicks', !process.isBehind, () => `${operation} after a lost race`);
      if (operation === 'state.commit') follow(process.world.clock.now());
      if (operation === 'executor.launch-one') checkTasks();
      if (operation === 'executor.stop') checkStops();
    },
    ticked(process, result, isFaulty) {
      follow(process.world.clock.now());
      const callsOf = (...names: readonly string[]): number =>
        names.reduce((sum, name) => sum + (process.calls.get(name) ?? 0), 0);
      const launches = callsOf('executor.launch-one');
      const checks = callsOf('checks.publish-one', 'checks.create-one');
      const logs = callsOf('logs.read');
      const rest = [...process.calls.values()].reduce((sum, count) => sum + count, 0);
      tally.check(
        'BoundedWork',
        launches <= limits.launchesPerTick && checks <= mostCheckCalls && logs <= mostLogCalls && rest <= 600,
        () =>
          `${launches} launches, ${checks} requests for checks, ${logs} for logs, ${rest} calls in one tick`,
      );
      if (result === undefined || isFaulty || process.faults.length > 0) return;
      checkOrphans(result);
      checkIntents(result);
      checkAlarm(result);
      if (result.isBehind) return;
      const lost = ledger.unaccounted(result.at);
      tally.check(
        'NoLostSlot',
        lost.length === 0,
        () => `nothing is said of ${lost.slice(0, 3).join(', ')} (${lost.length})`,
      );
    },
    commanding(command) {
      if (command.kind === 'resolve') resolved.add(command.run);
    },
    rolledBack(to) {
      follow(stage.time.now());
      soFar.head = to;
      soFar.isRolledBack = true;
      unconfirmed.clear();
      const kept = new Set(
        [...(to?.state.runs.values() ?? [])].flatMap(({ attempts }) => attempts.map(({ handle }) => handle)),
      );
      for (const task of stage.tasks.all()) if (!kept.has(task.handle)) records.left.add(task.handle);
      soFar.lastRegistry = undefined;
      ledger.rolledBack(to?.registry ?? emptyRegistry, stage.time.now() as Instant);
    },
    removedChecks,
    violate: (promise, detail) => tally.check(promise, false, () => detail),
    remembered: () => [
      ...partsOf(records),
      ...ledger.parts(),
      [...resolved].join(),
      [...stopsSeen].join(),
      JSON.stringify([...unconfirmed]),
      ...[...policies].flatMap(([flow, all]) => [flow, idOf(all)]),
      `${soFar.isRolledBack} ${tally.violations.length}`,
    ],
  };
}
