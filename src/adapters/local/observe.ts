import path from 'node:path';
import type { EndingClass } from '../../core/ending.ts';
import { type Instant, instantFromMs } from '../../core/instant.ts';
import type { Found, Sighting } from '../../core/sighting.ts';
import { isThere, writeAtomically } from './atomic-files.ts';
import { isBeforeRestart, judgeLife, type Life, type ProcessIdentity } from './process-identity.ts';
import {
  endText,
  fileNames,
  indexDirectory,
  isClaimed,
  namesIn,
  readEnd,
  readProgram,
  readSupervisor,
  runDirectory,
} from './run-directory.ts';

const lostWords = 'The program and its supervisor are gone, and nobody wrote down how it ended.';
const missing: Sighting = { kind: 'missing' };

/**
 * What the files of a run and the processes say. An end is what the supervisor wrote down, or that the processes which
 * would have written it are gone for certain: that is a lost host. Where that cannot be told, as from another container,
 * the attempt is missing, which is never an end.
 */
export async function sight(directory: string, handle: string): Promise<Sighting> {
  const run = runDirectory(directory, handle);
  if (run === undefined) return missing;
  const written = await endOf(run);
  if (written !== undefined) return written;
  if (!(await isClaimed(run))) return missing;
  const supervisor = await readSupervisor(run);
  const life = lifeOf(supervisor);
  if (life === 'alive') return sightingOfLive(run);
  // It may have written the end between the two looks.
  const late = await endOf(run);
  if (late !== undefined) return late;
  return life === 'unknown' || supervisor === undefined
    ? missing
    : sightingWithoutSupervisor(run, supervisor);
}

async function endOf(run: string): Promise<Sighting | undefined> {
  const end = await readEnd(run);
  return end === undefined ? undefined : { kind: 'ended', ...end };
}

async function sightingOfLive(run: string): Promise<Sighting> {
  const program = await readProgram(run);
  return program === undefined ? { kind: 'starting' } : { kind: 'running', startedAt: program.startedAt };
}

async function sightingWithoutSupervisor(run: string, supervisor: ProcessIdentity): Promise<Sighting> {
  const program = await readProgram(run);
  const isRestarted = isBeforeRestart(supervisor);
  if (program === undefined) {
    if (!(await isThere(path.join(run, fileNames.starting))))
      return conclude(run, 'start-failed', 'The supervisor was lost before it started the program.');
    // Between its mark and its record the supervisor may have started the program or not: nobody can tell.
    return isRestarted ? conclude(run, 'host', lostWords) : missing;
  }
  const life = isRestarted ? 'gone' : lifeOf(program.identity);
  if (life === 'alive') return { kind: 'running', startedAt: program.startedAt };
  return life === 'unknown' ? missing : conclude(run, 'host', lostWords, program.startedAt);
}

/** Nobody else writes an end any more, so it is written down here, and stays the same from now on. */
async function conclude(
  run: string,
  endingClass: EndingClass,
  detail: string,
  startedAt?: Instant,
): Promise<Sighting> {
  const ending = { class: endingClass, at: instantFromMs(Date.now()), detail };
  const end = { ending, ...(startedAt === undefined ? {} : { startedAt }) };
  await writeAtomically(path.join(run, fileNames.end), endText(end));
  return { kind: 'ended', ...end };
}

function lifeOf(identity: ProcessIdentity | undefined): Life {
  return identity === undefined ? 'unknown' : judgeLife(identity);
}

/** What was started under a name. A run that nobody claimed has started nothing: launching its token again is right. */
export async function findStartedBy(directory: string, startedBy: string): Promise<readonly Found[]> {
  const index = indexDirectory(directory, startedBy);
  if (index === undefined) return [];
  const found: Found[] = [];
  for (const handle of await namesIn(index)) {
    const run = runDirectory(directory, handle);
    if (run === undefined || !(await isClaimed(run))) continue;
    found.push({ handle, sighting: await sight(directory, handle) });
  }
  return found;
}
