import type { JsonObject } from '../../core/json.ts';
import { isObject, stringOf } from '../read-json.ts';
import { foldersUp, isUnder, joinPath } from '../repository-path.ts';
import type { Edge, LockedPackage, LockGraph, LockText, Target } from './lock-graph.ts';
import { whole } from './lock-graph.ts';
import { packagesOfVersion1 } from './npm-lock-1.ts';
import { parseLockJson } from './parse-lock-json.ts';

type Entries = ReadonlyMap<string, JsonObject>;

/** Where Node.js looks is a question of paths: longer ones than any real tree has are not followed. */
const longestLocation = 1_000;
/** Steps through folders, over all questions to one lock file; a real one of 3,000 packages takes 50,000. */
const mostSteps = 500_000;

const needKeys = ['dependencies', 'optionalDependencies', 'peerDependencies'];

/** `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3: what lies in which `node_modules`. */
export function readNpmLock(lock: LockText): LockGraph | undefined {
  const written = parseLockJson(lock.text);
  if (written === undefined) return undefined;
  const entries = isObject(written['packages'])
    ? entriesOf(written['packages'])
    : packagesOfVersion1(written, lock);
  if (entries === undefined || [...entries.keys()].some((location) => location.length > longestLocation))
    return undefined;
  return graphOf(entries, lock);
}

function entriesOf(packages: JsonObject): Entries | undefined {
  const entries = Object.entries(packages);
  const isSound = entries.every(([, entry]) => isObject(entry));
  return isSound ? new Map(entries as [string, JsonObject][]) : undefined;
}

function graphOf(entries: Entries, lock: LockText): LockGraph {
  const known = new Map<string, LockedPackage | undefined>();
  let steps = 0;
  const locate = (from: string, name: string): readonly Target[] => {
    for (const folder of foldersUp(from)) {
      steps += 1;
      if (steps > mostSteps) return whole;
      if (folder === 'node_modules' || folder.endsWith('/node_modules')) continue;
      const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
      const entry = entries.get(location);
      if (entry !== undefined) return [targetOf(location, entry, lock)];
    }
    return [];
  };
  const inside = (folder: string): string =>
    lock.folder === '' ? folder : folder.slice(lock.folder.length + 1);
  return {
    find: (folder, name) => (isUnder(lock.folder, `${folder}/`) ? locate(inside(folder), name) : []),
    get(id) {
      if (known.has(id)) return known.get(id);
      const entry = entries.get(id);
      const made = entry === undefined ? undefined : packageOf(id, entry, { lock, locate });
      known.set(id, made);
      return made;
    },
    agrees: (folder, name, range) => (askedIn(entries.get(inside(folder)), name) ?? range) === range,
  };
}

function targetOf(location: string, entry: JsonObject, { folder, isFile }: LockText): Target {
  const resolved = stringOf(entry['resolved']);
  const path = entry['link'] === true ? resolved : /^file:(.*)$/s.exec(resolved ?? '')?.[1];
  if (path === undefined)
    return entry['link'] === true ? { kind: 'whole' } : { kind: 'package', id: location };
  const joined = joinPath(folder, path);
  if (joined === undefined) return { kind: 'whole' };
  return isFile(joined) ? { kind: 'package', id: location } : { kind: 'folder', folder: joined };
}

type Locating = {
  readonly lock: LockText;
  readonly locate: (from: string, name: string) => readonly Target[];
};

function packageOf(location: string, entry: JsonObject, { lock, locate }: Locating): LockedPackage {
  const resolved = stringOf(entry['resolved']) ?? '';
  const tarball = resolved.startsWith('file:') ? joinPath(lock.folder, resolved.slice(5)) : undefined;
  const needs = new Set(needKeys.flatMap((key) => (isObject(entry[key]) ? Object.keys(entry[key]) : [])));
  return {
    name: stringOf(entry['name']) ?? location.slice(location.lastIndexOf('node_modules/') + 13),
    version: stringOf(entry['version']) ?? '',
    proof: `${stringOf(entry['integrity']) ?? resolved} ${location}`,
    edges: [...needs].sort().map((name): Edge => ({ name, targets: locate(location, name) })),
    files: tarball === undefined ? [] : [tarball],
    isOfPlatforms: entry['os'] !== undefined || entry['cpu'] !== undefined,
  };
}

function askedIn(entry: JsonObject | undefined, name: string): string | undefined {
  for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    const written = entry?.[key];
    if (isObject(written) && Object.hasOwn(written, name)) return stringOf(written[name]);
  }
  return undefined;
}
