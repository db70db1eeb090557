import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { instantFromMs } from '../../../src/core/instant.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import { parseGiven } from '../../../src/doors/setup/parameters.ts';
import { performSetup } from '../../../src/doors/verbs/setup.ts';
import { performTeardown } from '../../../src/doors/verbs/teardown.ts';
import { localProject, parseProject } from '../../../src/flow/project.ts';
import { flowRole, secret, secretParameter } from '../../infrastructure/stacks.ts';
import { type MemoryStacks, memoryStacks } from './memory-stacks.ts';

const numbers = { OwnerId: '4711', RepositoryId: '815' };
let root: string;
let stacks: MemoryStacks;
let warnings: string[];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'headgate-setup-'));
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['remote', 'add', 'origin', 'https://github.com/Acme-Inc/flows.git'], { cwd: root });
  writeFileSync(path.join(root, 'headgate.yml'), '# ours\nproject: acme\n');
  stacks = memoryStacks();
  warnings = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function site(files: { readonly [file: string]: string } = {}) {
  const { world } = memoryWorld({ now: instantFromMs(0), source: { commit: 'a'.repeat(40), files } });
  const log = { info: () => undefined, warn: (text: string) => warnings.push(text) };
  return { world: { ...world, log }, project: localProject('acme'), root } as unknown as Parameters<
    typeof performSetup
  >[0]['site'];
}

const showOnly = { isConfirmed: false, approved: undefined };
const confirmed = { isConfirmed: true, approved: undefined };

type Options = {
  readonly yes: boolean;
  readonly approved?: string;
  readonly files?: { [file: string]: string };
};

function setup(given: { readonly [name: string]: string }, options: Options) {
  return performSetup(
    { site: site(options.files), stacks, environment: {} },
    {
      region: 'eu-central-1',
      isConfirmed: options.yes,
      approved: options.approved,
      given: new Map(Object.entries(given)),
      config: 'headgate.yml',
    },
  );
}

function parametersOf(template: string): { readonly [name: string]: string } {
  return Object.fromEntries(stacks.made.get(`headgate-acme-${template}`)?.parameters ?? []);
}

