import { mostTasks, type RunEvents, type TaskRecord } from '../core/event.ts';
import type { Instant } from '../core/instant.ts';
import { oneLine } from './visible.ts';
import { cutWidth, padWidth, widthOf } from './width.ts';
import { countWords, durationWords } from './words.ts';

const barWidth = 24;
const longestName = 28;
const mostParents = 4;

/** The tasks of an attempt as bars along its time, one a line; hostile text, for a block of code. */
export function timelineLines(events: RunEvents, now: Instant, mostRows: number): string[] {
  const timed = events.tasks.filter(({ startedAt }) => startedAt !== undefined);
  if (timed.length === 0 || mostRows <= 0) return [];
  const from = Math.min(...timed.map(({ startedAt }) => startedAt ?? now));
  const to = Math.max(...timed.map((task) => endOfTask(task, now)), from + 1);
  const shown = chosenTasks(timed, mostRows);
  const rows = shown.map((task) => ({
    name: cutWidth(`${'  '.repeat(depthOfTask(task, events.tasks))}${taskName(task)}`, longestName),
    bar: bar((task.startedAt ?? from) - from, endOfTask(task, now) - from, to - from),
    took: durationWords(endOfTask(task, now) - (task.startedAt ?? from)),
    how: howItEnded(task),
  }));
  const nameWidth = Math.max(...rows.map(({ name }) => widthOf(name)));
  const tookWidth = Math.max(...rows.map(({ took }) => took.length));
  const lines = rows.map(
    ({ name, bar: drawn, took, how }) =>
      `${padWidth(name, nameWidth)}  ${drawn}  ${took.padStart(tookWidth)}  ${how}`,
  );
  const left = timed.length - shown.length;
  return left === 0 ? lines : [...lines, `… and ${countWords(left, 'more task')}`];
}

/** Failures first when there are too many rows, but always shown in the order in which they began. */
export function chosenTasks(tasks: readonly TaskRecord[], mostRows: number): TaskRecord[] {
  if (tasks.length <= mostRows) return [...tasks];
  const isGood = ({ outcome }: TaskRecord) => outcome === 'succeeded' || outcome === 'restored';
  const kept = new Set([
    ...tasks.filter((task) => !isGood(task)).slice(0, mostRows),
    ...tasks.filter(isGood).slice(0, mostRows),
  ]);
  const most = new Set([...kept].slice(0, mostRows));
  return tasks.filter((task) => most.has(task));
}

export function endOfTask({ startedAt, endedAt }: TaskRecord, now: Instant): number {
  return Math.max(endedAt ?? now, startedAt ?? 0);
}

export function taskName({ name, key }: TaskRecord): string {
  return oneLine(key === undefined ? name : `${name} ${key}`);
}

export function depthOfTask(task: TaskRecord, all: readonly TaskRecord[]): number {
  let depth = 0;
  let parent = task.parent;
  while (parent !== undefined && depth < mostParents) {
    const above = parent;
    depth += 1;
    parent = all.find((other) => other.task === above)?.parent;
  }
  return depth;
}

function bar(from: number, to: number, length: number): string {
  const start = Math.min(Math.floor((from / length) * barWidth), barWidth - 1);
  const end = Math.max(Math.round((to / length) * barWidth), start + 1);
  return `${'\u00b7'.repeat(start)}${'\u2588'.repeat(end - start)}${'\u00b7'.repeat(Math.max(barWidth - end, 0))}`;
}

function howItEnded({ outcome, attempt, error }: TaskRecord): string {
  const tries = attempt > 1 ? `, try ${attempt}` : '';
  const why = outcome !== 'failed' || error === undefined ? '' : `: ${oneLine(error.message).slice(0, 80)}`;
  return `${outcome ?? 'not ended'}${tries}${why}`;
}

/** Sums of tasks that were called more often than the timeline can show. */
export function totalsRows(events: RunEvents, mostRows: number): string[][] {
  const isShownInFull = events.tasks.length < mostTasks;
  const counted = new Map<string, number>();
  for (const { name } of events.tasks) counted.set(name, (counted.get(name) ?? 0) + 1);
  return events.totals
    .filter(({ name, succeeded, failed, restored }) => {
      const calls = succeeded + failed + restored;
      return calls > 1 && (!isShownInFull || calls > (counted.get(name) ?? 0) || calls > mostRows);
    })
    .slice(0, mostRows)
    .map(({ name, succeeded, failed, restored, totalMs }) => [
      name,
      String(succeeded),
      String(failed),
      String(restored),
      durationWords(totalMs),
    ]);
}
