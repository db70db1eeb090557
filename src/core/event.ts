import {
  type Artifact,
  type Event,
  type EventError,
  type FlowOutcome,
  type LogLevel,
  logText,
  type Progress,
  type TaskOutcome,
  type TaskTotal,
} from './event-format.ts';
import { isEventLine, type Part, readEventLine, readJoined } from './event-reader.ts';
import { type Instant, plusMs } from './instant.ts';

export * from './event-format.ts';
export { isEventLine } from './event-reader.ts';

/** One call of a task. */
export type TaskRecord = {
  readonly task: number;
  readonly name: string;
  readonly key?: string;
  readonly parent?: number;
  /** The last try. */
  readonly attempt: number;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Undefined: it had not ended when the log did. */
  readonly outcome?: TaskOutcome;
  /** Of the last try that failed. */
  readonly error?: EventError;
};

/** What the log of one attempt says about it. Hostile text, within bounds. */
export type RunEvents = {
  readonly startedAt?: Instant;
  readonly finished?: { readonly outcome: FlowOutcome; readonly at?: Instant; readonly error?: EventError };
  /** In the order in which they began. */
  readonly tasks: readonly TaskRecord[];
  readonly totals: readonly TaskTotal[];
  readonly artifacts: readonly Artifact[];
  /** The newest of each name. */
  readonly progress: readonly Progress[];
  readonly logLevels: { readonly [level in LogLevel]: number };
  /** Marked lines that were damaged, incomplete, unknown or too many. */
  readonly dropped: number;
};

export const mostTasks = 1_000;
/** Failures are what people look for: they find room when calls that went well have taken all of it. */
const mostTasksWithFailures = 1_200;
const mostArtifacts = 50;
const mostArtifactUnits = 1024 * 1024;
const mostNames = 200;
const mostOpenParts = 16;
const mostPartUnits = 300_000;

type Reading = {
  startedAt: Instant | undefined;
  finished: RunEvents['finished'];
  readonly tasks: Map<number, TaskRecord>;
  readonly totals: Map<string, TaskTotal>;
  readonly artifacts: Map<string, Artifact>;
  artifactUnits: number;
  readonly progress: Map<string, Progress>;
  readonly logLevels: { [level in LogLevel]: number };
  readonly parts: Map<number, { readonly texts: (string | undefined)[]; units: number }>;
  dropped: number;
};

/** Reads what a flow said about itself out of everything that it printed. */
export function parseEvents(lines: Iterable<string>): RunEvents {
  const reading: Reading = {
    startedAt: undefined,
    finished: undefined,
    tasks: new Map(),
    totals: new Map(),
    artifacts: new Map(),
    artifactUnits: 0,
    progress: new Map(),
    logLevels: { debug: 0, info: 0, warning: 0, error: 0 },
    parts: new Map(),
    dropped: 0,
  };
  for (const line of lines) {
    if (!isEventLine(line)) continue;
    const read = readEventLine(line);
    const event = read !== undefined && 'count' in read ? join(reading, read) : read;
    if (event === 'incomplete') continue;
    if (event === undefined || !enter(reading, event)) reading.dropped += 1;
  }
  const { startedAt, finished, tasks, totals, artifacts, progress } = reading;
  return {
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finished === undefined ? {} : { finished }),
    tasks: [...tasks.values()],
    totals: [...totals.values()],
    artifacts: [...artifacts.values()],
    progress: [...progress.values()],
    logLevels: reading.logLevels,
    dropped: reading.dropped + reading.parts.size,
  };
}

/**
 * What a person sees of a line of the log: the line itself, the message of a log event, or nothing for other events.
 */
export function shownText(line: string): string | undefined {
  if (!isEventLine(line)) return line;
  const read = readEventLine(line);
  if (read === undefined || 'count' in read || read.event !== 'log') return undefined;
  return logText(read);
}

function join(reading: Reading, { id, index, count, text }: Part): Event | 'incomplete' | undefined {
  const open = reading.parts.get(id) ?? { texts: new Array<string | undefined>(0), units: 0 };
  const isFirst = !reading.parts.has(id);
  if (isFirst && reading.parts.size >= mostOpenParts) return undefined;
  if (open.texts[index] !== undefined || open.units + text.length > mostPartUnits || count > 1_000)
    return undefined;
  reading.parts.set(id, open);
  open.texts[index] = text;
  open.units += text.length;
  const isComplete = open.texts.length === count && !open.texts.includes(undefined);
  if (!isComplete) return 'incomplete';
  reading.parts.delete(id);
  return readJoined(open.texts.join(''));
}

/** False if there is no room for it. */
function enter(reading: Reading, event: Event): boolean {
  switch (event.event) {
    case 'flow-started':
      reading.startedAt ??= event.at;
      return true;
    case 'flow-ended':
      reading.finished = {
        outcome: event.outcome,
        ...(event.at === undefined ? {} : { at: event.at }),
        ...(event.error === undefined ? {} : { error: event.error }),
      };
      return true;
    case 'log':
      reading.logLevels[event.level] += 1;
      return true;
    case 'task-totals':
      return event.totals.every((total) => put(reading.totals, total.name, total));
    case 'progress':
      return put(reading.progress, event.name, {
        name: event.name,
        done: event.done,
        ...(event.total === undefined ? {} : { total: event.total }),
      });
    case 'artifact':
      return enterArtifact(reading, event.artifact);
    default:
      return enterTask(reading, event);
  }
}

function put<T>(map: Map<string, T>, name: string, value: T): boolean {
  if (!map.has(name) && map.size >= mostNames) return false;
  map.set(name, value);
  return true;
}

function enterArtifact(reading: Reading, artifact: Artifact): boolean {
  const units = JSON.stringify(artifact).length;
  const before = reading.artifacts.get(artifact.name);
  const freed = before === undefined ? 0 : JSON.stringify(before).length;
  if (before === undefined && reading.artifacts.size >= mostArtifacts) return false;
  if (reading.artifactUnits - freed + units > mostArtifactUnits) return false;
  reading.artifactUnits += units - freed;
  reading.artifacts.set(artifact.name, artifact);
  return true;
}

type TaskEvent = Extract<Event, { event: 'task-started' | 'task-retrying' | 'task-ended' }>;

function enterTask(reading: Reading, event: TaskEvent): boolean {
  const known = reading.tasks.get(event.task);
  const hasFailed =
    event.event === 'task-ended' && (event.outcome === 'failed' || event.outcome === 'timed-out');
  const most = hasFailed ? mostTasksWithFailures : mostTasks;
  if (known === undefined && reading.tasks.size >= most) return false;
  reading.tasks.set(event.task, recordOf(known, event));
  return true;
}

function recordOf(known: TaskRecord | undefined, event: TaskEvent): TaskRecord {
  const { task, name, key, parent, at } = event;
  const facts = {
    task,
    name,
    ...(key === undefined ? {} : { key }),
    ...(parent === undefined ? {} : { parent }),
  };
  switch (event.event) {
    case 'task-started':
      return { attempt: 1, ...known, ...facts, ...(at === undefined ? {} : { startedAt: at }) };
    case 'task-retrying':
      return { ...known, ...facts, attempt: event.attempt + 1, error: event.error };
    case 'task-ended': {
      // The line of the start may be lost: the end says how long it took.
      const startedAt = known?.startedAt ?? (at === undefined ? undefined : plusMs(at, -event.durationMs));
      return {
        ...known,
        ...facts,
        attempt: event.attempt,
        outcome: event.outcome,
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(at === undefined ? {} : { endedAt: at }),
        ...(event.error === undefined ? {} : { error: event.error }),
      };
    }
  }
}
