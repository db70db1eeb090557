import type { Deployment, Registry } from './deployment.ts';
import type { After, FlowName } from './flow.ts';
import { upstreamRunId } from './identity.ts';
import type { Instant } from './instant.ts';
import { type Cause, type EndedRun, isEnded, type Run, type RunId, slotOf } from './run.ts';

/** A run that follows from the end of others, or the reason why it does not. */
export type Downstream =
  | { readonly kind: 'run'; readonly deployment: Deployment; readonly id: RunId; readonly cause: Cause }
  | { readonly kind: 'gap'; readonly flow: FlowName; readonly slot: Instant };

/**
 * What the ends of `ended` set off. A flow that waits for several others runs once per slot, when the runs of that slot
 * of all of them have ended; without a slot (a manual run) it follows only if it waits for that one flow.
 */
export function downstreamOf(
  ended: readonly EndedRun[],
  runs: Iterable<Run>,
  registry: Registry,
): Downstream[] {
  const following = [...registry.deployments.values()].filter(
    ({ retiredAt, policy }) => retiredAt === undefined && policy.after !== undefined,
  );
  if (following.length === 0 || ended.length === 0) return [];
  const endsOf = new Map<FlowName, Map<EndedRun, number>>();
  for (const [place, run] of ended.entries())
    endsOf.set(run.flow, (endsOf.get(run.flow) ?? new Map<EndedRun, number>()).set(run, place));
  const ofSlot = slotIndex(runs);
  return following.flatMap((deployment) => {
    const { after } = deployment.policy;
    if (after === undefined) return [];
    const own = [...new Set(after.flows)].flatMap((flow) => [...(endsOf.get(flow) ?? [])]);
    // In the order in which they came, whichever flows they are of.
    return own.sort(([, a], [, b]) => a - b).flatMap(([run]) => followUp(run, deployment, { after, ofSlot }));
  });
}

type Waiting = { readonly after: After; readonly ofSlot: (flow: FlowName, slot: Instant) => Run | undefined };

function followUp(run: EndedRun, deployment: Deployment, { after, ofSlot }: Waiting): Downstream[] {
  const slot = slotOf(run.cause);
  const group = after.flows.map((flow) =>
    flow === run.flow ? run : slot === undefined ? undefined : ofSlot(flow, slot),
  );
  const ended = group.filter((member): member is EndedRun => member !== undefined && isEnded(member));
  if (ended.length < after.flows.length) return [];
  if (!isAsAsked(after, ended))
    return slot === undefined ? [] : [{ kind: 'gap', flow: deployment.flow, slot }];
  const first = [...ended].sort((a, b) => (a.flow < b.flow ? -1 : 1))[0] ?? run;
  const cause: Cause = { kind: 'upstream', run: run.id, ...(slot === undefined ? {} : { slot }) };
  return [{ kind: 'run', deployment, id: upstreamRunId(deployment.flow, first.id), cause }];
}

/** The newest run of a flow for a slot. Made when it is first asked for: most ends set nothing off that waits for others. */
function slotIndex(runs: Iterable<Run>): Waiting['ofSlot'] {
  let index: Map<string, Run> | undefined;
  return (flow, slot) => {
    index ??= newestBySlot(runs);
    return index.get(`${slot} ${flow}`);
  };
}

function newestBySlot(runs: Iterable<Run>): Map<string, Run> {
  const newest = new Map<string, Run>();
  for (const run of runs) {
    const slot = slotOf(run.cause);
    if (slot === undefined) continue;
    const key = `${slot} ${run.flow}`;
    const known = newest.get(key);
    if (known === undefined || run.createdAt > known.createdAt) newest.set(key, run);
  }
  return newest;
}

function isAsAsked(after: After, ended: readonly EndedRun[]): boolean {
  const states = ended.map(({ phase }) => phase.state);
  switch (after.when) {
    case 'finished':
      return true;
    case 'succeeded':
      return states.every((state) => state === 'succeeded');
    case 'failed':
      return states.some((state) => state === 'failed' || state === 'crashed' || state === 'timed-out');
  }
}
