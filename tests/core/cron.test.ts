import { describe, expect, it } from '@jest/globals';
import { type Cron, isInSet, parseCron } from '../../src/core/cron.ts';

function cronOf(text: string): Cron {
  const verdict = parseCron(text);
  if (verdict.kind === 'bad') throw new Error(verdict.message);
  return verdict.cron;
}

function membersOf(set: number): number[] {
  return Array.from({ length: 32 }, (_, value) => value).filter((value) => isInSet(set, value));
}

describe('parseCron', () => {
  it('reads lists, ranges, steps and names into sorted values', () => {
    const cron = cronOf('45,0,15-17 8-18/5 1,31 JAN,mar-may MON-fri');
    expect(cron.minutes).toEqual([0, 15, 16, 17, 45]);
    expect(cron.hours).toEqual([8, 13, 18]);
    expect(membersOf(cron.daysOfMonth)).toEqual([1, 31]);
    expect(membersOf(cron.months)).toEqual([1, 3, 4, 5]);
    expect(membersOf(cron.weekdays)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    ['0 0 * * 7', [0]],
    ['0 0 * * 5-7', [0, 5, 6]],
    ['0 0 * * sun', [0]],
    ['0 0 * * *', [0, 1, 2, 3, 4, 5, 6]],
    ['0 0 * * */2', [0, 2, 4, 6]],
  ])('takes the weekdays of %s', (text, weekdays) => {
    expect(membersOf(cronOf(text).weekdays)).toEqual(weekdays);
  });

  it.each([
    ['* * * * *', true],
    ['*/5 9 * * *', true],
    ['0 */2 * * *', true],
    ['30 * * * *', true],
    ['7,*/15 9 * * *', true],
    ['0 9 * * *', false],
    ['0,30 9-17 * * *', false],
    ['0-59 0-23 * * *', false],
    ['0-59/10 1 * * *', false],
  ])('lets %s follow the wall clock: %s', (text, isWallClock) => {
    expect(cronOf(text).isWallClock).toBe(isWallClock);
  });

  it.each([
    ['0 0 13 * 5', true],
    ['0 0 13 * *', false],
    ['0 0 * * 5', false],
    ['0 0 */2 * 5', false],
    ['0 0 13 * */2', false],
  ])('takes either day field of %s: %s', (text, isEitherDay) => {
    expect(cronOf(text).isEitherDay).toBe(isEitherDay);
  });

  it.each([
    ['', /expected 5 fields, got 0/i],
    ['* * * *', /expected 5 fields, got 4/i],
    ['0 0 0 * * *', /expected 5 fields, got 6/i],
    ['60 * * * *', /minute.*0-59/],
    ['* 24 * * *', /hour.*0-23/],
    ['0 0 0 * *', /day-of-month.*1-31/],
    ['0 0 32 * *', /day-of-month.*1-31/],
    ['0 0 * 13 *', /month.*1-12/],
    ['0 0 * * 8', /day-of-week.*0-7/],
    ['99999999999999999999 * * * *', /minute/],
    ['-1 * * * *', /minute/],
    ['1- * * * *', /minute/],
    ['1-2-3 * * * *', /minute/],
    ['*-5 * * * *', /minute/],
    ['1,,2 * * * *', /minute/],
    ['*/ * * * *', /minute/],
    ['/5 * * * *', /minute/],
    ['*/5/2 * * * *', /minute/],
    ['*/0 * * * *', /step/],
    ['1.5 * * * *', /minute/],
    ['0x10 * * * *', /minute/],
    ['٣ * * * *', /characters/],
    ['mon * * * *', /minute/],
    ['0 0 * * monday', /day-of-week/],
    ['0 0 L * *', /day-of-month/],
    ['0 0 15W * *', /day-of-month/],
    ['0 0 * * 5#2', /day-of-week/],
    ['@reboot', /5 fields/],
    ['0 0 * * *\n* * * * *', /characters/],
    ['0\t0 * * *', /characters/],
    [`${'1,'.repeat(1_000)}1 * * * *`, /2009 characters/],
  ])('refuses %j and says where', (text, message) => {
    expect(parseCron(text)).toMatchObject({
      kind: 'bad',
      code: 'E_CRON',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['30-10 * * * *', /backwards/, /^Write the list 30,31,.*,59,0,1,.*,10\.$/],
    ['0 0 * * FRI-MON', /backwards/, /^Write the list fri,sat,sun,mon\.$/],
    ['0 0 * nov-feb *', /backwards/, /^Write the list nov,dec,jan,feb\.$/],
    ['*/90 * * * *', /step "90" exceeds the range/, /1 to 59/],
    ['10-20/15 * * * *', /step "15" exceeds the range/, /1 to 10/],
    ['0 0 * * */7', /step "7" exceeds the range/, /1 to 6/],
    ['5/15 * * * *', /single value/, /Write 5-59\/15/],
    ['0 0 ? * *', /\?/, /Write \*\./],
    ['@daily', /macro/, /"0 0 \* \* \*"/],
    ['@Weekly', /macro/, /"0 0 \* \* 0"/],
  ])('says what to write instead of %s', (text, message, fix) => {
    expect(parseCron(text)).toEqual({
      kind: 'bad',
      code: 'E_CRON',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });

  it.each(['0 0 30 2 *', '0 0 31 4,6,9,11 *', '0 0 31 2,4 *', '0 0 30,31 feb */2'])(
    'refuses %s, which never fires',
    (text) => {
      expect(parseCron(text)).toMatchObject({ kind: 'bad', code: 'E_CRON_NEVER' });
    },
  );

  it.each(['0 0 29 2 *', '0 0 30 2 1', '0 0 31 1,2 *', '0 0 30 2 7'])(
    'takes %s, which fires at times',
    (text) => {
      expect(parseCron(text).kind).toBe('ok');
    },
  );
});
