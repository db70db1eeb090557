import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import type { Executor } from '../../../src/ports.ts';
import { definitionOf, image, placement, type Stage, stage, startMs } from './stage.ts';

let place: Stage;
let executor: Executor;
beforeEach(async () => {
  place = await stage();
  executor = ecsExecutor({ placement, clock: place.clock });
});
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

const concurrent = {
  operation: 'RegisterTaskDefinition',
  kind: 'answer',
  reply: {
    status: 400,
    body: {
      __type: 'ClientException',
      message: 'Too many concurrent attempts to create a new revision of the specified family.',
    },
  },
} as const;

describe('registering', () => {
  it('gives the revision, which is found again by the same definition and by no other', async () => {
    expect(await executor.findRevision(definitionOf('hello'))).toBeUndefined();
    const revision = await executor.register(definitionOf('hello'));
    expect(revision).toBe('arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-hello:1');
    expect(await executor.findRevision(definitionOf('hello'))).toBe(revision);
    expect(
      await executor.findRevision(definitionOf('hello', { fingerprint: 'e'.repeat(64) })),
    ).toBeUndefined();
    const rebuilt = image.replaceAll('a'.repeat(64), 'b'.repeat(64));
    expect(await executor.findRevision(definitionOf('hello', { image: rebuilt }))).toBeUndefined();
    expect(await executor.findRevision(definitionOf('hell'))).toBeUndefined();
  });

  it('tells which revisions can still be launched, from as many pages as there are', async () => {
    const first = await executor.register(definitionOf('hello'));
    const second = await executor.register(definitionOf('other'));
    place.ecs.model.deregister(first);
    expect(await executor.activeOf?.(new Set([first, second]))).toEqual(new Set([second]));
  });

  it('does not take a revision whose tag was edited, or that was deregistered', async () => {
    const revision = await executor.register(definitionOf('hello'));
    place.ecs.fail({
      operation: 'DescribeTaskDefinition',
      kind: 'answer',
      reply: {
        status: 200,
        body: {
          taskDefinition: { ...place.ecs.model.definitions()[0], status: 'ACTIVE' },
          tags: [{ key: 'headgate:fingerprint', value: 'edited' }],
        },
      },
    });
    expect(await executor.findRevision(definitionOf('hello'))).toBeUndefined();
    expect(await executor.findRevision(definitionOf('hello'))).toBe(revision);
    place.ecs.model.deregister(revision);
    expect(await executor.findRevision(definitionOf('hello'))).toBeUndefined();
  });

  it('tries again when two registrations of a family met, which the SDK does not', async () => {
    place.ecs.fail({ ...concurrent, times: 3 });
    expect(await executor.register(definitionOf('hello'))).toMatch(/hello:1$/);
    expect(place.calls('RegisterTaskDefinition')).toHaveLength(4);
    expect(place.ecs.now()).toBeGreaterThan(startMs + 3_000);
  });

  it('gives up after some tries, saying why', async () => {
    place.ecs.fail({ ...concurrent, times: 100 });
    await expect(executor.register(definitionOf('hello'))).rejects.toThrow(/Too many concurrent attempts/);
    expect(place.calls('RegisterTaskDefinition').length).toBeLessThanOrEqual(8);
  });

  it('does not repeat what is wrong', async () => {
    const { workload } = definitionOf('hello');
    const odd = { ...workload, resources: { ...workload.resources, memoryMiB: 1_000 } };
    await expect(executor.register(definitionOf('hello', { workload: odd }))).rejects.toThrow(
      /No Fargate configuration exists/,
    );
    expect(place.calls('RegisterTaskDefinition')).toHaveLength(1);
  });

  it('names the permission that is missing', async () => {
    place.ecs.fail({ operation: 'RegisterTaskDefinition', kind: 'denied', reason: 'iam:PassRole' });
    await expect(executor.register(definitionOf('hello'))).rejects.toMatchObject({
      name: 'RefusedError',
      problem: { code: 'E_AWS_DENIED', fix: 'Grant iam:PassRole to the role of this job.' },
    });
  });
});

describe('registering many', () => {
  it('is spaced one after the other, so that the documented limit is never met', async () => {
    await place.close();
    place = await stage({ isThrottling: true });
    executor = ecsExecutor({ placement, clock: place.clock });
    const flows = Array.from({ length: 40 }, (_, index) => `flow-${index}`);
    const revisions = await Promise.all(flows.map((flow) => executor.register(definitionOf(flow))));
    expect(new Set(revisions).size).toBe(40);
    expect(place.calls('RegisterTaskDefinition').map(({ outcome }) => outcome)).toEqual(
      Array(40).fill('answered'),
    );
    expect(place.ecs.now() - startMs).toBeGreaterThanOrEqual(20_000);
    expect(place.ecs.now() - startMs).toBeLessThan(30_000);
  });
});
