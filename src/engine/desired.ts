import { type BuildRecord, isUnbuilt } from '../core/build-record.ts';
import type { FingerprintPart } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import { imageNameOf } from '../core/images-to-build.ts';
import type { Learned } from '../core/learned.ts';
import { missedWarning } from '../core/missed-change.ts';
import {
  type DesiredFlow,
  isChange,
  type MadeFlow,
  makePlan,
  type Plan,
  type PlanInput,
  type PlannedFlow,
  type Renewal,
} from '../core/plan.ts';
import { localWarnings } from '../core/plan-warnings.ts';
import { InputError, type Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { taskFieldsOf } from '../core/task-fields.ts';
import { closuresOf } from '../flow/closure.ts';
import { loadFlows } from '../flow/discover.ts';
import { fingerprintOf } from '../flow/fingerprint.ts';
import type { Snapshot, World } from '../ports.ts';
import { packageReasonsOf } from './package-history.ts';

/** What the sources want. */
export type Desired = {
  readonly flows: readonly DesiredFlow[];
  readonly warnings: readonly Problem[];
  /** What a build of the sources made of them, as far as its record was given. */
  readonly made: ReadonlyMap<FlowName, MadeFlow>;
  /** What the image that was built does not hold, and why. */
  readonly unbuilt: ReadonlyMap<FlowName, readonly Problem[]>;
  readonly renewal?: Renewal;
};

/** The record of the build of an image, and the commit that was built if that is said. */
export type GivenRecord = { readonly builds: BuildRecord; readonly commit?: string };

/** By the name of the image. */
export type GivenRecords = ReadonlyMap<string, GivenRecord>;

/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
export async function readDesired(
  { source, executor }: World,
  project: Project,
  records: GivenRecords = new Map(),
): Promise<Desired> {
  const loaded = await loadFlows(source, project);
  const made = await closuresOf(loaded.manifests, source);
  const problems = [...loaded.problems, ...made.problems];
  if (problems.length > 0) throw new InputError(problems);
  const flows = loaded.manifests.flatMap((manifest): DesiredFlow[] => {
    const closure = made.closures.get(manifest.name);
    if (closure === undefined) return [];
    const folder = manifest.file.slice(0, manifest.file.lastIndexOf('/'));
    const extend = (learned: Learned) => made.learning.extend(closure, folder, learned);
    return [
      {
        manifest,
        closure,
        identity: fingerprintOf({ manifest, project, closure }),
        identityWith: (learned) => fingerprintOf({ manifest, project, closure: extend(learned) }),
        fields: taskFieldsOf(manifest, project),
        compare: (build) => made.learning.compare(closure, build),
        compiled: () => made.compiled(manifest, closure),
      },
    ];
  });
  const ofLocal = executor.kind === 'local' ? localWarnings(loaded.manifests) : [];
  const warnings = [...loaded.warnings, ...made.warnings, ...ofLocal];
  return { flows, warnings, ...madeFlows(flows, records, source.commit) };
}

function madeFlows(
  flows: readonly DesiredFlow[],
  records: GivenRecords,
  commit: string,
): Pick<Desired, 'made' | 'unbuilt'> {
  const made = new Map<FlowName, MadeFlow>();
  const unbuilt = new Map<FlowName, readonly Problem[]>();
  if (records.size === 0) return { made, unbuilt };
  for (const desired of flows) {
    const { name } = desired.manifest;
    const record = records.get(imageNameOf(desired));
    const build = record?.builds.get(name);
    if (record === undefined || build === undefined) continue;
    if (isUnbuilt(build)) {
      unbuilt.set(name, build.unbuilt);
      continue;
    }
    const flow = desired.compare(build);
    const isOfThisCommit = flow.isOfThisCommit && (record.commit ?? commit) === commit;
    made.set(name, { ...flow, isOfThisCommit });
  }
  return { made, unbuilt };
}

/** What no plan had seen. */
export function missedWarnings({ flows }: Plan): readonly Problem[] {
  return flows.flatMap(({ flow, desired, missed }) =>
    missed === undefined || desired === undefined ? [] : [missedWarning(flow, desired.manifest.file, missed)],
  );
}

function isExplainedByFiles(flow: PlannedFlow): boolean {
  return flow.missed !== undefined || (isChange(flow) && flow.parts.some((part) => toldByFiles.has(part)));
}

/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;

/** Parts that files of the deployed commit tell more about. */
const toldByFiles: ReadonlySet<FingerprintPart> = new Set(['code', 'image', 'packages']);

export function planInputOf(
  { executor }: World,
  { flows, made, renewal }: Desired,
  registry: Snapshot['registry'],
): PlanInput {
  const again = renewal === undefined ? {} : { renewal };
  return { desired: flows, made, registry, needsImages: executor.kind === 'ecs', ...again };
}

/** The plan against what is deployed, with the files and packages that changed as far as the deployed commits can be had. */
export async function planAgainst(world: World, desired: Desired, { registry }: Snapshot): Promise<Plan> {
  const input = planInputOf(world, desired, registry);
  const first = makePlan(input);
  const commits = new Set(
    first.flows.filter(isExplainedByFiles).flatMap(({ deployed }) => deployed?.version.commit ?? []),
  );
  if (commits.size === 0) return first;
  const filesAt = new Map<string, ReadonlyMap<string, string>>();
  for (const commit of [...commits].slice(0, mostCommits)) {
    const files = await world.source.filesAt(commit);
    if (files !== undefined) filesAt.set(commit, files);
  }
  const filesNow = new Map((await world.source.list()).map(({ path, blob }) => [path, blob]));
  const packages = await packageReasonsOf(world.source, first, { filesNow, filesAt });
  return makePlan({ ...input, filesNow, filesAt, packages });
}
