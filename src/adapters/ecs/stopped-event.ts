import { familyIn } from './ecs-task.ts';
import type { EcsContainer, EcsTask } from './failures.ts';

export type StoppedEvent = { readonly version: number; readonly task: EcsTask };

/** Reads the event that EventBridge wrote; undefined if it is none. Everything in it is taken as data of strangers. */
export function readStoppedEvent(message: string): StoppedEvent | undefined {
  const detail = member(parse(message), 'detail');
  const taskArn = text(detail, 'taskArn');
  if (taskArn === '' || text(detail, 'lastStatus') !== 'STOPPED') return undefined;
  const version = member(detail, 'version');
  return { version: typeof version === 'number' ? version : 0, task: taskOf(detail, taskArn) };
}

function taskOf(detail: unknown, taskArn: string): EcsTask {
  const containers = member(detail, 'containers');
  return {
    taskArn,
    startedBy: text(detail, 'startedBy'),
    family: familyIn(text(detail, 'taskDefinitionArn')),
    lastStatus: 'STOPPED',
    stopCode: text(detail, 'stopCode'),
    stoppedReason: text(detail, 'stoppedReason'),
    ...moment(detail, 'createdAt'),
    ...moment(detail, 'startedAt'),
    ...moment(detail, 'stoppedAt'),
    ...moment(detail, 'executionStoppedAt'),
    containers: Array.isArray(containers) ? containers.map(containerOf) : [],
  };
}

function containerOf(value: unknown): EcsContainer {
  const exitCode = member(value, 'exitCode');
  return {
    name: text(value, 'name'),
    reason: text(value, 'reason'),
    ...(typeof exitCode === 'number' ? { exitCode } : {}),
  };
}

function parse(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

function moment(value: unknown, name: string): { readonly [name: string]: number } {
  const ms = Date.parse(text(value, name));
  return Number.isNaN(ms) ? {} : { [name]: ms };
}
