import { describe, expect, it } from '@jest/globals';
import { pruneRuns } from '../../src/core/prune.ts';
import type { Run } from '../../src/core/run.ts';
import { minutesAfter, noon, run, stateOf } from './builders.ts';

const ended = (index: number, changes: Partial<Run> = {}): Run =>
  run(`flow-a-${index}`, { phase: { state: 'succeeded', endedAt: minutesAfter(noon, index) }, ...changes });
const pruned = (...runs: readonly Run[]) => [
  ...pruneRuns(stateOf(...runs).runs, minutesAfter(noon, 5_000)).keys(),
];

describe('ended runs', () => {
  it('are kept while no check shows them, also if there are many', () => {
    expect(pruned(...Array.from({ length: 20 }, (_, index) => ended(index)))).toHaveLength(20);
  });

  it('are forgotten once they are shown, but for the last five of a flow', () => {
    const shown = { checkId: '1', as: 'succeeded 0' };
    const runs = Array.from({ length: 20 }, (_, index) => ended(index, { shown }));
    expect(pruned(...runs)).toEqual([15, 16, 17, 18, 19].map((index) => `flow-a-${index}`));
  });

  it('do not grow without bound where checks cannot be written', () => {
    const kept = pruned(...Array.from({ length: 20_200 }, (_, index) => ended(index)));
    expect(kept).toHaveLength(20_000);
    expect(kept[0]).toBe('flow-a-200');
  });

  it('give way by their size, the oldest first, also where no check shows them', () => {
    const parameters = (index: number) => ({ query: `${index} ${'x'.repeat(7_000)}` });
    const large = Array.from({ length: 3_000 }, (_, index) =>
      ended(index, { parameters: parameters(index) }),
    );
    const kept = pruned(...large);
    expect(kept.length).toBeLessThan(2_000);
    expect(kept.at(-1)).toBe('flow-a-2999');
    expect(kept).toEqual(large.slice(-kept.length).map(({ id }) => id));
  });

  it('that share their parameters count them once', () => {
    const parameters = { query: 'x'.repeat(7_000) };
    const many = Array.from({ length: 3_000 }, (_, index) => ended(index, { parameters }));
    expect(pruned(...many)).toHaveLength(3_000);
  });

  it('never take an open run with them', () => {
    const open = Array.from({ length: 3_000 }, (_, index) =>
      run(`flow-a-open-${index}`, { parameters: { query: `${index} ${'x'.repeat(7_000)}` } }),
    );
    expect(pruned(...open)).toHaveLength(3_000);
  });
});
