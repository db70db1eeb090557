import { bounds } from './bounded.ts';
import { explorer, shrink, type Totals, totals } from './explore.ts';
import { faultsAt, operations } from './faults.ts';
import { mishapNames } from './mishaps.ts';
import { parsePicks, scripted, textOf } from './oracle.ts';
import { deeds } from './people.ts';
import { promises } from './promises.ts';
import { brokenAt, relations } from './relations.ts';
import { runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { decades, wild } from './wild.ts';

/** What one worker process is asked to do. */
export type Work =
  /** Everything that can be counted out: single faults, interleavings, pairs. */
  | {
      readonly mode: 'exhaust';
      readonly scenario: string;
      readonly hasPairs: boolean;
      /** Milliseconds since 1970: pairs that are left then stay undone. */
      readonly until: number;
    }
  | { readonly mode: 'swarm'; readonly seed: number; readonly step: number; readonly until: number }
  | { readonly mode: 'bounds' }
  | { readonly mode: 'relations'; readonly seeds: readonly number[] }
  /** Until the first failure. */
  | { readonly mode: 'kill'; readonly scenarios: readonly string[]; readonly relations?: readonly string[] }
  /** What there is to do. */
  | { readonly mode: 'list' }
  | { readonly mode: 'replay'; readonly scenario: string; readonly choices: string };

/** All pairs of faults are tried in the canonical ones; the others are stages for swarms. */
export const everything: readonly Scenario[] = [...scenarios, wild, decades];
/** In a swarm people and accidents come as often as in all other scenarios together. */
const swarmed: readonly Scenario[] = [...everything, ...Array.from(everything, () => wild)];
const interleaved = ['two-ticks', 'cancel-meanwhile'];
const mostSwitches = 3;
const mostFailures = 20;

type Counts = readonly (readonly [string, number])[];

export type Outcome = {
  readonly totals: Pick<Totals, 'histories' | 'simulatedMs' | 'tasks' | 'unknown' | 'cut'>;
  readonly msOf: Counts;
  readonly unknownBecause: Counts;
  readonly byDriver: Counts;
  readonly faults: Counts;
  readonly counts: Counts;
  /** Scenarios whose pairs were all run. */
  readonly whole: readonly string[];
  readonly failures: readonly string[];
};

export type Listing = {
  readonly scenarios: readonly {
    readonly name: string;
    readonly isLong: boolean;
    /** All pairs of faults are tried in it. */
    readonly hasPairs: boolean;
    /** How many are asked in its plain history: what it costs goes with their square. */
    readonly questions: number;
  }[];
  readonly promises: readonly string[];
  readonly relations: readonly string[];
  /** Every kind of fault with every operation that it strikes. */
  readonly coverage: readonly string[];
  readonly events: readonly string[];
};

export async function list(): Promise<Listing> {
  const described: Listing['scenarios'][number][] = [];
  for (const scenario of everything) {
    const { name, isLong = false } = scenario;
    const plain = scripted(new Map());
    if (!isLong) await runScenario(scenario, plain, { isUntilRest: true });
    described.push({ name, isLong, hasPairs: !isLong && name !== 'wild', questions: plain.asked.length });
  }
  return {
    scenarios: described,
    promises,
    relations: relations.map(({ name }) => name),
    coverage: operations.flatMap((operation) => faultsAt(operation).map((kind) => `${kind} ${operation}`)),
    events: [
      ...Object.keys(deeds).map((deed) => `${deed} people`),
      ...mishapNames.map((name) => `${name} world`),
    ],
  };
}

function named(name: string): Scenario {
  const found = everything.find((scenario) => scenario.name === name);
  if (found === undefined)
    throw new TypeError(
      `There is no scenario ${name}. There are ${everything.map((one) => one.name).join(', ')}.`,
    );
  return found;
}

export async function exhaust({
  scenario: name,
  hasPairs,
  until,
}: Work & { readonly mode: 'exhaust' }): Promise<Outcome> {
  let isBounded = false;
  const isOver = () => isBounded && Date.now() > until;
  const run = explorer({ shard: { index: 0, of: 1 }, isOver, mostFailures });
  const scenario = named(name);
  await run.singles(scenario);
  if (interleaved.includes(name)) await run.interleavings(scenario, mostSwitches);
  isBounded = true;
  if (hasPairs) await run.pairs(scenario);
  return outcomeOf(run.totals, hasPairs && !isOver() ? [name] : []);
}

export async function wander({ seed, step, until }: Work & { readonly mode: 'swarm' }): Promise<Outcome> {
  const isOver = () => Date.now() > until;
  const run = explorer({ shard: { index: 0, of: step }, isOver, mostFailures });
  await run.swarms(swarmed, seed);
  return outcomeOf(run.totals, []);
}

export async function relate(seeds: readonly number[], names?: readonly string[]): Promise<Outcome> {
  const all = totals();
  const failures: string[] = [];
  const faults = new Map<string, number>();
  for (const relation of relations.filter(({ name }) => names?.includes(name) ?? true))
    for (const seed of seeds) {
      const broken = await brokenAt(relation, seed);
      faults.set(`${relation.name} relation`, (faults.get(`${relation.name} relation`) ?? 0) + 1);
      if (broken !== undefined) failures.push(`Metamorphic: ${relation.name} (seed ${seed}): ${broken}`);
    }
  return { ...(await outcomeOf(all, [])), faults: [...faults], failures };
}

export async function bound(): Promise<Outcome> {
  const failures: string[] = [];
  const held: [string, number][] = [];
  for (const [title, check] of Object.entries(bounds))
    await check().then(
      () => held.push([`${title} bound`, 1]),
      (error: unknown) => failures.push(`Bounded work, ${title}: ${String(error)}`),
    );
  return { ...(await outcomeOf(totals(), [])), faults: held, failures };
}

async function outcomeOf(all: Totals, whole: readonly string[]): Promise<Outcome> {
  const { msOf, unknownBecause, byDriver, faults, counts, failures, ...numbers } = all;
  return {
    totals: numbers,
    msOf: [...msOf],
    unknownBecause: [...unknownBecause],
    byDriver: [...byDriver],
    faults: [...faults],
    counts: [...counts],
    whole,
    failures: await Promise.all(failures.slice(0, 3).map(describe)),
  };
}

async function describe(failure: Totals['failures'][number]): Promise<string> {
  const scenario = named(failure.scenario);
  // A long one takes hours to shrink; its choices replay it all the same.
  const choices = scenario.isLong === true ? failure.choices : await shrink(scenario, failure);
  const said = failure.violations.slice(0, 3).map(({ promise, detail }) => `${promise}: ${detail}`);
  const faults = choices.map(({ at, pick, label }) => `${at}:${pick} ${label}`).join(', ');
  const seed = failure.seed === undefined ? '' : ` (seed ${failure.seed})`;
  return [
    `${failure.scenario}, ${failure.driver}${seed}: ${said.join('; ')}`,
    `  choices: ${faults || 'none'}`,
    `  npm run simulate -- --scenario ${failure.scenario} --replay "${textOf(choices)}"`,
  ].join('\n');
}

export async function kill({
  scenarios: names,
  relations: wanted,
}: Work & { readonly mode: 'kill' }): Promise<string | undefined> {
  const run = explorer({ shard: { index: 0, of: 1 }, isOver: () => false, mostFailures: 1 });
  const isFound = (): boolean => run.totals.failures.length > 0;
  if (wanted !== undefined) {
    const { failures } = await relate([1, 2], wanted);
    if (failures.length > 0) return 'Metamorphic';
  }
  for (const name of names) if (!isFound()) await run.singles(named(name));
  for (const name of names)
    if (!isFound() && interleaved.includes(name)) await run.interleavings(named(name), mostSwitches);
  for (const name of names) if (!isFound()) await run.pairs(named(name));
  return run.totals.failures[0]?.violations[0]?.promise;
}

export async function replay(name: string, choices: string): Promise<readonly string[]> {
  const oracle = scripted(parsePicks(choices));
  const history = await runScenario(named(name), oracle);
  return [
    ...history.trace,
    ...oracle.taken.map(({ at, pick, label }) => `choice ${at}:${pick} ${label}`),
    ...history.violations.map(({ promise, detail }) => `VIOLATED ${promise}: ${detail}`),
    `${history.violations.length} violations`,
  ];
}
