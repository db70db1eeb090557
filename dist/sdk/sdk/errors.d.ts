/**
 * Marks an error as one that another try would meet again: `throw doNotRetry(new Error('no such table'))`. The task is
 * not tried again, and if the error ends the flow, the run gets no further attempt.
 */
export declare function doNotRetry(error: unknown): Error;
/** Whether the error, or what caused it, says that trying again is of no use. */
export declare function isDoNotRetry(error: unknown): boolean;
/** A try of a task took longer than its `timeout`. */
export declare class TaskTimeoutError extends Error {
    readonly name = "TaskTimeoutError";
    constructor(task: string, timeoutMs: number);
}
export type MapFailure = {
    readonly index: number;
    readonly error: unknown;
};
/** Some items of a `map` failed. All others were finished: their results are here, in order. */
export declare class MapError extends Error {
    readonly name = "MapError";
    readonly failures: readonly MapFailure[];
    /** `undefined` where an item failed. */
    readonly results: readonly unknown[];
    constructor(task: string, failures: readonly MapFailure[], results: readonly unknown[]);
}
/** What the run was given does not fit what the flow asks for. */
export declare class ParameterError extends Error {
    readonly name = "ParameterError";
}
export declare function messageOf(error: unknown): string;
/** Test runners keep a realm for each file, with an `Error` of its own: `instanceof` alone misses those of Node itself. */
export declare function isError(value: unknown): value is Error;
