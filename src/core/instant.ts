declare const instant: unique symbol;

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. The core has no `Date` objects and no clock. */
export type Instant = number & { readonly [instant]: true };

export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The largest moment ECMAScript dates can express, in milliseconds. */
const furthestMs = 8.64e15;

export function instantFromMs(ms: number): Instant {
  if (!Number.isFinite(ms) || Math.abs(ms) > furthestMs) throw new RangeError(`Not a moment in time: ${ms}`);
  return Math.trunc(ms) as Instant;
}

export function plusMs(at: Instant, ms: number): Instant {
  return instantFromMs(at + ms);
}

export function plusSeconds(at: Instant, seconds: number): Instant {
  return plusMs(at, seconds * secondMs);
}

/** ISO 8601 in UTC, without a fraction when there is none: `2026-11-24T10:05:00Z`. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z$/;

/**
 * Reads an ISO 8601 instant in UTC, with or without seconds. Impossible dates such as `2026-02-30T00:00Z` give
 * `undefined` instead of rolling over as `Date` does.
 */
export function parseIso(text: string): Instant | undefined {
  const match = isoPattern.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1).map((part) => Number(part ?? '0'));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0'));
  const ms = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const back = new Date(ms);
  const isReal =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return isReal ? instantFromMs(ms) : undefined;
}
