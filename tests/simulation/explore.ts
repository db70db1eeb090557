import { type Choice, numbersFrom, picksOf, type Recorder, scripted, swarm } from './oracle.ts';
import type { FaultCounts } from './play.ts';
import type { PromiseName, Violation } from './promises.ts';
import { type History, runScenario } from './run.ts';
import type { Scenario } from './scenarios.ts';

export type Driver = 'plain' | 'singles' | 'pairs' | 'interleavings' | 'swarm';

export type Failure = {
  readonly scenario: string;
  readonly driver: Driver;
  readonly seed?: number;
  readonly choices: readonly Choice[];
  readonly violations: readonly Violation[];
};

/** What a whole exploration came to. */
export type Totals = {
  histories: number;
  simulatedMs: number;
  tasks: number;
  unknown: number;
  readonly byDriver: Map<Driver, number>;
  readonly faults: FaultCounts;
  readonly counts: Map<PromiseName, number>;
  readonly failures: Failure[];
};

export function totals(): Totals {
  return {
    histories: 0,
    simulatedMs: 0,
    tasks: 0,
    unknown: 0,
    byDriver: new Map(),
    faults: new Map(),
    counts: new Map(),
    failures: [],
  };
}

/** Bounds of one exploration. */
export type Bounds = {
  /** Only every `of`-th history, starting with this. */
  readonly shard: { readonly index: number; readonly of: number };
  readonly isOver: () => boolean;
  readonly mostFailures: number;
};

export type Explorer = {
  readonly totals: Totals;
  singles(scenario: Scenario): Promise<void>;
  pairs(scenario: Scenario): Promise<void>;
  interleavings(scenario: Scenario, mostSwitches: number): Promise<void>;
  swarms(all: readonly Scenario[], firstSeed: number): Promise<void>;
};

export function explorer({ shard, isOver, mostFailures }: Bounds): Explorer {
  const all = totals();
  let turn = 0;
  const isMine = (): boolean => {
    turn += 1;
    return turn % shard.of === shard.index;
  };
  const isDone = (): boolean => isOver() || all.failures.length >= mostFailures;

  const run = async (
    scenario: Scenario,
    driver: Driver,
    oracle: Recorder,
    seed?: number,
  ): Promise<History> => {
    const history = await runScenario(scenario, oracle, all.faults);
    all.histories += 1;
    all.simulatedMs += history.simulatedMs;
    all.tasks += history.tasks;
    all.unknown += history.unknown;
    all.byDriver.set(driver, (all.byDriver.get(driver) ?? 0) + 1);
    for (const [promise, count] of history.counts)
      all.counts.set(promise, (all.counts.get(promise) ?? 0) + count);
    if (history.violations.length > 0) {
      const { taken: choices } = oracle;
      const { violations } = history;
      all.failures.push({
        scenario: scenario.name,
        driver,
        choices,
        violations,
        ...(seed === undefined ? {} : { seed }),
      });
    }
    return history;
  };
  const followUps = function* (oracle: Recorder, from: number, isWanted: (label: string) => boolean) {
    for (let at = from; at < oracle.asked.length; at += 1) {
      const asked = oracle.asked[at];
      if (asked === undefined || !isWanted(asked.label)) continue;
      for (let pick = 1; pick < asked.count; pick += 1) yield { at, pick };
    }
  };
  const isFault = (label: string): boolean => !label.startsWith('switch:');

  return {
    totals: all,
    async singles(scenario) {
      const plain = scripted(new Map());
      await run(scenario, 'plain', plain);
      for (const { at, pick } of followUps(plain, 0, isFault)) {
        if (isDone()) return;
        if (isMine()) await run(scenario, 'singles', scripted(new Map([[at, pick]])));
      }
    },
    async pairs(scenario) {
      const plain = scripted(new Map());
      await runScenario(scenario, plain);
      for (const first of followUps(plain, 0, isFault)) {
        if (!isMine()) continue;
        const single = scripted(new Map([[first.at, first.pick]]));
        await runScenario(scenario, single);
        for (const second of followUps(single, first.at + 1, isFault)) {
          if (isDone()) return;
          await run(
            scenario,
            'pairs',
            scripted(
              new Map([
                [first.at, first.pick],
                [second.at, second.pick],
              ]),
            ),
          );
        }
      }
    },
    async interleavings(scenario, mostSwitches) {
      const go = async (picks: ReadonlyMap<number, number>, from: number, left: number): Promise<void> => {
        const oracle = scripted(picks);
        if (left === mostSwitches || isMine()) await run(scenario, 'interleavings', oracle);
        else await runScenario(scenario, oracle);
        if (left === 0) return;
        for (const { at, pick } of followUps(oracle, from, (label) => !isFault(label))) {
          if (isDone()) return;
          if (left === mostSwitches && !isMine()) continue;
          await go(new Map([...picks, [at, pick]]), at + 1, left - 1);
        }
      };
      await go(new Map(), 0, mostSwitches);
    },
    async swarms(scenarios, firstSeed) {
      for (let seed = firstSeed + shard.index; !isDone(); seed += shard.of) {
        const scenario = scenarios[Math.floor(numbersFrom(seed)() * scenarios.length)];
        if (scenario !== undefined) await run(scenario, 'swarm', swarm(seed), seed);
      }
    },
  };
}

/** The fewest choices of a failure that still break the same promise. */
export async function shrink(scenario: Scenario, failure: Failure): Promise<readonly Choice[]> {
  const broken = failure.violations[0]?.promise;
  const breaks = async (choices: readonly Choice[]): Promise<readonly Choice[] | undefined> => {
    const oracle = scripted(picksOf(choices));
    const { violations } = await runScenario(scenario, oracle);
    return violations.some(({ promise }) => promise === broken) ? oracle.taken : undefined;
  };
  let smallest = failure.choices;
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < smallest.length; ) {
      const fewer = [...smallest.slice(0, from), ...smallest.slice(from + size)];
      const kept = await breaks(fewer);
      if (kept !== undefined && kept.length < smallest.length) smallest = kept;
      else from += size;
    }
  }
  return smallest;
}
