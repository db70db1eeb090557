import type { ClosureFile } from '../core/closure.ts';
import type { PackageUse } from './lockfile.ts';
import type { Module, ModuleGraph } from './module-graph.ts';

/** What an entry reaches. */
export type Reached = {
  /** In the order of their paths. */
  readonly files: ReadonlyMap<string, ClosureFile>;
  readonly uses: readonly PackageUse[];
  readonly settings: readonly string[];
};

/** A module by its rank among all paths, so that sorting what was reached is sorting numbers. */
type Node = { readonly path: string; readonly module: Module; readonly targets: readonly number[] };

type FileFacts = { readonly blob: string; readonly isExecutable: boolean };

/**
 * Answers for one entry after the other what it reaches: the shortest ways, which are the best explanations. There
 * can be a thousand entries, each reaching a hundred files, so the search works on numbers.
 */
export function reacher(
  graph: ModuleGraph,
  factsOf: (path: string) => FileFacts | undefined,
): (entry: string) => Reached {
  const paths = [...graph.modules.keys()].sort();
  const ids = new Map(paths.map((path, id) => [path, id]));
  const nodes = paths.map((path): Node => {
    const module = graph.modules.get(path) ?? { targets: [], uses: [], settings: [] };
    return { path, module, targets: module.targets.flatMap((target) => ids.get(target) ?? []) };
  });
  const facts = paths.map(factsOf);
  const round = new Uint32Array(nodes.length);
  const parents = new Int32Array(nodes.length);
  let current = 0;
  return (entry) => {
    const start = ids.get(entry);
    if (start === undefined) return { files: new Map(), uses: [], settings: [] };
    current += 1;
    const reached = search(nodes, start, { round, parents, current });
    return {
      files: filesOf(nodes, facts, { reached, parents }),
      uses: usesOf(nodes, reached),
      settings: settingsOf(nodes, reached),
    };
  };
}

type Marks = { readonly round: Uint32Array; readonly parents: Int32Array; readonly current: number };

function search(
  nodes: readonly Node[],
  start: number,
  { round, parents, current }: Marks,
): readonly number[] {
  const queue = [start];
  round[start] = current;
  parents[start] = -1;
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] ?? 0;
    for (const target of nodes[id]?.targets ?? []) {
      if (round[target] === current) continue;
      round[target] = current;
      parents[target] = id;
      queue.push(target);
    }
  }
  return queue.sort((a, b) => a - b);
}

type Search = { readonly reached: readonly number[]; readonly parents: Int32Array };

function filesOf(
  nodes: readonly Node[],
  facts: readonly (FileFacts | undefined)[],
  { reached, parents }: Search,
): Map<string, ClosureFile> {
  const files = new Map<string, ClosureFile>();
  for (const id of reached) {
    const known = facts[id];
    const path = nodes[id]?.path;
    if (known === undefined || path === undefined) continue;
    files.set(path, closureFile(known, nodes[parents[id] ?? -1]?.path));
  }
  return files;
}

function usesOf(nodes: readonly Node[], reached: readonly number[]): readonly PackageUse[] {
  const uses: PackageUse[] = [];
  for (const id of reached) for (const use of nodes[id]?.module.uses ?? []) uses.push(use);
  return uses;
}

export function closureFile({ blob, isExecutable }: FileFacts, importedBy: string | undefined): ClosureFile {
  if (importedBy === undefined) return isExecutable ? { blob, isExecutable } : { blob };
  return isExecutable ? { blob, importedBy, isExecutable } : { blob, importedBy };
}

const noSettings: readonly string[] = [];

function settingsOf(nodes: readonly Node[], reached: readonly number[]): readonly string[] {
  const lists = new Set<readonly string[]>();
  for (const id of reached) lists.add(nodes[id]?.module.settings ?? noSettings);
  if (lists.size === 1) for (const only of lists) return only;
  return [...new Set([...lists].flat())].sort();
}
