import { buildFlows, isInProjectImage, snapshotFlow } from '../../src/adapters/local/build/build-flow.ts';
import type { BuildRecord, FlowBuild } from '../../src/core/build-record.ts';
import type { FlowName, Manifest } from '../../src/core/flow.ts';
import { isChange } from '../../src/core/plan.ts';
import { InputError } from '../../src/core/problem.ts';
import type { Project } from '../../src/core/project.ts';
import { deploy } from '../../src/engine/deploy.ts';
import type { GivenRecords } from '../../src/engine/desired.ts';
import type { GivenImages } from '../../src/engine/images.ts';
import { plan } from '../../src/engine/plan.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { parseProject } from '../../src/flow/project.ts';
import { type DeployWorld, deployWorld, presentation } from '../engine/deploy-world.ts';
import type { Rendered } from './render.ts';
import { sourceOf } from './render.ts';
import { filesUnder, type Workplace } from './workplace.ts';

/** What `headgate build` makes of each flow: file → bytes; or what it says is wrong. */
export type Builds = ReadonlyMap<string, ReadonlyMap<string, string> | { readonly problem: string }>;

/** With the record that a build leaves behind. */
export type Made = { readonly builds: Builds; readonly record: BuildRecord };

/** Lays a repository out, with what an install brings, and builds its flows by the product's own builder. */
export async function build(workplace: Workplace, rendered: Rendered): Promise<Made> {
  workplace.put(rendered);
  const { manifests } = await loadFlows(sourceOf(rendered.tracked, before), projectOf(rendered));
  const { root, out } = workplace;
  const made = await Promise.all(
    manifests.map((manifest) => buildOne({ root, manifest, outDirectory: `${out}/${manifest.name}` })),
  );
  const items = manifests.map(({ name }, index) => [name, made[index] ?? notBuilt] as const);
  return {
    builds: new Map(items.map(([name, item]) => [name, 'problem' in item ? item : item.files])),
    record: new Map(
      items.flatMap(([name, item]) => ('problem' in item ? [] : [[name, item.build] as const])),
    ),
  };
}

const notBuilt = { problem: 'It was not built.' };

async function buildOne(request: {
  readonly root: string;
  readonly manifest: Manifest;
  readonly outDirectory: string;
}): Promise<
  { readonly files: ReadonlyMap<string, string>; readonly build: FlowBuild } | { readonly problem: string }
> {
  const { root, manifest, outDirectory } = request;
  try {
    // What an image of a flow's own holds is up to its Dockerfile; on a laptop it is this.
    const isSnapshot = !isInProjectImage(manifest) && manifest.workload.program.kind === 'command';
    if (isSnapshot) {
      const { build: own } = await snapshotFlow({ root, manifest, outDirectory });
      return { files: filesUnder(outDirectory), build: own };
    }
    const { built, unbuilt } = await buildFlows({ root, manifests: [manifest], outDirectory });
    const [only] = built;
    if (only === undefined) throw new InputError([...unbuilt.values()].flat());
    return { files: filesUnder(outDirectory), build: only.build };
  } catch (error) {
    if (error instanceof InputError) return { problem: textOf(error) };
    throw error;
  }
}

/** What the plan says of each flow after a change: `refused` with the reason, if it says nothing of any. */
export type Answer = {
  readonly refused?: string;
  readonly changed: ReadonlySet<FlowName>;
  readonly warnings: readonly string[];
};

export type Plans = { readonly first: Answer; readonly second: Answer };

const before = 'a'.repeat(40);
const after = 'b'.repeat(40);

/** Deploys one repository and asks what would change with the other. */
export async function planBetween(then: Rendered, now: Rendered): Promise<Plans> {
  const own = deployWorld(sourceOf(then.tracked, before));
  const first = await answer(async () => {
    const project = projectOf(then);
    await deploy(own.world, {
      project,
      isMassDeleteAllowed: true,
      isDryRun: false,
      by: 'octocat',
      presentation,
    });
    return { changed: new Set<FlowName>(), warnings: [] };
  });
  if (first.refused !== undefined) return { first, second: first };
  return { first, second: await answer(() => planAfter(own, now)) };
}

/** What the layers beyond static reading say of a flow whose bundle differs. */
export type Beyond = {
  /** The plan sees it by what the build of the first repository taught. */
  readonly isLearned: boolean;
  /** A deploy sees it by the record of the second build, and says so. */
  readonly isVerified: boolean;
};

/** Deploys one repository with the record of its build; plans the other, without and with the record of its own. */
export async function askBeyond(
  flow: string,
  then: { readonly rendered: Rendered; readonly made: Made },
  now: { readonly rendered: Rendered; readonly made: Made },
): Promise<Beyond> {
  const own = deployWorld(sourceOf(then.rendered.tracked, before), { kind: 'ecs' });
  const options = { isMassDeleteAllowed: true, isDryRun: false, by: 'octocat', presentation };
  const project = projectOf(then.rendered);
  await deploy(own.world, { ...options, project, image: imagesOf(then.made), records: recordsOf(then.made) });
  const learned = own.snapshot().registry.deployments.get(flow as FlowName)?.version.learned;
  // What git holds of the repository itself the plan is to see without being taught.
  const isOfOthers = learned?.files === undefined && learned?.folders === undefined;
  const { changed } = await answer(() => planAfter(own, now.rendered));
  const later = deployWorld(sourceOf(now.rendered.tracked, after), { shared: own, kind: 'ecs' });
  const result = await plan(later.world, {
    project: projectOf(now.rendered),
    records: recordsOf(now.made),
  });
  const planned = result.plan.flows.find((item) => item.flow === flow);
  return {
    isLearned: isOfOthers && changed.has(flow as FlowName),
    isVerified: planned !== undefined && isChange(planned),
  };
}

const imagesOf = ({ record }: Made): GivenImages =>
  Object.fromEntries(['default', ...record.keys()].map((name) => [name, `a/b@sha256:${'a'.repeat(64)}`]));

/** Under the name of each image that there may be: of each only the record of its own flows is looked at. */
const recordsOf = ({ record }: Made): GivenRecords =>
  new Map(['default', ...record.keys()].map((name) => [name, { builds: record }]));

async function planAfter(own: DeployWorld, now: Rendered): Promise<Answer> {
  const later = deployWorld(sourceOf(now.tracked, after), { shared: own });
  const result = await plan(later.world, { project: projectOf(now) });
  return {
    changed: new Set(result.plan.flows.filter(isChange).map(({ flow }) => flow)),
    warnings: result.warnings.map(({ code }) => code),
  };
}

async function answer(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof InputError) return { refused: textOf(error), changed: new Set(), warnings: [] };
    throw error;
  }
}

function textOf({ problems }: InputError): string {
  return problems.map(({ code, place, message }) => `${code} ${place?.file ?? ''} ${message}`).join('; ');
}

function projectOf({ tracked }: Rendered): Project {
  const entry = tracked.get('headgate.yml');
  const text = entry?.kind === 'symlink' ? '' : (entry?.text ?? '');
  const { project, problems } = parseProject({ file: 'headgate.yml', bytes: Buffer.from(text) });
  if (project === undefined) throw new InputError(problems);
  return project;
}
