import type { Ending } from './ending.ts';
import type { Instant } from './instant.ts';

/** What can be seen of one attempt. */
export type Sighting =
  /** The executor does not know it: not yet, or not any more. Never an end by itself. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly startedAt: Instant }
  | { readonly kind: 'ended'; readonly startedAt?: Instant; readonly ending: Ending };

/** Something found under an attempt's `startedBy`. */
export type Found = { readonly handle: string; readonly sighting: Sighting };
