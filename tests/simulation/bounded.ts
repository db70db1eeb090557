import assert from 'node:assert/strict';
import { encodeFiles } from '../../src/adapters/git/state/records/encode.ts';
import { usualLife } from '../../src/adapters/memory/life.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { secondMs } from '../../src/core/instant.ts';
import { isEnded } from '../../src/core/run.ts';
import type { TickResult } from '../../src/engine/tick.ts';
import { scripted } from './oracle.ts';
import { type ArmedPlay, type Flows, playOf, unwatched } from './play.ts';
import { withoutWords } from './words.ts';

/** What one tick may do at most; calls of ports are counted by the checker. */
const launchesPerTick = 100;
const mostOpenRuns = 10_000;
/** Of any file of the state branch. */
const mostBytes = 1_048_576;
const mostSeconds = 15;

const base = 'command: [run]\nresources: { spot: false }\n';
const minutes = (count: number): number => count;
const day = 24 * 60;

async function deployed(flows: Flows): Promise<ArmedPlay> {
  const setting = {
    name: 'bounded',
    start: '2026-01-01T00:00:30Z',
    flows,
    limits: { launchesPerTick, running: 200 },
    script: () => ({ ...usualLife, runMs: 30 * secondMs }),
  };
  const play = playOf(setting, scripted(new Map()), unwatched);
  await play.deploy(flows);
  await play.tick();
  return play;
}

const violations = ({ checker }: ArmedPlay): readonly unknown[] => [...checker.tally.violations];

/** One tick, held to every bound. */
async function boundedTick(play: ArmedPlay): Promise<TickResult> {
  const launchedBefore = play.stage.tasks.all().length;
  const started = performance.now();
  const before = violations(play);
  const result = await play.tick();
  // The checker counts launches and calls.
  assert.deepEqual(violations(play), before);
  assert(performance.now() - started < mostSeconds * secondMs, 'a tick takes too long');
  assert(play.stage.tasks.all().length - launchedBefore <= launchesPerTick, 'too many launches');
  const saved = play.stage.branches.current();
  if (result === undefined || saved === undefined) throw new Error('The tick failed');
  const open = [...saved.state.runs.values()].filter((run) => !isEnded(run));
  assert(open.length <= mostOpenRuns, `${open.length} open runs`);
  for (const [path, text] of encodeFiles(saved))
    assert(Buffer.byteLength(text) <= mostBytes, `${path} is too large`);
  return result;
}

/** A thousand commands, of which each would write the board: no tick is measured here. */
const pauseAll = (play: ArmedPlay): Promise<void> =>
  withoutWords(async () => {
    for (const { flow } of play.stage.branches.current()?.registry.deployments.values() ?? [])
      await play.command({ kind: 'pause', flow: flow as FlowName });
  });

/** Ticks until nothing is left, a few at most. */
async function finish(play: ArmedPlay, mostTicks: number): Promise<void> {
  await pauseAll(play);
  for (let count = 0; count < mostTicks; count += 1) {
    play.wait(minutes(5));
    const { open, unreported } = await boundedTick(play);
    if (open.length === 0 && unreported === 0) return;
  }
  throw new Error('It does not come to an end');
}

const countOf = (gaps: TickResult['gaps']): number => gaps.reduce((sum, { count }) => sum + count, 0);

/** A tick stays within its bounds, and the next ones finish. */
export const bounds: { readonly [title: string]: () => Promise<void> } = {
  'after 10,000 slots that nobody saw, of which a thousand may run': async () => {
    const catchUp = 'catch-up: { policy: all, max: 1000, window: 31d }';
    const play = await deployed({
      load: `${base}schedules: [{ cron: "* * * * *" }]\n${catchUp}\noverlap: allow\n`,
    });
    play.wait(minutes(10_000));
    const first = await boundedTick(play);
    assert.equal(countOf(first.gaps), 9_000);
    assert.equal(first.open.length, 1_000);
    assert.equal(first.waiting.size, 900);
    await finish(play, 80);
    const slots = play.stage.tasks.all().map(({ request }) => request.environment['HEADGATE_SLOT']);
    assert.equal(new Set(slots).size, slots.length);
    assert(slots.length >= 1_000);
  },
  'with a thousand flows that are due at once': async () => {
    const flows = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [
        `flow-${index}`,
        `${base}schedules: [{ cron: "0 1 * * *" }]\n`,
      ]),
    );
    const play = await deployed(flows);
    play.wait(minutes(61));
    const first = await boundedTick(play);
    assert.equal(first.open.length, 1_000);
    assert.equal(play.stage.tasks.all().length, launchesPerTick);
    await finish(play, 80);
    assert.equal(play.stage.tasks.all().length, 1_000);
    const checks = play.stage.checks.shown().filter(({ check }) => check.name.startsWith('flow / '));
    assert.equal(checks.length, 1_000);
  },
  'with twelve flows that have ten thousand open runs and further slots, which wait for their turn':
    async () => {
      const catchUp = 'catch-up: { policy: all, max: 1000, window: 31d }';
      const flow = (overlap: string) =>
        `${base}schedules: [{ cron: "* * * * *" }]\n${catchUp}\noverlap: ${overlap}\n`;
      const loads = Array.from({ length: 11 }, (_, index) => [`load-${index}`, flow('buffer-all')] as const);
      const play = await deployed({ ...Object.fromEntries(loads), more: flow('allow') });
      play.wait(minutes(900));
      const first = await boundedTick(play);
      assert.equal(first.isBehind, true);
      assert.equal(first.open.length, mostOpenRuns);
      for (let count = 0; count < 30; count += 1) {
        play.wait(minutes(1));
        if (!(await boundedTick(play)).isBehind) break;
      }
      const runs = [...play.checker.records.runs.values()].filter(({ flow: name }) => name === 'more');
      assert(runs.length >= 900);
    },
  'after a year away': async () => {
    const flows = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `flow-${index}`,
        `${base}schedules: [{ cron: "${index % 60} * * * *" }]\n`,
      ]),
    );
    const play = await deployed(flows);
    play.wait(minutes(365 * day));
    const first = await boundedTick(play);
    assert.equal(countOf(first.gaps) + play.checker.records.runs.size, 100 * 365 * 24);
    await finish(play, 20);
    assert.equal(play.stage.tasks.all().length, 100);
  },
};
