import {
  type Deployment,
  type FingerprintPart,
  fingerprintParts,
  type Registry,
  type Version,
} from './deployment.ts';
import type { DesiredFlow, Identity, MadeFlow, PlannedAction } from './desired.ts';
import { type FileChange, type FilesThen, filesChanged } from './file-changes.ts';
import type { FlowName } from './flow.ts';
import { type ImageNeed, type ImageToBuild, imageNameOf, imagesToBuild } from './images-to-build.ts';
import { isSameLearned, joinLearned, type Learned } from './learned.ts';
import { massDeleteProblem } from './mass-delete.ts';
import { type MissedChange, missedChange } from './missed-change.ts';
import { reasonsFor } from './plan-reasons.ts';
import { policyDifference } from './policy-difference.ts';
import type { Problem } from './problem.ts';

export type { DesiredFlow, MadeFlow, PlannedAction } from './desired.ts';

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
  /** Its identity is that with what builds taught. */
  readonly desired?: DesiredFlow;
  /** Why it is registered again although it may be the same. */
  readonly again?: 'deregistered' | 'forced';
  /** What the build of these sources made of it. */
  readonly bundle?: string;
  /** What builds taught about it, this one included. */
  readonly learned?: Learned;
  /** Present if only its bundle shows that it changed. */
  readonly missed?: MissedChange;
  /** Of an unchanged flow: what is deployed, with what this build taught. */
  readonly taught?: Version;
  /** Absent if it is not deployed, or only to follow its last runs. */
  readonly deployed?: Deployment;
};

/** The difference between the flows at a commit and what is deployed. */
export type Plan = {
  /** By name. */
  readonly flows: readonly PlannedFlow[];
  readonly images: readonly ImageToBuild[];
  /** Present if so many flows would go that somebody has to confirm it. */
  readonly massDelete?: Problem;
};

/** What has to be registered again although nothing of it changed. */
export type Renewal = {
  /** Revisions that somebody deregistered: nothing can be launched from them. */
  readonly gone: ReadonlySet<string>;
  /** Flows that somebody wants anew. */
  readonly forced: ReadonlySet<FlowName>;
};

export type PlanInput = {
  readonly desired: readonly DesiredFlow[];
  readonly registry: Registry;
  /** False where attempts are local processes. */
  readonly needsImages: boolean;
  /** To say which files changed: path → blob now, and at deployed commits as far as they can be had. */
  readonly filesNow?: ReadonlyMap<string, string>;
  /** What a build of these sources made of the flows, as far as its record is at hand. */
  readonly made?: ReadonlyMap<FlowName, MadeFlow>;
  readonly filesAt?: ReadonlyMap<string, FilesThen>;
  readonly renewal?: Renewal;
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

/** Whether the registry will say something else of it. */
export function isRecorded(planned: PlannedFlow): boolean {
  return isChange(planned) || planned.taught !== undefined;
}

function planFlow(input: PlanInput, desired: DesiredFlow): PlannedFlow {
  const flow = desired.manifest.name;
  const known = input.registry.deployments.get(flow);
  const deployed = known?.retiredAt === undefined ? known : undefined;
  const made = input.made?.get(flow);
  const isSeenUnchanged = deployed !== undefined && isVersion(deployed.version, desired);
  const again = againOf(input, flow, deployed?.version);
  if (isSeenUnchanged && !isOtherBundle(deployed.version, made) && again === undefined)
    return unchanged({ desired, deployed, made });
  const versions = known === undefined ? [] : [known.version, ...known.earlier];
  const usable = versions.filter((version) => !isOtherBundle(version, made));
  const same = usable.find((version) => isVersion(version, desired));
  const equal = same ?? usable.find((version) => hasEqualParts(version, desired));
  const reuse = equal ?? usable.find((version) => isKept(version, { desired, made }));
  const missed = isSeenUnchanged ? missedOf(input, deployed, made) : undefined;
  const learned = joinLearned((reuse ?? known?.version)?.learned, missed?.learned ?? made?.lacked);
  const identity = identityOf(desired, learned);
  const difference = deployed === undefined ? noDifference : differenceTo(input, desired, deployed);
  const action = actionOf(same, deployed);
  return {
    flow,
    action,
    reasons: reasonsFor({
      action,
      isRetired: known !== undefined && deployed === undefined,
      packages: input.packages?.get(flow) ?? [],
      ...difference,
      ...present({ missed, again }),
    }),
    ...difference,
    image: imageNeed(input, desired, { usable, reuse, made }),
    desired: { ...desired, identity },
    ...present({
      bundle: made?.bundle,
      learned,
      missed,
      reuse: launchable(input, flow, reuse),
      deployed,
      again,
    }),
  };
}

function actionOf(same: Version | undefined, deployed: Deployment | undefined): PlannedAction {
  if (same !== undefined && same !== deployed?.version) return 'restored';
  return deployed === undefined ? 'added' : 'changed';
}

/** What is still registered, and good enough for whoever asks. */
function launchable(input: PlanInput, flow: FlowName, reuse: Version | undefined): Version | undefined {
  return againOf(input, flow, reuse) === undefined ? reuse : undefined;
}

function againOf({ renewal }: PlanInput, flow: FlowName, version: Version | undefined): PlannedFlow['again'] {
  if (version === undefined || renewal === undefined) return undefined;
  if (renewal.forced.has(flow)) return 'forced';
  return renewal.gone.has(version.revision) ? 'deregistered' : undefined;
}

/** Only what is there: a key that is left out and an undefined one are two things. */
function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}

