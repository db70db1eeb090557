import type { LogLine, Logs } from '../../ports.ts';
import type { Time } from './clock.ts';
import type { Around } from './hook.ts';
import { timelineOf } from './life.ts';
import type { Tasks } from './tasks.ts';

const linesPerPage = 100;

/** What the scripts of the attempts say that they print. */
export function memoryLogs(
  { time, tasks }: { readonly time: Time; readonly tasks: Tasks },
  around: Around,
): Logs {
  const linesOf = (handle: string): readonly LogLine[] => {
    const task = tasks.get(handle);
    if (task === undefined) return [];
    const { startedAt } = timelineOf(task);
    if (startedAt === undefined || startedAt > time.now()) return [];
    return (task.life.lines ?? []).map((text) => ({ at: startedAt, text }));
  };
  return {
    tail: (handle, _flow, lines) => around('tail', () => (lines <= 0 ? [] : linesOf(handle).slice(-lines))),
    read: (handle, _flow, cursor) =>
      around('read', () => {
        const from = cursor === undefined ? 0 : Number(cursor);
        const lines = linesOf(handle).slice(from, from + linesPerPage);
        return { lines, cursor: String(from + lines.length) };
      }),
    place: (handle) => `memory:${handle}`,
  };
}
