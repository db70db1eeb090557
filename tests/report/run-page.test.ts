import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runDiagram } from '../../src/report/run-diagram.ts';
import { runPage } from '../../src/report/run-page.ts';
import { at, attempt, eventsOf, failedReport, outgoing, report, run } from './examples.ts';
import { expectGolden } from './golden.ts';
import { hostileText } from './hostile.ts';
import { dangersIn } from './markdown.ts';

const isOwnLink = (url: string) =>
  url.startsWith('https://github.com/acme/flows/') || url.includes('.console.aws.amazon.com/');

describe('the page of a run', () => {
  it('holds what the check says, and its attempts and tasks as a chart', () => {
    const { path, text } = runPage(failedReport(), outgoing);
    expect(path).toBe('runs/daily-report/2026-11/daily-report-20261124-0205.md');
    expectGolden('run-page.md', text);
    expect(dangersIn(text, isOwnLink)).toEqual([]);
  });

  it('has no chart if nothing ever started', () => {
    expect(runPage(report({ run: run({ attempts: [] }) }), outgoing).text).not.toContain('mermaid');
  });
});

describe('the chart', () => {
  /** What the grammar of Mermaid's Gantt charts takes for one task, with a name that is none of its words. */
  const row =
    /^ {2}(?:Attempt \d+, [a-z ]+|\d+(?: [\p{L}\p{N}_.-]+)+) :(?:done|crit|active)(?:, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}){2}$/u;

  it('is made of nothing but rows of ours, whatever tasks are called', () => {
    const words = fc.constantFrom(
      'click',
      'section x',
      '%%{init: {}}%%',
      'a:b',
      'a;b',
      '#35;',
      'end',
      '--- x',
    );
    fc.assert(
      fc.property(fc.oneof(hostileText, words), fc.oneof(hostileText, words), (name, key) => {
        const start = at('2026-11-24T02:06:02Z');
        const events = eventsOf({ event: 'task-started', at: start, task: 1, name, key });
        const lines = runDiagram(report({ events }), outgoing).split('\n');
        expect(lines.slice(4, 8)).toEqual([
          '```mermaid',
          'gantt',
          '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
          '  axisFormat %H:%M:%S',
        ]);
        expect(lines.at(-1)).toBe('```');
        const rows = lines.slice(10, -1).filter((line) => line !== '  section Tasks of attempt 1');
        expect(rows.filter((line) => !row.test(line))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows days where a run took days, and hides secrets', () => {
    const long = run({
      phase: { state: 'failed', endedAt: at('2026-11-26T02:06:00Z') },
      attempts: [attempt(1, { ending: { class: 'exit-code', at: at('2026-11-26T02:06:00Z'), exitCode: 1 } })],
    });
    const start = at('2026-11-24T02:06:02Z');
    const events = eventsOf({ event: 'task-started', at: start, task: 1, name: 'registered-secret' });
    const text = runDiagram(report({ run: long, events }), outgoing);
    expect(text).toContain('axisFormat %m-%d %H:%M');
    expect(text).toContain('Attempt 1, exit code :crit, 2026-11-24 02:06:00.000, 2026-11-26 02:06:00.000');
    expect(text).not.toContain('registered');
  });
});
