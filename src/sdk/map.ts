import { MapError, type MapFailure } from './errors.ts';
import { progress } from './progress.ts';
import { currentFrame } from './scope.ts';
import { wholeNumber } from './task-options.ts';

export type MapOptions = {
  /** How many items are under way at once; the task's own limit, or 10, if left out. */
  readonly concurrency?: number;
  /** `true`: begin no further item once one has failed. */
  readonly failFast?: boolean;
};

export type Settled<R> =
  | { readonly status: 'fulfilled'; readonly value: R }
  | { readonly status: 'rejected'; readonly reason: unknown };

export type Mapped<R> = { readonly settled: Settled<R>[]; values(): R[] };

const usualConcurrency = 10;
const mostWorkers = 10_000;

type MapRequest = {
  readonly name: string;
  readonly concurrency?: number | undefined;
  readonly failFast?: boolean;
};

/** Takes items only as fast as they are worked off, so that the input may be longer than memory. */
export async function mapItems<T, R>(
  callItem: (item: T, index: number) => Promise<R>,
  items: Iterable<T> | AsyncIterable<T>,
  { name, concurrency = usualConcurrency, failFast = false }: MapRequest,
): Promise<Mapped<R>> {
  const { signal } = currentFrame();
  const take = takerOf(items);
  const total = Array.isArray(items) ? items.length : undefined;
  const settled: Settled<R>[] = [];
  const failures: MapFailure[] = [];
  let done = 0;
  const work = async (): Promise<void> => {
    while (!signal.aborted && !(failFast && failures.length > 0)) {
      const taken = take();
      const step = taken instanceof Promise ? await taken : taken;
      if (step === undefined) return;
      const { item, index } = step;
      try {
        settled[index] = { status: 'fulfilled', value: await callItem(item, index) };
      } catch (reason) {
        settled[index] = { status: 'rejected', reason };
        failures.push({ index, error: reason });
      }
      done += 1;
      if (done % 16 === 0 || done === total) progress(done, total, name);
    }
  };
  const workers = Array.from({ length: workersFor(concurrency, total) }, work);
  const broken = (await Promise.allSettled(workers)).find((worker) => worker.status === 'rejected');
  signal.throwIfAborted();
  if (broken !== undefined) throw broken.reason;
  return { settled, values: () => valuesOf(name, settled, failures) };
}

function workersFor(concurrency: number, total: number | undefined): number {
  return Math.min(wholeNumber(concurrency, 'concurrency', 1), total ?? mostWorkers, mostWorkers);
}

type Taken<T> = { readonly item: T; readonly index: number } | undefined;

function takerOf<T>(items: Iterable<T> | AsyncIterable<T>): () => Taken<T> | Promise<Taken<T>> {
  let index = 0;
  const number = (step: IteratorResult<T>): Taken<T> =>
    step.done === true ? undefined : { item: step.value, index: index++ };
  if (Symbol.iterator in items) {
    const iterator = items[Symbol.iterator]();
    return () => number(iterator.next());
  }
  const iterator = items[Symbol.asyncIterator]();
  return () => iterator.next().then(number);
}

function valuesOf<R>(name: string, settled: readonly Settled<R>[], failures: readonly MapFailure[]): R[] {
  const values = Array.from(settled, (item) => (item?.status === 'fulfilled' ? item.value : undefined));
  if (failures.length === 0) return values as R[];
  const inOrder = [...failures].sort((a, b) => a.index - b.index);
  throw new MapError(name, inOrder, values);
}
