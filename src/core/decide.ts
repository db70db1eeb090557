import { admit, type Limits, type Wait } from './admission.ts';
import { downstreamOf } from './after.ts';
import type { Deployment, Registry } from './deployment.ts';
import { type DueSlot, dueSlots } from './due.ts';
import type { FlowName } from './flow.ts';
import { slotRunId, startedByOf } from './identity.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { judgeOverlap } from './overlap.ts';
import { resolveParameters } from './parameters.ts';
import { addGaps, pruneRuns } from './prune.ts';
import { type Observations, reconcile } from './reconcile.ts';
import { queuedRun } from './request.ts';
import { isEnded, isWaitingBackfill, type Run, type RunId, slotOf } from './run.ts';
import type { Gap, GapReason, State } from './state.ts';
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

/** Open runs that state holds at once; it keeps the file under 1 MiB. */
export const mostOpenRuns = 1_000;

/**
 * The heart of a tick: from what is remembered, deployed and seen, to what is to be remembered. Launches and stops are
 * not returned: they are the intents in the new state, so that whoever holds the state can carry them out.
 */
export function decide(question: Question): Decision {
  const { state, registry, now } = question;
  const draft = draftOf(question);
  const due = startDueSlots(draft);
  startDownstream(draft);
  const { admitted, waiting } = admit(draft.runs.values(), registry, question.limits, now);
  for (const run of admitted) draft.runs.set(run.id, run);
  const runs = pruneRuns(draft.runs, now);
  const isChanged = draft.gaps.length > 0 || !haveSameRuns(runs, state.runs);
  const after = isChanged ? { ...state, runs, gaps: addGaps(state.gaps, draft.gaps), mark: due.mark } : state;
  return { state: after, gaps: draft.gaps, waiting, isBehind: due.mark < now };
}

type Draft = {
  readonly question: Question;
  readonly runs: Map<RunId, Run>;
  /** Runs that were open at some time in this decision. */
  readonly byFlow: Map<FlowName, Set<RunId>>;
  readonly gaps: Gap[];
};

/** The open runs, followed: corrected by what was seen of them. */
function draftOf(question: Question): Draft {
  const draft: Draft = { question, runs: new Map(question.state.runs), byFlow: new Map(), gaps: [] };
  for (const run of question.state.runs.values()) if (!isEnded(run)) enter(draft, followRun(run, question));
  return draft;
}

function enter(draft: Draft, run: Run): void {
  draft.runs.set(run.id, run);
  const ids = draft.byFlow.get(run.flow);
  if (ids === undefined) draft.byFlow.set(run.flow, new Set([run.id]));
  else ids.add(run.id);
}

/** Open runs that stand in the way of others: a backfill that waits does not. */
function openRunsOf(draft: Draft, flow: FlowName): Run[] {
  const runs = [...(draft.byFlow.get(flow) ?? [])].flatMap((id) => draft.runs.get(id) ?? []);
  return runs.filter((run) => !isEnded(run) && !isWaitingBackfill(run));
}

/** What the runs that ended in this decision set off; a run that is superseded on the way may set off more. */
function startDownstream(draft: Draft): void {
  const { state, registry } = draft.question;
  const done = new Set<RunId>();
  for (;;) {
    const ended = [...draft.runs.values()]
      .filter(isEnded)
      .filter((run) => !done.has(run.id) && isOpenIn(state, run.id));
    if (ended.length === 0) return;
    for (const run of ended) done.add(run.id);
    for (const next of downstreamOf(ended, draft.runs.values(), registry)) {
      if (next.kind === 'gap') addGap(draft, next, 'upstream');
      else enqueue(draft, next.deployment, { id: next.id, cause: next.cause, given: {} });
    }
  }
}

function isOpenIn(state: State, id: RunId): boolean {
  const before = state.runs.get(id);
  return before === undefined || !isEnded(before);
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
  return applyStops(followed, deployment?.policy, now);
}

function startDueSlots(draft: Draft): { readonly mark: Instant } {
  const { state, registry, now } = draft.question;
  const openCount = [...draft.runs.values()].filter((run) => !isEnded(run)).length;
  const due = dueSlots(registry, state, now, Math.max(mostOpenRuns - openCount, 0));
  draft.gaps.push(...due.gaps);
  for (const slot of due.slots) startSlot(draft, slot);
  return due;
}

function startSlot(draft: Draft, due: DueSlot): void {
  const deployment = draft.question.registry.deployments.get(due.flow);
  if (deployment === undefined) return;
  const id = slotRunId(due.flow, due.slot, due.parameters);
  enqueue(draft, deployment, { id, cause: { kind: 'slot', slot: due.slot }, given: due.parameters });
}

type Wanted = { readonly id: RunId; readonly cause: Run['cause']; readonly given: JsonObject };

/** Queues a run unless it exists, its flow is paused, or overlap says otherwise. */
function enqueue(draft: Draft, deployment: Deployment, wanted: Wanted): void {
  const { now } = draft.question;
  if (draft.runs.has(wanted.id)) return;
  const verdict = judgeWanted(draft, deployment, wanted);
  if (verdict.kind === 'gap') {
    addGap(draft, { flow: deployment.flow, slot: slotOf(wanted.cause) ?? now }, verdict.because);
    return;
  }
  for (const other of verdict.replaced) supersede(draft, other);
  const { parameters } = verdict;
  enter(draft, queuedRun(deployment, { id: wanted.id, cause: wanted.cause, parameters, at: now }));
}

type WantedVerdict =
  | { readonly kind: 'gap'; readonly because: GapReason }
  | { readonly kind: 'run'; readonly parameters: JsonObject; readonly replaced: readonly RunId[] };

function judgeWanted(draft: Draft, { flow, policy }: Deployment, { given }: Wanted): WantedVerdict {
  if (draft.question.state.pauses.has(flow)) return { kind: 'gap', because: 'paused' };
  const open = openRunsOf(draft, flow);
  const waitingCount = open.filter((run) => run.phase.state === 'queued').length;
  const overlap = judgeOverlap(
    policy.overlap,
    open.map((run) => run.id),
    waitingCount,
  );
  if (overlap.kind === 'skip') return { kind: 'gap', because: overlap.because };
  const resolved = resolveParameters(policy.parameters, given);
  if (resolved.kind === 'bad') return { kind: 'gap', because: 'parameters' };
  return {
    kind: 'run',
    parameters: resolved.parameters,
    replaced: overlap.kind === 'replace' ? overlap.runs : [],
  };
}

function supersede(draft: Draft, id: RunId): void {
  const run = draft.runs.get(id);
  const { now, registry } = draft.question;
  if (run === undefined) return;
  const cancelled: Run = { ...run, cancel: run.cancel ?? { cause: 'superseded', at: now } };
  draft.runs.set(id, applyStops(cancelled, registry.deployments.get(run.flow)?.policy, now));
}

const missedReasons: ReadonlySet<GapReason> = new Set(['parameters', 'window']);

function addGap(
  draft: Draft,
  { flow, slot }: { readonly flow: FlowName; readonly slot: Instant },
  because: GapReason,
): void {
  const outcome = missedReasons.has(because) ? 'missed' : 'skipped';
  draft.gaps.push({ flow, outcome, because, from: slot, to: slot, count: 1 });
}

function haveSameRuns(a: ReadonlyMap<RunId, Run>, b: ReadonlyMap<RunId, Run>): boolean {
  return a.size === b.size && [...a].every(([id, run]) => b.get(id) === run);
}
