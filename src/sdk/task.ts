import { setMaxListeners } from 'node:events';
import { beginCall, type Call, endCall, type TaskDefinition, tellRetry } from './call.ts';
import { durationMs } from './duration.ts';
import { isDoNotRetry, TaskTimeoutError } from './errors.ts';
import { createRateGate, createSemaphore } from './gates.ts';
import { type MapOptions, mapItems, type Settled } from './map.ts';
import { createMemo } from './memo.ts';
import { currentFrame, type TaskFrame, within } from './scope.ts';
import { retryDelayMs, retryRuleOf, type TaskOptions, wholeNumber } from './task-options.ts';
import { wait } from './wait.ts';

type Items<T> = Iterable<T> | AsyncIterable<T>;

/** A function that is called as before; within a run, each call is a step that is retried, limited and reported. */
export type Task<A extends readonly unknown[], R> = {
  (...inputs: A): Promise<R>;
  readonly taskName: string;
  /** Calls the task for each item and gives the results in order. Failures are reported when all items are done. */
  map(items: Items<A[0]>, options?: MapOptions): Promise<R[]>;
  /** As `map`, but says of each item how it went instead of throwing. */
  mapSettled(items: Items<A[0]>, options?: Omit<MapOptions, 'failFast'>): Promise<Settled<R>[]>;
};

export function task<A extends readonly unknown[], R>(
  name: string,
  fn: (...inputs: A) => R | PromiseLike<R>,
  options: TaskOptions<A> = {},
): Task<A, R> {
  if (typeof name !== 'string' || name.trim() === '' || name.length > 100)
    throw new TypeError(`A task needs a name of 1 to 100 characters, not ${JSON.stringify(name)}.`);
  const definition = define(name, fn as TaskDefinition['fn'], options as unknown as TaskOptions<never>);
  const call = (...inputs: A): Promise<R> => callTask(definition, inputs) as Promise<R>;
  const callItem = (item: A[0], index: number): Promise<R> =>
    callTask(definition, [item], String(index)) as Promise<R>;
  const { concurrency } = options;
  return Object.assign(call, {
    taskName: name,
    async map(items: Items<A[0]>, mapOptions: MapOptions = {}) {
      return (await mapItems(callItem, items, { name, concurrency, ...mapOptions })).values();
    },
    async mapSettled(items: Items<A[0]>, mapOptions: MapOptions = {}) {
      return (await mapItems(callItem, items, { name, concurrency, ...mapOptions, failFast: false })).settled;
    },
  });
}

function define(name: string, fn: TaskDefinition['fn'], options: TaskOptions<never>): TaskDefinition {
  const { timeout, concurrency, rate, cache } = options;
  const expiresMs = cache?.expires === undefined ? undefined : durationMs(cache.expires, 'cache.expires');
  return {
    name,
    fn,
    retry: retryRuleOf(options),
    timeoutMs: timeout === undefined ? undefined : durationMs(timeout, 'timeout'),
    semaphore:
      concurrency === undefined ? undefined : createSemaphore(wholeNumber(concurrency, 'concurrency', 1)),
    rateGate:
      rate === undefined
        ? undefined
        : createRateGate(wholeNumber(rate.limit, 'rate.limit', 1), durationMs(rate.per, 'rate.per')),
    key: options.key as TaskDefinition['key'],
    memo:
      cache === undefined ? undefined : createMemo(cache.key as (...inputs: unknown[]) => string, expiresMs),
    isKept: options.checkpoint !== false,
  };
}

async function callTask(
  definition: TaskDefinition,
  inputs: readonly unknown[],
  label?: string,
): Promise<unknown> {
  const call = beginCall(definition, inputs, label);
  try {
    const result = await resultOf(call, inputs);
    endCall(call, result.isNew ? 'succeeded' : 'restored');
    return result.value;
  } catch (error) {
    endCall(call, outcomeOf(call, error), error);
    throw error;
  }
}

type Result = { readonly isNew: boolean; readonly value: unknown };

async function resultOf(call: Call, inputs: readonly unknown[]): Promise<Result> {
  call.outer.signal.throwIfAborted();
  const { memo } = call.definition;
  if (memo !== undefined) {
    const { checkpoints } = call.outer.run;
    return memo.share({ task: call.definition.name, inputs, checkpoints }, () => finish(call, inputs));
  }
  return finish(call, inputs);
}

/** Runs the task unless an earlier attempt of the run has finished this call. */
async function finish(call: Call, inputs: readonly unknown[]): Promise<Result> {
  const { checkpoints } = call.outer.run;
  const { place } = call;
  if (checkpoints === undefined || place === undefined || !call.definition.isKept)
    return { isNew: true, value: await tries(call, inputs) };
  const kept = await checkpoints.read(place);
  if (kept !== undefined) return { isNew: false, value: kept.value };
  const value = await tries(call, inputs);
  return { isNew: true, value: await checkpoints.keep(place, value) };
}

async function tries(call: Call, inputs: readonly unknown[]): Promise<unknown> {
  const { retry } = call.definition;
  const { signal } = call.outer;
  for (;;) {
    call.attempt += 1;
    try {
      return await oneTry(call, inputs);
    } catch (error) {
      if (call.attempt > retry.limit || signal.aborted || isDoNotRetry(error)) throw error;
      if (retry.retryIf !== undefined && !retry.retryIf(error, call.attempt)) throw error;
      const delayMs = retryDelayMs(retry, call.attempt, Math.random());
      tellRetry(call, error, delayMs);
      await wait(delayMs, signal);
    }
  }
}

async function oneTry(call: Call, inputs: readonly unknown[]): Promise<unknown> {
  const { definition, outer } = call;
  // A task that calls itself has its place already: waiting for one would wait for itself.
  const semaphore = isWithinItself(call) ? undefined : definition.semaphore;
  const admission = semaphore?.enter(outer.signal);
  if (admission !== undefined) await admission;
  try {
    const pass = definition.rateGate?.pass(outer.signal);
    if (pass !== undefined) await pass;
    const { timeoutMs } = definition;
    if (timeoutMs !== undefined) return await timedTry(call, inputs, timeoutMs);
    return await within(call.frame(outer.signal), () => definition.fn(...inputs));
  } finally {
    semaphore?.leave();
  }
}

async function timedTry(call: Call, inputs: readonly unknown[], timeoutMs: number): Promise<unknown> {
  const { definition, outer } = call;
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const pass = (): void => controller.abort(outer.signal.reason);
  outer.signal.addEventListener('abort', pass, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TaskTimeoutError(definition.name, timeoutMs);
      reject(error);
      controller.abort(error);
    }, timeoutMs);
  });
  try {
    const work = within(call.frame(controller.signal), async () => definition.fn(...inputs));
    return await Promise.race([work, timedOut]);
  } finally {
    clearTimeout(timer);
    outer.signal.removeEventListener('abort', pass);
  }
}

function isWithinItself({ definition, outer }: Call): boolean {
  if (definition.semaphore === undefined) return false;
  let frame: TaskFrame | undefined = outer.id === undefined ? undefined : outer;
  while (frame !== undefined && frame.definition !== definition) frame = frame.parent;
  return frame !== undefined;
}

function outcomeOf({ outer }: Call, error: unknown) {
  if (outer.signal.aborted) return 'cancelled';
  return error instanceof TaskTimeoutError ? 'timed-out' : 'failed';
}

/** Aborts when the run is asked to end, and within a task also when its time is over. Hand it to `fetch` and the like. */
export function signal(): AbortSignal {
  return currentFrame().signal;
}
