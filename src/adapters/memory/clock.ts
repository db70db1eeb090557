import { type Instant, plusMs } from '../../core/instant.ts';
import type { Clock } from '../../ports.ts';
import type { Around } from './hook.ts';
import type { Shelf } from './shelf.ts';

/** Time that moves only when somebody moves it, or sleeps. */
export type Time = {
  now(): Instant;
  set(at: Instant): void;
  advance(ms: number): void;
};

export function timeFrom(start: Instant, shelf: Shelf): Time {
  const kept = shelf.fields({ now: start });
  return {
    now: () => kept.now,
    set: (at) => {
      kept.now = at;
    },
    advance: (ms) => {
      kept.now = plusMs(kept.now, ms);
    },
  };
}

export function memoryClock(time: Time, around: Around): Clock {
  return {
    now: time.now,
    sleep: (ms) => around('sleep', () => time.advance(Math.max(0, ms))),
  };
}
