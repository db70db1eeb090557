import { type Downstream, followersOf, meetingsOf } from './after.ts';
import {
  addContender,
  type Contenders,
  contendersAmong,
  dropContender,
  standingAgainst,
} from './contenders.ts';
import type { Deployment, Registry } from './deployment.ts';
import type { FlowName, Overlap } from './flow.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { judgeOverlap } from './overlap.ts';
import { resolveParameters } from './parameters.ts';
import { isPausedAt } from './pause.ts';
import { addGaps } from './prune.ts';
import { queuedRun } from './request.ts';
import { isEnded, type Run, type RunId, slotOf } from './run.ts';
import { seriesOf } from './series.ts';
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
  /** Of the flows for which somebody asked. */
  readonly contenders: Map<FlowName, Contenders>;
  readonly gaps: Gap[];
};

/** With all runs of a state; the open ones as `follow` makes them. */
export function draftOf(ground: Ground, runs: State['runs'], follow: (run: Run) => Run): Draft {
  const draft: Draft = { ground, runs: new Map(runs), byFlow: new Map(), contenders: new Map(), gaps: [] };
  for (const run of runs.values()) if (!isEnded(run)) enter(draft, follow(run));
  return draft;
}

function enter(draft: Draft, run: Run): void {
  draft.runs.set(run.id, run);
  const ids = draft.byFlow.get(run.flow);
  if (ids === undefined) draft.byFlow.set(run.flow, new Set([run.id]));
  else ids.add(run.id);
  const contenders = draft.contenders.get(run.flow);
  if (contenders !== undefined) addContender(contenders, run);
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
    for (const next of followersOf(ended, registry)) startOne(draft, next);
    for (const next of meetingsOf(ended, draft.runs.values(), registry)) startOne(draft, next);
  }
}

/** Of the followers each in its turn: what they follow ended one after the other. */
function startOne(draft: Draft, next: Downstream): void {
  if (draft.runs.has(next.id)) return;
  if (next.kind === 'gap') {
    addGap(draft, next, 'upstream');
    return;
  }
  const { deployment, id, cause, since } = next;
  const { flow } = deployment;
  if (isPausedAt(draft.ground.state, flow, since))
    addGap(draft, { flow, slot: slotOf(cause) ?? draft.ground.now }, 'paused');
  else enqueue(draft, [{ deployment, id, cause, given: {} }]);
}

export type Wanted = {
  readonly deployment: Deployment;
  readonly id: RunId;
  readonly cause: Run['cause'];
  readonly given: JsonObject;
};

/**
 * Queues runs that come together, unless they exist or overlap says otherwise. Each is held against what was open before,
 * and none against another of them: what one catch-up makes up for runs one after the other.
 */
export function enqueue(draft: Draft, wanted: readonly Wanted[]): void {
  const isAsked = new Set<RunId>();
  const queued = wanted.flatMap((one) => {
    if (draft.runs.has(one.id) || isAsked.has(one.id)) return [];
    isAsked.add(one.id);
    return enqueueOne(draft, one) ?? [];
  });
  for (const run of queued) enter(draft, run);
}

function enqueueOne(draft: Draft, wanted: Wanted): Run | undefined {
  const { now } = draft.ground;
  const { deployment, id, cause } = wanted;
  const verdict = judgeWanted(draft, wanted);
  if (verdict.kind === 'gap') {
    addGap(draft, { flow: deployment.flow, slot: slotOf(cause) ?? now }, verdict.because);
    return undefined;
  }
  for (const other of verdict.replaced) supersede(draft, other);
  return queuedRun(deployment, { id, cause, parameters: verdict.parameters, at: now });
}

type WantedVerdict =
  | { readonly kind: 'gap'; readonly because: GapReason }
  | { readonly kind: 'run'; readonly parameters: JsonObject; readonly replaced: readonly RunId[] };

function judgeWanted(draft: Draft, { deployment, cause, given }: Wanted): WantedVerdict {
  const { flow, policy } = deployment;
  const resolved = resolveParameters(policy.parameters, given);
  if (resolved.kind === 'bad') return { kind: 'gap', because: 'parameters' };
  const { parameters } = resolved;
  if (!waitsForOthers(policy.overlap)) return { kind: 'run', parameters, replaced: [] };
  const open = standingAgainst(contendersOf(draft, flow), seriesOf(parameters), slotOf(cause));
  const overlap = judgeOverlap(policy.overlap, open);
  if (overlap.kind === 'skip') return { kind: 'gap', because: overlap.because };
  return { kind: 'run', parameters, replaced: overlap.kind === 'replace' ? overlap.runs : [] };
}

/** Whether open runs say anything: thousands of slots of one flow must not each be held against all the others. */
function waitsForOthers(overlap: Overlap): boolean {
  return overlap !== 'allow' && overlap !== 'buffer-all';
}

function contendersOf(draft: Draft, flow: FlowName): Contenders {
  const known = draft.contenders.get(flow);
  if (known !== undefined) return known;
  const ids = [...(draft.byFlow.get(flow) ?? [])];
  const made = contendersAmong(ids.flatMap((id) => draft.runs.get(id) ?? []));
  draft.contenders.set(flow, made);
  return made;
}

function supersede(draft: Draft, id: RunId): void {
  const run = draft.runs.get(id);
  const { now, registry } = draft.ground;
  if (run === undefined) return;
  dropContender(contendersOf(draft, run.flow), run);
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
