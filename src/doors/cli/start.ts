import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLocalSecrets } from '../../adapters/local/environment.ts';
import type { FlowName, Manifest } from '../../core/flow.ts';
import { resolveParameters } from '../../core/parameters.ts';
import { exitCodes } from '../../core/problem.ts';
import { isEnded, type Run, type RunId } from '../../core/run.ts';
import { control } from '../../engine/control.ts';
import type { TickResult } from '../../engine/tick.ts';
import { isIdle, type WatchOptions, watch } from '../../engine/watch.ts';
import { loadFlows } from '../../flow/discover.ts';
import { countWords } from '../../report/words.ts';
import { runDocument } from '../documents.ts';
import type { Performed } from '../performed.ts';
import { performDeploy } from '../verbs/deploy.ts';
import { tickOptionsOf } from '../verbs/tick.ts';
import type { CliSite } from './site.ts';

type Lack = { readonly because: string; readonly parameters: readonly string[] };
type LeftOut = { readonly flow: FlowName } & Lack;
type Requested = { readonly runs: readonly RunId[]; readonly leftOut: readonly LeftOut[] };

/**
 * The whole loop at once, for somebody who has just cloned a repository: deploys its flows, requests a run of each that
 * needs nothing further, ticks until all have ended, and shows the checks as GitHub would.
 */
export async function performStart(site: CliSite, watching: WatchOptions): Promise<Performed> {
  const { world } = site;
  const deployed = await performDeploy(site, {
    images: undefined,
    isMassDeleteAllowed: false,
    isDryRun: false,
  });
  process.stderr.write(deployed.text);
  if (deployed.exitCode !== exitCodes.done) return deployed;
  const requested = await requestAll(site);
  world.log.info(
    `Running ${countWords(requested.runs.length, 'flow')}; their logs are in ${join(site.directory, 'runs')}.`,
  );
  await watchRuns(site, requested, watching);
  const { state } = await world.state.load(world.clock.now());
  const runs = requested.runs.flatMap((id) => state.runs.get(id) ?? []);
  return {
    exitCode: runs.every(hasSucceeded) ? exitCodes.done : exitCodes.workFailed,
    document: {
      verb: 'start',
      runs: runs.map(runDocument),
      leftOut: requested.leftOut.map(({ flow, because }) => ({ flow, because })),
      board: world.state.boardPlace,
    },
    text: await summaryOf(site, runs, requested),
  };
}

/** The report comes when all have ended; until then somebody waits, and hears of each end. */
async function watchRuns(site: CliSite, { runs }: Requested, watching: WatchOptions): Promise<void> {
  const wanted = new Set(runs);
  const isDone = (result: TickResult): boolean => {
    for (const { run } of result.changes) {
      if (isEnded(run) && wanted.delete(run.id)) site.world.log.info(`${run.flow}: ${run.phase.state}`);
    }
    return isIdle({ ...result, open: result.open.filter(({ id }) => wanted.has(id)) });
  };
  await watch(site.world, tickOptionsOf(site), { ...watching, isDone });
}

function hasSucceeded(run: Run): boolean {
  return run.phase.state === 'succeeded';
}

async function requestAll(site: CliSite): Promise<Requested> {
  const { manifests } = await loadFlows(site.world.source, site.project);
  const secrets = new Set(Object.keys(await readLocalSecrets(site.root)));
  const runs: RunId[] = [];
  const leftOut: LeftOut[] = [];
  for (const manifest of manifests) {
    const lack = lackOf(manifest, secrets);
    if (lack !== undefined) {
      leftOut.push({ flow: manifest.name, ...lack });
      continue;
    }
    const command = {
      kind: 'run',
      flow: manifest.name,
      parameters: undefined,
      request: site.request,
    } as const;
    const answer = await control(site.world, command, { by: site.by, style: site.presentation });
    runs.push(answer.subject as RunId);
  }
  return { runs, leftOut };
}

/** What a run of the flow would need that nobody has given; undefined if it can run as it is. */
function lackOf({ policy, workload }: Manifest, secrets: ReadonlySet<string>): Lack | undefined {
  const resolved = resolveParameters(policy.parameters, undefined);
  const problems = resolved.kind === 'ok' ? [] : resolved.problems;
  const parameters = problems.map(({ field }) => (field ?? '').replace(/^parameters\./, ''));
  const missing = Object.keys(workload.secrets).filter((name) => !secrets.has(name));
  if (parameters.length + missing.length === 0) return undefined;
  const reasons = [
    ...(parameters.length === 0 ? [] : [`parameters that have no default: ${parameters.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`secrets that .env does not hold: ${missing.join(', ')}`]),
  ];
  return { because: `it needs ${reasons.join('; ')}`, parameters };
}

async function summaryOf(site: CliSite, runs: readonly Run[], { leftOut }: Requested): Promise<string> {
  const checks = await Promise.all(runs.filter(isEnded).map((run) => checkText(site, run)));
  const left = leftOut.map(({ flow, because, parameters }) => {
    const given = parameters.map((name) => ` -p ${name}=…`).join('');
    return `Left out ${flow}: ${because}. Run it with \`headgate run ${flow}${given}\`.`;
  });
  const done = runs.filter(hasSucceeded).length;
  const sentence =
    runs.length === 0 && leftOut.length === 0
      ? 'There is no flow under flows/. Write one with `headgate new <flow>`.'
      : `${done} of ${countWords(runs.length, 'run')} succeeded.`;
  const board = `The board: ${site.world.state.boardPlace}`;
  return `${[...checks, ...left, sentence, board].join('\n\n')}\n`;
}

/** As the check list of a commit would show it. */
async function checkText({ directory }: CliSite, run: Run): Promise<string> {
  return (await readFile(join(directory, 'checks', `${run.id}.md`), 'utf8')).trimEnd();
}
