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

export function createRateGate(limit: number, perMs: number): RateGate {
  /** The last `limit` starts, promised ones among them; the oldest at `next`. */
  const starts: number[] = [];
  let next = 0;
  return {
    pass(signal) {
      const now = performance.now();
      const oldest = starts[next];
      const at = oldest === undefined ? now : Math.max(now, oldest + perMs);
      starts[next] = at;
      next = (next + 1) % limit;
      return at <= now ? undefined : wait(at - now, signal);
    },
  };
}
