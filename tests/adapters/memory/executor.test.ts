import { describe, expect, it } from '@jest/globals';
import { type Life, usualLife } from '../../../src/adapters/memory/life.ts';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { hourMs, minuteMs, secondMs } from '../../../src/core/instant.ts';
import type { LaunchAnswer, LaunchRequest } from '../../../src/ports.ts';
import { minutesAfter, noon } from '../../core/builders.ts';
import { definitionOf, requestOf } from '../local/playground.ts';

async function staged(life: Life = usualLife, visibilityDelayMs = 0) {
  const { world, stage } = memoryWorld({ now: noon, script: () => life, visibilityDelayMs });
  const definition = definitionOf('daily', { runTimeoutSeconds: 3_600, stopTimeoutSeconds: 30 });
  const revision = await world.executor.register(definition);
  const request = requestOf(definition, revision, 'a');
  const launch = async (wanted: LaunchRequest = request): Promise<LaunchAnswer | undefined> =>
    (await world.executor.launch([wanted]))[0];
  const launched = async (wanted: LaunchRequest = request): Promise<string> => {
    const answer = await launch(wanted);
    if (answer?.kind !== 'launched') throw new Error(`Not launched: ${JSON.stringify(answer)}`);
    return answer.handle;
  };
  const sight = async (handle: string) => (await world.executor.observe([handle])).get(handle);
  return { world, stage, executor: world.executor, definition, revision, request, launch, launched, sight };
}

describe('Client tokens in memory', () => {
  it('live for an hour after the end of a short task, and then launch again', async () => {
    const { stage, launched } = await staged();
    const first = await launched();
    stage.time.advance(20 * secondMs + minuteMs + hourMs - 1);
    expect(await launched()).toBe(first);
    stage.time.advance(1);
    expect(await launched()).not.toBe(first);
    expect(stage.tasks.all()).toHaveLength(2);
  });

  it('live for 24 hours, even while their task runs', async () => {
    const { stage, revision, executor } = await staged({ ...usualLife, runMs: Number.POSITIVE_INFINITY });
    const days = definitionOf('daily', { runTimeoutSeconds: 10 * 86_400 });
    const request = requestOf(days, await executor.register(days), 'long');
    expect(request.revision).not.toBe(revision);
    const [first] = await executor.launch([request]);
    stage.time.advance(24 * hourMs - 1);
    expect(await executor.launch([request])).toEqual([first]);
    stage.time.advance(1);
    expect(await executor.launch([request])).not.toEqual([first]);
  });

  it('repeat a lack of capacity, so that only another try gets through', async () => {
    const { stage, request, launch, launched } = await staged();
    stage.faultOf = () => ({ kind: 'declined', class: 'capacity' });
    expect(await launch()).toMatchObject({ kind: 'declined', ending: { class: 'capacity', at: noon } });
    stage.faultOf = () => undefined;
    expect(await launch()).toMatchObject({ kind: 'declined' });
    expect(await launched({ ...request, clientToken: 'f'.repeat(64) })).toContain('task/memory/');
    expect(stage.tasks.all()).toHaveLength(1);
  });
});

describe('Faults of launches in memory', () => {
  it('lose the answer but not the task', async () => {
    const { stage, launch, launched } = await staged();
    stage.faultOf = () => ({ kind: 'answer-lost' });
    expect(await launch()).toMatchObject({ kind: 'unsure' });
    const [task] = stage.tasks.all();
    stage.faultOf = () => undefined;
    expect(await launched()).toBe(task?.handle);
    expect(stage.tasks.all()).toHaveLength(1);
  });

  it('start nothing when throttled or refused, and remember nothing of it', async () => {
    const { stage, launch, launched } = await staged();
    stage.faultOf = () => ({ kind: 'throttled' });
    expect(await launch()).toMatchObject({ kind: 'unsure' });
    stage.faultOf = () => ({ kind: 'refused', detail: 'AccessDenied' });
    expect(await launch()).toMatchObject({
      kind: 'refused',
      ending: { class: 'refused', detail: 'AccessDenied' },
    });
    expect(stage.tasks.all()).toHaveLength(0);
    stage.faultOf = () => undefined;
    await launched();
  });

  it('refuse a revision that somebody deregistered', async () => {
    const { stage, revision, launch, executor, definition } = await staged();
    stage.revisions.deregister(revision);
    expect(await launch()).toMatchObject({ kind: 'refused' });
    expect(await executor.findRevision(definition)).toBeUndefined();
  });
});

