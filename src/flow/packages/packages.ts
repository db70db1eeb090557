import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { PackageUse, UsedPackage } from '../../core/used-packages.ts';
import type { SourceTree } from '../../ports.ts';
import { folderOf, foldersUp, joinPath } from '../repository-path.ts';
import { type Lock, type LockSources, locksAt } from './lock.ts';
import type { Target } from './lock-graph.ts';
import { type Declaration, localPath, type OwnPackage, ownPackages } from './own-packages.ts';
import { patchesByPackage } from './patch-files.ts';
import { usedPackages } from './used-packages.ts';

/** What an import of a package's name may lead to. */
export type Provided = {
  /** Packages of the repository itself. */
  readonly own: readonly OwnPackage[];
  /** Folders of the repository that packages of other people lead back to. */
  readonly behind: readonly string[];
  /** Whether something says that the name leads to them, rather than that they bear it. */
  readonly isLinked: boolean;
  /** Whether it may be a package of other people. */
  readonly isForeign: boolean;
};

export type LockedPackages = {
  /** For each use what it leads to, with a digest of all that this needs, or a lock file with its blob; sorted. */
  readonly packages: readonly string[];
  readonly warnings: readonly Problem[];
};

export type Packages = {
  /** Reads the lock files that these folders fall under. To be awaited before anything is asked about them. */
  prepare(folders: Iterable<string>): Promise<void>;
  /** The nearest `package.json` upwards. */
  nearest(folder: string): OwnPackage | undefined;
  provide(folder: string, name: string): Provided;
  locked(uses: readonly PackageUse[]): LockedPackages;
  /** The same, package by package: for flows that are shown. */
  used(uses: readonly PackageUse[]): readonly UsedPackage[];
};

type Answer = { readonly lock: Lock; readonly target: Target };

type Known = {
  readonly declared: readonly Declaration[];
  readonly answers: readonly Answer[];
  readonly provided: Provided;
};

/** Own packages and those of other people. Nothing is read but what is committed: no `node_modules`. */
export async function repositoryPackages(
  source: Pick<SourceTree, 'read'>,
  blobs: ReadonlyMap<string, string>,
): Promise<Packages> {
  const files = new Set(blobs.keys());
  const own = await ownPackages(source, files);
  const sources: LockSources = {
    source,
    blobOf: (path) => blobs.get(path),
    own,
    patchesOf: patchesByPackage(files),
  };
  const locks = new Map<string, readonly Lock[]>();
  const known = new Map<string, Known>();
  const lines = new Map<string, LockedPackages>();
  const lookUp = (folder: string, name: string): Known => {
    const key = `${folder}\0${name}`;
    const found = known.get(key) ?? knownOf(folder, name, { sources, locks });
    known.set(key, found);
    return found;
  };
  return {
    async prepare(folders) {
      for (const folder of new Set([...folders].flatMap(foldersUp)))
        if (!locks.has(folder)) locks.set(folder, await locksAt(folder, sources));
    },
    nearest: own.nearest,
    provide: (folder, name) => lookUp(folder, name).provided,
    locked(uses) {
      const key = uses
        .map(({ importer, name, isCertain }) => `${folderOf(importer)}\0${name}\0${isCertain}`)
        .sort()
        .join('\n');
      const found = lines.get(key) ?? lockedOf(uses, lookUp);
      lines.set(key, found);
      return found;
    },
    used: (uses) =>
      usedPackages(
        uses.flatMap(({ importer, name }) =>
          lookUp(folderOf(importer), name).answers.map((answer) => ({ file: importer, ...answer })),
        ),
      ),
  };
}

/** The same as `used`, of any commit, by reading no more than these uses fall under. */
export async function usedPackagesAt(
  source: Pick<SourceTree, 'read'>,
  blobs: ReadonlyMap<string, string>,
  uses: readonly PackageUse[],
): Promise<readonly UsedPackage[]> {
  const folders = new Set(uses.map(({ importer }) => folderOf(importer)));
  const above = new Set([...folders].flatMap(foldersUp));
  const near = [...blobs].filter(([path]) => !path.endsWith('package.json') || above.has(folderOf(path)));
  const packages = await repositoryPackages(source, new Map(near));
  await packages.prepare(folders);
  return packages.used(uses);
}

type Looking = { readonly sources: LockSources; readonly locks: ReadonlyMap<string, readonly Lock[]> };

