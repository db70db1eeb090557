/** A package that a file of the repository imports. */
export type PackageUse = {
  readonly importer: string;
  readonly name: string;
  /** False if it was only found by the shape of its text. */
  readonly isCertain: boolean;
};

/** A package of other people in a flow's code; or, without a version, a lock file that counts whole. */
export type UsedPackage = {
  readonly name: string;
  readonly version: string;
  /** Stands for its own content, and for where it lies. */
  readonly proof: string;
  /** What brought it in first: a file of the repository that imports it, or another package. */
  readonly by: { readonly file: string } | { readonly name: string; readonly version: string };
  /** What it uses: `ms@2.0.0`, or a folder of the repository. Sorted. */
  readonly uses: readonly string[];
  /** It is installed on some platforms alone. */
  readonly isOfPlatforms?: true;
};
