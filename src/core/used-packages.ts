/** A package of other people in a flow's code. */
export type UsedPackage = {
  readonly name: string;
  readonly version: string;
  /** Stands for its own content, and for where it lies. */
  readonly proof: string;
  /** What brought it in first: a file of the repository that imports it, or another package. */
  readonly by: { readonly file: string } | { readonly name: string; readonly version: string };
  /** What it uses: `ms@2.0.0`, or a folder of the repository. Sorted. */
  readonly uses: readonly string[];
};
