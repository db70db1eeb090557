import type { FlowName, Schedule } from './flow.ts';
import { slotRunId } from './identity.ts';
import type { Instant } from './instant.ts';
import { type Run, slotOf } from './run.ts';

/** The runs of backfills that state knows, by flow. */
export type Backfilled = ReadonlyMap<FlowName, readonly Run[]>;

export function backfilledIn(runs: Iterable<Run>): Backfilled {
  const found = new Map<FlowName, Run[]>();
  for (const run of runs) {
    if (run.cause.kind !== 'backfill') continue;
    const known = found.get(run.flow);
    if (known === undefined) found.set(run.flow, [run]);
    else known.push(run);
  }
  return found;
}

/** The slots with these parameters that a backfill made runs for: they are not skipped, whatever catch-up lets go. */
export function backfilledSlots(
  backfilled: Backfilled,
  flow: FlowName,
  parameters: Schedule['parameters'],
): readonly Instant[] {
  return (backfilled.get(flow) ?? []).flatMap(({ id, cause }) => {
    const slot = slotOf(cause);
    return slot !== undefined && id === slotRunId(flow, slot, parameters) ? [slot] : [];
  });
}
