import { type Instant, plusMs } from '../../core/instant.ts';
import type { Clock } from '../../ports.ts';
import type { Around } from './hook.ts';

/** Time that moves only when somebody moves it, or sleeps. */
export type Time = {
  now(): Instant;
  set(at: Instant): void;
  advance(ms: number): void;
};

export function timeFrom(start: Instant): Time {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
    advance: (ms) => {
      now = plusMs(now, ms);
    },
  };
}

export function memoryClock(time: Time, around: Around): Clock {
  return {
    now: time.now,
    sleep: (ms) => around('sleep', () => time.advance(Math.max(0, ms))),
  };
}
