import { parametersSuffix } from './identity.ts';
import type { JsonObject } from './json.ts';
import { seriesOf } from './series.ts';

/** Of sets of parameters, which earlier and different one each would share the ids of its runs with. */
export function sharedRunIds(
  sets: readonly JsonObject[],
  suffixOf: (parameters: JsonObject) => string = parametersSuffix,
): readonly (number | undefined)[] {
  const first = new Map<string, number>();
  return sets.map((parameters, index) => {
    const suffix = suffixOf(parameters);
    const other = first.get(suffix);
    if (other === undefined) first.set(suffix, index);
    return other !== undefined && seriesOf(sets[other] ?? {}) !== seriesOf(parameters) ? other : undefined;
  });
}
