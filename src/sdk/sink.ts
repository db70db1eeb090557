import { type Event, encodeEvent, logText } from '../core/event-format.ts';

/** Where events go: lines for Headgate, text for a person, or a list for a test. */
export type Sink = {
  emit(event: Event): void;
  /** Hands everything on that was kept back for the sake of speed. */
  flush(): void;
};

/** Above this much, lines are handed on at once. */
const keptUnits = 32 * 1024;

/** Marked JSON lines, gathered: thousands of small writes would cost more than the tasks that they tell of. */
export function lineSink(write: (text: string) => void): Sink {
  let lines: string[] = [];
  let units = 0;
  let isScheduled = false;
  let nextId = 0;
  const flush = (): void => {
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    lines = [];
    units = 0;
    write(text);
  };
  return {
    flush,
    emit(event) {
      nextId += 1;
      for (const line of encodeEvent(event, nextId)) {
        lines.push(line);
        units += line.length;
      }
      if (units > keptUnits) flush();
      else if (!isScheduled) {
        isScheduled = true;
        setImmediate(() => {
          isScheduled = false;
          flush();
        }).unref();
      }
    },
  };
}

/** For a flow or a task that somebody calls by hand: its log, and what went wrong. */
export function textSink(write: (text: string) => void): Sink {
  return {
    flush() {
      // Nothing is kept back.
    },
    emit(event) {
      const text = personText(event);
      if (text !== undefined) write(`${text}\n`);
    },
  };
}

function personText(event: Event): string | undefined {
  if (event.event === 'log') return logText(event);
  if (event.event !== 'task-retrying') return undefined;
  const { name, attempt, delayMs, error } = event;
  return `WARNING task ${name} failed at try ${attempt}, next in ${delayMs} ms: ${error.message}`;
}

export function listSink(events: Event[]): Sink {
  return {
    flush() {
      // Nothing is kept back.
    },
    emit(event) {
      events.push(event);
    },
  };
}
