import { type Instant, instantFromMs, minuteMs, plusMs } from './instant.ts';
import { isReported, shownAs } from './prune.ts';
import { type CheckClaim, type EndedRun, isEnded, type Run, type RunId, type Shown } from './run.ts';
import type { State } from './state.ts';

/**
 * GitHub has no compare-and-swap for checks: whoever asks second creates a second one. The state has it, so a check is
 * claimed there before it is created, together with the intent of the run that it shows.
 */

/** Runs that one tick shows, and so claims, at most. */
export const mostShown = 200;
/** The tick that claimed a check creates it within this time, or not at all: a usual tick takes seconds. */
export const creationMs = 2 * minuteMs;
/**
 * Then any other may claim it. The time between allows for clocks of which one is three minutes ahead and one three
 * behind, and for a request on its way. It is also how long the result of a run stays unsaid when a tick dies.
 */
const claimMs = 9 * minuteMs;
const longAgo = instantFromMs(0);

/** People wait for ends; they go first when the budget is short. */
function byUrgency(a: Run, b: Run): number {
  return Number(isEnded(b)) - Number(isEnded(a)) || a.createdAt - b.createdAt;
}

export type Claims = ReadonlyMap<RunId, CheckClaim>;

/**
 * How long a check that GitHub does not take is left alone: "within the hour", also where a tick comes once an hour and a
 * little early.
 */
const refusedMs = 50 * minuteMs;

/** Whether GitHub may be asked about it: a check that it refused is not sent by every tick. */
export function isShowable({ showNotBefore }: Run, now: Instant): boolean {
  return showNotBefore === undefined || showNotBefore <= now;
}

/** Claims the checks of all runs that have none and are about to be shown. */
export function claimChecks(
  state: State,
  { now, version }: { readonly now: Instant; readonly version: string | undefined },
): { readonly state: State; readonly claims: Claims } {
  const wanted = [...state.runs.values()]
    .filter((run) => isAboutToBeShown(run) && isFree(run.claim, now) && isShowable(run, now))
    .sort(byUrgency)
    .slice(0, mostShown);
  if (wanted.length === 0) return { state, claims: new Map() };
  const claims = new Map(wanted.map((run) => [run.id, claimOf(run.claim, now, version)]));
  return {
    state: withRuns(
      state,
      [...claims].map(([id, claim]) => [id, { claim }]),
    ),
    claims,
  };
}

function isAboutToBeShown(run: Run): boolean {
  return run.shown === undefined && (shownAs(run) !== '' || run.phase.state === 'launching');
}

function isFree(claim: CheckClaim | undefined, now: Instant): boolean {
  return claim === undefined || now - claim.at >= claimMs;
}

/** What an earlier claim may have created hangs on the commit of that claim, and is looked for there. */
function claimOf(earlier: CheckClaim | undefined, at: Instant, version: string | undefined): CheckClaim {
  const commit = earlier === undefined ? undefined : (earlier.commit ?? version);
  return commit === undefined ? { at } : { at, commit };
}

/** A claim cannot name the commit that it comes with; whoever writes the next one on top of that can. */
export function stampClaims(before: State, after: State, version: string | undefined): State {
  if (version === undefined) return after;
  const stamped = [...after.runs.values()].flatMap(({ id, claim }) =>
    claim !== undefined && claim.commit === undefined && before.runs.get(id)?.claim?.at === claim.at
      ? [[id, { claim: { ...claim, commit: version } }] as const]
      : [],
  );
  return withRuns(after, stamped);
}

/** What became of the checks that a tick set out to show. */
export type ShowOutcome = {
  readonly claims: Claims;
  /** What is shown now, and what was recorded to be shown when it was sent. */
  readonly marks: ReadonlyMap<RunId, { readonly before: Shown | undefined; readonly after: Shown }>;
  /** Known checks that are not there any more, by the id that was tried. */
  readonly gone: ReadonlyMap<RunId, string>;
  /** Claims under which nothing was sent. */
  readonly untouched: ReadonlySet<RunId>;
  /** Claims under which nothing was created, for sure. */
  readonly vain: ReadonlySet<RunId>;
  /** Claims whose commit is not there: the next one is of a new commit. */
  readonly homeless: ReadonlySet<RunId>;
  /** Runs whose check GitHub does not take, and when that was. */
  readonly refused: ReadonlyMap<RunId, Instant>;
};

/**
 * Enters what was shown. A claim that led to nothing is given up, so that the next tick need not wait for its end; where
 * that alone would be a reason to write, as when GitHub refuses for days, only one under which nothing was tried.
 */
