import type { SourceTree } from '../ports.ts';

/** The files of a commit, for the lines that stack traces name; undefined if they cannot be had. */
export type SourceFilesOf = (commit: string) => Promise<ReadonlySet<string> | undefined>;

/** A commit that the checkout does not have is fetched; runs of older ones are reported without. */
const mostCommits = 3;

/** Asks for each commit once. That it cannot be had only costs an annotation. */
export function sourceFilesOf(source: SourceTree): SourceFilesOf {
  const known = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  return (commit) => {
    const asked = known.get(commit);
    if (asked !== undefined) return asked;
    if (known.size >= mostCommits) return Promise.resolve(undefined);
    const files = read(source, commit).catch(() => undefined);
    known.set(commit, files);
    return files;
  };
}

async function read(source: SourceTree, commit: string): Promise<ReadonlySet<string> | undefined> {
  if (commit === source.commit) return new Set((await source.list()).map(({ path }) => path));
  const files = await source.filesAt(commit);
  return files === undefined ? undefined : new Set(files.keys());
}
