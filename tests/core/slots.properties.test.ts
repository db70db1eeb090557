import { fc, test } from '@fast-check/jest';
import { describe, expect } from '@jest/globals';
import type { ScheduleRule } from '../../src/core/flow.ts';
import { type Instant, instantFromMs, minuteMs } from '../../src/core/instant.ts';
import { countSlots, firstSlot, lastSlots, nextSlots, slotsBetween } from '../../src/core/slots.ts';
import { at } from './builders.ts';

const dayMs = 86_400_000;
/** Looks at the offsets of a zone come in stretches of this length: windows that begin at their edges are worth a try. */
const chunkMs = 32 * dayMs;

const item = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
    .map(([a, b]) => (a === b ? `${a}` : `${Math.min(a, b)}-${Math.max(a, b)}`));
const list = (from: number, to: number) =>
  fc.array(item(from, to), { minLength: 1, maxLength: 3 }).map((items) => items.join(','));
const orStar = (field: fc.Arbitrary<string>, steps: readonly string[]) =>
  fc.oneof(field, fc.constant('*'), fc.constantFrom(...steps));

const cronText = fc
  .tuple(
    orStar(list(0, 59), ['*/7', '*/15', '*/20']),
    orStar(list(0, 23), ['*/2', '*/5']),
    orStar(list(1, 28), ['*/2']),
    orStar(list(1, 12), ['*/5']),
    orStar(list(0, 7), ['*/3']),
  )
  .map((fields) => fields.join(' '));

const timezone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Nuuk',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Monrovia',
);

const rule: fc.Arbitrary<ScheduleRule> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cron' as const), cron: cronText, timezone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('interval' as const),
      everySeconds: fc.integer({ min: 1, max: 3_000 }).map((minutes) => minutes * 60),
      anchor: fc.integer({ min: at('2010-01-01T00:00Z'), max: at('2030-01-01T00:00Z') }).map(instantFromMs),
    }),
  },
);

const moment = fc.oneof(
  fc.integer({ min: at('1971-06-01T00:00Z'), max: at('1972-06-01T00:00Z') }),
  fc.integer({ min: at('2010-01-01T00:00Z'), max: at('2030-01-01T00:00Z') }),
  fc
    .tuple(fc.integer({ min: 460, max: 680 }), fc.integer({ min: -3 * 60, max: 3 * 60 }))
    .map(([chunk, minutes]) => chunk * chunkMs + minutes * minuteMs),
  // Around changes of the clocks.
  fc
    .tuple(
      fc.constantFrom(
        '2027-03-14T07:00Z',
        '2027-11-07T06:00Z',
        '2026-10-03T15:30Z',
        '2011-12-30T10:00Z',
        '2026-03-28T22:00Z',
      ),
      fc.integer({ min: -3 * 60, max: 3 * 60 }),
    )
    .map(([text, minutes]) => at(text) + minutes * minuteMs),
);

const window = fc
  .tuple(
    moment,
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 30 * 3_600_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * dayMs }) },
    ),
  )
  .map(([after, ms]) => ({ after: instantFromMs(after), until: instantFromMs(after + ms) }));

const all = ({ after, until }: { after: Instant; until: Instant }, of: ScheduleRule): Instant[] =>
  slotsBetween(of, after, until, Number.POSITIVE_INFINITY);

describe('Slots of any rule in any window', () => {
  test.prop([rule, window], { numRuns: 300 })('ascend within the window, without duplicates', (of, span) => {
    const slots = all(span, of);
    for (const [index, slot] of slots.entries()) {
      expect(slot > (slots[index - 1] ?? span.after) && slot <= span.until).toBe(true);
    }
  });

  test.prop([rule, window, fc.double({ min: 0, max: 1, noNaN: true })], { numRuns: 500 })(
    'are the same when the window is cut in two',
    (of, { after, until }, share) => {
      const middle = instantFromMs(after + (until - after) * share);
      expect([...all({ after, until: middle }, of), ...all({ after: middle, until }, of)]).toEqual(
        all({ after, until }, of),
      );
    },
  );

  test.prop([rule, window], { numRuns: 300 })('are as many as countSlots says', (of, { after, until }) => {
    expect(countSlots(of, after, until)).toBe(all({ after, until }, of).length);
  });

  test.prop([rule, window, fc.integer({ min: 1, max: 50 })], { numRuns: 300 })(
    'end with lastSlots',
    (of, { after, until }, count) => {
      expect(lastSlots(of, after, until, count)).toEqual(all({ after, until }, of).slice(-count));
    },
  );

  test.prop([rule, window, fc.integer({ min: 1, max: 50 })], { numRuns: 300 })(
    'begin with a limited list',
    (of, { after, until }, count) => {
      expect(slotsBetween(of, after, until, count)).toEqual(all({ after, until }, of).slice(0, count));
    },
  );

  test.prop([rule, window, fc.integer({ min: 1, max: 5 })], { numRuns: 500 })(
    'begin with nextSlots',
    (of, { after, until }, count) => {
      const next = nextSlots(of, after, count);
      const slots = all({ after, until }, of);
      expect(next.filter((slot) => slot <= until)).toEqual(slots.slice(0, count));
      expect(next.length === count || of.kind === 'cron').toBe(true);
    },
  );

  test.prop([rule, window], { numRuns: 500 })('begin with firstSlot', (of, { after, until }) => {
    expect(firstSlot(of, after, until)).toBe(all({ after, until }, of)[0]);
  });
});
