import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';

/**
 * What a flow says about itself: one JSON object a line on standard output, starting with this text. No program prints
 * it by accident, it is not a workflow command of any CI, and CloudWatch Logs finds the fields of JSON lines by itself.
 */
export const eventMarker = '{"headgate":1,';

/**
 * Longer events travel in parts. Docker cuts the lines of most log drivers at 16 KiB; `awslogs` does at 256 KiB
 * (aws/shim-loggers-for-containerd), but a flow may log through another one.
 */
export const longestEventLineBytes = 15_000;

/** Of one event, all parts together. */
export const eventLimitBytes = 256 * 1024;

/** A flow that ends with this exit code asks for no further attempt: what is wrong would be wrong again. */
export const doNotRetryExitCode = 86;

export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

export type EventError = {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
};

export type Cell = string | number | boolean | null;

/** What a flow wants people to see beside its log. The same name again replaces the earlier one. */
export type Artifact =
  | { readonly kind: 'markdown'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'link'; readonly name: string; readonly url: string; readonly text?: string }
  | { readonly kind: 'image'; readonly name: string; readonly alt: string; readonly source: ImageSource };

export type ImageSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'data'; readonly mediaType: ImageMediaType; readonly base64: string };

export const imageMediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'] as const;
export type ImageMediaType = (typeof imageMediaTypes)[number];

/** `restored`: its result came from a checkpoint or a cache; it was not run again. */
export type TaskOutcome = 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'restored';
export type FlowOutcome = 'succeeded' | 'failed' | 'cancelled';

/** Sums of all calls of one task, among them those that had no events of their own. */
export type TaskTotal = {
  readonly name: string;
  readonly succeeded: number;
  readonly failed: number;
  readonly restored: number;
  readonly totalMs: number;
};

type TaskFacts = {
  /** Names the call within its attempt. */
  readonly task: number;
  readonly name: string;
  readonly key?: string;
  /** The call within which it was made. */
  readonly parent?: number;
};

export type Progress = { readonly name: string; readonly done: number; readonly total?: number };

export type Event = { readonly at?: Instant } & (
  | { readonly event: 'flow-started' }
  | { readonly event: 'flow-ended'; readonly outcome: FlowOutcome; readonly error?: EventError }
  | ({ readonly event: 'task-started' } & TaskFacts)
  | ({
      readonly event: 'task-retrying';
      /** The try that failed. */
      readonly attempt: number;
      readonly delayMs: number;
      readonly error: EventError;
    } & TaskFacts)
  | ({
      readonly event: 'task-ended';
      readonly outcome: TaskOutcome;
      readonly attempt: number;
      readonly durationMs: number;
      readonly error?: EventError;
    } & TaskFacts)
  | { readonly event: 'task-totals'; readonly totals: readonly TaskTotal[] }
  | {
      readonly event: 'log';
      readonly level: LogLevel;
      readonly message: string;
      readonly fields?: JsonObject;
    }
  | { readonly event: 'artifact'; readonly artifact: Artifact }
  | ({ readonly event: 'progress' } & Progress)
);

/** `WARNING rows are missing expected=10 seen=7` */
export function logText({ level, message, fields = {} }: Extract<Event, { event: 'log' }>): string {
  const shown = Object.entries(fields).map(([name, value]) => {
    const isPlain = typeof value !== 'string' || /^[^\s"=]+$/.test(value);
    return ` ${name}=${typeof value === 'string' && isPlain ? value : JSON.stringify(value)}`;
  });
  return `${level.toUpperCase()} ${message}${shown.join('')}`;
}

export class EventTooLargeError extends Error {
  override readonly name = 'EventTooLargeError';
  constructor(what: string, bytes: number) {
    super(
      `The ${what} takes ${bytes} bytes; at most ${eventLimitBytes} are kept. Write it to a file or a bucket, and make a link artifact of its address.`,
    );
  }
}

const encoder = new TextEncoder();

/** Units of a part: an escaped quote or backslash takes two bytes, any other UTF-16 unit at most three. */
const partUnits = 4_800;

/** The lines of an event, without line ends. `id` names it among the events of the attempt; used if it needs parts. */
export function encodeEvent(event: Event, id: number): readonly string[] {
  const json = JSON.stringify(event);
  const line = `${eventMarker}${json.slice(1)}`;
  if (line.length * 3 <= longestEventLineBytes) return [line];
  const bytes = encoder.encode(line).length;
  if (bytes <= longestEventLineBytes) return [line];
  if (bytes > eventLimitBytes) throw new EventTooLargeError(describeEvent(event), bytes);
  const texts = slices(json);
  return texts.map(
    (text, index) => `${eventMarker}"part":[${id},${index},${texts.length}],"text":${JSON.stringify(text)}}`,
  );
}

function describeEvent(event: Event): string {
  return event.event === 'artifact'
    ? `artifact ${JSON.stringify(event.artifact.name)}`
    : `event ${event.event}`;
}

function slices(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const next = from + partUnits;
    const cutsPair = next < text.length && /[\uD800-\uDBFF]/.test(text[next - 1] ?? '');
    const to = cutsPair ? next - 1 : next;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
