import {
  type Alerting,
  alertingOf,
  type ClockWait,
  type FailureStreak,
  type MissedSlots,
  type Trouble,
} from './alerting.ts';
import type { Registry } from './deployment.ts';
import type { FlowName } from './flow.ts';
import type { Instant } from './instant.ts';
import { type EndedRun, isEnded, lastAttempt, type Run, slotOf } from './run.ts';
import type { Gap, GapReason, State } from './state.ts';

type Ground = { readonly registry: Registry; readonly now: Instant };

/** More flows than this in trouble at once have one cause, and the board shows them all. */
const mostTroubles = 200;

const badOutcomes: ReadonlySet<string> = new Set(['failed', 'crashed', 'timed-out']);

/**
 * Enters into `after` what the step from `before` says of its flows: the one place where ends and missed slots are
 * counted. It looks at nothing but the step, so whoever writes state calls it, and calling it twice counts once.
 */
export function followTroubles(before: State, after: State, { registry, now }: Ground): State {
  const known = alertingOf(before);
  const troubles = new Map(known.troubles);
  const successes = lastSuccesses(before);
  for (const run of newEnds(before, after)) enterEnd(troubles, run, successes);
  for (const gap of newlyMissed(before, after)) enterMissed(troubles, gap);
  for (const flow of troubles.keys()) {
    const deployment = registry.deployments.get(flow);
    if (deployment === undefined || deployment.retiredAt !== undefined) troubles.delete(flow);
  }
  const clock = clockWait(before, after, now) ?? known.clock;
  const isSame = clock === known.clock && haveSameTroubles(troubles, known.troubles);
  const alerting: Alerting = {
    ...alertingOf(after),
    troubles: isSame ? known.troubles : bounded(troubles),
    ...(clock === undefined ? {} : { clock }),
  };
  return isSame && alertingOf(after).troubles === known.troubles ? after : { ...after, alerting };
}

/** In the order in which they ended. */
function newEnds(before: State, after: State): EndedRun[] {
  return [...after.runs.values()]
    .filter(isEnded)
    .filter((run) => {
      const known = before.runs.get(run.id);
      return known === undefined || known.phase.state !== run.phase.state;
    })
    .sort((a, b) => a.phase.endedAt - b.phase.endedAt || (a.id < b.id ? -1 : 1));
}

function enterEnd(troubles: Map<FlowName, Trouble>, run: EndedRun, successes: Successes): void {
  const trouble = troubles.get(run.flow) ?? { flow: run.flow };
  if (run.phase.state === 'succeeded') {
    const { missed } = trouble;
    const isOver = missed === undefined || (slotOf(run.cause) ?? run.createdAt) > missed.to;
    put(troubles, { flow: run.flow, ...(isOver ? {} : { missed }) });
  } else if (badOutcomes.has(run.phase.state)) {
    put(troubles, { ...trouble, failures: streakWith(trouble.failures, run, successes) });
  }
}

function put(troubles: Map<FlowName, Trouble>, trouble: Trouble): void {
  if (trouble.failures === undefined && trouble.missed === undefined) troubles.delete(trouble.flow);
  else troubles.set(trouble.flow, trouble);
}

function streakWith(known: FailureStreak | undefined, run: EndedRun, successes: Successes): FailureStreak {
  const ending = lastAttempt(run)?.ending;
  const lastSuccess = known === undefined ? successes(run.flow) : known.lastSuccess;
  return {
    count: (known?.count ?? 0) + 1,
    since: known?.since ?? run.phase.endedAt,
    run: run.id,
    at: run.phase.endedAt,
    class: ending?.class ?? 'no-evidence',
    ...(ending?.exitCode === undefined ? {} : { exitCode: ending.exitCode }),
    ...(lastSuccess === undefined ? {} : { lastSuccess }),
  };
}

type Successes = (flow: FlowName) => FailureStreak['lastSuccess'];

