import type { Registry } from '../core/deployment.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import type { LaunchOutcome } from '../core/outcome.ts';
import { RefusedError } from '../core/problem.ts';
import { isReplayable } from '../core/reconcile.ts';
import { slotOf } from '../core/run.ts';
import type { Found } from '../core/sighting.ts';
import type { State } from '../core/state.ts';
import type { LaunchAnswer, World } from '../ports.ts';
import { launchRequestOf, type OpenAttempt, openAttempts } from './attempts.ts';

export type Intents = {
  readonly state: State;
  readonly registry: Registry;
  readonly repository: string;
  /** `startedBy` of the attempts that were looked for while observing. */
  readonly looked: ReadonlySet<string>;
  readonly mostLaunches: number;
  readonly now: Instant;
};

/** How long ECS surely lists a stopped task, less a margin; beyond that only the event log remembers. */
const listedMs = 50 * minuteMs;

/** Carries out the recorded intents: stops, then launches, each only after a look. */
export async function act(world: World, intents: Intents): Promise<readonly LaunchOutcome[]> {
  const open = openAttempts(intents.state, intents.repository);
  await stopWhatMustEnd(world, open);
  const toLaunch = open
    .filter(({ run, attempt }) => run.phase.state === 'launching' && attempt.handle === undefined)
    .slice(0, intents.mostLaunches);
  const fresh = toLaunch.filter(({ startedBy }) => !intents.looked.has(startedBy));
  const known = new Set(open.flatMap(({ attempt }) => attempt.handle ?? []));
  const found = await lookBeforeLaunch(world, fresh, { known, now: intents.now });
  if (found === undefined) return [];
  const adopted = fresh.flatMap((target) => adoption(world, target, found.get(target.startedBy) ?? []));
  const rest = toLaunch.filter(
    ({ startedBy, attempt }) => !found.has(startedBy) && isReplayable(attempt, intents.now),
  );
  return [...adopted, ...(await launch(world, rest, intents))];
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

/**
 * The fence that makes a lost or rolled-back state harmless: what this attempt started earlier is found here and
 * adopted. Undefined: it could not look, so nothing may be launched; the intents stay for the next tick.
 */
async function lookBeforeLaunch(
  world: World,
  fresh: readonly OpenAttempt[],
  { known, now }: { readonly known: ReadonlySet<string>; readonly now: Instant },
): Promise<ReadonlyMap<string, readonly Found[]> | undefined> {
  if (fresh.length === 0) return new Map();
  const late = fresh.filter(({ run }) => now - (slotOf(run.cause) ?? run.createdAt) > listedMs);
  try {
    const listed = await world.executor.look(
      fresh.map(({ startedBy }) => startedBy),
      known,
    );
    const missing = late
      .filter(({ startedBy }) => (listed.get(startedBy) ?? []).length === 0)
      .map(({ startedBy }) => startedBy);
    const since = Math.min(...late.map(({ run }) => slotOf(run.cause) ?? run.createdAt)) as Instant;
    const logged = missing.length === 0 ? new Map() : (await world.eventLog.find(missing, since)).found;
    return new Map([...logged, ...listed].filter(([, tasks]) => tasks.length > 0));
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    world.log.warn(`Could not look before launching: ${String(error)}. The next tick tries again.`);
    return undefined;
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
  const requests = targets.map((target) => {
    const spot = intents.registry.deployments.get(target.run.flow)?.policy.spot ?? false;
    return launchRequestOf(target, intents.repository, spot);
  });
  const answers = await world.executor.launch(requests);
  return targets.flatMap((target, index) => outcomeOf(world, target, answers[index]));
}

/** No outcome: the answer was lost or says nothing. The intent stays, and the next tick sends the same token again. */
function outcomeOf(
  world: World,
  { run, attempt }: OpenAttempt,
  answer: LaunchAnswer | undefined,
): LaunchOutcome[] {
  const names = { run: run.id, attempt: attempt.number, launchTry: attempt.launchTry };
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
