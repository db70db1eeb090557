import { foldersUp, isUnder, joinPath } from '../repository-path.ts';
import { type IndentedMap, mapAt, readIndentedMaps, textAt } from './indented-maps.ts';
import type { Edge, LockedPackage, LockGraph, LockText, Target } from './lock-graph.ts';
import { anyOf, whole } from './lock-graph.ts';
import { groupBy, once, splitAt } from './names.ts';

/** A block by its resolution, such as `ms@npm:2.0.0`. */
type Berry = {
  readonly lock: LockText;
  readonly blocks: ReadonlyMap<string, IndentedMap>;
  /** `ms@npm:^2.0.0` → resolution; `ambiguous` if that depends on who asks. */
  readonly byDescriptor: ReadonlyMap<string, string>;
  readonly byName: () => ReadonlyMap<string, readonly string[]>;
  /** Name → what Yarn's own patches made of it. */
  readonly mended: () => ReadonlyMap<string, readonly string[]>;
  /** Folders of the repository → resolutions. */
  readonly byFolder: () => ReadonlyMap<string, readonly string[]>;
};

const ambiguous = '';

/** `yarn.lock` of Yarn 2 and newer. */
export function readYarnLockBerry(lock: LockText): LockGraph | undefined {
  const root = readIndentedMaps(lock.text);
  if (root === undefined) return undefined;
  const blocks = new Map<string, IndentedMap>();
  const byDescriptor = new Map<string, string>();
  for (const [key, block] of root) {
    if (key === '__metadata') continue;
    const resolution = typeof block === 'object' && block !== null ? textAt(block, 'resolution') : undefined;
    if (resolution === undefined || blocks.has(resolution)) return undefined;
    blocks.set(resolution, block as IndentedMap);
    if (!describe(byDescriptor, key, resolution)) return undefined;
  }
  return graphOf({
    lock,
    blocks,
    byDescriptor,
    byName: once(() => groupBy(blocks.keys(), (id) => splitAt(id).name)),
    mended: once(() =>
      groupBy(blocks.keys(), (id) => (/@patch:[^#]*#.*builtin</.test(id) ? splitAt(id).name : undefined)),
    ),
    byFolder: once(() => groupBy(blocks.keys(), (id) => localFolder(lock, id))),
  });
}

/** `"ms@npm:2.0.0, ms@npm:^2.0.0":`; false if one of them stands for something else already. */
function describe(byDescriptor: Map<string, string>, key: string, resolution: string): boolean {
  for (const descriptor of key.split(', ')) {
    const known = byDescriptor.get(descriptor);
    if (known !== undefined && known !== ambiguous) return false;
    byDescriptor.set(descriptor, resolution);
    // The rest is who asks: `lib@file:../lib::locator=…`.
    const unbound = descriptor.replace(/::.*$/s, '');
    if (unbound === descriptor) continue;
    byDescriptor.set(
      unbound,
      (byDescriptor.get(unbound) ?? resolution) === resolution ? resolution : ambiguous,
    );
  }
  return true;
}

function graphOf(berry: Berry): LockGraph {
  const known = new Map<string, LockedPackage | undefined>();
  return {
    find(folder, name) {
      if (!isUnder(berry.lock.folder, `${folder}/`)) return [];
      const range = rangeFrom(berry, folder, name) ?? berry.lock.declared(folder, name)[0];
      return range === undefined ? allOf(berry, name) : resolve(berry, name, range);
    },
    get(id) {
      if (!known.has(id)) known.set(id, packageOf(berry, id));
      return known.get(id);
    },
    agrees(folder, name, range) {
      const recorded = recordedRange(berry, folder, name);
      return recorded === undefined || recorded.replace(/^npm:/, '') === range.replace(/^npm:/, '');
    },
  };
}

/** What the nearest folder that the lock file knows, and that asks for the name, asks for. */
function rangeFrom(berry: Berry, folder: string, name: string): string | undefined {
  for (const above of foldersUp(folder)) {
    const range = recordedRange(berry, above, name);
    if (range !== undefined) return range;
  }
  return undefined;
}

function recordedRange({ byFolder, blocks }: Berry, folder: string, name: string): string | undefined {
  for (const id of byFolder().get(folder) ?? []) {
    const needs = mapAt(blocks.get(id) ?? new Map(), 'dependencies');
    const range = needs === undefined ? undefined : textAt(needs, name);
    if (range !== undefined) return range;
  }
  return undefined;
}

function allOf(berry: Berry, name: string): readonly Target[] {
  return anyOf(berry.byName().get(name) ?? [], (id) => targetOf(berry.lock, id));
}

/** Catalogs, and `resolutions` of the root, put another range in the place of the one that is written. */
function resolve(berry: Berry, name: string, range: string): readonly Target[] {
  const id = [`${name}@${range}`, `${name}@npm:${range}`]
    .map((descriptor) => berry.byDescriptor.get(descriptor))
    .find((found) => found !== undefined);
  if (id === undefined || id === ambiguous || berry.lock.isOverridden(name)) return allOf(berry, name);
  // Yarn mends some packages by itself, whatever asks for them.
  const mended = berry.mended().get(name) ?? [];
  return anyOf([...new Set([id, ...mended])], (found) => targetOf(berry.lock, found));
}

/** `./lib` of `lib@portal:./lib::locator=app%40workspace%3Apackages%2Fapp`, from the root of the repository. */
function localPath(lock: LockText, id: string): string | undefined {
  const { range } = splitAt(id);
  const workspace = /^workspace:([^:]*)/.exec(range)?.[1];
  if (workspace !== undefined) return joinPath(lock.folder, workspace);
  const path = /^(?:portal|link|file):(.*?)(?:#|::|$)/s.exec(range)?.[1];
  return path === undefined ? undefined : fromLocator(lock, id, path);
}

function fromLocator(lock: LockText, id: string, path: string): string | undefined {
  if (path.startsWith('~/')) return joinPath(lock.folder, path.slice(2));
  const locator = decoded(/[:&]locator=([^&]*)/.exec(id)?.[1] ?? '');
  const asking = /@workspace:([^:]*)/.exec(locator)?.[1] ?? '';
  return joinPath(joinPath(lock.folder, asking) ?? '', path);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function localFolder(lock: LockText, id: string): string | undefined {
  const path = localPath(lock, id);
  return path === undefined || lock.isFile(path) ? undefined : path;
}

function targetOf(lock: LockText, id: string): Target {
  const folder = localFolder(lock, id);
  return folder === undefined ? { kind: 'package', id } : { kind: 'folder', folder };
}

function packageOf(berry: Berry, id: string): LockedPackage | undefined {
  const block = berry.blocks.get(id);
  const needs = block === undefined ? undefined : mapAt(block, 'dependencies');
  const peers = block === undefined ? undefined : mapAt(block, 'peerDependencies');
  if (block === undefined || needs === undefined || peers === undefined) return undefined;
  const edges: Edge[] = [...needs].map(([name, range]) => ({
    name,
    targets: typeof range === 'string' ? resolve(berry, name, range) : whole,
  }));
  // Who answers a peer depends on who asks.
  for (const name of peers.keys()) edges.push({ name, targets: allOf(berry, name) });
  const patch = patchOf(berry, id);
  if (patch !== undefined) edges.push({ name: 'patched', targets: patch.targets });
  const tarball = localPath(berry.lock, id);
  const files = [...(patch?.files ?? []), ...(tarball === undefined ? [] : [tarball])];
  return {
    name: splitAt(id).name,
    version: textAt(block, 'version') ?? '',
    proof: `${textAt(block, 'checksum') ?? ''} ${id}`,
    edges,
    files: files.filter(berry.lock.isFile),
    isOfPlatforms: block.has('conditions'),
  };
}

type Patch = { readonly targets: readonly Target[]; readonly files: readonly string[] };

/** `ms@patch:ms@npm%3A2.0.0#~/.yarn/patches/ms.patch::version=2.0.0&hash=…` */
function patchOf({ lock, byDescriptor }: Berry, id: string): Patch | undefined {
  const [, source, paths] = /@patch:([^#]*)#(.*?)(?:::|$)/s.exec(id) ?? [];
  if (source === undefined || paths === undefined) return undefined;
  const inner = byDescriptor.get(decoded(source));
  const files = paths
    .split('&')
    .map((path) => path.replace(/^(?:[a-z]+)!/, ''))
    .flatMap((path) => (path.includes('builtin<') ? [] : (fromLocator(lock, id, decoded(path)) ?? [])));
  return { targets: inner === undefined || inner === ambiguous ? whole : [targetOf(lock, inner)], files };
}
