import { timelineOf } from '../../src/adapters/memory/life.ts';
import { hourMs, minuteMs } from '../../src/core/instant.ts';
import type { Play } from './play.ts';
import { base, failing, hourly, lasting, name, quick, type Scenario, setting } from './scenario.ts';

/** What a clock comes at beside what it is set to. */
const slowRateMinutes = 60;

/** A tick comes when the clock is set to come, when a task ends, and at the slow rate. */
function minutesToWake({ stage, now }: Play): number {
  const ends = stage.tasks.all().flatMap((task) => timelineOf(task).ending?.at ?? []);
  const moments = [stage.alarm.at ?? 0, ...ends].filter((at) => at > now());
  return Math.min(slowRateMinutes, ...moments.map((at) => (at - now()) / minuteMs));
}

/** Which slots run, when, and beside what. */
export const slotScenarios: readonly Scenario[] = [
  ...(['skip', 'buffer-one', 'cancel-other'] as const).map(
    (policy): Scenario => ({
      ...setting,
      name: `overlap-${policy}`,
      flows: {
        load: `${base}schedules: [{ every: 15m, anchor: 2026-01-01T00:00:00Z }]\noverlap: ${policy}\n`,
      },
      script: () => lasting(20),
      act: (play) => play.ticks(4, 8),
    }),
  ),
  ...Object.entries({
    all: 'catch-up: { policy: all, max: 3, window: 4h }\noverlap: buffer-all\n',
    none: 'catch-up: { policy: none }\n',
    latest: 'catch-up: { policy: latest, window: 1h }\n',
  }).map(
    ([policy, text]): Scenario => ({
      ...setting,
      name: `catch-up-${policy}`,
      flows: { load: `${base}schedules: [{ cron: "*/30 * * * *" }]\n${text}` },
      act: async (play) => {
        await play.ticks(1, 5);
        play.wait(300);
        await play.ticks(2, 5);
      },
    }),
  ),
  {
    ...setting,
    name: 'burst',
    flows: {
      all: `${base}schedules: [{ cron: "0 * * * *" }]\ncatch-up: { policy: all, max: 5, window: 12h }\noverlap: allow\n`,
    },
    act: async (play) => {
      await play.ticks(1, 5);
      play.wait(500);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'groups-and-caps',
    limits: { launchesPerTick: 1, running: 3 },
    flows: Object.fromEntries(
      ['a', 'b', 'c'].map((flow) => [flow, `${hourly}concurrency: { group: warehouse, limit: 2 }\n`]),
    ),
    script: () => lasting(17),
    act: (play) => play.ticks(5, 5),
  },
  {
    ...setting,
    name: 'group-of-one',
    flows: Object.fromEntries(
      ['a', 'b'].map((flow) => [flow, `${hourly}concurrency: { group: warehouse, limit: 1 }\n`]),
    ),
    script: () => lasting(7),
    act: (play) => play.ticks(4, 5),
  },
  {
    ...setting,
    name: 'clocks-change',
    start: '2026-10-24T22:00:00Z',
    flows: {
      berlin: `${base}schedules: [{ cron: "30 2 * * *", timezone: Europe/Berlin }]\n`,
      'lord-howe': `${base}schedules: [{ cron: "15 2 * * *", timezone: Australia/Lord_Howe }]\n`,
    },
    act: (play) => play.ticks(8, 60),
  },
  {
    ...setting,
    name: 'zone-data',
    start: '2026-11-24T20:00:00Z',
    flows: { cairo: `${base}schedules: [{ cron: "30 2 * * *", timezone: Africa/Cairo }]\n` },
    act: async (play) => {
      const at = play.oracle.choose(5, 'world:zone-data');
      for (let tick = 0; tick < 6; tick += 1) {
        if (tick === at) play.mishaps.changeZoneData();
        await play.ticks(1, 60);
      }
    },
  },
  {
    ...setting,
    name: 'alarm',
    hasAlarm: true,
    flows: { load: `${hourly}retries: { limit: 1, delay: 10m }\n` },
    script: (_flow, _run, attempt) => (attempt === 1 ? failing : quick),
    act: async (play) => {
      for (let wake = 0; wake < 5; wake += 1) {
        play.wait(minutesToWake(play));
        await play.tick();
      }
    },
  },
  {
    ...setting,
    name: 'pause-and-backfill',
    flows: { load: `${hourly}overlap: buffer-all\n` },
    act: async (play) => {
      await play.ticks(1, 5);
      await play.command({ kind: 'pause', flow: name('load') });
      play.wait(60);
      await play.ticks(1, 5);
      await play.command({ kind: 'resume', flow: name('load') });
      const now = play.now();
      await play.command({
        kind: 'backfill',
        flow: name('load'),
        from: (now - 3 * hourMs) as typeof now,
        to: (now - 5 * minuteMs) as typeof now,
      });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'definitions-change',
    flows: { load: hourly, other: hourly },
    script: (flow) => (flow === 'other' ? lasting(25) : quick),
    act: async (play) => {
      play.wait(3);
      await play.ticks(1, 3);
      await play.deploy({ load: `${base}schedules: [{ cron: "10 * * * *" }]\nenvironment: { MODE: new }\n` });
      await play.ticks(1, 10);
      play.wait(62);
      await play.deploy({ load: hourly, other: hourly });
      await play.ticks(1, 5);
    },
  },
  {
    ...setting,
    name: 'old-job',
    act: async (play) => {
      play.wait(3);
      await play.ticks(1, 3);
      await play.deploy({ load: `${base}schedules: [{ cron: "10 * * * *" }]\n` });
      await play.deployAgain(1);
      await play.ticks(2, 5);
    },
  },
];
