import { describe, expect, it } from '@jest/globals';
import { timelineLines, totalsRows } from '../../src/report/timeline.ts';
import { at, eventsOf } from './examples.ts';

const start = at('2026-11-24T02:06:00Z');
const now = at('2026-11-24T02:07:00Z');

function task(number: number, outcome: 'succeeded' | 'failed', parent?: number) {
  return {
    event: 'task-ended' as const,
    at: now,
    task: number,
    name: `t${number}`,
    outcome,
    attempt: 1,
    durationMs: 30_000,
    ...(parent === undefined ? {} : { parent }),
  };
}

describe('the timeline', () => {
  it('shows failures when it cannot show everything, in the order in which they began', () => {
    const events = eventsOf(
      ...Array.from({ length: 10 }, (_, index) => task(index, index >= 8 ? 'failed' : 'succeeded')),
    );
    const lines = timelineLines(events, now, 4);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['t0', 't1', 't8', 't9', '…']);
    expect(lines.at(-1)).toBe('… and 6 more tasks');
  });

  it('draws an open task up to now', () => {
    const events = eventsOf({ event: 'task-started', at: start, task: 1, name: 'load' });
    expect(timelineLines(events, now, 10)).toEqual([`load  ${'█'.repeat(24)}  1 min  not ended`]);
  });

  it('survives tasks that are their own parents', () => {
    const events = eventsOf(task(1, 'succeeded', 2), task(2, 'succeeded', 1));
    expect(timelineLines(events, now, 10)).toHaveLength(2);
  });

  it('is empty without times, and without room', () => {
    expect(timelineLines(eventsOf({ event: 'task-started', task: 1, name: 'a' }), now, 10)).toEqual([]);
    expect(timelineLines(eventsOf(task(1, 'failed')), now, 0)).toEqual([]);
  });
});

it('sums are shown for tasks that the timeline cannot hold', () => {
  const totals = [
    { name: 'many', succeeded: 48, failed: 2, restored: 0, totalMs: 90_000 },
    { name: 'one', succeeded: 1, failed: 0, restored: 0, totalMs: 10 },
  ];
  expect(totalsRows(eventsOf({ event: 'task-totals', totals }), 10)).toEqual([
    ['many', '48', '2', '0', '1 min 30 s'],
  ]);
});
