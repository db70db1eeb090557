import type { RunId } from '../../src/core/run.ts';
import { base, failing, lasting, request, type Scenario, setting } from './scenario.ts';

/** What is left where the state is rolled back or gone. */
export const lossScenarios: readonly Scenario[] = [
  {
    ...setting,
    name: 'rollback',
    act: async (play) => {
      await play.ticks(2, 5);
      play.wait(55);
      await play.ticks(2, 5);
      play.wait(100);
      play.rollBack(1 + play.oracle.choose(4, 'world:roll-back'));
      await play.ticks(1, 5);
    },
  },
  {
    ...setting,
    name: 'forgotten',
    flows: { load: base },
    script: () => lasting(90),
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(2, 2);
      play.mishaps.deleteBranch();
      await play.ticks(1, 2);
      await play.deploy({ load: base });
      await play.ticks(1, 60);
    },
  },
  {
    ...setting,
    name: 'rollback-retry',
    flows: { load: base },
    script: () => failing,
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(2, 2);
      await play.command({ kind: 'retry', run: 'load-m-first' as RunId });
      await play.ticks(1, 2);
      // The retry, what the tick decided, and what came of that.
      play.rollBack(3 - play.oracle.choose(3, 'world:roll-back'));
    },
  },
  {
    ...setting,
    name: 'rollback-after',
    flows: { load: base, report: `${base}after: { flows: [load], when: succeeded }\n` },
    act: async (play) => {
      await play.command(request('load', 'first'));
      await play.ticks(4, 5);
      play.wait(150);
      play.rollBack(4 + play.oracle.choose(4, 'world:roll-back'));
      await play.ticks(3, 5);
    },
  },
];
