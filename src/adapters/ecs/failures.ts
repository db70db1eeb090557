import type { Ending, EndingClass } from '../../core/ending.ts';
import { type Instant, instantFromMs } from '../../core/instant.ts';
import type { Sighting } from '../../core/sighting.ts';
import { cutReason } from '../../report/long-reason.ts';
import { oneLine } from '../../report/visible.ts';
import { classOfText } from './failure-rules.ts';
import { type EcsContainer, hasSidecars, sidecarWords, wasStoppedBySidecar } from './sidecars.ts';

export type { EcsContainer } from './sidecars.ts';

/** The container that runs the flow; every other one of the ECS task is somebody's sidecar. */
export const mainContainer = 'flow';

/** What DescribeTasks and "Task State Change" events have in common, with moments in milliseconds. */
export type EcsTask = {
  readonly taskArn: string;
  readonly startedBy: string;
  readonly family: string;
  readonly lastStatus: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly createdAt?: number;
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly executionStoppedAt?: number;
  readonly containers: readonly EcsContainer[];
};

export function sightingOf(task: EcsTask, now: Instant): Sighting {
  const startedAt = task.startedAt === undefined ? undefined : instantFromMs(task.startedAt);
  if (task.lastStatus === 'STOPPED' || task.lastStatus === 'DELETED') {
    return { kind: 'ended', ...(startedAt === undefined ? {} : { startedAt }), ending: endingOf(task, now) };
  }
  return startedAt === undefined ? { kind: 'starting' } : { kind: 'running', startedAt };
}

function endingOf(task: EcsTask, now: Instant): Ending {
  const main = task.containers.find(({ name }) => name === mainContainer);
  const at = instantFromMs(task.executionStoppedAt ?? task.stoppedAt ?? now);
  const detail = detailOf(task, main);
  return {
    class: classOf(task, main),
    at,
    ...(main?.exitCode === undefined ? {} : { exitCode: main.exitCode }),
    ...(detail === '' ? {} : { detail }),
  };
}

/** AWS gives 1,024 characters for the task, and as many for each container. */
const longestDetail = 1_600;

function detailOf(task: EcsTask, main: EcsContainer | undefined): string {
  const parts = [task.stopCode, task.stoppedReason, main?.reason ?? '', ...sidecarWords(task, main)]
    .map(oneLine)
    .filter((part) => part !== '');
  return cutReason([...new Set(parts)].join(': '), longestDetail);
}

/** Evaluated from the top; the first rule that fits decides. Stop codes grow in number: unknown ones must not matter. */
function classOf(task: EcsTask, main: EcsContainer | undefined): EndingClass {
  const exitCode = main?.exitCode;
  const isByUser = task.stopCode === 'UserInitiated';
  const ours = ownStop.exec(task.stoppedReason)?.[1];
  if (isByUser && ours !== undefined) return ours as EndingClass;
  if (task.stopCode === 'SpotInterruption' || task.stopCode === 'TerminationNotice') return 'spot';
  if (exitCode === 0) return 'exit-zero';
  if (task.stopCode === 'InfrastructureHealth') return 'host';
  if (isByUser) return 'stopped-outside';
  if (task.stopCode === 'ServiceSchedulerInitiated') return 'foreign';
  const told = classOfText(`${task.stoppedReason}. ${main?.reason ?? ''}`);
  if (told !== undefined) return told;
  if (wasStoppedBySidecar(task, main)) return 'sidecar';
  return exitCode === undefined ? withoutExitCode(task, main) : 'exit-code';
}

const ownStop = /^headgate:(cancelled|superseded|start-timeout|run-timeout)\b/;

/** A container that never ran, or was lost with its host, has no exit code at all: that is not 0. */
function withoutExitCode(task: EcsTask, main: EcsContainer | undefined): EndingClass {
  if (task.stopCode === 'EssentialContainerExited') return hasSidecars(task, main) ? 'sidecar' : 'runtime';
  return task.startedAt === undefined ? 'start-failed' : 'host';
}
