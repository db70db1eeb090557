import type { EventLog } from '../../ports.ts';
import type { Time } from './clock.ts';
import type { Around } from './hook.ts';
import { sightingAt, timelineOf } from './life.ts';
import type { Task, Tasks } from './tasks.ts';

export type EventLogRules = {
  readonly time: Time;
  readonly tasks: Tasks;
  /** Read at each call. */
  readonly settings: EventLogSettings;
};

export type EventLogSettings = {
  isTrustworthy: boolean;
  /** From the end of a task until its event can be read. */
  delayMs: number;
  /** Tasks whose event never came. */
  readonly lost: Set<string>;
};

/** Remembers every end, for as long as anybody asks. */
export function memoryEventLog({ time, tasks, settings }: EventLogRules, around: Around): EventLog {
  const hasEvent = (task: Task, since: number): boolean => {
    const { ending } = timelineOf(task);
    return (
      ending !== undefined &&
      ending.at >= since &&
      ending.at + settings.delayMs <= time.now() &&
      !settings.lost.has(task.handle)
    );
  };
  return {
    find: (startedBy, since) =>
      around('find', () => {
        const ended = tasks.all().filter((task) => hasEvent(task, since));
        const foundOf = (name: string) =>
          ended
            .filter((task) => task.request.startedBy === name)
            .map((task) => ({ handle: task.handle, sighting: sightingAt(timelineOf(task), time.now()) }));
        return {
          isTrustworthy: settings.isTrustworthy,
          found: new Map(startedBy.map((name) => [name, foundOf(name)])),
        };
      }),
  };
}
