import { type Instant, instantFromMs, isoOf, minuteMs, plusMs, secondMs } from '../core/instant.ts';
import { describeProblem, RefusedError } from '../core/problem.ts';
import { nextWakeUp, type WakeUp } from '../core/wake.ts';
import type { Snapshot, World } from '../ports.ts';

/** What a clock is set to must still lie ahead when it gets there. */
const leadMs = 20 * secondMs;
/** How soon a tick should go on with what this one had to leave: slots at once, checks when GitHub takes them again. */
const restMs = { slots: minuteMs, checks: 5 * minuteMs } as const;
export type Rest = keyof typeof restMs;

/**
 * Sets the clock outside to the next moment that has something for a tick to do, and writes nothing if it is set to that
 * already. Only speed depends on it, since the clock keeps its slow rate beside it: no failure here is one of the tick.
 */
export async function setWakeUp(world: World, snapshot: Snapshot, rest?: Rest): Promise<void> {
  if (world.wakeUps === undefined) return;
  const now = world.clock.now();
  const wanted = earlier(
    nextWakeUp(snapshot.state, snapshot.registry, now),
    rest === undefined ? undefined : { at: plusMs(now, restMs[rest]), isExact: false },
  );
  if (wanted === undefined) return;
  const at = wholeMinute(Math.max(wanted.at, now + leadMs));
  try {
    const planned = await world.wakeUps.planned();
    if (!(await isMovable(world, { snapshot, now, planned, wanted: { ...wanted, at } }))) return;
    await world.wakeUps.plan(at);
    world.log.info(`The clock is set to ${isoOf(at)}.`);
  } catch (error) {
    const said = error instanceof RefusedError ? describeProblem(error.problem) : String(error);
    world.log.warn(`W_WAKE_UP The clock could not be set to ${isoOf(at)}, so its own rate holds: ${said}`);
  }
}

function earlier(a: WakeUp | undefined, b: WakeUp | undefined): WakeUp | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.at < a.at ? b : a;
}

type Question = {
  readonly snapshot: Snapshot;
  readonly now: Instant;
  readonly planned: Instant | undefined;
  readonly wanted: WakeUp;
};

async function isMovable(world: World, { snapshot, now, planned, wanted }: Question): Promise<boolean> {
  if (planned === wanted.at) return false;
  if (planned === undefined || planned <= now || planned > wanted.at) return true;
  if (!wanted.isExact) return false;
  // Somebody who knows of more may have asked for the earlier moment, such as a deploy that ended meanwhile.
  return (await world.state.load(now)).version === snapshot.version;
}

/** Clocks outside keep whole minutes. */
function wholeMinute(ms: number): Instant {
  return instantFromMs(Math.ceil(ms / minuteMs) * minuteMs);
}
