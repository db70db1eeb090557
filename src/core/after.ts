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
  const all = [...runs];
  return [...registry.deployments.values()]
    .filter(({ retiredAt }) => retiredAt === undefined)
    .flatMap((deployment) => {
      const { after } = deployment.policy;
      if (after === undefined) return [];
      return ended
        .filter(({ flow }) => after.flows.includes(flow))
        .flatMap((run) => followUp(run, deployment, after, all));
    });
}

function followUp(run: EndedRun, deployment: Deployment, after: After, all: readonly Run[]): Downstream[] {
  const slot = slotOf(run.cause);
  const group = after.flows.map((flow) =>
    flow === run.flow ? run : slot === undefined ? undefined : runOfSlot(all, flow, slot),
  );
  const ended = group.filter((member): member is EndedRun => member !== undefined && isEnded(member));
  if (ended.length < after.flows.length) return [];
  if (!isAsAsked(after, ended))
    return slot === undefined ? [] : [{ kind: 'gap', flow: deployment.flow, slot }];
  const first = [...ended].sort((a, b) => (a.flow < b.flow ? -1 : 1))[0] ?? run;
  const cause: Cause = { kind: 'upstream', run: run.id, ...(slot === undefined ? {} : { slot }) };
  return [{ kind: 'run', deployment, id: upstreamRunId(deployment.flow, first.id), cause }];
}

/** The newest run of a flow for a slot. */
function runOfSlot(all: readonly Run[], flow: FlowName, slot: Instant): Run | undefined {
  return all
    .filter((run) => run.flow === flow && slotOf(run.cause) === slot)
    .sort((a, b) => b.createdAt - a.createdAt)[0];
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
