import { isEventLine, logText, type Progress } from '../core/event.ts';
import type { Event } from '../core/event-format.ts';
import { readEventLine } from '../core/event-reader.ts';
import type { Instant } from '../core/instant.ts';
import { cutWidth } from './width.ts';
import { countWords, durationWords } from './words.ts';

/** What one line of the log says to somebody who watches the run. Hostile text: it leaves through `Outgoing`. */
export type Said = {
  readonly text: string;
  /** How far something has come: of use only where nothing is redrawn. */
  readonly isProgress?: true;
};

/** What an attempt has said so far, while it goes on. */
export type LiveRun = {
  read(line: string, now: Instant): Said | undefined;
  /** What is under way now, a line each. */
  open(now: Instant, columns: number): readonly string[];
  /** `14 tasks done, 2 failed, 3 open` */
  counts(): string;
};

type OpenTask = { readonly name: string; readonly startedAt: Instant; readonly attempt: number };
type TaskEvent = Extract<Event, { event: 'task-started' | 'task-retrying' | 'task-ended' }>;
type TaskEnd = Extract<Event, { event: 'task-ended' }>;

/** A flow can print without end: what is kept of it does not grow with that. */
const mostOpen = 1_000;
const mostNames = 200;
const mostShown = 6;
/** Calls of one task that get a line of their own when they go well; the others are seen in its progress. */
const mostSuccesses = 5;
const barWidth = 20;

export function createLiveRun(): LiveRun {
  const tasks = new Map<number, OpenTask>();
  const successes = new Map<string, number>();
  const progress = new Map<string, Progress>();
  const counted = { done: 0, failed: 0 };
  return {
    read(line, now) {
      if (!isEventLine(line)) return { text: line };
      const event = readEventLine(line);
      if (event === undefined || 'count' in event) return undefined;
      if (event.event === 'log') return { text: logText(event) };
      if (event.event === 'progress') return progressed(event);
      return 'task' in event ? entered(event, now) : undefined;
    },
    open(now, columns) {
      const rows = [...progress.values()].filter(isUnderWay).map(barOf);
      const open = [...tasks.values()].map((task) => taskWords(task, now));
      const shown = [...rows, ...open].slice(0, mostShown).map((row) => cutWidth(row, columns));
      const left = rows.length + open.length - shown.length;
      return left === 0 ? shown : [...shown, `… and ${left} more`];
    },
    counts() {
      const failed = counted.failed === 0 ? '' : `, ${counted.failed} failed`;
      const open = tasks.size === 0 ? '' : `, ${tasks.size} open`;
      return `${countWords(counted.done, 'task')} done${failed}${open}`;
    },
  };

  function entered(event: TaskEvent, now: Instant): Said | undefined {
    const name = event.key === undefined ? event.name : `${event.name} ${event.key}`;
    return event.event === 'task-ended' ? ended(name, event) : begun(name, event, now);
  }

  function begun(name: string, event: Exclude<TaskEvent, TaskEnd>, now: Instant): Said | undefined {
    const isStart = event.event === 'task-started';
    const startedAt = tasks.get(event.task)?.startedAt ?? event.at ?? now;
    if (tasks.has(event.task) || tasks.size < mostOpen)
      tasks.set(event.task, { name, startedAt, attempt: isStart ? 1 : event.attempt + 1 });
    return isStart ? undefined : { text: retryWords(name, event) };
  }

  function ended(name: string, event: TaskEnd): Said | undefined {
    tasks.delete(event.task);
    const isGood = event.outcome === 'succeeded' || event.outcome === 'restored';
    counted[isGood ? 'done' : 'failed'] += 1;
    return isGood && !hasRoom(event.name) ? undefined : { text: endWords(name, event) };
  }

  function hasRoom(name: string): boolean {
    const count = successes.get(name) ?? 0;
    if (count >= mostSuccesses || (count === 0 && successes.size >= mostNames)) return false;
    successes.set(name, count + 1);
    return true;
  }

  /** A line at each tenth, or where the whole is unknown each time that it has doubled. */
  function progressed({ name, done, total }: Progress): Said | undefined {
    const before = progress.get(name);
    if (before === undefined && progress.size >= mostNames) return undefined;
    progress.set(name, { name, done, ...(total === undefined ? {} : { total }) });
    const isFew = total !== undefined && total <= mostSuccesses;
    const isStep = before === undefined || stepOf(done, total) !== stepOf(before.done, before.total);
    return isStep && !isFew ? { text: progressWords({ name, done, total }), isProgress: true } : undefined;
  }
}

function stepOf(done: number, total: number | undefined): number {
  if (total === undefined) return Math.floor(Math.log2(Math.max(done, 1)));
  return total > 0 ? Math.floor((done / total) * 10) : 0;
}

function isUnderWay({ done, total }: Progress): boolean {
  return total === undefined || done < total;
}

type Counted = { readonly name: string; readonly done: number; readonly total?: number | undefined };

function progressWords({ name, done, total }: Counted): string {
  return `${name === '' ? 'progress' : name}: ${done}${total === undefined ? '' : ` of ${total}`}`;
}

function barOf(progress: Progress): string {
  const { done, total } = progress;
  if (total === undefined || total <= 0) return progressWords(progress);
  const filled = Math.min(Math.max(Math.round((done / total) * barWidth), 0), barWidth);
  return `${'\u2588'.repeat(filled)}${'\u00b7'.repeat(barWidth - filled)} ${progressWords(progress)}`;
}

function taskWords({ name, startedAt, attempt }: OpenTask, now: Instant): string {
  const tries = attempt > 1 ? `, try ${attempt}` : '';
  return `${name} (${durationWords(now - startedAt)}${tries})`;
}

function retryWords(name: string, event: Extract<Event, { event: 'task-retrying' }>): string {
  const { attempt, error, delayMs } = event;
  return `${name}: try ${attempt} failed: ${error.message.replace(/\.$/, '')}; the next in ${durationWords(delayMs)}`;
}

function endWords(name: string, event: TaskEnd): string {
  const { outcome, durationMs, error, attempt } = event;
  if (outcome === 'restored') return `${name}: restored from an earlier attempt`;
  const tries = attempt > 1 ? ` in try ${attempt}` : '';
  const why = error === undefined ? '' : `: ${error.message}`;
  return `${name}: ${outcome} after ${durationWords(durationMs)}${tries}${why}`;
}
