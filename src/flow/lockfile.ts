import type { JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { SourceTree } from '../ports.ts';
import { isObject, stringOf } from './read-json.ts';
import { foldersUp } from './repository-path.ts';

/** A package of other people that a file of this folder imports. */
export type PackageUse = {
  readonly folder: string;
  readonly name: string;
  /** False if it was only found by the shape of its text. */
  readonly isCertain: boolean;
};

export type LockedPackages = {
  /** `name@version integrity` of everything that the uses lead to, or lock files with their blobs; sorted. */
  readonly packages: readonly string[];
  readonly warnings: readonly Problem[];
};

export type Locks = {
  of(uses: readonly PackageUse[]): LockedPackages;
};

/** Lock files that list what each package needs, so that the part which a flow uses can be told. */
const exactNames = ['package-lock.json', 'npm-shrinkwrap.json'];
const otherNames = ['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];

/** Lock files of other languages, which count when they lie in the flow's folder. */
export const folderLocks: readonly string[] = [
  ...exactNames,
  ...otherNames,
  'requirements.txt',
  'poetry.lock',
  'uv.lock',
  'Pipfile.lock',
];

type Locked = {
  readonly label: string;
  readonly needs: readonly string[];
  /** A folder of the repository: its files are found as files. */
  readonly isLink: boolean;
};

type Lock =
  | { readonly kind: 'exact'; readonly packages: ReadonlyMap<string, Locked> }
  | { readonly kind: 'whole'; readonly line: string };

const lockLimitBytes = 64 * 1024 * 1024;

/** The lock files that these folders fall under, each read once. */
export async function loadLocks(
  source: Pick<SourceTree, 'read'>,
  blobs: ReadonlyMap<string, string>,
  folders: Iterable<string>,
): Promise<Locks> {
  const above = new Set([...new Set(folders)].flatMap(foldersUp));
  const byFolder = new Map<string, Lock>();
  for (const folder of above) {
    const lock = await loadLock(source, blobs, folder);
    if (lock !== undefined) byFolder.set(folder, lock);
  }
  const cache = new Map<string, LockedPackages>();
  return {
    of(uses) {
      const key = uses
        .map(({ folder, name, isCertain }) => `${folder}\0${name}\0${isCertain}`)
        .sort()
        .join('\n');
      const known = cache.get(key) ?? lockedPackages(uses, byFolder);
      cache.set(key, known);
      return known;
    },
  };
}

async function loadLock(
  source: Pick<SourceTree, 'read'>,
  blobs: ReadonlyMap<string, string>,
  folder: string,
): Promise<Lock | undefined> {
  const path = [...exactNames, ...otherNames]
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .find((name) => blobs.has(name));
  if (path === undefined) return undefined;
  const whole: Lock = { kind: 'whole', line: `${path} ${blobs.get(path)}` };
  if (!exactNames.some((name) => path.endsWith(name))) return whole;
  const [content] = await source.read([path], lockLimitBytes);
  const packages = content === undefined || content === 'too-large' ? undefined : readLock(content);
  return packages === undefined ? whole : { kind: 'exact', packages };
}

/** Undefined for version 1, whose list of packages is another one, and for what is no lock file at all. */
function readLock(bytes: Uint8Array): ReadonlyMap<string, Locked> | undefined {
  let lock: unknown;
  try {
    lock = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const packages = isObject(lock) ? lock['packages'] : undefined;
  if (!isObject(packages)) return undefined;
  return new Map(
    Object.entries(packages).flatMap(([location, entry]) =>
      isObject(entry) ? [[location, lockedOf(location, entry)] as const] : [],
    ),
  );
}

function lockedOf(location: string, entry: JsonObject): Locked {
  const name = stringOf(entry['name']) ?? location.slice(location.lastIndexOf('node_modules/') + 13);
  const proof = stringOf(entry['integrity']) ?? stringOf(entry['resolved']) ?? '';
  const needs = ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => {
    const written = entry[key];
    return isObject(written) ? Object.keys(written) : [];
  });
  return {
    label: `${name}@${stringOf(entry['version']) ?? ''} ${proof}`,
    needs,
    isLink: entry['link'] === true,
  };
}

function lockedPackages(uses: readonly PackageUse[], byFolder: ReadonlyMap<string, Lock>): LockedPackages {
  const lines = new Set<string>();
  const warnings: Problem[] = [];
  const seen = new Map<Lock, Set<string>>();
  for (const use of uses) {
    const found = findLock(use, byFolder);
    if (found === undefined) {
      lines.add(`${use.name}@`);
      if (use.isCertain) warnings.push(unlockedWarning(use));
    } else if (found.lock.kind === 'whole') lines.add(found.lock.line);
    else {
      const visited = seen.get(found.lock) ?? new Set();
      seen.set(found.lock, visited);
      collect(found.lock.packages, found.location, { visited, lines });
    }
  }
  return { packages: [...lines].sort(), warnings };
}

/** The nearest lock file upwards that knows the package. */
function findLock(
  use: PackageUse,
  byFolder: ReadonlyMap<string, Lock>,
): { readonly lock: Lock; readonly location: string } | undefined {
  for (const folder of foldersUp(use.folder)) {
    const lock = byFolder.get(folder);
    if (lock === undefined) continue;
    if (lock.kind === 'whole') return { lock, location: '' };
    const inside = folder === '' ? use.folder : use.folder.slice(folder.length + 1);
    const location = locate(lock.packages, inside, use.name);
    if (location !== undefined) return { lock, location };
  }
  return undefined;
}

/** Where Node.js finds the package from a location: in the nearest `node_modules` upwards. */
function locate(packages: ReadonlyMap<string, Locked>, from: string, name: string): string | undefined {
  for (const folder of foldersUp(from)) {
    if (folder.endsWith('/node_modules') || folder === 'node_modules') continue;
    const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages.has(location)) return location;
  }
  return undefined;
}

type Collected = { readonly visited: Set<string>; readonly lines: Set<string> };

function collect(packages: ReadonlyMap<string, Locked>, start: string, { visited, lines }: Collected): void {
  const waiting = [start];
  for (let location = waiting.pop(); location !== undefined; location = waiting.pop()) {
    if (visited.has(location)) continue;
    visited.add(location);
    const locked = packages.get(location);
    if (locked === undefined) continue;
    lines.add(locked.label);
    for (const name of locked.needs) {
      const next = locate(packages, location, name);
      if (next !== undefined) waiting.push(next);
    }
  }
}

function unlockedWarning({ folder, name }: PackageUse): Problem {
  return {
    code: 'W_PACKAGE_UNLOCKED',
    place: { file: folder === '' ? 'package.json' : folder },
    message: `No lock file lists the package ${quote(name)} that is imported here, so an update of it redeploys nothing.`,
    fix: 'Add it with `npm install`, and commit the lock file.',
  };
}
