import {
  type By,
  backfillFlow,
  backfillRuns,
  backfillSize,
  type CommandAnswer,
  cancelRun,
  mostBackfillSlots,
  pauseFlow,
  requestRun,
  resolveRun,
  resumeFlow,
  retryRun,
} from '../core/command.ts';
import type { Deployment } from '../core/deployment.ts';
import { followEnds } from '../core/draft.ts';
import type { FlowName } from '../core/flow.ts';
import { manualRunId } from '../core/identity.ts';
import { type Instant, isoOf } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import { resolveParameters } from '../core/parameters.ts';
import { InputError } from '../core/problem.ts';
import type { RunId } from '../core/run.ts';
import type { Snapshot, World } from '../ports.ts';
import { type BoardStyle, type Edit, record } from './record.ts';

/** What a person may ask of the state. Launching and stopping is the next tick's work; doors run one at once. */
export type Command =
  | {
      readonly kind: 'run';
      readonly flow: FlowName;
      readonly parameters: Json | undefined;
      /** Names the request: the same name gives the same run. */
      readonly request: string;
    }
  | { readonly kind: 'backfill'; readonly flow: FlowName; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'cancel'; readonly run: RunId }
  | { readonly kind: 'retry'; readonly run: RunId }
  | { readonly kind: 'resolve'; readonly run: RunId; readonly as: 'succeeded' | 'failed' }
  | { readonly kind: 'pause'; readonly flow: FlowName }
  | { readonly kind: 'resume'; readonly flow: FlowName };

export type Asker = {
  readonly by: string;
  readonly style: BoardStyle;
  /** Say what would become of it, and write nothing. */
  readonly isDryRun?: boolean;
};

export type CommandResult = {
  readonly command: Command['kind'];
  readonly subject: string;
  /** The runs that it is about. */
  readonly runs: readonly RunId[];
  /** Of a dry run: whether anything would change. */
  readonly isChanged: boolean;
  /** As it is now; of a dry run, as it would be. */
  readonly snapshot: Snapshot;
  /** Why nothing changed. */
  readonly because?: string;
};

/** Records what a person asked for. Throws `InputError` if it cannot be; then nothing was written. */
export async function control(
  world: World,
  command: Command,
  { by, style, isDryRun = false }: Asker,
): Promise<CommandResult> {
  const at = world.clock.now();
  const loaded = await world.state.load(at);
  const finished =
    command.kind === 'backfill' ? await world.state.finishedRuns(command.flow) : new Set<RunId>();
  let answer: CommandAnswer | undefined;
  const edit = (current: Snapshot): Edit | undefined => {
    answer = carryOut(current, command, { by, at, finished });
    if (answer.kind === 'impossible') throw impossible(command, answer);
    if (answer.kind !== 'done') return undefined;
    const state = followEnds(answer.state, { ...current, now: at });
    return { state, message: titleOf(command) };
  };
  const { snapshot, isChanged } = isDryRun
    ? imagined(loaded, edit)
    : await record(world, loaded, { style, edit });
  const because = answer?.kind === 'nothing' ? { because: answer.because } : {};
  const subject = subjectOf(command, snapshot);
  const runs = runsOf(command, subject, snapshot);
  return { command: command.kind, subject, runs, isChanged, snapshot, ...because };
}

function imagined(
  snapshot: Snapshot,
  edit: (snapshot: Snapshot) => Edit | undefined,
): { readonly snapshot: Snapshot; readonly isChanged: boolean } {
  const change = edit(snapshot);
  if (change === undefined) return { snapshot, isChanged: false };
  return { snapshot: { ...snapshot, state: change.state }, isChanged: true };
}

/** Who asks, and which runs of the flow are known to have ended, in state or out of it. */
type Asking = By & { readonly finished: ReadonlySet<RunId> };

