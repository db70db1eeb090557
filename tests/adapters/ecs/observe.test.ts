import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import type { Executor } from '../../../src/ports.ts';
import type { Life } from '../../loopback/ecs-model.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage, startMs } from './stage.ts';

let place: Stage;
let executor: Executor;
let revision: string;
beforeEach(() => begin({}));
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

async function begin(options: Parameters<typeof stage>[0]): Promise<void> {
  place = await stage(options);
  executor = ecsExecutor({ placement, clock: place.clock });
  revision = await executor.register(definitionOf('hello'));
}

async function beginAgain(options: Parameters<typeof stage>[0]): Promise<void> {
  await place.close();
  await begin(options);
}

async function launch(name: string, life: Life): Promise<string> {
  place.ecs.script('headgate-acme-hello', [life]);
  const [answer] = await executor.launch([requestOf(revision, name)]);
  return handleOf(answer);
}

async function sightingOf(handle: string) {
  return (await executor.observe([handle])).get(handle);
}

const slow: Life = { startAfterMs: 30_000, runMs: 60_000, exitCode: 0 };

describe('observing', () => {
  it('follows a task from its start to its end', async () => {
    await beginAgain({ deprovisionMs: 15_000 });
    const handle = await launch('run-1', slow);
    const seen: unknown[] = [];
    for (const ms of [0, 15_000, 15_000, 59_000, 1_500, 15_000]) {
      place.ecs.advance(ms);
      seen.push(await sightingOf(handle));
    }
    const startedAt = startMs + 30_000;
    expect(seen).toEqual([
      { kind: 'starting' },
      { kind: 'starting' },
      { kind: 'running', startedAt },
      { kind: 'running', startedAt },
      // DEPROVISIONING: the reason is not final yet.
      { kind: 'running', startedAt },
      {
        kind: 'ended',
        startedAt,
        ending: {
          class: 'exit-zero',
          at: startedAt + 60_000,
          exitCode: 0,
          detail: 'EssentialContainerExited: Essential container in task exited',
        },
      },
    ]);
  });

  it('asks about 250 tasks in three requests', async () => {
    const requests = Array.from({ length: 250 }, (_, index) => requestOf(revision, `run-${index}`));
    const handles = (await executor.launch(requests)).map(handleOf);
    const seen = await executor.observe(handles);
    expect([...seen.keys()].sort()).toEqual([...handles].sort());
    expect(place.calls('DescribeTasks').map(({ input }) => (input['tasks'] as string[]).length)).toEqual([
      100, 100, 50,
    ]);
  });

  it('asks nothing about nothing', async () => {
    expect(await executor.observe([])).toEqual(new Map());
    expect(place.ecs.calls.filter(({ operation }) => operation !== 'RegisterTaskDefinition')).toEqual([]);
  });

  it('api-08: says that a task is missing while ECS does not know it yet, and after it has forgotten it', async () => {
    await beginAgain({ visibleAfterMs: 60_000 });
    const handle = await launch('run-1', { startAfterMs: 0, runMs: 120_000, exitCode: 0 });
    expect(await sightingOf(handle)).toEqual({ kind: 'missing' });
    place.ecs.advance(61_000);
    expect(await sightingOf(handle)).toMatchObject({ kind: 'running' });
    place.ecs.advance(60_000);
    expect(await sightingOf(handle)).toMatchObject({ kind: 'ended' });
    place.ecs.advance(3_600_000);
    expect(await sightingOf(handle)).toEqual({ kind: 'missing' });
  });

  it('leaves out what it got no answer about, and tells the rest', async () => {
    const requests = Array.from({ length: 150 }, (_, index) => requestOf(revision, `run-${index}`));
    const handles = (await executor.launch(requests)).map(handleOf);
    place.ecs.fail({ operation: 'DescribeTasks', kind: 'garbled' });
    const seen = await executor.observe(handles);
    expect([50, 100]).toContain(seen.size);
    expect([...seen.values()].every(({ kind }) => kind === 'ended')).toBe(true);
  });

  it.each([
    'arn:aws:ecs:us-east-1:123456789012:task/theirs/0123456789abcdef0123456789abcdef',
    'arn:aws:ecs:eu-west-1:123456789012:task/headgate-acme/0123456789abcdef0123456789abcdef',
    'local:hello:0123',
    '--help',
    '',
  ])('neither asks about nor stops what is none of ours: %j', async (foreign) => {
    const own = await launch('run-1', slow);
    const seen = await executor.observe([foreign, own]);
    expect(seen.get(foreign)).toEqual({ kind: 'missing' });
    expect(seen.get(own)).toEqual({ kind: 'starting' });
    expect(await executor.stop(foreign, 'headgate:cancelled')).toBe(false);
    expect(place.calls('StopTask')).toEqual([]);
    expect(place.calls('DescribeTasks').map(({ input }) => input['tasks'])).toEqual([[own]]);
  });

  it('takes a denial for what it is', async () => {
    const handle = await launch('run-1', slow);
    place.ecs.fail({ operation: 'DescribeTasks', kind: 'denied' });
    await expect(executor.observe([handle])).rejects.toMatchObject({
      problem: { code: 'E_AWS_DENIED', fix: 'Grant ecs:DescribeTasks to the role of this job.' },
    });
  });

  it('stays within the limit of reads for thousands of tasks', async () => {
    await beginAgain({ isThrottling: true });
    const id = (index: number) => index.toString(16).padStart(32, '0');
    const handles = Array.from(
      { length: 12_000 },
      (_, index) => `arn:aws:ecs:us-east-1:123456789012:task/headgate-acme/${id(index)}`,
    );
    expect((await executor.observe(handles)).size).toBe(12_000);
    expect(place.calls('DescribeTasks').map(({ outcome }) => outcome)).toEqual(Array(120).fill('answered'));
  });
});

