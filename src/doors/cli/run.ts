import { resolveParameters } from '../../core/parameters.ts';
import { describeProblem, InputError } from '../../core/problem.ts';
import type { RunId } from '../../core/run.ts';
import { type Command, control } from '../../engine/control.ts';
import { deploy } from '../../engine/deploy.ts';
import { loadFlows } from '../../flow/discover.ts';
import { countWords } from '../../report/words.ts';
import type { Performed } from '../performed.ts';
import { performControl } from '../verbs/control.ts';
import { type Follower, followRun } from './follow-run.ts';
import { columnsOf, createScreen, isLiveScreen } from './screen.ts';
import type { CliSite } from './site.ts';

export type RunRequest = {
  readonly command: Command & { readonly kind: 'run' };
  readonly watchSeconds: number;
  readonly pollSeconds: number;
  /** Nobody watches: only the one document is printed. */
  readonly isQuiet: boolean;
};

/** Files cost nothing to look at; CloudWatch Logs takes 10 requests a second in an account and region. */
const localLogPollMs = 150;
const cloudLogPollMs = 2_000;

/**
 * Runs a flow and shows it while it goes on. On this machine the flow is what the working tree says now: whoever writes
 * one edits and runs. Where the project has AWS, only a push to GitHub deploys.
 */
export async function performRun(site: CliSite, request: RunRequest): Promise<Performed> {
  if (site.project.aws === undefined) await deployWorkingTree(site, request.command);
  if (request.watchSeconds === 0 || request.isQuiet) return performControl(site, request);
  const isLive = isLiveScreen(process.stderr, process.env);
  const follower = followRun(site, {
    screen: createScreen(process.stderr, isLive),
    columns: columnsOf(process.stderr, site.terminal),
    pollMs: site.project.aws === undefined ? localLogPollMs : cloudLogPollMs,
  });
  let requested: RunId | undefined;
  const unlisten = onInterrupt(() => cancel(site, requested, follower));
  try {
    return await performControl(site, {
      ...request,
      isLogShown: isLive && process.stdout.isTTY === true,
      onTick: (result, id) => {
        requested = id;
        follower.onTick(result, id);
      },
    });
  } finally {
    unlisten();
    await follower.end();
  }
}

/** What is wrong with what was asked is said before anything is written. */
async function deployWorkingTree(site: CliSite, command: RunRequest['command']): Promise<void> {
  const { world, project, presentation, by } = site;
  const { manifests, problems } = await loadFlows(world.source, project);
  if (problems.length > 0) throw new InputError(problems);
  const manifest = manifests.find(({ name }) => name === command.flow);
  if (manifest === undefined) throw unknownFlow(command.flow, manifests);
  const resolved = resolveParameters(manifest.policy.parameters, command.parameters);
  if (resolved.kind === 'bad') throw new InputError(resolved.problems);
  const options = { project, presentation, by, isMassDeleteAllowed: false, isDryRun: false };
  const { outcome, deployed, failed, warnings } = await deploy(world, options);
  if (outcome === 'nothing') return;
  for (const warning of warnings) world.log.warn(describeProblem(warning));
  const own = failed.get(command.flow);
  if (own !== undefined) throw new InputError(own);
  for (const problem of [...failed.values()].flat()) world.log.warn(describeProblem(problem));
  world.log.info(`Deployed ${countWords(deployed.size, 'flow')} from the working tree.`);
}

function unknownFlow(flow: string, manifests: readonly { readonly name: string }[]): InputError {
  const names = manifests.map(({ name }) => name).join(', ');
  const message = `There is no flow ${JSON.stringify(flow)}.`;
  const fix = names === '' ? 'Write one: headgate new <flow>.' : `The flows here are: ${names}.`;
  return new InputError([{ code: 'E_FLOW_UNKNOWN', field: 'flow', message, fix }]);
}

/** The first Ctrl-C cancels the run and waits for its end; the second one leaves at once. */
function onInterrupt(first: () => void): () => void {
  process.once('SIGINT', first);
  return () => process.removeListener('SIGINT', first);
}

function cancel(site: CliSite, run: RunId | undefined, follower: Follower): void {
  if (run === undefined) process.exit(130);
  follower.say(`Cancelling; press Ctrl-C again to leave it to the next tick.`);
  const style = site.presentation;
  control(site.world, { kind: 'cancel', run }, { by: site.by, style }).catch((error: Error) =>
    follower.say(`It could not be cancelled: ${error.message}`),
  );
}
