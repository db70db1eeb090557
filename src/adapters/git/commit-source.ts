import { InputError } from '../../core/problem.ts';
import type { SourceEntry, SourceTree } from '../../ports.ts';
import { failed, runGit } from './git-command.ts';
import { objectReader } from './object-reader.ts';
import { filesOfOther, isAncestor, readOther } from './other-commits.ts';
import { listCommit } from './tree-listing.ts';

export type CommitSourceOptions = {
  readonly directory: string;
  /** Anything that git resolves to a commit, such as an id or `HEAD`. */
  readonly commit: string;
  /** For fetching other commits of a private repository. */
  readonly token?: string;
};

/** The files of a commit, read from git's objects: no checkout, no hook, no filter, no link is followed. */
export async function commitSource({ directory, commit, token }: CommitSourceOptions): Promise<SourceTree> {
  const id = await resolveCommit(directory, commit);
  const reader = objectReader(directory);
  let listing: Promise<readonly SourceEntry[]> | undefined;
  const list = (): Promise<readonly SourceEntry[]> => {
    listing ??= listCommit(directory, id);
    return listing;
  };
  let blobs: ReadonlyMap<string, string> | undefined;
  return {
    commit: id,
    isWorkingTree: false,
    list,
    async read(paths, limitBytes) {
      blobs ??= readableBlobs(await list());
      const ids = paths.map((path) => blobs?.get(path) ?? notAFile(path, id));
      const contents = await reader.read(ids, limitBytes);
      return contents.map((content, index) => content ?? notAFile(paths[index] ?? '', id));
    },
    async readLinks(paths) {
      const blobOf = new Map((await list()).map(({ path, blob }) => [path, blob]));
      const contents = await reader.read(
        paths.map((path) => blobOf.get(path) ?? notAFile(path, id)),
        linkLimitBytes,
      );
      return contents.map((content) =>
        content instanceof Uint8Array ? Buffer.from(content).toString() : '/',
      );
    },
    filesAt: (other) => filesOfOther({ directory, token }, other),
    readAt: (other, paths, limitBytes) => readOther({ directory, token }, other, { paths, limitBytes }),
    isBehind: (other) => isAncestor({ directory, token }, id, other),
  };
}

/** Longer paths are none. */
const linkLimitBytes = 4_096;

async function resolveCommit(directory: string, commit: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`];
  const answer = await runGit(args, { directory });
  if (answer.code === 0) return answer.stdout.toString().trim();
  if (/not a git repository/i.test(answer.stderr)) throw failed(args, answer, directory);
  throw new InputError([
    {
      code: 'E_COMMIT',
      message: `There is no commit ${JSON.stringify(commit.slice(0, 80))} in this repository.`,
      fix: 'Check the commit out first (`actions/checkout` with its `ref`), or name another one.',
    },
  ]);
}

function readableBlobs(entries: readonly SourceEntry[]): ReadonlyMap<string, string> {
  const readable = entries.filter(({ kind }) => kind === 'file' || kind === 'executable');
  return new Map(readable.map(({ path, blob }) => [path, blob]));
}

function notAFile(path: string, commit: string): never {
  throw new InputError([
    {
      code: 'E_SOURCE_FILE',
      place: { file: path },
      message: `Commit ${commit.slice(0, 12)} has no regular file of this name that can be read.`,
    },
  ]);
}
