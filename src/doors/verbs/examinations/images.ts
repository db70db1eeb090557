import type { Problem } from '../../../core/problem.ts';
import type { Examination, Site } from '../../performed.ts';
import { placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

/** A run whose image has expired cannot start, and says so only then. */
export function imagesExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const { world } = site;
  return [
    {
      name: 'the images of the deployments are there',
      look: () =>
        asking(async () => {
          const { registry } = await world.state.load(world.clock.now());
          const flows = new Map<string, string[]>();
          for (const { flow, version } of registry.deployments.values())
            if (version.image !== undefined)
              flows.set(version.image, [...(flows.get(version.image) ?? []), flow]);
          const missing = await placed.account.missingImages([...flows.keys()]);
          return missing.map(
            (image): Problem => ({
              code: 'E_IMAGE_GONE',
              message: `The image of ${(flows.get(image) ?? []).join(', ')} is gone: ${image}.`,
              fix: 'Start the workflow deploy after any change of these flows, which builds it anew; let no rule expire images that are in use.',
            }),
          );
        }),
    },
  ];
}
