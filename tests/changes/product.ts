import { buildFlows, isInProjectImage, snapshotFlow } from '../../src/adapters/local/build/build-flow.ts';
import type { FlowName, Manifest } from '../../src/core/flow.ts';
import { isChange } from '../../src/core/plan.ts';
import { InputError } from '../../src/core/problem.ts';
import type { Project } from '../../src/core/project.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { plan } from '../../src/engine/plan.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { parseProject } from '../../src/flow/project.ts';
import { type DeployWorld, deployWorld, presentation } from '../engine/deploy-world.ts';
import type { Rendered } from './render.ts';
import { sourceOf } from './render.ts';
import { filesUnder, type Workplace } from './workplace.ts';

/** What `headgate build` makes of each flow: file → bytes; or what it says is wrong. */
export type Builds = ReadonlyMap<string, ReadonlyMap<string, string> | { readonly problem: string }>;

/** Lays a repository out, with what an install brings, and builds its flows by the product's own builder. */
export async function build(workplace: Workplace, rendered: Rendered): Promise<Builds> {
  workplace.put(rendered);
  const { manifests } = await loadFlows(sourceOf(rendered.tracked, before), projectOf(rendered));
  const { root, out } = workplace;
  const made = await Promise.all(
    manifests.map((manifest) => buildOne({ root, manifest, outDirectory: `${out}/${manifest.name}` })),
  );
  return new Map(manifests.map(({ name }, index) => [name, made[index] ?? { problem: 'It was not built.' }]));
}

async function buildOne(request: {
  readonly root: string;
  readonly manifest: Manifest;
  readonly outDirectory: string;
}): Promise<ReadonlyMap<string, string> | { readonly problem: string }> {
  const { root, manifest, outDirectory } = request;
  try {
    // What an image of a flow's own holds is up to its Dockerfile; on a laptop it is this.
    const isSnapshot = !isInProjectImage(manifest) && manifest.workload.program.kind === 'command';
    if (isSnapshot) await snapshotFlow({ root, manifest, outDirectory });
    else {
      const { unbuilt } = await buildFlows({ root, manifests: [manifest], outDirectory });
      const problems = [...unbuilt.values()].flat();
      if (problems.length > 0) throw new InputError(problems);
    }
    return filesUnder(outDirectory);
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
