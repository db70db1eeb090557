import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runsPath } from '../../../src/adapters/git/state/layout.ts';
import type { Registry } from '../../../src/core/deployment.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { State } from '../../../src/core/state.ts';
import { type Files, filesOf, readFiles } from './state-files.ts';
import { anyRegistry, anyState, at, daily, now, runOf, stateOf } from './state-values.ts';

const runsFile = runsPath(daily);
const none: Registry = { deployments: new Map() };

const encode = (state: State) => filesOf({ state, registry: none });
const decode = (files: Files) => readFiles(files).state;
/** The file with the runs of the one flow. */
const encodeRuns = (state: State) => encode(state)[runsFile] ?? '';

const good: State = {
  ...stateOf(4, [runOf('daily-1'), runOf('daily-2', { phase: { state: 'queued', notBefore: now } })]),
  pauses: new Map([[daily, { flow: daily, at: now, by: 'ada' }]]),
  gaps: [
    {
      flow: daily,
      outcome: 'skipped',
      because: 'overlap',
      from: at('2026-11-24T08:00:00Z'),
      to: now,
      count: 3,
    },
  ],
};

describe('records of state', () => {
  it('come back from their files as they were', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(decode(encode(state))).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('of deployments come back from their files as they were', () => {
    fc.assert(
      fc.property(anyRegistry, (value) => {
        expect(readFiles(filesOf({ state: good, registry: value })).registry).toEqual(value);
      }),
    );
  });

  it('have one text, whatever the order in which they were made', () => {
    const turned = { ...good, runs: new Map([...good.runs].toReversed()) };
    expect(encode(turned)).toEqual(encode(good));
  });

  it('take one line each, so that one changed run changes one line', () => {
    const before = encodeRuns(good).split('\n');
    const changed = new Map(good.runs).set('daily-2' as never, runOf('daily-2', { granted: 1 }));
    const after = encodeRuns({ ...good, runs: changed }).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  });

  it('lie in a file of their flow, in a folder that stays small', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `flow-${index}` as FlowName);
    const entries = new Map<string, number>();
    for (const name of names) {
      const folder = runsPath(name).split('/')[1] ?? '';
      entries.set(folder, (entries.get(folder) ?? 0) + 1);
    }
    expect(entries.size).toBe(256);
    expect(Math.max(...entries.values())).toBeLessThan(100);
  });

  it('hold the parameters that a schedule gives to all its runs once', () => {
    const parameters = () => ({ query: 'x'.repeat(7_000) });
    const runs = Array.from({ length: 50 }, (_, index) =>
      runOf(`daily-${index}`, { parameters: parameters() }),
    );
    const state = stateOf(1, runs);
    expect(encodeRuns(state).split('x'.repeat(7_000))).toHaveLength(2);
    expect(decode(encode(state))).toEqual(state);
  });

  it('of many runs are cut into pages, and a run stays on its page', () => {
    const runs = Array.from({ length: 3_000 }, (_, index) =>
      runOf(`daily-${1_000_000 + index}`, { parameters: { note: `${index} ${'x'.repeat(80)}` } }),
    );
    const files = encode(stateOf(1, runs));
    const pages = Object.keys(files).filter((path) => path.startsWith('runs/'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(files[page]?.length).toBeLessThan(400_000);
    expect(decode(files)).toEqual(stateOf(1, runs));
    const fewer = encode(stateOf(1, runs.slice(1)));
    expect(pages.filter((page) => files[page] !== fewer[page])).toHaveLength(1);
  });

  it('are read with the byte order mark and CRLF that an editor on Windows leaves', () => {
    const files = encode(good);
    const edited = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(decode(edited)).toEqual(good);
  });
});
