import {
  type Artifact,
  type Cell,
  type Event,
  type EventError,
  type ImageMediaType,
  type ImageSource,
  imageMediaTypes,
  type LogLevel,
  type TaskTotal,
} from './event-format.ts';
import { type Instant, instantFromMs } from './instant.ts';
import type { Json, JsonObject } from './json.ts';

/** One piece of an event that was too long for a line. */
export type Part = {
  readonly id: number;
  readonly index: number;
  readonly count: number;
  readonly text: string;
};

/** Other languages may write a blank after a colon, as Python's `json.dumps` does. */
const markerPattern = /^\{"headgate": ?1, ?"/;

export function isEventLine(text: string): boolean {
  return markerPattern.test(text);
}

const longestLine = 64 * 1024;

/** Enough for what people print; what nests deeper would take the stack of whoever writes it out again. */
const deepestNesting = 32;

/** 2200-01-01. A moment beyond it is of a broken clock, or hostile; what is added to one before it is a moment too. */
const latestMs = Date.UTC(2200, 0, 1);

/** Of counts and sums: whatever is added to such a number is still whole. */
const largestAmount = 1e15;

/** A century: what is subtracted from a moment must leave a moment. */
const longestTaskMs = 3.2e12;

/** What a marked line says; undefined if it is damaged, or something that this version does not know. */
export function readEventLine(text: string): Event | Part | undefined {
  if (text.length > longestLine) return undefined;
  const value = parseObject(text);
  if (value === undefined) return undefined;
  return value['part'] === undefined ? readEvent(value) : readPart(value);
}

/** The event whose JSON came in parts. */
export function readJoined(json: string): Event | undefined {
  const value = parseObject(json);
  return value === undefined ? undefined : readEvent(value);
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) && !isDeeperThan(value, deepestNesting) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function readPart(value: JsonObject): Part | undefined {
  const { part, text } = value;
  if (!Array.isArray(part) || typeof text !== 'string') return undefined;
  const [id, index, count] = part.map(countOf);
  if (id === undefined || index === undefined || count === undefined || index >= count) return undefined;
  return { id, index, count, text };
}

function readEvent(value: JsonObject): Event | undefined {
  const at = momentOf(value['at']);
  const when = at === undefined ? {} : { at };
  const event = readers[String(value['event'])]?.(value);
  return event === undefined ? undefined : { ...when, ...event };
}

type Reader = (value: JsonObject) => Event | undefined;

/** Without a prototype: the name of an event comes from outside. */
const readers: { readonly [event: string]: Reader } = Object.assign(Object.create(null), {
  'flow-started': () => ({ event: 'flow-started' }),
  'flow-ended': (value) => {
    const outcome = oneOf(['succeeded', 'failed', 'cancelled'], value['outcome']);
    return outcome && { event: 'flow-ended', outcome, ...errorIn(value) };
  },
  'task-started': (value) => {
    const facts = taskFacts(value);
    return facts && { event: 'task-started', ...facts };
  },
  'task-retrying': (value) => {
    const facts = taskFacts(value);
    const { error } = errorIn(value);
    if (facts === undefined || error === undefined) return undefined;
    const attempt = countOf(value['attempt']) ?? 1;
    return { event: 'task-retrying', ...facts, attempt, delayMs: amountOf(value['delayMs']) ?? 0, error };
  },
  'task-ended': (value) => {
    const facts = taskFacts(value);
    const outcomes = ['succeeded', 'failed', 'timed-out', 'cancelled', 'restored'] as const;
    const outcome = oneOf(outcomes, value['outcome']);
    if (facts === undefined || outcome === undefined) return undefined;
    const attempt = countOf(value['attempt']) ?? 1;
    const durationMs = Math.min(amountOf(value['durationMs']) ?? 0, longestTaskMs);
    return { event: 'task-ended', ...facts, outcome, attempt, durationMs, ...errorIn(value) };
  },
  'task-totals': ({ totals }) => {
    if (!Array.isArray(totals)) return undefined;
    return { event: 'task-totals', totals: totals.map(totalOf).filter((total) => total !== undefined) };
  },
  log: (value) => {
    const level = levelOf(value['level']);
    const message = textOf(value['message'], 8_000);
    if (level === undefined || message === undefined) return undefined;
    const { fields } = value;
    return { event: 'log', level, message, ...(isObject(fields) ? { fields } : {}) };
  },
  artifact: (value) => {
    const artifact = isObject(value['artifact']) ? artifactOf(value['artifact']) : undefined;
    return artifact && { event: 'artifact', artifact };
  },
  progress: (value) => {
    const name = textOf(value['name'], 200) ?? '';
    const done = amountOf(value['done']);
    const total = amountOf(value['total']);
    if (done === undefined) return undefined;
    return { event: 'progress', name, done, ...(total === undefined ? {} : { total }) };
  },
} satisfies { [event: string]: Reader });

/** Level names of other languages' loggers count as ours. */
function levelOf(value: Json | undefined): LogLevel | undefined {
  const level = typeof value === 'string' ? value.toLowerCase() : undefined;
  if (level === 'warn') return 'warning';
  if (level === 'critical' || level === 'fatal') return 'error';
  return oneOf(['debug', 'info', 'warning', 'error'], level);
}

function taskFacts(value: JsonObject) {
  const task = countOf(value['task']);
  const name = textOf(value['name'], 200);
  if (task === undefined || name === undefined) return undefined;
  const key = textOf(value['key'], 200);
  const parent = countOf(value['parent']);
  return { task, name, ...(key === undefined ? {} : { key }), ...(parent === undefined ? {} : { parent }) };
}

function totalOf(value: Json): TaskTotal | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['name'], 200);
  if (name === undefined) return undefined;
  const [succeeded = 0, failed = 0, restored = 0] = ['succeeded', 'failed', 'restored'].map((key) =>
    countOf(value[key]),
  );
  return { name, succeeded, failed, restored, totalMs: amountOf(value['totalMs']) ?? 0 };
}

