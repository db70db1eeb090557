import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../src/core/digest.ts';
import type { Schedule } from '../../src/core/flow.ts';
import { canonicalJson, type Json } from '../../src/core/json.ts';
import { scheduledSince, scheduleKey } from '../../src/core/schedule-meaning.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import { at, deployment, flowA, noon } from './builders.ts';

const cron = (text: string, timezone = 'UTC'): Schedule => ({
  kind: 'cron',
  cron: text,
  timezone,
  parameters: {},
});
const isSame = (a: Schedule, b: Schedule) => scheduleKey(a) === scheduleKey(b);

describe('two schedules are one', () => {
  it.each([
    ['0 9 * * 1-5', '0 9 * * mon-fri'],
    ['0 9 * * 1-5', '00 09 * * mon,tue,wed,thu,fri'],
    ['0 9 * * 7', '0 9 * * sun'],
    ['*/15 * * * *', '0,15,30,45 * * * *'],
    ['0 0 1-31 * *', '0 0 * * *'],
    ['0 0 1-31 * mon', '0 0 * * *'],
    ['0 0 31 1,2 *', '0 0 31 jan *'],
    ['0 0 */2 * sat', '0 0 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31 * */6'],
    ['0 0 1-29 2 *', '0 0 * feb *'],
    ['0 0 29-31 2 mon', '0 0 29 2 mon'],
    ['0 * * * *', '0 0-23 * * *'],
  ])('%s and %s', (one, other) => {
    const [a, b] = [cron(one), cron(other)].map((rule) =>
      slotsBetween(rule, at('2026-01-01T00:00Z'), at('2032-01-01T00:00Z'), 1e6),
    );
    expect(isSame(cron(one), cron(other))).toBe(JSON.stringify(a) === JSON.stringify(b));
  });

  it('where only the clocks of the zone tell them apart, in UTC', () => {
    expect(isSame(cron('0 * * * *'), cron('0 0-23 * * *'))).toBe(true);
    expect(isSame(cron('0 * * * *', 'Europe/Berlin'), cron('0 0-23 * * *', 'Europe/Berlin'))).toBe(false);
  });
});

describe('two schedules are two', () => {
  const every: Schedule = {
    kind: 'interval',
    everySeconds: 3_600,
    anchor: at('2026-01-01T00:00Z'),
    parameters: {},
  };
  it.each<[string, Schedule, Schedule]>([
    ['of another minute', cron('0 9 * * *'), cron('1 9 * * *')],
    ['of another zone', cron('0 9 * * *'), cron('0 9 * * *', 'Europe/Berlin')],
    ['of other parameters', cron('0 9 * * *'), { ...cron('0 9 * * *'), parameters: { region: 'eu' } }],
    ['of which one needs both days, the other either', cron('0 0 */2 * sat'), cron('0 0 1-31/2 * sat')],
    ['of which one is an interval', cron('0 * * * *'), every],
  ])('%s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});

describe('the start of a schedule', () => {
  const since = at('2026-11-20T00:00Z');
  const weekdays = cron('0 9 * * 1-5');

  it('is known under the name that an older version gave it', () => {
    const former = sha256(canonicalJson(weekdays as unknown as Json)).slice(0, 12);
    const known = { ...deployment(flowA), scheduledSince: { [former]: since } };
    expect(scheduledSince(known, weekdays)).toBe(since);
  });

  it('is that of its deployment where nothing is known', () => {
    expect(scheduledSince({ ...deployment(flowA), deployedAt: noon }, weekdays)).toBe(noon);
  });
});
