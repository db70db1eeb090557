import { type Instant, minuteMs } from '../core/instant.ts';
import { RefusedError } from '../core/problem.ts';
import { isReplayable, type Look } from '../core/reconcile.ts';
import { earliestLaunch } from '../core/run.ts';
import { believable, type Found } from '../core/sighting.ts';
import type { State } from '../core/state.ts';
import type { World } from '../ports.ts';
import { namesOf, type OpenAttempt } from './attempts.ts';

/** How long ECS surely lists a stopped task, less a margin; beyond that only the event log remembers. */
const listedMs = 50 * minuteMs;
/** Clocks of runners and of AWS differ by minutes at most. */
const skewMs = 15 * minuteMs;

export type LookContext = {
  readonly state: State;
  /** Handles that belong to attempts already. */
  readonly known: ReadonlySet<string>;
  readonly now: Instant;
};

/**
 * What attempts without a handle have started: in the executor's list, and in the event log if it may have ended longer
 * ago than ECS lists, also in a history that the state has lost. Attempts that could not be looked for are left out.
 */
export async function lookFor(
  world: World,
  attempts: readonly OpenAttempt[],
  { state, known, now }: LookContext,
): Promise<Map<string, Look>> {
  if (attempts.length === 0) return new Map();
  const names = attempts.flatMap(namesOf);
  const listed = await orWarn(world, `look for ${names.length} launches`, () =>
    world.executor.look(names, known),
  );
  if (listed === undefined) return new Map();
  const earliest = ({ run, attempt }: OpenAttempt) =>
    Math.min(earliestLaunch(run, state), attempt.intendedAt);
  const late = attempts.filter((one) => now - earliest(one) > listedMs && foundIn(listed, one).length === 0);
  const logged = await askEventLog(world, late, Math.min(...late.map(earliest)) as Instant);
  const isAsked = new Set(late.map(({ startedBy }) => startedBy));
  const looks = new Map<string, Look>();
  for (const one of attempts) {
    const { attempt, startedBy } = one;
    const log = logged.get(startedBy);
    if (isAsked.has(startedBy) && log === undefined) continue;
    const found = believed([...foundIn(listed, one), ...(log?.found ?? [])], now);
    looks.set(startedBy, { found, isConclusive: isReplayable(attempt, now) || (log?.isConclusive ?? false) });
  }
  return looks;
}

/** What the event log remembers of attempts, or nothing at all if it does not answer. */
export async function askEventLog(
  world: World,
  attempts: readonly OpenAttempt[],
  earliest: Instant,
): Promise<Map<string, Look>> {
  if (attempts.length === 0) return new Map();
  const names = attempts.flatMap(namesOf);
  const answer = await orWarn(world, 'read the event log', () =>
    world.eventLog.find(names, (earliest - skewMs) as Instant),
  );
  if (answer === undefined) return new Map();
  const lookOf = (one: OpenAttempt): Look => ({
    found: believed(foundIn(answer.found, one), world.clock.now()),
    isConclusive: answer.isTrustworthy,
  });
  return new Map(attempts.map((one) => [one.startedBy, lookOf(one)]));
}

function foundIn(found: ReadonlyMap<string, readonly Found[]>, attempt: OpenAttempt): readonly Found[] {
  return namesOf(attempt).flatMap((name) => found.get(name) ?? []);
}

function believed(found: readonly Found[], now: Instant): readonly Found[] {
  return found.map(({ handle, sighting }) => ({ handle, sighting: believable(sighting, now) }));
}

/** Not having looked says nothing; the next tick looks again. */
async function orWarn<T>(world: World, what: string, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    world.log.warn(`Could not ${what}: ${String(error)}. The next tick tries again.`);
    return undefined;
  }
}
