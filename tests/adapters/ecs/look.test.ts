import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import type { Executor } from '../../../src/ports.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage } from './stage.ts';

let place: Stage;
let executor: Executor;
let revision: string;
beforeEach(async () => {
  place = await stage();
  executor = ecsExecutor({ placement, clock: place.clock });
  revision = await executor.register(definitionOf('hello'));
});
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

const nothing: ReadonlySet<string> = new Set();

async function launchAll(count: number): Promise<string[]> {
  const requests = Array.from({ length: count }, (_, index) => requestOf(revision, `run-${index}`));
  return (await executor.launch(requests)).map(handleOf);
}

describe('looking for attempts', () => {
  it('finds running and stopped ones under their names, and nothing under others', async () => {
    place.ecs.script('headgate-acme-hello', [
      { startAfterMs: 0 },
      { startAfterMs: 0, runMs: 0, exitCode: 3 },
      { startAfterMs: 0 },
    ]);
    const [running, stopped] = await launchAll(3);
    const found = await executor.look(['hg-run-0', 'hg-run-1', 'hg-none'], nothing);
    expect([...found.keys()].sort()).toEqual(['hg-run-0', 'hg-run-1']);
    expect(found.get('hg-run-0')).toEqual([
      { handle: running, sighting: { kind: 'running', startedAt: expect.any(Number) } },
    ]);
    expect(found.get('hg-run-1')).toMatchObject([
      { handle: stopped, sighting: { kind: 'ended', ending: { class: 'exit-code', exitCode: 3 } } },
    ]);
  });

  it('gives every task of one name, the oldest first', async () => {
    const first = handleOf((await executor.launch([requestOf(revision, 'run-1')]))[0]);
    place.ecs.advance(1_000);
    const again = requestOf(revision, 'run-1', { clientToken: 'second-try' });
    const second = handleOf((await executor.launch([again]))[0]);
    const found = await executor.look(['hg-run-1'], nothing);
    expect(found.get('hg-run-1')?.map(({ handle }) => handle)).toEqual([first, second]);
  });

  it('for many names lists the cluster once, pages and all, and leaves out what is known', async () => {
    const handles = await launchAll(250);
    const names = handles.map((_, index) => `hg-run-${index}`);
    const known = new Set(handles.slice(0, 200));
    const found = await executor.look(names, known);
    expect([...found.keys()].sort()).toEqual(names.slice(200).sort());
    // Running: one page. Stopped: three.
    expect(place.calls('ListTasks')).toHaveLength(4);
    expect(place.calls('DescribeTasks')).toHaveLength(1);
  });

  it('api-16: ends at pages that repeat', async () => {
    const reply = { status: 200, body: { taskArns: [], nextToken: 'again' } };
    place.ecs.fail({ operation: 'ListTasks', kind: 'answer', reply, times: 1_000 });
    await expect(executor.look(['hg-run-1'], nothing)).rejects.toMatchObject({
      problem: { code: 'E_PAGINATION' },
    });
    expect(place.calls('ListTasks').length).toBeLessThan(10);
  });

  it('fails rather than say "none" when it could not look, or when ECS does not describe what it lists', async () => {
    await launchAll(1);
    place.ecs.fail({ operation: 'ListTasks', kind: 'garbled' });
    await expect(executor.look(['hg-run-0'], nothing)).rejects.toThrow(/no clear answer/);
    const reply = { status: 200, body: { tasks: [], failures: [] } };
    place.ecs.fail({ operation: 'DescribeTasks', kind: 'answer', reply });
    await expect(executor.look(['hg-run-0'], nothing)).rejects.toThrow(/lists 1 tasks .* does not describe/);
    expect((await executor.look(['hg-run-0'], nothing)).size).toBe(1);
  });

  it('takes the same task on two pages once', async () => {
    const [handle = ''] = await launchAll(1);
    const page = (nextToken?: string) => ({
      operation: 'ListTasks',
      kind: 'answer' as const,
      reply: { status: 200, body: { taskArns: [handle], ...(nextToken ? { nextToken } : {}) } },
    });
    place.ecs.fail(page('2'));
    place.ecs.fail(page());
    const found = await executor.look(['hg-run-0'], nothing);
    expect(found.get('hg-run-0')).toHaveLength(1);
  });

  it('asks nothing for no names', async () => {
    expect((await executor.look([], nothing)).size).toBe(0);
    expect(place.calls('ListTasks')).toEqual([]);
  });
});

describe('an inventory', () => {
  it('lists what runs in the name of Headgate with its family, page by page, and nothing of others', async () => {
    const ours = (index: number) => `hg-${index.toString(16).padStart(32, '0')}`;
    const requests = Array.from({ length: 130 }, (_, index) =>
      requestOf(revision, `run-${index}`, { startedBy: index === 0 ? 'somebody-else' : ours(index) }),
    );
    place.ecs.script(
      'headgate-acme-hello',
      requests.map(() => ({ startAfterMs: 0 })),
    );
    const handles = (await executor.launch(requests)).map(handleOf);
    await executor.stop(handles[1] ?? '', 'headgate:cancelled');
    place.ecs.advance(20_000);
    const listed = (await executor.inventory?.()) ?? [];
    expect(listed.map(({ handle }) => handle).sort()).toEqual(handles.slice(2).sort());
    expect(listed[0]).toMatchObject({
      family: 'headgate-acme-hello',
      startedBy: expect.stringMatching(/^hg-/),
    });
  });
});
