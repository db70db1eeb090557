import { wait } from './wait.ts';

/** How many may be under way at once. Waiting costs no time: who leaves lets the next one in. */
export type Semaphore = {
  /** Undefined if there is room at once. */
  enter(signal: AbortSignal): Promise<void> | undefined;
  leave(): void;
};

export function createSemaphore(limit: number): Semaphore {
  let active = 0;
  const waiting = new Set<() => void>();
  return {
    enter(signal) {
      if (active < limit) {
        active += 1;
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const letIn = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        };
        const giveUp = (): void => {
          waiting.delete(letIn);
          reject(signal.reason);
        };
        waiting.add(letIn);
        signal.addEventListener('abort', giveUp, { once: true });
      });
    },
    leave() {
      const [next] = waiting;
      if (next === undefined) active -= 1;
      else {
        waiting.delete(next);
        next();
      }
    },
  };
}

/** At most `limit` starts in any `perMs`. */
export type RateGate = { pass(signal: AbortSignal): Promise<void> | undefined };

/** When it is to start; once it has started, when that was. */
type Start = { at: number };

export function createRateGate(limit: number, perMs: number): RateGate {
  /** The last `limit` starts, those to come among them; the oldest at `next`. */
  const starts: Start[] = [];
  let next = 0;
  return {
    pass(signal) {
      const now = performance.now();
      const before = starts[next];
      const own = { at: before === undefined ? now : Math.max(now, before.at + perMs) };
      starts[next] = own;
      next = (next + 1) % limit;
      return before === undefined || own.at <= now ? undefined : startAfter(before, own, { perMs, signal });
    },
  };
}

type Pace = { readonly perMs: number; readonly signal: AbortSignal };

/** On a busy machine timers are late: the time until this start counts from when the other one really was. */
async function startAfter(before: Start, own: Start, { perMs, signal }: Pace): Promise<void> {
  for (let leftMs = own.at - performance.now(); leftMs > 0; leftMs = before.at + perMs - performance.now())
    await wait(leftMs, signal);
  own.at = performance.now();
}
