import { admit, type Limits, type Wait } from './admission.ts';
import type { Registry } from './deployment.ts';
import { type Draft, draftOf, enqueue, startDownstream } from './draft.ts';
import { type Due, type DueSlot, dueSlots } from './due.ts';
import { slotRunId, startedByOf } from './identity.ts';
import type { Instant } from './instant.ts';
import { addGaps, pruneRuns } from './prune.ts';
import { type Observations, reconcile } from './reconcile.ts';
import { roomBeside } from './room.ts';
import type { Run, RunId } from './run.ts';
import type { Gap, State } from './state.ts';
import { applyStops } from './stopping.ts';

export type Question = {
  readonly state: State;
  readonly registry: Registry;
  readonly seen: Observations;
  readonly now: Instant;
  readonly limits: Limits;
  /** Part of every attempt's name, so that two repositories never share one. */
  readonly repository: string;
};

export type Decision = {
  /** What to record. The very object that came in if nothing changed. */
  readonly state: State;
  readonly gaps: readonly Gap[];
  /** Queued runs that wait, and why. */
  readonly waiting: ReadonlyMap<RunId, Wait>;
  /** Slots that are due but left for the next tick. */
  readonly isBehind: boolean;
};

/**
 * The heart of a tick: from what is remembered, deployed and seen, to what is to be remembered. Launches and stops are
 * not returned: they are the intents in the new state, so that whoever holds the state can carry them out.
 */
export function decide(question: Question): Decision {
  const { state, registry, now } = question;
  const draft = draftOf(question, state.runs, (run) => followRun(run, question));
  const due = startDueSlots(draft);
  startDownstream(draft);
  const { admitted, waiting } = admit(draft.runs.values(), registry, question.limits, now);
  for (const run of admitted) draft.runs.set(run.id, run);
  const runs = pruneRuns(draft.runs, now);
  const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
  const { partial: _, ...rest } = state;
  const gaps = addGaps(state.gaps, draft.gaps);
  const after = isChanged ? { ...rest, runs, gaps, ...furthest(state, due) } : state;
  return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
}

/** The clock of the machine before this one may have been ahead: what it accounted for stays accounted for. */
function furthest(state: State, due: Due): Pick<State, 'mark' | 'partial'> {
  const mark = due.mark > state.mark ? due.mark : state.mark;
  const partial = due.mark > state.mark ? due.partial : (due.partial ?? state.partial);
  return partial === undefined ? { mark } : { mark, partial };
}

/** One open run: what was seen of it, then timeouts and cancels. A flow that is gone keeps its runs, but starts none. */
function followRun(run: Run, { registry, seen, now, repository }: Question): Run {
  const deployment = registry.deployments.get(run.flow);
  const policy = deployment?.retiredAt === undefined ? deployment?.policy : undefined;
  const startedBy = ({ number }: { readonly number: number }) =>
    startedByOf({ repository, flow: run.flow, run: run.id, attempt: number });
  const followed = reconcile(run, { policy, startedBy, seen, now });
  if (policy === undefined && followed.phase.state === 'queued')
    return { ...followed, phase: { state: 'cancelled', endedAt: now } };
  return applyStops(followed, isTimed(followed, seen) ? deployment?.policy : undefined, now);
}

/** To be late with its start, an attempt must be seen without one: what could not be asked about may have started long ago. */
function isTimed(run: Run, { sightings }: Observations): boolean {
  const attempt = run.attempts.at(-1);
  return attempt?.startedAt !== undefined || sightings.get(attempt?.handle ?? '')?.kind === 'starting';
}

function startDueSlots(draft: Draft): Due {
  const { state, registry, now } = draft.ground;
  const due = dueSlots(registry, state, now, roomBeside(draft.runs.values()));
  draft.gaps.push(...due.gaps);
  for (const slot of due.slots) startSlot(draft, slot);
  return due;
}

function startSlot(draft: Draft, due: DueSlot): void {
  const deployment = draft.ground.registry.deployments.get(due.flow);
  if (deployment === undefined) return;
  const id = slotRunId(due.flow, due.slot, due.parameters);
  enqueue(draft, deployment, { id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters });
}

function haveSameRuns(a: ReadonlyMap<RunId, Run>, b: ReadonlyMap<RunId, Run>): boolean {
  return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}
