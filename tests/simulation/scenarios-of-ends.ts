import type { AlertRules } from '../../src/core/alert-rules.ts';
import { isEnded, type RunId } from '../../src/core/run.ts';
import { checkAlerts } from './alert-checks.ts';
import type { Play } from './play.ts';
import { indigestible } from './quick-outgoing.ts';
import { base, failing, hourly, quick, request, type Scenario, setting } from './scenario.ts';

const newestRun = (play: Play, flow: string): RunId | undefined =>
  [...(play.stage.branches.current()?.state.runs.values() ?? [])]
    .filter((run) => run.flow === flow)
    .sort((a, b) => b.createdAt - a.createdAt)[0]?.id;

const alerts: AlertRules = {
  afterFailures: 1,
  hasMissedSlots: true,
  hasUnknownRuns: true,
  clockSeconds: 3_600,
  hasIssues: true,
};
/** What follows from an end, and what people are told of it. */
export const endScenarios: readonly Scenario[] = [
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
  {
    ...setting,
    name: 'two-ticks',
    flows: {
      load: `${hourly}retries: { limit: 1, delay: 60s }\n`,
      report: `${base}after: { flows: [load], when: finished }\n`,
    },
    script: (_flow, _run, attempt) => (attempt === 1 ? failing : quick),
    act: async (play) => {
      play.wait(5);
      await play.together(3);
      play.wait(5);
      await play.together(3);
      await play.ticks(1, 5);
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
      await play.ticks(1, 5);
    },
  },
  {
    ...setting,
    name: 'unmade-report',
    flows: { load: base, poison: base },
    script: (flow) => (flow === 'poison' ? { ...failing, lines: [indigestible] } : quick),
    act: async (play) => {
      await play.command(request('poison', 'first'));
      await play.command(request('load', 'first'));
      await play.ticks(2, 5);
    },
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
];
