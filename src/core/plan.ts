import {
  type Deployment,
  type FingerprintPart,
  fingerprintParts,
  type ImageOrigin,
  type Registry,
  type Version,
} from './deployment.ts';
import type { DesiredFlow, PlannedAction } from './desired.ts';
import { type FileChange, type FilesThen, filesChanged } from './file-changes.ts';
import type { FlowName } from './flow.ts';
import { massDeleteProblem } from './mass-delete.ts';
import { reasonsFor } from './plan-reasons.ts';
import { policyDifference } from './policy-difference.ts';
import type { Problem } from './problem.ts';

export type { DesiredFlow, PlannedAction } from './desired.ts';

/** Where the image of a flow comes from. */
export type ImageNeed =
  /** Local runs, flows that stay as they are, and flows that go. */
  | { readonly kind: 'none' }
  /** A version of this flow with the same content has it. */
  | { readonly kind: 'kept'; readonly image: string; readonly built?: ImageOrigin }
  /** To be built: the name of an entry of `Plan.images`. */
  | { readonly kind: 'needed'; readonly name: string };

export type PlannedFlow = {
  readonly flow: FlowName;
  readonly action: PlannedAction;
  /** In words, the most telling first. Plain text that quotes paths: to be escaped. */
  readonly reasons: readonly string[];
  /** Parts of the fingerprint that differ from what is deployed. */
  readonly parts: readonly FingerprintPart[];
  /** Keys of the manifest that differ and need no new revision, such as `schedules` or `retries.limit`. */
  readonly policyKeys: readonly string[];
  readonly files: readonly FileChange[];
  readonly image: ImageNeed;
  /** A version with a revision that is good for this: nothing needs to be registered. */
  readonly reuse?: Version;
  readonly desired?: DesiredFlow;
  /** Absent if it is not deployed, or only to follow its last runs. */
  readonly deployed?: Deployment;
};

/** An image that has to be built, and the flows that will run in it. */
export type ImageToBuild = {
  /** `default` for the project's, else the flow's name. */
  readonly name: string;
  readonly dockerfile: string;
  readonly isOwn: boolean;
  readonly flows: readonly FlowName[];
};

/** The difference between the flows at a commit and what is deployed. */
export type Plan = {
  /** By name. */
  readonly flows: readonly PlannedFlow[];
  readonly images: readonly ImageToBuild[];
  /** Present if so many flows would go that somebody has to confirm it. */
  readonly massDelete?: Problem;
};

export type PlanInput = {
  readonly desired: readonly DesiredFlow[];
  readonly registry: Registry;
  /** False where attempts are local processes. */
  readonly needsImages: boolean;
  /** To say which files changed: path → blob now, and at deployed commits as far as they can be had. */
  readonly filesNow?: ReadonlyMap<string, string>;
  readonly filesAt?: ReadonlyMap<string, FilesThen>;
  /** To say which packages changed, in words. */
  readonly packages?: ReadonlyMap<FlowName, readonly string[]>;
};

export function makePlan(input: PlanInput): Plan {
  const live = liveDeployments(input.registry);
  const wanted = new Set(input.desired.map(({ manifest }) => manifest.name));
  const removed = live.filter(({ flow }) => !wanted.has(flow));
  const flows = [...input.desired.map((desired) => planFlow(input, desired)), ...removed.map(planRemoval)];
  flows.sort((a, b) => (a.flow < b.flow ? -1 : 1));
  const massDelete = massDeleteProblem(
    removed.map(({ flow }) => flow),
    live.length,
  );
  return { flows, images: imagesToBuild(flows), ...(massDelete === undefined ? {} : { massDelete }) };
}

