import path from 'node:path';
import { sha256 } from '../../core/digest.ts';
import { describeProblem, exitCodes, RefusedError } from '../../core/problem.ts';
import { codeBlock } from '../../report/text.ts';
import type { Proposal, Stack, Stacks } from '../../setup-ports.ts';
import type { Performed, Site } from '../performed.ts';
import { assertApproved, digestOf } from '../setup/approval.ts';
import { type FactsRequest, factsOf, type Made, placementOf, variablesOf } from '../setup/facts.ts';
import { assertComplete, parametersOf } from '../setup/parameters.ts';
import { writePlacement } from '../setup/project-file.ts';
import { assertChangeable, standingStacks } from '../setup/standing.ts';
import { loadTemplates, stackName, type Template, type TemplateName } from '../setup/templates.ts';

export type SetupRequest = {
  readonly region: string;
  readonly isConfirmed: boolean;
  /** The digest of what was shown and approved; undefined: whatever it is. */
  readonly approved: string | undefined;
  readonly given: ReadonlyMap<string, string>;
  readonly config: string;
};

type Chosen = { readonly template: Template; readonly values: ReadonlyMap<string, string> };
type Step = Chosen & { readonly proposal: Proposal | undefined };

/** Makes or changes the stacks of the project: shows what would change, and, where that is confirmed, carries it out. */
export async function performSetup(sources: FactsRequest, request: SetupRequest): Promise<Performed> {
  const { site, stacks } = sources;
  const found = await standingStacks(site.project.name, stacks);
  await assertChangeable(found, stacks, request.region);
  const facts = await factsOf(sources, { found, given: request.given });
  const chosen = (await loadTemplates()).map((template) => {
    const before = found.get(template.name);
    return { template, values: parametersOf(template, facts, { given: request.given, before }) };
  });
  assertComplete(chosen, request.given);
  const steps = await proposeAll(site, stacks, chosen);
  const digest = digestOf(steps.map(seenOf));
  if (!request.isConfirmed) {
    await discardAll(stacks, steps);
    return shown(steps, digest);
  }
  const after = await executeAll({ site, stacks, found }, steps, () =>
    assertApproved(digest, request.approved),
  );
  const file = path.join(sources.site.root, request.config);
  const placement = placementOf(request.region, after);
  const written = await writePlacement(file, facts.project, placement);
  return done({ steps, after, written, request, digest });
}

/** Half a proposal is none, and should leave nothing behind. */
async function discardAll(stacks: Stacks, steps: readonly Step[]): Promise<void> {
  for (const { proposal } of steps) if (proposal !== undefined) await stacks.discard(proposal);
}

async function proposeAll(
  { world, project }: Site,
  stacks: Stacks,
  chosen: readonly Chosen[],
): Promise<Step[]> {
  const steps: Step[] = [];
  try {
    for (const { template, values } of chosen) {
      const name = stackName(project.name, template.name);
      world.log.info(`${name}: what would change?`);
      const proposal = await stacks.propose({ name, template: template.text, parameters: values });
      steps.push({ template, values, proposal });
    }
    return steps;
  } catch (error) {
    await discardAll(stacks, steps);
    throw error;
  }
}

type Executing = { readonly site: Site; readonly stacks: Stacks; readonly found: Made };

/** In their order; where one fails, those before it stay as they are now, and those after it are not begun. */
async function executeAll(
  { site: { world, project }, stacks, found }: Executing,
  steps: readonly Step[],
  assertWanted: () => void,
): Promise<Made> {
  const after = new Map<TemplateName, Stack>(found);
  let count = 0;
  try {
    assertWanted();
    for (const { template, proposal } of steps) {
      const name = stackName(project.name, template.name);
      world.log.info(`${name}: ${proposal === undefined ? 'is as it should be' : 'is being changed'}`);
      count += 1;
      if (template.name === 'cluster' && proposal?.isNew === true) await prepareAccount(world, stacks);
      if (proposal !== undefined) after.set(template.name, await stacks.execute(proposal));
    }
    return after;
  } catch (error) {
    await discardAll(stacks, steps.slice(count));
    throw error;
  }
}

