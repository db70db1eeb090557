declare const instant: unique symbol;
/** A moment, in milliseconds since 1970-01-01T00:00:00Z. The core has no `Date` objects and no clock. */
export type Instant = number & {
    readonly [instant]: true;
};
export declare const secondMs = 1000;
export declare const minuteMs: number;
export declare const hourMs: number;
export declare const dayMs: number;
export declare function instantFromMs(ms: number): Instant;
export declare function plusMs(at: Instant, ms: number): Instant;
export declare function plusSeconds(at: Instant, seconds: number): Instant;
/** ISO 8601 in UTC, without a fraction when there is none: `2026-11-24T10:05:00Z`. */
export declare function isoOf(at: Instant): string;
/**
 * Reads an ISO 8601 instant in UTC, with or without seconds. Impossible dates such as `2026-02-30T00:00Z` give
 * `undefined` instead of rolling over as `Date` does.
 */
export declare function parseIso(text: string): Instant | undefined;
export {};
