import { exitCodes, RefusedError } from '../../core/problem.ts';
import { isEnded } from '../../core/run.ts';
import type { Stacks } from '../../ports.ts';
import { countWords } from '../../report/words.ts';
import type { Performed, Site } from '../performed.ts';
import { stackName, type TemplateName, templateNames } from '../setup/templates.ts';

export type TeardownRequest = { readonly isConfirmed: boolean };

type Part = {
  readonly template: TemplateName;
  readonly resources: readonly { readonly type: string; readonly resource: string }[];
};

/** Removes the stacks of the project, the last made first. Logs stay; so does what git remembers. */
export async function performTeardown(
  site: Site,
  stacks: Stacks,
  request: TeardownRequest,
): Promise<Performed> {
  const { world, project } = site;
  const parts: Part[] = [];
  for (const template of [...templateNames].reverse()) {
    const name = stackName(project.name, template);
    if ((await stacks.find(name)) !== undefined)
      parts.push({ template, resources: await stacks.resources(name) });
  }
  await assertIdle(site, stacks);
  if (request.isConfirmed)
    for (const { template } of parts) {
      const name = stackName(project.name, template);
      world.log.info(`${name}: is being removed`);
      await stacks.remove(name);
    }
  return outcome(parts, request.isConfirmed);
}

/** The cluster knows of ECS tasks that state forgot, and state of runs that wait for their next attempt. */
async function assertIdle({ world, project }: Site, stacks: Stacks): Promise<void> {
  const { state } = await world.state.load(world.clock.now());
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  const running = await stacks.countRunning(project.aws?.cluster ?? `headgate-${project.name}`);
  if (open === 0 && running === 0) return;
  const message = `${countWords(open, 'run')} open, ${countWords(running, 'ECS task')} running.`;
  const fix = 'Pause the flows, let their runs end or cancel them, and tick until nothing is open.';
  throw new RefusedError({ code: 'E_ACTIVE', message, fix });
}

function outcome(parts: readonly Part[], isCarriedOut: boolean): Performed {
  const lines = parts.flatMap(({ template, resources }) => [
    `${template}: ${isCarriedOut ? 'removed' : 'would go'}`,
    ...resources.map(({ type, resource }) => `  ${staysAsLog(type) ? '=' : '-'} ${resource} (${type})`),
  ]);
  const last = isCarriedOut
    ? 'Log groups (=) stay, and cost what they hold; delete them by hand. Remove `aws` from headgate.yml and the variables of the repository.'
    : 'Nothing was removed. Log groups (=) would stay. With --yes it is carried out.';
  return {
    exitCode: exitCodes.done,
    document: { verb: 'teardown', isOk: true, isCarriedOut, stacks: parts.map(({ template }) => template) },
    text: parts.length === 0 ? 'There are no stacks of this project.\n' : `${lines.join('\n')}\n\n${last}\n`,
  };
}

function staysAsLog(type: string): boolean {
  return type === 'AWS::Logs::LogGroup';
}
