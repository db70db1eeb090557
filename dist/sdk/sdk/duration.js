const unitMs = {
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
};
/** Longer timers fire at once in Node. */
const longestMs = 2 ** 31 - 1;
export function durationMs(duration, option) {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration);
    const ms = Number(match?.[1]) * (unitMs[match?.[2] ?? ''] ?? Number.NaN);
    if (ms >= 0 && ms <= longestMs)
        return ms;
    throw new TypeError(`Option ${option} is ${JSON.stringify(duration)}. Write a number with its unit, such as "30s", up to "24d".`);
}
