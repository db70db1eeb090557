import { type Life, usualLife } from '../../src/adapters/memory/life.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/instant.ts';
import { doSomething, type People } from './people.ts';
import type { Play } from './play.ts';
import { failing, quick, type Scenario } from './scenario.ts';

const base = 'command: [run]\nresources: { spot: false }\ninfra-retries: 2\n';

/** The usual first; the others are what may become of any attempt. */
const lives: readonly Life[] = [
  quick,
  failing,
  { ...usualLife, runMs: 25 * minuteMs },
  { ...usualLife, runMs: 95 * minuteMs, stopMs: 90 * secondMs },
  { ...quick, end: { class: 'spot' } },
  { ...quick, end: { class: 'out-of-memory', exitCode: 137 } },
  { startAfterMs: 40 * secondMs, end: { class: 'image-pull' } },
  { ...quick, startAfterMs: 20 * hourMs },
  { ...quick, runMs: 30 * hourMs },
];

const flows = {
  load: `${base}schedules: [{ cron: "0 * * * *" }]\nretries: { limit: 2, delay: 60s }\ntimeout: { start: 15m, run: 1h }\n`,
  report: `${base}after: { flows: [load], when: succeeded }\ntimeout: { start: 15m, run: 1h }\n`,
  often: `${base}schedules: [{ every: 20m, anchor: 2026-01-01T00:00:00Z }]\noverlap: buffer-all\ncatch-up: { policy: all, max: 4, window: 3h }\ntimeout: { start: 15m, run: 1h }\n`,
  'by-hand': `${base}overlap: allow\non-unknown: relaunch\ntimeout: { start: 15m, run: 1h }\n`,
};

const limits = 'timeout: { start: 15m, run: 1h }\n';
const waitsMinutes = [5, 1, 20, 70, 400];

function mishap({ oracle, mishaps }: Play): void {
  const all = [
    mishaps.deleteBranch,
    () => mishaps.rollBack(1 + oracle.choose(4, 'pick:versions')),
    mishaps.corrupt,
    mishaps.repair,
    mishaps.editState,
    mishaps.loseEvent,
    mishaps.removeCheck,
    mishaps.stopOutside,
    mishaps.deregister,
  ];
  all[oracle.choose(all.length + 1, 'world:mishap') - 1]?.();
}

/** People and accidents take turns with ticks, as the oracle has it: with the usual picks, nothing happens but ticks. */
export const wild: Scenario = {
  name: 'wild',
  start: '2026-11-24T11:56:00Z',
  flows,
  script: (_flow, _run, _attempt, oracle) => lives[oracle.choose(lives.length, 'life:any')] ?? quick,
  async act(play) {
    const people: People = { initial: flows, flows, requests: 0 };
    for (let round = 0; round < 12; round += 1) {
      play.wait(waitsMinutes[play.oracle.choose(waitsMinutes.length, 'world:wait')] ?? 5);
      const hasTicked = await doSomething(play, people);
      mishap(play);
      if (hasTicked) continue;
      if (play.oracle.choose(4, 'world:burst') === 3) await play.together(3);
      else await play.tick();
    }
    play.mishaps.repair();
    await play.deploy(people.flows);
  },
};

/** Ticks only when one is due, and sometimes none for months. */
export const decades: Scenario = {
  name: 'decades',
  start: '2026-11-24T11:56:00Z',
  flows: {
    monthly: `${base}schedules: [{ cron: "30 2 1 * *", timezone: Europe/Berlin }]\ncatch-up: { policy: all, max: 3, window: 31d }\noverlap: buffer-all\n${limits}`,
    yearly: `${base}schedules: [{ cron: "0 0 29 2 *", timezone: America/New_York }, { cron: "0 12 31 12 *" }]\n${limits}`,
    after: `${base}after: { flows: [monthly], when: finished }\n${limits}`,
  },
  script: (_flow, _run, _attempt, oracle) => lives[oracle.choose(lives.length, 'life:any')] ?? quick,
  isLong: true,
  async act(play) {
    for (let wake = 0; wake < 240; wake += 1) {
      const result = await play.tick();
      const minutes = result?.nextWake === undefined ? 60 : (result.nextWake - play.now()) / minuteMs;
      const absence = [0, 1, 60 * 24 * 40, 60 * 24 * 400][play.oracle.choose(4, 'world:absence')] ?? 0;
      play.wait(Math.max(Math.ceil(minutes), 1) + absence);
    }
  },
};
