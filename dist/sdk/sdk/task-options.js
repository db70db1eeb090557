import { durationMs } from "./duration.js";
export function retryRuleOf(options) {
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
export function retryDelayMs(rule, failures, random) {
    const delayMs = Math.min(rule.delayMs * rule.factor ** Math.min(failures - 1, 40), rule.maxDelayMs);
    return Math.round(delayMs * (1 + rule.jitter * random));
}
export function wholeNumber(value, option, least) {
    if (Number.isSafeInteger(value) && value >= least)
        return value;
    throw new TypeError(`Option ${option} is ${String(value)}. Write a whole number of at least ${least}.`);
}
function share(jitter) {
    if (jitter >= 0 && jitter <= 1)
        return jitter;
    throw new TypeError(`Option jitter is ${String(jitter)}. Write a number from 0 to 1.`);
}