/** Every lock file upwards that knows the name counts: which of them the image is built from is not known here. */
function knownOf(folder: string, name: string, { sources, locks }: Looking): Known {
  const { own } = sources;
  const declared = own.declarations(folder, name);
  const answers = foldersUp(folder).flatMap((above) =>
    (locks.get(above) ?? []).flatMap((lock) => answersOf(lock, folder, name)),
  );
  const folders = new Set(answers.flatMap(({ target }) => (target.kind === 'folder' ? [target.folder] : [])));
  for (const declaration of declared) {
    const path = localPath(declaration);
    if (path !== undefined && sources.blobOf(path) === undefined) folders.add(path);
  }
  const isExact = answers.some(({ target }) => target.kind !== 'whole') || folders.size > 0;
  const isAsked = declared.some(({ range }) => range.startsWith('workspace:'));
  const named = !isExact || isAsked ? own.named(name) : [];
  const found = [...folders].map((path): OwnPackage => own.at(path) ?? { folder: path, content: {} });
  const all = [...new Map([...found, ...named].map((item) => [item.folder, item])).values()];
  const isLinked = folders.size > 0 || isAsked;
  const isMeant = all.length > 0 && (isLinked || declared.length === 0);
  const isForeign = !isMeant || answers.some(({ target }) => target.kind !== 'folder');
  return { declared, answers, provided: { own: all, behind: behind(answers), isLinked, isForeign } };
}

function answersOf(lock: Lock, folder: string, name: string): readonly Answer[] {
  const parts = lock.parts();
  const targets: readonly Target[] =
    parts === undefined ? [{ kind: 'whole' }] : parts.graph.find(folder, name);
  return targets.map((target) => ({ lock, target }));
}

function behind(answers: readonly Answer[]): readonly string[] {
  const folders = answers.flatMap(({ lock, target }) =>
    target.kind === 'package' ? (lock.parts()?.subtrees(target.id).folders ?? []) : [],
  );
  return [...new Set(folders)];
}

function lockedOf(
  uses: readonly PackageUse[],
  lookUp: (folder: string, name: string) => Known,
): LockedPackages {
  const lines = new Set<string>();
  const warnings: Problem[] = [];
  for (const use of uses) {
    const folder = folderOf(use.importer);
    const known = lookUp(folder, use.name);
    for (const { lock, target } of known.answers) lines.add(lineOf(`${folder} ${use.name}`, lock, target));
    const stale = known.answers.length === 0 ? undefined : staleLock(use.name, known);
    if (known.answers.length > 0 && stale === undefined) continue;
    const [declaration] = known.declared;
    // Nothing is known of it, and it may be no import at all: there is nothing that could change.
    if (!use.isCertain && declaration === undefined && stale === undefined) continue;
    lines.add([folder, use.name, 'asked', ...known.declared.map(({ range }) => range)].join(' '));
    if (stale !== undefined && declaration !== undefined)
      warnings.push(staleWarning(use.name, declaration, stale));
    else if (use.isCertain && !isLikelyOwn(known)) warnings.push(unlockedWarning(use));
  }
  return { packages: [...lines].sort(), warnings };
}

/** Yarn 1 lists no workspaces, and asks for them by their versions. */
function isLikelyOwn({ provided, declared }: Known): boolean {
  return provided.own.length > 0 && declared.length > 0;
}

/** The folder is part of it: two folders may find two versions, and swap them. */
function lineOf(use: string, lock: Lock, target: Target): string {
  const parts = target.kind === 'package' ? lock.parts() : undefined;
  if (target.kind === 'folder') return `${use} folder ${target.folder}`;
  if (target.kind === 'whole' || parts === undefined) return lock.line;
  const found = parts.graph.get(target.id);
  const label = found === undefined ? '' : `${found.name}@${found.version}`;
  return `${use} ${label} ${parts.subtrees(target.id).digest}`;
}

/** The lock file that was not made for what the nearest `package.json` asks for. */
function staleLock(name: string, { declared, answers }: Known): Lock | undefined {
  const [nearest] = declared;
  if (nearest === undefined) return undefined;
  const found = answers.find(
    ({ lock }) => lock.parts()?.graph.agrees(nearest.folder, name, nearest.range) === false,
  );
  return found?.lock;
}

function staleWarning(name: string, { folder, range }: Declaration, { path }: Lock): Problem {
  return {
    code: 'W_LOCK_STALE',
    place: { file: joinPath(folder, 'package.json') ?? 'package.json' },
    message: `It asks for ${quote(range)} of the package ${quote(name)}, and ${quote(path)} was not made for that.`,
    fix: 'Install again, and commit the lock file; or delete it, if another one is in use.',
  };
}

function unlockedWarning({ importer, name }: PackageUse): Problem {
  return {
    code: 'W_PACKAGE_UNLOCKED',
    place: { file: folderOf(importer) === '' ? 'package.json' : folderOf(importer) },
    message: `No lock file lists the package ${quote(name)} that is imported here: only what package.json asks for counts.`,
    fix: 'Add it with `npm install`, and commit the lock file.',
  };
}
