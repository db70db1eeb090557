import type { Recorder } from './oracle.ts';
import { type FaultCounts, playOf } from './play.ts';
import type { PromiseName, Violation } from './promises.ts';
import { comeToRest } from './rest.ts';
import type { Scenario } from './scenarios.ts';

export type History = {
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<PromiseName, number>;
  readonly simulatedMs: number;
  readonly tasks: number;
  readonly unknown: number;
  readonly trace: readonly string[];
};

/** One history of a scenario, from its deploy to its rest. */
export async function runScenario(
  scenario: Scenario,
  oracle: Recorder,
  faults: FaultCounts = new Map(),
): Promise<History> {
  const play = playOf(scenario, oracle, faults);
  const from = play.now();
  try {
    await play.deploy(scenario.flows);
    play.arm();
    await scenario.act(play);
    await comeToRest(play);
  } catch (error) {
    play.checker.violate('UnexpectedError', String(error instanceof Error ? error.stack : error));
  }
  const { tally, records } = play.checker;
  return {
    violations: tally.violations,
    counts: tally.counts,
    simulatedMs: play.now() - from,
    tasks: play.stage.tasks.all().length,
    unknown: records.unknown.size,
    trace: play.stage.log.map(({ level, text }) => `${level} ${text}`),
  };
}
