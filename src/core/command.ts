import type { Deployment, Registry } from './deployment.ts';
import type { FlowName } from './flow.ts';
import { currentRunId } from './former-run-id.ts';
import { type Instant, instantFromMs } from './instant.ts';
import { resolveParameters } from './parameters.ts';
import { endPause } from './pause.ts';
import { queuedRun, type RunRequest } from './request.ts';
import { areWithinRoom } from './room.ts';
import { isEnded, type Run, type RunId } from './run.ts';
import { countSlots, slotsBetween } from './slots.ts';
import type { State } from './state.ts';
import { applyStops } from './stopping.ts';

/** What a person asked for, carried out on the state: the new state, or why there is none. */
export type CommandAnswer =
  | { readonly kind: 'done'; readonly state: State }
  /** It is so already. */
  | { readonly kind: 'nothing'; readonly because: string }
  | {
      readonly kind: 'impossible';
      readonly because: string;
      readonly fix: string;
      /** `E_COMMAND` if left out. */
      readonly code?: string;
    };

export type By = { readonly by: string; readonly at: Instant };

/** The same request again (a job that is run once more, an answer that was lost) finds its run there. */
export function requestRun(state: State, deployment: Deployment, request: RunRequest): CommandAnswer {
  if (state.runs.has(request.id))
    return { kind: 'nothing', because: `run ${request.id} was requested already` };
  return withRoom(state, withRun(state, queuedRun(deployment, request)));
}

/** A person's run does not wait in silence: where state has no room for it, that is said. */
function withRoom(before: State, after: State): CommandAnswer {
  if (areWithinRoom(after.runs.values())) return { kind: 'done', state: after };
  const open = [...before.runs.values()].filter((run) => !isEnded(run)).length;
  return {
    kind: 'impossible',
    because: `${open} runs are open, and there is no room in state for more`,
    fix: 'Wait until some have ended, cancel some, or give smaller parameters (the name of a file, not its content).',
    code: 'E_STATE_FULL',
  };
}

export type Backfill = { readonly from: Instant; readonly to: Instant };

/** More slots than this at once would crowd everything else out of state. */
export const mostBackfillSlots = 500;

/** A run for every slot in `[from, to]` of the flow's schedules that has none in state, and did not end before. */
export function backfillFlow(
  state: State,
  deployment: Deployment,
  { from, to, finished }: Backfill & { readonly finished: ReadonlySet<RunId> },
  { by, at }: By,
): CommandAnswer {
  const wanted = deployment.policy.schedules.flatMap((schedule) =>
    slotsBetween(schedule, instantFromMs(from - 1), to, mostBackfillSlots + 1).map((slot) => ({
      schedule,
      slot,
    })),
  );
  if (wanted.length === 0) {
    return {
      kind: 'impossible',
      because: `flow ${deployment.flow} has no slot in this range`,
      fix: 'Look at `headgate schedule`.',
    };
  }
  const runs = new Map(state.runs);
  for (const { schedule, slot } of wanted) {
    const wantedSlot = { flow: deployment.flow, slot, parameters: schedule.parameters };
    const isThere = (known: RunId) => runs.has(known) || finished.has(known);
    const id = currentRunId(deployment.policy, wantedSlot, isThere);
    const resolved = resolveParameters(deployment.policy.parameters, schedule.parameters);
    if (runs.has(id) || finished.has(id) || resolved.kind === 'bad') continue;
    const cause = { kind: 'backfill', slot, by } as const;
    runs.set(id, queuedRun(deployment, { id, cause, parameters: resolved.parameters, at }));
  }
  if (runs.size === state.runs.size)
    return { kind: 'nothing', because: 'every slot of the range has its run already' };
  return withRoom(state, { ...state, runs });
}

/** The runs that a backfill is about, whether it makes them or found them there. */
export function backfillRuns(
  { runs }: Pick<State, 'runs'>,
  { flow, policy }: Deployment,
  { from, to }: Backfill,
): readonly RunId[] {
  return policy.schedules.flatMap((schedule) =>
    slotsBetween(schedule, instantFromMs(from - 1), to, mostBackfillSlots).map((slot) =>
      currentRunId(policy, { flow, slot, parameters: schedule.parameters }, (id) => runs.has(id)),
    ),
  );
}

