import { type Duration, durationMs } from './duration.ts';

export type TaskOptions<A extends readonly unknown[]> = {
  /** Further tries after one that failed; 0 if left out. */
  readonly retries?: number;
  /** Before the second try; `1s` if left out. */
  readonly delay?: Duration;
  /** `exponential` doubles the delay each time. */
  readonly backoff?: 'constant' | 'exponential';
  readonly maxDelay?: Duration;
  /** Share of the delay that is added at random, 0 to 1, so that many tasks do not try again at the same moment. */
  readonly jitter?: number;
  /** Whether this error is worth another try. */
  readonly retryIf?: (error: unknown, attempt: number) => boolean;
  /** Of one try. Its `signal()` aborts, and the try counts as failed. */
  readonly timeout?: Duration;
  /** How many calls of this task may be under way at once, wherever they come from. */
  readonly concurrency?: number;
  /** How many tries may start in a span of time. */
  readonly rate?: { readonly limit: number; readonly per: Duration };
  /** Tells calls apart that the inputs do not, for checkpoints and in the timeline. */
  readonly key?: (...inputs: A) => string;
  /**
   * Calls of the same key share one result: within the process, and with `expires` and a checkpoint store also across
   * runs. A failure is not kept.
   */
  readonly cache?: { readonly key: (...inputs: A) => string; readonly expires?: Duration };
  /** `false`: always run again, even if an earlier attempt of the run finished it. */
  readonly checkpoint?: boolean;
};

export type RetryRule = {
  readonly limit: number;
  readonly delayMs: number;
  readonly factor: 1 | 2;
  readonly maxDelayMs: number;
  readonly jitter: number;
  readonly retryIf: ((error: unknown, attempt: number) => boolean) | undefined;
};

export function retryRuleOf(options: TaskOptions<never>): RetryRule {
  return {
    limit: wholeNumber(options.retries ?? 0, 'retries', 0),
    delayMs: durationMs(options.delay ?? '1s', 'delay'),
    factor: options.backoff === 'constant' ? 1 : 2,
    maxDelayMs: durationMs(options.maxDelay ?? '5m', 'maxDelay'),
    jitter: share(options.jitter ?? 0.2),
    retryIf: options.retryIf,
  };
}

/** Milliseconds to wait after the `failures`-th failure. `random` is from 0 to 1. */
export function retryDelayMs(rule: RetryRule, failures: number, random: number): number {
  const delayMs = Math.min(rule.delayMs * rule.factor ** Math.min(failures - 1, 40), rule.maxDelayMs);
  return Math.round(delayMs * (1 + rule.jitter * random));
}

export function wholeNumber(value: number, option: string, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new TypeError(`Option ${option} is ${String(value)}. Write a whole number of at least ${least}.`);
}

function share(jitter: number): number {
  if (jitter >= 0 && jitter <= 1) return jitter;
  throw new TypeError(`Option jitter is ${String(jitter)}. Write a number from 0 to 1.`);
}
