import { timelineOf } from '../../src/adapters/memory/life.ts';
import type { Task } from '../../src/adapters/memory/tasks.ts';
import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Limits } from '../../src/core/admission.ts';
import type { Registry } from '../../src/core/deployment.ts';
import { factsOf } from '../../src/core/ending.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { startedByOf } from '../../src/core/identity.ts';
import { secondMs } from '../../src/core/instant.ts';
import { canonicalJson } from '../../src/core/json.ts';
import { isReported } from '../../src/core/prune.ts';
import { type Attempt, isEnded, type Run, slotOf } from '../../src/core/run.ts';
import type { State } from '../../src/core/state.ts';
import type { Records } from './launch-checks.ts';
import type { Tally } from './promises.ts';

export type Record = { readonly state: State; readonly registry: Registry };

export type RecordContext = {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly repository: string;
  readonly records: Records;
  /** Every policy that a flow ever had, and runs that people resolved. */
  readonly policies: ReadonlyMap<FlowName, readonly Policy[]>;
  readonly resolved: ReadonlySet<string>;
  readonly limits: Limits;
};

/** One step of the chain of accepted records. */
export function checkStep(before: Record | undefined, after: Record, context: RecordContext): void {
  const { tally } = context;
  const sequence = before?.state.sequence ?? 0;
  const isNext =
    after.state.sequence === sequence + 1 && (before === undefined || after.state.mark >= before.state.mark);
  tally.check(
    'MonotoneSeq',
    isNext,
    () =>
      `${sequence} is followed by ${after.state.sequence}, mark ${before?.state.mark} by ${after.state.mark}`,
  );
  const open = [...after.state.runs.values()].filter((run) => !isEnded(run)).length;
  tally.check('BoundedState', open <= 10_000 + 500, () => `${open} open runs`);
  for (const run of after.state.runs.values()) {
    const known = before?.state.runs.get(run.id);
    checkRun(known, run, context);
    if (known !== undefined) continue;
    checkCause(run, after, context);
    checkOverlap(run, { before, after }, tally);
  }
  const intents = [...after.state.runs.values()].filter(
    (run) => run.phase.state === 'launching' && before?.state.runs.get(run.id)?.phase.state !== 'launching',
  ).length;
  tally.check(
    'BoundedWork',
    intents <= context.limits.launchesPerTick || before === undefined,
    () => `${intents} launches are intended at once`,
  );
  for (const run of before?.state.runs.values() ?? []) {
    if (after.state.runs.has(run.id)) continue;
    tally.check(
      'BoundedState',
      isEnded(run) && isReported(run),
      () => `${run.id} is forgotten before it was shown`,
    );
  }
}

function checkRun(before: Run | undefined, after: Run, context: RecordContext): void {
  const { tally, policies } = context;
  for (const attempt of after.attempts) checkAttempt(after, attempt, before, context);
  const limits = policies.get(after.flow) ?? [];
  const most =
    Math.max(...limits.map(({ retries, infraRetries }) => 1 + retries.limit + infraRetries)) +
    2 * after.granted;
  tally.check(
    'AttemptBound',
    after.attempts.length <= most,
    () => `${after.id} has ${after.attempts.length} attempts, may have ${most}`,
  );
  checkSpacing(after, limits, tally);
  if (before === undefined) return;
  const isSettled =
    !isEnded(before) ||
    before.phase.state === after.phase.state ||
    after.granted > before.granted ||
    context.resolved.has(after.id);
  tally.check(
    'MonotoneStatus',
    isSettled,
    () => `${after.id} goes from ${before.phase.state} to ${after.phase.state}`,
  );
  const isMore =
    after.attempts.length > before.attempts.length ||
    (after.attempts.at(-1)?.launchTry ?? 0) > (before.attempts.at(-1)?.launchTry ?? 0);
  if (before.cancel !== undefined && after.granted === before.granted)
    tally.check('CancelWins', !isMore, () => `${after.id} is tried again after its cancel`);
  tally.check(
    'DefinitionPinned',
    before.revision === after.revision,
    () => `${after.id} changes its revision`,
  );
}

function checkSpacing(run: Run, policies: readonly Policy[], tally: Tally): void {
  if (run.granted > 0) return;
  const delaySeconds = Math.min(...policies.map(({ retries }) => retries.delaySeconds));
  for (const [index, { ending }] of run.attempts.entries()) {
    const next = run.attempts[index + 1];
    if (ending === undefined || next === undefined || factsOf(ending.class).budget !== 'code') continue;
    tally.check(
      'AttemptBound',
      next.intendedAt - ending.at >= delaySeconds * secondMs,
      () => `${run.id} is tried again too early`,
    );
  }
}

const stopped = new Set(['cancelled', 'superseded', 'start-timeout', 'run-timeout']);
const without = new Set(['no-evidence', 'capacity', 'refused', ...stopped]);

