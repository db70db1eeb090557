import { type Life, timelineOf, usualLife } from '../../src/adapters/memory/life.ts';
import type { AlertRules } from '../../src/core/alert-rules.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { hourMs, minuteMs, secondMs } from '../../src/core/instant.ts';
import { isEnded, type RunId } from '../../src/core/run.ts';
import { checkAlerts } from './alert-checks.ts';
import { checkCapacity } from './capacity-checks.ts';
import type { Play, Setting } from './play.ts';

export type Scenario = Setting & {
  /** What happens once everything is deployed; faults may strike from here on. */
  readonly act: (play: Play) => Promise<void>;
  /** What must hold in the end, beside what always must. */
  readonly atRest?: (play: Play) => Promise<void>;
  /** Too long for everything to be tried in it: for swarms alone. */
  readonly isLong?: boolean;
};

const base = 'command: [run]\nresources: { spot: false }\n';
const hourly = `${base}schedules: [{ cron: "0 * * * *" }]\n`;
const name = (text: string): FlowName => text as FlowName;
const quick: Life = { startAfterMs: 10 * secondMs, runMs: 20 * secondMs, end: { exitCode: 0 } };
const lasting = (minutes: number): Life => ({ ...usualLife, runMs: minutes * minuteMs });
const failing: Life = { ...quick, end: { exitCode: 1 } };
const interrupted: Life = { ...quick, end: { class: 'spot' } };
const newestRun = (play: Play, flow: string): RunId | undefined =>
  [...(play.stage.branches.current()?.state.runs.values() ?? [])]
    .filter((run) => run.flow === flow)
    .sort((a, b) => b.createdAt - a.createdAt)[0]?.id;
const start = '2026-11-24T11:56:00Z';
const setting = { start, flows: { load: hourly }, script: () => quick } satisfies Omit<Setting, 'name'>;
const request = (flow: string, text: string) =>
  ({ kind: 'run', flow: name(flow), parameters: undefined, request: text }) as const;

const alerts: AlertRules = {
  afterFailures: 1,
  hasMissedSlots: true,
  hasUnknownRuns: true,
  clockSeconds: 3_600,
  hasIssues: true,
};
/** What a clock comes at beside what it is set to. */
const slowRateMinutes = 60;

/** A tick comes when the clock is set to come, when a task ends, and at the slow rate. */
function minutesToWake({ stage, now }: Play): number {
  const ends = stage.tasks.all().flatMap((task) => timelineOf(task).ending?.at ?? []);
  const moments = [stage.alarm.at ?? 0, ...ends].filter((at) => at > now());
  return Math.min(slowRateMinutes, ...moments.map((at) => (at - now()) / minuteMs));
}