function errorIn(value: JsonObject): { readonly error?: EventError } {
  const { error } = value;
  if (typeof error === 'string') return { error: { name: 'Error', message: error.slice(0, 2_000) } };
  if (!isObject(error)) return {};
  const stack = textOf(error['stack'], 8_000);
  const name = textOf(error['name'], 100) ?? 'Error';
  const message = textOf(error['message'], 2_000) ?? '';
  return { error: { name, message, ...(stack === undefined ? {} : { stack }) } };
}

function artifactOf(value: JsonObject): Artifact | undefined {
  const name = textOf(value['name'], 200);
  if (name === undefined) return undefined;
  const text = textOf(value['text'], Number.POSITIVE_INFINITY);
  switch (value['kind']) {
    case 'markdown':
      return text === undefined ? undefined : { kind: 'markdown', name, text };
    case 'table':
      return tableOf(name, value);
    case 'link': {
      const url = textOf(value['url'], 2_000);
      return url === undefined
        ? undefined
        : { kind: 'link', name, url, ...(text === undefined ? {} : { text }) };
    }
    case 'image': {
      const source = isObject(value['source']) ? imageSourceOf(value['source']) : undefined;
      return source && { kind: 'image', name, alt: textOf(value['alt'], 500) ?? name, source };
    }
    default:
      return undefined;
  }
}

function tableOf(name: string, { columns, rows }: JsonObject): Artifact | undefined {
  if (!Array.isArray(columns) || !Array.isArray(rows)) return undefined;
  const cells = (row: Json): Cell[] | undefined => (Array.isArray(row) ? row.map(cellOf) : undefined);
  return {
    kind: 'table',
    name,
    columns: columns.map((column) => String(cellOf(column))),
    rows: rows.map(cells).filter((row) => row !== undefined),
  };
}

function cellOf(value: Json): Cell {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function imageSourceOf(value: JsonObject): ImageSource | undefined {
  const url = textOf(value['url'], 2_000);
  if (value['kind'] === 'url') return url === undefined ? undefined : { kind: 'url', url };
  const mediaType = oneOf<ImageMediaType>(imageMediaTypes, value['mediaType']);
  const base64 = textOf(value['base64'], Number.POSITIVE_INFINITY);
  if (mediaType === undefined || base64 === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    return undefined;
  return { kind: 'data', mediaType, base64 };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf<T extends string>(allowed: readonly T[], value: Json | undefined): T | undefined {
  return allowed.find((item) => item === value);
}

function textOf(value: Json | undefined, limit: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, limit) : undefined;
}

function countOf(value: Json | undefined): number | undefined {
  const amount = amountOf(value);
  return Number.isInteger(amount) ? amount : undefined;
}

function amountOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= largestAmount ? value : undefined;
}

function momentOf(value: Json | undefined): Instant | undefined {
  const ms = amountOf(value);
  return ms === undefined || ms > latestMs ? undefined : instantFromMs(ms);
}
