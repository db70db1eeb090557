import type { Ending, EndingClass } from '../../core/ending.ts';
import { type Instant, instantFromMs } from '../../core/instant.ts';
import type { Sighting } from '../../core/sighting.ts';
import { oneLine } from '../../report/visible.ts';

/** The container that runs the flow; every other one of the ECS task is somebody's sidecar. */
export const mainContainer = 'flow';

/** What DescribeTasks and "Task State Change" events have in common, with moments in milliseconds. */
export type EcsTask = {
  readonly taskArn: string;
  readonly startedBy: string;
  readonly lastStatus: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly createdAt?: number;
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly executionStoppedAt?: number;
  readonly containers: readonly EcsContainer[];
};

export type EcsContainer = { readonly name: string; readonly exitCode?: number; readonly reason: string };

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

const longestDetail = 400;

function detailOf(task: EcsTask, main: EcsContainer | undefined): string {
  const parts = [task.stopCode, task.stoppedReason, main?.reason ?? '']
    .map(oneLine)
    .filter((part) => part !== '');
  return [...new Set(parts)].join(': ').slice(0, longestDetail);
}

/** Exit code of `timeout` (coreutils) and of our own entry when the run timeout is over. */
const timeoutExitCode = 124;
const notFoundExitCodes: ReadonlySet<number> = new Set([126, 127]);

/** Evaluated from the top; the first rule that fits decides. */
function classOf(task: EcsTask, main: EcsContainer | undefined): EndingClass {
  const exitCode = main?.exitCode;
  const ours = ownStop.exec(task.stoppedReason)?.[1];
  if (task.stopCode === 'UserInitiated' && ours !== undefined) return ours as EndingClass;
  if (task.stopCode === 'SpotInterruption' || task.stopCode === 'TerminationNotice') return 'spot';
  if (exitCode === 0) return 'exit-zero';
  if (task.stopCode === 'InfrastructureHealth') return 'host';
  if (task.stopCode === 'UserInitiated') return 'stopped-outside';
  if (task.stopCode === 'ServiceSchedulerInitiated') return 'foreign';
  const told = textRules.find(([, pattern]) => pattern.test(`${task.stoppedReason} ${main?.reason ?? ''}`));
  if (told !== undefined) return told[0];
  if (exitCode === undefined)
    return task.stopCode === 'EssentialContainerExited' ? 'sidecar' : 'start-failed';
  if (exitCode === timeoutExitCode) return 'run-timeout';
  return notFoundExitCodes.has(exitCode) ? 'cannot-start' : 'exit-code';
}

const ownStop = /^headgate:(cancelled|superseded|start-timeout|run-timeout)\b/;

/**
 * What ECS says in words only (developer guide, "Stopped tasks error messages"). The texts drift, so they are matched
 * loosely; what no rule knows counts as a failure of the infrastructure, which is tried again within its budget.
 */
export const textRules: readonly (readonly [EndingClass, RegExp])[] = [
  [
    'host',
    /performing maintenance on the underlying infrastructure|host ec2 \(instance .*(?:stopped|terminated)/i,
  ],
  ['spot', /spot task was interrupted/i],
  ['out-of-memory', /outofmemory|memory usage/i],
  ['addresses', /insufficient free addresses|insufficientfreeaddresses|not enough free addresses/i],
  [
    'capacity',
    /capacity is unavailable|RESOURCE:|limit on the number of vcpus|no active instances|empty capacity provider/i,
  ],
  ['network', /network interface|ephemeralstorage provisioning/i],
  [
    'image-pull',
    /cannotpull.*(?:i\/o timeout|EOF|request canceled|toomanyrequests|too many requests|50[0-9]|invalid argument)/i,
  ],
  ['image-missing', /cannotpull/i],
  [
    'secrets-timeout',
    /resourceinitialization.*(?:timeout|timed out|context deadline|signal: killed|connection)/i,
  ],
  [
    'secrets',
    /resourceinitialization.*(?:accessdenied|not authorized|resourcenotfound|parameternotfound|invalid parameters|secret)/i,
  ],
  ['logging', /validate logger args|log group|create log|logging driver/i],
  ['cannot-start', /cannot(?:start|create)container|exec format error|no such file or directory/i],
  ['runtime', /cannotinspectcontainer|containerruntime|internalerror|cannotstopcontainer|dockertimeout/i],
];

/** What RunTask says of a task that it did not start, with status 200. */
export function declinedClass(reason: string): { readonly class: EndingClass; readonly isFinal: boolean } {
  if (/^(?:LOCATION|ATTRIBUTE)/i.test(reason)) return { class: 'refused', isFinal: true };
  const told = textRules.find(([, pattern]) => pattern.test(reason));
  return { class: told?.[0] ?? 'capacity', isFinal: false };
}
