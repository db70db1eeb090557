import { fingerprintOf } from './fingerprint.ts';
import type { Question, Recorder } from './oracle.ts';
import { Cut, playOf } from './play.ts';
import type { PromiseName, Violation } from './promises.ts';
import { checkTexts, comeToRest } from './rest.ts';
import type { Scenario } from './scenario.ts';

/** How often each fault and each deed came. */
export type FaultCounts = Map<string, number>;

export type History = {
  /** It came to a world that somebody else followed to its end. */
  readonly isCut: boolean;
  readonly violations: readonly Violation[];
  /** Of what this history did itself, from the moment on that it goes back to. */
  readonly counts: ReadonlyMap<PromiseName, number>;
  readonly simulatedMs: number;
  readonly tasks: number;
  readonly unknown: number;
  /** Why attempts ended as unknown: one reason for each. */
  readonly unknownBecause: readonly string[];
  readonly trace: readonly string[];
  readonly known: Known;
};

/** A quiet moment, after a deed: what brings it back, how many questions were asked by then, and the answer of the deed. */
type Checkpoint = { readonly bringBack: () => void; readonly askedCount: number; readonly answer: unknown };

/** What another history can begin with instead of doing it again. */
export type Known = { readonly checkpoints: readonly Checkpoint[]; readonly asked: readonly Question[] };

/** A moment at which no process is at work: the world as it stands there, and how many questions were asked so far. */
export type Moment = { readonly world: () => string; readonly asked: number };

export type Visit = (moment: Moment) => 'go on' | 'stop';

export type RunOptions = {
  readonly faults?: FaultCounts;
  readonly visit?: Visit;
  /** Stop where faults stop. */
  readonly isUntilRest?: boolean;
  /** Others begin with this one. */
  readonly isKept?: boolean;
  /** A history of the same theatre with the same answers to all questions before `until`. */
  readonly from?: { readonly known: Known; readonly until: number };
};

/** Where the histories of one scenario are played, each from the last quiet moment that it shares with an earlier one. */
export type Theatre = {
  readonly scenario: Scenario;
  /** One history, from the deploy to its rest. */
  play(oracle: Recorder, options?: RunOptions): Promise<History>;
};

/** What is going on in a theatre. */
type Performance = RunOptions & {
  readonly oracle: Recorder;
  readonly checkpoints: Checkpoint[];
  /** How many of the first deeds are brought back. */
  readonly replayedCount: number;
};

const forgotten = (): never => {
  throw new TypeError('This history was not kept');
};

export function theatreOf(scenario: Scenario): Theatre {
  let now: Performance | undefined;
  const current = (): Performance => {
    if (now === undefined) throw new TypeError('Nothing is played');
    return now;
  };
  const play = playOf(
    scenario,
    { choose: (count, label, from) => current().oracle.choose(count, label, from) },
    {
      onEvent: (key) => current().faults?.set(key, (current().faults?.get(key) ?? 0) + 1),
      onQuiet(stage, checker, hidden, answer) {
        const { oracle, checkpoints, visit, isKept = false } = current();
        const bringBack = isKept ? stage.shelf.keep() : forgotten;
        checkpoints.push({ bringBack, askedCount: oracle.asked.length, answer });
        const world = () => `${checkpoints.length} ${fingerprintOf(stage, checker, hidden())}`;
        if (visit?.({ world, asked: oracle.asked.length }) === 'stop') throw new Cut();
      },
      replayed() {
        const { oracle, checkpoints, replayedCount, from } = current();
        const checkpoint = from?.known.checkpoints[checkpoints.length];
        if (from === undefined || checkpoint === undefined || checkpoints.length >= replayedCount)
          return undefined;
        checkpoint.bringBack();
        oracle.catchUp(from.known.asked, checkpoint.askedCount);
        checkpoints.push(checkpoint);
        if (checkpoints.length === replayedCount) begin();
        return checkpoint;
      },
    },
  );
  const { stage, checker } = play;
  const begun = { atMs: 0, tasks: 0, unknown: 0, unknownBecause: 0 };
  /** From here on everything is done, and counted. */
  const begin = (): void => {
    checker.tally.counts.clear();
    begun.atMs = play.now();
    begun.tasks = stage.tasks.all().length;
    begun.unknown = checker.records.unknown.size;
    begun.unknownBecause = checker.records.unknownBecause.size;
  };
  const bringBackStart = stage.shelf.keep();
  return {
    scenario,
    async play(oracle, options = {}) {
      const { from } = options;
      const replayedCount =
        from?.known.checkpoints.filter(({ askedCount }) => askedCount <= from.until).length ?? 0;
      now = { ...options, oracle, checkpoints: [], replayedCount };
      bringBackStart();
      begin();
      let isCut = false;
      try {
        await play.deploy(scenario.flows);
        play.arm();
        await scenario.act(play);
        if (options.isUntilRest !== true) {
          await comeToRest(play);
          await scenario.atRest?.(play);
        }
      } catch (error) {
        isCut = error instanceof Cut;
        if (isCut) checkTexts(play);
        else checker.violate('UnexpectedError', String(error instanceof Error ? error.stack : error));
      }
      const { tally, records } = checker;
      return {
        isCut,
        violations: [...tally.violations],
        counts: new Map(tally.counts),
        simulatedMs: play.now() - begun.atMs,
        tasks: stage.tasks.all().length - begun.tasks,
        unknown: records.unknown.size - begun.unknown,
        unknownBecause: [...records.unknownBecause.values()].slice(begun.unknownBecause),
        trace: stage.log.map(({ level, text }) => `${level} ${text}`),
        known: { checkpoints: now.checkpoints, asked: oracle.asked },
      };
    },
  };
}

/** One history of a scenario, from its deploy to its rest. */
export function runScenario(
  scenario: Scenario,
  oracle: Recorder,
  options: RunOptions = {},
): Promise<History> {
  return theatreOf(scenario).play(oracle, options);
}
