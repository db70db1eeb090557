import { applyPlan } from '../core/apply-plan.ts';
import type { FlowName } from '../core/flow.ts';
import { roundsWarnings } from '../core/image-rounds.ts';
import type { Instant } from '../core/instant.ts';
import { isChange, isRecorded, makePlan, type Plan } from '../core/plan.ts';
import { describeProblem, InputError, type Problem, RefusedError } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { accountForRemoved } from '../core/removed-slots.ts';
import { nextWake } from '../core/wake.ts';
import type { Snapshot, World } from '../ports.ts';
import { deployCheck } from '../report/deploy-check.ts';
import {
  type Desired,
  type GivenRecords,
  missedWarnings,
  planAgainst,
  planInputOf,
  readDesired,
} from './desired.ts';
import { type GivenImages, leftOutOf, readImages } from './images.ts';
import { type Edit, record } from './record.ts';
import { type Registration, type Registrations, registerChanges } from './register.ts';
import { type Force, renewalOf } from './renewal.ts';
import type { Presentation } from './report.ts';
import { requireRoom } from './room.ts';
import { setWakeUp } from './wake-up.ts';

export type DeployOptions = {
  readonly project: Project;
  /** Pinned by digest: the project's image, or images by the names of `Plan.images`. */
  readonly image?: GivenImages;
  /** Of the builds of these images. */
  readonly records?: GivenRecords;
  readonly isMassDeleteAllowed: boolean;
  readonly isDryRun: boolean;
  /** Registers flows again although nothing of them changed. */
  readonly force?: Force | undefined;
  readonly by: string;
  readonly presentation: Presentation;
};

export type DeployOutcome =
  | 'nothing'
  | 'deployed'
  /** Something was not registered: exit code 1. */
  | 'partial'
  /** A newer commit is deployed already. */
  | 'superseded'
  | 'dry-run';

export type DeployResult = {
  readonly commit: string;
  readonly outcome: DeployOutcome;
  readonly plan: Plan;
  readonly warnings: readonly Problem[];
  readonly deployed: ReadonlyMap<FlowName, Registration>;
  readonly failed: ReadonlyMap<FlowName, readonly Problem[]>;
  /** Of images that a next run of the workflow builds. */
  readonly waiting: readonly FlowName[];
  readonly removed: readonly FlowName[];
  /** Removed, and followed until their open runs have ended. */
  readonly retired: readonly FlowName[];
  /** The newer commit. */
  readonly supersededBy?: string;
  /** When a tick next has something to do. */
  readonly nextWake: Instant | undefined;
};

/** Two deploys at once can make each other plan again; a third round is a storm of pushes. */
const mostRounds = 5;

/** Brings what is deployed to what the sources say: plans, registers what changed, records it, says so on the commit. */
export async function deploy(world: World, options: DeployOptions): Promise<DeployResult> {
  const images = readImages(options.image);
  const read = await readDesired(world, options.project, options.records);
  const startedAt = world.clock.now();
  let before: Registrations = { done: new Map(), failed: new Map(), waiting: new Set() };
  let snapshot = await world.state.load(startedAt);
  const desired = {
    ...read,
    renewal: await renewalOf(world, { desired: read, snapshot, force: options.force }),
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const plan = await planAgainst(world, desired, snapshot);
    const base = {
      commit: world.source.commit,
      plan,
      warnings: [...missedWarnings(plan), ...desired.warnings, ...roundsWarnings(plan)],
      nextWake: nextWake(snapshot.state, snapshot.registry, startedAt),
      ...nothingDone,
    };
    const isNothing = !plan.flows.some(isChange);
    if (!plan.flows.some(isRecorded)) return { ...base, outcome: options.isDryRun ? 'dry-run' : 'nothing' };
    const superseding = await newerCommit(world, snapshot);
    if (superseding !== undefined) return { ...base, outcome: 'superseded', supersededBy: superseding };
    requireConsent(plan, options);
    if (options.isDryRun) return { ...base, outcome: 'dry-run' };
    const isByName = typeof options.image === 'object';
    const leftOut = leftOutOf(plan, { images, isByName, unbuilt: desired.unbuilt });
    requireRoom(plan, snapshot, world.source.commit);
    before = await registerChanges(world, plan, { project: options.project, images, leftOut, before });
    const recorded = await recordDeploy(world, { desired, snapshot, plan, before, options });
    if (recorded.kind === 'recorded') {
      const { done, failed, waiting } = before;
      const result = { ...base, ...recorded.changes, deployed: done, failed, waiting: [...waiting] };
      // What builds taught about unchanged flows is written, and is nothing that anybody would want to be told.
      if (isNothing) return { ...result, outcome: 'nothing' };
      const outcome = outcomeOf(before);
      await publish(world, { ...result, outcome }, { options, startedAt });
      return { ...result, outcome };
    }
    snapshot = recorded.snapshot;
  }
  throw new RefusedError({
    code: 'E_DEPLOY_BUSY',
    message: `Other deploys changed what is deployed ${mostRounds} times while this one was at work.`,
    fix: 'Give the workflow that deploys a `concurrency` group, and run it again.',
  });
}

