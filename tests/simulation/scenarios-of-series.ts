import { slotRunId } from '../../src/core/identity.ts';
import type { Instant } from '../../src/core/instant.ts';
import { instantOf } from './play.ts';
import { base, failing, hourly, lasting, name, quick, request, type Scenario, setting } from './scenario.ts';
import { checkCount, checkGroupOfOne, checkPaused, checkToldOnce, hasEndedBy } from './slot-checks.ts';

const at = (time: string): Instant => instantOf(`2026-11-24T${time}:00Z`);
const ofRegion = (cron: string, region: string) => `{ cron: "${cron}", parameters: { region: ${region} } }`;
const regions = 'parameters: { region: { type: string } }\n';
const twoRegions = (us: string, eu: string) =>
  `${base}${regions}schedules: [${ofRegion(us, 'us')}, ${ofRegion(eu, 'eu')}]\n`;
const grouped = (cron: string, group: string) =>
  `${base}schedules: [{ cron: "${cron}" }]\nconcurrency: { group: ${group}, limit: 1 }\n`;
const usAtNoon = slotRunId(name('a'), at('12:00'), { region: 'us' });

/** Slots beside slots: of several schedules, of one catch-up, beside backfills, pauses and what people do. */
export const seriesScenarios: readonly Scenario[] = [
  {
    ...setting,
    name: 'pause-between-ticks',
    flows: { load: `${base}schedules: [{ cron: "15 * * * *" }]\n` },
    act: async (play) => {
      play.wait(14);
      await play.command({ kind: 'pause', flow: name('load') });
      play.wait(15);
      await play.command({ kind: 'resume', flow: name('load') });
      await play.ticks(2, 5);
      checkPaused(play, 'load', '12:15');
    },
  },
  {
    ...setting,
    name: 'schedules-meet',
    // The hashes of these two begin with the same four digits.
    flows: {
      load: `${base}${regions}schedules: [${ofRegion('0 * * * *', 'r152')}, ${ofRegion('0 * * * *', 'r177')}]\n`,
    },
    act: (play) => play.ticks(3, 5),
    atRest: async (play) => checkCount(play, 'load', '12:00', 2),
  },
  {
    ...setting,
    name: 'series-beside-another',
    flows: { load: twoRegions('0 12 * * *', '10 12 * * *') },
    script: () => lasting(25),
    act: (play) => play.ticks(3, 5),
    atRest: async (play) => checkCount(play, 'load', '12:10', 1),
  },
  {
    ...setting,
    name: 'catch-up-all-at-once',
    flows: {
      load: `${base}schedules: [{ cron: "*/30 * * * *" }]\ncatch-up: { policy: all, max: 3, window: 4h }\n`,
    },
    act: async (play) => {
      play.wait(300);
      await play.ticks(2, 5);
    },
    atRest: async (play) => {
      // By a clock that is behind, 17:00 comes later, and finds these at work.
      for (const time of ['16:00', '16:30']) checkCount(play, 'load', time, 1);
    },
  },
  {
    ...setting,
    name: 'cancel-other-of-a-person',
    flows: { load: `${hourly}overlap: cancel-other\n` },
    script: () => lasting(15),
    act: async (play) => {
      await play.command(request('load', 'by hand'));
      await play.ticks(3, 5);
    },
    atRest: async ({ checker }) => {
      const superseded = [...checker.records.runs.values()].filter(
        ({ cause, cancel }) => cause.kind === 'manual' && cancel?.cause === 'superseded',
      );
      checker.tally.check('CancelWins', superseded.length === 0, () => `${superseded[0]?.id} gave way`);
    },
  },
  {
    ...setting,
    name: 'after-several-in-two-series',
    flows: {
      a: `${twoRegions('0 12 * * *', '0 12 * * *')}overlap: allow\n`,
      b: `${base}schedules: [{ cron: "0 12 * * *" }]\n`,
      c: `${base}after: { flows: [a, b], when: succeeded }\n`,
    },
    script: (_flow, run) => (run === usAtNoon ? { ...lasting(8), end: { exitCode: 1 } } : quick),
    act: (play) => play.ticks(4, 5),
    atRest: async (play) => checkCount(play, 'c', '12:00', 0),
  },
  {
    ...setting,
    name: 'backfill-beside-slots',
    flows: { load: hourly },
    script: (_flow, run) => (run.endsWith('1200') ? lasting(70) : quick),
    act: async (play) => {
      play.wait(180);
      await play.ticks(2, 5);
      await play.command({ kind: 'backfill', flow: name('load'), from: at('12:00'), to: at('13:00') });
      await play.ticks(1, 5);
      await play.ticks(1, 51);
    },
    // What went wrong may keep 15:00 at work until then, and that is one of its series.
    atRest: async (play) => {
      if (hasEndedBy(play, 'load', '15:00', '16:00')) checkCount(play, 'load', '16:00', 1);
    },
  },
  {
    ...setting,
    name: 'buffer-one-and-a-retry',
    flows: {
      load: `${hourly}overlap: buffer-one\nretries: { limit: 1, delay: 70m, max-delay: 70m, jitter: 0 }\n`,
    },
    script: (_flow, _run, attempt) => (attempt === 1 ? failing : quick),
    act: async (play) => {
      await play.ticks(2, 5);
      await play.ticks(1, 56);
    },
    atRest: async (play) => checkCount(play, 'load', '13:00', 1),
  },
  {
    ...setting,
    name: 'one-slot-of-two-schedules',
    flows: { load: `${base}schedules: [{ cron: "0 * * * *" }, { cron: "0 */2 * * *" }]\n` },
    script: () => lasting(130),
    act: async (play) => {
      await play.ticks(1, 5);
      await play.ticks(2, 61);
    },
    atRest: async (play) => checkToldOnce(play, 'load', '12:00'),
  },
  {
    ...setting,
    name: 'schedule-in-other-words',
    flows: { load: `${base}schedules: [{ cron: "0 * * * 1-5" }]\n` },
    act: async (play) => {
      play.wait(5);
      await play.deploy({ load: `${base}schedules: [{ cron: "0 * * * mon-fri" }]\n` });
      await play.ticks(2, 5);
    },
    atRest: async (play) => checkCount(play, 'load', '12:00', 1),
  },
  {
    ...setting,
    name: 'moved-group',
    flows: { a: grouped('0 12 * * *', 'db'), b: grouped('7 12 * * *', 'db') },
    script: (flow) => (flow === 'a' ? lasting(20) : quick),
    act: async (play) => {
      await play.ticks(2, 4);
      await play.deploy({ a: grouped('0 12 * * *', 'other'), b: grouped('7 12 * * *', 'db') });
      await play.ticks(2, 5);
    },
    atRest: async (play) => {
      checkGroupOfOne(play, 'db');
      checkCount(play, 'b', '12:07', 1);
    },
  },
];