export const scenarios: readonly Scenario[] = [
  {
    ...setting,
    name: 'hourly',
    act: async (play) => {
      await play.ticks(3, 5);
      play.wait(45);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'away-after-launch',
    act: async (play) => {
      await play.ticks(1, 5);
      play.wait(130);
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'no-event-log',
    hasEventLog: false,
    act: async (play) => {
      await play.ticks(2, 5);
      play.wait(100);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'late-replay',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(90),
    flows: { load: `${base}timeout: { start: 2h, run: 4h }\n` },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.ticks(1, 48);
      await play.ticks(5, 2);
    },
  },
  {
    ...setting,
    name: 'late-cancel',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(30),
    flows: { load: base },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.ticks(1, 8);
      play.wait(1);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.ticks(3, 1);
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'retries',
    flows: { load: `${hourly}retries: { limit: 2, delay: 60s, backoff: exponential, jitter: 0.2 }\n` },
    script: (_flow, _run, attempt) => (attempt < 3 ? failing : quick),
    act: (play) => play.ticks(5, 5),
  },
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
  {
    ...setting,
    name: 'after',
    flows: {
      load: `${base}schedules: [{ cron: "0 * * * *" }]\nretries: { limit: 1, delay: 60s }\n`,
      report: `${base}after: { flows: [load], when: succeeded }\n`,
      alert: `${base}after: { flows: [load], when: failed }\n`,
    },
    script: (flow, run, attempt) =>
      flow === 'load' && (attempt === 1 || run.endsWith('1300')) ? failing : quick,
    act: async (play) => {
      await play.ticks(3, 5);
      play.wait(50);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'after-several',
    flows: {
      load: hourly,
      report: `${base}after: { flows: [load], when: succeeded }\n`,
      tidy: `${base}after: { flows: [report, load], when: finished }\n`,
    },
    act: (play) => play.ticks(4, 5),
  },
  {
    ...setting,
    name: 'retry-by-hand',
    flows: { load: hourly, alert: `${base}after: { flows: [load], when: failed }\n` },
    script: (flow, _run, attempt) => (flow === 'load' && attempt === 1 ? failing : quick),
    act: async (play) => {
      await play.ticks(2, 5);
      const failed = newestRun(play, 'load');
      if (failed !== undefined) await play.command({ kind: 'retry', run: failed });
      await play.ticks(2, 5);
    },
  },
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
    name: 'unseen',
    flows: { load: `${hourly}timeout: { start: 10m, run: 2h }\n` },
    script: () => lasting(50),
    act: async (play) => {
      await play.ticks(1, 5);
      await play.ticks(2, 15);
    },
  },
  {
    ...setting,
    name: 'cancel',
    flows: { load: `${base}overlap: buffer-all\n` },
    script: (_flow, run) => (run.endsWith('first') ? lasting(30) : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.command(request('load', 'second'));
      await play.ticks(2, 2);
      await play.command({ kind: 'cancel', run: 'load-m-second' as RunId });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'cancel-failed',
    flows: { load: `${base}retries: { limit: 2, delay: 60s }\n` },
    script: () => failing,
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      play.wait(2);
      await play.command({ kind: 'cancel', run: 'load-m-first' as RunId });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'spot',
    flows: { load: 'command: [run]\nresources: { spot: { fallback-after: 2 } }\n' },
    script: (_flow, _run, attempt) => (attempt < 3 ? interrupted : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(7, 2);
      checkCapacity(play, 2);
    },
  },
  {
    ...setting,
    name: 'retries-quick',
    flows: { load: `${base}retries: { limit: 2, delay: 5m, backoff: linear, jitter: 0.5 }\n` },
    script: () => failing,
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(8, 1);
    },
  },
  {
    ...setting,
    name: 'start-timeout',
    flows: { stuck: `${hourly}timeout: { start: 10m, run: 1h }\ninfra-retries: 1\n` },
    script: () => ({ ...usualLife, startAfterMs: 20 * hourMs }),
    act: (play) => play.ticks(7, 8),
  },
  {
    ...setting,
    name: 'run-timeout',
    flows: {
      endless: `${hourly}timeout: { start: 15m, run: 20m }\nretries: { limit: 1, delay: 60s }\n`,
    },
    script: () => ({ ...usualLife, runMs: 30 * hourMs, stopMs: 90 * secondMs }),
    act: (play) => play.ticks(6, 10),
  },
  {
    ...setting,
    name: 'rollback',
    act: async (play) => {
      await play.ticks(2, 5);
      play.wait(55);
      await play.ticks(2, 5);
      play.wait(100);
      play.rollBack(1 + play.oracle.choose(4, 'world:roll-back'));
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'forgotten',
    flows: { load: base },
    script: () => lasting(90),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(2, 2);
      play.mishaps.deleteBranch();
      await play.ticks(1, 2);
      await play.deploy({ load: base });
      await play.ticks(1, 60);
    },
  },
  {
    ...setting,
    name: 'rollback-after',
    flows: { load: base, report: `${base}after: { flows: [load], when: succeeded }\n` },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(4, 5);
      play.wait(150);
      play.rollBack(4 + play.oracle.choose(4, 'world:roll-back'));
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'pause-and-backfill',
    flows: { load: `${hourly}overlap: buffer-all\n` },
    act: async (play) => {
      await play.ticks(2, 5);
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
      await play.ticks(3, 5);
    },
  },
  {
    ...setting,
    name: 'definitions-change',
    flows: { load: hourly, other: hourly },
    script: (flow) => (flow === 'other' ? lasting(25) : quick),
    act: async (play) => {
      await play.ticks(2, 3);
      await play.deploy({ load: `${base}schedules: [{ cron: "10 * * * *" }]\nenvironment: { MODE: new }\n` });
      await play.ticks(1, 10);
      play.wait(62);
      await play.deploy({ load: hourly, other: hourly });
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'old-job',
    act: async (play) => {
      await play.ticks(2, 3);
      await play.deploy({ load: `${base}schedules: [{ cron: "10 * * * *" }]\n` });
      await play.deployAgain(1);
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
    act: (play) => play.ticks(6, 5),
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
    name: 'alerts',
    alerts,
    flows: { load: `${hourly}timeout: { start: 15m, run: 30m }\n` },
    script: (_flow, run) => (run.endsWith('1200') ? failing : quick),
    act: async (play) => {
      await play.ticks(2, 5);
      play.wait(55);
      await play.ticks(2, 5);
    },
    atRest: async (play) => {
      // What could not be told is tried again an hour later.
      await play.ticks(2, 65);
      checkAlerts(play, alerts);
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
    name: 'console',
    flows: { load: `${base}overlap: buffer-all\ninfra-retries: 1\n` },
    script: (_flow, run) => (run.endsWith('first') ? lasting(30) : quick),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(1, 1);
      await play.command(request('load', 'second'));
      play.wait(4);
      play.mishaps.stopOutside();
      play.mishaps.deregister();
      await play.ticks(3, 5);
    },
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
    name: 'invisible',
    visibilityDelayMs: 4 * minuteMs,
    script: () => lasting(12),
    flows: { load: `${hourly}timeout: { start: 10m, run: 1h }\n` },
    act: (play) => play.ticks(7, 2),
  },
  {
    ...setting,
    name: 'two-ticks',
    flows: {
      load: `${hourly}retries: { limit: 1, delay: 60s }\n`,
      report: `${base}after: { flows: [load], when: finished }\n`,
    },
    script: (_flow, _run, attempt) => (attempt === 1 ? failing : quick),
    act: async (play) => {
      await play.ticks(0, 5);
      play.wait(5);
      await play.together(3);
      play.wait(5);
      await play.together(3);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'cancel-meanwhile',
    flows: { load: hourly },
    script: () => lasting(30),
    act: async (play) => {
      play.wait(5);
      await play.commandDuringTick(request('load', 'first'), 3);
      play.wait(5);
      await play.commandDuringTick({ kind: 'cancel', run: 'load-20261124-1200' as RunId }, 3);
      await play.ticks(2, 5);
    },
  },
  {
    ...setting,
    name: 'resolve',
    hasEventLog: false,
    flows: { load: hourly, report: `${base}after: { flows: [load], when: succeeded }\n` },
    act: async (play) => {
      await play.ticks(1, 5);
      play.wait(100);
      await play.ticks(3, 10);
      for (const run of [...(play.stage.branches.current()?.state.runs.values() ?? [])])
        if (isEnded(run) && run.phase.state === 'unknown') {
          play.count('resolve', 'people');
          await play.command({ kind: 'resolve', run: run.id, as: 'succeeded' });
        }
      await play.ticks(2, 5);
    },
  },
];
