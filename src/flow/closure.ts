import type { Closure, ClosureFile, ClosureImage } from '../core/closure.ts';
import type { FlowName, Manifest } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { SourceEntry, SourceTree } from '../ports.ts';
import { matchInputs } from './inputs.ts';
import { folderLocks, type Locks, loadLocks, type PackageUse } from './lockfile.ts';
import { type ModuleGraph, moduleGraph } from './module-graph.ts';
import { folderOf, joinPath } from './repository-path.ts';

export type Closures = {
  readonly closures: ReadonlyMap<FlowName, Closure>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

type Tree = {
  readonly entries: ReadonlyMap<string, SourceEntry>;
  readonly paths: readonly string[];
};

type Context = {
  readonly tree: Tree;
  readonly graph: ModuleGraph;
  readonly locks: Locks;
  readonly problems: Problem[];
  readonly warnings: Problem[];
};

/** What every flow is made of, from one reading of the tree. */
export async function closuresOf(manifests: readonly Manifest[], source: SourceTree): Promise<Closures> {
  const regular = (await source.list()).filter(({ kind }) => kind === 'file' || kind === 'executable');
  const tree: Tree = {
    entries: new Map(regular.map((entry) => [entry.path, entry])),
    paths: regular.map(({ path }) => path),
  };
  const graph = await moduleGraph(source, new Set(tree.paths), manifests.flatMap(entryOf));
  const usedFrom = [...graph.modules.values()].flatMap(({ uses }) => uses.map(({ folder }) => folder));
  const blobs = new Map(regular.map(({ path, blob }) => [path, blob]));
  const locks = await loadLocks(source, blobs, usedFrom);
  const context: Context = {
    tree,
    graph,
    locks,
    problems: [...graph.problems],
    warnings: [...graph.warnings],
  };
  const folders = filesByFolder(manifests, tree.paths);
  const closures = new Map(
    manifests.map((manifest) => [
      manifest.name,
      closureOf(context, manifest, folders.get(folderOf(manifest.file)) ?? []),
    ]),
  );
  return { closures, problems: context.problems, warnings: unique(context.warnings) };
}

function entryOf({ file, workload }: Manifest): string[] {
  return workload.program.kind === 'entrypoint' ? [`${folderOf(file)}/${workload.program.file}`] : [];
}

function filesByFolder(manifests: readonly Manifest[], paths: readonly string[]): Map<string, string[]> {
  const folders = new Map(manifests.map(({ file }) => [folderOf(file), [] as string[]]));
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const list = folders.get(folder);
      if (list !== undefined) {
        list.push(path);
        break;
      }
    }
  }
  return folders;
}

function closureOf(context: Context, manifest: Manifest, own: readonly string[]): Closure {
  const image = imageOf(context, manifest);
  const left = new Set([manifest.file, ...(image?.isOwn === true ? image.files.keys() : [])]);
  const locks = own.filter((path) => isFolderLock(manifest, path));
  const program = manifest.workload.program.kind;
  const reached = program === 'entrypoint' ? reach(context.graph, entryOf(manifest)) : new Map();
  if (program === 'command') for (const path of own) if (!locks.includes(path)) reached.set(path, undefined);
  const inputs = matchInputs(manifest, manifest.inputs.length === 0 ? [] : context.tree.paths);
  context.problems.push(...inputs.problems);
  context.warnings.push(...inputs.warnings);
  for (const path of inputs.paths) if (!reached.has(path)) reached.set(path, undefined);
  for (const path of left) reached.delete(path);
  const files = filesOf(context.tree, reached);
  return {
    files,
    packages: packagesOf(context, files, program === 'command' ? locks : locks.filter(isForeign)),
    settings: program === 'command' ? [] : settingsOf(context.graph, files),
    ...(image === undefined ? {} : { image }),
  };
}

/** What is imported from the entry, each with the file that brought it in: the shortest way, for explanations. */
function reach(graph: ModuleGraph, entries: readonly string[]): Map<string, string | undefined> {
  const reached = new Map<string, string | undefined>();
  for (const entry of entries) if (graph.modules.has(entry)) reached.set(entry, undefined);
  // A map gives what is added while it is walked, in the order of adding.
  for (const path of reached.keys()) {
    for (const target of graph.modules.get(path)?.targets ?? [])
      if (!reached.has(target)) reached.set(target, path);
  }
  return reached;
}

function filesOf(tree: Tree, reached: ReadonlyMap<string, string | undefined>): Closure['files'] {
  const files = new Map<string, ClosureFile>();
  for (const path of [...reached.keys()].sort()) {
    const entry = tree.entries.get(path);
    const importedBy = reached.get(path);
    if (entry === undefined) continue;
    files.set(path, {
      blob: entry.blob,
      ...(importedBy === undefined ? {} : { importedBy }),
      ...(entry.kind === 'executable' ? { isExecutable: true } : {}),
    });
  }
  return files;
}

function isFolderLock(manifest: Manifest, path: string): boolean {
  const folder = folderOf(manifest.file);
  return folderOf(path) === folder && folderLocks.includes(path.slice(folder.length + 1));
}

/** Not of npm and its like, which are found by what is imported. */
function isForeign(path: string): boolean {
  return /(?:requirements\.txt|poetry\.lock|uv\.lock|Pipfile\.lock)$/.test(path);
}

function packagesOf(context: Context, files: Closure['files'], locks: readonly string[]): readonly string[] {
  const uses: PackageUse[] = [];
  for (const path of files.keys()) uses.push(...(context.graph.modules.get(path)?.uses ?? []));
  const locked = uses.length === 0 ? undefined : context.locks.of(uses);
  context.warnings.push(...(locked?.warnings ?? []));
  const whole = locks.map((path) => `${path} ${context.tree.entries.get(path)?.blob}`);
  return [...new Set([...(locked?.packages ?? []), ...whole])].sort();
}

function settingsOf(graph: ModuleGraph, files: Closure['files']): readonly string[] {
  const settings = new Set<string>();
  for (const path of files.keys()) for (const setting of graph.settingsOf(path)) settings.add(setting);
  return [...settings].sort();
}

function imageOf({ tree, problems }: Context, manifest: Manifest): ClosureImage | undefined {
  const written = manifest.workload.dockerfile;
  const dockerfile = written === undefined ? 'Dockerfile' : joinPath(folderOf(manifest.file), written);
  const isThere = dockerfile !== undefined && tree.entries.has(dockerfile);
  if (!isThere && written !== undefined) {
    problems.push({
      code: 'E_DOCKERFILE',
      place: { file: manifest.file },
      field: 'image.dockerfile',
      message: `There is no file ${quote(written)} in the flow's folder.`,
      fix: 'Correct the path, or commit the Dockerfile.',
    });
  }
  if (!isThere) return undefined;
  const ignore = [`${dockerfile}.dockerignore`, '.dockerignore'].find((path) => tree.entries.has(path));
  const names = ignore === undefined ? [dockerfile] : [dockerfile, ignore];
  const files = new Map(names.map((path) => [path, tree.entries.get(path)?.blob ?? '']));
  return { dockerfile, isOwn: written !== undefined, files };
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