/** Whoever may not make the role may still make the cluster, if the account has the role from another one. */
async function prepareAccount({ log }: Site['world'], stacks: Stacks): Promise<void> {
  try {
    await stacks.createServiceRole();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    log.warn(
      describeProblem({
        code: 'W_SERVICE_ROLE',
        message: `The role that ECS acts with could not be made: ${error.problem.message}.`,
        fix: 'If the cluster fails for want of it, let an administrator run `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`, and run `setup` again.',
      }),
    );
  }
}

/** All that a person who approves relies on: the change sets, and what they were made from. */
function seenOf({ template, values, proposal }: Step) {
  const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
  return {
    template: template.name,
    text: sha256(template.text),
    values: Object.fromEntries(values),
    isNew: proposal?.isNew ?? false,
    changes: changes.sort((one, other) => (one.resource < other.resource ? -1 : 1)),
  };
}

function shown(steps: readonly Step[], digest: string): Performed {
  const isNothing = steps.every(({ proposal }) => proposal === undefined);
  const what = steps.flatMap(stepLines).join('\n');
  const last = isNothing
    ? 'There is nothing to change.'
    : 'Nothing was changed. With --yes it is carried out.';
  return {
    exitCode: exitCodes.done,
    document: { verb: 'setup', isOk: true, isCarriedOut: false, digest, stacks: steps.map(stepDocument) },
    text: `${what}\n\n${last}\n`,
    summary: `## What setting up would ${isNothing ? 'change: nothing' : 'change'}\n\n${codeBlock(what)}\n`,
  };
}

type Done = {
  readonly steps: readonly Step[];
  readonly after: Made;
  readonly written: Awaited<ReturnType<typeof writePlacement>>;
  readonly request: SetupRequest;
  readonly digest: string;
};

function done({ steps, after, written, request: { region, config }, digest }: Done): Performed {
  const variables = variablesOf(region, after);
  const address = after.get('network')?.outputs.get('OutgoingAddress');
  const { differences } = written;
  const lines = [
    ...steps.flatMap(stepLines),
    '',
    ...(differences.length === 0 ? [`${config} has the values of the stacks. Commit it.`] : differences),
    ...(address === undefined ? [] : [`Flows come from ${address}.`]),
    'Set the variables of the repository, once:',
    ...Object.entries(variables).map(([name, value]) => `  gh variable set ${name} --body ${value}`),
    'In its settings let only the default branch deploy to the environment "production".',
  ];
  const file = written.text === undefined ? '' : `\n### ${config}\n\n${codeBlock(written.text.trimEnd())}\n`;
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'setup',
      isOk: true,
      isCarriedOut: true,
      digest,
      stacks: steps.map(stepDocument),
      variables,
      outgoingAddress: address ?? null,
      differences: [...differences],
    },
    text: `${lines.join('\n')}\n`,
    summary: `## Set up\n\n${codeBlock(lines.join('\n'))}\n${file}`,
  };
}

function stepDocument({ template, proposal }: Step) {
  const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
  return { template: template.name, isNew: proposal?.isNew ?? false, changes };
}

const signs: { readonly [action: string]: string } = { Add: '+', Modify: '~', Remove: '-' };

function stepLines({ template, proposal }: Step): string[] {
  if (proposal === undefined) return [`${template.name}: nothing to change`];
  return [
    `${template.name}: ${proposal.isNew ? 'new' : 'changed'}`,
    ...proposal.changes.map(
      ({ action, type, resource, isReplaced }) =>
        `  ${signs[action] ?? action} ${resource} (${type})${isReplaced ? ', made anew' : ''}`,
    ),
  ];
}
