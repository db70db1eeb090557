import { sha256 } from '../../core/digest.ts';
import type { SourceTree } from '../../ports.ts';
import type { Around } from './hook.ts';

/** Path → text. */
export type Files = { readonly [path: string]: string };

export type MemoryCommit = {
  readonly commit: string;
  readonly files: Files;
  /** Its ancestors, and other commits that can be had, with their files. */
  readonly others?: { readonly [commit: string]: Files };
  readonly isBehind?: (commit: string) => boolean | undefined;
};

/** Equal texts have equal ids and no others do, which is all that Headgate asks of git's. */
export function blobIdOf(text: string): string {
  return sha256(text).slice(0, 40);
}

export function memorySourceTree(
  { commit, files, others = {}, isBehind }: MemoryCommit,
  around: Around,
): SourceTree {
  const blobsOf = (of: Files): ReadonlyMap<string, string> =>
    new Map(Object.entries(of).map(([path, text]) => [path, blobIdOf(text)]));
  const read = (path: string, limitBytes: number): Uint8Array | 'too-large' => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    if (text === undefined) throw new Error(`There is no file ${JSON.stringify(path)}`);
    const bytes = new TextEncoder().encode(text);
    return bytes.length > limitBytes ? 'too-large' : bytes;
  };
  return {
    commit,
    isWorkingTree: false,
    list: () =>
      around('list', () =>
        [...blobsOf(files)].map(([path, blob]) => ({ path, kind: 'file' as const, blob })),
      ),
    read: (paths, limitBytes) => around('read', () => paths.map((path) => read(path, limitBytes))),
    filesAt: (other) =>
      around('filesAt', () => {
        if (other === commit) return blobsOf(files);
        const found = Object.hasOwn(others, other) ? others[other] : undefined;
        return found === undefined ? undefined : blobsOf(found);
      }),
    readAt: (other, paths, limitBytes) =>
      around('readAt', () => {
        const of = other === commit ? files : Object.hasOwn(others, other) ? others[other] : undefined;
        const path = paths.find((name) => of !== undefined && Object.hasOwn(of, name));
        const bytes = path === undefined ? undefined : new TextEncoder().encode(of?.[path]);
        return bytes === undefined || bytes.length > limitBytes ? undefined : bytes;
      }),
    isBehind: (other) => around('isBehind', () => isBehind?.(other)),
  };
}
