/**
 * Where a world puts everything that it remembers, so that a moment of it can be kept and brought back. Values are
 * replaced, never changed in place.
 */
export type Shelf = {
  map<K, V>(): Map<K, V>;
  set<T>(): Set<T>;
  list<T>(): T[];
  /** An object whose own fields are replaced. */
  fields<T extends object>(value: T): T;
  /** What is remembered elsewhere: says how to bring it back. */
  also(keep: () => () => void): void;
  /** Keeps this moment. What it returns brings it back, as often as it is called. */
  keep(): () => void;
};

export function emptyShelf(): Shelf {
  const parts: (() => () => void)[] = [];
  const put = <T>(value: T, keep: (value: T) => () => void): T => {
    parts.push(() => keep(value));
    return value;
  };
  return {
    map: <K, V>() =>
      put(new Map<K, V>(), (map) => {
        const kept = [...map];
        return () => {
          map.clear();
          for (const [key, value] of kept) map.set(key, value);
        };
      }),
    set: <T>() =>
      put(new Set<T>(), (set) => {
        const kept = [...set];
        return () => {
          set.clear();
          for (const value of kept) set.add(value);
        };
      }),
    list: <T>() =>
      put<T[]>([], (list) => {
        const kept = [...list];
        return () => void list.splice(0, list.length, ...kept);
      }),
    fields: (value) =>
      put(value, (object) => {
        const kept = { ...object };
        return () => void Object.assign(object, kept);
      }),
    also: (keep) => void parts.push(keep),
    keep() {
      const back = parts.map((keep) => keep());
      return () => {
        for (const bring of back) bring();
      };
    },
  };
}
