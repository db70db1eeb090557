import { clientTokenOf } from '../../src/core/identity.ts';
import type { Attempt, Run } from '../../src/core/run.ts';
import { type Play, repository } from './play.ts';

/**
 * What every task was launched on, judged by the record of its run: what its attempt says, and on demand after as many
 * interruptions as its flow allows. Counted anew here, from the endings alone.
 */
export function checkCapacity({ stage, checker }: Play, fallbackAfter: number): void {
  for (const { request } of stage.tasks.all()) {
    const run = [...checker.records.runs.values()].find(
      ({ id }) => id === request.environment['HEADGATE_RUN_ID'],
    );
    const attempt = run === undefined ? undefined : attemptOf(run, request.clientToken);
    if (run === undefined || attempt === undefined) continue;
    const interruptions = run.attempts.filter(
      ({ number, ending }) => number < attempt.number && ending?.class === 'spot',
    ).length;
    const isAsRecorded = (attempt.capacity === 'spot') === request.spot;
    const isInTime = interruptions < fallbackAfter || !request.spot;
    checker.tally.check(
      'DefinitionPinned',
      isAsRecorded && isInTime,
      () =>
        `${run.id} attempt ${attempt.number} asks for spot: ${request.spot}, after ${interruptions} interruptions`,
    );
  }
}

/** By the token of its newest try: an earlier try may have asked for something else. */
function attemptOf(run: Run, token: string): Attempt | undefined {
  return run.attempts.find(
    ({ number, launchTry }) =>
      clientTokenOf({ repository, flow: run.flow, run: run.id, attempt: number }, launchTry) === token,
  );
}
