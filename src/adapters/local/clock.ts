import { setTimeout as delay } from 'node:timers/promises';
import { instantFromMs } from '../../core/instant.ts';
import type { Clock } from '../../ports.ts';

/** The longest delay of a Node timer, in milliseconds; a longer one fires at once. */
const longestTimerMs = 2 ** 31 - 1;

export function systemClock(): Clock {
  return {
    now: () => instantFromMs(Date.now()),
    sleep: async (ms, signal) => {
      const slept = delay(
        Math.min(Math.max(0, ms), longestTimerMs),
        undefined,
        signal === undefined ? {} : { signal },
      );
      await slept.catch(() => undefined);
    },
  };
}
