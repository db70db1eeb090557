import type { FileNames } from './file-names.ts';
import type { GlobPart } from './imports.ts';
import { isUnder, joinPath } from './repository-path.ts';
import type { WorkLimit } from './work-limit.ts';

export type GlobMatcher = {
  /** Every file that a pattern may name from a folder; undefined if there is nothing where it begins. */
  match(folder: string, parts: readonly GlobPart[]): readonly string[] | undefined;
  /** Every file below a folder, sorted. */
  under(folder: string): readonly string[];
  /** Every file of this name without its extension, and every index of a folder of this name. */
  called(name: string): readonly string[];
};

export function globMatcher(files: FileNames, limit: WorkLimit): GlobMatcher {
  let sorted: readonly string[] | undefined;
  const folders = new Map<string, readonly string[]>();
  const under = (folder: string): readonly string[] => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    sorted ??= [...files.all].sort();
    const found = slice(sorted, folder);
    limit.spend(found.length);
    folders.set(folder, found);
    return found;
  };
  const matches = new Map<string, readonly string[] | undefined>();
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    under,
    called(name) {
      byName ??= filesByName(files.all);
      return byName.get(name.replace(/\.[^.]*$/, '')) ?? [];
    },
    match(folder, parts) {
      const key = `${folder}\0${JSON.stringify(parts)}`;
      if (!matches.has(key)) matches.set(key, matchIn({ folder, parts, under, limit, real: files.real }));
      const found = matches.get(key);
      limit.spend(found?.length ?? 0);
      return found;
    },
  };
}

function filesByName(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = /([^/.]+)(?:\/index)?\.[^/]*$/.exec(path)?.[1];
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [path]);
    else same.push(path);
  }
  return byName;
}

function slice(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  const start = lowest(sorted, `${folder}/`);
  // `0` follows `/`.
  return sorted.slice(start, lowest(sorted, `${folder}0`)).filter((path) => isUnder(folder, path));
}

/** The first place whose text is not before this one. */
function lowest(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Matching = {
  readonly folder: string;
  readonly parts: readonly GlobPart[];
  readonly under: (folder: string) => readonly string[];
  readonly limit: WorkLimit;
  readonly real: (path: string) => string;
};

/** The folders that are written out are walked; what follows is compared with each name below, as it would be written. */
function matchIn({ folder, parts, under, limit, real }: Matching): readonly string[] | undefined {
  const [first, ...rest] = parts;
  if (typeof first !== 'object') return undefined;
  const written = first.text.slice(0, first.text.lastIndexOf('/') + 1);
  const named = joinPath(folder, written);
  if (named === undefined) return undefined;
  // Links are followed up to where the unknown begins, and not below.
  const base = real(named);
  const files = under(base);
  if (files.length === 0) return undefined;
  const pattern = [{ text: first.text.slice(written.length) }, ...rest];
  const skipped = base === '' ? 0 : base.length + 1;
  return files.filter((path) => {
    limit.spend(pattern.length + 1);
    return matchesPattern(path.slice(skipped), pattern, limit);
  });
}

/** By sets of places that each part may end at: in time of length times parts, whatever the pattern. */
function matchesPattern(text: string, parts: readonly GlobPart[], limit: WorkLimit): boolean {
  let ends = new Set([0]);
  let isAfterFolders = false;
  for (const part of parts) {
    // A slash that follows any folders belongs to them.
    const plain = typeof part === 'object' && isAfterFolders ? { text: part.text.replace(/^\//, '') } : part;
    ends = step(text, ends, plain);
    limit.spend(ends.size);
    if (ends.size === 0) return false;
    isAfterFolders = part === 'folders';
  }
  return ends.has(text.length);
}

function step(text: string, starts: ReadonlySet<number>, part: GlobPart): Set<number> {
  const ends = new Set<number>();
  if (typeof part === 'object') {
    for (const start of starts) if (text.startsWith(part.text, start)) ends.add(start + part.text.length);
    return ends;
  }
  const first = Math.min(...starts);
  let isOpen = false;
  for (let at = first; at <= text.length; at += 1) {
    if (starts.has(at)) isOpen = true;
    if (isOpen && (part === 'segment' || starts.has(at) || text[at - 1] === '/' || at === text.length))
      ends.add(at);
    if (part === 'segment' && text[at] === '/') isOpen = false;
  }
  return ends;
}
