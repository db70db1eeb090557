import {
  type Deployment,
  keptVersions,
  keptVersionsBytes,
  type Registry,
  type Version,
} from './deployment.ts';
import type { FlowName, Policy } from './flow.ts';
import type { Instant } from './instant.ts';
import { isRecorded, type Plan, type PlannedFlow } from './plan.ts';
import { isReported } from './prune.ts';
import { isEnded } from './run.ts';
import { scheduledSince, scheduleKey } from './schedule-meaning.ts';
import type { State } from './state.ts';

export type Application = {
  readonly registry: Registry;
  readonly state: State;
  readonly plan: Plan;
  /** Of the flows that were registered, or whose revision is known; the others stay as they are. */
  readonly versions: ReadonlyMap<FlowName, Version>;
  readonly commit: string;
  readonly now: Instant;
};

/** The registry after a plan was carried out as far as it could be. The same object if nothing changes. */
export function applyPlan({ registry, state, plan, versions, commit, now }: Application): Registry {
  const next = (planned: PlannedFlow): Deployment | undefined => {
    const known = registry.deployments.get(planned.flow);
    const version = versions.get(planned.flow);
    if (planned.taught !== undefined)
      return known === undefined ? known : { ...known, version: planned.taught };
    if (planned.action === 'removed') return known === undefined ? undefined : { ...known, retiredAt: now };
    return version === undefined
      ? known
      : deploymentOf(planned, known, { version, now, mark: state.mark, sharedBy: plan.flows.length });
  };
  const changes = plan.flows
    .filter(isRecorded)
    .map((planned) => [planned.flow, next(planned)] as const)
    .filter(([flow, deployment]) => deployment !== registry.deployments.get(flow));
  if (changes.length === 0) return registry;
  const deployments = new Map(registry.deployments);
  for (const [flow, deployment] of changes) if (deployment !== undefined) deployments.set(flow, deployment);
  return withoutFollowed({ commit, deployments }, state);
}

/**
 * Removed flows are followed until their runs have ended and checks show it: the report needs what was deployed. Then
 * nothing asks for them any more. The same object if none goes.
 */
export function withoutFollowed(registry: Registry, { runs }: Pick<State, 'runs'>): Registry {
  const retired = [...registry.deployments.values()].filter(({ retiredAt }) => retiredAt !== undefined);
  if (retired.length === 0) return registry;
  const busy = new Set(
    [...runs.values()].filter((run) => !isEnded(run) || !isReported(run)).map(({ flow }) => flow),
  );
  const gone = new Set(retired.flatMap(({ flow }) => (busy.has(flow) ? [] : [flow])));
  if (gone.size === 0) return registry;
  return { ...registry, deployments: new Map([...registry.deployments].filter(([flow]) => !gone.has(flow))) };
}

type Deploying = {
  readonly version: Version;
  readonly now: Instant;
  readonly mark: Instant;
  /** How many flows there are to keep versions of. */
  readonly sharedBy: number;
};

function deploymentOf(
  { flow, desired }: PlannedFlow,
  known: Deployment | undefined,
  { version, now, mark, sharedBy }: Deploying,
): Deployment {
  const live = known?.retiredAt === undefined ? known : undefined;
  const policy = desired?.manifest.policy ?? known?.policy;
  if (policy === undefined) throw new TypeError(`Flow ${flow} is planned without a manifest`);
  const before = known === undefined ? [] : [known.version, ...known.earlier];
  const earlier = before.filter(({ fingerprint }) => fingerprint !== version.fingerprint);
  return {
    flow,
    version,
    deployedAt: now,
    policy,
    ...resourcesOf(desired),
    scheduledSince: sinceWhen(policy, live, now > mark ? now : mark),
    earlier: earlier.slice(0, keptCount(earlier, keptVersionsBytes / Math.max(sharedBy, 1))),
  };
}

/** How many of them fit; the newest is kept in any case, for a revert of the last deploy. */
function keptCount(earlier: readonly Version[], bytes: number): number {
  let left = bytes;
  const beyond = earlier.findIndex((version) => {
    left -= JSON.stringify(version).length;
    return left < 0;
  });
  return Math.min(beyond === -1 ? earlier.length : Math.max(beyond, 1), keptVersions);
}

function resourcesOf(desired: PlannedFlow['desired']): Pick<Deployment, 'resources' | 'taskFields'> {
  if (desired === undefined) return {};
  const taskFields = desired.fields === undefined ? {} : { taskFields: desired.fields };
  return { resources: desired.manifest.workload.resources, ...taskFields };
}

/**
 * A schedule that stays keeps its start; a new one, or one that was away, starts now: nothing of the past is made up for.
 * Where a tick's clock was ahead of this one it starts at the mark: no tick looks at slots before that any more.
 */
function sinceWhen(
  { schedules }: Policy,
  before: Deployment | undefined,
  start: Instant,
): Deployment['scheduledSince'] {
  const known = new Map(
    before?.policy.schedules.map((schedule) => [scheduleKey(schedule), scheduledSince(before, schedule)]),
  );
  return Object.fromEntries(
    schedules.map(scheduleKey).map((key): [string, Instant] => [key, known.get(key) ?? start]),
  );
}
