import { foldersUp, isUnder, joinPath } from '../repository-path.ts';
import { type IndentedMap, mapAt, readIndentedMaps, textAt } from './indented-maps.ts';
import type { Edge, LockedPackage, LockGraph, LockText, Target } from './lock-graph.ts';
import { anyOf, whole } from './lock-graph.ts';
import { groupBy, namesIn, once, splitAt } from './names.ts';

type Pnpm = {
  readonly lock: LockText;
  readonly importers: IndentedMap;
  /** Name and version, with the peers that were chosen → what it uses. */
  readonly snapshots: IndentedMap;
  /** Name and version → what it is. The same map as `snapshots` before version 9. */
  readonly packages: IndentedMap;
  readonly overridden: ReadonlySet<string>;
  readonly patches: IndentedMap;
  readonly byName: () => ReadonlyMap<string, readonly string[]>;
  /** Folders that are packed into the store rather than linked to → their snapshots. */
  readonly byFolder: () => ReadonlyMap<string, readonly string[]>;
};

const askedKeys = ['dependencies', 'devDependencies', 'optionalDependencies'];
const needKeys = ['dependencies', 'optionalDependencies'];

/** `pnpm-lock.yaml`, versions 5 to 9: which importer and which package uses which. */
export function readPnpmLock(lock: LockText): LockGraph | undefined {
  const root = readIndentedMaps(lock.text);
  if (root === undefined || !/^[5-9](?:\.\d+)?$/.test(textAt(root, 'lockfileVersion') ?? ''))
    return undefined;
  const packages = mapAt(root, 'packages');
  const snapshots = root.has('snapshots') ? mapAt(root, 'snapshots') : packages;
  // A repository of one package has no importers of its own before version 9.
  const importers = root.has('importers') ? mapAt(root, 'importers') : new Map([['.', root]]);
  const [overrides, patches] = [mapAt(root, 'overrides'), mapAt(root, 'patchedDependencies')];
  if (packages === undefined || snapshots === undefined || importers === undefined) return undefined;
  if (overrides === undefined || patches === undefined) return undefined;
  const made = { lock, importers, snapshots, packages, overridden: namesIn(overrides.keys()), patches };
  return graphOf({
    ...made,
    byName: once(() => groupBy(snapshots.keys(), (key) => splitKey(key).name)),
    byFolder: once(() => groupBy(snapshots.keys(), (key) => packedFolder(made, key))),
  });
}

function graphOf(pnpm: Pnpm): LockGraph {
  const known = new Map<string, LockedPackage | undefined>();
  return {
    find: (folder, name) => find(pnpm, folder, name),
    get(id) {
      if (!known.has(id)) known.set(id, packageOf(pnpm, id));
      return known.get(id);
    },
    // An override stands in the place of what the folder asks for.
    agrees: (folder, name, range) =>
      pnpm.overridden.has(name) || (specifierOf(pnpm, folder, name) ?? range) === range,
  };
}

function find(pnpm: Pnpm, folder: string, name: string): readonly Target[] {
  for (const above of foldersUp(folder)) {
    if (!isUnder(pnpm.lock.folder, `${above}/`)) break;
    const targets = [...imported(pnpm, above, name), ...usedFrom(pnpm, above, name)];
    if (targets.length > 0) return targets;
  }
  // Imported without being asked for: found only where pnpm hoists, and which of them is not written.
  return anyOf(pnpm.byName().get(name) ?? [], (id) => ({ kind: 'package', id }));
}

function importerOf({ lock, importers }: Pnpm, folder: string): IndentedMap | undefined {
  const inside = lock.folder === '' ? folder : folder.slice(lock.folder.length + 1);
  const found = importers.get(inside === '' ? '.' : inside);
  return typeof found === 'object' && found !== null ? found : undefined;
}

function imported(pnpm: Pnpm, folder: string, name: string): readonly Target[] {
  const importer = importerOf(pnpm, folder);
  if (importer === undefined) return [];
  for (const key of askedKeys) {
    const map = mapAt(importer, key);
    if (map === undefined) return whole;
    const written = map.get(name);
    if (written === undefined) continue;
    // Before version 6 there is only the version.
    const version = typeof written === 'object' && written !== null ? textAt(written, 'version') : written;
    return [targetOf(pnpm, { name, version: version ?? undefined, base: folder })];
  }
  return [];
}

/** What a folder uses that is packed into the store, which its files find there. */
function usedFrom(pnpm: Pnpm, folder: string, name: string): readonly Target[] {
  const keys = pnpm.byFolder().get(folder) ?? [];
  return keys.flatMap((key) => packageOf(pnpm, key)?.edges.find((edge) => edge.name === name)?.targets ?? []);
}

