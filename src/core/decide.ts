import { admit, type Limits, type Wait } from './admission.ts';
import { awaitedEnds } from './after.ts';
import type { Registry } from './deployment.ts';
import { type Draft, draftOf, enqueue, startDownstream, type Wanted } from './draft.ts';
import { type Due, type DueSlot, dueSlots } from './due.ts';
import { currentRunId } from './former-run-id.ts';
import { startedByOf } from './identity.ts';
import type { Instant } from './instant.ts';
import { forgetPauses } from './pause.ts';
import { addGaps, pruneRuns } from './prune.ts';
import { type Observations, reconcile } from './reconcile.ts';
import { roomBeside } from './room.ts';
import type { Run, RunId } from './run.ts';
import { accountedUntil, type Gap, type State } from './state.ts';
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
  const runs = pruneRuns(draft.runs, now, awaitedEnds(draft.runs.values(), registry));
  const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
  const after = isChanged ? advanced(state, { runs, gaps: draft.gaps, due }) : state;
  return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
}

type Progress = { readonly runs: State['runs']; readonly gaps: readonly Gap[]; readonly due: Due };

function advanced(state: State, { runs, gaps, due }: Progress): State {
  const { partial: _, pastPauses: before, ...rest } = state;
  const reached = furthest(state, due);
  const pastPauses = forgetPauses(before, runs, (flow) => accountedUntil(reached, flow));
  return {
    ...rest,
    runs,
    gaps: addGaps(state.gaps, gaps),
    ...reached,
    ...(pastPauses === undefined ? {} : { pastPauses }),
  };
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
  // One by one: a call takes no hundred thousand arguments.
  for (const gap of due.gaps) draft.gaps.push(gap);
  enqueue(
    draft,
    due.slots.flatMap((slot) => wantedSlot(draft, slot)),
  );
  return due;
}

function wantedSlot({ ground, runs }: Draft, due: DueSlot): readonly Wanted[] {
  const deployment = ground.registry.deployments.get(due.flow);
  if (deployment === undefined) return [];
  const id = currentRunId(deployment.policy, due, (known) => runs.has(known));
  return [{ deployment, id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters }];
}

function haveSameRuns(a: ReadonlyMap<RunId, Run>, b: ReadonlyMap<RunId, Run>): boolean {
  return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}
