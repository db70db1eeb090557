import path from 'node:path';
import { exitCodes, InputError } from '../../core/problem.ts';
import type { Proposal, Stack, Stacks } from '../../ports.ts';
import type { Performed, Site } from '../performed.ts';
import { type FactsRequest, factsOf, placementOf, variablesOf } from '../setup/facts.ts';
import { assertComplete, parametersOf } from '../setup/parameters.ts';
import { writePlacement } from '../setup/project-file.ts';
import { loadTemplates, stackName, type Template, type TemplateName } from '../setup/templates.ts';

export type SetupRequest = {
  readonly region: string;
  readonly isConfirmed: boolean;
  readonly given: ReadonlyMap<string, string>;
  readonly config: string;
};

type Chosen = { readonly template: Template; readonly values: ReadonlyMap<string, string> };
type Step = { readonly template: TemplateName; readonly proposal: Proposal | undefined };

/** Makes or changes the stacks of the project: shows what would change, and, where that is confirmed, carries it out. */
export async function performSetup(sources: FactsRequest, request: SetupRequest): Promise<Performed> {
  const { site, stacks } = sources;
  const facts = await factsOf(sources);
  const chosen: Chosen[] = [];
  for (const template of await loadTemplates()) {
    const before = await stacks.find(stackName(facts.project, template.name));
    chosen.push({ template, values: parametersOf(template, facts, { given: request.given, before }) });
  }
  assertComplete(chosen, request.given);
  const steps = await proposeAll(site, stacks, chosen);
  if (!request.isConfirmed) {
    for (const { proposal } of steps) if (proposal !== undefined) await stacks.discard(proposal);
    return shown(steps);
  }
  const after = await executeAll(site, stacks, steps);
  const file = path.join(sources.site.root, request.config);
  const placement = placementOf(request.region, after);
  const differences = await writePlacement(file, facts.project, placement);
  return done({ steps, after, differences, region: request.region });
}

async function proposeAll(
  { world, project }: Site,
  stacks: Stacks,
  chosen: readonly Chosen[],
): Promise<Step[]> {
  const steps: Step[] = [];
  try {
    for (const { template, values: parameters } of chosen) {
      const name = stackName(project.name, template.name);
      world.log.info(`${name}: what would change?`);
      const proposal = await stacks.propose({ name, template: template.text, parameters });
      steps.push({ template: template.name, proposal });
    }
    return steps;
  } catch (error) {
    // Half a proposal is none, and should leave nothing behind.
    for (const { proposal } of steps) if (proposal !== undefined) await stacks.discard(proposal);
    throw error;
  }
}

async function executeAll(
  { world, project }: Site,
  stacks: Stacks,
  steps: readonly Step[],
): Promise<ReadonlyMap<TemplateName, Stack>> {
  const after = new Map<TemplateName, Stack>();
  for (const { template, proposal } of steps) {
    const name = stackName(project.name, template);
    world.log.info(`${name}: ${proposal === undefined ? 'is as it should be' : 'is being changed'}`);
    const stack = proposal === undefined ? await stacks.find(name) : await stacks.execute(proposal);
    if (stack !== undefined) after.set(template, stack);
  }
  return after;
}

function shown(steps: readonly Step[]): Performed {
  const isNothing = steps.every(({ proposal }) => proposal === undefined);
  const last = isNothing
    ? 'There is nothing to change.'
    : 'Nothing was changed. With --yes it is carried out.';
  return {
    exitCode: exitCodes.done,
    document: { verb: 'setup', isOk: true, isCarriedOut: false, stacks: steps.map(stepDocument) },
    text: `${steps.flatMap(stepLines).join('\n')}\n\n${last}\n`,
  };
}

type Done = {
  readonly steps: readonly Step[];
  readonly after: ReadonlyMap<TemplateName, Stack>;
  readonly differences: readonly string[];
  readonly region: string;
};

function done({ steps, after, differences, region }: Done): Performed {
  const variables = variablesOf(region, after);
  const address = after.get('network')?.outputs.get('OutgoingAddress');
  const lines = [
    ...steps.flatMap(stepLines),
    '',
    ...(differences.length === 0 ? ['headgate.yml has the values of the stacks. Commit it.'] : differences),
    ...(address === undefined ? [] : [`Flows come from ${address}.`]),
    'Set the variables of the repository, once:',
    ...Object.entries(variables).map(([name, value]) => `  gh variable set ${name} --body ${value}`),
    'In its settings let only the default branch deploy to the environment "production".',
  ];
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'setup',
      isOk: true,
      isCarriedOut: true,
      stacks: steps.map(stepDocument),
      variables,
      outgoingAddress: address ?? null,
      differences: [...differences],
    },
    text: `${lines.join('\n')}\n`,
  };
}

function stepDocument({ template, proposal }: Step) {
  const changes = (proposal?.changes ?? []).map((change) => ({ ...change }));
  return { template, isNew: proposal?.isNew ?? false, changes };
}

const signs: { readonly [action: string]: string } = { Add: '+', Modify: '~', Remove: '-' };

function stepLines({ template, proposal }: Step): string[] {
  if (proposal === undefined) return [`${template}: nothing to change`];
  return [
    `${template}: ${proposal.isNew ? 'new' : 'changed'}`,
    ...proposal.changes.map(
      ({ action, type, resource, isReplaced }) =>
        `  ${signs[action] ?? action} ${resource} (${type})${isReplaced ? ', made anew' : ''}`,
    ),
  ];
}

/** `Name=value`, each once. */
export function parseGiven(pairs: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined || given.has(name)) {
      const message = `${JSON.stringify(pair)} is not a parameter and its value, or is given twice.`;
      throw new InputError([
        { code: 'E_PARAM_PAIR', field: 'set', message, fix: 'Write --set Egress=nat-instance.' },
      ]);
    }
    given.set(name, value);
  }
  return given;
}