describe('headgate setup', () => {
  it('shows what it would do, changes nothing, and leaves no change set behind', async () => {
    const { exitCode, text } = await setup(numbers, { yes: false });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/network: new\n {2}\+ It \(AWS::X\)\n[\s\S]*Nothing was changed/);
    expect([stacks.made.size, stacks.open.size]).toEqual([0, 0]);
    expect(readFileSync(path.join(root, 'headgate.yml'), 'utf8')).toBe('# ours\nproject: acme\n');
  });

  it('makes the stacks, and writes into headgate.yml what they say', async () => {
    const { document } = await setup(numbers, { yes: true });
    expect(stacks.made.size).toBe(4);
    expect(document['variables']).toEqual({
      AWS_REGION: 'eu-central-1',
      AWS_DEPLOY_ROLE: 'arn:aws:iam::123456789012:role/headgate-acme-deploy',
      AWS_TICK_ROLE: 'arn:aws:iam::123456789012:role/headgate-acme-tick',
      ECR_REPOSITORY: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/headgate-acme',
    });
    const bytes = readFileSync(path.join(root, 'headgate.yml'));
    expect(bytes.toString()).toMatch(/^# ours\nproject: acme\naws:\n/);
    const { project, problems } = parseProject({ file: 'headgate.yml', bytes });
    expect(problems).toEqual([]);
    expect(project?.aws).toMatchObject({ cluster: 'headgate-acme', eventLogGroup: '/headgate/acme/events' });
  });

  it('makes the role of ECS before the first cluster of an account, and never again', async () => {
    await setup(numbers, { yes: true });
    const [role, cluster] = ['create the role of ECS', 'execute headgate-acme-cluster'].map((call) =>
      stacks.calls.indexOf(call),
    );
    expect([role, cluster]).not.toContain(-1);
    expect(role).toBeLessThan(cluster ?? 0);
    stacks.calls.length = 0;
    await setup({ ContainerInsights: 'enabled' }, { yes: true });
    await setup({}, { yes: true });
    expect(stacks.calls).not.toContain('create the role of ECS');
  });

  it('goes on without the right to make that role, which the account may have, and says so', async () => {
    const message = 'AWS refused CreateServiceLinkedRole: no';
    stacks.account.denial = new RefusedError({ code: 'E_AWS_DENIED', message, fix: 'Grant it.' });
    await setup(numbers, { yes: true });
    expect(stacks.made.size).toBe(4);
    expect(warnings.join('\n')).toMatch(/W_SERVICE_ROLE .*AWS refused CreateServiceLinkedRole/);
  });

  it('has nothing to do the second time, and needs to be told nothing again', async () => {
    await setup({ ...numbers, Egress: 'nat-instance' }, { yes: true });
    const { text, document } = await setup({}, { yes: true });
    expect(text.match(/nothing to change/g)).toHaveLength(4);
    expect(document['differences']).toEqual([]);
    expect(parametersOf('network')['Egress']).toBe('nat-instance');
  });

  it('says where headgate.yml differs, and leaves what a person wrote', async () => {
    await setup(numbers, { yes: true });
    const file = path.join(root, 'headgate.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('cluster: headgate-acme', 'cluster: ours'));
    const { text } = await setup({}, { yes: true });
    expect(text).toContain('aws.cluster is "ours"; the stacks say "headgate-acme".');
    expect(readFileSync(file, 'utf8')).toContain('cluster: ours');
  });

  it('lets the roles read and pass exactly what the flows name', async () => {
    const manifest = {
      command: ['true'],
      secrets: { A: `${secret}:password::`, B: secret, C: secretParameter },
      'task-role': flowRole,
    };
    const files = { 'flows/report/flow.yml': JSON.stringify(manifest) };
    await setup(numbers, { yes: true, files });
    expect(parametersOf('cluster')).toMatchObject({ Secrets: secret, SecretParameters: secretParameter });
    expect(parametersOf('access')).toMatchObject({ FlowRoles: flowRole });
    await setup({}, { yes: true });
    expect(parametersOf('cluster')).toEqual({ Project: 'acme' });
  });

  it('takes over the logs that an earlier set-up has left', async () => {
    stacks.account.logGroups = ['/headgate/acme', '/headgate/acme/events'];
    await setup(numbers, { yes: true });
    expect([parametersOf('cluster')['LogGroup'], parametersOf('clock')['EventLogGroup']]).toEqual([
      'existing',
      'existing',
    ]);
    await setup({ LogRetentionDays: '30' }, { yes: true });
    expect(parametersOf('cluster')['LogGroup']).toBe('existing');
  });

  it('never takes the log of a stack for one that was left', async () => {
    await setup(numbers, { yes: true });
    stacks.account.logGroups = ['/headgate/acme', '/headgate/acme/events'];
    await setup({}, { yes: true });
    expect(parametersOf('cluster')['LogGroup']).toBeUndefined();
  });

  it('names every value that is missing and every parameter that does not exist, before it asks for anything', async () => {
    await expect(setup({ Egres: 'public' }, { yes: true })).rejects.toMatchObject({
      problems: [
        { code: 'E_UNKNOWN_KEY', message: expect.stringContaining('Egres') },
        { code: 'E_REQUIRED', message: expect.stringContaining('OwnerId') },
        { code: 'E_REQUIRED', message: expect.stringContaining('RepositoryId') },
      ],
    });
    expect(stacks.calls).toEqual([]);
  });

  it('discards the first proposals when a later one is refused', async () => {
    const { propose } = stacks;
    stacks.propose = async (request) => {
      if (request.name.endsWith('access')) throw new Error('refused');
      return propose(request);
    };
    await expect(setup(numbers, { yes: true })).rejects.toThrow('refused');
    expect([stacks.open.size, stacks.made.size]).toEqual([0, 0]);
  });

  it('uses the identity provider that the account has, and remembers it', async () => {
    const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
    stacks.account.identityProvider = provider;
    await setup(numbers, { yes: true });
    expect(parametersOf('access')['OidcProvider']).toBe(provider);
    delete stacks.account.identityProvider;
    await setup({}, { yes: true });
    expect(parametersOf('access')['OidcProvider']).toBe(provider);
  });

  it('bounds every role where a person has made the boundary', async () => {
    const boundary = 'arn:aws:iam::123456789012:policy/headgate-acme-boundary';
    stacks.made.set('headgate-acme-admin', {
      name: 'headgate-acme-admin',
      status: 'CREATE_COMPLETE',
      parameters: new Map(),
      outputs: new Map([['Boundary', boundary]]),
      request: { name: 'headgate-acme-admin', template: '', parameters: new Map() },
    });
    await setup(numbers, { yes: true });
    for (const template of ['cluster', 'access', 'clock'])
      expect([template, parametersOf(template)['Boundary']]).toEqual([template, boundary]);
    await performTeardown(site(), stacks, confirmed);
    expect([...stacks.made.keys()]).toEqual(['headgate-acme-admin']);
  });

  it('never takes the identity provider of its own stack for one that was there before', async () => {
    await setup(numbers, { yes: true });
    stacks.account.identityProvider = 'arn:aws:iam::123456789012:oidc-provider/x';
    await setup({}, { yes: true });
    expect(parametersOf('access')['OidcProvider']).toBeUndefined();
  });

  it.each([
    ['ROLLBACK_COMPLETE', 'delete-stack --stack-name headgate-acme-access --region eu-central-1'],
    ['CREATE_FAILED', 'delete-stack'],
    ['DELETE_FAILED', 'delete-stack'],
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
    ['UPDATE_IN_PROGRESS', 'Wait'],
  ])('names a stack in %s, why it is, and what to do about it', async (status, fix) => {
    await setup(numbers, { yes: true });
    const stack = stacks.made.get('headgate-acme-access');
    if (stack === undefined) throw new Error('no stack');
    stacks.made.set('headgate-acme-access', { ...stack, status });
    stacks.calls.length = 0;
    await expect(setup({}, { yes: true })).rejects.toMatchObject({
      problem: {
        code: 'E_STACK',
        field: 'headgate-acme-access',
        message: expect.stringContaining(status),
        fix: expect.stringContaining(fix),
      },
    });
    expect(stacks.calls).toEqual([]);
  });

  it.each(['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_COMPLETE'])('goes on from %s', async (status) => {
    await setup(numbers, { yes: true });
    for (const [name, stack] of stacks.made) stacks.made.set(name, { ...stack, status });
    expect((await setup({}, { yes: true })).exitCode).toBe(0);
  });

  it('keeps what is made when a later stack fails, leaves no proposal, and goes on from there', async () => {
    const { execute } = stacks;
    stacks.execute = async (proposal) => {
      if (proposal.stack.endsWith('access')) throw new Error('GitHub: it exists already');
      return execute(proposal);
    };
    await expect(setup(numbers, { yes: true })).rejects.toThrow('exists already');
    expect([...stacks.made.keys()]).toEqual(['headgate-acme-network', 'headgate-acme-cluster']);
    expect([...stacks.open]).toEqual(['arn:headgate-acme-access']);
    stacks.execute = execute;
    const { text } = await setup(numbers, { yes: true });
    expect(text.match(/nothing to change/g)).toHaveLength(2);
    expect(stacks.made.size).toBe(4);
  });

  it('carries out what was approved, and nothing else', async () => {
    const { document } = await setup(numbers, { yes: false });
    const approved = String(document['digest']);
    await expect(
      setup({ ...numbers, Egress: 'public', AddressPrefix: '10.9' }, { yes: true, approved }),
    ).rejects.toMatchObject({ problem: { code: 'E_NOT_APPROVED' } });
    expect([stacks.made.size, stacks.open.size]).toEqual([0, 0]);
    await setup(numbers, { yes: true, approved });
    expect(stacks.made.size).toBe(4);
  });

  it.each(['Egress', '=x', 'A-B=c'])('takes Name=value and nothing else: %s', (pair) => {
    expect(() => parseGiven([pair])).toThrow('E_PARAM_PAIR');
  });

  it('takes a value that holds an equals sign, and a name once', () => {
    expect(parseGiven(['A=b=c'])).toEqual(new Map([['A', 'b=c']]));
    expect(() => parseGiven(['A=b', 'A=c'])).toThrow('E_PARAM_PAIR');
  });
});

describe('headgate teardown', () => {
  it('shows what would go and what would stay, and removes nothing', async () => {
    await setup(numbers, { yes: true });
    const { text } = await performTeardown(site(), stacks, showOnly);
    expect(text).toMatch(/clock: would go\n {2}= Log \(AWS::Logs::LogGroup\)\n {2}- Role/);
    expect(stacks.made.size).toBe(4);
  });

  it('removes the stacks, the last made first', async () => {
    await setup(numbers, { yes: true });
    stacks.calls.length = 0;
    await performTeardown(site(), stacks, confirmed);
    expect(stacks.calls).toEqual(
      ['clock', 'access', 'cluster', 'network'].map((name) => `remove headgate-acme-${name}`),
    );
    const { text } = await performTeardown(site(), stacks, confirmed);
    expect(text).toBe('There are no stacks of this project.\n');
  });

  it('removes what was approved, and nothing else', async () => {
    await setup(numbers, { yes: true });
    const { document } = await performTeardown(site(), stacks, showOnly);
    const approved = String(document['digest']);
    const removed = stacks.made.get('headgate-acme-clock');
    if (removed === undefined) throw new Error('no stack');
    stacks.made.delete('headgate-acme-clock');
    await expect(performTeardown(site(), stacks, { isConfirmed: true, approved })).rejects.toMatchObject({
      problem: { code: 'E_NOT_APPROVED' },
    });
    stacks.made.set('headgate-acme-clock', removed);
    await performTeardown(site(), stacks, { isConfirmed: true, approved });
    expect(stacks.made.size).toBe(0);
  });

  it('looks again when nothing new can start, and leaves the cluster to what started meanwhile', async () => {
    await setup(numbers, { yes: true });
    const { remove } = stacks;
    stacks.remove = async (name) => {
      await remove(name);
      if (name.endsWith('clock')) stacks.account.running = 1;
    };
    await expect(performTeardown(site(), stacks, confirmed)).rejects.toMatchObject({
      problem: { code: 'E_ACTIVE', message: expect.stringContaining('1 ECS task') },
    });
    expect([...stacks.made.keys()]).toEqual(['headgate-acme-network', 'headgate-acme-cluster']);
    stacks.remove = remove;
    stacks.account.running = 0;
    await performTeardown(site(), stacks, confirmed);
    expect(stacks.made.size).toBe(0);
  });

  it('refuses while ECS tasks run', async () => {
    await setup(numbers, { yes: true });
    stacks.account.running = 2;
    await expect(performTeardown(site(), stacks, confirmed)).rejects.toMatchObject({
      problem: { code: 'E_ACTIVE', message: expect.stringContaining('2 ECS tasks') },
    });
    expect(stacks.made.size).toBe(4);
  });
});
