export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** The largest moment ECMAScript dates can express, in milliseconds. */
const furthestMs = 8.64e15;
export function instantFromMs(ms) {
    if (!Number.isFinite(ms) || Math.abs(ms) > furthestMs)
        throw new RangeError(`Not a moment in time: ${ms}`);
    return Math.trunc(ms);
}
export function plusMs(at, ms) {
    return instantFromMs(at + ms);
}
export function plusSeconds(at, seconds) {
    return plusMs(at, seconds * secondMs);
}
/** ISO 8601 in UTC, without a fraction when there is none: `2026-11-24T10:05:00Z`. */
export function isoOf(at) {
    return new Date(at).toISOString().replace('.000Z', 'Z');
}
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z$/;
/**
 * Reads an ISO 8601 instant in UTC, with or without seconds. Impossible dates such as `2026-02-30T00:00Z` give
 * `undefined` instead of rolling over as `Date` does.
 */
export function parseIso(text) {
    const match = isoPattern.exec(text);
    if (match === null)
        return undefined;
    const year = Number(match[1]);
    const month = Number(match[2]);
    const day = Number(match[3]);
    const hour = Number(match[4]);
    const minute = Number(match[5]);
    const second = Number(match[6] ?? 0);
    const isReal = 
    // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
    year >= 100 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= daysIn(year, month) &&
        hour < 24 &&
        minute < 60 &&
        second < 60;
    if (!isReal)
        return undefined;
    const milliseconds = Number((match[7] ?? '').padEnd(3, '0'));
    return instantFromMs(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
}
function daysIn(year, month) {
    if (month !== 2)
        return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
