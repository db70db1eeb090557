import type { ClosureFile } from '../../core/closure.ts';
import type { SourceEntry } from '../../ports.ts';
import { compileGlob } from './glob.ts';
import type { Ignore } from './ignore.ts';
import type { Source } from './sources.ts';

/** Path → file, of what one instruction takes. */
export type Taken = ReadonlyMap<string, ClosureFile>;

/** What a build is sent: the repository without what its `.dockerignore` keeps out. */
export type BuildContext = {
  /** Equal sources give one and the same map, whoever asks. */
  take(source: Source): Taken;
  /** A symbolic link that the source is, or leads through: it may lead anywhere. */
  linkOf(source: Source): string | undefined;
};

export function buildContext(entries: readonly SourceEntry[], ignore: Ignore | undefined): BuildContext {
  const kept = entries
    .filter(({ path, kind }) => kind !== 'other' && ignore?.keepsOut(path) !== true)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const links = new Set(kept.flatMap(({ path, kind }) => (kind === 'symlink' ? [path] : [])));
  const known = new Map<string, Taken>();
  return {
    take(source) {
      const key = `${source.kind}\0${source.path}`;
      const taken = known.get(key) ?? takenFrom(kept, source);
      known.set(key, taken);
      return taken;
    },
    linkOf({ path, kind }) {
      if (kind === 'path') return foldersOf(path).find((folder) => links.has(folder));
      const matches = matcherOf({ path, kind });
      return links.size === 0 ? undefined : [...links].find((link) => foldersOf(link).some(matches));
    },
  };
}

/** The path and every folder above it, but for the top. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function takenFrom(kept: readonly SourceEntry[], source: Pick<Source, 'path' | 'kind'>): Taken {
  const { path, kind } = source;
  if (kind === 'path' && path !== '') return filesOf(rangeOf(kept, path));
  if (path === '') return filesOf(kept);
  const matches = matcherOf(source);
  return filesOf(kept.filter((entry) => foldersOf(entry.path).some(matches)));
}

/** A pattern takes a file, or a folder with everything in it. */
function matcherOf({ path, kind }: Pick<Source, 'path' | 'kind'>): (candidate: string) => boolean {
  const glob = compileGlob(path, { isDeep: kind === 'deep' });
  // Docker refuses the pattern, so that no image comes of it.
  return glob === undefined ? () => false : (candidate) => glob.matches(candidate);
}

/** What lies at a path, in a sorted list: the file, or all below the folder. */
function rangeOf(kept: readonly SourceEntry[], path: string): readonly SourceEntry[] {
  const start = firstAtLeast(kept, path);
  if (kept[start]?.path === path) return kept.slice(start, start + 1);
  // `0` is the character that follows `/`.
  return kept.slice(firstAtLeast(kept, `${path}/`), firstAtLeast(kept, `${path}0`));
}

function firstAtLeast(kept: readonly SourceEntry[], path: string): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a manifest says is deployed, and its text is no part of an image's content. */
const manifestPattern = /^flows\/[^/]+\/flow\.ya?ml$/;

function filesOf(entries: readonly SourceEntry[]): Taken {
  return new Map(
    entries.flatMap(({ path, blob, kind }) => {
      if (manifestPattern.test(path)) return [];
      return [[path, kind === 'executable' ? { blob, isExecutable: true as const } : { blob }] as const];
    }),
  );
}
