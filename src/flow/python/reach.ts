import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { SourceTree } from '../../ports.ts';
import { lineAt } from '../imports.ts';
import { folderOf, joinPath } from '../repository-path.ts';
import { type PythonImport, pythonImports } from './imports.ts';
import { findIn, findPrefix, isPython, type PythonTree, packageOf, placesOfPrefix } from './modules.ts';

/** Where a program in Python begins. */
export type PythonStart = {
  /** Files that run, or that may be imported by name alone. */
  readonly files: readonly string[];
  /** Modules by name: `python -m jobs.daily`. */
  readonly modules: readonly string[];
  /** Folders that are searched, the flow's own first. */
  readonly roots: readonly string[];
  /** Something beside the code says where to look (`PYTHONPATH`): what is not found is looked for everywhere. */
  readonly searchesElsewhere: boolean;
};

export type PythonReached = {
  /** File → the file that imports it first; undefined for one that the command names. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Imports that only the running program knows. */
  readonly computed: readonly Problem[];
};

/** What is known of one file. */
type Parsed = { readonly imports: readonly PythonImport[]; readonly text: string };

type Search = {
  readonly tree: PythonTree;
  readonly files: ReadonlySet<string>;
  readonly parsed: ReadonlyMap<string, Parsed>;
  /** Files that have to be read before the search can go on. */
  readonly missing: Set<string>;
};

/** Larger files are data that happens to be Python. */
const codeLimitBytes = 4 * 1024 * 1024;

/**
 * The files that programs in Python reach by their imports. Nothing of them is run: names are looked for in every folder
 * that may be searched, so that the answer can be too long and not too short.
 */
export async function reachPython(
  source: Pick<SourceTree, 'read'>,
  { tree, files }: Pick<Search, 'tree' | 'files'>,
  starts: readonly PythonStart[],
): Promise<readonly PythonReached[]> {
  const parsed = new Map<string, Parsed>();
  const answers: PythonReached[] = [];
  let open = starts.map((start, index) => ({ start, index }));
  while (open.length > 0) {
    const wanted = new Set<string>();
    open = open.filter(({ start, index }) => {
      const missing = new Set<string>();
      answers[index] = searchFrom({ tree, files, parsed, missing }, start);
      for (const path of missing) wanted.add(path);
      return missing.size > 0;
    });
    await parse(source, [...wanted], parsed);
  }
  return answers;
}

async function parse(
  source: Pick<SourceTree, 'read'>,
  paths: readonly string[],
  parsed: Map<string, Parsed>,
): Promise<void> {
  const contents = await source.read(paths, codeLimitBytes);
  paths.forEach((path, index) => {
    const content = contents[index] ?? 'too-large';
    const text = content === 'too-large' ? '' : new TextDecoder().decode(content);
    parsed.set(path, { imports: pythonImports(text), text });
  });
}

/** Folders that one flow's code may add; each is another place to look for each import. */
const mostRoots = 50;

function searchFrom(search: Search, start: PythonStart): PythonReached {
  const roots = new Set(start.roots);
  let searchesElsewhere = start.searchesElsewhere;
  for (;;) {
    const before = roots.size;
    const walk: Walk = { ...search, roots, searchesElsewhere, reached: new Map(), computed: [] };
    const addsFolders = follow(walk, start);
    // What was looked for before a folder was added may lie in it.
    if ((roots.size === before || roots.size > mostRoots) && (searchesElsewhere || !addsFolders))
      return { files: walk.reached, computed: walk.computed };
    searchesElsewhere ||= addsFolders;
  }
}

type Walk = Search & {
  readonly roots: Set<string>;
  readonly searchesElsewhere: boolean;
  readonly reached: Map<string, string | undefined>;
  readonly computed: Problem[];
};

