import { type ImageOrigin, workflowRunPattern } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import { imagesOfOneRun } from '../core/image-rounds.ts';
import { defaultImage, type ImageToBuild } from '../core/images-to-build.ts';
import { isChange, type Plan } from '../core/plan.ts';
import { InputError, type Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';

/** An image, and where it was built if that is to be kept. */
export type GivenImage = string | ({ readonly image: string } & Partial<ImageOrigin>);

/** The project's image, or images by the names of `Plan.images`. */
export type GivenImages = string | { readonly [name: string]: GivenImage };

export type PinnedImage = { readonly image: string; readonly built?: ImageOrigin };

const pinned = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/;

/** Name → image, each pinned by its digest. Throws `InputError` for what is not. */
export function readImages(given: GivenImages | undefined): ReadonlyMap<string, PinnedImage> {
  const entries = typeof given === 'string' ? [[defaultImage, given] as const] : Object.entries(given ?? {});
  const problems = entries.flatMap(([name, image]) => {
    const fault = faultOf(image);
    const field = typeof given === 'string' ? 'image' : `image.${name}`;
    return fault === undefined ? [] : [{ ...fault, field }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return new Map(entries.map(([name, image]) => [name, pinnedOf(image)]));
}

function pinnedOf(given: GivenImage): PinnedImage {
  if (typeof given === 'string') return { image: given };
  const { image, run, commit } = given;
  return run === undefined || commit === undefined ? { image } : { image, built: { run, commit } };
}

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function faultOf(given: GivenImage): Problem | undefined {
  if (typeof given === 'string') return imageFault(given);
  const { image, run, commit } = given;
  const isWhole = (run === undefined) === (commit === undefined);
  if (isWhole && (run === undefined || (workflowRunPattern.test(run) && commitPattern.test(commit ?? ''))))
    return imageFault(image);
  const message = `Run ${quote(run ?? '')} and commit ${quote(commit ?? '')} do not say where the image was built.`;
  const fix = 'Write the number of the workflow run as `run` and the full commit as `commit`, or neither.';
  return { code: 'E_IMAGE_ORIGIN', message, fix };
}

function imageFault(image: string): Problem | undefined {
  if (pinned.test(image)) return undefined;
  const fix = 'Write repository@sha256: and the 64 hexadecimal digits that the push of the image printed.';
  if (image.includes('@')) {
    return { code: 'E_IMAGE_DIGEST', message: `${quote(image, 200)} has no valid SHA-256 digest.`, fix };
  }
  return {
    code: 'E_IMAGE_MUTABLE',
    message: `${quote(image, 200)} is not pinned: what its tag means can change after the deploy.`,
    fix,
  };
}

/** Flows that this deploy leaves as they are, since there is no image that holds what they need. */
export type LeftOut = {
  readonly failed: ReadonlyMap<FlowName, readonly Problem[]>;
  /** Of images that one run of the workflow cannot build as well: a next one does. */
  readonly waiting: ReadonlySet<FlowName>;
};

type Given = {
  readonly images: ReadonlyMap<string, PinnedImage>;
  /** Whether images are given by their names: then it is known which of them were not built. */
  readonly isByName: boolean;
  readonly unbuilt: ReadonlyMap<FlowName, readonly Problem[]>;
};

/**
 * An image that was not built, and a flow that an image does not hold, are the matter of their own flows. Throws
 * `InputError` where nothing is left to be deployed, or nobody said which images there are.
 */
export function leftOutOf(plan: Plan, { images, isByName, unbuilt }: Given): LeftOut {
  const missing = plan.images.filter(({ name }) => !images.has(name));
  const without = new Set(missing.flatMap(({ flows }) => flows));
  const isAnyLeft = plan.flows.some((planned) => isChange(planned) && !without.has(planned.flow));
  if (missing.length > 0 && (!isByName || !isAnyLeft)) throw new InputError(missing.map(missingProblem));
  const ofThisRun = new Set(imagesOfOneRun(plan.images));
  const waiting = missing.filter((image) => !ofThisRun.has(image)).flatMap(({ flows }) => flows);
  const failed = missing
    .filter((image) => ofThisRun.has(image))
    .flatMap((image) => image.flows.map((flow) => [flow, [missingProblem(image)]] as const));
  const left = plan.flows.flatMap(({ flow, image }) => {
    const problems = image.kind === 'needed' && !without.has(flow) ? unbuilt.get(flow) : undefined;
    return problems === undefined ? [] : [[flow, problems] as const];
  });
  return { failed: new Map([...failed, ...left]), waiting: new Set(waiting) };
}

function missingProblem({ name, dockerfile, flows }: ImageToBuild): Problem {
  const shown = flows.slice(0, 10).join(', ') + (flows.length > 10 ? ` and ${flows.length - 10} more` : '');
  return {
    code: 'E_IMAGE_REQUIRED',
    field: name === defaultImage ? 'image' : `image.${name}`,
    message: `The image ${quote(name)} has to be built from ${quote(dockerfile)} for what changed in: ${shown}.`,
    fix: 'Build and push it, and give its repository@sha256:… to `deploy` as `image`. If its build failed, the log of that says why.',
  };
}
