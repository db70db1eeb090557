import { type Ending, type EndingClass, factsOf } from './ending.ts';
import { judgeExit } from './exit-code.ts';
import type { Policy } from './flow.ts';
import { type Instant, minuteMs } from './instant.ts';
import { judgeRetry } from './retries.ts';
import type { Attempt, Run } from './run.ts';
import type { Found, Sighting } from './sighting.ts';

/** What one tick saw, before it decided anything. */
export type Observations = {
  /** By handle. A handle that could not be asked about is not in it. */
  readonly sightings: ReadonlyMap<string, Sighting>;
  /** By `startedBy`: the answers to looks for attempts without a handle, or whose handle is missing. */
  readonly looks: ReadonlyMap<string, Look>;
};

export type Look = {
  readonly found: readonly Found[];
  /** Whether finding nothing means that there is nothing. */
  readonly isConclusive: boolean;
};

/**
 * ECS may answer MISSING for a task that exists: its API is eventually consistent, for up to five minutes by its own
 * advice (ECS API reference, RunTask). Only after that, and more than one look, may a missing task count as lost.
 */
const graceMs = 5 * minuteMs;
const graceTicks = 3;

/**
 * An ECS client token may lapse one hour after a short task ended (ECS API reference, "Ensuring idempotency"). An older
 * intent is looked up, never replayed.
 */
const replayableMs = 50 * minuteMs;

/**
 * From the last moment at which a launch can have been sent until a look surely shows it: the same five minutes, and the
 * time that a slow tick takes. A look before that which finds nothing says nothing.
 */
const settleMs = 2 * graceMs;

export function isReplayable(attempt: Attempt, now: Instant): boolean {
  return now - attempt.intendedAt < replayableMs;
}

/** Whether every tick that may have sent an intent has ended, and a look shows what came of it. */
export function isSettled(attempt: Attempt, now: Instant): boolean {
  return now - attempt.intendedAt >= settleMs;
}

export type RunContext = {
  readonly policy: Policy | undefined;
  readonly startedBy: (attempt: Attempt) => string;
  readonly seen: Observations;
  readonly now: Instant;
};

/** Corrects the record of an open run by what was seen, and settles it if its attempt ended. */
export function reconcile(run: Run, context: RunContext): Run {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined || attempt.ending !== undefined) return run;
  const seen = attempt.handle === undefined ? lookUp(run, attempt, context) : watch(attempt, context);
  if (seen === attempt) return run;
  return settle(withAttempt(run, seen), context);
}

function watch(attempt: Attempt, context: RunContext): Attempt {
  const sighting = context.seen.sightings.get(attempt.handle ?? '');
  if (sighting === undefined) return attempt;
  return sighting.kind === 'missing'
    ? judgeMissing(attempt, context)
    : withSighting(attempt, sighting, context.policy);
}

/** An attempt of which ECS knows nothing: adopt what the event log knows, or wait, or give it up as unknown. */
function judgeMissing(attempt: Attempt, context: RunContext): Attempt {
  const { now } = context;
  const look = context.seen.looks.get(context.startedBy(attempt));
  if (look === undefined) return attempt;
  const found = look.found.find(({ handle }) => handle === attempt.handle);
  if (found !== undefined && found.sighting.kind !== 'missing')
    return withSighting(attempt, found.sighting, context.policy);
  const since = attempt.missing?.since ?? now;
  const ticks = (attempt.missing?.ticks ?? 0) + 1;
  const isLost = now - attempt.intendedAt >= graceMs && now - since >= graceMs && ticks >= graceTicks;
  if (isLost) return { ...attempt, ending: { class: 'no-evidence', at: now } };
  return { ...attempt, missing: { since, ticks } };
}

