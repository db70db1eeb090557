import type { SourceTree } from '../../ports.ts';
import { isObject } from '../read-json.ts';
import { joinPath } from '../repository-path.ts';
import { readBunLock } from './bun-lock.ts';
import type { LockedPackage, LockGraph, LockReader, LockText } from './lock-graph.ts';
import { nodeLocks } from './lock-names.ts';
import { namesIn, once } from './names.ts';
import { readNpmLock } from './npm-lock.ts';
import type { OwnPackages } from './own-packages.ts';
import { readPnpmLock } from './pnpm-lock.ts';
import { ownText, type Subtrees, subtreesOf } from './subtrees.ts';
import { readYarnLock1 } from './yarn-lock-1.ts';
import { readYarnLockBerry } from './yarn-lock-berry.ts';

/** A lock file; without `parts` its reader did not understand it, so all of it counts. */
export type Lock = {
  readonly path: string;
  /** Its path and its blob. */
  readonly line: string;
  readonly parts: () => LockParts | undefined;
};

export type LockParts = {
  readonly graph: LockGraph;
  readonly subtrees: Subtrees;
  /** Stands for the package alone, without what it uses. */
  readonly textOf: (locked: LockedPackage) => string;
};

export type LockSources = {
  readonly source: Pick<SourceTree, 'read'>;
  readonly blobOf: (path: string) => string | undefined;
  readonly own: OwnPackages;
  readonly patchesOf: (name: string) => readonly string[];
};

/** Ten times the largest that were found in public repositories. Above, the whole file counts. */
const limitBytes = 32 * 1024 * 1024;

/** The lock files of a folder. They are read at once, and looked through when something is asked. */
export async function locksAt(folder: string, sources: LockSources): Promise<readonly Lock[]> {
  const paths = nodeLocks
    .map((name) => joinPath(folder, name) ?? name)
    .filter((path) => sources.blobOf(path) !== undefined);
  if (paths.length === 0) return [];
  const contents = await sources.source.read(paths, limitBytes);
  return paths.map((path, index) => {
    const content = contents[index];
    const line = `${path} ${sources.blobOf(path)}`;
    const read = readers[path.slice(path.lastIndexOf('/') + 1)];
    if (content === undefined || content === 'too-large' || read === undefined)
      return { path, line, parts: () => undefined };
    const parts = once(() => partsOf(read, textOf(content, folder, sources), { line, sources }));
    return { path, line, parts };
  });
}

const readers: { readonly [name: string]: LockReader } = {
  'package-lock.json': readNpmLock,
  'npm-shrinkwrap.json': readNpmLock,
  'pnpm-lock.yaml': readPnpmLock,
  'yarn.lock': (lock) => (/^__metadata:/m.test(lock.text) ? readYarnLockBerry(lock) : readYarnLock1(lock)),
  'bun.lock': readBunLock,
};

type Naming = { readonly line: string; readonly sources: LockSources };

function partsOf(read: LockReader, lock: LockText, { line, sources }: Naming): LockParts | undefined {
  const graph = read(lock);
  if (graph === undefined) return undefined;
  const { blobOf, patchesOf } = sources;
  const of = { graph, line, blobOf, patchesOf };
  return { graph, subtrees: subtreesOf(of), textOf: (locked) => ownText(locked, of) };
}

function textOf(content: Uint8Array, folder: string, { blobOf, own }: LockSources): LockText {
  const overridden = once(() => {
    const resolutions = own.at(folder)?.content['resolutions'];
    return namesIn(isObject(resolutions) ? Object.keys(resolutions) : []);
  });
  return {
    text: new TextDecoder().decode(content),
    folder,
    isFile: (path) => blobOf(path) !== undefined,
    declared: (from, name) => own.declarations(from, name).map(({ range }) => range),
    isOverridden: (name) => overridden().has(name),
  };
}
