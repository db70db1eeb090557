import { fingerprintOf } from './fingerprint.ts';
import type { Recorder } from './oracle.ts';
import { Cut, type FaultCounts, playOf } from './play.ts';
import type { PromiseName, Violation } from './promises.ts';
import { checkTexts, comeToRest } from './rest.ts';
import type { Scenario } from './scenarios.ts';

export type History = {
  /** It came to a world that somebody else followed to its end. */
  readonly isCut: boolean;
  readonly violations: readonly Violation[];
  readonly counts: ReadonlyMap<PromiseName, number>;
  readonly simulatedMs: number;
  readonly tasks: number;
  readonly unknown: number;
  /** Why attempts ended as unknown: one reason for each. */
  readonly unknownBecause: readonly string[];
  readonly trace: readonly string[];
};

/** A moment at which no process is at work: the world as it stands there, and how many questions were asked so far. */
export type Moment = { readonly world: () => string; readonly asked: number };

export type Visit = (moment: Moment) => 'go on' | 'stop';

export type RunOptions = {
  readonly faults?: FaultCounts;
  readonly visit?: Visit;
  /** Stop where faults stop. */
  readonly isUntilRest?: boolean;
};

/** One history of a scenario, from its deploy to its rest. */
export async function runScenario(
  scenario: Scenario,
  oracle: Recorder,
  { faults = new Map(), visit, isUntilRest = false }: RunOptions = {},
): Promise<History> {
  let moments = 0;
  const play = playOf(scenario, oracle, {
    faultCounts: faults,
    onQuiet(stage, checker, hidden) {
      moments += 1;
      if (visit === undefined) return;
      const world = () => `${moments} ${fingerprintOf(stage, checker, hidden)}`;
      if (visit({ world, asked: oracle.asked.length }) === 'stop') throw new Cut();
    },
  });
  const from = play.now();
  let isCut = false;
  try {
    await play.deploy(scenario.flows);
    play.arm();
    await scenario.act(play);
    if (!isUntilRest) await comeToRest(play);
  } catch (error) {
    isCut = error instanceof Cut;
    if (isCut) checkTexts(play);
    else play.checker.violate('UnexpectedError', String(error instanceof Error ? error.stack : error));
  }
  const { tally, records } = play.checker;
  return {
    isCut,
    violations: tally.violations,
    counts: tally.counts,
    simulatedMs: play.now() - from,
    tasks: play.stage.tasks.all().length,
    unknown: records.unknown.size,
    unknownBecause: [...records.unknownBecause.values()],
    trace: play.stage.log.map(({ level, text }) => `${level} ${text}`),
  };
}
