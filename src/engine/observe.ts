import { type Instant, minuteMs } from '../core/instant.ts';
import { RefusedError } from '../core/problem.ts';
import { isReplayable, type Look, type Observations } from '../core/reconcile.ts';
import type { Found } from '../core/sighting.ts';
import type { State } from '../core/state.ts';
import type { World } from '../ports.ts';
import { type OpenAttempt, openAttempts } from './attempts.ts';

/** Looks at every open attempt: ECS first, then, for what it does not know, the list of its tasks and the event log. */
export async function observe(
  world: World,
  state: State,
  repository: string,
  now: Instant,
): Promise<Observations> {
  const open = openAttempts(state, repository);
  const handles = open.flatMap(({ attempt }) => (attempt.handle === undefined ? [] : [attempt.handle]));
  const sightings = handles.length === 0 ? new Map() : await world.executor.observe(handles);
  const launched = open.filter(({ attempt }) => attempt.handle === undefined);
  const missing = open.filter(({ attempt }) => sightings.get(attempt.handle ?? '')?.kind === 'missing');
  const looks = await lookFor(world, launched, now);
  for (const [startedBy, look] of await askEventLog(world, missing)) looks.set(startedBy, look);
  return { sightings, looks };
}

/** What intents without a handle have started. Old ones are looked up in the event log as well: ECS may have forgotten them. */
async function lookFor(
  world: World,
  attempts: readonly OpenAttempt[],
  now: Instant,
): Promise<Map<string, Look>> {
  if (attempts.length === 0) return new Map();
  const listed = await lookInExecutor(world, attempts);
  if (listed === undefined) return new Map();
  const old = attempts.filter(
    ({ attempt, startedBy }) => !isReplayable(attempt, now) && (listed.get(startedBy) ?? []).length === 0,
  );
  const logged = await askEventLog(world, old);
  const looks = new Map<string, Look>();
  for (const { attempt, startedBy } of attempts) {
    const log = logged.get(startedBy);
    const found = [...(listed.get(startedBy) ?? []), ...(log?.found ?? [])];
    looks.set(startedBy, { found, isConclusive: isReplayable(attempt, now) || (log?.isConclusive ?? false) });
  }
  return looks;
}

/** Undefined: it could not look, which says nothing at all. */
async function lookInExecutor(
  world: World,
  attempts: readonly OpenAttempt[],
): Promise<ReadonlyMap<string, readonly Found[]> | undefined> {
  try {
    return await world.executor.look(
      attempts.map(({ startedBy }) => startedBy),
      new Set(),
    );
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    world.log.warn(
      `Could not look for ${attempts.length} launches: ${String(error)}. The next tick looks again.`,
    );
    return undefined;
  }
}

async function askEventLog(world: World, attempts: readonly OpenAttempt[]): Promise<Map<string, Look>> {
  if (attempts.length === 0) return new Map();
  const since = Math.min(...attempts.map(({ attempt }) => attempt.intendedAt)) - minuteMs;
  try {
    const answer = await world.eventLog.find(
      attempts.map(({ startedBy }) => startedBy),
      since as Instant,
    );
    return new Map(
      attempts.map(({ startedBy }) => [
        startedBy,
        { found: answer.found.get(startedBy) ?? [], isConclusive: answer.isTrustworthy },
      ]),
    );
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    world.log.warn(`Could not read the event log: ${String(error)}. The next tick reads it again.`);
    return new Map();
  }
}
