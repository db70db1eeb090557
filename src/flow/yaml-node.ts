import type { Json } from '../core/json.ts';
import type { Place, Problem } from '../core/problem.ts';

/** A value of a YAML file and where it begins: offsets count UTF-16 units of the text. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly offset: number }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, YamlEntry>; readonly offset: number };

export type YamlEntry = { readonly keyOffset: number; readonly value: YamlNode };

/** A problem before it has a place. */
export type Fault = Omit<Problem, 'place'>;

export type PlaceOf = (offset: number) => Place;

export type YamlDocument = { readonly root: YamlNode; readonly placeOf: PlaceOf };

export type Path = readonly (string | number)[];

/** The value as JSON. Mappings have no prototype, so that no key can be mistaken for an inherited member. */
export function jsonOf(node: YamlNode): Json {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(jsonOf);
  const object: { [key: string]: Json } = Object.create(null);
  for (const [key, entry] of node.entries) object[key] = jsonOf(entry.value);
  return object;
}

/** Where the value under `path` is, or its key; what is not there is placed at the nearest key above it. */
export function placeOfPath(document: YamlDocument, path: Path, at: 'key' | 'value'): Place {
  let node = document.root;
  let { offset } = node;
  for (const [index, step] of path.entries()) {
    const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const child = entry?.value ?? (node.kind === 'list' ? node.items[Number(step)] : undefined);
    if (child === undefined) break;
    const isValue = index === path.length - 1 && at === 'value';
    offset = isValue ? child.offset : (entry?.keyOffset ?? child.offset);
    node = child;
  }
  return document.placeOf(offset);
}
