import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import type { Instant } from '../../src/core/instant.ts';
import { costOf, costWords } from '../../src/report/cost.ts';
import { logPlaceText, taskAddress } from '../../src/report/places.ts';
import { failingPlace } from '../../src/report/stack-trace.ts';
import { columnsText, runText } from '../../src/report/terminal.ts';
import { countWords, durationWords, instantWords, lateness, secondWords } from '../../src/report/words.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import { at, attempt, failedReport, outgoing, taskArn } from './examples.ts';
import { expectGolden } from './golden.ts';

describe('durations', () => {
  it.each([
    [-5, '0 ms'],
    [350, '350 ms'],
    [12_999, '12 s'],
    [60_000, '1 min'],
    [192_000, '3 min 12 s'],
    [7_500_000, '2 h 5 min'],
    [273_600_000, '3 d 4 h'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

it('moments are in UTC, and late from a minute on', () => {
  const slot = at('2026-11-24T21:05:00Z');
  expect(instantWords(slot)).toBe('2026-11-24 21:05 UTC');
  expect(secondWords((slot + 7_000) as Instant)).toBe('2026-11-24 21:05:07 UTC');
  expect(lateness(slot, (slot + 59_999) as Instant)).toBe('on time');
  expect(lateness(slot, (slot + 240_000) as Instant)).toBe('4 min late');
  expect([countWords(1, 'run'), countWords(0, 'run'), countWords(2, 'entry', 'entries')]).toEqual([
    '1 run',
    '0 runs',
    '2 entries',
  ]);
});

describe('the cost estimate', () => {
  const resources = { cpu: 1024, memoryMiB: 2048, architecture: 'x86-64' } as const;
  const hour = attempt(1, { ending: { class: 'exit-zero', at: at('2026-11-24T03:06:00Z') } });

  it('is what an hour of one vCPU and two GiB costs', () => {
    expect(costOf([hour], resources)).toBeCloseTo(0.04048 + 2 * 0.004445, 10);
    expect(costOf([hour], { ...resources, storageGiB: 120 })).toBeCloseTo(0.04937 + 100 * 0.000111, 10);
  });

  it('counts a minute at least, every attempt, and none that was not launched', () => {
    const short = attempt(1, { ending: { class: 'exit-code', at: at('2026-11-24T02:06:01Z') } });
    const { handle: _, ...unlaunched } = attempt(3, {
      ending: { class: 'refused', at: at('2026-11-24T02:06:01Z') },
    });
    expect(costOf([short, short, unlaunched], resources)).toBeCloseTo((2 * 0.04937) / 60, 10);
    expect(costOf([unlaunched], resources)).toBeUndefined();
  });

  it.each([
    [0.00021, false, 'about 0.00021 USD'],
    [0.0021, false, 'about 0.0021 USD'],
    [0.05, true, 'at most 0.05 USD'],
    [12.345, false, 'about 12.35 USD'],
  ])('of %d is written with its source', (dollars, isSpot, words) => {
    expect(costWords(dollars, isSpot)).toContain(`${words} (Fargate list price of us-east-1, 2026-06`);
  });
});

describe('the place that a stack trace names', () => {
  const source = { flow: 'a' as FlowName };

  it.each([
    [
      ['Error: x', '    at f (/flow/flows/a/index.ts:12:5)'],
      { path: 'flows/a/index.ts', line: 12, message: 'Error: x' },
    ],
    [
      ['TypeError: y', '    at async file:///repo/flows/a/lib/b.ts:3:1'],
      { path: 'flows/a/lib/b.ts', line: 3, message: 'TypeError: y' },
    ],
    [
      [
        'Traceback (most recent call last):',
        '  File "/flow/flows/a/main.py", line 4, in <module>',
        '    load()',
        '  File "/flow/flows/a/load.py", line 9, in load',
        '    raise X',
        'ValueError: z',
        'after',
      ],
      { path: 'flows/a/load.py', line: 9, message: 'ValueError: z' },
    ],
  ])('%j', (lines, place) => {
    expect(failingPlace(lines, source)).toEqual(place);
  });

  it.each([
    ['another flow', '    at f (/flow/flows/b/index.ts:1:1)'],
    ['a package', '    at f (/flow/flows/a/node_modules/x/index.js:1:1)'],
    ['a way out', '    at f (/flow/flows/a/../../etc/passwd:1:1)'],
    ['odd characters', '    at f (/flow/flows/a/x`y.ts:1:1)'],
    ['line 0', '    at f (/flow/flows/a/index.ts:0:1)'],
  ])('is not %s', (_, frame) => {
    expect(failingPlace(['Error: x', frame], source)).toBeUndefined();
  });

  it('is any file of the closure, if that is known', () => {
    const files = new Set(['lib/money.ts', 'flows/a/main.py']);
    expect(failingPlace(['E', '    at f (/flow/lib/money.ts:7:1)'], { ...source, files })).toMatchObject({
      path: 'lib/money.ts',
      line: 7,
    });
    expect(
      failingPlace(['E', '    at f (/flow/flows/a/other.ts:7:1)'], { ...source, files }),
    ).toBeUndefined();
    const python = ['Traceback (most recent call last):', '  File "main.py", line 2, in <module>', 'E: x'];
    expect(failingPlace(python, { ...source, files })).toMatchObject({ path: 'flows/a/main.py', line: 2 });
  });

  it('is found in linear time', () => {
    const started = cpuTimeMs();
    failingPlace(
      Array.from({ length: 20_000 }, () => `    at ${'('.repeat(1_000)}`),
      source,
    );
    failingPlace(
      Array.from({ length: 20_000 }, () => 'Traceback (most recent call last):'),
      source,
    );
    expect(cpuTimeMs() - started).toBeLessThan(3_000);
  });
});

describe('places in AWS', () => {
  it.each([
    [
      taskArn('1'),
      'https://us-east-1.console.aws.amazon.com/ecs/v2/clusters/headgate-acme/tasks/11111111111111111111111111111111?region=us-east-1',
    ],
    [
      taskArn('1').replace('arn:aws:', 'arn:aws-cn:').replace('us-east-1', 'cn-north-1'),
      'https://console.amazonaws.cn/ecs/v2/clusters/headgate-acme/tasks/11111111111111111111111111111111?region=cn-north-1',
    ],
    ['local-1', undefined],
    [`${taskArn('1')}/../../x`, undefined],
  ])('%s', (handle, address) => {
    expect(taskAddress(handle)).toBe(address);
  });

  it.each([
    'https://console.aws.amazon.com.evil.example/x',
    'https://evil.example/',
    'https://us-east-1.console.aws.amazon.com/a)b',
    '/tmp/log',
  ])('a log elsewhere is no link: %s', (place) => {
    expect(logPlaceText(place, outgoing)).toBe(`\`${place}\``);
  });
});

describe('a terminal', () => {
  it('gets a run in 80 columns', () => {
    const text = runText(failedReport(), outgoing, { isColoured: false });
    expectGolden('run-failed.txt', text);
    const lines = text.split('\n').filter((line) => !line.startsWith('  Log '));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(text).not.toContain('registered-secret');
    expect(text).not.toContain(String.fromCharCode(27));
  });

  it('gets aligned columns, cut at its width', () => {
    const text = columnsText(
      ['A', 'B'],
      [{ cells: ['long cell', 'x'.repeat(100)] }, { cells: ['s', '\u001b[31my'] }],
      { isColoured: false, columns: 20 },
    );
    expect(text).toBe('A          B\nlong cell  xxxxxxxx…\ns          y\n');
  });
});
