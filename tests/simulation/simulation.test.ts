import { describe, expect, it } from '@jest/globals';
import { explorer } from './explore.ts';
import { parsePicks, picksOf, scripted, swarm, textOf } from './oracle.ts';
import { runScenario } from './run.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** A taste of the simulator; all of it is `npm run simulate`, which CI runs as well. */
const small = new Set(['late-cancel', 'rollback-after', 'away-after-launch']);

describe('the simulated world', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'keeps every promise in %s when nothing goes wrong',
    async (_name, scenario) => {
      expect((await runScenario(scenario, scripted(new Map()))).violations).toEqual([]);
    },
  );

  it('keeps every promise under a sample of single faults', async () => {
    const shard = { index: 0, of: 4 };
    const run = explorer({ shard, isOver: () => false, mostFailures: 1 });
    for (const scenario of scenarios.filter(({ name }) => small.has(name))) await run.singles(scenario);
    expect(run.totals.failures).toEqual([]);
    expect(run.totals.histories).toBeGreaterThan(100);
  });

  it('replays a history of a seed from its list of choices, to the byte', async () => {
    const [scenario] = scenarios as readonly [Scenario];
    const random = swarm(7);
    const first = await runScenario(scenario, random);
    expect(random.taken.length).toBeGreaterThan(0);
    expect(parsePicks(textOf(random.taken))).toEqual(picksOf(random.taken));
    const again = await runScenario(scenario, scripted(parsePicks(textOf(random.taken))));
    expect(again).toEqual(first);
  });
});
