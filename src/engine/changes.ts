import type { FlowName } from '../core/flow.ts';
import type { Run, RunId, RunState } from '../core/run.ts';
import type { State } from '../core/state.ts';

/** How a run's state differs between two states of the world. */
export type RunChange = {
  readonly run: RunId;
  readonly flow: FlowName;
  readonly before: RunState | undefined;
  readonly after: RunState;
  readonly attempts: number;
};

export function changesBetween(before: State, after: State): RunChange[] {
  return [...after.runs.values()].flatMap((run) => {
    const known = before.runs.get(run.id);
    return known !== undefined && isAlike(known, run) ? [] : [changeOf(known, run)];
  });
}

function isAlike(a: Run, b: Run): boolean {
  return a === b || (a.phase.state === b.phase.state && a.attempts.length === b.attempts.length);
}

function changeOf(before: Run | undefined, after: Run): RunChange {
  return {
    run: after.id,
    flow: after.flow,
    before: before?.phase.state,
    after: after.phase.state,
    attempts: after.attempts.length,
  };
}
