import { hourMs, type Instant, minuteMs, plusMs, secondMs } from '../../core/instant.ts';

/** What an answer says about GitHub's limits. Header names are in lower case. */
export type LimitFacts = {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | number | undefined };
  readonly message: string;
};

/** Longer than this nobody waits: the primary limit is counted by the hour. */
const longestPauseMs = hourMs;
/** GitHub: "if no header says otherwise, wait for at least one minute", and longer each time. */
const shortestPauseMs = minuteMs;
const longestUnaskedPauseMs = 15 * minuteMs;

/**
 * Until when GitHub wants no further request; undefined if the answer is not about a limit. `strikes` counts the limited
 * answers before this one. docs.github.com, "Rate limits for the REST API".
 */
export function pauseAfter(facts: LimitFacts, strikes: number, now: Instant): Instant | undefined {
  if (facts.status !== 403 && facts.status !== 429) return undefined;
  const retryAfter = numberOf(facts.headers['retry-after']);
  if (retryAfter !== undefined) return pausedFor(retryAfter * secondMs, now);
  if (isPrimary(facts)) {
    const reset = numberOf(facts.headers['x-ratelimit-reset']) ?? 0;
    // The runner's clock may be ahead of GitHub's: a reset in the past is no permission.
    return pausedFor(Math.max(reset * secondMs - now, shortestPauseMs), now);
  }
  const isSecondary = facts.status === 429 || /secondary rate limit|abuse detection/i.test(facts.message);
  if (!isSecondary) return undefined;
  return pausedFor(Math.min(shortestPauseMs * 2 ** Math.min(strikes, 10), longestUnaskedPauseMs), now);
}

/** The requests of the hour are used up. Without this it is a secondary limit: too much at once. */
export function isPrimary({ headers }: LimitFacts): boolean {
  return numberOf(headers['x-ratelimit-remaining']) === 0;
}

/**
 * GraphQL says 200 even when it refuses for a limit: the error's type tells, whatever the header says is left.
 * docs.github.com, "Rate limits and query limits for the GraphQL API".
 */
export function limitIn(data: unknown, headers: LimitFacts['headers']): LimitFacts | undefined {
  for (const { type, message } of errorsIn(data)) {
    if (/^RATE_LIMIT(?:ED)?$/.test(type))
      return { status: 429, headers: { ...headers, 'x-ratelimit-remaining': 0 }, message };
    if (/secondary rate limit|abuse detection/i.test(message)) return { status: 429, headers, message };
  }
  return undefined;
}

export type GraphqlError = {
  readonly type: string;
  /** Of a request that is wrong by the schema. */
  readonly code: string;
  readonly message: string;
  readonly path: readonly unknown[];
};

/** Whether GraphQL did anything of what was asked. */
export function hasResults(body: unknown): boolean {
  const { data } = body as { data?: unknown };
  return typeof data === 'object' && data !== null && Object.values(data).some((result) => result !== null);
}

/** The errors of a GraphQL answer; one that has none of the usual members counts all the same. */
export function errorsIn(data: unknown): readonly GraphqlError[] {
  const errors = typeof data === 'object' && data !== null && 'errors' in data ? data.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => {
    const { type, message, path, extensions } = (error ?? {}) as { readonly [key: string]: unknown };
    const { code } = (extensions ?? {}) as { readonly code?: unknown };
    return {
      type: String(type ?? ''),
      code: String(code ?? ''),
      message: String(message ?? ''),
      path: Array.isArray(path) ? path : [],
    };
  });
}

function pausedFor(ms: number, now: Instant): Instant {
  return plusMs(now, Math.min(Math.max(ms, secondMs), longestPauseMs));
}

function numberOf(value: string | number | undefined): number | undefined {
  const text = String(value ?? '');
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** Requests of the hour that are left to the repository's other workflows, which share its limit. */
const reserve = 50;

/** Until when to leave the rest of the hour to others; undefined while there is enough. */
export function reserveAfter(headers: LimitFacts['headers'], now: Instant): Instant | undefined {
  const remaining = numberOf(headers['x-ratelimit-remaining']);
  const reset = numberOf(headers['x-ratelimit-reset']);
  if (remaining === undefined || reset === undefined || remaining >= reserve) return undefined;
  return reset * secondMs > now ? pausedFor(reset * secondMs - now, now) : undefined;
}

/** Content may be created 80 times a minute: 20 writes at once, then one a second. */
const burst = 20;

export type Pace = { tokens: number; at: Instant };

export function newPace(now: Instant): Pace {
  return { tokens: burst, at: now };
}

/** Takes the right to one write; returns how long to wait for it. */
export function waitForWriteMs(pace: Pace, now: Instant): number {
  pace.tokens = Math.min(pace.tokens + (now - pace.at) / secondMs, burst);
  pace.at = now;
  pace.tokens -= 1;
  return pace.tokens >= 0 ? 0 : Math.ceil(-pace.tokens * secondMs);
}
