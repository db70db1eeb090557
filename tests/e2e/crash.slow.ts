import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { baseFiles, createE2eWorld, digest, type E2eWorld } from './world.ts';

/** Kills the bundle without warning at each of its requests, and looks at what the next tick makes of it. */
jest.setTimeout(1_800_000);
let world: E2eWorld;
const hourMs = 3_600_000;
/** Longer than an attempt runs. */
const attemptMs = 5_000;

beforeAll(async () => {
  world = await createE2eWorld();
  world.push(baseFiles);
  await world.step({ inputs: { command: 'deploy', image: digest('a') }, event: 'push' });
  world.ecs.script('headgate-acme-hourly', [{ startAfterMs: 0, runMs: 1_000, exitCode: 0 }]);
});
afterAll(() => world.close());

const tick = (onStart?: (kill: () => void) => void) =>
  world.step({
    inputs: { command: 'tick' },
    event: 'schedule',
    ...(onStart === undefined ? {} : { onStart }),
  });

const tasks = () =>
  world.ecs.model.tasks().filter(({ environment }) => environment['HEADGATE_FLOW'] === 'hourly');

describe('a tick that is killed', () => {
  it('at any of its requests costs no slot and doubles none, once the next tick has run', async () => {
    world.advance(hourMs);
    world.gate.arm(undefined);
    await tick();
    const requests = world.gate.count;
    expect(requests).toBeGreaterThan(6);
    let slots = 1;
    for (let at = 1; at <= requests; at += 1) {
      for (const when of ['before', 'after'] as const) {
        world.advance(hourMs);
        slots += 1;
        const killed = await tick((kill) => world.gate.arm({ at, when, kill }));
        world.gate.arm(undefined);
        const healthy = await tick();
        const launched = tasks().map(({ environment }) => environment['HEADGATE_SLOT']);
        expect({
          at,
          when,
          exitCode: healthy.exitCode,
          log: healthy.log,
          count: launched.length,
          distinct: new Set(launched).size,
        }).toMatchObject({
          exitCode: 0,
          count: slots,
          distinct: slots,
        });
        expect(killed.exitCode === null || at > requests - 4).toBe(true);
      }
    }
    // The claims of dead ticks to create checks end within the hour, in which one more slot is due.
    for (const ms of [hourMs, attemptMs]) {
      world.advance(ms);
      await tick();
    }
    slots += 1;
    const shown = world.github.checkRuns().filter(({ name }) => name === 'flow / hourly');
    expect(shown.map(({ conclusion }) => conclusion)).toEqual(Array.from({ length: slots }, () => 'success'));
    expect(new Set(shown.map(({ externalId }) => externalId)).size).toBe(slots);
  });
});

/** As many of a hundred rounds as fit into two minutes, five at least; all that are named by ROUNDS. */
const named = process.env['ROUNDS'];
const mostRounds = Number(named ?? 100);
const leastRounds = 5;
const roundsMs = named === undefined ? 120_000 : Number.POSITIVE_INFINITY;

describe('eight ticks that start together', () => {
  it('launch each slot once, round after round', async () => {
    const before = tasks().length;
    const startedAt = performance.now();
    let round = 0;
    while (round < leastRounds || (round < mostRounds && performance.now() - startedAt < roundsMs)) {
      round += 1;
      world.advance(hourMs);
      const results = await Promise.all(Array.from({ length: 8 }, () => tick()));
      expect(results.map(({ exitCode }) => exitCode)).toEqual(results.map(() => 0));
      expect(tasks()).toHaveLength(before + round);
    }
    const slots = tasks().map(({ environment }) => environment['HEADGATE_SLOT']);
    expect(new Set(slots).size).toBe(slots.length);
    process.stdout.write(`${round} rounds of eight ticks in ${seconds(performance.now() - startedAt)} s\n`);
  });
});

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}
