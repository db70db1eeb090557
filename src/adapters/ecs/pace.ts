import { secondMs } from '../../core/instant.ts';
import type { Clock } from '../../ports.ts';

export type Rate = { readonly burst: number; readonly perSecond: number };

/**
 * A token bucket: waits until one more call is within the rate. A bucket on the other side may be filled once a second
 * only: burst and rate together must fit into it.
 */
export function paceOf(clock: Clock, { burst, perSecond }: Rate): () => Promise<void> {
  let tokens = burst;
  let filledAt = clock.now();
  return async () => {
    for (;;) {
      const now = clock.now();
      // A clock that was set back fills nothing.
      tokens = Math.min(tokens + (Math.max(0, now - filledAt) / secondMs) * perSecond, burst);
      filledAt = now;
      if (tokens >= 1) {
        tokens -= 1;
        return;
      }
      await clock.sleep(Math.ceil(((1 - tokens) / perSecond) * secondMs));
    }
  };
}

/** At most so many calls in any second: the fastest start that a bucket of one second's worth allows. */
export function mostPerSecond(clock: Clock, most: number): () => Promise<void> {
  let recent: readonly number[] = [];
  return async () => {
    for (;;) {
      const now = clock.now();
      recent = recent.filter((at) => at > now - secondMs && at <= now);
      const [first] = recent;
      if (recent.length < most || first === undefined) {
        recent = [...recent, now];
        return;
      }
      await clock.sleep(first + secondMs - now);
    }
  };
}

/** Works on items in order, at most `width` at once; answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let index = next++; index < items.length; index = next++)
      answers[index] = await work(items[index] as T);
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return answers;
}

/** Lets work through one after the other, in the order in which it came. */
export function oneAtATime(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
