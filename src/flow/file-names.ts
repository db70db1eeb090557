import type { SourceEntry, SourceTree } from '../ports.ts';
import { folderOf, joinPath } from './repository-path.ts';

/** The names under which the files of a repository are found, symbolic links followed inside of it. */
export type FileNames = {
  has(path: string): boolean;
  /** Without links on the way. */
  real(path: string): string;
  /** Every file by its own name, and every link to a file. */
  readonly all: Iterable<string>;
};

/** As many as Linux follows. */
const mostHops = 40;

/** Where links lead: link → path from the root of the repository; undefined if that is out of it. */
type Links = ReadonlyMap<string, string | undefined>;

export async function fileNames(
  source: Pick<SourceTree, 'readLinks'>,
  entries: readonly SourceEntry[],
): Promise<FileNames> {
  const files = new Set(entries.filter(isRegular).map(({ path }) => path));
  const links = entries.filter(({ kind }) => kind === 'symlink').map(({ path }) => path);
  if (links.length === 0 || source.readLinks === undefined)
    return { has: (path) => files.has(path), real: (path) => path, all: files };
  const targets = await source.readLinks(links);
  const byPath: Links = new Map(
    links.map((path, index) => [path, joinLink(folderOf(path), targets[index] ?? '/')]),
  );
  const real = (path: string): string => followLinks(byPath, path) ?? '';
  const has = (path: string): boolean => files.has(path) || files.has(real(path));
  return { has, real, all: [...files, ...links.filter(has)] };
}

export function isRegular({ kind }: SourceEntry): boolean {
  return kind === 'file' || kind === 'executable';
}

function joinLink(folder: string, target: string): string | undefined {
  return target.startsWith('/') ? undefined : joinPath(folder, target);
}

/** Undefined if it leads out of the repository, or in circles. */
function followLinks(links: Links, path: string): string | undefined {
  let current = path;
  for (let hop = 0; hop < mostHops; hop += 1) {
    const link = firstLink(links, current);
    if (link === undefined) return current;
    const target = links.get(link);
    if (target === undefined) return undefined;
    current = joinPath(target, current.slice(link.length)) ?? '';
  }
  return undefined;
}

function firstLink(links: Links, path: string): string | undefined {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
    if (links.has(path.slice(0, end))) return path.slice(0, end);
  return links.has(path) ? path : undefined;
}
