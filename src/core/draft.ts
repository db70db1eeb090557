import { downstreamOf } from './after.ts';
import type { Deployment, Registry } from './deployment.ts';
import type { FlowName, Overlap } from './flow.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { judgeOverlap } from './overlap.ts';
import { resolveParameters } from './parameters.ts';
import { addGaps } from './prune.ts';
import { queuedRun } from './request.ts';
import { isEnded, isWaitingBackfill, type Run, type RunId, slotOf } from './run.ts';
import type { Gap, GapReason, State } from './state.ts';
import { applyStops } from './stopping.ts';

/** What a draft starts from. */
export type Ground = { readonly state: State; readonly registry: Registry; readonly now: Instant };

/** A new state in the making. */
export type Draft = {
  readonly ground: Ground;
  readonly runs: Map<RunId, Run>;
  /** Runs that were open at some time while it was made. */
  readonly byFlow: Map<FlowName, Set<RunId>>;
  readonly gaps: Gap[];
};

/** With all runs of a state; the open ones as `follow` makes them. */
export function draftOf(ground: Ground, runs: State['runs'], follow: (run: Run) => Run): Draft {
  const draft: Draft = { ground, runs: new Map(runs), byFlow: new Map(), gaps: [] };
  for (const run of runs.values()) if (!isEnded(run)) enter(draft, follow(run));
  return draft;
}

function enter(draft: Draft, run: Run): void {
  draft.runs.set(run.id, run);
  const ids = draft.byFlow.get(run.flow);
  if (ids === undefined) draft.byFlow.set(run.flow, new Set([run.id]));
  else ids.add(run.id);
}

/**
 * What follows from runs that ended other than by a decision: a launch that was refused, a cancel, the word of a person.
 * No later tick would notice: for it, they had ended before.
 */
export function followEnds(after: State, ground: Ground): State {
  if (after === ground.state) return after;
  const draft = draftOf(ground, after.runs, (run) => run);
  startDownstream(draft);
  if (draft.runs.size === after.runs.size && draft.gaps.length === 0) return after;
  return { ...after, runs: draft.runs, gaps: addGaps(after.gaps, draft.gaps) };
}

/** What the runs that ended in this draft set off; a run that is superseded on the way may set off more. */
export function startDownstream(draft: Draft): void {
  const { state, registry } = draft.ground;
  const done = new Set<RunId>();
  for (;;) {
    const ended = [...draft.runs.values()]
      .filter(isEnded)
      .filter((run) => !done.has(run.id) && state.runs.get(run.id)?.phase.state !== run.phase.state);
    if (ended.length === 0) return;
    for (const run of ended) done.add(run.id);
    for (const next of downstreamOf(ended, draft.runs.values(), registry)) {
      if (next.kind === 'gap') addGap(draft, next, 'upstream');
      else enqueue(draft, next.deployment, { id: next.id, cause: next.cause, given: {} });
    }
  }
}

export type Wanted = { readonly id: RunId; readonly cause: Run['cause']; readonly given: JsonObject };

/** Queues a run unless it exists, its flow is paused, or overlap says otherwise. */
export function enqueue(draft: Draft, deployment: Deployment, wanted: Wanted): void {
  const { now } = draft.ground;
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
  if (draft.ground.state.pauses.has(flow)) return { kind: 'gap', because: 'paused' };
  const open = waitsForOthers(policy.overlap) ? openRunsOf(draft, flow) : [];
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

/** Whether open runs say anything: thousands of slots of one flow must not each be held against all the others. */
function waitsForOthers(overlap: Overlap): boolean {
  return overlap !== 'allow' && overlap !== 'buffer-all';
}

/** Open runs that stand in the way of others: a backfill that waits does not. */
function openRunsOf(draft: Draft, flow: FlowName): Run[] {
  const ids = draft.byFlow.get(flow) ?? new Set();
  const open: Run[] = [];
  for (const id of ids) {
    const run = draft.runs.get(id);
    if (run === undefined || isEnded(run)) ids.delete(id);
    else if (!isWaitingBackfill(run)) open.push(run);
  }
  return open;
}

function supersede(draft: Draft, id: RunId): void {
  const run = draft.runs.get(id);
  const { now, registry } = draft.ground;
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
