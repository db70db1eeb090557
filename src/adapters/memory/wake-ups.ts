import type { Instant } from '../../core/instant.ts';
import type { WakeUps } from '../../ports.ts';
import type { Around } from './hook.ts';

/** A clock that can be programmed. Whoever moves the time looks at it. */
export type Alarm = {
  at: Instant | undefined;
  /** How often it was set. */
  count: number;
};

export function memoryWakeUps(alarm: Alarm, around: Around): WakeUps {
  return {
    planned: () => around('planned', () => alarm.at),
    plan: (at) =>
      around('plan', () => {
        alarm.at = at;
        alarm.count += 1;
      }),
  };
}
