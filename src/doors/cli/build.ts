import { resolve } from 'node:path';
import { topLevelOf } from '../../adapters/git/repository.ts';
import { workingTree } from '../../adapters/git/working-tree.ts';
import { type Built, buildFlows, isInProjectImage } from '../../adapters/local/build/build-flow.ts';
import { folderTree } from '../../adapters/local/folder-tree.ts';
import type { Manifest } from '../../core/flow.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import { loadFlows } from '../../flow/discover.ts';
import type { SourceTree } from '../../ports.ts';
import type { Performed } from '../performed.ts';
import { loadProject } from '../project.ts';
import { parseConfigPath } from '../values.ts';
import type { SharedOptions } from './program.ts';

export type BuildRequest = {
  /** One flow; all of the project's image if left out. */
  readonly flow: string | undefined;
  /** Relative to where the command works. */
  readonly out: string | undefined;
};

/** Bundles flows as the image holds them. Composes no world and needs no git: it runs inside an image build too. */
export async function performBuild(
  options: Pick<SharedOptions, 'config' | 'cwd'>,
  { flow, out }: BuildRequest,
): Promise<Performed> {
  const cwd = resolve(options.cwd ?? '.');
  const config = parseConfigPath(options.config ?? 'headgate.yml');
  if (config.kind === 'bad') throw new InputError([config.problem]);
  const { root, source } = await sourceAt(cwd);
  const project = await loadProject({
    source,
    config: config.value,
    fallbackName: 'project',
    isLocal: false,
  });
  const { manifests, problems } = await loadFlows(source, project);
  if (problems.length > 0) throw new InputError(problems);
  const outDirectory = resolve(cwd, out ?? '.headgate/out');
  const built = await buildFlows({ root, manifests: chosen(manifests, flow), outDirectory });
  return {
    exitCode: exitCodes.done,
    document: { verb: 'build', out: outDirectory, flows: built.map((item) => ({ ...item })) },
    text: textOf(built, outDirectory),
  };
}

async function sourceAt(cwd: string): Promise<{ readonly root: string; readonly source: SourceTree }> {
  const root = await topLevelOf(cwd).catch(() => undefined);
  if (root === undefined) return { root: cwd, source: folderTree({ directory: cwd }) };
  return { root, source: await workingTree({ directory: root }) };
}

function chosen(manifests: readonly Manifest[], flow: string | undefined): readonly Manifest[] {
  if (flow === undefined) return manifests.filter(isInProjectImage);
  const named = manifests.filter(({ name }) => name === flow);
  if (named.length > 0) return named;
  const names = manifests.map(({ name }) => name).join(', ');
  const message = `There is no flow ${quote(flow)}.`;
  throw new InputError([{ code: 'E_FLOW_UNKNOWN', message, fix: `The flows here are: ${names || 'none'}.` }]);
}

function textOf(built: readonly Built[], out: string): string {
  const width = Math.max(0, ...built.map(({ flow }) => flow.length));
  const rows = built.map(({ flow, bytes }) => `  ${flow.padEnd(width)}  ${sizeOf(bytes).padStart(9)}`);
  return [`Built ${built.length} ${built.length === 1 ? 'flow' : 'flows'} into ${out}`, ...rows, ''].join(
    '\n',
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
