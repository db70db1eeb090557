import {
  type ECSClient,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { factsOf } from '../../core/ending.ts';
import { judgeNetwork, type NetworkVerdict, type Placement } from '../../core/project.ts';
import { quote } from '../../core/quote.ts';
import type { Clock, LaunchAnswer, LaunchRequest } from '../../ports.ts';
import { classOfText } from './failure-rules.ts';
import { type Fault, judgeFault } from './faults.ts';
import { inParallel, mostPerSecond } from './pace.ts';
import { faultOf, launchEnding, readAnswer, runTaskInput } from './run-task.ts';

/** Fargate takes 20 RunTask calls a second, in bursts too (ECS developer guide, Fargate throttling): nine tenths of it. */
const launchesPerSecond = 18;
/** The rate at half a second an answer. */
const launchesAtOnce = 10;

type Denial = Fault & { readonly kind: 'denied' };
type Launched = { readonly answer: LaunchAnswer; readonly denial?: Denial };

export function launcherOf(client: ECSClient, placement: Placement, clock: Clock) {
  const turn = mostPerSecond(clock, launchesPerSecond);
  return async (requests: readonly LaunchRequest[]): Promise<readonly LaunchAnswer[]> => {
    let closed: Denial | undefined;
    const launched = await inParallel(requests, launchesAtOnce, async (request) => {
      if (closed !== undefined) return deniedAnswer(closed);
      const result = await launch(request);
      if (result.denial?.reach === 'all') closed ??= result.denial;
      return result;
    });
    throwIfAllDenied(launched);
    return launched.map(({ answer }) => answer);
  };

  async function launch(request: LaunchRequest): Promise<Launched> {
    const verdict = judgeNetwork(placement, request);
    if (verdict.kind !== 'ok') return { answer: refused(networkWords(request, verdict)) };
    const input = runTaskInput(request, placement, verdict.network);
    const fault = faultOf(input);
    if (fault !== undefined) return { answer: refused(fault) };
    await turn();
    try {
      const answer = readAnswer(await client.send(new RunTaskCommand(input)), placement, clock.now());
      if (answer.kind === 'conflict') await stopExtra(answer.handles);
      return { answer };
    } catch (error) {
      return judgeLaunchFault(error, input);
    }
  }

  /** One was asked for. The first counts; the others must not work beside it. If a stop fails, the engine still sees them all. */
  async function stopExtra([, ...extra]: readonly string[]): Promise<void> {
    for (const task of extra) {
      const reason = 'headgate:superseded one task was asked for';
      await client
        .send(new StopTaskCommand({ cluster: placement.cluster, task, reason }))
        .catch((error: unknown) => judgeFault(error, 'StopTask'));
    }
  }

  function judgeLaunchFault(error: unknown, input: RunTaskCommandInput): Launched {
    const existing =
      error instanceof Error && error.name === 'ConflictException'
        ? Reflect.get(error, 'resourceIds')
        : undefined;
    if (Array.isArray(existing) && existing.length > 0)
      return { answer: { kind: 'conflict', handles: existing.map(String) } };
    const fault = judgeFault(error, 'RunTask');
    switch (fault.kind) {
      case 'unsure':
        return { answer: { kind: 'unsure', reason: fault.reason } };
      case 'wrong':
        return { answer: wrongAnswer(fault, input) };
      case 'denied':
        return deniedAnswer(fault);
    }
  }

  function deniedAnswer(denial: Denial): Launched {
    const { message } = denial.error;
    // Credentials that expire half-way say nothing of the flows that are left: their tokens are used again.
    return denial.reach === 'all'
      ? { answer: { kind: 'unsure', reason: message }, denial }
      : { answer: refused(message), denial };
  }

  /** Some of what ECS refuses it refuses for now: a new account gets its service-linked role within minutes. */
  function wrongAnswer(fault: Fault & { readonly kind: 'wrong' }, input: RunTaskCommandInput): LaunchAnswer {
    const text = wrongText(fault, input);
    const found = classOfText(text);
    if (found === undefined || factsOf(found).budget !== 'infra') return refused(text);
    return { kind: 'declined', ending: launchEnding(found, text, clock.now()) };
  }

  function refused(detail: string): LaunchAnswer {
    return { kind: 'refused', ending: launchEnding('refused', detail, clock.now()) };
  }
}

function networkWords({ network }: LaunchRequest, verdict: NetworkVerdict): string {
  if (verdict.kind === 'unknown')
    return `headgate.yml defines no network ${quote(network)} under aws.networks, which the deployed flow asks for.`;
  const owner = verdict.kind === 'kept' ? verdict.owner : undefined;
  return owner === undefined
    ? `headgate.yml keeps the network ${quote(network)}, which the deployed flow asks for, for other flows.`
    : `headgate.yml keeps the flow in the network ${quote(owner)}, which is not the one that is deployed.`;
}

/** One flow whose role may not be passed holds nobody up; if nothing at all may start, a person has to know. */
function throwIfAllDenied(launched: readonly Launched[]): void {
  const denials = launched.flatMap(({ denial }) => denial ?? []);
  const general = denials.find(({ reach }) => reach !== 'one');
  if (general !== undefined && denials.length === launched.length) throw general.error;
}

/** A revision that somebody deregistered is named, never replaced by the newest one in silence. */
function wrongText(fault: Fault & { readonly kind: 'wrong' }, input: RunTaskCommandInput): string {
  const text = `${fault.name}: ${fault.reason}`;
  return /TaskDefinition is inactive/i.test(fault.reason)
    ? `E_TASKDEF_INACTIVE ${input.taskDefinition} was deregistered. Deploy again. ${text}`
    : text;
}
