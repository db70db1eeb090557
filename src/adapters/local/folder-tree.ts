import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../../core/problem.ts';
import type { SourceEntry, SourceTree } from '../../ports.ts';
import { readBytes } from './atomic-files.ts';
import { walk } from './build/walk.ts';

/** The files of a plain folder, for where there is no git: an image is built from such a one. */
export function folderTree({ directory }: { readonly directory: string }): SourceTree {
  return {
    commit: '0'.repeat(40),
    isWorkingTree: true,
    async list() {
      const entries: SourceEntry[] = [];
      for (const name of await walk(directory)) entries.push(await entryOf(directory, name));
      return entries;
    },
    async read(paths, limitBytes) {
      const contents: (Uint8Array | 'too-large')[] = [];
      for (const name of paths) contents.push(await contentOf(path.join(directory, name), name, limitBytes));
      return contents;
    },
    filesAt: async () => undefined,
  };
}

async function entryOf(directory: string, name: string): Promise<SourceEntry> {
  const file = path.join(directory, name);
  const stats = await lstat(file);
  if (stats.isSymbolicLink()) return { path: name, kind: 'symlink', blob: '' };
  if (!stats.isFile()) return { path: name, kind: 'other', blob: '' };
  const kind = (stats.mode & 0o111) === 0 ? 'file' : 'executable';
  return { path: name, kind, blob: await blobOf(file, stats) };
}

/** Git's id of a file: SHA-1 over a header and the bytes. */
async function blobOf(file: string, { size }: Stats): Promise<string> {
  const hash = createHash('sha1').update(`blob ${size}\0`);
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function contentOf(file: string, name: string, limitBytes: number): Promise<Uint8Array | 'too-large'> {
  const stats = await lstat(file).catch(() => undefined);
  if (stats?.isFile() !== true) throw notRegular(name);
  if (stats.size > limitBytes) return 'too-large';
  return (await readBytes(file, 0, limitBytes)) ?? new Uint8Array();
}

function notRegular(name: string): InputError {
  const message = 'There is no regular file of this name in the folder.';
  return new InputError([{ code: 'E_SOURCE_FILE', place: { file: name }, message }]);
}
