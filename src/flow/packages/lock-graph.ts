/** Where the name of a package leads. */
export type Target =
  | { readonly kind: 'package'; readonly id: string }
  /** Back into the repository: `link:`, `file:`, `portal:`, `workspace:`. A path from its root. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** The lock file does not say it in a way that was understood: all of it counts. */
  | { readonly kind: 'whole' };

/** What one package finds under one name. Several targets: which of them depends on what the lock file does not say. */
export type Edge = { readonly name: string; readonly targets: readonly Target[] };

export type LockedPackage = {
  readonly name: string;
  readonly version: string;
  /** Stands for its content and, where that is written, its place: source maps name the files by it. */
  readonly proof: string;
  readonly edges: readonly Edge[];
  /** Files of the repository that it is made of or changed by: tarballs, patches. */
  readonly files: readonly string[];
  /** It is installed on some platforms alone: it holds a compiled program, as a rule. */
  readonly isOfPlatforms?: boolean;
};

/** A lock file, read as who uses which. Folders are paths from the root of the repository. */
export type LockGraph = {
  /** What a file of the folder finds under the name; empty if the lock file does not know it. */
  find(folder: string, name: string): readonly Target[];
  get(id: string): LockedPackage | undefined;
  /** Whether it was made for what the `package.json` of the folder asks for; true where it keeps no record. */
  agrees(folder: string, name: string, range: string): boolean;
};

/** What a reader is given. */
export type LockText = {
  readonly text: string;
  /** Where the lock file lies. */
  readonly folder: string;
  readonly isFile: (path: string) => boolean;
  /** What the `package.json` of this folder, or the nearest above that says it, asks for; nearest first. */
  readonly declared: (folder: string, name: string) => readonly string[];
  /** Whether the root of these packages gives a name another meaning than the lock file's entries say. */
  readonly isOverridden: (name: string) => boolean;
};

/** A reader of a format; undefined if the text surprises it, so that the whole file counts. */
export type LockReader = (lock: LockText) => LockGraph | undefined;

export const whole: readonly Target[] = [{ kind: 'whole' }];

/** Of one package; real trees have a dozen of the busiest ones. */
const mostVersions = 100;

/** Everything that bears a name, where the lock file does not say which of them is meant. */
export function anyOf(ids: readonly string[], targetOf: (id: string) => Target): readonly Target[] {
  return ids.length > mostVersions ? whole : ids.map(targetOf);
}
