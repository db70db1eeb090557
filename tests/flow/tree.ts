import type { SourceEntry, SourceTree } from '../../src/ports.ts';

export type TreeFile = string | Uint8Array | { readonly kind: SourceEntry['kind'] };

/** A tree of files in memory: path → text, bytes, or what stands there instead of a file. */
export function treeOf(files: { readonly [path: string]: TreeFile }): SourceTree {
  const contents = new Map(Object.entries(files));
  return {
    commit: '0'.repeat(40),
    isWorkingTree: false,
    list: async () =>
      [...contents].map(([path, file]) => ({
        path,
        kind: typeof file === 'object' && 'kind' in file ? file.kind : 'file',
        blob: '0'.repeat(40),
      })),
    read: async (paths, limitBytes) =>
      paths.map((path) => {
        const file = contents.get(path);
        if (typeof file === 'object' && 'kind' in file) throw new Error(`${path} was opened`);
        const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : (file ?? new Uint8Array());
        return bytes.length > limitBytes ? 'too-large' : bytes;
      }),
    filesAt: async () => undefined,
  };
}
