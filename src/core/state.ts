import type { Alerting } from './alerting.ts';
import type { FlowName } from './flow.ts';
import type { Gap } from './gap.ts';
import type { Instant } from './instant.ts';
import type { Run, RunId } from './run.ts';

export { type Gap, type GapReason, gapReasons } from './gap.ts';

/** A flow whose schedules and `after` create no runs for now. Its open runs go on. */
export type Pause = { readonly flow: FlowName; readonly at: Instant; readonly by: string };

/** What ticks remember: the content of `state.json`. */
export type State = {
  /** Counts the commits to the state branch. */
  readonly sequence: number;
  /** Every slot up to and including this moment is accounted for. */
  readonly mark: Instant;
  /** Open runs, and ended ones that are kept: unreported, or recent. */
  readonly runs: ReadonlyMap<RunId, Run>;
  readonly pauses: ReadonlyMap<FlowName, Pause>;
  /** Recent slots without a run, oldest first. */
  readonly gaps: readonly Gap[];
  /** Left out: there is nothing to remember of alerts. */
  readonly alerting?: Alerting;
};

export function emptyState(mark: Instant): State {
  return { sequence: 0, mark, runs: new Map(), pauses: new Map(), gaps: [] };
}
