import type { Registry } from '../core/deployment.ts';
import type { Instant } from '../core/instant.ts';
import type { LaunchOutcome } from '../core/outcome.ts';
import { RefusedError } from '../core/problem.ts';
import { isSettled, type Observations } from '../core/reconcile.ts';
import { type Sendings, sendsOf } from '../core/sending.ts';
import type { Found } from '../core/sighting.ts';
import type { State } from '../core/state.ts';
import type { LaunchAnswer, World } from '../ports.ts';
import { launchRequestOf, type OpenAttempt, openAttempts } from './attempts.ts';
import { lookFor } from './look.ts';

export type Intents = {
  readonly state: State;
  readonly registry: Registry;
  readonly repository: string;
  /** What was seen of attempts before, by `startedBy`. */
  readonly looks: Observations['looks'];
  readonly sendings: Sendings;
  readonly now: Instant;
};

/**
 * Carries out the recorded intents: stops, then launches, each only after a look. The look is the fence that makes a lost
 * or rolled-back state harmless: what an attempt started earlier is found and adopted. What could not be looked for is
 * not launched; its intent stays for the next tick.
 */
export async function act(world: World, intents: Intents): Promise<readonly LaunchOutcome[]> {
  const open = openAttempts(intents, intents.repository);
  await stopWhatMustEnd(world, open);
  const toLaunch = open.filter(({ run }) => intents.sendings.has(run.id));
  const known = new Set(open.flatMap(({ attempt }) => attempt.handle ?? []));
  const unseen = toLaunch.filter(({ startedBy }) => !intents.looks.has(startedBy));
  const context = { state: intents.state, known, now: intents.now };
  const looks = new Map([...intents.looks, ...(await lookFor(world, unseen, context))]);
  const foundOf = ({ startedBy }: OpenAttempt) => looks.get(startedBy)?.found;
  const adopted = toLaunch.flatMap((target) => adoption(world, target, foundOf(target) ?? []));
  const free = toLaunch.filter((target) => foundOf(target)?.length === 0);
  const unsent = toLaunch.filter((target) => foundOf(target) === undefined).map(unsentOutcome);
  return [...adopted, ...unsent, ...(await launch(world, free, intents))];
}

/** Without a look nothing is sent: of an intent that this very tick recorded, that is known. */
function unsentOutcome({ run, attempt }: OpenAttempt): LaunchOutcome {
  const { number, launchTry, intendedAt } = attempt;
  const result = { kind: 'unsent', intendedAt } as const;
  return { run: run.id, attempt: number, launchTry, send: sendsOf(attempt), result };
}

async function stopWhatMustEnd(world: World, open: readonly OpenAttempt[]): Promise<void> {
  for (const { run, attempt } of open) {
    if (attempt.stop === undefined || attempt.handle === undefined) continue;
    try {
      await world.executor.stop(attempt.handle, `headgate:${attempt.stop.cause} run ${run.id}`);
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      world.log.warn(`Could not stop run ${run.id}: ${String(error)}. The next tick asks again.`);
    }
  }
}

function adoption(world: World, { run, attempt }: OpenAttempt, found: readonly Found[]): LaunchOutcome[] {
  const [first, ...others] = found;
  if (first === undefined) return [];
  if (others.length > 0)
    world.log.warn(`E_INVARIANT Run ${run.id} has ${found.length} tasks for one attempt; the first counts.`);
  world.log.info(`Run ${run.id} was started before: its attempt ${attempt.number} is adopted.`);
  return [
    {
      run: run.id,
      attempt: attempt.number,
      launchTry: attempt.launchTry,
      send: sendsOf(attempt),
      result: { kind: 'adopted', found: first },
    },
  ];
}

async function launch(
  world: World,
  targets: readonly OpenAttempt[],
  intents: Intents,
): Promise<LaunchOutcome[]> {
  if (targets.length === 0) return [];
  const { registry, repository } = intents;
  const requests = targets.map((target) => {
    const network = registry.deployments.get(target.run.flow)?.policy.network;
    return launchRequestOf(target, { repository, network });
  });
  const answers = await world.executor.launch(requests);
  return targets.flatMap((target, index) => {
    const answer = answers[index];
    return outcomeOf(
      world,
      target,
      sendsOf(target.attempt) > 1 ? asOfReplay(answer, target, intents) : answer,
    );
  });
}

/**
 * ECS judges rights before it looks for the token: that it refuses now says nothing of what an answer that was lost has
 * started. And while an earlier tick may still be sending, neither does "no capacity". The intent stays until that is sure.
 */
function asOfReplay(
  answer: LaunchAnswer | undefined,
  { attempt }: OpenAttempt,
  { now }: Intents,
): LaunchAnswer | undefined {
  const isUnclear = answer?.kind === 'refused' || (answer?.kind === 'declined' && !isSettled(attempt, now));
  return isUnclear ? { kind: 'unsure', reason: answer.ending.detail ?? `it was ${answer.kind}` } : answer;
}

/** No outcome: the answer was lost or says nothing. The intent stays, and the next tick sends the same token again. */
function outcomeOf(
  world: World,
  { run, attempt }: OpenAttempt,
  answer: LaunchAnswer | undefined,
): LaunchOutcome[] {
  const { number, launchTry } = attempt;
  const names = { run: run.id, attempt: number, launchTry, send: sendsOf(attempt) };
  if (answer === undefined) return [];
  switch (answer.kind) {
    case 'launched':
    case 'declined':
    case 'refused':
      return [{ ...names, result: answer }];
    case 'conflict': {
      const [handle] = answer.handles;
      if (answer.handles.length > 1) {
        world.log.warn(
          `E_INVARIANT ECS started ${answer.handles.length} tasks for one attempt of run ${run.id}; one was kept.`,
        );
      }
      return handle === undefined ? [] : [{ ...names, result: { kind: 'launched', handle } }];
    }
    case 'unsure':
      world.log.warn(
        `The launch of run ${run.id} got no clear answer: ${answer.reason}. The next tick asks again.`,
      );
      return [];
  }
}

/**
 * A tick that was slow, or loaded an old state, may have launched an attempt that had ended in the record meanwhile. No
 * record will ever name that task, so it is stopped at once: two programs of one slot must not go on beside each other.
 */
export async function stopStrays(
  world: World,
  outcomes: readonly LaunchOutcome[],
  state: State,
): Promise<void> {
  for (const { run, attempt, result } of outcomes) {
    if (result.kind !== 'launched') continue;
    const recorded = state.runs.get(run)?.attempts.find(({ number }) => number === attempt);
    if (recorded === undefined || recorded.handle === result.handle) continue;
    world.log.warn(`Run ${run} had ended before ${result.handle} was launched for it: that is stopped.`);
    const isStopped = await world.executor.stop(result.handle, `headgate:superseded stray of run ${run}`);
    if (!isStopped) world.log.warn(`${result.handle} cannot be stopped yet: stop it by hand.`);
  }
}
