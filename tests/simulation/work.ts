import { explorer, shrink, type Totals } from './explore.ts';
import { parsePicks, scripted, textOf } from './oracle.ts';
import { promises } from './promises.ts';
import { runScenario } from './run.ts';
import { type Scenario, scenarios } from './scenarios.ts';
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
  /** Until the first failure. */
  | { readonly mode: 'kill'; readonly scenarios: readonly string[] }
  | { readonly mode: 'replay'; readonly scenario: string; readonly choices: string };

/** All pairs of faults are tried in the canonical ones; the others are stages for swarms. */
export const everything: readonly Scenario[] = [...scenarios, wild, decades];
const interleaved = ['two-ticks', 'cancel-meanwhile'];
const mostSwitches = 3;
const mostFailures = 20;

export type Outcome = {
  readonly totals: Omit<Totals, 'byDriver' | 'faults' | 'counts' | 'failures'>;
  readonly byDriver: readonly (readonly [string, number])[];
  readonly faults: readonly (readonly [string, number])[];
  readonly counts: readonly (readonly [string, number])[];
  readonly scenarios: readonly string[];
  readonly promises: readonly string[];
  /** Whether all pairs were run. */
  readonly isWhole: boolean;
  readonly failures: readonly string[];
};

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
  return outcomeOf(run.totals, !isOver());
}

export async function wander({ seed, step, until }: Work & { readonly mode: 'swarm' }): Promise<Outcome> {
  const isOver = () => Date.now() > until;
  const run = explorer({ shard: { index: 0, of: step }, isOver, mostFailures });
  await run.swarms(everything, seed);
  return outcomeOf(run.totals, true);
}

async function outcomeOf(totals: Totals, isWhole: boolean): Promise<Outcome> {
  const { byDriver, faults, counts, failures, ...numbers } = totals;
  return {
    totals: numbers,
    byDriver: [...byDriver],
    faults: [...faults],
    counts: [...counts],
    scenarios: everything.map(({ name }) => name),
    promises,
    isWhole,
    failures: await Promise.all(failures.slice(0, 3).map(describe)),
  };
}

async function describe(failure: Totals['failures'][number]): Promise<string> {
  const choices = await shrink(named(failure.scenario), failure);
  const said = failure.violations.slice(0, 3).map(({ promise, detail }) => `${promise}: ${detail}`);
  const faults = choices.map(({ at, pick, label }) => `${at}:${pick} ${label}`).join(', ');
  const seed = failure.seed === undefined ? '' : ` (seed ${failure.seed})`;
  return [
    `${failure.scenario}, ${failure.driver}${seed}: ${said.join('; ')}`,
    `  choices: ${faults || 'none'}`,
    `  npm run simulate -- --scenario ${failure.scenario} --replay "${textOf(choices)}"`,
  ].join('\n');
}

export async function kill(names: readonly string[]): Promise<string | undefined> {
  const run = explorer({ shard: { index: 0, of: 1 }, isOver: () => false, mostFailures: 1 });
  const isFound = (): boolean => run.totals.failures.length > 0;
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
