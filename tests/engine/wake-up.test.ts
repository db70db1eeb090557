import { describe, expect, it } from '@jest/globals';
import { timelineOf } from '../../src/adapters/memory/life.ts';
import { type MemoryWorld, memoryWorld } from '../../src/adapters/memory/world.ts';
import type { Policy } from '../../src/core/flow.ts';
import { instantFromMs, minuteMs, secondMs } from '../../src/core/instant.ts';
import { RefusedError } from '../../src/core/problem.ts';
import { tick } from '../../src/engine/tick.ts';
import { setWakeUp } from '../../src/engine/wake-up.ts';
import { definitionOf } from '../adapters/local/playground.ts';
import { deployment, flowA, flowB, minutesAfter, noon, registryOf } from '../core/builders.ts';
import { awsProject, presentation } from './deploy-world.ts';

const options = { project: awsProject, repository: 'acme/flows', presentation };
const cron = (text: string) =>
  ({ kind: 'cron', cron: text, timezone: 'UTC', parameters: {} }) as const satisfies Policy['schedules'][0];

async function deployed(policies: readonly Partial<Policy>[], more: object = {}): Promise<MemoryWorld> {
  const memory = memoryWorld({ now: minutesAfter(noon, -30), hasAlarm: true, ...more });
  const { world, stage } = memory;
  const entries = await Promise.all(
    policies.map(async (policy, index) => {
      const flow = index === 0 ? flowA : flowB;
      const made = deployment(flow, policy);
      const revision = await world.executor.register(definitionOf(flow, { runTimeoutSeconds: 3_600 }));
      return { ...made, version: { ...made.version, revision }, deployedAt: stage.time.now() };
    }),
  );
  const { state } = await world.state.load(stage.time.now());
  await world.state.commit({
    base: undefined,
    registry: registryOf(...entries),
    state: { ...state, sequence: 1 },
    board: '',
    message: 'Deploy',
    at: stage.time.now(),
    pages: new Map(),
  });
  return memory;
}

/** From the clock to the tick: EventBridge takes up to a minute, GitHub some seconds. */
const dispatchMs = 40 * secondMs;

/** Lives with no clock but the one that ticks set, and the ends of ECS tasks; the moments of all ticks. */
async function live({ world, stage }: MemoryWorld, hours: number): Promise<readonly number[]> {
  const end = stage.time.now() + hours * 60 * minuteMs;
  const moments: number[] = [];
  const heard = new Set<string>();
  for (;;) {
    moments.push(stage.time.now());
    await tick(world, options);
    const ends = stage.tasks
      .all()
      .filter(({ handle }) => !heard.has(handle))
      .flatMap((task) => {
        const at = timelineOf(task).ending?.at;
        return at === undefined ? [] : [{ at, handle: task.handle }];
      });
    const { at = Number.POSITIVE_INFINITY } = stage.alarm;
    const alarm = at > stage.time.now() - dispatchMs && !heard.has(`${at}`) ? [{ at, handle: `${at}` }] : [];
    const [next] = [...ends, ...alarm].sort((a, b) => a.at - b.at);
    if (next === undefined || next.at > end) return moments;
    heard.add(next.handle);
    stage.time.set(instantFromMs(Math.max(stage.time.now(), next.at + dispatchMs)));
  }
}

describe('Ticks that set their own clock', () => {
  it('launch every slot of a day within a minute, and come for little else', async () => {
    const memory = await deployed([{ schedules: [cron('7 * * * *')] }, { schedules: [cron('30 6 * * *')] }]);
    const moments = await live(memory, 24);
    const slots = [...Array.from({ length: 24 }, (_, hour) => 7 + 60 * hour), 18 * 60 + 30]
      .map((minute) => minutesAfter(noon, minute))
      .filter((slot) => slot < (moments.at(-1) ?? 0))
      .sort((a, b) => a - b);
    const lateness = memory.stage.tasks.all().map(({ createdAt }, index) => createdAt - (slots[index] ?? 0));
    expect(lateness).toHaveLength(25);
    for (const ms of lateness) expect([ms >= 0, ms <= minuteMs]).toEqual([true, true]);
    // One at the slot, one at the end; every five minutes would be 288.
    expect(moments.length).toBeLessThanOrEqual(2 * 25 + 5);
  });

  it('let a long run alone until it ends', async () => {
    const script = () => ({ startAfterMs: 20_000, runMs: 55 * minuteMs, end: { exitCode: 0 } });
    const memory = await deployed([{ schedules: [cron('0 13 * * *')] }], { script });
    const moments = await live(memory, 4);
    expect(moments.map((at) => Math.floor((at - noon) / minuteMs))).toEqual([-30, 60, 66, 116]);
  });

  it('come no more where nothing is scheduled', async () => {
    const memory = await deployed([{}]);
    expect(await live(memory, 24)).toHaveLength(1);
    expect(memory.stage.alarm.count).toBe(0);
  });

  it('write nothing when the clock is right', async () => {
    const { world, stage } = await deployed([{ schedules: [cron('0 * * * *')] }]);
    for (const minute of [-30, -20, -10]) {
      stage.time.set(minutesAfter(noon, minute));
      await tick(world, options);
    }
    expect(stage.alarm).toEqual({ at: noon, count: 1 });
  });
});

describe('The clock', () => {
  it.each([
    [-10, 0],
    [-0.5, 0],
    [-0.2, 1],
  ])('is set to a whole minute that still lies ahead: at %s minutes to %s', async (now, expected) => {
    const { world, stage } = await deployed([{ schedules: [cron('0 * * * *')] }]);
    stage.time.set(minutesAfter(noon, now));
    await setWakeUp(world, await world.state.load(stage.time.now()));
    expect(stage.alarm.at).toBe(minutesAfter(noon, expected));
  });

  it('keeps an earlier moment that somebody asked for who knows a newer state', async () => {
    const { world, stage } = await deployed([{ schedules: [cron('0 * * * *')] }]);
    const snapshot = await world.state.load(stage.time.now());
    stage.alarm.at = minutesAfter(noon, -5);
    await setWakeUp(world, { ...snapshot, version: 'older' });
    expect(stage.alarm).toEqual({ at: minutesAfter(noon, -5), count: 0 });
    await setWakeUp(world, snapshot);
    expect(stage.alarm).toEqual({ at: noon, count: 1 });
  });

  it('is set early when slots had to be left for the next tick', async () => {
    const { world, stage } = await deployed([{ schedules: [cron('0 * * * *')] }]);
    const snapshot = await world.state.load(stage.time.now());
    await setWakeUp(world, snapshot, 'slots');
    expect(stage.alarm.at).toBe(minutesAfter(noon, -29));
  });

  it('that cannot be set is a warning, and the tick goes on', async () => {
    const denied = new RefusedError({ code: 'E_AWS_DENIED', message: 'AWS refused it.' });
    const onCall = (port: string) => {
      if (port === 'wakeUps') throw denied;
    };
    const { world, stage } = await deployed([{ schedules: [cron('0 * * * *')] }], { onCall });
    const { nextWake } = await tick(world, options);
    expect(nextWake).toBe(noon);
    expect(stage.log.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      'W_WAKE_UP The clock could not be set to 2026-11-24T12:00:00Z, so its own rate holds: E_AWS_DENIED AWS refused it.',
    ]);
  });
});