function outcomeOf({ failed }: Registrations): DeployOutcome {
  return failed.size === 0 ? 'deployed' : 'partial';
}

function requireConsent({ massDelete }: Plan, { isMassDeleteAllowed }: DeployOptions): void {
  if (!isMassDeleteAllowed && massDelete !== undefined) throw new InputError([massDelete]);
}

const nothingDone = {
  deployed: new Map(),
  failed: new Map(),
  waiting: [],
  removed: [],
  retired: [],
} as const;

/**
 * The deployed commit, if it descends from ours: two pushes can be deployed out of order, and the older must not win.
 * A person at a working tree who goes back to an older commit means it.
 */
async function newerCommit({ source }: World, { registry }: Snapshot): Promise<string | undefined> {
  const { commit } = registry;
  if (commit === undefined || commit === source.commit || source.isWorkingTree) return undefined;
  return (await source.isBehind?.(commit)) === true ? commit : undefined;
}

type Recording = {
  readonly desired: Desired;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly before: Registrations;
  readonly options: DeployOptions;
};

type RecordAnswer =
  | { readonly kind: 'recorded'; readonly changes: Pick<DeployResult, 'removed' | 'retired' | 'nextWake'> }
  /** Another deploy was first, and left something to do that this plan does not hold. */
  | { readonly kind: 'overtaken'; readonly snapshot: Snapshot };

async function recordDeploy(world: World, recording: Recording): Promise<RecordAnswer> {
  const { desired, snapshot, before, options } = recording;
  const versions = new Map([...before.done].map(([flow, { version }]) => [flow, version]));
  let overtaken: Snapshot | undefined;
  const edit = (current: Snapshot): Edit | undefined => {
    overtaken = undefined;
    const plan = current.registry === snapshot.registry ? recording.plan : replan(world, desired, current);
    if (current.registry !== snapshot.registry && !isCovered(plan, recording, current)) {
      overtaken = current;
      return undefined;
    }
    const now = world.clock.now();
    const registry = applyPlan({
      registry: current.registry,
      state: current.state,
      plan,
      versions,
      commit: world.source.commit,
      now,
    });
    if (registry === current.registry) return undefined;
    const state = accountForRemoved(current.state, { before: current.registry, after: registry }, now);
    return { state, registry, message: messageOf(world.source.commit, options.by) };
  };
  const recorded = await record(world, snapshot, { style: options.presentation, edit });
  if (overtaken !== undefined) return { kind: 'overtaken', snapshot: overtaken };
  await setWakeUp(world, recorded.snapshot);
  const gone = recording.plan.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow);
  const { state, registry } = recorded.snapshot;
  const { deployments } = registry;
  return {
    kind: 'recorded',
    changes: {
      removed: gone.filter((flow) => !deployments.has(flow)),
      retired: gone.filter((flow) => deployments.has(flow)),
      nextWake: nextWake(state, registry, world.clock.now()),
    },
  };
}

function replan(world: World, desired: Desired, { registry }: Snapshot): Plan {
  return makePlan(planInputOf(world, desired, registry));
}

/** Whether what was prepared is all that the new situation needs: same commit underneath, every change has its revision. */
function isCovered(plan: Plan, { snapshot, before }: Recording, current: Snapshot): boolean {
  if (current.registry.commit !== snapshot.registry.commit) return false;
  return plan.flows
    .filter(isChange)
    .every(({ flow, desired }) => desired === undefined || isSettled(before, flow));
}

function isSettled({ done, failed, waiting }: Registrations, flow: FlowName): boolean {
  return done.has(flow) || failed.has(flow) || waiting.has(flow);
}

function messageOf(commit: string, by: string): string {
  return `Deploy ${commit.slice(0, 12)} for ${by.replaceAll(/[^\w.[\]-]+/g, ' ').slice(0, 60)}`;
}

type Publishing = { readonly options: DeployOptions; readonly startedAt: Instant };

/** The deploy is done when this fails, so a failure is said and no more. */
async function publish(
  world: World,
  result: DeployResult,
  { options, startedAt }: Publishing,
): Promise<void> {
  const check = deployCheck(
    { ...result, links: options.presentation.links, startedAt, endedAt: world.clock.now() },
    options.presentation.outgoing,
  );
  try {
    const [answer] = await world.checks.publish([{ check }], checkBudget);
    if (answer !== undefined && answer.kind !== 'published')
      world.log.warn(`The deploy is not shown on the commit: ${answer.reason}.`);
  } catch (error) {
    const said = error instanceof RefusedError ? describeProblem(error.problem) : String(error);
    world.log.warn(`The deploy is not shown on the commit: ${said}`);
  }
}

/** To find the check of an earlier try, and to create or update it. */
const checkBudget = 6;
