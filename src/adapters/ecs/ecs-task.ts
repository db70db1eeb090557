import type { Task } from '@aws-sdk/client-ecs';
import type { EcsTask } from './failures.ts';

/** From the shape that DescribeTasks answers with. */
export function readTask(task: Task): EcsTask {
  return {
    taskArn: task.taskArn ?? '',
    startedBy: task.startedBy ?? '',
    family: familyIn(task.taskDefinitionArn ?? ''),
    lastStatus: task.lastStatus ?? '',
    stopCode: task.stopCode ?? '',
    stoppedReason: task.stoppedReason ?? '',
    ...moment(task.createdAt, 'createdAt'),
    ...moment(task.startedAt, 'startedAt'),
    ...moment(task.stoppedAt, 'stoppedAt'),
    ...moment(task.executionStoppedAt, 'executionStoppedAt'),
    containers: (task.containers ?? []).map(({ name = '', exitCode, reason = '' }) => ({
      name,
      reason,
      ...(exitCode === undefined ? {} : { exitCode }),
    })),
  };
}

/** `…:task-definition/family:revision` */
export function familyIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1).replace(/:\d+$/, '');
}

function moment(at: Date | undefined, name: string): { readonly [name: string]: number } {
  const ms = at?.getTime() ?? Number.NaN;
  return Number.isNaN(ms) ? {} : { [name]: ms };
}
