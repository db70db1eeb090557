import { describe, expect, it } from '@jest/globals';
import { judgeTimezone, stretchesOf } from '../../src/core/zone.ts';
import { at } from './builders.ts';

describe('judgeTimezone', () => {
  it.each([...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')), 'UTC'])(
    'takes %s',
    (name) => {
      expect(judgeTimezone(name)).toEqual({ kind: 'ok', timezone: name });
    },
  );

  // Aliases, which some versions of Node.js list and others do not.
  it.each([
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Argentina/ComodRivadavia',
    'America/Indiana/Knox',
    'America/Knox_IN',
    'America/Port-au-Prince',
    'Africa/Dar_es_Salaam',
    'Europe/Isle_of_Man',
    'Australia/NSW',
    'Brazil/DeNoronha',
    'US/Eastern',
    'Etc/UTC',
    'Etc/GMT+5',
    'Etc/GMT-14',
    'Etc/GMT0',
  ])('takes %s', (name) => {
    expect(judgeTimezone(name)).toEqual({ kind: 'ok', timezone: name });
  });

  it.each([
    '',
    'UTC ',
    ' UTC',
    'utc',
    'Utc',
    'GMT',
    'GMT+5',
    'UTC+1',
    '+05:30',
    '-08:00',
    'Z',
    'Zulu',
    'EST',
    'PST',
    'CET',
    'EST5EDT',
    'Local',
    'Mars/Olympus',
    'europe/berlin',
    'Europe/berlin',
    'EUROPE/BERLIN',
    'Asia/kolkata',
    'Asia/KOLKATA',
    'Asia/calcutta',
    'America/New_york',
    'America/New York',
    'Europe/Berlin\n',
    'Europe//Berlin',
    'Europe/',
    '../../etc/localtime',
    'Etc/GMT+15',
    'etc/UTC',
  ])('refuses %j', (text) => {
    expect(judgeTimezone(text)).toMatchObject({ kind: 'bad', fix: expect.any(String) });
  });

  it('says how a name in another case is written', () => {
    expect(judgeTimezone('America/New_york')).toMatchObject({ fix: 'Write America/New_York.' });
  });
});

describe('stretchesOf', () => {
  it('finds a change to the second', () => {
    const stretches = stretchesOf('America/New_York', at('2027-03-14T00:00Z'), at('2027-03-15T00:00Z'));
    const change = stretches.find(({ from }) => from === at('2027-03-14T07:00Z'));
    expect(change?.offsetMs).toBe(-4 * 3_600_000);
  });

  it('covers the range without holes', () => {
    const from = at('2010-01-01T00:00Z');
    const to = at('2030-01-01T00:00Z');
    const stretches = stretchesOf('Africa/Casablanca', from, to);
    expect(stretches[0]?.from).toBeLessThanOrEqual(from);
    expect(stretches.at(-1)?.to).toBeGreaterThan(to);
    for (const [index, stretch] of stretches.slice(1).entries())
      expect(stretch.from).toBe(stretches[index]?.to);
  });

  it('knows offsets that are not whole minutes', () => {
    const [first, second] = stretchesOf(
      'Africa/Monrovia',
      at('1972-01-06T12:00Z'),
      at('1972-01-08T00:00Z'),
    ).slice(-2);
    expect(first?.offsetMs).toBe(-(44 * 60 + 30) * 1_000);
    expect(second).toMatchObject({ from: at('1972-01-07T00:44:30Z'), offsetMs: 0 });
  });

  it('begins early enough to see a change right before the range', () => {
    const chunkMs = 32 * 86_400_000;
    const edge = Math.floor(at('2027-03-14T07:00Z') / chunkMs) * chunkMs;
    const [first] = stretchesOf('America/New_York', edge as never, edge as never);
    expect(first?.from).toBeLessThanOrEqual(edge - 86_400_000);
  });
});
