import { readFileSync } from 'node:fs';
import { type AccountFacts, memoryAccount } from '../../../src/adapters/memory/account.ts';
import { type ForgeFacts, memoryForge } from '../../../src/adapters/memory/forge.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/adapters/memory/world.ts';
import type { Deployment } from '../../../src/core/deployment.ts';
import type { Project } from '../../../src/core/project.ts';
import type { Site } from '../../../src/doors/performed.ts';
import { performDoctor } from '../../../src/doors/verbs/doctor.ts';
import { placement } from '../../adapters/ecs/stage.ts';
import { minutesAfter, noon, registryOf } from '../../core/builders.ts';
import { localProject, presentation } from '../../engine/deploy-world.ts';
import { fullStack, propertiesOf } from '../../infrastructure/stacks.ts';

const region = 'eu-central-1';
export const group = '/headgate/acme/events';

/** The workflows as `headgate init` writes them. */
export const workflows = Object.fromEntries(
  ['plan', 'deploy', 'tick', 'run', 'control'].map((name) => {
    const file = `.github/workflows/${name}.yml`;
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    return [file, text.replaceAll('uses: ./\n', `uses: acme/headgate@${'a'.repeat(40)}\n`)];
  }),
);

export const manifest = 'flows/report/flow.yml';
const files: { readonly [file: string]: string } = {
  ...workflows,
  // The schedule that suits a clock of one's own.
  '.github/workflows/tick.yml':
    workflows['.github/workflows/tick.yml']?.replace('*/5 * * * *', '23 * * * *') ?? '',
  [manifest]: 'command: [sh, -c, "true"]\nresources: { cpu: 1024, memory: 2048 }\n',
};

export type DoctorWorld = MemoryWorld & {
  readonly account: AccountFacts;
  readonly forge: ForgeFacts;
  /** Questions that are refused. */
  readonly refused: Map<string, Error>;
  readonly site: Site;
};

type Changes = {
  readonly files?: { readonly [file: string]: string | undefined };
  readonly project?: Partial<Project>;
  readonly aws?: Partial<NonNullable<Project['aws']>>;
};

/** A set-up on AWS in which everything is well. */
export function wellWorld(changes: Changes = {}): DoctorWorld {
  const all = Object.entries({ ...files, ...changes.files }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  const source = { commit: 'a'.repeat(40), files: Object.fromEntries(all) };
  const made = memoryWorld({ now: noon, source });
  const aws = { ...placement, region, clock: 'headgate-acme/wake-up', ...changes.aws };
  const project: Project = {
    ...localProject,
    limits: { launchesPerTick: 100, running: 4 },
    ...changes.project,
    aws,
  };
  const refused = new Map<string, Error>();
  const onCall = (question: string) => {
    const error = refused.get(question);
    if (error !== undefined) throw error;
  };
  const account = accountFacts();
  const forge = forgeFacts();
  const site: Site = {
    world: made.world,
    project,
    cwd: process.cwd(),
    repository: 'Acme-Inc/flows',
    presentation,
    terminal: { isColoured: false },
    examinations: [],
    account: memoryAccount(account, onCall),
    forge: memoryForge(forge, onCall),
    by: 'octocat',
    request: 'r1',
  };
  return { ...made, account, forge, refused, site };
}

function accountFacts(): AccountFacts {
  const trust = (role: string) => propertiesOf(fullStack('access'), role).AssumeRolePolicyDocument;
  const toLog = {
    isEnabled: true,
    targets: [`arn:aws:logs:${region}:123456789012:log-group:${group}`],
  };
  return {
    identity: {
      account: '123456789012',
      arn: 'arn:aws:sts::123456789012:assumed-role/headgate-acme-tick/headgate-control-1',
    },
    trusts: new Map([
      ['headgate-acme-tick', trust('TickRole')],
      ['headgate-acme-deploy', trust('DeployRole')],
    ]),
    denied: new Set(),
    clusters: new Map([
      ['headgate-acme', { status: 'ACTIVE', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] }],
    ]),
    subnets: new Map(
      placement.subnets.map((subnet) => [subnet, { network: 'vpc-1', wayOut: 'other' as const }]),
    ),
    securityGroups: new Map(placement.securityGroups.map((id) => [id, 'vpc-1'])),
    missingImages: new Set(),
    logGroups: new Map([
      ['/headgate/acme', { retentionDays: 90 }],
      [group, { retentionDays: 30 }],
    ]),
    rules: new Map([
      ['headgate-acme-event-log', toLog],
      ['headgate-acme-sign-of-life', toLog],
    ]),
    clocks: new Map([['headgate-acme/wake-up', { isEnabled: true, at: minutesAfter(noon, 30) }]]),
    quotas: { 'on-demand': 4_000, spot: 4_000 },
  };
}

function forgeFacts(): ForgeFacts {
  return {
    claims: undefined,
    identity: {
      owner: 'Acme-Inc',
      name: 'flows',
      ownerId: '4711',
      id: '815',
      defaultBranch: 'main',
      isPublic: false,
    },
    tickRuns: [
      { event: 'workflow_dispatch', createdAt: minutesAfter(noon, -20) },
      { event: 'schedule', createdAt: minutesAfter(noon, -40), conclusion: 'success' },
    ],
    rules: new Map(),
  };
}

export async function deployTo({ world }: MemoryWorld, ...deployments: readonly Deployment[]): Promise<void> {
  const { version, state } = await world.state.load(world.clock.now());
  await world.state.commit({
    base: version,
    registry: registryOf(...deployments),
    state: { ...state, sequence: state.sequence + 1 },
    board: '',
    message: 'Deploy',
    at: world.clock.now(),
    pages: new Map(),
  });
}

/** What is not well: `state name: code field message`. */
export async function findingsOf({ site }: Pick<DoctorWorld, 'site'>): Promise<readonly string[]> {
  const { document } = await performDoctor(site);
  type Shown = { readonly code: string; readonly field: string | null; readonly message: string };
  const findings = document['findings'] as unknown as {
    readonly name: string;
    readonly state: string;
    readonly problems: readonly Shown[];
  }[];
  return findings.flatMap(({ name, state, problems }) =>
    problems.map(
      ({ code, field, message }) =>
        `${state} ${name}: ${code} ${field === null ? '' : `${field} `}${message}`,
    ),
  );
}
