import { types } from 'node:util';
const doNotRetryMark = Symbol.for('headgate.doNotRetry');
/**
 * Marks an error as one that another try would meet again: `throw doNotRetry(new Error('no such table'))`. The task is
 * not tried again, and if the error ends the flow, the run gets no further attempt.
 */
export function doNotRetry(error) {
    const marked = isError(error) && Object.isExtensible(error) ? error : new Error(messageOf(error), { cause: error });
    Object.defineProperty(marked, doNotRetryMark, { value: true });
    return marked;
}
/** Whether the error, or what caused it, says that trying again is of no use. */
export function isDoNotRetry(error) {
    for (let current = error, depth = 0; isError(current) && depth < 10; current = current.cause, depth += 1) {
        if (Reflect.get(current, doNotRetryMark) === true)
            return true;
    }
    return false;
}
/** A try of a task took longer than its `timeout`. */
export class TaskTimeoutError extends Error {
    name = 'TaskTimeoutError';
    constructor(task, timeoutMs) {
        super(`Task ${JSON.stringify(task)} took longer than its timeout of ${timeoutMs / 1_000} s.`);
    }
}
const mostQuoted = 5;
/** Some items of a `map` failed. All others were finished: their results are here, in order. */
export class MapError extends Error {
    name = 'MapError';
    failures;
    /** `undefined` where an item failed. */
    results;
    constructor(task, failures, results) {
        const quoted = failures
            .slice(0, mostQuoted)
            .map(({ index, error }) => `item ${index}: ${messageOf(error)}`);
        const more = failures.length > mostQuoted ? [`and ${failures.length - mostQuoted} more`] : [];
        super(`${failures.length} of ${results.length} items of task ${JSON.stringify(task)} failed: ${[...quoted, ...more].join('; ')}`, 
        // Another try is of use as long as one of the failures is worth it.
        { cause: (failures.find(({ error }) => !isDoNotRetry(error)) ?? failures[0])?.error });
        this.failures = failures;
        this.results = results;
    }
}
/** What the run was given does not fit what the flow asks for. */
export class ParameterError extends Error {
    name = 'ParameterError';
}
export function messageOf(error) {
    return isError(error) ? error.message : String(error);
}
/** Test runners keep a realm for each file, with an `Error` of its own: `instanceof` alone misses those of Node itself. */
export function isError(value) {
    return value instanceof Error || types.isNativeError(value);
}