/** Whether any file changes where modules are looked for. */
function follow(walk: Walk, { files, modules }: PythonStart): boolean {
  const queue: string[] = [];
  const visit = (path: string, importedBy: string | undefined): void => {
    if (walk.reached.has(path)) return;
    walk.reached.set(path, importedBy);
    if (isPython(path)) queue.push(path);
  };
  for (const path of files) visit(path, undefined);
  for (const module of modules)
    for (const path of findEverywhere(walk, { module, names: ['__main__'] })) visit(path, undefined);
  let addsFolders = false;
  for (const path of queue) {
    const parsed = walk.parsed.get(path);
    if (parsed === undefined) walk.missing.add(path);
    for (const use of parsed?.imports ?? []) {
      if (use.kind === 'search') {
        addsFolders = true;
        addRoots(walk, path, use.folder);
      } else for (const target of targetsOf(walk, path, use)) visit(target, path);
    }
  }
  return addsFolders;
}

function findEverywhere(walk: Walk, wanted: Parameters<typeof findIn>[2]): readonly string[] {
  const [first = ''] = wanted.module.split('.');
  const elsewhere = walk.searchesElsewhere ? (walk.tree.places.get(first) ?? []) : [];
  return [...searched(walk, elsewhere)].flatMap((root) => findIn(walk.tree, root, wanted));
}

/** A folder that nobody knows may come before those that are known, and hide what is found there. */
function searched({ roots, tree }: Walk, elsewhere: readonly string[]): ReadonlySet<string> {
  return new Set([...roots, ...tree.installable, ...elsewhere]);
}

function targetsOf(walk: Walk, path: string, use: PythonImport): readonly string[] {
  if (use.kind === 'module') {
    if (use.level === 0) return findEverywhere(walk, use);
    const folder = packageOf(path, use.level);
    return folder === undefined ? [] : findIn(walk.tree, folder, use);
  }
  if (use.kind === 'path') return namedFiles(walk, path, use.path);
  if (use.kind === 'search') return [];
  const found = prefixTargets(walk, path, use.prefix);
  if (found.length === 0)
    walk.computed.push(computedWarning(path, walk.parsed.get(path)?.text ?? '', use.offset));
  return found;
}

/** A path from where the program starts, or from beside the file. */
function namedFiles({ roots, files }: Walk, path: string, named: string): readonly string[] {
  return [folderOf(path), ...roots].flatMap((folder) => {
    const file = joinPath(folder, named);
    return file !== undefined && !named.startsWith('/') && files.has(file) ? [file] : [];
  });
}

function prefixTargets(walk: Walk, path: string, prefix: string): readonly string[] {
  const level = /^\.*/.exec(prefix)?.[0].length ?? 0;
  if (level === 0) {
    const elsewhere = walk.searchesElsewhere ? placesOfPrefix(walk.tree, prefix) : [];
    return [...searched(walk, elsewhere)].flatMap((root) => findPrefix(walk.tree, root, prefix));
  }
  const folder = packageOf(path, level);
  return folder === undefined ? [] : findPrefix(walk.tree, folder, prefix.slice(level));
}

/**
 * `sys.path.insert(0, "../lib")` counts from where the program starts, `Path(__file__).parents[1] / "lib"` from the file:
 * every folder above either is tried with the text that stands there.
 */
function addRoots({ tree, roots }: Walk, path: string, text: string): void {
  const [own = ''] = roots;
  for (const start of [own, folderOf(path)]) {
    for (let above: string | undefined = start; above !== undefined; above = parentOf(above)) {
      const folder = joinPath(above, text);
      if (folder !== undefined && tree.folders.has(folder)) roots.add(folder);
    }
  }
}

function parentOf(folder: string): string | undefined {
  return folder === '' ? undefined : folderOf(folder);
}

function computedWarning(file: string, text: string, offset: number): Problem {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset + 200).split('\n', 1)[0] ?? '';
  return {
    code: 'W_DYNAMIC_IMPORT',
    place: { file, line: lineAt(text, offset) },
    message: `What ${quote(line.trim(), 80)} loads is only known when it runs, so a change of it may redeploy nothing.`,
    fix: "Write the module's name as a literal, or name the files in the flow's `inputs`.",
  };
}
