import type { FingerprintPart } from '../core/deployment.ts';
import { type DesiredFlow, isChange, makePlan, type Plan } from '../core/plan.ts';
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
};

/** Reads every flow of the sources. Throws `InputError` with all that is wrong in all files. */
export async function readDesired({ source, executor }: World, project: Project): Promise<Desired> {
  const loaded = await loadFlows(source, project);
  const made = await closuresOf(loaded.manifests, source);
  const problems = [...loaded.problems, ...made.problems];
  if (problems.length > 0) throw new InputError(problems);
  const flows = loaded.manifests.flatMap((manifest) => {
    const closure = made.closures.get(manifest.name);
    if (closure === undefined) return [];
    return [
      {
        manifest,
        closure,
        identity: fingerprintOf({ manifest, project, closure }),
        fields: taskFieldsOf(manifest, project),
      },
    ];
  });
  const ofLocal = executor.kind === 'local' ? localWarnings(loaded.manifests) : [];
  return { flows, warnings: [...loaded.warnings, ...made.warnings, ...ofLocal] };
}

/** Old commits whose files are fetched to name what changed; beyond that the part that differs has to do. */
const mostCommits = 10;

/** Parts that files of the deployed commit tell more about. */
const toldByFiles: ReadonlySet<FingerprintPart> = new Set(['code', 'image', 'packages']);

/** The plan against what is deployed, with the files and packages that changed as far as the deployed commits can be had. */
export async function planAgainst(world: World, desired: Desired, { registry }: Snapshot): Promise<Plan> {
  const input = { desired: desired.flows, registry, needsImages: world.executor.kind === 'ecs' };
  const first = makePlan(input);
  const commits = new Set(
    first.flows
      .filter((flow) => isChange(flow) && flow.parts.some((part) => toldByFiles.has(part)))
      .flatMap(({ deployed }) => deployed?.version.commit ?? []),
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
