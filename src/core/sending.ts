import { withRuns } from './command.ts';
import type { Instant } from './instant.ts';
import { isReplayable, type Look, withAttempt } from './reconcile.ts';
import { type Attempt, lastAttempt, type Run, type RunId } from './run.ts';
import type { State } from './state.ts';

/** The runs whose intents one tick sends to the executor: those that it recorded, or recorded to send again. */
export type Sendings = ReadonlySet<RunId>;

export type SendingQuestion = {
  /** What was recorded before this tick decided. */
  readonly before: State;
  /** What it saw of the attempt of a run before; undefined if it could not look. */
  readonly lookOf: (run: Run, attempt: Attempt) => Look | undefined;
  readonly most: number;
  readonly now: Instant;
};

/**
 * An intent that an earlier tick has left is sent again only by a tick that has written so: an old answer of git then
 * loses the race instead of launching what has ended since, and whoever sent it before ends nothing by a late "no".
 */
export function claimSendings(
  decided: State,
  { before, lookOf, most, now }: SendingQuestion,
): { readonly state: State; readonly sendings: Sendings } {
  const sendings = new Set<RunId>();
  const again = new Map<RunId, Run>();
  for (const run of decided.runs.values()) {
    const attempt = lastAttempt(run);
    if (sendings.size >= most || attempt === undefined || !isUnconfirmed(run, attempt)) continue;
    if (isIntendedSince(before, run, attempt)) sendings.add(run.id);
    else if (isReplayable(attempt, now) && lookOf(run, attempt)?.found.length === 0) {
      sendings.add(run.id);
      again.set(run.id, withAttempt(run, { ...attempt, sends: sendsOf(attempt) + 1 }));
    }
  }
  return { state: withRuns(decided, again), sendings };
}

function isUnconfirmed(run: Run, attempt: Attempt): boolean {
  return run.phase.state === 'launching' && attempt.handle === undefined;
}

function isIntendedSince(before: State, { id }: Run, { number, launchTry }: Attempt): boolean {
  const run = before.runs.get(id);
  const known = run && lastAttempt(run);
  const isSame =
    run?.phase.state === 'launching' && known?.number === number && known.launchTry === launchTry;
  return !isSame;
}

/** How many ticks have set out to send the present try of an attempt. */
export function sendsOf({ sends = 1 }: Attempt): number {
  return sends;
}