describe('stopping', () => {
  it('is seen as what the reason says, and may be repeated', async () => {
    const handle = await launch('run-1', { startAfterMs: 0, stopMs: 5_000 });
    place.ecs.advance(1_000);
    expect(await executor.stop(handle, 'headgate:cancelled run run-1')).toBe(true);
    expect(await executor.stop(handle, 'headgate:cancelled run run-1')).toBe(true);
    expect(await sightingOf(handle)).toMatchObject({ kind: 'running' });
    place.ecs.advance(5_000);
    expect(await sightingOf(handle)).toMatchObject({
      kind: 'ended',
      ending: {
        class: 'cancelled',
        exitCode: 143,
        detail: 'UserInitiated: headgate:cancelled run run-1',
      },
    });
    expect(await executor.stop(handle, 'headgate:cancelled run run-1')).toBe(true);
  });

  it('kills what does not obey within the two minutes that Fargate allows', async () => {
    const handle = await launch('run-1', { startAfterMs: 0, stopMs: 600_000 });
    await executor.stop(handle, 'headgate:run-timeout run run-1');
    place.ecs.advance(119_000);
    expect(await sightingOf(handle)).toMatchObject({ kind: 'running' });
    place.ecs.advance(1_000);
    expect(await sightingOf(handle)).toMatchObject({ ending: { class: 'run-timeout', exitCode: 137 } });
  });

  it('before the start leaves no exit code', async () => {
    const handle = await launch('run-1', { startAfterMs: 900_000, runMs: 1, exitCode: 0 });
    await executor.stop(handle, 'headgate:start-timeout run run-1');
    const seen = await sightingOf(handle);
    expect(seen).toMatchObject({ kind: 'ended', ending: { class: 'start-timeout' } });
    expect(seen).not.toHaveProperty('startedAt');
    expect(seen).not.toHaveProperty('ending.exitCode');
  });

  it('is false for a task that ECS does not know, and an error where nobody knows', async () => {
    const handle = await launch('run-1', { startAfterMs: 0, runMs: 0, exitCode: 0 });
    place.ecs.fail({ operation: 'StopTask', kind: 'garbled' });
    await expect(executor.stop(handle, 'headgate:cancelled')).rejects.toThrow(/no clear answer/);
    place.ecs.advance(3_600_000);
    expect(await executor.stop(handle, 'headgate:cancelled')).toBe(false);
  });
});
