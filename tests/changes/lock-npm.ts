import { type Draft, type Draftable, declaredIn, integrityOf, locate, nameAt, type Pack } from './draft.ts';

const dependencyKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

export function npmLock(draft: Draft, version: 1 | 2 | 3): string {
  const root = draft.objects.get('package.json') ?? {};
  const lock: Draftable = {
    name: root['name'],
    version: root['version'],
    lockfileVersion: version,
    requires: true,
  };
  if (version !== 1) lock['packages'] = packagesOf(draft, root);
  if (version !== 3) lock['dependencies'] = treeAt(draft, '');
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}

function packagesOf(draft: Draft, root: Draftable): Draftable {
  const packages: Draftable = {
    '': pick(root, ['name', 'version', 'license', 'workspaces', ...dependencyKeys]),
  };
  for (const { folder } of draft.own.values()) {
    const content = draft.objects.get(`${folder}/package.json`) ?? {};
    packages[folder] = pick(content, ['name', 'version', ...dependencyKeys]);
  }
  for (const location of sorted([...draft.packs.keys(), ...draft.own.keys()])) {
    const own = draft.own.get(location);
    const pack = draft.packs.get(location);
    if (own !== undefined) packages[location] = { resolved: own.folder, link: true };
    else if (pack !== undefined) packages[location] = entryOf(draft, location, pack);
  }
  return packages;
}

function entryOf(draft: Draft, location: string, pack: Pack): Draftable {
  return {
    ...(nameAt(location) === pack.name ? {} : { name: pack.name }),
    version: pack.version,
    resolved: resolvedOf(draft, pack),
    ...(pack.commit === undefined ? { integrity: integrityOf(pack) } : {}),
    ...(pack.requires === undefined ? {} : { dependencies: pack.requires }),
    ...(pack.optional === undefined ? {} : { optionalDependencies: pack.optional }),
    ...(pack.peers === undefined ? {} : { peerDependencies: pack.peers }),
  };
}

export function resolvedOf(draft: Draft, { name, version, commit, tarball }: Pack): string {
  if (commit !== undefined) return `git+ssh://git@github.com/acme/${name}.git#${commit}`;
  if (tarball !== undefined) return `file:${tarball}`;
  return `${draft.registry}/${name}/-/${name.slice(name.indexOf('/') + 1)}-${version}.tgz`;
}

/** Version 1 nests what is nested on disk; names only, so who uses which follows from the nesting. */
function treeAt(draft: Draft, parent: string): Draftable {
  const tree: Draftable = {};
  const inside = parent === '' ? 'node_modules/' : `${parent}/node_modules/`;
  for (const location of sorted([...draft.packs.keys(), ...draft.own.keys()])) {
    if (!location.startsWith(inside) || location.slice(inside.length).includes('node_modules/')) continue;
    const own = draft.own.get(location);
    const pack = draft.packs.get(location);
    if (own !== undefined) tree[nameAt(location)] = ownEntry(draft, own.folder);
    else if (pack !== undefined) tree[nameAt(location)] = nestedEntry(draft, location, pack);
  }
  return tree;
}

function ownEntry(draft: Draft, folder: string): Draftable {
  const needs = declaredIn(draft.objects.get(`${folder}/package.json`) ?? {});
  return { version: `file:${folder}`, ...(Object.keys(needs).length === 0 ? {} : { requires: needs }) };
}

function nestedEntry(draft: Draft, location: string, pack: Pack): Draftable {
  const needs = { ...pack.requires, ...pack.optional };
  const found = Object.keys(needs).filter((name) => locate(draft, location, name) !== undefined);
  const nested = treeAt(draft, location);
  const isAlias = nameAt(location) !== pack.name;
  const resolved = resolvedOf(draft, pack);
  return {
    ...(pack.commit === undefined
      ? {
          version:
            pack.tarball !== undefined
              ? resolved
              : isAlias
                ? `npm:${pack.name}@${pack.version}`
                : pack.version,
          ...(pack.tarball === undefined ? { resolved } : {}),
          integrity: integrityOf(pack),
        }
      : { version: resolved, from: `${pack.name}@github:acme/${pack.name}` }),
    ...(found.length === 0 ? {} : { requires: pick(needs, found) }),
    ...(Object.keys(nested).length === 0 ? {} : { dependencies: nested }),
  };
}

export function pick(object: Draftable, keys: readonly string[]): Draftable {
  return Object.fromEntries(keys.flatMap((key) => (object[key] === undefined ? [] : [[key, object[key]]])));
}

export function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort();
}
