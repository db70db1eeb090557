import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { baseFiles } from '../e2e/world.ts';
import { type ActWorld, createActWorld } from './act-world.ts';

/** The workflows that set up and tear down, from the form to the stacks in moto's CloudFormation, and back. */
jest.setTimeout(240_000);
const variables = {
  AWS_REGION: 'us-east-1',
  AWS_LOOK_ROLE: 'arn:aws:iam::123456789012:role/headgate-acme-look',
  AWS_SETUP_ROLE: 'arn:aws:iam::123456789012:role/headgate-acme-setup',
};
const numbers = 'OwnerId=4711;RepositoryId=815';
let world: ActWorld;
let awsUrl: string;
beforeAll(async () => {
  const { HEADGATE_ACT: act, HEADGATE_MOTO_URL: moto } = process.env;
  if (act === undefined || moto === undefined)
    throw new Error('HEADGATE_ACT or HEADGATE_MOTO_URL is missing: start this with npm run test:act.');
  world = await createActWorld(act);
  world.push(baseFiles);
  awsUrl = moto;
});
afterAll(() => world.close());

function start(
  workflow: 'setup' | 'teardown',
  inputs: { readonly [name: string]: string },
  known = variables,
) {
  const form = {
    'carry-out': 'false',
    ...(workflow === 'setup' ? { egress: 'as it is', set: numbers } : {}),
  };
  const all = { ...form, ...inputs };
  return world.run({ name: 'workflow_dispatch', workflow, inputs: all, variables: known, awsUrl });
}

async function stacks(): Promise<readonly string[]> {
  const client = new CloudFormationClient({
    endpoint: awsUrl,
    region: variables.AWS_REGION,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  return Stacks.filter(({ StackStatus }) => StackStatus === 'CREATE_COMPLETE')
    .map(({ StackName = '' }) => StackName.replace('headgate-acme-', ''))
    .sort();
}

describe('setup', () => {
  it.each(['setup', 'teardown'] as const)(
    'says what is missing where nothing is configured: %s',
    async (workflow) => {
      const run = await world.run({
        name: 'workflow_dispatch',
        workflow,
        inputs: { 'carry-out': 'true' },
        variables: {},
        awsUrl,
      });
      expect([run.exitCode, run.jobs]).toEqual([0, { 'not-configured': 'success' }]);
      expect(run.log).toContain('`AWS_LOOK_ROLE`');
    },
  );

  it('shows what it would make, with a role that makes nothing', async () => {
    const run = await start('setup', {});
    expect([run.exitCode, run.jobs]).toEqual([0, { show: 'success' }]);
    expect(run.log).toContain('## What setting up would change');
    expect(run.log).toContain('network: new');
    expect(world.notes()).toEqual([`role show ${variables.AWS_LOOK_ROLE}`]);
    expect(await stacks()).toEqual([]);
  });

  it.each(['0', '{"message":"Not Found","status":"404"}'])(
    'makes nothing where nobody would have to approve: %s',
    async (environmentRules) => {
      const run = await world.run({
        name: 'workflow_dispatch',
        workflow: 'setup',
        inputs: { 'carry-out': 'true', egress: 'public', set: numbers },
        variables,
        awsUrl,
        environmentRules,
      });
      expect([run.exitCode, run.jobs]).toEqual([0, { show: 'success' }]);
      expect(run.log).toContain('## Nobody would have to approve');
      expect([world.notes(), await stacks()]).toEqual([[`role show ${variables.AWS_LOOK_ROLE}`], []]);
    },
  );

  it('makes what it has shown, in a job of its own', async () => {
    const run = await start('setup', { 'carry-out': 'true', egress: 'public' });
    expect(run.log).not.toContain('Job failed');
    expect([run.exitCode, run.jobs]).toEqual([0, { show: 'success', apply: 'success' }]);
    expect(world.notes()).toEqual([
      `role show ${variables.AWS_LOOK_ROLE}`,
      `role apply ${variables.AWS_SETUP_ROLE}`,
    ]);
    expect(run.log).toContain(
      'gh variable set AWS_TICK_ROLE --body arn:aws:iam::123456789012:role/headgate-acme-tick',
    );
    expect(await stacks()).toEqual(['access', 'clock', 'cluster', 'network']);
  });

  it('never takes what is typed for code', async () => {
    const canary = join(world.directory, 'canary');
    const run = await start('setup', {
      set: `$(touch ${canary});\`touch ${canary}\`;"; touch ${canary}; echo "`,
    });
    expect([run.exitCode, run.jobs['show']]).toEqual([1, 'failure']);
    expect(run.log).toMatch(/## It did not work[\s\S]*E_PARAM_PAIR/);
    expect(existsSync(canary)).toBe(false);
  });
});

describe('teardown', () => {
  it('shows what would go, and removes nothing', async () => {
    const run = await start('teardown', {});
    expect([run.exitCode, run.jobs]).toEqual([0, { show: 'success' }]);
    expect(run.log).toContain('clock: would go');
    expect((await stacks()).length).toBe(4);
  });

  it('removes it when it is asked to, and has nothing to do the next time', async () => {
    const run = await start('teardown', { 'carry-out': 'true' });
    expect([run.exitCode, run.jobs]).toEqual([0, { show: 'success', apply: 'success' }]);
    expect(await stacks()).toEqual([]);
    const again = await start('teardown', { 'carry-out': 'true' });
    expect([again.exitCode, again.jobs]).toEqual([0, { show: 'success' }]);
    expect(again.log).toContain('There are no stacks of this project.');
  });
});
