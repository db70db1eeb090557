import { describe, expect, it } from '@jest/globals';
import type { ScheduleRule } from '../../src/core/flow.ts';
import { isoOf } from '../../src/core/instant.ts';
import { countSlots, lastSlots, nextSlots, slotsBetween } from '../../src/core/slots.ts';
import { at } from './builders.ts';

const many = 1_000_000;
const cron = (text: string, timezone = 'UTC'): ScheduleRule => ({ kind: 'cron', cron: text, timezone });
const isoSlots = (rule: ScheduleRule, after: string, until: string): string[] =>
  slotsBetween(rule, at(after), at(until), many).map(isoOf);

describe('slotsBetween', () => {
  it('leaves out its start and takes its end', () => {
    expect(isoSlots(cron('0 * * * *'), '2026-11-24T10:00Z', '2026-11-24T12:00Z')).toEqual([
      '2026-11-24T11:00:00Z',
      '2026-11-24T12:00:00Z',
    ]);
  });

  it('stops at the limit, and has nothing in an empty window', () => {
    const rule = cron('* * * * *');
    expect(slotsBetween(rule, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'), 3)).toHaveLength(3);
    expect(slotsBetween(rule, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'), 0)).toEqual([]);
    expect(slotsBetween(rule, at('2026-01-01T00:00Z'), at('2026-01-01T00:00Z'), 3)).toEqual([]);
    expect(slotsBetween(rule, at('2026-01-02T00:00Z'), at('2026-01-01T00:00Z'), 3)).toEqual([]);
  });

  it('takes either a date or a weekday if both are restricted', () => {
    expect(
      isoSlots(cron('0 0 13 * 5'), '2026-11-01T00:00Z', '2026-11-30T00:00Z').map((iso) => iso.slice(8, 10)),
    ).toEqual(['06', '13', '20', '27']);
    expect(
      isoSlots(cron('0 0 14 * 5'), '2026-11-01T00:00Z', '2026-11-15T00:00Z').map((iso) => iso.slice(8, 10)),
    ).toEqual(['06', '13', '14']);
  });

  it('runs a fixed time that clocks skip once, at the first instant after the gap', () => {
    const slots = isoSlots(cron('30 2 * * *', 'America/New_York'), '2027-03-13T12:00Z', '2027-03-15T12:00Z');
    expect(slots).toEqual(['2027-03-14T07:00:00Z', '2027-03-15T06:30:00Z']);
  });

  it('has one slot for several fixed times in one gap, and for one right after it', () => {
    const zone = 'America/New_York';
    const gap = ['2027-03-14T06:59Z', '2027-03-14T07:01Z'] as const;
    expect(isoSlots(cron('5,30,45 2 * * *', zone), ...gap)).toEqual(['2027-03-14T07:00:00Z']);
    expect(isoSlots(cron('0,30 2-3 * * *', zone), ...gap)).toEqual(['2027-03-14T07:00:00Z']);
    expect(isoSlots(cron('0 3 * * *', zone), ...gap)).toEqual(['2027-03-14T07:00:00Z']);
  });

  it('runs a fixed time that comes twice once, at the first', () => {
    const rule = cron('30 1 * * *', 'America/New_York');
    expect(isoSlots(rule, '2027-11-07T00:00Z', '2027-11-08T00:00Z')).toEqual(['2027-11-07T05:30:00Z']);
    expect(isoSlots(rule, '2027-11-07T05:30Z', '2027-11-08T00:00Z')).toEqual([]);
    expect(isoSlots(rule, '2027-11-07T06:10Z', '2027-11-07T06:50Z')).toEqual([]);
  });

  it('follows the wall clock with * in the minute: 92 slots on the short day, 100 on the long one', () => {
    const rule = cron('*/15 * * * *', 'America/New_York');
    expect(isoSlots(rule, '2027-03-14T04:59Z', '2027-03-15T03:59Z')).toHaveLength(92);
    const long = isoSlots(rule, '2027-11-07T03:59Z', '2027-11-08T04:59Z');
    expect(long).toHaveLength(100);
    expect(new Set(long).size).toBe(100);
  });

  it('catches up in a gap that starts a day', () => {
    // In Beirut clocks go from 0:00 to 1:00, so that the day begins at 1:00.
    expect(isoSlots(cron('30 0 * * *', 'Asia/Beirut'), '2026-03-28T20:00Z', '2026-03-28T23:00Z')).toEqual([
      '2026-03-28T22:00:00Z',
    ]);
  });

  it('survives the half hour of Lord Howe Island and the day that Samoa left out', () => {
    expect(
      isoSlots(cron('15 2 * * *', 'Australia/Lord_Howe'), '2026-10-02T00:00Z', '2026-10-05T00:00Z'),
    ).toEqual(['2026-10-02T15:45:00Z', '2026-10-03T15:30:00Z', '2026-10-04T15:15:00Z']);
    expect(isoSlots(cron('0 12 * * *', 'Pacific/Apia'), '2011-12-29T00:00Z', '2012-01-01T00:00Z')).toEqual([
      '2011-12-29T22:00:00Z',
      '2011-12-30T10:00:00Z',
      '2011-12-30T22:00:00Z',
      '2011-12-31T22:00:00Z',
    ]);
  });

  it('keeps the seconds of an offset that is not whole minutes', () => {
    expect(isoSlots(cron('0 6 * * *', 'Africa/Monrovia'), '1972-01-05T00:00Z', '1972-01-08T12:00Z')).toEqual([
      '1972-01-05T06:44:30Z',
      '1972-01-06T06:44:30Z',
      '1972-01-07T06:00:00Z',
      '1972-01-08T06:00:00Z',
    ]);
  });

  it('counts intervals from their anchor, and has none before it', () => {
    const rule: ScheduleRule = { kind: 'interval', everySeconds: 21_600, anchor: at('2026-01-01T01:00Z') };
    expect(isoSlots(rule, '2025-12-31T00:00Z', '2026-01-01T13:00Z')).toEqual([
      '2026-01-01T01:00:00Z',
      '2026-01-01T07:00:00Z',
      '2026-01-01T13:00:00Z',
    ]);
    expect(isoSlots(rule, '2026-01-01T01:00Z', '2026-01-01T06:59Z')).toEqual([]);
  });

  it('throws at an expression that no manifest lets through', () => {
    expect(() =>
      slotsBetween(cron('61 * * * *'), at('2026-01-01T00:00Z'), at('2026-01-02T00:00Z'), 1),
    ).toThrow(RangeError);
  });
});

describe('nextSlots', () => {
  it('finds a leap day, also across a century without one and on a weekday', () => {
    expect(nextSlots(cron('0 0 29 2 *'), at('2026-11-24T00:00Z'), 2).map(isoOf)).toEqual([
      '2028-02-29T00:00:00Z',
      '2032-02-29T00:00:00Z',
    ]);
    expect(nextSlots(cron('0 0 29 2 *'), at('2096-03-01T00:00Z'), 1).map(isoOf)).toEqual([
      '2104-02-29T00:00:00Z',
    ]);
    // Both day fields must agree, since the weekday starts with *: a Saturday or Sunday.
    expect(nextSlots(cron('0 0 29 2 */6', 'Europe/Berlin'), at('2088-03-01T00:00Z'), 1).map(isoOf)).toEqual([
      '2116-02-28T23:00:00Z',
    ]);
  });

  it('finds a slot on a local day that is over in UTC', () => {
    const rule = cron('0 22 24 * *', 'America/New_York');
    expect(nextSlots(rule, at('2026-11-25T00:00Z'), 1).map(isoOf)).toEqual(['2026-11-25T03:00:00Z']);
  });

  it('gives as many as asked, after the moment', () => {
    expect(
      nextSlots(cron('5 21 * * mon-fri', 'America/New_York'), at('2026-11-27T12:00Z'), 3).map(isoOf),
    ).toEqual(['2026-11-28T02:05:00Z', '2026-12-01T02:05:00Z', '2026-12-02T02:05:00Z']);
    const interval: ScheduleRule = { kind: 'interval', everySeconds: 60, anchor: at('2027-01-01T00:00Z') };
    expect(nextSlots(interval, at('2026-01-01T00:00Z'), 2).map(isoOf)).toEqual([
      '2027-01-01T00:00:00Z',
      '2027-01-01T00:01:00Z',
    ]);
    expect(nextSlots(cron('* * * * *'), at('2026-01-01T00:00Z'), 0)).toEqual([]);
  });
});

describe('lastSlots', () => {
  it('takes the newest, ascending', () => {
    expect(
      lastSlots(cron('0 * * * *'), at('2026-01-01T00:00Z'), at('2026-11-24T12:30Z'), 2).map(isoOf),
    ).toEqual(['2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z']);
  });

  it('gives what there is when that is less, and nothing for none', () => {
    expect(lastSlots(cron('0 0 * * *'), at('2026-11-22T00:00Z'), at('2026-11-24T12:00Z'), 9)).toHaveLength(2);
    expect(lastSlots(cron('0 0 * * *'), at('2026-11-22T00:00Z'), at('2026-11-24T12:00Z'), 0)).toEqual([]);
  });
});

describe('countSlots', () => {
  it('counts a year of minutes, with the hour that clocks repeat and skip', () => {
    expect(
      countSlots(cron('* * * * *', 'America/New_York'), at('2026-01-01T05:00Z'), at('2027-01-01T05:00Z')),
    ).toBe(525_600);
    expect(
      countSlots(cron('0 0-23 * * *', 'America/New_York'), at('2026-01-01T05:00Z'), at('2027-01-01T05:00Z')),
    ).toBe(365 * 24 - 1);
  });

  it('counts a century of intervals at once', () => {
    const rule: ScheduleRule = { kind: 'interval', everySeconds: 60, anchor: at('2000-01-01T00:00Z') };
    expect(countSlots(rule, at('2000-01-01T00:00Z'), at('2100-01-01T00:00Z'))).toBe(36_525 * 1_440);
  });
});
