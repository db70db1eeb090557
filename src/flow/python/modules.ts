import { folderOf, joinPath } from '../repository-path.ts';

/** The Python of a repository, as its importer looks for it. */
export type PythonTree = {
  /** `folder/name` → the files that may be loaded for that name there; packages have `folder/name/__init__`. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** Folders that hold Python, at any depth, with the names that can be imported from them. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
  /** Name → the folders that it can be imported from, were they searched. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Folders of packages that are installed from the repository, and their `src`: searched once they are installed. */
  readonly installable: readonly string[];
};

/** Sources, and what is compiled from them: `name.py`, `name.cpython-313-x86_64-linux-gnu.so`. */
const modulePattern = /^([^.]+)(?:\.py|\.pyc|(?:\.[^/]+)?\.(?:so|pyd))$/;
const projectFile = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/;
/** Installable folders beyond these are not searched: each costs a look for each import. */
const mostInstallable = 1_000;

export function isPython(path: string): boolean {
  return path.endsWith('.py');
}

export function pythonTree(paths: Iterable<string>): PythonTree {
  const modules = new Map<string, string[]>();
  const folders = new Map<string, Set<string>>();
  const places = new Map<string, string[]>();
  const projects = new Set<string>();
  for (const path of paths) {
    const folder = folderOf(path);
    if (projectFile.test(path)) for (const root of [folder, inside(folder, 'src')]) projects.add(root);
    const name = modulePattern.exec(path.slice(folder === '' ? 0 : folder.length + 1))?.[1];
    if (name === undefined || folder.endsWith('__pycache__')) continue;
    const key = inside(folder, name);
    append(modules, key, path);
    register(folders, places, folder, name);
  }
  return { modules, folders, places, installable: [...projects].slice(0, mostInstallable) };
}

/** A name in its folder, and the folder as a name in the one above, up to the root. */
function register(
  folders: Map<string, Set<string>>,
  places: Map<string, string[]>,
  start: string,
  name: string,
): void {
  let folder = start;
  let child = name;
  for (;;) {
    const names = folders.get(folder) ?? new Set();
    folders.set(folder, names);
    if (names.has(child)) return;
    names.add(child);
    append(places, child, folder);
    if (folder === '') return;
    child = folder.slice(folder.lastIndexOf('/') + 1);
    folder = folderOf(folder);
  }
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export type Wanted = {
  /** With dots; empty for the package itself that a relative import starts from. */
  readonly module: string;
  /** What is taken from it, each of which may be a module; `*` for all. */
  readonly names: readonly string[];
};

/**
 * The files that importing this runs, if it is looked for in one folder: each package on the way, the module, and the
 * names that are modules. A folder without `__init__.py` is a package too (PEP 420). Where a package and a module have one
 * name, both are given: which of them is there decides.
 */
export function findIn(tree: PythonTree, root: string, { module, names }: Wanted): readonly string[] {
  const files: string[] = [];
  let folder = root;
  for (const part of module === '' ? [] : module.split('.')) {
    folder = inside(folder, part);
    const found = filesOf(tree, folder);
    files.push(...found);
    if (found.length === 0 && !tree.folders.has(folder)) return files;
  }
  if (module === '') files.push(...(tree.modules.get(inside(root, '__init__')) ?? []));
  const children = names.includes('*') ? (tree.folders.get(folder) ?? []) : names;
  for (const name of children) if (name !== '*') files.push(...filesOf(tree, inside(folder, name)));
  return files;
}

function filesOf(tree: PythonTree, key: string): readonly string[] {
  return [...(tree.modules.get(`${key}/__init__`) ?? []), ...(tree.modules.get(key) ?? [])];
}

/** Everything whose dotted name begins so: `steps.` is all of a package, `jobs.load_` what begins with that in it. */
export function findPrefix(tree: PythonTree, root: string, prefix: string): readonly string[] {
  const parts = prefix.split('.');
  const start = parts.pop() ?? '';
  const folder = parts.reduce(inside, root);
  if (parts.length === 0 && start === '') return [];
  // A module of that name runs before it is found to be no package.
  const files = findIn(tree, root, { module: parts.join('.'), names: [] });
  const waiting = [...(tree.folders.get(folder) ?? [])]
    .filter((name) => name.startsWith(start))
    .map((name) => inside(folder, name));
  const found = [...files];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    found.push(...filesOf(tree, key));
    for (const name of tree.folders.get(key) ?? []) if (name !== '__init__') waiting.push(inside(key, name));
  }
  return found;
}

/** The folders that a name which begins so can be imported from, were they searched. */
export function placesOfPrefix({ places }: PythonTree, prefix: string): readonly string[] {
  const [first = '', ...rest] = prefix.split('.');
  if (rest.length > 0) return places.get(first) ?? [];
  if (first === '') return [];
  return [...places].flatMap(([name, folders]) => (name.startsWith(first) ? folders : []));
}

/** The folder that a relative import starts from; undefined above the root. */
export function packageOf(file: string, level: number): string | undefined {
  return joinPath(folderOf(file), '../'.repeat(level - 1));
}
