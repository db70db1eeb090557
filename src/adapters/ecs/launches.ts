import {
  type ECSClient,
  RunTaskCommand,
  type RunTaskCommandInput,
  type RunTaskCommandOutput,
} from '@aws-sdk/client-ecs';
import type { Ending, EndingClass } from '../../core/ending.ts';
import type { Placement } from '../../core/project.ts';
import type { Clock, LaunchAnswer, LaunchRequest } from '../../ports.ts';
import { declinedClass, mainContainer } from './failures.ts';
import { type Fault, judgeFault } from './faults.ts';
import { inParallel, paceOf } from './pace.ts';

/** Fargate takes 20 RunTask calls a second, in bursts too (ECS developer guide, Fargate throttling): nine tenths of it. */
const launchRate = { burst: 18, perSecond: 18 };
const launchesAtOnce = 10;

/** All overrides of a task, as JSON (RunTask, `overrides`). */
const mostOverrideCharacters = 8_192;

type Launched = { readonly answer: LaunchAnswer; readonly denial?: Fault & { readonly kind: 'denied' } };

export function launcherOf(client: ECSClient, placement: Placement, clock: Clock) {
  const turn = paceOf(clock, launchRate);
  return async (requests: readonly LaunchRequest[]): Promise<readonly LaunchAnswer[]> => {
    const launched = await inParallel(requests, launchesAtOnce, launch);
    const denials = launched.flatMap(({ denial }) => denial ?? []);
    const [first] = denials;
    // One flow whose role may not be passed must not hold up the others; if nothing may start, a person has to know.
    if (first !== undefined && denials.length === launched.length) throw first.error;
    return launched.map(({ answer }) => answer);
  };

  async function launch(request: LaunchRequest): Promise<Launched> {
    const input = runTaskInput(request, placement);
    const characters = JSON.stringify(input.overrides).length;
    if (characters > mostOverrideCharacters) {
      return {
        answer: refused(
          `The parameters take ${characters} characters; ECS takes ${mostOverrideCharacters}.`,
          clock,
        ),
      };
    }
    await turn();
    try {
      return { answer: readAnswer(await client.send(new RunTaskCommand(input)), clock) };
    } catch (error) {
      return judgeLaunchFault(error, clock);
    }
  }
}

/** Made of the request and the project alone: a replay must be the same to the byte, or ECS calls it a conflict. */
function runTaskInput(request: LaunchRequest, placement: Placement): RunTaskCommandInput {
  const environment = Object.entries(request.environment).map(([name, value]) => ({ name, value }));
  return {
    cluster: placement.cluster,
    taskDefinition: request.revision,
    count: 1,
    clientToken: request.clientToken,
    startedBy: request.startedBy,
    enableExecuteCommand: false,
    ...(request.spot
      ? { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
      : { launchType: 'FARGATE' as const }),
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...placement.subnets],
        ...(placement.securityGroups.length === 0 ? {} : { securityGroups: [...placement.securityGroups] }),
        assignPublicIp: placement.assignPublicIp ? 'ENABLED' : 'DISABLED',
      },
    },
    overrides: {
      containerOverrides: [
        { name: mainContainer, environment: environment.sort((a, b) => (a.name < b.name ? -1 : 1)) },
      ],
    },
  };
}

function readAnswer({ tasks = [], failures = [] }: RunTaskCommandOutput, clock: Clock): LaunchAnswer {
  const handles = tasks.flatMap(({ taskArn }) => taskArn ?? []);
  const [handle] = handles;
  if (handle !== undefined)
    return handles.length === 1 ? { kind: 'launched', handle } : { kind: 'conflict', handles };
  const [failure] = failures;
  if (failure === undefined)
    return { kind: 'unsure', reason: 'ECS answered with neither a task nor a failure' };
  const reason = [failure.reason, failure.detail].filter((part) => part !== undefined).join(': ');
  const verdict = declinedClass(reason);
  const ending = endingOf(verdict.class, reason, clock);
  return { kind: verdict.isFinal ? 'refused' : 'declined', ending };
}

function judgeLaunchFault(error: unknown, clock: Clock): Launched {
  const resources =
    error instanceof Error && error.name === 'ConflictException'
      ? Reflect.get(error, 'resourceIds')
      : undefined;
  if (Array.isArray(resources) && resources.length > 0)
    return { answer: { kind: 'conflict', handles: resources.map(String) } };
  const fault = judgeFault(error, 'RunTask');
  switch (fault.kind) {
    case 'unsure':
      return { answer: { kind: 'unsure', reason: fault.reason } };
    case 'wrong':
      return { answer: refused(`${inactiveCode(fault.reason)}${fault.name}: ${fault.reason}`, clock) };
    case 'denied':
      return { answer: refused(fault.error.message, clock), denial: fault };
  }
}

/** A revision that somebody deregistered: never replaced by the newest one in silence. */
function inactiveCode(reason: string): string {
  return /TaskDefinition is inactive/i.test(reason) ? 'E_TASKDEF_INACTIVE ' : '';
}

function refused(detail: string, clock: Clock): LaunchAnswer {
  return { kind: 'refused', ending: endingOf('refused', detail, clock) };
}

function endingOf(endingClass: EndingClass, detail: string, clock: Clock): Ending {
  return { class: endingClass, at: clock.now(), detail: detail.slice(0, 400) };
}
