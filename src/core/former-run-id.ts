import type { FlowName, Policy, Schedule } from './flow.ts';
import { formerSlotRunId, slotRunId } from './identity.ts';
import type { Instant } from './instant.ts';
import { type Run, type RunId, slotOf } from './run.ts';
import { seriesOf } from './series.ts';

/**
 * Runs of slots with parameters had shorter ids once. A slot that is decided on again, after a state was rolled back, may
 * have been launched under the former one: it is looked for under both, by an older version it was launched once.
 */

type Slot = { readonly flow: FlowName; readonly slot: Instant; readonly parameters: Schedule['parameters'] };

/** Undefined: its id is what it always was, or another schedule's run bore the former id in its place. */
export function formerRunId({ schedules }: Policy, { flow, slot, parameters }: Slot): RunId | undefined {
  const former = formerSlotRunId(flow, slot, parameters);
  if (former === slotRunId(flow, slot, parameters)) return undefined;
  const first = schedules.find((schedule) => formerSlotRunId(flow, slot, schedule.parameters) === former);
  return first !== undefined && seriesOf(first.parameters) !== seriesOf(parameters) ? undefined : former;
}

/** The same of a run, by the schedule that gives it its slot. */
export function formerIdOf(run: Run, policy: Policy | undefined): RunId | undefined {
  const { flow, cause } = run;
  const slot = slotOf(cause);
  if (policy === undefined || slot === undefined || cause.kind === 'upstream') return undefined;
  const schedule = policy.schedules.find(({ parameters }) => slotRunId(flow, slot, parameters) === run.id);
  return schedule && formerRunId(policy, { flow, slot, parameters: schedule.parameters });
}

/** The id of a slot's run: the former one where that is there already. */
export function currentRunId(policy: Policy, slot: Slot, isThere: (id: RunId) => boolean): RunId {
  const former = formerRunId(policy, slot);
  if (former !== undefined && isThere(former)) return former;
  return slotRunId(slot.flow, slot.slot, slot.parameters);
}
