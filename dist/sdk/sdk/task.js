import { setMaxListeners } from 'node:events';
import { beginCall, endCall, tellRetry } from "./call.js";
import { durationMs } from "./duration.js";
import { isDoNotRetry, TaskTimeoutError } from "./errors.js";
import { createRateGate, createSemaphore } from "./gates.js";
import { mapItems } from "./map.js";
import { createMemo } from "./memo.js";
import { currentFrame, within } from "./scope.js";
import { retryDelayMs, retryRuleOf, wholeNumber } from "./task-options.js";
import { wait } from "./wait.js";
export function task(name, fn, options = {}) {
    if (typeof name !== 'string' || name.trim() === '' || name.length > 100)
        throw new TypeError(`A task needs a name of 1 to 100 characters, not ${JSON.stringify(name)}.`);
    const definition = define(name, fn, options);
    const call = (...inputs) => callTask(definition, inputs);
    const callItem = (item, index) => callTask(definition, [item], String(index));
    const { concurrency } = options;
    return Object.assign(call, {
        taskName: name,
        async map(items, mapOptions = {}) {
            return (await mapItems(callItem, items, { name, concurrency, ...mapOptions })).values();
        },
        async mapSettled(items, mapOptions = {}) {
            return (await mapItems(callItem, items, { name, concurrency, ...mapOptions, failFast: false })).settled;
        },
    });
}
function define(name, fn, options) {
    const { timeout, concurrency, rate, cache } = options;
    const expiresMs = cache?.expires === undefined ? undefined : durationMs(cache.expires, 'cache.expires');
    return {
        name,
        fn,
        retry: retryRuleOf(options),
        timeoutMs: timeout === undefined ? undefined : durationMs(timeout, 'timeout'),
        semaphore: concurrency === undefined ? undefined : createSemaphore(wholeNumber(concurrency, 'concurrency', 1)),
        rateGate: rate === undefined
            ? undefined
            : createRateGate(wholeNumber(rate.limit, 'rate.limit', 1), durationMs(rate.per, 'rate.per')),
        key: options.key,
        memo: cache === undefined ? undefined : createMemo(cache.key, expiresMs),
        isKept: options.checkpoint !== false,
    };
}
async function callTask(definition, inputs, label) {
    const call = beginCall(definition, inputs, label);
    try {
        const result = await resultOf(call, inputs);
        endCall(call, result.isNew ? 'succeeded' : 'restored');
        return result.value;
    }
    catch (error) {
        endCall(call, outcomeOf(call, error), error);
        throw error;
    }
}
async function resultOf(call, inputs) {
    call.outer.signal.throwIfAborted();
    const { memo } = call.definition;
    if (memo !== undefined) {
        const { checkpoints } = call.outer.run;
        return memo.share({ task: call.definition.name, inputs, checkpoints }, () => finish(call, inputs));
    }
    return finish(call, inputs);
}
/** Runs the task unless an earlier attempt of the run has finished this call. */
async function finish(call, inputs) {
    const { checkpoints } = call.outer.run;
    const { place } = call;
    if (checkpoints === undefined || place === undefined || !call.definition.isKept)
        return { isNew: true, value: await tries(call, inputs) };
    const kept = await checkpoints.read(place);
    if (kept !== undefined)
        return { isNew: false, value: kept.value };
    const value = await tries(call, inputs);
    return { isNew: true, value: await checkpoints.keep(place, value) };
}
async function tries(call, inputs) {
    const { retry } = call.definition;
    const { signal } = call.outer;
    for (;;) {
        call.attempt += 1;
        try {
            return await oneTry(call, inputs);
        }
        catch (error) {
            if (call.attempt > retry.limit || signal.aborted || isDoNotRetry(error))
                throw error;
            if (retry.retryIf !== undefined && !retry.retryIf(error, call.attempt))
                throw error;
            const delayMs = retryDelayMs(retry, call.attempt, Math.random());
            tellRetry(call, error, delayMs);
            await wait(delayMs, signal);
        }
    }
}
async function oneTry(call, inputs) {
    const { definition, outer } = call;
    // A task that calls itself has its place already: waiting for one would wait for itself.
    const semaphore = isWithinItself(call) ? undefined : definition.semaphore;
    const admission = semaphore?.enter(outer.signal);
    if (admission !== undefined)
        await admission;
    try {
        const pass = definition.rateGate?.pass(outer.signal);
        if (pass !== undefined)
            await pass;
        const { timeoutMs } = definition;
        if (timeoutMs !== undefined)
            return await timedTry(call, inputs, timeoutMs);
        return await within(call.frame(outer.signal), () => definition.fn(...inputs));
    }
    finally {
        semaphore?.leave();
    }
}
async function timedTry(call, inputs, timeoutMs) {
    const { definition, outer } = call;
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    const pass = () => controller.abort(outer.signal.reason);
    outer.signal.addEventListener('abort', pass, { once: true });
    let timer;
    const timedOut = new Promise((_, reject) => {
        timer = setTimeout(() => {
            const error = new TaskTimeoutError(definition.name, timeoutMs);
            reject(error);
            controller.abort(error);
        }, timeoutMs);
    });
    try {
        const work = within(call.frame(controller.signal), async () => definition.fn(...inputs));
        return await Promise.race([work, timedOut]);
    }
    finally {
        clearTimeout(timer);
        outer.signal.removeEventListener('abort', pass);
    }
}
function isWithinItself({ definition, outer }) {
    if (definition.semaphore === undefined)
        return false;
    let frame = outer.id === undefined ? undefined : outer;
    while (frame !== undefined && frame.definition !== definition)
        frame = frame.parent;
    return frame !== undefined;
}
function outcomeOf({ outer }, error) {
    if (outer.signal.aborted)
        return 'cancelled';
    return error instanceof TaskTimeoutError ? 'timed-out' : 'failed';
}
/** Aborts when the run is asked to end, and within a task also when its time is over. Hand it to `fetch` and the like. */
export function signal() {
    return currentFrame().signal;
}