/** Looked for when a flow first fails, in all flows at once: thousands may fail together. */
function lastSuccesses({ runs }: State): Successes {
  let newest: Map<FlowName, EndedRun> | undefined;
  return (flow) => {
    newest ??= newestSuccesses(runs.values());
    const run = newest.get(flow);
    return run && { run: run.id, commit: run.commit, at: run.phase.endedAt };
  };
}

function newestSuccesses(runs: Iterable<Run>): Map<FlowName, EndedRun> {
  const newest = new Map<FlowName, EndedRun>();
  for (const run of runs) {
    if (!isEnded(run) || run.phase.state !== 'succeeded') continue;
    const known = newest.get(run.flow);
    if (known === undefined || run.phase.endedAt > known.phase.endedAt) newest.set(run.flow, run);
  }
  return newest;
}

/** Neighbouring gaps are joined when they are recorded, so the new part of one that grew is what counts. */
function newlyMissed(before: State, after: State): Gap[] {
  if (after.gaps === before.gaps) return [];
  const known = new Set(before.gaps);
  const startOf = ({ flow, from, because }: Gap) => `${flow} ${from} ${because}`;
  const byStart = new Map(before.gaps.toReversed().map((gap) => [startOf(gap), gap]));
  return after.gaps.flatMap((gap) => {
    if (gap.outcome !== 'missed' || known.has(gap)) return [];
    const grown = byStart.get(startOf(gap));
    const count = gap.count - (grown?.count ?? 0);
    return count > 0 ? [{ ...gap, count }] : [];
  });
}

function enterMissed(troubles: Map<FlowName, Trouble>, { flow, from, to, count, because }: Gap): void {
  const trouble = troubles.get(flow) ?? { flow };
  const known = trouble.missed;
  const missed: MissedSlots = {
    count: (known?.count ?? 0) + count,
    from: known === undefined || from < known.from ? from : known.from,
    to: known === undefined || to > known.to ? to : known.to,
    because,
  };
  put(troubles, { ...trouble, missed });
}

/** Gaps that show when a tick came; the others are about runs that stood in the way. */
const latenessReasons: ReadonlySet<GapReason> = new Set(['window', 'newer-slot', 'catch-up-max']);

/** Slots that a tick has just found due: since when they waited. A tick that wrote in between was no silence of the clock. */
function clockWait(before: State, after: State, now: Instant): ClockWait | undefined {
  const fresh = [...after.runs.values()].filter((run) => !before.runs.has(run.id));
  const found = fresh.flatMap((run) =>
    run.cause.kind === 'slot' ? [{ slot: run.cause.slot, at: run.createdAt }] : [],
  );
  const known = new Set(before.gaps);
  const gaps = after.gaps.filter((gap) => !known.has(gap) && latenessReasons.has(gap.because));
  if (found.length === 0 && gaps.length === 0) return undefined;
  const to = found[0]?.at ?? now;
  const earliest = Math.min(...found.map(({ slot }) => slot), ...gaps.map(({ from }) => from));
  const lastTick = Math.max(...alertingOf(before).ticks.map(({ at }) => at), earliest);
  return { from: Math.min(lastTick, to) as Instant, to };
}

/** The oldest stay: people may have been told of them. */
function bounded(troubles: ReadonlyMap<FlowName, Trouble>): ReadonlyMap<FlowName, Trouble> {
  if (troubles.size <= mostTroubles) return troubles;
  const since = ({ failures, missed }: Trouble) =>
    Math.min(failures?.since ?? Number.POSITIVE_INFINITY, missed?.from ?? Number.POSITIVE_INFINITY);
  const oldest = [...troubles].sort(([, a], [, b]) => since(a) - since(b));
  return new Map(oldest.slice(0, mostTroubles));
}

function haveSameTroubles(a: ReadonlyMap<FlowName, Trouble>, b: ReadonlyMap<FlowName, Trouble>): boolean {
  return a.size === b.size && [...a].every(([flow, trouble]) => b.get(flow) === trouble);
}
