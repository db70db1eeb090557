import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { InputError, RefusedError } from '../../src/core/problem.ts';
import { type DeployOptions, deploy } from '../../src/engine/deploy.ts';
import type { Executor } from '../../src/ports.ts';
import { sourceOf } from '../source.ts';
import { awsProject, type DeployWorld, deployWorld, presentation } from './deploy-world.ts';

const files = {
  'flows/one/flow.yml': 'entrypoint: index.ts\n',
  'flows/one/index.ts': 'export const a = 1;',
  'flows/two/flow.yml': 'entrypoint: index.ts\n',
  'flows/two/index.ts': 'export const b = 2;',
};
const options: DeployOptions = {
  project: awsProject,
  isMassDeleteAllowed: false,
  isDryRun: false,
  by: 'octocat',
  presentation,
  image: `acme/flows@sha256:${'a'.repeat(64)}`,
};

async function deployed(): Promise<DeployWorld> {
  const first = deployWorld(sourceOf(files), { kind: 'ecs' });
  await deploy(first.world, options);
  return first;
}

/** The same sources again; of the revisions, the executor has those that `activeOf` names. */
function again(first: DeployWorld, activeOf: NonNullable<Executor['activeOf']>) {
  const own = deployWorld(sourceOf(files), { kind: 'ecs', shared: first });
  return { ...own, world: { ...own.world, executor: { ...own.world.executor, activeOf } } };
}

const all: NonNullable<Executor['activeOf']> = async (revisions) => revisions;
const { image: _, ...withoutImage } = options;

describe('a deploy of what is deployed', () => {
  it('registers nothing while every task definition is active', async () => {
    const own = again(await deployed(), all);
    expect((await deploy(own.world, withoutImage)).outcome).toBe('nothing');
    expect(own.calls).toEqual([]);
  });

  it('registers what somebody deregistered again, from the image that it has', async () => {
    const first = await deployed();
    const before = first.snapshot().registry.deployments.get('one' as FlowName)?.version;
    first.registered.splice(0, 1);
    const own = again(
      first,
      async (revisions) => new Set([...revisions].filter((one) => one !== before?.revision)),
    );
    const result = await deploy(own.world, withoutImage);
    expect(result.outcome).toBe('deployed');
    expect([...result.deployed].map(([flow, { how }]) => [flow, how])).toEqual([['one', 'registered']]);
    const [planned] = result.plan.flows;
    expect(planned?.reasons).toEqual(['somebody deregistered its task definition']);
    const after = first.snapshot().registry.deployments.get('one' as FlowName)?.version;
    expect(after?.revision).not.toBe(before?.revision);
    expect(after?.image).toBe(before?.image);
  });

  it('says that it could not look, and goes on', async () => {
    const warnings: string[] = [];
    const own = again(await deployed(), async () => {
      throw new RefusedError({
        code: 'E_AWS_DENIED',
        message: 'AWS refused ListTaskDefinitions',
        fix: 'Grant it.',
      });
    });
    const log = { ...own.world.log, warn: (text: string) => void warnings.push(text) };
    expect((await deploy({ ...own.world, log }, withoutImage)).outcome).toBe('nothing');
    expect(warnings.join('\n')).toMatch(/W_REVISIONS_UNSEEN .*E_AWS_DENIED/);
  });

  it.each([
    [{}, ['one', 'two']],
    [{ flow: 'two' as FlowName }, ['two']],
  ])('registers again what is forced: %j', async (force, flows) => {
    const own = again(await deployed(), all);
    const result = await deploy(own.world, { ...withoutImage, force });
    expect([...result.deployed].map(([flow, { how }]) => [flow, how])).toEqual(
      flows.map((flow) => [flow, 'registered']),
    );
  });

  it('forces no flow that is not there', async () => {
    const own = again(await deployed(), all);
    const asked = deploy(own.world, { ...withoutImage, force: { flow: 'three' as FlowName } });
    await expect(asked).rejects.toBeInstanceOf(InputError);
  });
});
