import { resolve } from 'node:path';
import { topLevelOf } from '../../adapters/git/repository.ts';
import { workingTree } from '../../adapters/git/working-tree.ts';
import { folderTree } from '../../adapters/local/folder-tree.ts';
import type { FlowName, Manifest } from '../../core/flow.ts';
import { InputError } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import { loadFlows } from '../../flow/discover.ts';
import type { SourceTree } from '../../ports.ts';
import { loadProject } from '../project.ts';
import { parseConfigPath } from '../values.ts';
import type { SharedOptions } from './program.ts';

export type Sources = {
  readonly cwd: string;
  /** The repository, or the folder itself where there is no git. */
  readonly root: string;
  readonly manifests: readonly Manifest[];
};

/** The flows of the working tree, for what needs neither git nor state: it works inside an image build too. */
export async function loadSources(options: Pick<SharedOptions, 'config' | 'cwd'>): Promise<Sources> {
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
  return { cwd, root, manifests };
}

async function sourceAt(cwd: string): Promise<{ readonly root: string; readonly source: SourceTree }> {
  const root = await topLevelOf(cwd).catch(() => undefined);
  if (root === undefined) return { root: cwd, source: folderTree({ directory: cwd }) };
  return { root, source: await workingTree({ directory: root }) };
}

export function flowNamed(manifests: readonly Manifest[], flow: FlowName | string): Manifest {
  const named = manifests.find(({ name }) => name === flow);
  if (named !== undefined) return named;
  const names = manifests.map(({ name }) => name).join(', ');
  const message = `There is no flow ${quote(flow)}.`;
  throw new InputError([{ code: 'E_FLOW_UNKNOWN', message, fix: `The flows here are: ${names || 'none'}.` }]);
}