function liveDeployments({ deployments }: Registry): readonly Deployment[] {
  return [...deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
}

export function isChange({ action }: PlannedFlow): boolean {
  return action !== 'unchanged';
}

function planFlow(input: PlanInput, desired: DesiredFlow): PlannedFlow {
  const { identity, manifest } = desired;
  const flow = manifest.name;
  const known = input.registry.deployments.get(flow);
  const deployed = known?.retiredAt === undefined ? known : undefined;
  if (deployed?.version.fingerprint === identity.fingerprint) {
    const nothing = { reasons: [], parts: [], policyKeys: [], files: [], image: { kind: 'none' } } as const;
    return { flow, action: 'unchanged', ...nothing, desired, deployed };
  }
  const versions = known === undefined ? [] : [known.version, ...known.earlier];
  const same = versions.find(({ fingerprint }) => fingerprint === identity.fingerprint);
  const reuse = same ?? versions.find((version) => hasEqualParts(version, identity));
  const difference = {
    parts: deployed === undefined ? [] : partsBetween(deployed.version, identity),
    policyKeys: deployed === undefined ? [] : policyDifference(deployed.policy, manifest.policy),
    files: deployed === undefined ? [] : changedFiles(input, desired, deployed),
  };
  const action = same !== undefined ? 'restored' : deployed === undefined ? 'added' : 'changed';
  return {
    flow,
    action,
    reasons: reasonsFor({
      action,
      isRetired: known !== undefined && deployed === undefined,
      packages: input.packages?.get(flow) ?? [],
      ...difference,
    }),
    ...difference,
    image: imageNeed(input, desired, { versions, reuse }),
    desired,
    ...(reuse === undefined ? {} : { reuse }),
    ...(deployed === undefined ? {} : { deployed }),
  };
}

/** The parts make the task definition; what differs beside them is policy, which lives in the registry. */
function hasEqualParts(version: Version, identity: DesiredFlow['identity']): boolean {
  return partsBetween(version, identity).length === 0;
}

function partsBetween(version: Version, identity: DesiredFlow['identity']): readonly FingerprintPart[] {
  return fingerprintParts.filter((part) => version.parts[part] !== identity.parts[part]);
}

function changedFiles(input: PlanInput, desired: DesiredFlow, deployed: Deployment): readonly FileChange[] {
  const filesThen = input.filesAt?.get(deployed.version.commit);
  if (filesThen === undefined) return [];
  return filesChanged({ desired, filesThen, filesNow: input.filesNow ?? new Map() });
}

function imageNeed(
  { needsImages }: PlanInput,
  { identity, closure, manifest }: DesiredFlow,
  { versions, reuse }: { readonly versions: readonly Version[]; readonly reuse: Version | undefined },
): ImageNeed {
  if (!needsImages) return { kind: 'none' };
  const kept = [...(reuse === undefined ? [] : [reuse]), ...versions].find(
    ({ content, image }) => content === identity.content && image !== undefined,
  );
  if (kept?.image !== undefined) {
    const { image, built } = kept;
    return { kind: 'kept', image, ...(built === undefined ? {} : { built }) };
  }
  return { kind: 'needed', name: closure.image?.isOwn === true ? ownImageName(manifest.name) : defaultImage };
}

export const defaultImage = 'default';

/** A dot keeps an own image of a flow called `default` apart from the project's: no flow has one in its name. */
function ownImageName(flow: FlowName): string {
  return flow === defaultImage ? `flow.${flow}` : flow;
}

function planRemoval(deployed: Deployment): PlannedFlow {
  return {
    flow: deployed.flow,
    action: 'removed',
    reasons: ['its folder is gone'],
    parts: [],
    policyKeys: [],
    files: [],
    image: { kind: 'none' },
    deployed,
  };
}

function imagesToBuild(flows: readonly PlannedFlow[]): readonly ImageToBuild[] {
  const needing = new Map<string, PlannedFlow[]>();
  for (const planned of flows) {
    if (planned.image.kind !== 'needed') continue;
    const known = needing.get(planned.image.name);
    if (known === undefined) needing.set(planned.image.name, [planned]);
    else known.push(planned);
  }
  return [...needing].map(([name, all]) => ({
    name,
    dockerfile: all.at(-1)?.desired?.closure.image?.dockerfile ?? 'Dockerfile',
    isOwn: name !== defaultImage,
    flows: all.map(({ flow }) => flow),
  }));
}
