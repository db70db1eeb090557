import type { Json, JsonObject } from '../../core/json.ts';
import { isObject, stringOf } from '../read-json.ts';
import { folderOf, foldersUp, isUnder, joinPath } from '../repository-path.ts';
import type { Edge, LockedPackage, LockGraph, LockText, Target } from './lock-graph.ts';
import { whole } from './lock-graph.ts';
import { groupBy, once, splitAt } from './names.ts';
import { parseLockJson } from './parse-lock-json.ts';

/** `packages` of bun.lock: a path of names (`send/ms` is the `ms` that lies within `send`) → what lies there. */
type Placed = { readonly ident: string; readonly facts: JsonObject; readonly proof: string };

type Bun = {
  readonly lock: LockText;
  readonly places: ReadonlyMap<string, Placed>;
  readonly workspaces: JsonObject;
  readonly patches: JsonObject;
  /** Folders of the repository → their places. */
  readonly byFolder: () => ReadonlyMap<string, readonly string[]>;
  steps: number;
};

const mostSteps = 500_000;
const longestPlace = 1_000;
const needKeys = ['dependencies', 'optionalDependencies', 'peerDependencies'];
const askedKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** `bun.lock`: JSON with a comma after the last of everything, each at the end of its line. */
export function readBunLock(lock: LockText): LockGraph | undefined {
  const written = parseLockJson(lock.text.replace(/,(?=\r?\n\s*[}\]])/g, ''));
  const packages = written?.['packages'];
  const workspaces = written?.['workspaces'];
  if (!isObject(packages) || !isObject(workspaces)) return undefined;
  const places = new Map<string, Placed>();
  for (const [place, entry] of Object.entries(packages)) {
    const placed = placedOf(entry);
    if (placed === undefined || place.length > longestPlace) return undefined;
    places.set(place, placed);
  }
  const patches = written?.['patchedDependencies'];
  return graphOf({
    lock,
    places,
    workspaces,
    patches: isObject(patches) ? patches : {},
    byFolder: once(() => groupBy(places.keys(), (place) => localFolder(lock, places.get(place)))),
    steps: 0,
  });
}

/** `[name@version, registry, facts, checksum]`; places that are no registry's leave some of these out. */
function placedOf(entry: Json): Placed | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [ident, ...rest] = entry;
  if (typeof ident !== 'string' || ident.indexOf('@', 1) === -1) return undefined;
  const facts: JsonObject = rest.find(isObject) ?? {};
  const texts = rest.filter((item) => typeof item === 'string');
  return { ident, facts, proof: texts.join(' ') };
}

function graphOf(bun: Bun): LockGraph {
  const known = new Map<string, LockedPackage | undefined>();
  const inside = (folder: string): string =>
    bun.lock.folder === '' ? folder : folder.slice(bun.lock.folder.length + 1);
  return {
    find(folder, name) {
      if (!isUnder(bun.lock.folder, `${folder}/`)) return [];
      const targets = holdersOf(bun, inside(folder)).flatMap((holder) => locate(bun, holder, name));
      return [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()];
    },
    get(id) {
      if (!known.has(id)) known.set(id, packageOf(bun, id));
      return known.get(id);
    },
    agrees: (folder, name, range) => (askedIn(bun.workspaces[inside(folder)], name) ?? range) === range,
  };
}

/** The places under which a folder's own packages are written: of the workspace that it belongs to, or of a folder that is copied. */
function holdersOf({ workspaces, byFolder, lock }: Bun, folder: string): readonly string[] {
  for (const above of foldersUp(folder)) {
    const workspace = Object.hasOwn(workspaces, above) && above !== '' ? workspaces[above] : undefined;
    const name = isObject(workspace) ? stringOf(workspace['name']) : undefined;
    const places = byFolder().get(joinPath(lock.folder, above) ?? '') ?? [];
    if (name !== undefined || places.length > 0) return [...(name === undefined ? [] : [name]), ...places];
  }
  return [''];
}

function locate(bun: Bun, from: string, name: string): readonly Target[] {
  for (let holder = from; ; holder = outer(holder)) {
    bun.steps += 1;
    if (bun.steps > mostSteps) return whole;
    const place = holder === '' ? name : `${holder}/${name}`;
    const placed = bun.places.get(place);
    if (placed !== undefined) return [targetOf(bun, place, placed)];
    if (holder === '') return [];
  }
}

/** `a/@s/b` → `a`; `@s/b` → nothing. */
function outer(place: string): string {
  const above = folderOf(place);
  const last = above.slice(above.lastIndexOf('/') + 1);
  return last.startsWith('@') ? folderOf(above) : above;
}

function localFolder(lock: LockText, placed: Placed | undefined): string | undefined {
  const path = /^(?:workspace|link|file|root):(.*)$/s.exec(splitAt(placed?.ident ?? '').range)?.[1];
  const joined = path === undefined ? undefined : joinPath(lock.folder, path);
  return joined === undefined || lock.isFile(joined) ? undefined : joined;
}

function targetOf({ lock }: Bun, place: string, placed: Placed): Target {
  const folder = localFolder(lock, placed);
  return folder === undefined ? { kind: 'package', id: place } : { kind: 'folder', folder };
}

function packageOf(bun: Bun, place: string): LockedPackage | undefined {
  const placed = bun.places.get(place);
  if (placed === undefined) return undefined;
  const { ident, facts, proof } = placed;
  const needs = new Set(needKeys.flatMap((key) => (isObject(facts[key]) ? Object.keys(facts[key]) : [])));
  const edges = [...needs].sort().map((name): Edge => ({ name, targets: locate(bun, place, name) }));
  const patch = Object.hasOwn(bun.patches, ident) ? stringOf(bun.patches[ident]) : undefined;
  const { name, range: version } = splitAt(ident);
  const local = [version.replace(/^file:/, ''), ...(patch === undefined ? [] : [patch])];
  const files = local.flatMap((path) => joinPath(bun.lock.folder, path) ?? []).filter(bun.lock.isFile);
  const isOfPlatforms = facts['os'] !== undefined || facts['cpu'] !== undefined;
  return { name, version, proof: `${proof} ${place}`, edges, files, isOfPlatforms };
}

function askedIn(workspace: Json | undefined, name: string): string | undefined {
  for (const key of askedKeys) {
    const written = isObject(workspace) ? workspace[key] : undefined;
    if (isObject(written) && Object.hasOwn(written, name)) return stringOf(written[name]);
  }
  return undefined;
}