function specifierOf(pnpm: Pnpm, folder: string, name: string): string | undefined {
  const importer = importerOf(pnpm, folder);
  if (importer === undefined) return undefined;
  const listed = mapAt(importer, 'specifiers');
  if (listed?.has(name) === true) return textAt(listed, name);
  const written = askedKeys.map((key) => mapAt(importer, key)?.get(name)).find((item) => item !== undefined);
  return typeof written === 'object' && written !== null ? textAt(written, 'specifier') : undefined;
}

type Written = { readonly name: string; readonly version: string | undefined; readonly base: string };

function targetOf(pnpm: Pnpm, { name, version, base }: Written): Target {
  if (version === undefined) return { kind: 'whole' };
  if (version.startsWith('link:')) {
    const folder = joinPath(base, version.slice(5));
    return folder === undefined ? { kind: 'whole' } : { kind: 'folder', folder };
  }
  const id = [
    `${name}@${version}`,
    `/${name}@${version}`,
    `/${name}/${version}`,
    version,
    `/${version}`,
  ].find((key) => pnpm.snapshots.has(key));
  if (id === undefined) return { kind: 'whole' };
  const folder = packedFolder(pnpm, id);
  return folder === undefined ? { kind: 'package', id } : { kind: 'folder', folder };
}

/** Without the peers that were chosen: `a@1.0.0(b@2.0.0)`. */
function withoutPeers(key: string): string {
  const at = key.indexOf('(');
  return at === -1 ? key : key.slice(0, at);
}

function resolutionOf({ packages }: Pick<Pnpm, 'packages'>, key: string): string | undefined {
  const entry = packages.get(key) ?? packages.get(withoutPeers(key));
  if (typeof entry !== 'object' || entry === null) return undefined;
  const written = entry.get('resolution');
  if (typeof written === 'string') return written;
  return written === null || written === undefined
    ? undefined
    : [...written].map(([field, value]) => `${field}: ${value}`).join(', ');
}

function packedFolder(pnpm: Pick<Pnpm, 'lock' | 'packages'>, key: string): string | undefined {
  const resolution = key.includes('file:') ? resolutionOf(pnpm, key) : undefined;
  const directory = /\bdirectory: '?([^',}]+)/.exec(resolution ?? '')?.[1];
  return directory === undefined ? undefined : joinPath(pnpm.lock.folder, directory);
}

function packageOf(pnpm: Pnpm, key: string): LockedPackage | undefined {
  const snapshot = mapAt(pnpm.snapshots, key);
  const proof = resolutionOf(pnpm, key);
  if (snapshot === undefined || proof === undefined || !pnpm.snapshots.has(key)) return undefined;
  const edges: Edge[] = [];
  for (const needKey of needKeys) {
    const needs = mapAt(snapshot, needKey);
    if (needs === undefined) return undefined;
    for (const [name, written] of needs) {
      const version = typeof written === 'string' ? written : undefined;
      edges.push({ name, targets: [targetOf(pnpm, { name, version, base: pnpm.lock.folder })] });
    }
  }
  const { name, version } = splitKey(key);
  const files = filesOf(pnpm, { name, proof });
  const entry = pnpm.packages.get(withoutPeers(key));
  const isOfPlatforms =
    typeof entry === 'object' && (entry?.has('os') === true || entry?.has('cpu') === true);
  return { name, version, proof: `${proof} ${key}`, edges, files, isOfPlatforms };
}

function filesOf({ lock, patches }: Pnpm, { name, proof }: { name: string; proof: string }): string[] {
  const tarball = /\btarball: '?file:([^',}]+)/.exec(proof)?.[1];
  const named = [...patches].filter(([key]) => splitKey(key).name === name || key === name);
  const paths = named.map(([, patch]) =>
    typeof patch === 'object' && patch !== null ? textAt(patch, 'path') : '',
  );
  return [tarball, ...paths].flatMap((path) => joinPath(lock.folder, path ?? '') ?? []).filter(lock.isFile);
}

/** `a@1.0.0(b@2.0.0)`, and before version 6 `/a/1.0.0_b@2.0.0`. */
function splitKey(key: string): { readonly name: string; readonly version: string } {
  const plain = withoutPeers(key.startsWith('/') ? key.slice(1) : key);
  const at = plain.indexOf('@', 1);
  const slash = plain.startsWith('@') ? plain.indexOf('/', plain.indexOf('/') + 1) : plain.indexOf('/');
  if (slash !== -1 && (at === -1 || slash < at))
    return { name: plain.slice(0, slash), version: plain.slice(slash + 1).replace(/_.*$/s, '') };
  const { name, range } = splitAt(plain);
  return { name, version: range };
}
