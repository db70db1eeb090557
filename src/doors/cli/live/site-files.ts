import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { faultWords } from '../../../core/fault.ts';
import { exitCodes, InputError } from '../../../core/problem.ts';
import type { Run } from '../../../core/run.ts';
import { assetPaths, iconSvg, type Overview } from '../../../report/live/page.ts';
import { runPage } from '../../../report/live/run-page.ts';
import { sortedRuns } from '../../../report/live/runs.ts';
import { placeOf, plainPage, plainPaths, runPaths } from '../../../report/live/site-map.ts';
import { styleText } from '../../../report/live/style.ts';
import { countWords } from '../../../report/words.ts';
import type { Performed, Site } from '../../performed.ts';
import type { CliSite } from '../site.ts';
import { logFeeds } from './log-feed.ts';
import { overviewOf, runViewOf } from './view.ts';

/** Logs cost a request each. */
const mostLogs = 100;
const marker = '.headgate-site';
const folders = ['runs', 'flows', 'all-runs', 'all-flows'] as const;

/** Writes the overview as files that any web server, or none, can show. It holds no buttons and no script. */
export async function performSite(site: CliSite, out: string | undefined): Promise<Performed> {
  const directory = out === undefined ? join(site.directory, 'site') : resolve(site.cwd, out);
  await prepare(directory);
  // Logs of this machine are files of their user alone, and so are the pages that show them.
  if (site.world.executor.kind === 'local') await chmod(directory, 0o700);
  const snapshot = await site.world.state.load(site.world.clock.now());
  const overview = overviewOf(site, { snapshot, waiting: new Map() }, { kind: 'static' });
  for (const folder of folders) await mkdir(join(directory, folder), { recursive: true });
  const files = await writeAll(directory, allPages(site, overview));
  const index = join(directory, 'index.html');
  return {
    exitCode: exitCodes.done,
    document: { verb: 'site', out: directory, index, files, runs: snapshot.state.runs.size },
    text: `Wrote ${countWords(files, 'file')}: ${index}\n`,
  };
}

type Page = readonly [path: string, text: string];

/** One after the other: the pages of thousands of runs together do not fit into memory. */
async function* allPages(site: Site, overview: Overview): AsyncGenerator<Page> {
  yield [marker, 'Written by `headgate site`, which replaces what is here.\n'];
  yield [assetPaths.style, styleText];
  yield [assetPaths.icon, iconSvg];
  yield* plainPages(overview);
  yield* runPages(site, overview);
}

const writesAtOnce = 8;

async function writeAll(directory: string, pages: AsyncGenerator<Page>): Promise<number> {
  let count = 0;
  const work = async (): Promise<void> => {
    for (let next = await pages.next(); next.done !== true; next = await pages.next()) {
      const [path, text] = next.value;
      await writeFile(join(directory, path), text);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: writesAtOnce }, work));
  return count;
}

/** Only an empty folder, or one that was written by this very verb, is written to. */
async function prepare(directory: string): Promise<void> {
  const entries = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error.code === 'ENOTDIR' ? badFolder(directory, 'is not a folder') : error;
  });
  if (entries !== undefined && entries.length > 0 && !entries.includes(marker))
    throw badFolder(directory, 'holds other files');
  await mkdir(directory, { recursive: true });
  for (const folder of folders) await rm(join(directory, folder), { recursive: true, force: true });
}

function badFolder(directory: string, what: string): InputError {
  const message = `${JSON.stringify(directory)} ${what}.`;
  return new InputError([
    { code: 'E_OUT', field: 'out', message, fix: 'Give a folder that is empty or not there yet.' },
  ]);
}

function* plainPages(overview: Overview): Generator<Page> {
  for (const path of plainPaths(overview)) {
    const place = placeOf(path);
    if (place === undefined || place.kind === 'run' || place.kind === 'log') continue;
    const text = plainPage(overview, place);
    if (text !== undefined) yield [path, text];
  }
}

async function* runPages(site: Site, overview: Overview): AsyncGenerator<Page> {
  const paths = runPaths(overview);
  for (const [index, run] of sortedRuns(overview.state).entries()) {
    const text = index < mostLogs ? await pageWithLog(site, overview, run) : pageWithoutLog(overview, run);
    yield [paths.get(run.id) ?? '', text];
  }
}

function pageWithoutLog(overview: Overview, run: Run): string {
  const noLog = `Logs are shown here of the newest ${mostLogs} runs.`;
  return runPage({ overview, run, noLog });
}

/** A log that cannot be read must not keep the outcome from being shown. */
async function pageWithLog(site: Site, overview: Overview, run: Run): Promise<string> {
  const { outgoing, logTailLines } = site.presentation;
  const attempt = run.attempts.at(-1);
  if (attempt?.handle === undefined) return runPage({ overview, run });
  try {
    const feed = await logFeeds(site.world, outgoing).look(run, attempt.handle);
    return runPage(runViewOf(site, { overview, run }, { attempt, feed, mostLines: logTailLines }));
  } catch (error) {
    site.world.log.warn(`Could not show the log of run ${run.id}: ${faultWords(error)}.`);
    return runPage({ overview, run, noLog: 'The log could not be shown.' });
  }
}
