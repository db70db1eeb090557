import type { EventError, TaskOutcome } from '../core/event-format.ts';
import type { Place } from './checkpoints.ts';
import type { RateGate, Semaphore } from './gates.ts';
import type { Memo } from './memo.ts';
import { type Frame, type TaskFrame } from './scope.ts';
import type { RetryRule } from './task-options.ts';
export type TaskDefinition = {
    readonly name: string;
    readonly fn: (...inputs: readonly unknown[]) => unknown;
    readonly retry: RetryRule;
    readonly timeoutMs: number | undefined;
    readonly semaphore: Semaphore | undefined;
    readonly rateGate: RateGate | undefined;
    readonly key: ((...inputs: readonly unknown[]) => string) | undefined;
    readonly memo: Memo | undefined;
    readonly isKept: boolean;
};
/** One call of a task, over all its tries. */
export type Call = {
    readonly definition: TaskDefinition;
    readonly outer: Frame;
    readonly id: number;
    readonly key: string | undefined;
    /** Where its result is kept between attempts; undefined if it is not. */
    readonly place: Place | undefined;
    readonly isTold: boolean;
    readonly startedMs: number;
    attempt: number;
    frame(signal: AbortSignal): TaskFrame;
};
export declare function beginCall(definition: TaskDefinition, inputs: readonly unknown[], label: string | undefined): Call;
export declare function tellRetry(call: Call, error: unknown, delayMs: number): void;
export declare function endCall(call: Call, outcome: TaskOutcome, error?: unknown): void;
export declare function eventErrorOf(error: unknown): EventError;
