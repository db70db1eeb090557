import type { JsonObject } from '../../core/json.ts';
import { type ExitCode, exitCodes } from '../../core/problem.ts';
import { previewTick } from '../../engine/preview.ts';
import type { TickOptions, TickResult } from '../../engine/tick.ts';
import { isIdle, type WatchOptions, watch } from '../../engine/watch.ts';
import { gapDocument, momentOrNull, runDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { tickWords } from '../words.ts';

/** One tick, or ticks until nothing is open. A run that failed is shown, but is not a failure of the tick. */
export async function performTick(site: Site, watching: WatchOptions): Promise<Performed> {
  const isDone = watching.watchSeconds > 0 ? { isDone: newsTeller(site) } : {};
  const result = await watch(site.world, tickOptionsOf(site), { ...watching, ...isDone });
  return { exitCode: exitCodeOf(site, result), document: tickDocument(result), ...tickWords(site, result) };
}

function exitCodeOf(site: Site, { unseen }: TickResult): ExitCode {
  if (!unseen.isSilent) return exitCodes.done;
  site.world.log.warn(`${silentCode} ${silentWords(site)}`);
  return exitCodes.worldRefused;
}

const silentCode = 'E_AWS_SILENT';

/** What was asked, and what of it is still open, is in the words of the tick itself. */
function silentWords({ world }: Site): string {
  return world.executor.kind === 'ecs'
    ? 'AWS did not answer one request of this tick. What is recorded stays as it is, and the next tick asks again. Look at the network of this machine, its proxy and its credentials, and at https://health.aws.amazon.com.'
    : 'Nothing could be found out about the runs of this machine. The next tick asks again.';
}

/** Somebody who waits hears of each run that changes; ends the watch when nothing is open. */
function newsTeller({ world }: Site): (result: TickResult) => boolean {
  const told = new Map<string, string>();
  return (result) => {
    for (const { run } of result.changes) {
      if (told.get(run.id) === run.phase.state) continue;
      told.set(run.id, run.phase.state);
      world.log.info(`${run.id}: ${run.phase.state}`);
    }
    return isIdle(result);
  };
}

/** What a tick would do now, and does not. */
export async function performTickPreview(site: Site): Promise<Performed> {
  const result = await previewTick(site.world, tickOptionsOf(site));
  const document = { ...tickDocument(result), isDryRun: true };
  return { exitCode: exitCodeOf(site, result), document, ...tickWords(site, result) };
}

export function tickOptionsOf({ project, repository, presentation }: Site): TickOptions {
  return { project, repository, presentation };
}

function tickDocument(result: TickResult): JsonObject {
  return {
    verb: 'tick',
    at: momentOrNull(result.at),
    runs: result.changes.map(({ run, before }) => ({ ...runDocument(run), before: before ?? null })),
    gaps: result.gaps.map(gapDocument),
    waiting: [...result.waiting].map(([run, because]) => ({ run, because })),
    open: result.open.map(({ id }) => id),
    isBehind: result.isBehind,
    unreported: result.unreported,
    orphans: result.orphans?.map(({ handle }) => handle) ?? null,
    unseen: { open: [...result.unseen.open], unsent: [...result.unseen.unsent] },
    nextWake: momentOrNull(result.nextWake),
  };
}
