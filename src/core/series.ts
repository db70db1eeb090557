import { canonicalJson, type JsonObject } from './json.ts';

const keys = new WeakMap<JsonObject, string>();

/**
 * Runs of a flow with equal parameters are one series: overlap is among them. The loads of two regions are two, also
 * where the same flow does both.
 */
export function seriesOf(parameters: JsonObject): string {
  const known = keys.get(parameters) ?? canonicalJson(parameters);
  keys.set(parameters, known);
  return known;
}

/** Things in the order in which the first of each series came. */
export function bySeries<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const series = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = series.get(key);
    if (known === undefined) series.set(key, [item]);
    else known.push(item);
  }
  return series;
}