describe('What can be seen of tasks in memory', () => {
  it('is nothing before the visibility delay, and nothing an hour after the end', async () => {
    const { stage, executor, request, launched, sight } = await staged(usualLife, 5 * secondMs);
    const handle = await launched();
    expect(await sight(handle)).toEqual({ kind: 'missing' });
    expect((await executor.look([request.startedBy], new Set())).get(request.startedBy)).toEqual([]);
    expect(await executor.stop(handle, 'too early')).toBe(false);
    stage.time.advance(5 * secondMs);
    expect(await sight(handle)).toEqual({ kind: 'starting' });
    stage.time.advance(15 * secondMs);
    expect(await sight(handle)).toEqual({ kind: 'running', startedAt: noon + 20 * secondMs });
    stage.time.advance(minuteMs);
    expect(await sight(handle)).toMatchObject({ kind: 'ended', ending: { class: 'exit-zero', exitCode: 0 } });
    stage.time.advance(hourMs);
    expect(await sight(handle)).toEqual({ kind: 'missing' });
    expect(await executor.stop(handle, 'too late')).toBe(false);
  });

  it('leaves out handles that cannot be asked about', async () => {
    const { stage, launched, sight } = await staged();
    const handle = await launched();
    stage.isSilent = () => true;
    expect(await sight(handle)).toBeUndefined();
  });

  it.each([
    [{ exitCode: 7 }, { class: 'exit-code', exitCode: 7 }],
    [{ exitCode: 127 }, { class: 'cannot-start', exitCode: 127 }],
    [{ class: 'spot' }, { class: 'spot' }],
    [
      { class: 'out-of-memory', exitCode: 137 },
      { class: 'out-of-memory', exitCode: 137 },
    ],
  ] as const)('ends as the script says: %j', async (end, ending) => {
    const { stage, launched, sight } = await staged({ ...usualLife, end });
    const handle = await launched();
    stage.time.advance(hourMs);
    expect(await sight(handle)).toEqual({
      kind: 'ended',
      startedAt: noon + 20 * secondMs,
      ending: { ...ending, at: noon + 80 * secondMs },
    });
  });

  it('has no start where it never started', async () => {
    const { stage, launched, sight } = await staged({
      startAfterMs: minuteMs,
      end: { class: 'image-missing' },
    });
    const handle = await launched();
    stage.time.advance(minuteMs);
    expect(await sight(handle)).toEqual({
      kind: 'ended',
      ending: { class: 'image-missing', at: minutesAfter(noon, 1) },
    });
  });

  it('ends by the run timeout within the container', async () => {
    const { stage, launched, sight } = await staged({ ...usualLife, runMs: Number.POSITIVE_INFINITY });
    const handle = await launched();
    stage.time.advance(20 * secondMs + hourMs);
    expect(await sight(handle)).toMatchObject({
      kind: 'ended',
      ending: { class: 'run-timeout', exitCode: 124 },
    });
  });
});

describe('Stops in memory', () => {
  const endless: Life = { ...usualLife, runMs: Number.POSITIVE_INFINITY };

  it.each([
    [{ ...endless, stopMs: 10 * secondMs }, 10, 143],
    [{ ...endless, stopMs: hourMs }, 30, 137],
  ])('take as long as the program does, or the stop timeout', async (life, seconds, exitCode) => {
    const { stage, executor, launched, sight } = await staged(life);
    const handle = await launched();
    stage.time.advance(minuteMs);
    await executor.stop(handle, 'headgate:superseded run x');
    stage.time.advance(seconds * secondMs - 1);
    expect(await sight(handle)).toMatchObject({ kind: 'running' });
    stage.time.advance(1);
    expect(await sight(handle)).toMatchObject({
      kind: 'ended',
      ending: { class: 'superseded', exitCode, detail: 'headgate:superseded run x' },
    });
  });

  it('leave the end to a program that is faster', async () => {
    const { stage, executor, launched, sight } = await staged({ ...usualLife, stopMs: 30 * secondMs });
    const handle = await launched();
    stage.time.advance(75 * secondMs);
    await executor.stop(handle, 'headgate:cancelled');
    stage.time.advance(hourMs / 2);
    expect(await sight(handle)).toMatchObject({ ending: { class: 'exit-zero' } });
  });

  it('have the reason of the first', async () => {
    const { stage, executor, launched, sight } = await staged(endless);
    const handle = await launched();
    stage.time.advance(minuteMs);
    await executor.stop(handle, 'headgate:cancelled');
    await executor.stop(handle, 'headgate:run-timeout');
    stage.time.advance(minuteMs);
    expect(await sight(handle)).toMatchObject({ ending: { class: 'cancelled' } });
  });

  it('end at once what has not started', async () => {
    const { executor, launched, sight } = await staged();
    const handle = await launched();
    await executor.stop(handle, 'headgate:start-timeout');
    expect(await sight(handle)).toEqual({
      kind: 'ended',
      ending: { class: 'start-timeout', at: noon, detail: 'headgate:start-timeout' },
    });
  });
});

describe('The event log in memory', () => {
  it('has an end after its delay, for as long as anybody asks', async () => {
    const { world, stage, request, launched } = await staged();
    const handle = await launched();
    stage.eventLog.delayMs = 10 * secondMs;
    const find = async () => world.eventLog.find([request.startedBy], noon);
    stage.time.advance(85 * secondMs);
    expect(await find()).toEqual({ isTrustworthy: true, found: new Map([[request.startedBy, []]]) });
    stage.time.advance(5 * secondMs);
    const found = [{ handle, sighting: expect.objectContaining({ kind: 'ended' }) }];
    expect((await find()).found.get(request.startedBy)).toEqual(found);
    stage.time.advance(240 * hourMs);
    expect((await find()).found.get(request.startedBy)).toEqual(found);
    expect(
      (await world.eventLog.find([request.startedBy], stage.time.now())).found.get(request.startedBy),
    ).toEqual([]);
  });

  it('may lose an event, or not be trusted', async () => {
    const { world, stage, request, launched } = await staged();
    stage.eventLog.lost.add(await launched());
    stage.eventLog.isTrustworthy = false;
    stage.time.advance(hourMs);
    expect(await world.eventLog.find([request.startedBy], noon)).toEqual({
      isTrustworthy: false,
      found: new Map([[request.startedBy, []]]),
    });
  });
});
