import {
  type AlertKey,
  alertingOf,
  alertKeyOf,
  type ToldAlert,
  type Trouble,
} from '../../../core/alerting.ts';
import type { FlowName } from '../../../core/flow.ts';
import type { Run } from '../../../core/run.ts';
import type { Gap, PastPause, Pause, State } from '../../../core/state.ts';

/** What state remembers of one flow. */
export type FlowRecords = {
  readonly runs: readonly Run[];
  readonly gaps: readonly Gap[];
  readonly pause?: Pause;
  readonly pastPauses: readonly PastPause[];
  readonly trouble?: Trouble;
  readonly alerts: readonly ToldAlert[];
};

type Growing = {
  readonly runs: Run[];
  readonly gaps: Gap[];
  pause?: Pause;
  pastPauses: readonly PastPause[];
  trouble?: Trouble;
  readonly alerts: ToldAlert[];
};

const grouped = new WeakMap<State, ReadonlyMap<FlowName, FlowRecords>>();

/** State, cut by flows. */
export function flowRecordsOf(state: State): ReadonlyMap<FlowName, FlowRecords> {
  const known = grouped.get(state) ?? groupByFlow(state);
  grouped.set(state, known);
  return known;
}

function groupByFlow(state: State): ReadonlyMap<FlowName, FlowRecords> {
  const flows = new Map<FlowName, Growing>();
  const of = (flow: FlowName): Growing => {
    const known = flows.get(flow);
    if (known !== undefined) return known;
    const made: Growing = { runs: [], gaps: [], pastPauses: [], alerts: [] };
    flows.set(flow, made);
    return made;
  };
  for (const run of state.runs.values()) of(run.flow).runs.push(run);
  for (const gap of state.gaps) of(gap.flow).gaps.push(gap);
  for (const pause of state.pauses.values()) of(pause.flow).pause = pause;
  for (const [flow, past] of state.pastPauses ?? []) of(flow).pastPauses = past;
  const { troubles, told } = alertingOf(state);
  for (const trouble of troubles.values()) of(trouble.flow).trouble = trouble;
  for (const alert of told.values()) if (alert.flow !== undefined) of(alert.flow).alerts.push(alert);
  return flows;
}

/** Whether nothing of a flow changed, without looking into its records: they are never changed in place. */
export function areSameRecords(a: FlowRecords, b: FlowRecords): boolean {
  return (
    a.pause === b.pause &&
    a.trouble === b.trouble &&
    areSameItems(a.runs, b.runs) &&
    areSameItems(a.gaps, b.gaps) &&
    areSameItems(a.pastPauses, b.pastPauses) &&
    areSameItems(a.alerts, b.alerts)
  );
}

function areSameItems(a: readonly object[], b: readonly object[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Alerts that are about no flow, such as that of the clock. */
export function alertsOfNoFlow(state: State): readonly ToldAlert[] {
  const alerts: readonly (readonly [AlertKey, ToldAlert])[] = [...alertingOf(state).told];
  return alerts.flatMap(([, alert]) => (alert.flow === undefined ? [alert] : [])).sort(byKey);
}

export function byKey(a: ToldAlert, b: ToldAlert): number {
  return alertKeyOf(a) < alertKeyOf(b) ? -1 : 1;
}
