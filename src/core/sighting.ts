import type { Ending } from './ending.ts';
import { dayMs, hourMs, type Instant } from './instant.ts';

/** What can be seen of one attempt. */
export type Sighting =
  /** The executor does not know it: not yet, or not any more. Never an end by itself. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly startedAt: Instant }
  | { readonly kind: 'ended'; readonly startedAt?: Instant; readonly ending: Ending };

/** Something found under an attempt's `startedBy`. */
export type Found = { readonly handle: string; readonly sighting: Sighting };

/** Clocks of AWS and of runners differ by minutes at most; nothing that happened lies further ahead. */
const aheadMs = hourMs;
/** Longer ago than anybody remembers an end, and than an ended run is kept. */
const longestAgoMs = 30 * dayMs;

/**
 * What was seen, with moments and numbers that a record can hold. One that lies ahead of the clock would make the whole state
 * unreadable, and an exit code that is no whole number too.
 */
export function believable(sighting: Sighting, now: Instant): Sighting {
  const bound = (at: Instant, earliest: number): Instant => (at > now + aheadMs || at < earliest ? now : at);
  if (sighting.kind === 'running') return { ...sighting, startedAt: bound(sighting.startedAt, 0) };
  if (sighting.kind !== 'ended') return sighting;
  const { startedAt, ending } = sighting;
  const { exitCode, ...known } = ending;
  return {
    kind: 'ended',
    ...(startedAt === undefined ? {} : { startedAt: bound(startedAt, 0) }),
    ending: {
      ...known,
      at: bound(ending.at, now - longestAgoMs),
      ...(Number.isSafeInteger(exitCode) ? { exitCode: exitCode as number } : {}),
    },
  };
}
