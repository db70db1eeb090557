import { describe, expect, it } from '@jest/globals';
import { parseCron } from '../../src/core/cron.ts';
import { dayMs, type Instant } from '../../src/core/instant.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import { scheduleWords } from '../../src/doors/schedule-words.ts';
import { at } from '../core/builders.ts';

const rule = (cron: string) => ({ kind: 'cron', cron, timezone: 'UTC' }) as const;
const from = at('2026-01-01T00:00Z');
const until = at('2028-01-01T00:00Z');
const dayNumbers = (cron: string) =>
  new Set(slotsBetween(rule(cron), from, until, 10_000).map((slot: Instant) => Math.floor(slot / dayMs)));

describe('the words of a schedule with dates and weekdays', () => {
  const dates = ['13', '*/2', '1-31/2', '1,15', '*/10', '28-31'];
  const weekdays = ['sat', '*/2', 'mon-fri', '1,3'];
  it.each(dates.flatMap((date) => weekdays.map((weekday) => [date, weekday] as const)))(
    'say of %s and %s whether both or either count, as its slots have it',
    (date, weekday) => {
      const words = scheduleWords(rule(`0 16 ${date} * ${weekday}`));
      const slots = dayNumbers(`0 16 ${date} * ${weekday}`);
      const [ofDate, ofWeekday] = [dayNumbers(`0 16 ${date} * *`), dayNumbers(`0 16 * * ${weekday}`)];
      const either = new Set([...ofDate, ...ofWeekday]);
      const both = [...ofDate].filter((day) => ofWeekday.has(day));
      const isEither = slots.size === either.size && [...either].every((day) => slots.has(day));
      expect(words).toContain(isEither ? 'on days that are either' : 'on days that are both');
      if (!isEither) expect([...slots].sort()).toEqual(both.sort());
    },
  );

  it('name the months last', () => {
    expect(scheduleWords(rule('0 16 13 2 fri'))).toBe(
      'At 16:00, on day 13 of the month, on Friday (on days that are either), only in February, UTC',
    );
    expect(scheduleWords(rule('0 16 */2 * sat'))).toBe(
      'At 16:00, every 2 days in a month, on Saturday (on days that are both), UTC',
    );
  });
});

describe('the advice on an expression that is refused', () => {
  it.each([
    ['0 20-4/2 * * *', '20,22,0,2,4'],
    ['0 22-2 * * *', '22,23,0,1,2'],
    ['59/5 * * * *', '59'],
    ['5/20 * * * *', '5-59/20'],
    ['0 8/4 * * *', '8-23/4'],
    ['0 0 30/7 * *', '30'],
    ['0 0 1 10/2 *', '10-12/2'],
    ['0 0 * * 1/2', '1-6/2'],
    ['0 0 * * 7/2', '7'],
    ['0 0 * * fri-mon', 'fri,sat,sun,mon'],
    ['0 0 * * fri-mon/2', 'fri,sun'],
    ['0 0 * nov-feb/3 *', 'nov,feb'],
  ])('%s: the field %s, which is accepted', (cron, field) => {
    const verdict = parseCron(cron);
    if (verdict.kind !== 'bad') throw new Error('it is accepted');
    expect(verdict.fix).toMatch(new RegExp(`^Write (the list )?${field}\\.$`));
    const index = cron.split(' ').findIndex((part) => /[/-]/.test(part));
    const better = cron.split(' ').with(index, field).join(' ');
    expect(parseCron(better).kind).toBe('ok');
  });
});
