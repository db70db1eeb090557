import type { Deployment, Registry } from './deployment.ts';
import type { After, FlowName } from './flow.ts';
import { upstreamRunId } from './identity.ts';
import type { Instant } from './instant.ts';
import { type Cause, type EndedRun, isEnded, type Run, type RunId, slotOf } from './run.ts';

/** A run that follows from the end of others, or the reason why it does not. */
export type Downstream =
  | {
      readonly kind: 'run';
      readonly deployment: Deployment;
      readonly id: RunId;
      readonly cause: Cause;
      /** When the last of the runs that it follows ended. */
      readonly since: Instant;
    }
  | { readonly kind: 'gap'; readonly flow: FlowName; readonly slot: Instant; readonly id: RunId };

type Following = { readonly deployment: Deployment; readonly after: After };

/** The flows that wait for others, each with the flows it waits for once. */
function followingIn({ deployments }: Registry): readonly Following[] {
  return [...deployments.values()].flatMap((deployment) => {
    const { after } = deployment.policy;
    if (deployment.retiredAt !== undefined || after === undefined) return [];
    return [{ deployment, after: { ...after, flows: [...new Set(after.flows)] } }];
  });
}

/** What the ends of `ended` set off in flows that wait for one other: a run for each, with its slot if it has one. */
export function followersOf(ended: readonly EndedRun[], registry: Registry): readonly Downstream[] {
  const following = followingIn(registry).filter(({ after }) => after.flows.length === 1);
  if (following.length === 0 || ended.length === 0) return [];
  const endsOf = byFlow(ended);
  return following.flatMap(({ deployment, after }) =>
    after.flows
      .flatMap((flow) => endsOf.get(flow) ?? [])
      .flatMap((run) => judged(deployment, after, { ended: [run], slot: slotOf(run.cause) })),
  );
}

/**
 * What the ends of `ended` set off in flows that wait for several others: one run for a slot, once all runs of that slot
 * of all of them have ended. None may be to come either: what they follow themselves has ended for that slot, too.
 */
export function meetingsOf(
  ended: readonly EndedRun[],
  runs: Iterable<Run>,
  registry: Registry,
): readonly Downstream[] {
  const following = followingIn(registry).filter(({ after }) => after.flows.length > 1);
  if (following.length === 0 || ended.length === 0) return [];
  const endsOf = byFlow(ended);
  const ofSlot = slotIndex(runs);
  return following.flatMap(({ deployment, after }) => {
    const slots = after.flows.flatMap((flow) => endsOf.get(flow) ?? []).map(({ cause }) => slotOf(cause));
    return [...new Set(slots)].flatMap((slot) =>
      slot === undefined ? [] : meeting({ deployment, after }, { slot, ofSlot, registry }),
    );
  });
}

type RunsOfSlot = (flow: FlowName, slot: Instant) => readonly Run[];
type Meeting = { readonly slot: Instant; readonly ofSlot: RunsOfSlot; readonly registry: Registry };

function meeting(
  { deployment, after }: Following,
  { slot, ofSlot, registry }: Meeting,
): readonly Downstream[] {
  const isDone = ofSlot(deployment.flow, slot).some(({ cause }) => cause.kind === 'upstream');
  const groups = after.flows.map((flow) => ofSlot(flow, slot));
  if (isDone || groups.some(({ length }) => length === 0)) return [];
  const before = upstreamFlows(after.flows, registry).flatMap((flow) => ofSlot(flow, slot));
  if (!before.every(isEnded)) return [];
  return judged(deployment, after, { ended: groups.flat().filter(isEnded), slot });
}

/** These flows and all that they follow. */
export function upstreamFlows(flows: readonly FlowName[], { deployments }: Registry): readonly FlowName[] {
  const found = new Set(flows);
  for (const flow of found)
    for (const further of deployments.get(flow)?.policy.after?.flows ?? []) found.add(further);
  return [...found];
}

type Ends = { readonly ended: readonly EndedRun[]; readonly slot: Instant | undefined };

/** The run that follows bears the name of the first of these, by flow; it is caused by the last. */
function judged(deployment: Deployment, after: After, { ended, slot }: Ends): readonly Downstream[] {
  const { flow } = deployment;
  const [first] = ended.toSorted((a, b) => compare(a.flow, b.flow) || compare(a.id, b.id));
  const last = ended.toSorted((a, b) => a.phase.endedAt - b.phase.endedAt).at(-1);
  if (first === undefined || last === undefined) return [];
  const id = upstreamRunId(flow, first.id);
  if (!isAsAsked(after, ended)) return slot === undefined ? [] : [{ kind: 'gap', flow, slot, id }];
  const cause: Cause = { kind: 'upstream', run: last.id, ...(slot === undefined ? {} : { slot }) };
  return [{ kind: 'run', deployment, id, cause, since: last.phase.endedAt }];
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function byFlow(ended: readonly EndedRun[]): ReadonlyMap<FlowName, readonly EndedRun[]> {
  const ends = new Map<FlowName, EndedRun[]>();
  for (const run of ended) {
    const known = ends.get(run.flow);
    if (known === undefined) ends.set(run.flow, [run]);
    else known.push(run);
  }
  return ends;
}

/** The runs of a flow for a slot. */
function slotIndex(runs: Iterable<Run>): RunsOfSlot {
  const index = new Map<string, Run[]>();
  for (const run of runs) {
    const slot = slotOf(run.cause);
    if (slot === undefined) continue;
    const key = `${slot} ${run.flow}`;
    const known = index.get(key);
    if (known === undefined) index.set(key, [run]);
    else known.push(run);
  }
  return (flow, slot) => index.get(`${slot} ${flow}`) ?? [];
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

/**
 * Whether an ended run is still waited for by a flow that follows several: another run of its slot is open. Such an end
 * is not forgotten, however many came after it.
 */
export function awaitedEnds(runs: Iterable<Run>, registry: Registry): (run: EndedRun) => boolean {
  const groups = new Map<FlowName, (readonly FlowName[])[]>();
  for (const { after } of followingIn(registry)) {
    if (after.flows.length < 2) continue;
    const all = upstreamFlows(after.flows, registry);
    for (const flow of after.flows) groups.set(flow, [...(groups.get(flow) ?? []), all]);
  }
  if (groups.size === 0) return () => false;
  const open = new Set<string>();
  for (const run of runs) if (!isEnded(run)) open.add(`${slotOf(run.cause) ?? ''} ${run.flow}`);
  return ({ flow, cause }) => {
    const slot = slotOf(cause);
    if (slot === undefined) return false;
    return (groups.get(flow) ?? []).some((all) => all.some((other) => open.has(`${slot} ${other}`)));
  };
}
