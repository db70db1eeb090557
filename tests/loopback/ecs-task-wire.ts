import { containersOf, type StoredDefinition } from './ecs-definitions.ts';
import { type LifeFacts, type SidecarLife, statusAt, timelineOf } from './ecs-life.ts';
import { seconds, type Wire } from './ecs-wire.ts';

export type EcsTaskRecord = Omit<LifeFacts, 'stopAsked'> & {
  readonly taskArn: string;
  readonly clusterArn: string;
  readonly definition: StoredDefinition;
  readonly startedBy: string;
  readonly overrides: unknown;
  readonly capacityProviderName: string | undefined;
  stopAsked: LifeFacts['stopAsked'];
};

/** As DescribeTasks shows it. */
export function wireTask(task: EcsTaskRecord, now: number) {
  const lastStatus = statusAt(task, now);
  const { startedAtMs, executionStoppedAtMs, stoppedAtMs } = timelineOf(task);
  const isEnded = lastStatus === 'STOPPED';
  const isStopping = isEnded || task.stopAsked !== undefined || lastStatus === 'DEPROVISIONING';
  const when = (name: string, ms: number | undefined) =>
    ms !== undefined && ms <= now ? { [name]: seconds(ms) } : {};
  return {
    taskArn: task.taskArn,
    clusterArn: task.clusterArn,
    taskDefinitionArn: task.definition.arn,
    startedBy: task.startedBy,
    ...(task.capacityProviderName === undefined
      ? { launchType: 'FARGATE' }
      : { capacityProviderName: task.capacityProviderName }),
    group: `family:${task.definition.family}`,
    lastStatus,
    desiredStatus: isStopping ? 'STOPPED' : 'RUNNING',
    createdAt: seconds(task.createdAtMs),
    // "Increases each time the task has a state change that starts an event" (Task, `version`).
    version: versionOf(task, now),
    ...when('startedAt', startedAtMs),
    ...when('stoppingAt', task.stopAsked?.atMs),
    ...when('executionStoppedAt', executionStoppedAtMs),
    ...(isEnded ? { ...when('stoppedAt', stoppedAtMs), ...stopOf(task) } : {}),
    ...(task.overrides === undefined ? {} : { overrides: task.overrides }),
    containers: containersAt(task, lastStatus),
  };
}

function versionOf(task: EcsTaskRecord, now: number): number {
  const { startedAtMs, executionStoppedAtMs, stoppedAtMs } = timelineOf(task);
  const moments = [startedAtMs, task.stopAsked?.atMs, executionStoppedAtMs, stoppedAtMs];
  return 1 + moments.filter((ms) => ms !== undefined && ms <= now).length;
}

/** What was first counts: a StopTask before the end makes it UserInitiated, whatever the program's last word. */
function stopOf({ life, stopAsked }: EcsTaskRecord) {
  if (stopAsked !== undefined && life.stopCode !== 'TaskFailedToStart')
    return { stopCode: 'UserInitiated', stoppedReason: stopAsked.reason };
  return {
    stopCode: life.stopCode ?? 'EssentialContainerExited',
    stoppedReason: life.stoppedReason ?? 'Essential container in task exited',
  };
}

/** "The order of containers is not promised": injected sidecars come first here. A failed start may leave none at all. */
function containersAt(task: EcsTaskRecord, taskStatus: string): Wire[] {
  const { life } = task;
  if (life.stopCode === 'TaskFailedToStart') return [];
  const isOver = taskStatus === 'STOPPED' || taskStatus === 'DEPROVISIONING';
  const { exitCode, startedAtMs } = timelineOf(task);
  const lastStatus = isOver ? 'STOPPED' : taskStatus;
  const [main, ...others] = containersOf(task.definition).map(({ name }) => name);
  const lives = life.sidecars ?? [];
  const injected = lives.filter(({ name }) => name !== main && !others.includes(name));
  const sidecars = [
    ...injected,
    ...others.map((name) => lives.find((one) => one.name === name) ?? told(name)),
  ];
  return [
    ...sidecars.map((sidecar) => ({
      name: sidecar.name,
      lastStatus,
      ...(isOver && sidecar.exitCode !== undefined ? { exitCode: sidecar.exitCode } : {}),
      ...(isOver && sidecar.reason !== undefined ? { reason: sidecar.reason } : {}),
    })),
    {
      name: main,
      lastStatus,
      // "exitCode" is absent if the container never ran (Container).
      ...(isOver && exitCode !== undefined && startedAtMs !== undefined ? { exitCode } : {}),
      ...(isOver && life.reason !== undefined ? { reason: life.reason } : {}),
    },
  ];
}

/** It ran until the task was over, and obeyed SIGTERM. */
function told(name: string): SidecarLife {
  return { name, exitCode: 143 };
}
