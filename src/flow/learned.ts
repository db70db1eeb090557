import type { FlowBuild } from '../core/build-record.ts';
import type { Closure } from '../core/closure.ts';
import type { MadeFlow } from '../core/desired.ts';
import { sha256 } from '../core/digest.ts';
import { allFolders, allPackages, joinLearned, type Learned } from '../core/learned.ts';
import type { SourceEntry } from '../ports.ts';
import { folderLocks, nodeLocks } from './packages/lock-names.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf, foldersUp, isUnder } from './repository-path.ts';

/** What builds teach beyond static closures, looked up in the files of one commit. */
export type Learning = {
  /** The closure with what was learned of it. `folder` is the flow's. */
  extend(closure: Closure, folder: string, learned: Learned): Closure;
  /** What the build used and the closure lacks. */
  compare(closure: Closure, build: FlowBuild): MadeFlow;
};

type Tree = { readonly entries: ReadonlyMap<string, SourceEntry>; readonly paths: readonly string[] };

type Known = Pick<Packages, 'locked' | 'used'>;

export function learning(tree: Tree, known: Known): Learning {
  let compared: Compared | undefined;
  return {
    extend(closure, folder, learned) {
      const packages = packageLines({ tree, known, folder }, learned);
      return {
        ...closure,
        code: sha256([closure.code, ...codeLines(tree, learned)].join('\0')),
        packages: packages.length === 0 ? closure.packages : merged(closure.packages, packages),
      };
    },
    compare(closure, build) {
      compared ??= { ...tree, known, held: new Set(tree.paths.flatMap((path) => foldersUp(folderOf(path)))) };
      return compare(compared, closure, build);
    },
  };
}

function merged(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

/** By blob what is there, and that it is not there what is not. */
function codeLines({ entries, paths }: Tree, learned: Learned): readonly string[] {
  const { files = [], folders = [], absent = [], missed } = learned;
  const line = (path: string): string => `${path} ${entries.get(path)?.blob ?? 'absent'}`;
  const below = folders.flatMap((folder) =>
    paths.filter((path) => folder === allFolders || isUnder(folder, path)).map(line),
  );
  const appeared = absent.filter(isOwnPath).flatMap((name) => candidates(paths, name.slice(2)).map(line));
  return [
    ...files.map(line),
    `folders ${folders.join('\0')}`,
    ...below,
    'appeared',
    ...appeared,
    ...(missed === undefined ? [] : [`missed ${missed}`]),
  ];
}

/** What a bundler tries for a name that has no extension: with one, and the folder's index. */
function candidates(paths: readonly string[], name: string): readonly string[] {
  return paths.filter((path) => path === name || path.startsWith(`${name}.`) || isUnder(name, path));
}

const isOwnPath = (name: string): boolean => name.startsWith('./');

type Looking = { readonly tree: Tree; readonly known: Known; readonly folder: string };

function packageLines(looking: Looking, { packages = [], absent = [] }: Learned): readonly string[] {
  if (packages.includes(allPackages)) return wholeLocks(looking);
  const learned = packages.flatMap((name) => {
    const lines = linesOf(looking, name);
    // Where no lock file says which one it is, all that they say counts.
    return lines.some(isListed) ? lines : [...lines, ...wholeLocks(looking)];
  });
  return [...learned, ...absent.filter((name) => !isOwnPath(name)).flatMap((name) => linesOf(looking, name))];
}

/** What package.json asks for, where no lock file answers. */
const isListed = (line: string): boolean => !/^\S* \S+ asked(?: |$)/.test(line);

/** As if the flow's own folder imported it. */
function linesOf({ known, folder }: Looking, name: string): readonly string[] {
  return known.locked([{ importer: `${folder}/flow.yml`, name, isCertain: false }]).packages;
}

function wholeLocks({ tree, folder }: Looking): readonly string[] {
  const candidatesHere = foldersUp(folder).flatMap((above) =>
    folderLocks.map((name) => (above === '' ? name : `${above}/${name}`)),
  );
  return candidatesHere.flatMap((path) => {
    const entry = tree.entries.get(path);
    return entry === undefined ? [] : [`${path} ${entry.blob}`];
  });
}

/** With every folder that holds a file. */
type Compared = Tree & { readonly held: ReadonlySet<string>; readonly known: Known };

function compare(compared: Compared, closure: Closure, build: FlowBuild): MadeFlow {
  const { entries } = compared;
  const known = closure.files();
  const lacking = build.files.filter(({ path }) => !known.has(path));
  const held = lacking.filter(({ path }) => entries.has(path)).map(({ path }) => path);
  const made = lacking.filter(({ path }) => !entries.has(path)).map(({ path }) => path);
  const names = packageNames(compared, closure);
  const lacked = joinLearned(undefined, {
    files: held,
    folders: made.map((path) => packageFolder(compared, path)),
    packages: names === undefined ? [] : build.packages.filter((name) => !names.has(name)),
    absent: build.absent,
  });
  // One that names no file of the flow says nothing about what it was built from.
  const isOfThisCommit =
    build.files.some(({ path }) => known.has(path)) &&
    build.files.every(({ path, blob }) => (entries.get(path)?.blob ?? blob) === blob);
  return { bundle: build.bundle, isOfThisCommit, ...(lacked === undefined ? {} : { lacked }) };
}

/** What a tool made it from is not known: most likely it lies in the same package, or else in the same folder. */
function packageFolder({ entries, held }: Compared, path: string): string {
  const folders = foldersUp(folderOf(path));
  const own = folders.find((folder) => folder !== '' && entries.has(`${folder}/package.json`));
  // A generated folder has no file of its own in git, and what it is made from lies beside it at best.
  return own ?? folders.find((folder) => held.has(folder)) ?? allFolders;
}

/** Undefined where a whole lock file counts: it covers whatever it lists. */
function packageNames({ known, entries }: Compared, closure: Closure): ReadonlySet<string> | undefined {
  const isWhole = closure.packages.some((line) => {
    const [path = '', blob, ...rest] = line.split(' ');
    const name = path.slice(path.lastIndexOf('/') + 1);
    return rest.length === 0 && nodeLocks.includes(name) && entries.get(path)?.blob === blob;
  });
  return isWhole ? undefined : new Set(known.used(closure.uses ?? []).map(({ name }) => name));
}
