import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { instantFromMs } from '../../../src/core/instant.ts';
import { parseGiven, performSetup } from '../../../src/doors/verbs/setup.ts';
import { performTeardown } from '../../../src/doors/verbs/teardown.ts';
import { localProject, parseProject } from '../../../src/flow/project.ts';
import { flowRole, secret, secretParameter } from '../../infrastructure/stacks.ts';
import { type MemoryStacks, memoryStacks } from './memory-stacks.ts';

const numbers = { OwnerId: '4711', RepositoryId: '815' };
let root: string;
let stacks: MemoryStacks;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'headgate-setup-'));
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['remote', 'add', 'origin', 'https://github.com/Acme-Inc/flows.git'], { cwd: root });
  writeFileSync(path.join(root, 'headgate.yml'), '# ours\nproject: acme\n');
  stacks = memoryStacks();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function site(files: { readonly [file: string]: string } = {}) {
  const { world } = memoryWorld({ now: instantFromMs(0), source: { commit: 'a'.repeat(40), files } });
  return { world, project: localProject('acme'), root } as unknown as Parameters<
    typeof performSetup
  >[0]['site'];
}

function setup(
  given: { readonly [name: string]: string },
  options: { readonly yes: boolean; readonly files?: { [file: string]: string } },
) {
  return performSetup(
    { site: site(options.files), stacks, environment: {} },
    {
      region: 'eu-central-1',
      isConfirmed: options.yes,
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
    const { text } = await performTeardown(site(), stacks, { isConfirmed: false });
    expect(text).toMatch(/clock: would go\n {2}= Log \(AWS::Logs::LogGroup\)\n {2}- Role/);
    expect(stacks.made.size).toBe(4);
  });

  it('removes the stacks, the last made first', async () => {
    await setup(numbers, { yes: true });
    stacks.calls.length = 0;
    await performTeardown(site(), stacks, { isConfirmed: true });
    expect(stacks.calls).toEqual(
      ['clock', 'access', 'cluster', 'network'].map((name) => `remove headgate-acme-${name}`),
    );
    const { text } = await performTeardown(site(), stacks, { isConfirmed: true });
    expect(text).toBe('There are no stacks of this project.\n');
  });

  it('refuses while ECS tasks run', async () => {
    await setup(numbers, { yes: true });
    stacks.account.running = 2;
    await expect(performTeardown(site(), stacks, { isConfirmed: true })).rejects.toMatchObject({
      problem: { code: 'E_ACTIVE', message: expect.stringContaining('2 ECS tasks') },
    });
    expect(stacks.made.size).toBe(4);
  });
});
