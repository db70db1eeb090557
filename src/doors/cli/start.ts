import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deployment } from '../../core/deployment.ts';
import type { FlowName } from '../../core/flow.ts';
import { resolveParameters } from '../../core/parameters.ts';
import { exitCodes } from '../../core/problem.ts';
import { isEnded, type Run, type RunId } from '../../core/run.ts';
import { control } from '../../engine/control.ts';
import { isIdle, type WatchOptions, watch } from '../../engine/watch.ts';
import { runDocument } from '../documents.ts';
import type { Performed } from '../performed.ts';
import { performDeploy } from '../verbs/deploy.ts';
import { tickOptionsOf } from '../verbs/tick.ts';
import type { CliSite } from './site.ts';

type Requested = {
  readonly runs: readonly RunId[];
  readonly leftOut: readonly { readonly flow: FlowName; readonly because: string }[];
};

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
    `Running ${requested.runs.length} flows; their logs are in ${join(site.directory, 'runs')}.`,
  );
  const wanted = new Set(requested.runs);
  await watch(world, tickOptionsOf(site), {
    ...watching,
    isDone: (result) => isIdle({ ...result, open: result.open.filter(({ id }) => wanted.has(id)) }),
  });
  const { state } = await world.state.load(world.clock.now());
  const runs = requested.runs.flatMap((id) => state.runs.get(id) ?? []);
  return {
    exitCode: runs.every(hasSucceeded) ? exitCodes.done : exitCodes.workFailed,
    document: {
      verb: 'start',
      runs: runs.map(runDocument),
      leftOut: requested.leftOut.map((left) => ({ ...left })),
      board: world.state.boardPlace,
    },
    text: await summaryOf(site, runs, requested),
  };
}

function hasSucceeded(run: Run): boolean {
  return run.phase.state === 'succeeded';
}

async function requestAll(site: CliSite): Promise<Requested> {
  const { registry } = await site.world.state.load(site.world.clock.now());
  const runs: RunId[] = [];
  const leftOut: { flow: FlowName; because: string }[] = [];
  for (const deployment of registry.deployments.values()) {
    const because = needsOf(deployment);
    if (because !== undefined) {
      leftOut.push({ flow: deployment.flow, because });
      continue;
    }
    const command = {
      kind: 'run',
      flow: deployment.flow,
      parameters: undefined,
      request: site.request,
    } as const;
    const answer = await control(site.world, command, { by: site.by, style: site.presentation });
    runs.push(answer.subject as RunId);
  }
  return { runs, leftOut };
}

/** What a run of the flow would need that nobody has given; undefined if it can run as it is. */
function needsOf({ policy }: Deployment): string | undefined {
  const resolved = resolveParameters(policy.parameters, undefined);
  if (resolved.kind === 'ok') return undefined;
  const names = resolved.problems.map(({ field }) => field).join(', ');
  return `it needs parameters that have no default: ${names}`;
}

async function summaryOf(site: CliSite, runs: readonly Run[], { leftOut }: Requested): Promise<string> {
  const checks = await Promise.all(runs.filter(isEnded).map((run) => checkText(site, run)));
  const left = leftOut.map(
    ({ flow, because }) =>
      `Left out ${flow}: ${because}. Start it with \`headgate run ${flow} -p name=value\`.`,
  );
  const done = runs.filter(hasSucceeded).length;
  const sentence = `${done} of ${runs.length} runs succeeded.`;
  const board = `The board: ${site.world.state.boardPlace}`;
  return `${[...checks, ...left, sentence, board].join('\n\n')}\n`;
}

/** As the check list of a commit would show it. */
async function checkText({ directory }: CliSite, run: Run): Promise<string> {
  return (await readFile(join(directory, 'checks', `${run.id}.md`), 'utf8')).trimEnd();
}
