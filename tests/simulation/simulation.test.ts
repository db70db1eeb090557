import { describe, expect, it } from '@jest/globals';
import { explorer } from './explore.ts';
import { parsePicks, picksOf, scripted, swarm, textOf } from './oracle.ts';
import { type Moment, runScenario, theatreOf } from './run.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

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

  it.each(['rollback', 'zone-data', 'old-job', 'alerts'])(
    'comes to the same in %s from a moment of an earlier history as from the start',
    async (name) => {
      const scenario = scenarios.find((one) => one.name === name) as Scenario;
      const theatre = theatreOf(scenario);
      const plain = scripted(new Map());
      const { known } = await theatre.play(plain, { isKept: true });
      for (let at = 3; at < plain.asked.length; at += 11) {
        const pick = 1 + (at % 4);
        const [later, whole] = [scripted(new Map([[at, pick]])), scripted(new Map([[at, pick]]))];
        const resumed = await theatre.play(later, { from: { known, until: at } });
        const { trace, violations, tasks } = await runScenario(scenario, whole);
        expect(later.asked).toEqual(whole.asked);
        expect(resumed).toMatchObject({ trace, violations });
        expect(resumed.tasks).toBeLessThanOrEqual(tasks);
      }
    },
  );

  it.each(['rollback', 'two-ticks', 'alerts', 'old-job', 'resolve', 'catch-up-all'])(
    'leaves out of the pairs of %s what comes to the same as another fault, and nothing else',
    async (name) => {
      const theatre = theatreOf(scenarios.find((one) => one.name === name) as Scenario);
      const plain = scripted(new Map());
      const { known } = await theatre.play(plain, { isKept: true });
      const worldAfter = async (at: number, pick: number): Promise<string> => {
        let found = '';
        const visit = ({ world, asked }: Moment) => {
          if (asked <= at) return 'go on';
          found = world();
          return 'stop';
        };
        await theatre.play(scripted(new Map([[at, pick]])), { visit, from: { known, until: at } });
        return found;
      };
      const tried = new Set<string>();
      const leftOut: string[] = [];
      for (const [at, { count, from, label }] of plain.asked.entries()) {
        for (let pick = from; pick < count; pick += 1) tried.add(await worldAfter(at, pick));
        for (let pick = 1; pick < from; pick += 1)
          if (!tried.has(await worldAfter(at, pick))) leftOut.push(`${at}:${pick} ${label}`);
      }
      expect(leftOut).toEqual([]);
      expect(tried.size).toBeGreaterThan(20);
    },
  );

  it('replays a history of a seed from its list of choices, to the byte', async () => {
    const [scenario] = scenarios as readonly [Scenario];
    const random = swarm(6);
    const first = await runScenario(scenario, random);
    expect(random.taken.length).toBeGreaterThan(0);
    expect(parsePicks(textOf(random.taken))).toEqual(picksOf(random.taken));
    const again = await runScenario(scenario, scripted(parsePicks(textOf(random.taken))));
    expect(again).toEqual(first);
  });
});
