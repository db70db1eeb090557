import type { RunState } from '../core/run.ts';

/** One look for each state of a run, the same in every report. */
const stateMarks: { readonly [state in RunState]: string } = {
  queued: '\u{1f552}',
  launching: '\u{1f535}',
  running: '\u{1f535}',
  stopping: '\u{1f535}',
  succeeded: '\u{1f7e2}',
  failed: '\u{1f534}',
  crashed: '\u{1f534}',
  'timed-out': '\u{1f534}',
  cancelled: '\u26aa',
  unknown: '\u{1f7e1}',
};

export function markedState(state: RunState): string {
  return `${stateMarks[state]} ${state}`;
}

/** Whether a person should look at it. */
export function isBad(state: RunState): boolean {
  return state === 'failed' || state === 'crashed' || state === 'timed-out' || state === 'unknown';
}
