import { AsyncLocalStorage } from 'node:async_hooks';
import type { Event } from '../core/event-format.ts';
import { instantFromMs } from '../core/instant.ts';
import type { Frame, RunScope } from './frame.ts';
import { openProcessScope } from './process-scope.ts';

export type { Frame, RunScope, TaskFrame } from './frame.ts';

const frames = new AsyncLocalStorage<Frame>();

let processFrame: Frame | undefined;

/**
 * Where the caller is. Outside of any flow, and in callbacks that nobody in a flow started (of a signal, for one), that
 * is the process itself.
 */
export function currentFrame(): Frame {
  const frame = frames.getStore();
  if (frame !== undefined) return frame;
  processFrame ??= frameOf(openProcessScope());
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
