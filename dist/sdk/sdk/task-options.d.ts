import { type Duration } from './duration.ts';
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
    readonly rate?: {
        readonly limit: number;
        readonly per: Duration;
    };
    /** Tells calls apart that the inputs do not, for checkpoints and in the timeline. */
    readonly key?: (...inputs: A) => string;
    /**
     * Calls of the same key share one result: within the process, and with `expires` and a checkpoint store also across
     * runs. A failure is not kept.
     */
    readonly cache?: {
        readonly key: (...inputs: A) => string;
        readonly expires?: Duration;
    };
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
export declare function retryRuleOf(options: TaskOptions<never>): RetryRule;
/** Milliseconds to wait after the `failures`-th failure. `random` is from 0 to 1. */
export declare function retryDelayMs(rule: RetryRule, failures: number, random: number): number;
export declare function wholeNumber(value: number, option: string, least: number): number;
