import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FlowName } from '../../core/flow.ts';
import { dayMs, hourMs, type Instant } from '../../core/instant.ts';
import type { Clock } from '../../ports.ts';
import { isAbsence, readRecord } from './atomic-files.ts';
import { fileNames, indexDirectory, namesIn, readEnd } from './run-directory.ts';

/** What is kept of what a laptop collects; the newest of each. */
const keptRuns = 500;
const keptBuildsPerFlow = 40;
const keptCheckFiles = 2_000;

/**
 * A token may be launched again for 50 minutes after its intent, and must then find its run: no run is removed on the
 * day of its end, and none that has not ended.
 */
const youngestRemovedMs = dayMs;

/** For the builds of one deploy: the first has everything pruned, every other one only what is kept of its own flow. */
export function pruner(directory: string, clock: Pick<Clock, 'now'>): (built: FlowName) => Promise<void> {
  let isDone = false;
  return async (built) => {
    const now = clock.now();
    if (isDone) return pruneFolder(path.join(directory, 'builds', built), keptBuildsPerFlow, now);
    isDone = true;
    return prune(directory, now);
  };
}

/** Removes the oldest ended runs, builds, checkpoints and checks, and what a crash left half made. */
export async function prune(directory: string, now: Instant): Promise<void> {
  await pruneRuns(directory, now);
  for (const flow of await namesIn(path.join(directory, 'builds')))
    await pruneFolder(path.join(directory, 'builds', flow), keptBuildsPerFlow, now);
  for (const flow of await namesIn(path.join(directory, 'checkpoints')))
    await pruneFolder(path.join(directory, 'checkpoints', flow), keptRuns, now);
  await pruneFolder(path.join(directory, 'checks'), keptCheckFiles, now);
}

async function pruneRuns(directory: string, now: Instant): Promise<void> {
  const runs = path.join(directory, 'runs');
  await removeHalfMade(runs, now);
  const names = await namesIn(runs);
  if (names.length <= keptRuns) return;
  const ended: { readonly name: string; readonly at: number }[] = [];
  for (const name of names) {
    const end = await readEnd(path.join(runs, name));
    if (end !== undefined && now - end.ending.at > youngestRemovedMs) ended.push({ name, at: end.ending.at });
  }
  ended.sort((a, b) => a.at - b.at);
  for (const { name } of ended.slice(0, names.length - keptRuns)) await removeRun(directory, name);
}

async function removeRun(directory: string, name: string): Promise<void> {
  const run = path.join(directory, 'runs', name);
  const startedBy = (await readRecord(path.join(run, fileNames.request)))?.['startedBy'];
  const index = typeof startedBy === 'string' ? indexDirectory(directory, startedBy) : undefined;
  if (index !== undefined) {
    await rm(path.join(index, name), { force: true });
    if ((await namesIn(index)).length === 0) await rm(index, { recursive: true, force: true });
  }
  await rm(run, { recursive: true, force: true });
}

async function pruneFolder(folder: string, kept: number, now: Instant): Promise<void> {
  await removeHalfMade(folder, now);
  const names = await namesIn(folder);
  if (names.length <= kept) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: await ageOf(path.join(folder, name)) })),
  );
  aged.sort((a, b) => a.at - b.at);
  for (const { name, at } of aged.slice(0, names.length - kept))
    if (now - at > youngestRemovedMs) await rm(path.join(folder, name), { recursive: true, force: true });
}

async function removeHalfMade(folder: string, now: Instant): Promise<void> {
  for (const entry of await namesIn(folder)) {
    const isHalfMade = entry.startsWith('.new-') || entry.endsWith('.new');
    const file = path.join(folder, entry);
    if (isHalfMade && now - (await ageOf(file)) > hourMs) await rm(file, { recursive: true, force: true });
  }
}

/** When it was last changed; something that is gone by now counts as new. */
async function ageOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (isAbsence(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
