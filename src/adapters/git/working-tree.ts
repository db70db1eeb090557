import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InputError } from '../../core/problem.ts';
import type { SourceEntry, SourceTree } from '../../ports.ts';
import { failed, git, runGit } from './git-command.ts';
import { filesOfOther, isAncestor, readOther } from './other-commits.ts';
import { blobIdOf, kindOnDisk, readLink, readRegularFile, specialFilesUnder } from './working-files.ts';
import { type IndexedFile, parseIndex } from './working-index.ts';

const listLimitBytes = 256 * 1024 * 1024;
const noCommit = '0'.repeat(40);

/** The files of a checkout as they are on disk: tracked ones, and new ones that are not ignored. */
export async function workingTree({ directory }: { readonly directory: string }): Promise<SourceTree> {
  const located = await locate(directory);
  const { root } = located;
  const checkout = {
    directory: root,
    token: undefined,
    scratchDirectory: join(root, '.headgate', 'scratch'),
  };
  const head = await runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { directory: root });
  const commit = head.code === 0 ? head.stdout.toString().trim() : noCommit;
  let listing: Promise<readonly SourceEntry[]> | undefined;
  const names = new Map<string, Buffer>();
  const list = (): Promise<readonly SourceEntry[]> => {
    listing ??= listDisk({ ...located, names });
    return listing;
  };
  return {
    commit,
    isWorkingTree: true,
    list,
    async read(paths, limitBytes) {
      await list();
      return paths.map((path) => {
        const name = names.get(path);
        const content = name === undefined ? undefined : readRegularFile(root, name, limitBytes);
        return content ?? notRegular(path);
      });
    },
    async readLinks(paths) {
      await list();
      return paths.map((path) => {
        const name = names.get(path);
        return (name === undefined ? undefined : readLink(root, name)) ?? notRegular(path);
      });
    },
    filesAt: (other) => filesOfOther(checkout, other),
    readAt: (other, paths, limitBytes) => readOther(checkout, other, { paths, limitBytes }),
    isBehind: (other) => isAncestor(checkout, commit, other),
  };
}

type Located = {
  readonly root: string;
  readonly algorithm: 'sha1' | 'sha256';
  readonly index: string;
};

async function locate(directory: string): Promise<Located> {
  const args = ['rev-parse', '--show-toplevel', '--show-object-format', '--git-path', 'index'];
  const answer = await runGit(args, { directory });
  if (answer.code !== 0) throw failed(args, answer, directory);
  const [root = '', format, index = ''] = answer.stdout.toString('utf8').trimEnd().split('\n');
  return {
    root,
    algorithm: format === 'sha256' ? 'sha256' : 'sha1',
    index: resolve(directory, index),
  };
}

type Disk = Located & { readonly names: Map<string, Buffer> };

async function listDisk(disk: Disk): Promise<readonly SourceEntry[]> {
  const options = { directory: disk.root, limitBytes: listLimitBytes };
  const [tracked, untracked] = await Promise.all([
    git(['ls-files', '-z', '--stage', '--debug'], options),
    git(['ls-files', '-z', '--others', '--exclude-standard'], options),
  ]);
  const writtenNs = statSync(disk.index, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n;
  const indexed = parseIndex(tracked, writtenNs);
  const entries = new Map<string, SourceEntry>();
  const add = (name: Buffer, known?: IndexedFile): void => {
    const entry = entryOf(disk, name, known);
    if (entry === undefined) return;
    disk.names.set(entry.path, name);
    entries.set(entry.path, entry);
  };
  for (const file of indexed) add(file.name, file);
  for (const name of splitNames(untracked)) add(name);
  for (const name of specialFilesUnder(disk.root, 'flows')) add(name);
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Undefined: deleted on disk, or behind a directory that has become a link. */
function entryOf(disk: Disk, name: Buffer, known: IndexedFile | undefined): SourceEntry | undefined {
  const path = name.toString('utf8');
  if (known?.kind === 'submodule') return { path, kind: 'submodule', blob: known.blob };
  // Git names a repository inside this one by its directory.
  if (path.endsWith('/')) return { path: path.slice(0, -1), kind: 'submodule', blob: '' };
  const found = kindOnDisk(disk.root, name);
  if (found === undefined) return undefined;
  const isUntouched =
    known !== undefined &&
    known.kind === found.kind &&
    known.stamp !== undefined &&
    known.stamp === found.stamp;
  if (isUntouched) return { path, kind: found.kind, blob: known.blob };
  return { path, kind: found.kind, blob: blobIdOf(disk, name, found) };
}

function splitNames(bytes: Buffer): Buffer[] {
  const names: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    names.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return names;
}

function notRegular(path: string): never {
  throw new InputError([
    {
      code: 'E_SOURCE_FILE',
      place: { file: path },
      message: 'There is no regular file of this name on disk that can be read.',
      fix: 'It changed while it was read: run the command again.',
    },
  ]);
}