function carryOut(snapshot: Snapshot, command: Command, by: Asking): CommandAnswer {
  const { state, registry } = snapshot;
  switch (command.kind) {
    case 'run':
      return requestOf(snapshot, command, by);
    case 'backfill':
      return backfillOf(snapshot, command, by);
    case 'cancel':
      return cancelRun(state, registry, command.run, by);
    case 'retry':
      return retryRun(state, registry, command.run, by);
    case 'resolve':
      return resolveRun(state, command.run, command.as, by);
    case 'pause':
      return pauseFlow(state, deployed(snapshot, command.flow).flow, by);
    case 'resume':
      // A flow that is gone can still be paused; one that never was cannot be resumed.
      if (!state.pauses.has(command.flow)) deployed(snapshot, command.flow);
      return resumeFlow(state, command.flow, by);
  }
}

function requestOf(
  snapshot: Snapshot,
  command: Command & { readonly kind: 'run' },
  { by, at }: By,
): CommandAnswer {
  const deployment = deployed(snapshot, command.flow);
  const resolved = resolveParameters(deployment.policy.parameters, command.parameters);
  if (resolved.kind === 'bad') throw new InputError(resolved.problems);
  const id = manualRunId(command.flow, command.request);
  return requestRun(snapshot.state, deployment, {
    id,
    cause: { kind: 'manual', by },
    parameters: resolved.parameters,
    at,
  });
}

function backfillOf(
  snapshot: Snapshot,
  command: Command & { readonly kind: 'backfill' },
  by: Asking,
): CommandAnswer {
  const deployment = deployed(snapshot, command.flow);
  if (command.to > by.at || command.from > command.to) {
    const message = `A backfill goes from an earlier moment to a later one that has passed; got ${isoOf(command.from)} to ${isoOf(command.to)}.`;
    throw new InputError([{ code: 'E_TIME', field: 'from', message }]);
  }
  const count = backfillSize(deployment, command);
  if (count > mostBackfillSlots) {
    const message = `The range holds ${count} slots; at most ${mostBackfillSlots} fit in one backfill.`;
    throw new InputError([
      {
        code: 'E_BACKFILL_TOO_LARGE',
        field: 'from',
        message,
        fix: 'Backfill it in smaller ranges, one after the other.',
      },
    ]);
  }
  return backfillFlow(snapshot.state, deployment, { ...command, finished: by.finished }, by);
}

function deployed({ registry }: Snapshot, flow: FlowName): Deployment {
  const deployment = registry.deployments.get(flow);
  if (deployment !== undefined && deployment.retiredAt === undefined) return deployment;
  const names = [...registry.deployments.keys()];
  throw new InputError([
    {
      code: 'E_FLOW_UNKNOWN',
      field: 'flow',
      message: `Flow "${flow}" is not deployed.`,
      fix: names.length === 0 ? 'Deploy first: nothing is deployed yet.' : `Deployed: ${names.join(', ')}.`,
    },
  ]);
}

function impossible(
  command: Command,
  { because, fix, code = 'E_COMMAND' }: CommandAnswer & { readonly kind: 'impossible' },
): InputError {
  const field = 'run' in command ? 'run' : 'flow';
  const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
  return new InputError([{ code, field, message, fix }]);
}

function titleOf(command: Command): string {
  const title = `${command.kind} ${'flow' in command ? command.flow : command.run}`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function runsOf(command: Command, subject: string, { registry, state }: Snapshot): readonly RunId[] {
  switch (command.kind) {
    case 'pause':
    case 'resume':
      return [];
    case 'backfill': {
      const deployment = registry.deployments.get(command.flow);
      return deployment === undefined ? [] : backfillRuns(state, deployment, command);
    }
    default:
      return [subject as RunId];
  }
}

function subjectOf(command: Command, { registry }: Snapshot): string {
  if (command.kind !== 'run') return 'run' in command ? command.run : command.flow;
  return registry.deployments.has(command.flow) ? manualRunId(command.flow, command.request) : command.flow;
}
