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
    const kept = pruned(...Array.from({ length: 1_200 }, (_, index) => ended(index)));
    expect(kept).toHaveLength(1_000);
    expect(kept[0]).toBe('flow-a-200');
  });
});
