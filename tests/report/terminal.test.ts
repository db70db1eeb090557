import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlowName } from '../../src/core/flow.ts';
import type { RunId } from '../../src/core/run.ts';
import { emptyState } from '../../src/core/state.ts';
import { columnsText, runText, statusText } from '../../src/report/terminal.ts';
import { widthOf } from '../../src/report/width.ts';
import { deployment, registryOf } from '../core/builders.ts';
import { at, attempt, eventsOf, failedReport, outgoing, report, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';

function widest(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}

const longName = 'a-flow-with-the-longest-name-that-a-flow-can-hav' as FlowName;

describe('the status of flows', () => {
  const state = {
    ...emptyState(at('2026-11-24T10:00:00Z')),
    runs: new Map([['r-1' as RunId, run({ id: 'r-1' as RunId, flow: longName })]]),
  };
  const status = { state, registry: registryOf(deployment(longName)), now: at('2026-11-24T10:00:00Z') };

  it.each([80, 60])('fits %i columns, and a long name is what gives way', (columns) => {
    const text = statusText(status, { isColoured: false, columns });
    expect(widest(text)).toBeLessThanOrEqual(columns);
    expect(text).toContain('succeeded');
    expect(text).toContain('7 h 54');
  });

  it('colours the state alone', () => {
    expect(statusText(status, { isColoured: true })).toContain(
      '\u001b[32msucceeded\u001b[0m  7 h 54 min ago',
    );
  });
});

describe('columns', () => {
  it('are aligned by what a terminal shows, not by characters', () => {
    const rows = [{ cells: ['日本語', 'x'] }, { cells: ['abc', 'y'] }];
    expect(columnsText(['A', 'B'], rows, { isColoured: false })).toBe('A       B\n日本語  x\nabc     y\n');
  });

  it('fit any terminal, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(hostileText, fc.string({ unit: 'grapheme' })), { minLength: 4, maxLength: 4 }),
        ),
        fc.integer({ min: 40, max: 120 }),
        (rows, columns) => {
          const text = columnsText(
            ['A', 'B', 'C', 'D'],
            rows.map((cells) => ({ cells })),
            { isColoured: false, columns },
          );
          expect(widest(text)).toBeLessThanOrEqual(columns);
          expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
          expect(text.split('\n')).toHaveLength(rows.length + 2);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a run', () => {
  it('fits a narrow terminal, and loses no word of why it ended and what to do', () => {
    const text = runText(failedReport(), outgoing, { isColoured: false, columns: 50 });
    expectGolden('run-failed-narrow.txt', text);
    const lines = text.split('\n').filter((line) => !line.startsWith('  Log '));
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(50);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('the program exited with a code other than 0 (exit 1)');
  });

  it('has tasks in line, in whatever script they are written', () => {
    const start = at('2026-11-24T02:06:02Z');
    const events = eventsOf(
      { event: 'task-started', at: start, task: 1, name: '売上を読み込む' },
      { event: 'task-started', at: start, task: 2, name: 'load' },
    );
    const text = runText(report({ run: run({ attempts: [attempt(1)] }), events }), outgoing, {
      isColoured: false,
    });
    const bars = text.split('\n').filter((line) => line.includes('█'));
    expect(bars).toHaveLength(2);
    expect(new Set(bars.map((line) => widthOf(line.slice(0, line.indexOf('█'))))).size).toBe(1);
  });

  it('brings nothing to the terminal but text, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.integer({ min: 40, max: 100 }), (a, b, columns) => {
        const ended = run({
          cause: { kind: 'manual', by: a },
          revision: b,
          phase: { state: 'failed', endedAt: at('2026-11-24T02:09:12Z') },
          attempts: [
            attempt(1, {
              ending: { class: 'exit-code', at: at('2026-11-24T02:09:12Z'), exitCode: 1, detail: a },
            }),
          ],
        });
        const events = eventsOf({
          event: 'task-started',
          at: at('2026-11-24T02:06:02Z'),
          task: 1,
          name: b,
          key: a,
        });
        const text = runText(report({ run: ended, events, logTail: [{ text: a }, { text: b }] }), outgoing, {
          isColoured: false,
          columns,
        });
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
        expect(widest(text)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 100 },
    );
  });
});
