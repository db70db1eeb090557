import type { Alerting } from './alerting.ts';
import type { FlowName } from './flow.ts';
import type { Gap } from './gap.ts';
import type { Instant } from './instant.ts';
import type { Run, RunId } from './run.ts';

export { type Gap, type GapReason, gapReasons } from './gap.ts';

/** A flow whose schedules and `after` create no runs for now. Its open runs go on. */
export type Pause = { readonly flow: FlowName; readonly at: Instant; readonly by: string };

/** A pause that is over: `until` is the first moment that does not belong to it. */
export type PastPause = Pause & { readonly until: Instant };

/**
 * A tick found more slots due at one instant than fit into state: of those at `slot`, the ones of flows up to `through`, by
 * name, are accounted for. The rest waits for the next tick.
 */
export type PartialInstant = { readonly slot: Instant; readonly through: FlowName };

/** What ticks remember. */
export type State = {
  /** Counts the commits to the state branch. */
  readonly sequence: number;
  /** Every slot up to and including this moment is accounted for. */
  readonly mark: Instant;
  /** Of the instant after the mark. Left out: none of its slots are accounted for. */
  readonly partial?: PartialInstant;
  /** Open runs, and ended ones that are kept: unreported, or recent. */
  readonly runs: ReadonlyMap<RunId, Run>;
  readonly pauses: ReadonlyMap<FlowName, Pause>;
  /** Those that are over and that some slot may still lie in, of each flow the oldest first. Left out: there are none. */
  readonly pastPauses?: ReadonlyMap<FlowName, readonly PastPause[]>;
  /** Recent slots without a run, oldest first. */
  readonly gaps: readonly Gap[];
  /** Left out: there is nothing to remember of alerts. */
  readonly alerting?: Alerting;
};

export function emptyState(mark: Instant): State {
  return { sequence: 0, mark, runs: new Map(), pauses: new Map(), gaps: [] };
}

/** Up to when the slots of a flow are accounted for. */
export function accountedUntil({ mark, partial }: Pick<State, 'mark' | 'partial'>, flow: FlowName): Instant {
  return partial !== undefined && partial.slot > mark && flow <= partial.through ? partial.slot : mark;
}

/** The one order of gaps: the oldest first, by their ends. */
export function byAge(a: Gap, b: Gap): number {
  if (a.to !== b.to) return a.to - b.to;
  if (a.from !== b.from) return a.from - b.from;
  if (a.flow !== b.flow) return a.flow < b.flow ? -1 : 1;
  return a.because === b.because ? 0 : a.because < b.because ? -1 : 1;
}
