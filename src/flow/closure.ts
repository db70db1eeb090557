import type { Closure, ClosureFile, ClosureImage } from '../core/closure.ts';
import { sha256 } from '../core/digest.ts';
import type { FlowName, Manifest } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PackageUse } from '../core/used-packages.ts';
import type { SourceEntry, SourceTree } from '../ports.ts';
import { leftOutWarning } from './dockerfile/left-out.ts';
import { ignoreFileOf, ownDockerfile } from './dockerfile/own-images.ts';
import { fileNames, isRegular } from './file-names.ts';
import { matchInputs } from './inputs.ts';
import { type Learning, learning } from './learned.ts';
import { moduleGraph } from './module-graph.ts';
import { type CompiledPackages, compiledPackages } from './packages/compiled-packages.ts';
import { folderLocks } from './packages/lock-names.ts';
import { type Packages, repositoryPackages } from './packages/packages.ts';
import { closureFile, nothingReached, type Reached, reacher } from './reach.ts';
import { folderOf, joinPath } from './repository-path.ts';
import { readUnbundled, type Unbundled } from './unbundled.ts';

export type Closures = {
  readonly closures: ReadonlyMap<FlowName, Closure>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly learning: Learning;
  readonly compiled: CompiledPackages;
};

type Tree = {
  readonly entries: ReadonlyMap<string, SourceEntry>;
  readonly paths: readonly string[];
};

type Context = {
  readonly tree: Tree;
  readonly reach: (entry: string) => Reached;
  readonly packages: Packages;
  readonly projectImage: ClosureImage | undefined;
  readonly problems: Problem[];
  readonly warnings: Problem[];
};

