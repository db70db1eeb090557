import type { Site } from '../../performed.ts';
import { type ValidFlows, validFlows } from '../validate.ts';

/** Several examinations rest on the state: it is fetched once. */
export function withOneState(site: Site): Site {
  const { state } = site.world;
  let loaded: ReturnType<typeof state.load> | undefined;
  const load: typeof state.load = (now) => {
    loaded ??= state.load(now);
    return loaded;
  };
  return { ...site, world: { ...site.world, state: { ...state, load } } };
}

const flows = new WeakMap<Site, Promise<ValidFlows>>();

/** And on the flows: they are read once. */
export function flowsOf(site: Site): Promise<ValidFlows> {
  const known = flows.get(site) ?? validFlows(site);
  flows.set(site, known);
  return known;
}
