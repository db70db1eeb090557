import type { JsonObject } from '../../core/json.ts';
import { isObject, stringOf } from '../read-json.ts';
import { joinPath } from '../repository-path.ts';
import type { LockText } from './lock-graph.ts';

/** Far above what any real tree has: a package at its tenth level is rare. */
const deepest = 100;
const mostPlaces = 100_000;
const longestPrefix = 1_000;

type Level = { readonly prefixes: readonly string[]; readonly packages: JsonObject; readonly depth: number };

/** npm 6 and older wrote packages within packages. The same as a list of places, as newer versions write it. */
export function packagesOfVersion1(
  lock: JsonObject,
  text: LockText,
): ReadonlyMap<string, JsonObject> | undefined {
  if (lock['lockfileVersion'] !== 1 || !isObject(lock['dependencies'])) return undefined;
  const places = new Map<string, JsonObject>();
  const waiting: Level[] = [{ prefixes: [''], packages: lock['dependencies'], depth: 0 }];
  for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
    const isTooDeep = level.depth > deepest || level.prefixes.some(({ length }) => length > longestPrefix);
    if (isTooDeep || places.size > mostPlaces) return undefined;
    for (const [name, entry] of Object.entries(level.packages)) {
      if (!isObject(entry)) return undefined;
      const below = place(places, { level, name, entry, text });
      if (below !== undefined) waiting.push(below);
    }
  }
  return places;
}

type Placing = {
  readonly level: Level;
  readonly name: string;
  readonly entry: JsonObject;
  readonly text: LockText;
};

/** Writes a package to its places, and gives what lies below it. */
function place(places: Map<string, JsonObject>, { level, name, entry, text }: Placing): Level | undefined {
  const path = /^file:(.*)$/s.exec(stringOf(entry['version']) ?? '')?.[1];
  const isTarball = path !== undefined && text.isFile(joinPath(text.folder, path) ?? '');
  const locations = level.prefixes.map((prefix) => `${prefix}node_modules/${name}`);
  const placed = placedOf(entry, { path, isTarball });
  for (const location of locations) places.set(location, placed);
  if (!isObject(entry['dependencies'])) return undefined;
  // What a linked folder needs is written below its link, and lies in the folder.
  const linked = path === undefined || isTarball ? [] : [joinPath('', path) ?? ''];
  const prefixes = [...locations, ...linked].map((prefix) => `${prefix}/`);
  return { prefixes, packages: entry['dependencies'], depth: level.depth + 1 };
}

type Local = { readonly path: string | undefined; readonly isTarball: boolean };

function placedOf(entry: JsonObject, { path, isTarball }: Local): JsonObject {
  const { requires } = entry;
  const dependencies = isObject(requires) ? requires : {};
  const integrity = entry['integrity'] ?? null;
  if (isTarball) return { version: '', dependencies, integrity, resolved: `file:${path}` };
  if (path !== undefined) return { resolved: path, link: true };
  const version = stringOf(entry['version']) ?? '';
  const facts = { dependencies, integrity, resolved: entry['resolved'] ?? version };
  const [, name, aliased] = /^npm:(.+)@([^@]*)$/.exec(version) ?? [];
  return name === undefined ? { version, ...facts } : { name, version: aliased ?? '', ...facts };
}
