import { sha256 } from './digest.ts';
import { type Budget, type EndingClass, factsOf } from './ending.ts';
import { doNotRetryExitCode } from './event-format.ts';
import type { Policy, Retries } from './flow.ts';
import { type Instant, plusSeconds } from './instant.ts';
import type { Run } from './run.ts';

export type Verdict = { readonly kind: 'retry'; readonly notBefore: Instant } | { readonly kind: 'final' };

const infraBackoff: Retries = {
  limit: 0,
  delaySeconds: 30,
  backoff: 'exponential',
  maxDelaySeconds: 600,
  jitter: 0.2,
};

/** Addresses come free when other tasks end, quotas when other work does: that takes minutes to hours. */
const slowBackoff: Retries = { ...infraBackoff, delaySeconds: 300, maxDelaySeconds: 3_600 };

/** How often one attempt is offered to an executor that declines it for now, before the attempt counts as crashed. */
export const mostLaunchTries = 8;

/**
 * Whether a run whose last attempt ended gets another one. The code's failures and the infrastructure's have a budget
 * each, so that spot interruptions never eat the retries that a flow asked for.
 */
export function judgeRetry(run: Run, policy: Policy | undefined, now: Instant): Verdict {
  const ending = run.attempts.at(-1)?.ending;
  if (ending === undefined || policy === undefined || run.cancel !== undefined) return { kind: 'final' };
  const budget = budgetOf(ending.class, policy);
  const isRefusal = ending.class === 'exit-code' && ending.exitCode === doNotRetryExitCode;
  if (budget === 'none' || isRefusal) return { kind: 'final' };
  const known = run.attempts.filter(
    (attempt) => attempt.ending && budgetOf(attempt.ending.class, policy) === budget,
  ).length;
  // Attempts that no record is left of count against both budgets: a lost record must not grant one more.
  const used = known + (run.attempts.at(-1)?.number ?? 0) - run.attempts.length;
  const limit = budget === 'code' ? policy.retries.limit : policy.infraRetries;
  if (used > limit + paidGrants(run, policy)) return { kind: 'final' };
  const rule = budget === 'code' ? policy.retries : backoffOf(ending.class);
  return {
    kind: 'retry',
    notBefore: plusSeconds(now, delayAfter(rule, used, `${run.id} ${run.attempts.length}`)),
  };
}

/**
 * Further attempts that people granted after an end that a budget counts. After any other end, such as a cancel, or before any
 * attempt, what was granted is the attempt that followed, and leaves nothing over for retries.
 */
function paidGrants(run: Run, policy: Policy): number {
  const earlier = run.attempts.slice(0, -1);
  const uncounted = earlier.filter(
    ({ ending }) => ending !== undefined && budgetOf(ending.class, policy) === 'none',
  ).length;
  const counted = (run.attempts.at(-1)?.number ?? 1) - 1 - uncounted;
  return Math.max(Math.min(run.granted - uncounted, counted), 0);
}

/** When an attempt that the executor declined for now is offered again. */
export function nextLaunchTry(
  run: Run,
  { launchTry, because }: { readonly launchTry: number; readonly because: EndingClass },
  now: Instant,
): Instant {
  return plusSeconds(now, delayAfter(backoffOf(because), launchTry, `${run.id} try ${launchTry}`));
}

function backoffOf(endingClass: EndingClass): Retries {
  return factsOf(endingClass).isSlow === true ? slowBackoff : infraBackoff;
}

function budgetOf(endingClass: Parameters<typeof factsOf>[0], policy: Policy): Budget {
  if (endingClass === 'no-evidence' && policy.onUnknown === 'hold') return 'none';
  return factsOf(endingClass).budget;
}

/** Seconds to wait after the `failures`-th failure. Jitter only adds, and is the same in every process: it comes from `seed`. */
export function delayAfter(rule: Retries, failures: number, seed: string): number {
  const factor = { constant: 1, linear: failures, exponential: 2 ** Math.min(failures - 1, 30) }[
    rule.backoff
  ];
  const delay = Math.min(rule.delaySeconds * factor, Math.max(rule.maxDelaySeconds, rule.delaySeconds));
  return Math.round(delay * (1 + rule.jitter * shareOf(seed)));
}

/** A number from 0 to 1 that depends on the text alone. */
function shareOf(seed: string): number {
  return Number.parseInt(sha256(seed).slice(0, 8), 16) / 0xffff_ffff;
}
