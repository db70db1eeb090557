import { secondMs } from '../core/instant.ts';
import type { World } from '../ports.ts';
import { type TickOptions, type TickResult, tick } from './tick.ts';

export type WatchOptions = {
  /** How long to go on; 0 is a single tick. */
  readonly watchSeconds: number;
  /** Time between two looks. */
  readonly pollSeconds: number;
  /** Called after each tick; true ends the watch early. */
  readonly isDone?: (result: TickResult) => boolean;
};

/** Ticks until nothing is open, or the time is over. Every pass is a whole tick, so it can be interrupted anywhere. */
export async function watch(world: World, options: TickOptions, watching: WatchOptions): Promise<TickResult> {
  const endsAt = world.clock.now() + watching.watchSeconds * secondMs;
  let result = await tick(world, options);
  for (;;) {
    const isOver = world.clock.now() + watching.pollSeconds * secondMs > endsAt;
    if (isOver || (watching.isDone?.(result) ?? isIdle(result))) return result;
    await world.clock.sleep(watching.pollSeconds * secondMs);
    result = joined(result, await tick(world, options));
  }
}

/** Nothing open, and every end reported. */
export function isIdle(result: TickResult): boolean {
  return result.open.length === 0 && result.unreported === 0;
}

/** What both passes did together, as of the later one. */
function joined(before: TickResult, after: TickResult): TickResult {
  const firsts = new Map(before.changes.map((change) => [change.run.id, change]));
  const changed = new Set(after.changes.map(({ run }) => run.id));
  const earlier = before.changes.filter(({ run }) => !changed.has(run.id));
  const later = after.changes.map((change) => {
    const first = firsts.get(change.run.id);
    return first === undefined ? change : { ...change, before: first.before };
  });
  return {
    ...after,
    changes: [...earlier, ...later],
    gaps: [...before.gaps, ...after.gaps],
    wroteState: before.wroteState || after.wroteState,
  };
}
