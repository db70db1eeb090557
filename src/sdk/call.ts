import type { EventError, TaskOutcome } from '../core/event-format.ts';
import type { Place } from './checkpoints.ts';
import { isError, messageOf } from './errors.ts';
import type { RateGate, Semaphore } from './gates.ts';
import type { Memo } from './memo.ts';
import { currentFrame, emit, type Frame, type TaskFrame } from './scope.ts';
import type { RetryRule } from './task-options.ts';

export type TaskDefinition = {
  readonly name: string;
  readonly fn: (...inputs: readonly unknown[]) => unknown;
  readonly retry: RetryRule;
  readonly timeoutMs: number | undefined;
  readonly semaphore: Semaphore | undefined;
  readonly rateGate: RateGate | undefined;
  readonly key: ((...inputs: readonly unknown[]) => string) | undefined;
  readonly memo: Memo | undefined;
  readonly isKept: boolean;
};

/** One call of a task, over all its tries. */
export type Call = {
  readonly definition: TaskDefinition;
  readonly outer: Frame;
  readonly id: number;
  readonly key: string | undefined;
  /** Where its result is kept between attempts; undefined if it is not. */
  readonly place: Place | undefined;
  readonly isTold: boolean;
  readonly startedMs: number;
  attempt: number;
  frame(signal: AbortSignal): TaskFrame;
};

export function beginCall(
  definition: TaskDefinition,
  inputs: readonly unknown[],
  label: string | undefined,
): Call {
  const outer = currentFrame();
  const { run } = outer;
  const { tally } = run;
  const { name } = definition;
  const ownKey = definition.key?.(...inputs);
  const place = run.checkpoints?.placeOf({
    task: name,
    parent: outer.id === undefined ? 'flow' : outer.path,
    key: ownKey,
    inputs,
  });
  const id = tally.nextId();
  const call: Call = {
    definition,
    outer,
    id,
    key: ownKey ?? label,
    place,
    isTold: tally.tell(name),
    startedMs: performance.now(),
    attempt: 0,
    frame: (signal) => ({
      id,
      definition,
      parent: outer.id === undefined ? undefined : outer,
      run,
      signal,
      path: place?.name,
    }),
  };
  tally.begin();
  if (call.isTold) emit(run, { event: 'task-started', ...factsOf(call) });
  return call;
}

export function tellRetry(call: Call, error: unknown, delayMs: number): void {
  const { attempt } = call;
  emit(call.outer.run, {
    event: 'task-retrying',
    ...factsOf(call),
    attempt,
    delayMs,
    error: eventErrorOf(error),
  });
}

export function endCall(call: Call, outcome: TaskOutcome, error?: unknown): void {
  const { run } = call.outer;
  const durationMs = performance.now() - call.startedMs;
  run.tally.end(call.definition.name, outcome, durationMs);
  if (!call.isTold && (outcome === 'succeeded' || outcome === 'restored')) return;
  emit(run, {
    event: 'task-ended',
    ...factsOf(call),
    outcome,
    attempt: Math.max(call.attempt, 1),
    durationMs: Math.round(durationMs),
    ...(error === undefined ? {} : { error: eventErrorOf(error) }),
  });
}

function factsOf({ id, definition, key, outer }: Call) {
  return {
    task: id,
    name: definition.name,
    ...(key === undefined ? {} : { key: key.slice(0, 200) }),
    ...(outer.id === undefined ? {} : { parent: outer.id }),
  };
}

export function eventErrorOf(error: unknown): EventError {
  const message = messageOf(error).slice(0, 2_000);
  if (!isError(error)) return { name: typeof error, message };
  const { name, stack } = error;
  return {
    name: String(name).slice(0, 100),
    message,
    ...(stack ? { stack: String(stack).slice(0, 4_000) } : {}),
  };
}
