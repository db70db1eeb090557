import { exitCodes, RefusedError } from '../../core/problem.ts';
import { isEnded } from '../../core/run.ts';
import { codeBlock } from '../../report/text.ts';
import { countWords } from '../../report/words.ts';
import type { Stacks } from '../../setup-ports.ts';
import type { Performed, Site } from '../performed.ts';
import { assertApproved, digestOf } from '../setup/approval.ts';
import { stackName, type TemplateName, templateNames } from '../setup/templates.ts';

export type TeardownRequest = {
  readonly isConfirmed: boolean;
  /** The digest of what was shown and approved; undefined: whatever it is. */
  readonly approved: string | undefined;
};

type Part = {
  readonly template: TemplateName;
  readonly resources: readonly { readonly type: string; readonly resource: string }[];
};

const endThem = 'Pause the flows, let their runs end or cancel them, and tick until nothing is open.';

/** Removes the stacks of the project, the last made first. Logs stay; so does what git remembers. */
export async function performTeardown(
  site: Site,
  stacks: Stacks,
  request: TeardownRequest,
): Promise<Performed> {
  const { project } = site;
  const parts: Part[] = [];
  for (const template of [...templateNames].reverse()) {
    const name = stackName(project.name, template);
    if ((await stacks.find(name)) !== undefined)
      parts.push({ template, resources: await stacks.resources(name) });
  }
  if (parts.length > 0) await assertIdle(site, stacks, endThem);
  const digest = digestOf(parts.map(({ template, resources }) => ({ template, resources: [...resources] })));
  if (request.isConfirmed) {
    assertApproved(digest, request.approved);
    await removeAll(site, stacks);
  }
  return outcome(parts, { isCarriedOut: request.isConfirmed, digest });
}

/** Also what a change set that nobody carried out has left of a stack; what is not there is no work. */
async function removeAll(site: Site, stacks: Stacks): Promise<void> {
  for (const template of [...templateNames].reverse()) {
    // Without `access` nothing new can start; what started while the first look was taken is seen here.
    if (template === 'cluster')
      await assertIdle(site, stacks, 'Wait for them or stop them in ECS, and run the command again.');
    const name = stackName(site.project.name, template);
    site.world.log.info(`${name}: is being removed`);
    await stacks.remove(name);
  }
}

/** The cluster knows of ECS tasks that state forgot, and state of runs that wait for their next attempt. */
async function assertIdle({ world, project }: Site, stacks: Stacks, fix: string): Promise<void> {
  const { state } = await world.state.load(world.clock.now());
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  const running = await stacks.countRunning(project.aws?.cluster ?? `headgate-${project.name}`);
  if (open === 0 && running === 0) return;
  const message = `${countWords(open, 'run')} open, ${countWords(running, 'ECS task')} running.`;
  throw new RefusedError({ code: 'E_ACTIVE', message, fix });
}

type Outcome = { readonly isCarriedOut: boolean; readonly digest: string };

function outcome(parts: readonly Part[], { isCarriedOut, digest }: Outcome): Performed {
  const lines = parts.flatMap(({ template, resources }) => [
    `${template}: ${isCarriedOut ? 'removed' : 'would go'}`,
    ...resources.map(({ type, resource }) => `  ${isKept(type) ? '=' : '-'} ${resource} (${type})`),
  ]);
  const last = isCarriedOut
    ? 'What has a = stays: logs cost what they hold, the identity provider nothing. Remove `aws` from headgate.yml and the variables of the repository.'
    : 'Nothing was removed. What has a = would stay. With --yes it is carried out.';
  const shown =
    parts.length === 0 ? 'There are no stacks of this project.' : `${lines.join('\n')}\n\n${last}`;
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'teardown',
      isOk: true,
      isCarriedOut,
      digest,
      stacks: parts.map(({ template }) => template),
    },
    text: `${shown}\n`,
    summary: `## ${isCarriedOut ? 'Torn down' : 'What tearing down would remove'}\n\n${codeBlock(shown)}\n`,
  };
}

/** Logs are what remains of the runs; another project of the account may use the identity provider, of which it has one. */
function isKept(type: string): boolean {
  return type === 'AWS::Logs::LogGroup' || type === 'AWS::IAM::OIDCProvider';
}
