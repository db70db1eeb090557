import type { EndingClass } from '../../core/ending.ts';
import type { StopCause } from '../../core/run.ts';

const causes: readonly StopCause[] = ['cancelled', 'superseded', 'start-timeout', 'run-timeout'];

/** Stop reasons read `headgate:<cause> …`; any other comes from outside. */
export function classOfStop(reason: string): EndingClass {
  const word = /^headgate:\s*([a-z-]+)/.exec(reason)?.[1];
  return causes.find((cause) => cause === word) ?? 'stopped-outside';
}
