import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { recordEvents } from 'headgate';
import { barOf, csvOf, delaysBy, usable, weekOf } from './delays.ts';
import flightDelays from './index.ts';

const flight = (date: string, delay: number, origin = 'SFO') => ({ date, delay, origin });

describe('flight delays', () => {
  it('are counted per group, in order', () => {
    const flights = [
      flight('2001/01/02 10:00', 60),
      flight('2001/01/02 11:00', -10),
      flight('2001/01/01 11:00', 15),
    ];
    expect(delaysBy(flights, ({ date }) => date.slice(0, 10))).toEqual([
      { group: '2001/01/01', flights: 1, lateShare: 0, meanMinutes: 15, worstMinutes: 15 },
      { group: '2001/01/02', flights: 2, lateShare: 0.5, meanMinutes: 25, worstMinutes: 60 },
    ]);
    expect(csvOf(flights).split('\n')[2]).toBe('2001-01-02,SFO,2,0.500,25.0,60');
  });

  it('leave out flights that are not described completely', () => {
    const odd = [flight('', 1), flight('2001/01/01 10:00', Number.NaN), flight('2001/01/01 10:00', 1, '')];
    expect(usable([...odd, flight('2001/01/01 10:00', 1)])).toMatchObject({ bad: 3, good: [{ delay: 1 }] });
  });

  it.each([
    ['2001/01/01 00:00', '2001-01-01'],
    ['2001/01/07 23:59', '2001-01-01'],
    ['2001/03/01 12:00', '2001-02-26'],
  ])('put %s into the week of %s', (date, week) => expect(weekOf(flight(date, 0))).toBe(week));

  it('become bars', () => {
    expect(barOf(10, 10)).toBe('█'.repeat(20));
    expect(barOf(0.5, 10)).toBe('█');
    expect(barOf(-3, 10)).toBe('');
    expect(barOf(1, 0)).toBe('');
  });
});

describe('the flow', () => {
  it('writes the whole data set as CSV, and shows the worst airports and a chart', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'flight-delays-'));
    try {
      const at = new Date('2026-11-24T11:30:00Z');
      const { result, events } = await recordEvents(() =>
        flightDelays({ worst: 3, directory }, { slot: at }),
      );
      expect(result.file).toBe(path.join(directory, 'flight-delays-2026-11-24.csv'));
      const lines = (await readFile(result.file, 'utf8')).trimEnd().split('\n');
      expect(lines).toHaveLength(result.rows + 1);
      const flights = lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[2]), 0);
      expect(flights).toBe(10_000);
      const artifacts = events.flatMap((event) => (event.event === 'artifact' ? [event.artifact] : []));
      expect(artifacts.map(({ kind, name }) => [kind, name])).toEqual([
        ['markdown', 'Latest airports'],
        ['table', 'Mean delay of each week'],
      ]);
      expect(artifacts[0]).toMatchObject({ text: expect.stringMatching(/(?:\| [A-Z]{3} \|.*\n?){3}$/) });
      expect(artifacts[1]).toMatchObject({
        rows: expect.arrayContaining([
          ['2001-01-01', expect.any(Number), expect.any(Number), expect.stringMatching(/^█/)],
        ]),
      });
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
