import { defaultImage, type ImageToBuild } from './images-to-build.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';

/** GitHub refuses a matrix of more jobs as a whole (docs: "maximum of 256 jobs per workflow run"). */
export const mostImagesOfOneRun = 256;

/** The images that one run of the workflow builds: the project's first, since most flows wait for that. */
export function imagesOfOneRun(images: Plan['images']): readonly ImageToBuild[] {
  if (images.length <= mostImagesOfOneRun) return images;
  const isProjects = ({ name }: ImageToBuild): boolean => name === defaultImage;
  const ordered = [...images.filter(isProjects), ...images.filter((image) => !isProjects(image))];
  return ordered.slice(0, mostImagesOfOneRun);
}

export function roundsWarnings({ images }: Plan): readonly Problem[] {
  if (images.length <= mostImagesOfOneRun) return [];
  const left = images.length - mostImagesOfOneRun;
  const message = `${images.length} images have to be built, and one run of a workflow builds ${mostImagesOfOneRun}: ${left} follow.`;
  const fix =
    'Nothing, with the workflow `deploy` that `init` writes: it starts itself again for the rest. In one of your own, deploy until the output `unfinished` is false.';
  return [{ code: 'W_IMAGES_IN_ROUNDS', message, fix }];
}