function identityOf(desired: DesiredFlow, learned: Learned | undefined): Identity {
  return learned === undefined ? desired.identity : desired.identityWith(learned);
}

const noDifference = { parts: [], policyKeys: [], files: [] } as const;

function differenceTo(input: PlanInput, desired: DesiredFlow, deployed: Deployment) {
  return {
    parts: partsBetween(deployed.version, desired),
    policyKeys: policyDifference(deployed.policy, desired.manifest.policy),
    files: changedFiles(input, desired, deployed),
  };
}

/** By all that the version was known to be made of. */
function isVersion(version: Version, desired: DesiredFlow): boolean {
  return version.fingerprint === identityOf(desired, version.learned).fingerprint;
}

/** False where either is not known: then nothing speaks against what the closure says. */
function isOtherBundle({ bundle }: Version, made: MadeFlow | undefined): boolean {
  return bundle !== undefined && made !== undefined && bundle !== made.bundle;
}

/**
 * Whether what runs is the same, byte for byte, although what it was made of is not: then its revision stays. Only where
 * the bundle is all that the image holds of the flow, and only by a record of exactly these sources.
 */
export function isKept(
  version: Version,
  { desired, made }: { readonly desired: DesiredFlow; readonly made: MadeFlow | undefined },
): boolean {
  const { manifest, closure } = desired;
  const isAllThereIs =
    manifest.workload.program.kind === 'entrypoint' &&
    manifest.inputs.length === 0 &&
    closure.image?.isOwn !== true;
  return (
    isAllThereIs &&
    made?.isOfThisCommit === true &&
    version.bundle === made.bundle &&
    partsBetween(version, desired).every((part) => part === 'code' || part === 'packages')
  );
}

type Unchanged = {
  readonly desired: DesiredFlow;
  readonly deployed: Deployment;
  readonly made: MadeFlow | undefined;
};

function unchanged({ desired, deployed, made }: Unchanged): PlannedFlow {
  const nothing = { reasons: [], parts: [], policyKeys: [], files: [], image: { kind: 'none' } } as const;
  const { version } = deployed;
  const base = { flow: deployed.flow, action: 'unchanged', ...nothing, desired, deployed } as const;
  // Of a bundle that is not known to be the deployed one nothing can be said about the deployed one.
  if (made === undefined || version.bundle !== made.bundle) return base;
  const learned = joinLearned(version.learned, made.lacked);
  if (learned === undefined || isSameLearned(learned, version.learned)) return base;
  return { ...base, taught: { ...version, ...desired.identityWith(learned), learned } };
}

function missedOf(
  input: PlanInput,
  { version }: Deployment,
  made: MadeFlow | undefined,
): MissedChange | undefined {
  if (made === undefined) return undefined;
  return missedChange({ made, filesThen: input.filesAt?.get(version.commit), filesNow: input.filesNow });
}

/** The parts make the task definition; what differs beside them is policy, which lives in the registry. */
function hasEqualParts(version: Version, desired: DesiredFlow): boolean {
  return partsBetween(version, desired).length === 0;
}

function partsBetween(version: Version, desired: DesiredFlow): readonly FingerprintPart[] {
  const identity = identityOf(desired, version.learned);
  return fingerprintParts.filter((part) => version.parts[part] !== identity.parts[part]);
}

function changedFiles(input: PlanInput, desired: DesiredFlow, deployed: Deployment): readonly FileChange[] {
  const filesThen = input.filesAt?.get(deployed.version.commit);
  if (filesThen === undefined) return [];
  return filesChanged({ desired, filesThen, filesNow: input.filesNow ?? new Map() });
}

type Imaging = {
  readonly usable: readonly Version[];
  readonly reuse: Version | undefined;
  readonly made: MadeFlow | undefined;
};

function imageNeed(
  { needsImages }: PlanInput,
  desired: DesiredFlow,
  { usable, reuse, made }: Imaging,
): ImageNeed {
  if (!needsImages) return { kind: 'none' };
  const hasContent = (version: Version): boolean =>
    version.content === identityOf(desired, version.learned).content || isKept(version, { desired, made });
  const kept = [...(reuse === undefined ? [] : [reuse]), ...usable].find(
    (version) => version.image !== undefined && hasContent(version),
  );
  if (kept?.image !== undefined) {
    const { image, built, bundle } = kept;
    return { kind: 'kept', image, ...present({ built, bundle }) };
  }
  return { kind: 'needed', name: imageNameOf(desired) };
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
