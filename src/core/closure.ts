import type { PackageUse } from './used-packages.ts';

/** A file that is part of a flow. */
export type ClosureFile = {
  readonly blob: string;
  /** The file that brought it in first; absent for the entrypoint, and for what the folder or `inputs` name. */
  readonly importedBy?: string;
  readonly isExecutable?: true;
};

export type ClosureImage = {
  readonly dockerfile: string;
  /** The flow's own, rather than the project's. */
  readonly isOwn: boolean;
  /** Path → blob of the Dockerfile and of what keeps files out of its build. */
  readonly files: ReadonlyMap<string, string>;
  /** Of an own image: what its build takes from the repository, in one map or more. Flows may share maps. */
  readonly copied?: readonly ReadonlyMap<string, ClosureFile>[];
  /** Its build takes the whole repository, or may. */
  readonly takesAll?: true;
};

/** Everything that a flow is made of. */
export type Closure = {
  /** Stands for its files, for where their imports lead, and for the settings that a bundler reads them by. */
  readonly code: string;
  /** What its imports of other people's code lead to, with digests of all that is behind them. Sorted. */
  readonly packages: readonly string[];
  /** Those imports; left out if there are none. */
  readonly uses?: readonly PackageUse[];
  readonly image?: ClosureImage;
  /** By path, sorted. Worked out when asked, and then with what imports what: only flows that are shown need it. */
  readonly files: () => ReadonlyMap<string, ClosureFile>;
};

const longestChain = 12;

/** From what starts the flow to the file: who imports whom. Longer chains are cut in the middle. */
export function importChain(files: ReadonlyMap<string, ClosureFile>, path: string): readonly string[] {
  const chain = [path];
  const seen = new Set(chain);
  for (let above = files.get(path)?.importedBy; above !== undefined; above = files.get(above)?.importedBy) {
    if (seen.has(above)) break;
    seen.add(above);
    chain.unshift(above);
  }
  if (chain.length <= longestChain) return chain;
  return [...chain.slice(0, longestChain / 2), '…', ...chain.slice(-longestChain / 2)];
}

/** What the program of a `command` flow finds outside of its folder, where the repository's folders are kept. */
export function filesBeside({ files, image }: Closure, folder: string): readonly string[] {
  const copied = image?.takesAll === true ? [] : (image?.copied ?? []);
  const all = new Set([...files().keys(), ...copied.flatMap((taken) => [...taken.keys()])]);
  return [...all].filter((path) => !path.startsWith(`${folder}/`)).sort();
}
