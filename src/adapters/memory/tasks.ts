import { sha256 } from '../../core/digest.ts';
import type { FlowName } from '../../core/flow.ts';
import { hourMs, type Instant } from '../../core/instant.ts';
import type { Found, Sighting } from '../../core/sighting.ts';
import type { LaunchRequest } from '../../ports.ts';
import type { Time } from './clock.ts';
import { type Life, type Lived, sightingAt, timelineOf } from './life.ts';
import type { Shelf } from './shelf.ts';

/** Which life an attempt gets, by the names that it was given in its environment. */
export type Script = (flow: FlowName, run: string, attempt: number) => Life;

export type Task = Lived & { readonly handle: string; readonly request: LaunchRequest };

/** Stopped ECS tasks can be seen for about an hour (ECS API reference, DescribeTasks). */
const forgetAfterMs = hourMs;

export type TaskRules = {
  readonly shelf: Shelf;
  readonly time: Time;
  readonly script: Script;
  /** How long a new task cannot be seen: the API is eventually consistent. */
  readonly visibilityDelayMs: number;
};

export type Tasks = {
  /** Every task that was ever started, the oldest first. */
  all(): readonly Task[];
  get(handle: string): Task | undefined;
  start(request: LaunchRequest, limits: Pick<Lived, 'stopTimeoutMs' | 'runTimeoutMs'>): Task;
  sighting(handle: string): Sighting;
  find(startedBy: string, known: ReadonlySet<string>): readonly Found[];
  stop(handle: string, reason: string): boolean;
};

export function memoryTasks({ shelf, time, script, visibilityDelayMs }: TaskRules): Tasks {
  const tasks = shelf.map<string, Task>();
  const sighting = (handle: string): Sighting => {
    const task = tasks.get(handle);
    if (task === undefined || time.now() < task.createdAt + visibilityDelayMs) return { kind: 'missing' };
    const timeline = timelineOf(task);
    const endedAt = timeline.ending?.at ?? Number.POSITIVE_INFINITY;
    if (time.now() >= endedAt + forgetAfterMs) return { kind: 'missing' };
    return sightingAt(timeline, time.now());
  };
  return {
    all: () => [...tasks.values()],
    get: (handle) => tasks.get(handle),
    sighting,
    start(request, limits) {
      const { HEADGATE_RUN_ID: run = '', HEADGATE_ATTEMPT: attempt = '1' } = request.environment;
      const id = sha256(`${request.clientToken}\n${tasks.size}`).slice(0, 32);
      const handle = `arn:aws:ecs:us-east-1:123456789012:task/memory/${id}`;
      const life = script(request.flow, run, Number(attempt));
      const task: Task = { handle, request, createdAt: time.now(), life, ...limits };
      tasks.set(handle, task);
      return task;
    },
    find: (startedBy, known) =>
      [...tasks.values()]
        .filter((task) => task.request.startedBy === startedBy && !known.has(task.handle))
        .map((task) => ({ handle: task.handle, sighting: sighting(task.handle) }))
        .filter((found) => found.sighting.kind !== 'missing'),
    stop(handle, reason) {
      const task = tasks.get(handle);
      const seen = sighting(handle);
      if (task === undefined || seen.kind === 'missing') return false;
      if (seen.kind !== 'ended' && task.stop === undefined)
        tasks.set(handle, { ...task, stop: { at: time.now(), reason } });
      return true;
    },
  };
}

const longestTokenMs = 24 * hourMs;

/** A token lives for 24 hours, or an hour longer than its task (ECS API reference, "Ensuring idempotency"). */
export function tokenLivesUntil(launchedAt: Instant, task: Task | undefined): number {
  const endedAt = task === undefined ? undefined : timelineOf(task).ending?.at;
  return Math.min(launchedAt + longestTokenMs, (endedAt ?? Number.POSITIVE_INFINITY) + hourMs);
}
