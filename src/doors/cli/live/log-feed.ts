import { isEventLine, parseEvents, shownText } from '../../../core/event.ts';
import type { Run } from '../../../core/run.ts';
import type { World } from '../../../ports.ts';
import type { Outgoing } from '../../../report/outgoing.ts';

/** What was read of one attempt's log so far. */
export type Feed = {
  /** The newest lines, redacted and visible. */
  readonly lines: readonly string[];
  /** Lines before the first of them. */
  readonly earlier: number;
  /** Marked lines, as they were printed. */
  readonly eventLines: readonly string[];
  /** The attempt has ended, and all of its log was read. */
  readonly isComplete: boolean;
};

type Reading = {
  readonly handle: string;
  cursor: string | undefined;
  isComplete: boolean;
  /** The last lines as they were printed: a secret may begin in them. */
  raw: readonly string[];
  lines: string[];
  earlier: number;
  readonly eventLines: string[];
  eventUnits: number;
  /** Looks at one log do not overlap: each line is entered once. */
  busy: Promise<void>;
};

const mostLines = 2_000;
const mostFeeds = 8;
const mostPagesPerLook = 20;
const mostEventLines = 20_000;
const mostEventUnits = 8 * 1024 * 1024;
const rawContextLines = 20;

export type LogFeeds = {
  /** Reads on where the last look ended. */
  look(run: Run, handle: string): Promise<Feed>;
};

/** The logs that people look at, each read once however many look. The ones that nobody looked at longest are forgotten. */
export function logFeeds(world: Pick<World, 'logs'>, outgoing: Outgoing): LogFeeds {
  const feeds = new Map<string, Reading>();
  return {
    async look(run, handle) {
      const reading = feeds.get(handle) ?? newReading(handle);
      feeds.delete(handle);
      feeds.set(handle, reading);
      for (const oldest of feeds.keys()) {
        if (feeds.size <= mostFeeds) break;
        feeds.delete(oldest);
      }
      const looked = reading.busy.then(() => drain(reading, run));
      reading.busy = looked.catch(() => undefined);
      await looked;
      const { lines, earlier, eventLines, isComplete } = reading;
      return { lines: [...lines], earlier, eventLines, isComplete };
    },
  };

  async function drain(reading: Reading, run: Run): Promise<void> {
    for (let page = 0; page < mostPagesPerLook && !reading.isComplete; page += 1) {
      const { lines, cursor } = await world.logs.read(reading.handle, run.flow, reading.cursor);
      enter(
        reading,
        lines.map(({ text }) => text),
      );
      const isAtEnd = cursor === reading.cursor || lines.length === 0;
      reading.isComplete = cursor === undefined;
      reading.cursor = cursor;
      if (isAtEnd) return;
    }
  }

  function enter(reading: Reading, printed: readonly string[]): void {
    for (const line of printed) keepEvent(reading, line);
    const shown = printed.flatMap((line) => shownText(line)?.split(/\r\n?|\n/) ?? []);
    if (shown.length === 0) return;
    const texts = [...reading.raw, ...shown];
    const bounds = { mostLines: texts.length, mostBytes: Number.POSITIVE_INFINITY };
    const clean = outgoing.lines(texts, bounds).slice(-shown.length);
    const lines = [...reading.lines, ...clean];
    reading.earlier += Math.max(lines.length - mostLines, 0);
    reading.lines = lines.slice(-mostLines);
    reading.raw = texts.slice(-rawContextLines);
  }
}

function keepEvent(reading: Reading, line: string): void {
  if (!isEventLine(line) || reading.eventLines.length >= mostEventLines) return;
  reading.eventUnits += line.length;
  if (reading.eventUnits <= mostEventUnits) reading.eventLines.push(line);
}

function newReading(handle: string): Reading {
  return {
    handle,
    cursor: undefined,
    isComplete: false,
    raw: [],
    lines: [],
    earlier: 0,
    eventLines: [],
    eventUnits: 0,
    busy: Promise.resolve(),
  };
}

/** Lines after the first `after`, which the reader has; more of them may be gone than are left. */
export function linesAfter(
  { lines, earlier, isComplete }: Feed,
  after: number,
): { readonly lines: readonly string[]; readonly next: number; readonly isComplete: boolean } {
  const from = Math.max(after - earlier, 0);
  return { lines: lines.slice(from), next: earlier + lines.length, isComplete };
}

export function eventsOf({ eventLines }: Feed) {
  return parseEvents(eventLines);
}
