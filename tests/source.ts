import { createHash } from 'node:crypto';
import type { SourceTree } from '../src/ports.ts';

export type TestSource = SourceTree & {
  /** How often each file was read. */
  readonly reads: Map<string, number>;
};

export function blobOf(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

export type SourceOptions = {
  readonly commit?: string;
  /** Files of other commits, for `filesAt`. */
  readonly others?: { readonly [commit: string]: { readonly [path: string]: string } };
  readonly isBehind?: SourceTree['isBehind'];
};

/** A commit in memory, with the blob ids that git would give. */
export function sourceOf(
  files: { readonly [path: string]: string },
  options: SourceOptions = {},
): TestSource {
  const reads = new Map<string, number>();
  const blobs = (of: { readonly [path: string]: string }): Map<string, string> =>
    new Map(Object.entries(of).map(([path, text]) => [path, blobOf(text)]));
  return {
    commit: options.commit ?? 'b'.repeat(40),
    isWorkingTree: false,
    reads,
    list: async () =>
      Object.entries(files).map(([path, text]) => ({
        path,
        kind: path.endsWith('.sh') ? 'executable' : 'file',
        blob: blobOf(text),
      })),
    read: async (paths, limitBytes) =>
      paths.map((path) => {
        reads.set(path, (reads.get(path) ?? 0) + 1);
        const text = files[path];
        if (text === undefined) throw new Error(`${path} is not there`);
        const bytes = new TextEncoder().encode(text);
        return bytes.length > limitBytes ? 'too-large' : bytes;
      }),
    filesAt: async (commit) => {
      const other = options.others?.[commit];
      return other === undefined ? undefined : blobs(other);
    },
    readAt: async (commit, paths, limitBytes) => {
      const other = options.others?.[commit] ?? {};
      const text = paths.map((path) => other[path]).find((found) => found !== undefined);
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      return bytes === undefined || bytes.length > limitBytes ? undefined : bytes;
    },
    ...(options.isBehind === undefined ? {} : { isBehind: options.isBehind }),
  };
}