/** What every flow is made of, from one reading of the tree. */
export async function closuresOf(manifests: readonly Manifest[], source: SourceTree): Promise<Closures> {
  const entries = await source.list();
  const regular = entries.filter(isRegular);
  const tree: Tree = {
    entries: new Map(regular.map((entry) => [entry.path, entry])),
    paths: regular.map(({ path }) => path),
  };
  const packages = await repositoryPackages(source, new Map(regular.map(({ path, blob }) => [path, blob])));
  const files = await fileNames(source, entries);
  const graph = await moduleGraph(source, { files, packages }, manifests.flatMap(entryOf));
  const context: Context = {
    tree,
    reach: reacher(graph, (path) => {
      const entry = tree.entries.get(path);
      return entry === undefined ? undefined : factsOf(entry);
    }),
    packages,
    projectImage: readImage(tree, 'Dockerfile', false),
    problems: [...graph.problems],
    warnings: [...graph.warnings],
  };
  const folders = filesByFolder(manifests, tree.paths);
  const parts = manifests.map((manifest) =>
    partsOf(context, manifest, folders.get(folderOf(manifest.file)) ?? []),
  );
  const unbundled = await readUnbundled(source, entries, parts);
  const closures = new Map(
    parts.map((own) => [own.manifest.name, closureOf(context, own, unbundled(own.manifest))]),
  );
  return {
    closures,
    problems: context.problems,
    warnings: unique(context.warnings),
    learning: learning(tree, packages),
    compiled: compiledPackages(packages),
  };
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

/** What the manifest says of a flow's files. */
type Parts = {
  readonly manifest: Manifest;
  readonly image: ClosureImage | undefined;
  /** Lock files of its folder. */
  readonly locks: readonly string[];
  /** What its folder and its `inputs` name. */
  readonly named: readonly string[];
};

function partsOf(context: Context, manifest: Manifest, own: readonly string[]): Parts {
  const image = imageOf(context, manifest);
  const locks = own.filter((path) => isFolderLock(manifest, path));
  const left = new Set([manifest.file, ...(image?.isOwn === true ? image.files.keys() : [])]);
  const isCommand = manifest.workload.program.kind === 'command';
  const named = [
    ...(isCommand ? own.filter((path) => !locks.includes(path)) : []),
    ...inputsOf(context, manifest),
  ].filter((path) => !left.has(path));
  return { manifest, image, locks: isCommand ? locks : locks.filter(isForeign), named };
}

function closureOf(context: Context, parts: Parts, unbundled: Unbundled): Closure {
  const { manifest, image, named } = parts;
  const [entry] = entryOf(manifest);
  const reached = entry === undefined ? nothingReached : context.reach(entry);
  const all = [...new Set([...named, ...unbundled.files.keys()])].filter((path) => path !== manifest.file);
  const files = (): ReadonlyMap<string, ClosureFile> =>
    withNamed(context.tree, reached.files(), { named: all, importers: unbundled.files });
  context.warnings.push(...unbundled.warnings, ...leftOutOf(parts, unbundled, files));
  return {
    code: codeOf(context.tree, reached, all),
    uses: reached.uses,
    packages: packagesOf(context, reached.uses, [...parts.locks, ...unbundled.locks]),
    ...(image === undefined ? {} : { image: withCopied(image, unbundled) }),
    files,
  };
}

function withCopied(image: ClosureImage, { image: own }: Unbundled): ClosureImage {
  if (own === undefined) return image;
  return { ...image, copied: own.copied, ...(own.isWhole ? { takesAll: true } : {}) };
}

function leftOutOf(
  { manifest, image }: Parts,
  { image: own }: Unbundled,
  files: Closure['files'],
): readonly Problem[] {
  if (own === undefined || image === undefined) return [];
  const warning = leftOutWarning(ownDockerfile(manifest.file, image.dockerfile), own, files().keys());
  return warning === undefined ? [] : [warning];
}

/** No path holds a zero character, so one text says it all, and is hashed faster than a list. */
function codeOf(tree: Tree, reached: Reached, named: readonly string[]): string {
  if (named.length === 0) return reached.code;
  let text = reached.code;
  for (const path of [...new Set(named)].sort()) {
    const entry = tree.entries.get(path);
    if (entry !== undefined) text += `\0\0${path}\0${entry.blob}${entry.kind === 'executable' ? '\0x' : ''}`;
  }
  return sha256(text);
}

function inputsOf(context: Context, manifest: Manifest): readonly string[] {
  if (manifest.inputs.length === 0) return [];
  const { paths, problems, warnings } = matchInputs(manifest, context.tree.paths);
  context.problems.push(...problems);
  context.warnings.push(...warnings);
  return paths;
}

type Named = {
  readonly named: readonly string[];
  readonly importers: ReadonlyMap<string, string | undefined>;
};

/** What was reached, and what the folder, `inputs` and other languages name; sorted. */
function withNamed(
  tree: Tree,
  reached: ReadonlyMap<string, ClosureFile>,
  { named, importers }: Named,
): ReadonlyMap<string, ClosureFile> {
  const files = new Map(reached);
  for (const path of named) {
    const entry = tree.entries.get(path);
    if (entry !== undefined && !files.has(path))
      files.set(path, closureFile(factsOf(entry), importers.get(path)));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function factsOf({ blob, kind }: SourceEntry): { readonly blob: string; readonly isExecutable: boolean } {
  return { blob, isExecutable: kind === 'executable' };
}

function isFolderLock(manifest: Manifest, path: string): boolean {
  const folder = folderOf(manifest.file);
  return folderOf(path) === folder && folderLocks.includes(path.slice(folder.length + 1));
}

/** Not of npm and its like, which are found by what is imported. */
function isForeign(path: string): boolean {
  return /(?:requirements\.txt|poetry\.lock|uv\.lock|Pipfile\.lock)$/.test(path);
}

const noPackages: readonly string[] = [];

function packagesOf(
  context: Context,
  uses: readonly PackageUse[],
  locks: readonly string[],
): readonly string[] {
  if (uses.length === 0 && locks.length === 0) return noPackages;
  const locked = context.packages.locked(uses);
  context.warnings.push(...locked.warnings);
  if (locks.length === 0) return locked.packages;
  const whole = locks.map((path) => `${path} ${context.tree.entries.get(path)?.blob}`);
  return [...new Set([...locked.packages, ...whole])].sort();
}

function imageOf(context: Context, manifest: Manifest): ClosureImage | undefined {
  const written = manifest.workload.dockerfile;
  if (written === undefined) return context.projectImage;
  const image = readImage(context.tree, joinPath(folderOf(manifest.file), written), true);
  if (image === undefined) {
    context.problems.push({
      code: 'E_DOCKERFILE',
      place: { file: manifest.file },
      field: 'image.dockerfile',
      message: `There is no file ${quote(written)} in the flow's folder.`,
      fix: 'Correct the path, or commit the Dockerfile.',
    });
  }
  return image;
}

function readImage(tree: Tree, dockerfile: string | undefined, isOwn: boolean): ClosureImage | undefined {
  if (dockerfile === undefined || !tree.entries.has(dockerfile)) return undefined;
  const ignore = ignoreFileOf(tree.entries, dockerfile);
  const names = ignore === undefined ? [dockerfile] : [dockerfile, ignore];
  return {
    dockerfile,
    isOwn,
    files: new Map(names.map((path) => [path, tree.entries.get(path)?.blob ?? ''])),
  };
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
