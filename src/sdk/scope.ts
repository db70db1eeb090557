import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';
import type { Event } from '../core/event-format.ts';
import { instantFromMs } from '../core/instant.ts';
import type { Checkpoints } from './checkpoints.ts';
import { lineSink, type Sink, textSink } from './sink.ts';
import { readSurroundings } from './surroundings.ts';
import { createTally, type Tally } from './tally.ts';

/** What all tasks of one run share. */
export type RunScope = {
  readonly sink: Sink;
  readonly parameters: unknown;
  readonly slot: Date | undefined;
  readonly signal: AbortSignal;
  readonly checkpoints: Checkpoints | undefined;
  readonly tally: Tally;
};

/** A call of a task, while it is under way. */
export type TaskFrame = {
  readonly id: number;
  readonly definition: object;
  readonly parent: TaskFrame | undefined;
  readonly run: RunScope;
  readonly signal: AbortSignal;
  /** Names the call among all calls of the run, the same in every attempt; undefined without checkpoints. */
  readonly path: string | undefined;
};

export type Frame =
  | TaskFrame
  | { readonly run: RunScope; readonly signal: AbortSignal; readonly id?: undefined };

const frames = new AsyncLocalStorage<Frame>();

let processFrame: Frame | undefined;

/** Where the caller is. Outside of any flow that is the process itself, with what its environment says. */
export function currentFrame(): Frame {
  const frame = frames.getStore();
  if (frame !== undefined) return frame;
  processFrame ??= frameOf(processScope());
  return processFrame;
}

export function within<T>(frame: Frame, work: () => T): T {
  return frames.run(frame, work);
}

export function frameOf(run: RunScope): Frame {
  return { run, signal: run.signal };
}

export function emit(run: RunScope, event: Event): void {
  run.sink.emit({ at: instantFromMs(Date.now()), ...event });
}

/** Aborts when the process is asked to end. */
export const processStop = new AbortController();
setMaxListeners(0, processStop.signal);

function processScope(): RunScope {
  const { isRun, parameters, slot } = readSurroundings(process.env);
  const write = (text: string): void => void process.stdout.write(text);
  return {
    sink: isRun ? lineSink(write) : textSink(write),
    parameters,
    slot,
    signal: processStop.signal,
    checkpoints: undefined,
    tally: createTally(),
  };
}
