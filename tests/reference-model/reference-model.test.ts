import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { story } from './generate.ts';
import { disagreement } from './play.ts';
import type { FlowSpec, Flows, Step } from './story.ts';
import { fires } from './wall-clock.ts';
import { wordsOf } from './words.ts';

const minute = (iso: string): number => Date.parse(iso) / 60_000;

/** As many as fit beside all other tests; `npm run reference` goes on with fresh seeds. */
const histories = 100;

test('what becomes of every slot is what the reference model says, in histories of all kinds', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const difference = await disagreement(told);
      if (difference !== undefined) throw new Error(`${wordsOf(told)}\n${difference}`);
    }),
    { numRuns: histories, seed: 21 },
  );
}, 300_000);

const hourly: FlowSpec = {
  schedules: [{ rule: { cron: '0 * * * *', timezone: 'UTC' } }],
  catchUp: { policy: 'all', windowMinutes: 360, max: 10 },
  overlap: 'skip',
  retries: 0,
  infraRetries: 0,
};
const start = minute('2026-06-01T20:00Z');
const tick = (at: number): Step => ({ at: start + at, deed: { kind: 'tick' } });
const deploy = (flows: Flows): Step => ({ at: start + 0.5, deed: { kind: 'deploy', flows } });
const succeeds = [{ minutes: 5, end: 'succeeded' }] as const;

test('slots of a pause that no tick saw are told as paused, and those before it run', async () => {
  const steps: readonly Step[] = [
    deploy({ a: hourly }),
    { at: start + 70.5, deed: { kind: 'pause', flow: 'a' } },
    { at: start + 130.5, deed: { kind: 'resume', flow: 'a' } },
    tick(140),
    tick(150),
    tick(190),
  ];
  expect(await disagreement({ steps, lives: succeeds })).toBeUndefined();
});

test('one catch-up runs all slots that it grants, with schedules of two regions that meet', async () => {
  const rule = { cron: '0 * * * *', timezone: 'UTC' };
  const both = {
    ...hourly,
    schedules: [
      { rule, region: 'us' as const },
      { rule, region: 'eu' as const },
    ],
  };
  const steps = [deploy({ a: both }), ...[185, 191, 197, 203, 209, 215, 221, 245].map(tick)];
  expect(await disagreement({ steps, lives: succeeds })).toBeUndefined();
});

test('after several flows one run follows for a slot, when all runs of it have ended', async () => {
  const rule = { cron: '0 * * * *', timezone: 'UTC' };
  const flows: Flows = {
    a: {
      ...hourly,
      schedules: [
        { rule, region: 'us' },
        { rule, region: 'eu' },
      ],
    },
    b: hourly,
    c: { ...hourly, schedules: [], after: { flows: ['a', 'b'], when: 'succeeded' } },
  };
  const steps = [deploy(flows), ...[60, 63, 66, 72, 78, 84].map(tick)];
  expect(await disagreement({ steps, lives: succeeds })).toBeUndefined();
});

/** The table of docs/semantics.md, by hand. */
const whereClocksChange: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['30 2 * * *', 'Europe/Berlin', '2026-03-28T23:00Z', ['01:00']],
  ['30 2 * * *', 'Europe/Berlin', '2026-10-24T22:00Z', ['00:30']],
  ['0 * * * *', 'Europe/Berlin', '2026-03-28T23:00Z', ['23:00', '00:00', '01:00', '02:00']],
  ['0 * * * *', 'Europe/Berlin', '2026-10-24T22:00Z', ['22:00', '23:00', '00:00', '01:00']],
  ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T13:30Z', ['15:30']],
  ['45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T13:00Z', ['14:45']],
];

test.each(whereClocksChange)(
  'the model has the slots of %s in %s from %s on',
  (cron, timezone, from, slots) => {
    const rule = { cron, timezone };
    const found = Array.from({ length: 240 }, (_, ahead) => minute(from) + ahead).filter((at) =>
      fires(rule, at),
    );
    expect(found.map((at) => new Date(at * 60_000).toISOString().slice(11, 16))).toEqual(slots);
  },
);