export function enterShown(state: State, outcome: ShowOutcome, isWritten: boolean): State {
  const shown = withRuns(
    state,
    [...outcome.marks].flatMap(([id, mark]) => entryOf(state.runs.get(id), mark, outcome)),
  );
  const gone = [...outcome.gone].filter(([id, checkId]) => shown.runs.get(id)?.shown?.checkId === checkId);
  const forgotten = withRuns(
    shown,
    gone.map(([id]) => [id, { shown: undefined }]),
  );
  const paused = withRuns(
    forgotten,
    [...outcome.refused].map(([id, at]) => [id, { showNotBefore: plusMs(at, refusedMs) }]),
  );
  const freed = released(paused, new Set([...outcome.untouched, ...outcome.homeless]), outcome);
  return freed === state && !isWritten ? state : released(freed, outcome.vain, outcome);
}

type Change = {
  readonly shown?: Shown | undefined;
  readonly claim?: CheckClaim | undefined;
  readonly showNotBefore?: Instant | undefined;
};
type Entry = readonly [RunId, Change];

/**
 * If another tick has shown the run meanwhile, nobody knows whose word GitHub got last: unless both said the same, it is
 * shown once more. If that was another check, the record is its, and this one is withdrawn.
 */
function entryOf(
  run: Run | undefined,
  { before, after }: { readonly before: Shown | undefined; readonly after: Shown },
  { claims }: ShowOutcome,
): readonly Entry[] {
  if (run === undefined) return [];
  const { shown } = run;
  const claim = run.claim?.at === claims.get(run.id)?.at ? undefined : run.claim;
  if (isSame(shown, before)) return [[run.id, { shown: after, claim, showNotBefore: undefined }]];
  if (shown === undefined || shown.checkId !== after.checkId || shown.as === after.as) return [];
  return [[run.id, { shown: { ...shown, as: unclear } }]];
}

/** No run is ever shown as this. */
const unclear = 'unclear';

/** Ended runs whose checks say so, by the record. */
export function settledChecks({ runs }: State): readonly ShownEnd[] {
  return [...runs.values()].flatMap((run) =>
    isEnded(run) && isReported(run) && run.shown !== undefined ? [{ ...run, shown: run.shown }] : [],
  );
}

export type ShownEnd = EndedRun & { readonly shown: Shown };

/** Checks that were seen to say something else than the record has of them are sent once more. */
export function doubtChecks(state: State, seen: ReadonlyMap<RunId, Shown>): State {
  return withRuns(
    state,
    [...seen].flatMap(([id, shown]) =>
      isSame(state.runs.get(id)?.shown, shown) ? [[id, { shown: { ...shown, as: unclear } }] as const] : [],
    ),
  );
}

function isSame(a: Shown | undefined, b: Shown | undefined): boolean {
  return a?.checkId === b?.checkId && a?.as === b?.as;
}

function released(state: State, ids: ReadonlySet<RunId>, { claims, homeless }: ShowOutcome): State {
  return withRuns(
    state,
    [...ids].flatMap((id): readonly Entry[] => {
      const { claim } = state.runs.get(id) ?? {};
      const own = claims.get(id);
      if (claim === undefined || own === undefined || claim.at !== own.at) return [];
      // Under an earlier claim it may have been created: that commit is not forgotten.
      const isKept = own.commit !== undefined && !homeless.has(id);
      return [[id, { claim: isKept ? { ...claim, at: longAgo } : undefined }]];
    }),
  );
}

/** Checks that this tick created, and the record knows another for the same run. */
export function strayChecks(state: State, { marks }: ShowOutcome): ReadonlyMap<RunId, string> {
  return new Map(
    [...marks].flatMap(([id, { before, after }]) => {
      const shown = state.runs.get(id)?.shown;
      const isStray = before === undefined && shown !== undefined && shown.checkId !== after.checkId;
      return isStray ? [[id, after.checkId] as const] : [];
    }),
  );
}

/** Runs that nobody could be told of yet, and that GitHub may be asked about now. */
export function unreportedRuns({ runs }: State, now: Instant): readonly Run[] {
  return [...runs.values()].filter((run) => !isReported(run) && isShowable(run, now)).sort(byUrgency);
}

/** A key that is undefined is taken out. */
function withRuns(state: State, entries: readonly Entry[]): State {
  if (entries.length === 0) return state;
  const runs = new Map(state.runs);
  for (const [id, change] of entries) {
    const run = runs.get(id);
    if (run !== undefined) runs.set(id, changed(run, change));
  }
  return { ...state, runs };
}

function changed(run: Run, change: Change): Run {
  const { shown = undefined, claim = undefined, showNotBefore = undefined, ...rest } = { ...run, ...change };
  return {
    ...rest,
    ...(shown === undefined ? {} : { shown }),
    ...(claim === undefined ? {} : { claim }),
    ...(showNotBefore === undefined ? {} : { showNotBefore }),
  };
}
