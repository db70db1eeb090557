import type { FlowName } from './flow.ts';
import type { Problem } from './problem.ts';

/** A file of the repository that a bundle holds, with git's id of the content that was built. */
export type BuiltFile = { readonly path: string; readonly blob: string };

/** What a build made of a flow. */
export type FlowBuild = {
  /** SHA-256 over everything that it wrote of the flow: the bundle, its source map, and the files beside them. */
  readonly bundle: string;
  readonly files: readonly BuiltFile[];
  /** Names of the packages whose code the bundle holds. */
  readonly packages: readonly string[];
  /** What was imported and was not there: names of packages, or paths of the repository that begin with `./`. */
  readonly absent: readonly string[];
};

/** A flow that could not be built, and why: the image does not hold it. */
export type Unbuilt = { readonly unbuilt: readonly Problem[] };

/** What one build made of all the flows of an image. */
export type BuildRecord = ReadonlyMap<FlowName, FlowBuild | Unbuilt>;

export function isUnbuilt(item: FlowBuild | Unbuilt): item is Unbuilt {
  return 'unbuilt' in item;
}