/** How many slots a backfill would cover, without listing them. */
export function backfillSize({ policy }: Deployment, { from, to }: Backfill): number {
  const after = instantFromMs(from - 1);
  return policy.schedules.reduce((sum, schedule) => sum + countSlots(schedule, after, to), 0);
}

export function cancelRun(state: State, registry: Registry, id: RunId, { by, at }: By): CommandAnswer {
  const run = state.runs.get(id);
  if (run === undefined) return unknownRun(id);
  if (isEnded(run)) return { kind: 'nothing', because: `run ${id} has ended: ${run.phase.state}` };
  if (run.cancel !== undefined) return { kind: 'nothing', because: `run ${id} is being cancelled` };
  const policy = registry.deployments.get(run.flow)?.policy;
  return {
    kind: 'done',
    state: withRun(state, applyStops({ ...run, cancel: { cause: 'cancelled', at, by } }, policy, at)),
  };
}

/** Grants an ended run one more attempt, of the same deployment and with the same parameters. */
export function retryRun(state: State, registry: Registry, id: RunId, { at }: By): CommandAnswer {
  const run = state.runs.get(id);
  if (run === undefined) return unknownRun(id);
  if (!isEnded(run)) return { kind: 'nothing', because: `run ${id} has not ended: ${run.phase.state}` };
  const deployment = registry.deployments.get(run.flow);
  if (deployment === undefined || deployment.retiredAt !== undefined) {
    return {
      kind: 'impossible',
      because: `flow ${run.flow} is not deployed any more`,
      fix: 'Deploy it again first.',
    };
  }
  const { cancel: _, ...kept } = run;
  return {
    kind: 'done',
    state: withRun(state, { ...kept, granted: run.granted + 1, phase: { state: 'queued', notBefore: at } }),
  };
}

/** What a person found out about a run of which no evidence was left. */
export function resolveRun(state: State, id: RunId, as: 'succeeded' | 'failed', { at }: By): CommandAnswer {
  const run = state.runs.get(id);
  if (run === undefined) return unknownRun(id);
  if (run.phase.state !== 'unknown') {
    return {
      kind: 'impossible',
      because: `run ${id} is ${run.phase.state}, not unknown`,
      fix: 'Only unknown runs can be resolved.',
    };
  }
  return { kind: 'done', state: withRun(state, { ...run, phase: { state: as, endedAt: at } }) };
}

export function pauseFlow(state: State, flow: FlowName, { by, at }: By): CommandAnswer {
  if (state.pauses.has(flow)) return { kind: 'nothing', because: `flow ${flow} is paused already` };
  return { kind: 'done', state: { ...state, pauses: new Map(state.pauses).set(flow, { flow, at, by }) } };
}

export function resumeFlow(state: State, flow: FlowName, { at }: Pick<By, 'at'>): CommandAnswer {
  const pause = state.pauses.get(flow);
  if (pause === undefined) return { kind: 'nothing', because: `flow ${flow} is not paused` };
  return { kind: 'done', state: endPause(state, pause, at) };
}

function withRun(state: State, run: Run): State {
  return withRuns(state, new Map([[run.id, run]]));
}

/** All changes in one copy: there can be ten thousand runs, and a thousand that change at once. */
export function withRuns(state: State, changed: ReadonlyMap<RunId, Run>): State {
  if (changed.size === 0) return state;
  const runs = new Map(state.runs);
  for (const [id, run] of changed) runs.set(id, run);
  return { ...state, runs };
}

function unknownRun(id: RunId): CommandAnswer {
  return {
    kind: 'impossible',
    because: `there is no run ${id} in state`,
    fix: 'Take its id from its check, or from `headgate status <flow>`, which shows the newest run of a flow.',
    code: 'E_RUN_UNKNOWN',
  };
}
