import type { TaskOutcome, TaskTotal } from '../core/event-format.ts';

/** Calls of one task that get events of their own. Of further ones only those that go wrong do; the others are summed. */
export const mostToldCalls = 200;

type Sums = { told: number; succeeded: number; failed: number; restored: number; totalMs: number };

/** Counts calls, so that a flow with a million of them neither floods its log nor grows. */
export type Tally = {
  nextId(): number;
  /** Whether this call of the task still gets events of its own. */
  tell(name: string): boolean;
  begin(): void;
  end(name: string, outcome: TaskOutcome, durationMs: number): void;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
  open(): number;
  totals(): readonly TaskTotal[];
};

export function createTally(): Tally {
  const tasks = new Map<string, Sums>();
  let id = 0;
  let open = 0;
  let whenIdle: (() => void) | undefined;
  const sumsOf = (name: string): Sums => {
    const known = tasks.get(name);
    if (known !== undefined) return known;
    const sums = { told: 0, succeeded: 0, failed: 0, restored: 0, totalMs: 0 };
    tasks.set(name, sums);
    return sums;
  };
  return {
    nextId: () => (id += 1),
    tell(name) {
      const sums = sumsOf(name);
      sums.told += 1;
      return sums.told <= mostToldCalls;
    },
    begin() {
      open += 1;
    },
    end(name, outcome, durationMs) {
      open -= 1;
      const sums = sumsOf(name);
      sums[outcome === 'succeeded' || outcome === 'restored' ? outcome : 'failed'] += 1;
      sums.totalMs += durationMs;
      if (open === 0) whenIdle?.();
    },
    idle: () =>
      open === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            whenIdle = resolve;
          }),
    open: () => open,
    totals: () =>
      [...tasks].map(([name, { told: _, totalMs, ...sums }]) => ({
        name,
        ...sums,
        totalMs: Math.round(totalMs),
      })),
  };
}