const unexplained = 'nothing that would explain it';

function hiddenOf(stage: Stage, startedBy: string): Task | undefined {
  return stage.tasks.all().find(({ request }) => request.startedBy === startedBy);
}

/** Why nobody can know how an attempt ended. */
function reasonOf(stage: Stage, task: Task | undefined): string {
  if (!stage.eventLog.isTrustworthy) return 'there is no event log';
  const isLost = task !== undefined && stage.eventLog.lost.has(task.handle);
  return isLost ? 'the event of its end never came' : unexplained;
}

function checkAttempt(run: Run, attempt: Attempt, before: Run | undefined, context: RecordContext): void {
  const { stage, tally, repository } = context;
  const name = startedByOf({ repository, flow: run.flow, run: run.id, attempt: attempt.number });
  const what = `attempt ${attempt.number} of ${run.id}`;
  const task = attempt.handle === undefined ? undefined : stage.tasks.get(attempt.handle);
  if (attempt.handle !== undefined)
    tally.check('NoPhantomRun', task?.request.startedBy === name, () => `${what} claims ${attempt.handle}`);
  const { ending } = attempt;
  const isOld = before?.attempts.find(({ number }) => number === attempt.number)?.ending !== undefined;
  if (ending === undefined || isOld) return;
  if (task === undefined) {
    if (ending.class === 'no-evidence')
      context.records.unknownBecause.set(what, reasonOf(stage, hiddenOf(stage, name)));
    tally.check(
      'NoFalseEnd',
      without.has(ending.class),
      () => `${what} ended as ${ending.class} without a task`,
    );
    const hidden = hiddenOf(stage, name);
    tally.check(
      'NoFalseEnd',
      ending.class === 'no-evidence' || hidden === undefined,
      () => `${what} ended as ${ending.class}, and its task ${hidden?.handle} is somewhere`,
    );
    return;
  }
  const truth = timelineOf(task).ending;
  const isOver = truth !== undefined && truth.at <= stage.time.now();
  if (ending.class === 'no-evidence') {
    const reason = reasonOf(stage, task);
    context.records.unknownBecause.set(what, reason);
    const isExcusable = reason !== unexplained;
    tally.check('NoFalseEnd', isExcusable, () => `${what} counts as unknown, but the event log knows`);
    return;
  }
  tally.check('NoFalseEnd', isOver, () => `${what} counts as ended (${ending.class}) and goes on`);
  const isTrue =
    truth?.class === ending.class ||
    (stopped.has(ending.class) &&
      attempt.stop?.cause === ending.class &&
      attempt.stop.at <= (truth?.at ?? 0));
  tally.check('NoFalseEnd', isTrue, () => `${what} ended as ${truth?.class}, recorded is ${ending.class}`);
}

/** A slot's run comes only where its flow's policy on overlap lets it beside others of its parameters. */
function checkOverlap(
  run: Run,
  { before, after }: { readonly before: Record | undefined; readonly after: Record },
  tally: Tally,
): void {
  const overlap = after.registry.deployments.get(run.flow)?.policy.overlap;
  if (run.cause.kind !== 'slot' || (overlap !== 'skip' && overlap !== 'buffer-one')) return;
  const others = [...after.state.runs.values()].filter((other) => {
    const known = before?.state.runs.get(other.id);
    const isOpen = other.flow === run.flow && known !== undefined && !isEnded(known) && !isEnded(other);
    const isWaiting = other.phase.state === 'queued' && other.attempts.length === 0;
    const isOfSeries = canonicalJson(other.parameters) === canonicalJson(run.parameters);
    return isOpen && isOfSeries && other.cause.kind === 'slot' && (overlap === 'skip' || isWaiting);
  });
  tally.check('NoOverlap', others.length === 0, () => `${run.id} comes in spite of ${others[0]?.id}`);
}

/** A run that follows others: all of them ended as it asked. */
function checkCause(run: Run, { registry }: Record, { tally, records }: RecordContext): void {
  const after = registry.deployments.get(run.flow)?.policy.after;
  if (run.cause.kind !== 'upstream' || after === undefined) return;
  const slot = slotOf(run.cause);
  const { run: upstream } = run.cause;
  for (const flow of after.flows) {
    const states = [...records.runs.values()]
      .filter(
        (other) =>
          other.flow === flow && (slot === undefined ? other.id === upstream : slotOf(other.cause) === slot),
      )
      .map(({ phase }) => phase.state);
    const isFit = states.some((state) =>
      after.when === 'succeeded'
        ? state === 'succeeded'
        : !['queued', 'launching', 'running', 'stopping'].includes(state),
    );
    tally.check('DependencyOrder', isFit, () => `${run.id} starts while ${flow} is ${states.join()}`);
  }
}
