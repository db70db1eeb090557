import type { Instant } from '../core/instant.ts';
import type { Observations } from '../core/reconcile.ts';
import { believable, type Sighting } from '../core/sighting.ts';
import type { Snapshot, World } from '../ports.ts';
import { openAttempts } from './attempts.ts';
import { askEventLog, lookFor } from './look.ts';

/** Looks at every open attempt: ECS first, then, for what it does not know, the list of its tasks and the event log. */
export async function observe(
  world: World,
  snapshot: Snapshot,
  repository: string,
  now: Instant,
): Promise<Observations> {
  const open = openAttempts(snapshot, repository);
  const handles = open.flatMap(({ attempt }) => (attempt.handle === undefined ? [] : [attempt.handle]));
  const sightings: ReadonlyMap<string, Sighting> =
    handles.length === 0 ? new Map() : await world.executor.observe(handles);
  const launched = open.filter(({ attempt }) => attempt.handle === undefined);
  const missing = open.filter(({ attempt }) => sightings.get(attempt.handle ?? '')?.kind === 'missing');
  const looks = await lookFor(world, launched, { state: snapshot.state, known: new Set(handles), now });
  const earliest = Math.min(...missing.map(({ attempt }) => attempt.intendedAt)) as Instant;
  for (const [startedBy, look] of await askEventLog(world, missing, earliest)) looks.set(startedBy, look);
  return {
    sightings: new Map([...sightings].map(([handle, sighting]) => [handle, believable(sighting, now)])),
    looks,
  };
}
