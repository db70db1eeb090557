import type { RunTaskCommandInput, RunTaskCommandOutput } from '@aws-sdk/client-ecs';
import type { Ending, EndingClass } from '../../core/ending.ts';
import type { Instant } from '../../core/instant.ts';
import type { Network, Placement } from '../../core/project.ts';
import type { LaunchAnswer, LaunchRequest } from '../../ports.ts';
import { cutReason } from '../../report/long-reason.ts';
import { oneLine } from '../../report/visible.ts';
import { declinedClass } from './failure-rules.ts';
import { mainContainer } from './failures.ts';
import { isOurTask } from './task-arn.ts';

/** All overrides of a task, as JSON with its punctuation (ECS API reference, RunTask, `overrides`). */
const mostOverrideCharacters = 8_192;

/**
 * Made of the request and the project alone, names sorted: a replay of the token must be the same to the byte, or ECS
 * answers with a conflict. Nothing but the environment is overridden: image, command and roles are the revision's.
 */
export function runTaskInput(
  request: LaunchRequest,
  placement: Placement,
  { subnets, securityGroups, assignPublicIp }: Network = placement,
): RunTaskCommandInput {
  const environment = Object.entries(request.environment)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    cluster: placement.cluster,
    taskDefinition: request.revision,
    count: 1,
    clientToken: request.clientToken,
    startedBy: request.startedBy,
    enableExecuteCommand: false,
    // Cost reports group ECS tasks by the tags of their flow.
    propagateTags: 'TASK_DEFINITION',
    ...(request.spot
      ? { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
      : { launchType: 'FARGATE' as const }),
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...subnets],
        ...(securityGroups.length === 0 ? {} : { securityGroups: [...securityGroups] }),
        assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED',
      },
    },
    overrides: { containerOverrides: [{ name: mainContainer, environment }] },
  };
}

/** Why a request need not be sent: ECS would refuse it, or take it for something else. */
export function faultOf(input: RunTaskCommandInput): string | undefined {
  // A family alone would name whatever is newest when the request arrives.
  if (!/:\d+$/.test(input.taskDefinition ?? ''))
    return `The revision ${JSON.stringify(input.taskDefinition)} has no number.`;
  const characters = JSON.stringify(input.overrides).length;
  return characters > mostOverrideCharacters
    ? `The parameters take ${characters} characters; ECS takes ${mostOverrideCharacters}. Hand over a place to read them from.`
    : undefined;
}

export function readAnswer(
  { tasks = [], failures = [] }: RunTaskCommandOutput,
  placement: Placement,
  now: Instant,
): LaunchAnswer {
  const handles = tasks.flatMap(({ taskArn }) => taskArn ?? []);
  const [handle, ...extra] = handles.filter((arn) => isOurTask(arn, placement));
  if (handle !== undefined)
    return extra.length === 0
      ? { kind: 'launched', handle }
      : { kind: 'conflict', handles: [handle, ...extra] };
  if (tasks.length > 0)
    return {
      kind: 'unsure',
      reason: `ECS answered with a task of another cluster: ${oneLine(handles.join(' '))}`,
    };
  const [failure] = failures;
  // Nothing at all: the same token gives the real answer the next time.
  if (failure === undefined)
    return { kind: 'unsure', reason: 'ECS answered with neither a task nor a failure' };
  const reason = [failure.reason, failure.detail].filter((part) => part !== undefined).join(': ');
  const verdict = declinedClass(reason);
  const ending = launchEnding(verdict.class, reason, now);
  return { kind: verdict.isFinal ? 'refused' : 'declined', ending };
}

/** As much as AWS gives. */
const longestDetail = 1_024;

export function launchEnding(endingClass: EndingClass, detail: string, at: Instant): Ending {
  return { class: endingClass, at, detail: cutReason(oneLine(detail), longestDetail) };
}
