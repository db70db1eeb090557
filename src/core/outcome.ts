import { withRuns } from './command.ts';
import type { Ending } from './ending.ts';
import type { FlowName, Policy } from './flow.ts';
import type { Instant } from './instant.ts';
import { adopt, settle, withAttempt } from './reconcile.ts';
import { mostLaunchTries, nextLaunchTry } from './retries.ts';
import { type Attempt, isEnded, type Run, type RunId } from './run.ts';
import { sendsOf } from './sending.ts';
import type { Found } from './sighting.ts';
import type { State } from './state.ts';

/** What became of the intent to launch one try of an attempt. */
export type LaunchOutcome = {
  readonly run: RunId;
  readonly attempt: number;
  readonly launchTry: number;
  /** Which sending of that try was answered, from 1. */
  readonly send: number;
  readonly result:
    | { readonly kind: 'launched'; readonly handle: string }
    /** It ran already, or runs: found before launching, or by a conflict. */
    | { readonly kind: 'adopted'; readonly found: Found }
    | { readonly kind: 'declined'; readonly ending: Ending }
    | { readonly kind: 'refused'; readonly ending: Ending }
    /** The tick that recorded the intent at that moment never sent it: it could not look first. */
    | { readonly kind: 'unsent'; readonly intendedAt: Instant };
};

/** Enters outcomes into the newest state, which may have moved on since the intents were recorded. */
export function applyOutcomes(
  state: State,
  outcomes: readonly LaunchOutcome[],
  policyOf: (flow: FlowName) => Policy | undefined,
  now: Instant,
): State {
  const changed = new Map<RunId, Run>();
  for (const outcome of outcomes) {
    const run = changed.get(outcome.run) ?? state.runs.get(outcome.run);
    if (run === undefined) continue;
    const after = withOutcome(run, outcome, policyOf(run.flow), now);
    if (after !== run) changed.set(run.id, after);
  }
  return withRuns(state, changed);
}

/** The very run that came in if the outcome says nothing new of it. */
function withOutcome(run: Run, outcome: LaunchOutcome, policy: Policy | undefined, now: Instant): Run {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined || attempt.number !== outcome.attempt) return run;
  if (attempt.handle !== undefined || attempt.ending !== undefined || isEnded(run)) return run;
  const { result } = outcome;
  // A "no" says nothing of the next try, nor of what a later tick has set out to send again.
  const isNewest = attempt.launchTry === outcome.launchTry && sendsOf(attempt) === outcome.send;
  switch (result.kind) {
    case 'launched':
      return settle(withAttempt(run, { ...attempt, handle: result.handle }), { policy, now });
    case 'adopted':
      return settle(withAttempt(run, adopt(attempt, result.found, policy)), { policy, now });
    case 'refused':
      if (!isNewest) return run;
      return settle(withAttempt(run, { ...attempt, ending: result.ending }), { policy, now });
    case 'unsent':
      return isNewest ? withdrawn(run, attempt, { intendedAt: result.intendedAt, now }) : run;
    case 'declined':
      if (!isNewest) return run;
      return declined(run, attempt, { ending: result.ending, policy, now });
  }
}

type Withdrawal = { readonly intendedAt: Instant; readonly now: Instant };

/**
 * The intent is taken back, so that nobody wonders later what became of it: the attempt waits, as one that was declined, for
 * the same try. Only where no other tick has set out to send it: what anybody may have sent stays in doubt.
 */
function withdrawn(run: Run, attempt: Attempt, { intendedAt, now }: Withdrawal): Run {
  const isOwn = sendsOf(attempt) === 1 && attempt.intendedAt === intendedAt;
  if (run.phase.state !== 'launching' || attempt.stop !== undefined || !isOwn) return run;
  return { ...withAttempt(run, { ...attempt, sends: 0 }), phase: { state: 'queued', notBefore: now } };
}

type Decline = { readonly ending: Ending; readonly policy: Policy | undefined; readonly now: Instant };

/** Offered again later, until the attempt has been declined too often. */
function declined(run: Run, attempt: Attempt, { ending, policy, now }: Decline): Run {
  const isLastTry = attempt.launchTry >= mostLaunchTries || policy === undefined || run.cancel !== undefined;
  if (isLastTry) return settle(withAttempt(run, { ...attempt, ending }), { policy, now });
  return {
    ...run,
    phase: {
      state: 'queued',
      notBefore: nextLaunchTry(run, { launchTry: attempt.launchTry, because: ending.class }, now),
    },
  };
}
