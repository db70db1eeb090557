import { explorer, shrink, type Totals } from './explore.ts';
import { parsePicks, scripted, textOf } from './oracle.ts';
import { promises } from './promises.ts';
import { runScenario } from './run.ts';
import { type Scenario, scenarios } from './scenarios.ts';

/** What one worker process is asked to do. */
export type Work =
  | {
      readonly mode: 'explore';
      readonly index: number;
      readonly of: number;
      readonly seconds: number;
      readonly seed: number;
    }
  /** Until the first failure. */
  | { readonly mode: 'kill'; readonly scenarios: readonly string[] }
  | { readonly mode: 'replay'; readonly scenario: string; readonly choices: string };

/** All pairs of faults of these. */
const paired = ['late-replay', 'late-cancel', 'away-after-launch'];
const interleaved = ['two-ticks', 'cancel-meanwhile'];
const mostSwitches = 3;
const mostFailures = 20;
/** Shares of the seconds after which pairs give way to swarms. */
const pairsShare = 0.8;

export type Outcome = {
  readonly totals: Omit<Totals, 'byDriver' | 'faults' | 'counts' | 'failures'>;
  readonly byDriver: readonly (readonly [string, number])[];
  readonly faults: readonly (readonly [string, number])[];
  readonly counts: readonly (readonly [string, number])[];
  readonly scenarios: number;
  readonly promises: readonly string[];
  /** Whether all pairs were run. */
  readonly isWhole: boolean;
  readonly failures: readonly string[];
};

function named(name: string): Scenario {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined)
    throw new TypeError(
      `There is no scenario ${name}. There are ${scenarios.map((one) => one.name).join(', ')}.`,
    );
  return found;
}

export async function explore({
  index,
  of,
  seconds,
  seed,
}: Work & { readonly mode: 'explore' }): Promise<Outcome> {
  const startedAt = performance.now();
  const isPast = (share: number) => performance.now() - startedAt > seconds * share * 1_000;
  let share = Number.POSITIVE_INFINITY;
  const run = explorer({ shard: { index, of }, isOver: () => isPast(share), mostFailures });
  for (const scenario of scenarios) await run.singles(scenario);
  for (const name of interleaved) await run.interleavings(named(name), mostSwitches);
  share = pairsShare;
  for (const name of paired) await run.pairs(named(name));
  const isWhole = !isPast(share);
  share = 1;
  await run.swarms(scenarios, seed);
  return outcomeOf(run.totals, isWhole);
}

async function outcomeOf(totals: Totals, isWhole: boolean): Promise<Outcome> {
  const { byDriver, faults, counts, failures, ...numbers } = totals;
  return {
    totals: numbers,
    byDriver: [...byDriver],
    faults: [...faults],
    counts: [...counts],
    scenarios: scenarios.length,
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
  for (const name of names) if (!isFound() && paired.includes(name)) await run.pairs(named(name));
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
