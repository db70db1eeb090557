import type { Policy } from './flow.ts';
import { type Instant, secondMs } from './instant.ts';
import { withAttempt } from './reconcile.ts';
import type { Run, StopIntent } from './run.ts';

/**
 * Marks the open attempt of a run for stopping when a person or a timeout wants it to end. The intent is recorded here;
 * StopTask follows in every tick until the end is seen.
 */
export function applyStops(run: Run, policy: Policy | undefined, now: Instant): Run {
  if ('endedAt' in run.phase) return run;
  const attempt = run.attempts.at(-1);
  const hasOpenAttempt =
    attempt !== undefined && attempt.ending === undefined && run.phase.state !== 'queued';
  if (!hasOpenAttempt)
    return run.cancel === undefined ? run : { ...run, phase: { state: 'cancelled', endedAt: now } };
  if (attempt.stop !== undefined) return run;
  const stop = run.cancel ?? timeoutOf(run, policy, now);
  return stop === undefined
    ? run
    : { ...withAttempt(run, { ...attempt, stop }), phase: { state: 'stopping' } };
}

function timeoutOf(run: Run, policy: Policy | undefined, now: Instant): StopIntent | undefined {
  const attempt = run.attempts.at(-1);
  if (policy === undefined || attempt === undefined) return undefined;
  if (attempt.startedAt !== undefined) {
    return now - attempt.startedAt > policy.timeout.runSeconds * secondMs
      ? { cause: 'run-timeout', at: now }
      : undefined;
  }
  const isLate =
    attempt.handle !== undefined && now - attempt.intendedAt > policy.timeout.startSeconds * secondMs;
  return isLate ? { cause: 'start-timeout', at: now } : undefined;
}
