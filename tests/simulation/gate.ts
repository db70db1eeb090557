import type { Oracle } from './oracle.ts';

/** Lets processes go on one at a time, from one call of a port to the next. */
export type Gate = {
  /** Resolves when it is the turn of this process. */
  turn(process: number): Promise<void>;
};

type Waiter = { readonly process: number; readonly go: () => void };

/**
 * All work between two calls is microtasks, so at each macrotask every process stands before a call: whoever goes next is
 * the oracle's choice. At most `mostSwitches` times another process gets the turn.
 */
export function gateOf(oracle: Oracle, mostSwitches: number): Gate {
  const waiting: Waiter[] = [];
  let current = 0;
  let switches = 0;
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(pump);
  };
  const pump = (): void => {
    isPlanned = false;
    if (waiting.length === 0) return;
    const others = [...new Set(waiting.map(({ process }) => process))].filter((one) => one !== current);
    const isCurrentHere = waiting.some(({ process }) => process === current);
    if (!isCurrentHere) current = others[0] ?? current;
    else if (others.length > 0 && switches < mostSwitches) {
      const pick = oracle.choose(others.length + 1, 'switch:process');
      if (pick > 0) {
        switches += 1;
        current = others[pick - 1] ?? current;
      }
    }
    const index = waiting.findIndex(({ process }) => process === current);
    const [next] = waiting.splice(index, 1);
    next?.go();
    if (waiting.length > 0) plan();
  };
  return {
    turn: (process) =>
      new Promise((go) => {
        waiting.push({ process, go });
        plan();
      }),
  };
}