/** An intent whose launch nobody confirmed: adopt what it started, wait, move to a new try, or give it up as unknown. */
function lookUp(run: Run, attempt: Attempt, context: RunContext): Attempt {
  const { now } = context;
  const look = context.seen.looks.get(context.startedBy(attempt));
  if (look === undefined) return attempt;
  const [first] = look.found;
  if (first !== undefined) return adopt(attempt, first, context.policy);
  if (run.phase.state === 'queued') return attempt;
  const cancelledAt = attempt.stop?.at ?? run.cancel?.at;
  if (now < (cancelledAt ?? attempt.intendedAt + replayableMs) + settleMs) return attempt;
  if (!look.isConclusive) return ended(attempt, 'no-evidence', now);
  if (cancelledAt !== undefined) return ended(attempt, 'cancelled', now);
  return nextTry(attempt, now);
}

/** The next offer of an attempt, under a token of its own. */
export function nextTry({ sends: _, ...attempt }: Attempt, now: Instant): Attempt {
  return { ...attempt, launchTry: attempt.launchTry + 1, intendedAt: now };
}

/** A try that nobody has sent under its token is the same try, however often: being cut off declines nothing. */
export function sameOrNextTry(attempt: Attempt, now: Instant): Attempt {
  if (attempt.sends !== 0) return nextTry(attempt, now);
  const { sends: _, ...same } = attempt;
  return { ...same, intendedAt: now };
}

/** An intent whose task was found. */
export function adopt(attempt: Attempt, { handle, sighting }: Found, policy: Policy | undefined): Attempt {
  return withSighting({ ...attempt, handle }, sighting, policy);
}

function ended(attempt: Attempt, endingClass: EndingClass, at: Instant): Attempt {
  return { ...attempt, ending: { class: endingClass, at } };
}

function withSighting(attempt: Attempt, sighting: Sighting, policy: Policy | undefined): Attempt {
  const { missing: _, ...known } = attempt;
  switch (sighting.kind) {
    case 'missing':
      return attempt;
    case 'starting':
      return attempt.missing === undefined ? attempt : known;
    case 'running':
      return attempt.startedAt === sighting.startedAt && attempt.missing === undefined
        ? attempt
        : { ...known, startedAt: sighting.startedAt };
    case 'ended': {
      const startedAt = sighting.startedAt ?? attempt.startedAt;
      return {
        ...known,
        ...(startedAt === undefined ? {} : { startedAt }),
        ending: underStop(judgeExit(sighting.ending, { startedAt, policy }), attempt),
      };
    }
  }
}

/** An end after our own stop is what the stop was for; one before it is its own. */
function underStop(ending: Ending, attempt: Attempt): Ending {
  const { stop } = attempt;
  return stop === undefined || ending.at <= stop.at ? ending : { ...ending, class: stop.cause };
}

export function withAttempt(run: Run, attempt: Attempt): Run {
  const attempts = [...run.attempts.filter(({ number }) => number !== attempt.number), attempt];
  return { ...run, attempts };
}

/** Moves a run to the phase that its last attempt calls for. */
export function settle(run: Run, context: Pick<RunContext, 'policy' | 'now'>): Run {
  const attempt = run.attempts.at(-1);
  if (attempt === undefined) return run;
  if (attempt.ending !== undefined) return settleEnded(run, attempt.ending, context);
  if (attempt.stop !== undefined) return { ...run, phase: { state: 'stopping' } };
  if (attempt.startedAt !== undefined) return { ...run, phase: { state: 'running' } };
  return { ...run, phase: { state: 'launching' } };
}

function settleEnded(run: Run, ending: Ending, { policy, now }: Pick<RunContext, 'policy' | 'now'>): Run {
  const verdict = judgeRetry(run, policy, now);
  if (verdict.kind === 'retry') return { ...run, phase: { state: 'queued', notBefore: verdict.notBefore } };
  const isCancelled = isTimeout(ending) && run.cancel !== undefined && run.cancel.at < ending.at;
  const state = isCancelled ? 'cancelled' : factsOf(ending.class).outcome;
  return { ...run, phase: { state, endedAt: ending.at } };
}

/** Such an attempt was stopped by us: a cancel that came before its end wins, and nothing that waits for a failure follows. */
function isTimeout({ class: endingClass }: Ending): boolean {
  return endingClass === 'start-timeout' || endingClass === 'run-timeout';
}
