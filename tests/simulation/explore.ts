import { type Choice, numbersFrom, picksOf, type Recorder, scripted, swarm } from './oracle.ts';
import type { PromiseName, Violation } from './promises.ts';
import {
  type FaultCounts,
  type History,
  type Known,
  type RunOptions,
  runScenario,
  type Theatre,
  theatreOf,
  type Visit,
} from './run.ts';
import type { Scenario } from './scenario.ts';
import { withoutWords } from './words.ts';

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
  /** Histories that came to a world that was followed to its end before. */
  cut: number;
  /** Simulated time by scenario. */
  readonly msOf: Map<string, number>;
  readonly unknownBecause: Map<string, number>;
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
    cut: 0,
    msOf: new Map(),
    unknownBecause: new Map(),
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

type Turn = Pick<Choice, 'at' | 'pick'>;

/** Stops a history where a world of the set comes back after its last pick; adds the worlds that it passes. */
function unlessKnown(known: Set<string>, lastPick: number): Visit {
  return ({ world, asked }) => {
    if (asked <= lastPick) return 'go on';
    const here = world();
    if (known.has(here)) return 'stop';
    known.add(here);
    return 'go on';
  };
}

const isFault = (label: string): boolean => !label.startsWith('switch:');

function* followUps(oracle: Recorder, from: number, isWanted: (label: string) => boolean): Generator<Turn> {
  for (let at = from; at < oracle.asked.length; at += 1) {
    const asked = oracle.asked[at];
    if (asked === undefined || !isWanted(asked.label)) continue;
    for (let pick = 1; pick < asked.count; pick += 1) yield { at, pick };
  }
}

/** Without the picks that come to the same as another one right before them. */
function* pairUps(oracle: Recorder, from: number): Generator<Turn> {
  for (const pick of followUps(oracle, from, isFault))
    if (pick.pick >= (oracle.asked[pick.at]?.from ?? 1)) yield pick;
}

export function explorer({ shard, isOver, mostFailures }: Bounds): Explorer {
  const all = totals();
  /** By scenario: the worlds from which on nothing more went wrong, and how that ends is known. */
  const ends = new Map<string, Set<string>>();
  let turn = 0;
  const isMine = (): boolean => {
    turn += 1;
    return turn % shard.of === shard.index;
  };
  const isDone = (): boolean => isOver() || all.failures.length >= mostFailures;
  const endsOf = (scenario: Scenario): Set<string> => {
    const known = ends.get(scenario.name) ?? new Set<string>();
    ends.set(scenario.name, known);
    return known;
  };

  const run = async (
    { scenario, play }: Theatre,
    oracle: Recorder,
    {
      driver,
      seed,
      ...how
    }: Pick<Failure, 'driver' | 'seed'> & Pick<RunOptions, 'visit' | 'from' | 'isKept'>,
  ): Promise<Known> => {
    const history = await play(oracle, { faults: all.faults, ...how });
    add(all, history, driver);
    all.msOf.set(scenario.name, (all.msOf.get(scenario.name) ?? 0) + history.simulatedMs);
    if (history.violations.length > 0)
      all.failures.push({
        scenario: scenario.name,
        driver,
        choices: oracle.taken,
        violations: history.violations,
        ...(seed === undefined ? {} : { seed }),
      });
    return history.known;
  };
  /** `known`: a history with all of these picks but the last. */
  const runPicks = (
    theatre: Theatre,
    picks: readonly Turn[],
    driver: Driver,
    known: Known,
  ): Promise<Known> => {
    const last = picks.at(-1)?.at ?? -1;
    return run(theatre, scripted(picksOf(picks)), {
      driver,
      visit: unlessKnown(endsOf(theatre.scenario), last),
      from: { known, until: last },
    });
  };

  const pairs = async (scenario: Scenario): Promise<void> => {
    /** Worlds from which on every further fault is tried by somebody. */
    const followed = new Set<string>();
    const theatre = theatreOf(scenario);
    const plain = scripted(new Map());
    const { known } = await theatre.play(plain, { visit: unlessKnown(followed, -1), isKept: true });
    for (const first of pairUps(plain, 0)) {
      const single = scripted(picksOf([first]));
      const visit = unlessKnown(followed, first.at);
      const from = { known, until: first.at };
      const one = await theatre.play(single, { visit, from, isUntilRest: true, isKept: true });
      if (!isMine()) continue;
      for (const second of pairUps(single, first.at + 1)) {
        if (isDone()) return;
        await runPicks(theatre, [first, second], 'pairs', one.known);
      }
    }
  };

  const interleavings = async (scenario: Scenario, mostSwitches: number): Promise<void> => {
    const theatre = theatreOf(scenario);
    const go = async (picks: readonly Turn[], before: Known | undefined): Promise<void> => {
      const oracle = scripted(picksOf(picks));
      const last = picks.at(-1)?.at ?? -1;
      const from = before && { from: { known: before, until: last } };
      const isCounted = picks.length === 0 || isMine();
      const known = isCounted
        ? await run(theatre, oracle, { driver: 'interleavings', isKept: true, ...from })
        : (await theatre.play(oracle, { isKept: true, ...from })).known;
      if (picks.length === mostSwitches) return;
      for (const next of followUps(oracle, last + 1, (label) => !isFault(label))) {
        if (isDone()) return;
        if (picks.length === 0 && !isMine()) continue;
        await go([...picks, next], known);
      }
    };
    await go([], undefined);
  };

  return {
    totals: all,
    async singles(scenario) {
      const theatre = theatreOf(scenario);
      const plain = scripted(new Map());
      const visit = unlessKnown(endsOf(scenario), -1);
      const known = await run(theatre, plain, { driver: 'plain', visit, isKept: true });
      for (const single of followUps(plain, 0, isFault)) {
        if (isDone()) return;
        if (isMine()) await runPicks(theatre, [single], 'singles', known);
      }
    },
    pairs: (scenario) => withoutWords(() => pairs(scenario)),
    interleavings: (scenario, mostSwitches) => withoutWords(() => interleavings(scenario, mostSwitches)),
    async swarms(scenarios, firstSeed) {
      for (let seed = firstSeed + shard.index; !isDone(); seed += shard.of) {
        const scenario = scenarios[Math.floor(numbersFrom(seed)() * scenarios.length)];
        if (scenario !== undefined) await run(theatreOf(scenario), swarm(seed), { driver: 'swarm', seed });
      }
    },
  };
}

function add(all: Totals, history: History, driver: Driver): void {
  all.histories += 1;
  all.simulatedMs += history.simulatedMs;
  all.tasks += history.tasks;
  all.unknown += history.unknown;
  if (history.isCut) all.cut += 1;
  all.byDriver.set(driver, (all.byDriver.get(driver) ?? 0) + 1);
  for (const reason of history.unknownBecause)
    all.unknownBecause.set(reason, (all.unknownBecause.get(reason) ?? 0) + 1);
  for (const [promise, count] of history.counts)
    all.counts.set(promise, (all.counts.get(promise) ?? 0) + count);
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
