import type { ClosureFile } from '../core/closure.ts';
import { sha256 } from '../core/digest.ts';
import type { PackageUse } from '../core/used-packages.ts';
import { leafModule, type Module } from './module.ts';
import type { ModuleGraph } from './module-graph.ts';

/** What an entry reaches. */
export type Reached = {
  /** Stands for the files that were reached, and for what decides how a bundler joins them. */
  readonly code: string;
  readonly uses: readonly PackageUse[];
  /** In the order of their paths, each with what imports it first: the shortest ways, the best explanations. */
  readonly files: () => ReadonlyMap<string, ClosureFile>;
};

/** A module by its rank among all paths, so that sorting what was reached is sorting numbers. */
type Node = { readonly path: string; readonly module: Module; readonly targets: readonly number[] };

type FileFacts = { readonly blob: string; readonly isExecutable: boolean };

type Marks = { readonly round: Uint32Array; readonly parents: Int32Array; current: number };

/**
 * Answers for one entry after the other what it reaches. There can be a thousand entries, each reaching a hundred
 * files, so the search works on numbers.
 */
export function reacher(
  graph: ModuleGraph,
  factsOf: (path: string) => FileFacts | undefined,
): (entry: string) => Reached {
  const paths = [...graph.modules.keys()].sort();
  const ids = new Map(paths.map((path, id) => [path, id]));
  const nodes = paths.map((path): Node => {
    const module = graph.modules.get(path) ?? leafModule;
    return { path, module, targets: idsOf(module, ids) };
  });
  const marks = {
    round: new Uint32Array(nodes.length),
    parents: new Int32Array(nodes.length),
    current: 0,
  };
  const wrapped = wrappedNodes(nodes, ids);
  const digests = nodes.map((node, id) => {
    const isWrapped = wrapped[id] === 1;
    return digestOf(node, factsOf(node.path)?.blob ?? '', {
      isWrapped,
      isJoined: isWrapped || isJoined(graph, node),
    });
  });
  return (entry) => {
    const start = ids.get(entry);
    if (start === undefined) return nothingReached;
    const reached = search(nodes, start, marks);
    let code = '';
    for (const id of reached) code += digests[id];
    return {
      code: sha256(code),
      uses: usesOf(nodes, reached),
      files: () => {
        // Searched once more rather than remembered: what a thousand flows reach is much, and few are shown.
        const again = search(nodes, start, marks);
        return filesOf(nodes, again, { factsOf, parents: marks.parents });
      },
    };
  };
}

function idsOf({ targets, unsure }: Module, ids: ReadonlyMap<string, number>): readonly number[] {
  const found: number[] = [];
  for (const list of [targets, unsure])
    for (const target of list) {
      const id = ids.get(target);
      if (id !== undefined) found.push(id);
    }
  return found;
}

/** Which may end in functions of a bundle: what is called, and what that imports. Of all flows, as one may be another's. */
function wrappedNodes(nodes: readonly Node[], ids: ReadonlyMap<string, number>): Uint8Array {
  const wrapped = new Uint8Array(nodes.length);
  const waiting: number[] = [];
  const wrap = (id: number | undefined): void => {
    if (id === undefined || wrapped[id] === 1) return;
    wrapped[id] = 1;
    waiting.push(id);
  };
  for (const { module } of nodes) {
    for (const path of module.called) wrap(ids.get(path));
    // Who loads these is not known.
    for (const path of module.unsure) wrap(ids.get(path));
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const target of nodes[id]?.targets ?? []) wrap(target);
  return wrapped;
}

/** Whether it is, or imports, what may be CommonJS: that is where the two kinds of modules are told apart. */
function isJoined({ modules }: ModuleGraph, { module }: Node): boolean {
  if (!module.isModule || module.usesPackages || module.called.length > 0) return true;
  return module.targets.some((path) => modules.get(path)?.isModule === false || /\.c[jt]s$/.test(path));
}

type Circumstances = { readonly isWrapped: boolean; readonly isJoined: boolean };

/**
 * No path, name or setting holds a zero character. Where imports lead is part of it: the same files, joined in another
 * way, are another program.
 */
function digestOf(
  { path, module: { settings, edges } }: Node,
  blob: string,
  circumstances: Circumstances,
): string {
  let text = `${path}\0${blob}\0${settings.always}`;
  if (circumstances.isWrapped) text += settings.ifWrapped;
  if (circumstances.isJoined) text += settings.ifJoined;
  for (const { specifier, targets } of edges) text += `\0\0${specifier}\0${targets.join('\0')}`;
  return sha256(text);
}

export const nothingReached: Reached = { code: '', uses: [], files: () => new Map() };

/** The ids of what is reached, sorted; leaves in `parents` who brought each of them in. */
function search(nodes: readonly Node[], start: number, marks: Marks): readonly number[] {
  marks.current += 1;
  const { round, parents, current } = marks;
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

type Explaining = {
  readonly factsOf: (path: string) => FileFacts | undefined;
  readonly parents: Int32Array;
};

function filesOf(
  nodes: readonly Node[],
  reached: readonly number[],
  { factsOf, parents }: Explaining,
): ReadonlyMap<string, ClosureFile> {
  const files = new Map<string, ClosureFile>();
  for (const id of reached) {
    const path = nodes[id]?.path ?? '';
    const facts = factsOf(path);
    if (facts !== undefined) files.set(path, closureFile(facts, nodes[parents[id] ?? -1]?.path));
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
