import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import type { SourceEntry } from '../../ports.ts';
import { fileStamp } from './working-index.ts';

export type FileOnDisk = {
  readonly kind: SourceEntry['kind'];
  readonly stamp: string;
  readonly size: number;
};

type Root = { readonly root: string; readonly algorithm: 'sha1' | 'sha256' };

const slash = Buffer.from('/');

function placeOf(root: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(root), slash, name]);
}

/** What a name is on disk, by itself and never by what a link points to; undefined if there is nothing. */
export function kindOnDisk(root: string, name: Buffer): FileOnDisk | undefined {
  if (!isBelowRealDirectories(root, name)) return undefined;
  const stats = lstatSync(placeOf(root, name), { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return undefined;
  return { kind: kindOf(stats), stamp: fileStamp(stats), size: Number(stats.size) };
}

function kindOf(stats: BigIntStats): SourceEntry['kind'] {
  if (stats.isSymbolicLink()) return 'symlink';
  if (!stats.isFile()) return 'other';
  return (Number(stats.mode) & 0o100) === 0 ? 'file' : 'executable';
}

/** A directory that became a link would lead out of the repository. */
function isBelowRealDirectories(root: string, name: Buffer): boolean {
  for (let end = name.indexOf(slash); end !== -1; end = name.indexOf(slash, end + 1)) {
    const stats = lstatSync(placeOf(root, name.subarray(0, end)), { throwIfNoEntry: false });
    if (stats === undefined || !stats.isDirectory()) return false;
  }
  return true;
}

/** Undefined if it is no regular file. Opening neither follows a link nor waits for the other end of a pipe. */
export function readRegularFile(
  root: string,
  name: Buffer,
  limitBytes: number,
): Uint8Array | 'too-large' | undefined {
  if (!isBelowRealDirectories(root, name)) return undefined;
  return withFile(placeOf(root, name), (file) => {
    const stats = fstatSync(file);
    if (!stats.isFile()) return undefined;
    if (stats.size > limitBytes) return 'too-large';
    const content = Buffer.alloc(stats.size);
    let length = 0;
    while (length < content.length) {
      const count = readSync(file, content, length, content.length - length, length);
      if (count === 0) break;
      length += count;
    }
    return content.subarray(0, length);
  });
}

/** Undefined if it is no link any more. */
export function readLink(root: string, name: Buffer): string | undefined {
  if (!isBelowRealDirectories(root, name)) return undefined;
  try {
    return readlinkSync(placeOf(root, name), 'utf8');
  } catch {
    return undefined;
  }
}

function withFile<T>(place: Buffer, use: (file: number) => T): T | undefined {
  let file: number;
  try {
    file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

const blockBytes = 1024 * 1024;

/** The id that git would give to the bytes on disk, without its filters. */
export function blobIdOf({ root, algorithm }: Root, name: Buffer, found: FileOnDisk): string {
  const hash = createHash(algorithm);
  if (found.kind === 'symlink') {
    const target = readlinkSync(placeOf(root, name), { encoding: 'buffer' });
    return hash.update(`blob ${target.length}\0`).update(target).digest('hex');
  }
  if (found.kind === 'other') return '';
  hash.update(`blob ${found.size}\0`);
  withFile(placeOf(root, name), (file) => {
    const block = Buffer.allocUnsafe(Math.min(blockBytes, Math.max(found.size, 1)));
    for (let at = 0; at < found.size; ) {
      const count = readSync(file, block, 0, block.length, at);
      if (count === 0) break;
      hash.update(block.subarray(0, count));
      at += count;
    }
  });
  return hash.digest('hex');
}

const deepestSearch = 12;

/** Pipes, sockets and devices, which git does not list: a flow folder must not hold one unnoticed. */
export function specialFilesUnder(root: string, folder: string): readonly Buffer[] {
  const found: Buffer[] = [];
  const visit = (name: Buffer, depth: number): void => {
    for (const entry of entriesOf(placeOf(root, name))) {
      const below = Buffer.concat([name, slash, entry.name]);
      if (entry.isDirectory()) {
        const isForeign = ['node_modules', '.git'].includes(entry.name.toString());
        if (!isForeign && depth < deepestSearch) visit(below, depth + 1);
      } else if (!entry.isFile() && !entry.isSymbolicLink()) found.push(below);
    }
  };
  const stats = lstatSync(placeOf(root, Buffer.from(folder)), { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) visit(Buffer.from(folder), 0);
  return found;
}

function entriesOf(directory: Buffer): Dirent<Buffer>[] {
  try {
    return readdirSync(directory, { withFileTypes: true, encoding: 'buffer' }) as unknown as Dirent<Buffer>[];
  } catch {
    return [];
  }
}
