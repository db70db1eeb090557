import type { Run, RunState } from '../core/run.ts';
import type { State } from '../core/state.ts';

/** A run that is not what it was. */
export type RunChange = {
  /** Undefined: it is new. */
  readonly before: RunState | undefined;
  readonly run: Run;
};

export function changesBetween(before: State, after: State): RunChange[] {
  return [...after.runs.values()].flatMap((run) => {
    const known = before.runs.get(run.id);
    return known !== undefined && isAlike(known, run) ? [] : [{ before: known?.phase.state, run }];
  });
}

function isAlike(a: Run, b: Run): boolean {
  return a === b || (a.phase.state === b.phase.state && a.attempts.length === b.attempts.length);
}
