import type { EndingClass } from './ending.ts';
import type { Policy } from './flow.ts';
import type { Attempt, Capacity, Run } from './run.ts';

const lostToSpot: ReadonlySet<EndingClass> = new Set(['spot', 'capacity']);

/**
 * What the next launch of a run is asked for; undefined: its flow has nothing to do with spot. Spot failed an attempt
 * that it interrupted, and a try for which it had no capacity. A run that has left spot once does not return: what is
 * late already is to end.
 */
export function capacityOf(
  { attempts }: Pick<Run, 'attempts'>,
  policy: Policy | undefined,
): Capacity | undefined {
  if (policy?.spot !== true) return undefined;
  const { spotFallbackAfter = Number.POSITIVE_INFINITY } = policy;
  const hasLeft = attempts.some(({ capacity }) => capacity === 'on-demand');
  return hasLeft || spotFailures(attempts) >= spotFallbackAfter ? 'on-demand' : 'spot';
}

/** How often spot failed these attempts. */
export function spotFailures(attempts: readonly Attempt[]): number {
  return attempts.reduce((sum, attempt) => sum + failuresOf(attempt), 0);
}

function failuresOf({ capacity, ending, launchTry, handle }: Attempt): number {
  if (capacity === 'on-demand') return 0;
  // Without a handle and without an end, it was declined so far, once for each try.
  if (ending === undefined) return handle === undefined ? launchTry : 0;
  if (!lostToSpot.has(ending.class)) return 0;
  return handle === undefined ? launchTry : 1;
}
