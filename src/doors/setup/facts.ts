import { originOf } from '../../adapters/git/repository.ts';
import { RefusedError } from '../../core/problem.ts';
import type { Clock } from '../../ports.ts';
import type { Stack, Stacks } from '../../setup-ports.ts';
import type { Site } from '../performed.ts';
import { validFlows } from '../verbs/validate.ts';
import type { Facts } from './parameters.ts';
import { adminStackName, type TemplateName } from './templates.ts';

type Environment = { readonly [name: string]: string | undefined };
export type Made = ReadonlyMap<TemplateName, Stack>;
export type FactsRequest = {
  readonly site: Site & { readonly root: string };
  readonly stacks: Stacks;
  readonly environment: Environment;
};

type Known = { readonly found: Made; readonly given: ReadonlyMap<string, string> };

const issuer = 'token.actions.githubusercontent.com';

/** What setting up needs to know, gathered from the project, git, GitHub and AWS. */
export async function factsOf({ site, stacks, environment }: FactsRequest, known: Known): Promise<Facts> {
  const { project, world } = site;
  const { manifests } = await validFlows(site);
  const logs: readonly (readonly [TemplateName, string])[] = [
    ['cluster', `/headgate/${project.name}`],
    ['clock', `/headgate/${project.name}/events`],
  ];
  const kept = new Set<TemplateName>();
  for (const [template, group] of logs) if (await stacks.hasLogGroup(group)) kept.add(template);
  const github = await githubFacts({ root: site.root, environment, clock: world.clock });
  // The stack's own would be found too, and must not be mistaken for somebody else's: handing it over would remove it.
  const isAsked = !known.found.has('access') && !known.given.has('OidcProvider');
  const identityProvider = isAsked ? await stacks.findIdentityProvider(issuer) : undefined;
  const admin = await stacks.find(adminStackName(project.name));
  const boundary = admin?.outputs.get('Boundary');
  return { project: project.name, manifests, keptLogs: kept, identityProvider, boundary, github };
}

type GithubRequest = { readonly root: string; readonly environment: Environment; readonly clock: Clock };

/** Names come from git alone; the numbers, which no renaming changes, only GitHub knows. */
async function githubFacts({
  root,
  environment,
  clock,
}: GithubRequest): Promise<ReadonlyMap<string, string>> {
  const origin = await originOf(root);
  const [owner, name] = origin?.repository.split('/') ?? [];
  if (origin === undefined || owner === undefined || name === undefined) return new Map();
  const names = new Map([
    ['Owner', owner],
    ['Repository', name],
  ]);
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (token === undefined || token === '') return names;
  const { readIdentity } = await import('../../adapters/github/repository.ts');
  const found = await readIdentity({
    token,
    repository: origin.repository,
    apiUrl: environment['GITHUB_API_URL'] || apiUrlOf(origin.serverUrl),
    clock,
  });
  if (found === undefined) return names;
  return new Map([
    // In GitHub's own upper and lower case: the subject of a token is compared to the letter.
    ['Owner', found.owner],
    ['Repository', found.name],
    ['OwnerId', String(found.ownerId)],
    ['RepositoryId', String(found.id)],
    ['DefaultBranch', found.defaultBranch],
  ]);
}

export function apiUrlOf(serverUrl: string): string {
  return serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`;
}

/** The values of `aws` in headgate.yml, as the stacks say them. */
export function placementOf(region: string, stacks: Made): { readonly [key: string]: unknown } {
  // There is one only where a token for GitHub was given.
  const clock = stacks.get('clock')?.outputs.get('Clock');
  return {
    region,
    cluster: outputOf(stacks, 'cluster', 'Cluster'),
    subnets: outputOf(stacks, 'network', 'Subnets').split(','),
    'security-groups': outputOf(stacks, 'network', 'SecurityGroups').split(','),
    'assign-public-ip': outputOf(stacks, 'network', 'AssignPublicIp') === 'true',
    'execution-role': outputOf(stacks, 'cluster', 'ExecutionRole'),
    'task-role': outputOf(stacks, 'cluster', 'TaskRole'),
    'log-group': outputOf(stacks, 'cluster', 'LogGroup'),
    'event-log-group': outputOf(stacks, 'clock', 'EventLogGroup'),
    ...(clock === undefined ? {} : { clock }),
  };
}

/** The variables of the repository that the workflows read. */
export function variablesOf(region: string, stacks: Made): { readonly [name: string]: string } {
  return {
    AWS_REGION: region,
    AWS_DEPLOY_ROLE: outputOf(stacks, 'access', 'DeployRole'),
    AWS_TICK_ROLE: outputOf(stacks, 'access', 'TickRole'),
    ECR_REPOSITORY: outputOf(stacks, 'cluster', 'ImageRepository'),
  };
}

function outputOf(stacks: Made, template: TemplateName, name: string): string {
  const value = stacks.get(template)?.outputs.get(name);
  if (value !== undefined && value !== '') return value;
  const message = `The stack has no output ${name}.`;
  throw new RefusedError({ code: 'E_STACK', field: template, message, fix: 'Look at it in CloudFormation.' });
}
