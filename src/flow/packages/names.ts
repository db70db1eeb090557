/** `@scope/name@range` → its parts; the whole is the name if there is no range. */
export function splitAt(text: string): { readonly name: string; readonly range: string } {
  const at = text.indexOf('@', 1);
  return at === -1 ? { name: text, range: '' } : { name: text.slice(0, at), range: text.slice(at + 1) };
}

/** Every name that keys such as `a`, `a@1`, `a/@s/b`, `a>b` or `**` + `/b` speak of, and some words that are none. */
export function namesIn(keys: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of keys) {
    for (const [name] of key.matchAll(/(?:@[^@/>\s]{1,214}\/)?[^@/>\s]{1,214}/g)) names.add(name);
  }
  return names;
}

/** Ids by the group that each belongs to. */
export function groupBy(
  ids: Iterable<string>,
  groupOf: (id: string) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const group = groupOf(id);
    if (group === undefined) continue;
    const same = groups.get(group);
    if (same === undefined) groups.set(group, [id]);
    else same.push(id);
  }
  return groups;
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
