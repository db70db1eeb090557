import type { Registry } from './deployment.ts';
import { type Instant, minuteMs, plusMs, plusSeconds } from './instant.ts';
import { isEnded, type Run } from './run.ts';
import { firstSlot, nextSlots } from './slots.ts';
import type { State } from './state.ts';

/** How soon a tick should look again while attempts are open. */
const watchMs = 5 * minuteMs;

/** The next moment at which a tick has something to do; undefined if nothing is scheduled and nothing is open. */
export function nextWake(state: State, registry: Registry, now: Instant): Instant | undefined {
  const runs = openRuns(state).map((run) => wakeFor(run, registry, now));
  return earliest([...slotAhead(state, registry, now), ...runs]);
}

/** When a clock that is programmed from here must start a tick. */
export type WakeUp = {
  readonly at: Instant;
  /** At that moment and no other; otherwise a look by then is enough, and an earlier one does as well. */
  readonly isExact: boolean;
};

/**
 * The same for a clock that starts a tick when an attempt ends, too: what executes needs no look before its deadline, and
 * who waits for it none at all.
 */
export function nextWakeUp(state: State, registry: Registry, now: Instant): WakeUp | undefined {
  const runs = openRuns(state);
  const isAnyRunning = runs.some(({ phase }) => phase.state === 'running');
  const awaited = runs.filter(({ phase }) => {
    const isHeldBack = phase.state === 'queued' && phase.notBefore <= now;
    return !(isHeldBack && isAnyRunning);
  });
  const looks = awaited.map((run) => exactWakeOf(run, registry, now));
  const exact = earliest([...slotAhead(state, registry, now), ...looks.flatMap((moment) => moment ?? [])]);
  const soon = plusMs(now, watchMs);
  const isLookNeeded = looks.includes(undefined);
  if (isLookNeeded && (exact === undefined || exact > soon)) return { at: soon, isExact: false };
  return exact === undefined ? undefined : { at: exact, isExact: true };
}

/** The next slot of all flows, if there is one. Each schedule is only asked for a slot that comes before those of the others. */
function slotAhead(state: State, registry: Registry, now: Instant): readonly Instant[] {
  let next: Instant | undefined;
  for (const { flow, retiredAt, policy } of registry.deployments.values()) {
    if (retiredAt !== undefined || state.pauses.has(flow)) continue;
    for (const schedule of policy.schedules) {
      const slot = next === undefined ? nextSlots(schedule, now, 1)[0] : firstSlot(schedule, now, next);
      next = slot ?? next;
    }
  }
  return next === undefined ? [] : [next];
}

function openRuns(state: State): readonly Run[] {
  return [...state.runs.values()].filter((run) => !isEnded(run));
}

function earliest(moments: readonly Instant[]): Instant | undefined {
  return moments.length === 0 ? undefined : moments.reduce((a, b) => (a < b ? a : b));
}

function wakeFor(run: Run, registry: Registry, now: Instant): Instant {
  const soon = plusMs(now, watchMs);
  if (run.phase.state === 'queued') return run.phase.notBefore > now ? run.phase.notBefore : soon;
  const deadline = deadlineOf(run, registry);
  return deadline !== undefined && deadline > now && deadline < soon ? deadline : soon;
}

/** Undefined: nobody knows when it changes, and nothing will say so. */
function exactWakeOf(run: Run, registry: Registry, now: Instant): Instant | undefined {
  if (run.phase.state === 'queued') return run.phase.notBefore > now ? run.phase.notBefore : undefined;
  if (run.phase.state !== 'running' || run.attempts.at(-1)?.missing !== undefined) return undefined;
  const deadline = deadlineOf(run, registry);
  return deadline !== undefined && deadline > now ? deadline : undefined;
}

/** When an attempt that has started must be stopped. */
function deadlineOf(run: Run, registry: Registry): Instant | undefined {
  const startedAt = run.attempts.at(-1)?.startedAt;
  const policy = registry.deployments.get(run.flow)?.policy;
  if (startedAt === undefined || policy === undefined) return undefined;
  return plusSeconds(startedAt, policy.timeout.runSeconds);
}
