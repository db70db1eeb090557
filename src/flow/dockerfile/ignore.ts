import { compileGlob, type Glob } from './glob.ts';

/** Whether a `.dockerignore` keeps a path out of the build context. */
export type Ignore = { keepsOut(path: string): boolean };

type Pattern = { readonly isException: boolean; readonly glob: Glob };

/** As moby reads them: patternmatcher/ignorefile and `MatchesUsingParentResults`. */
export function readIgnore(text: string): Ignore {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap(patternOf);
  const folders = new Map<string, readonly boolean[]>([['', patterns.map(() => false)]]);
  const hitsOf = (path: string): readonly boolean[] => {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const above = folders.get(folder) ?? hitsOf(folder);
    folders.set(folder, above);
    return judge(patterns, path, above);
  };
  return {
    keepsOut: (path) => {
      const last = hitsOf(path).lastIndexOf(true);
      return last !== -1 && patterns[last]?.isException === false;
    },
  };
}

function patternOf(line: string): readonly Pattern[] {
  const written = line.trim();
  if (written === '' || line.startsWith('#')) return [];
  const isException = written.startsWith('!');
  const cleaned = cleanPath(isException ? written.slice(1).trim() : written).replace(/^\/(?=.)/, '');
  if (cleaned === '') return [];
  // Docker refuses such a file; here nothing is kept out by what nobody can read.
  const glob = compileGlob(cleaned, { isDeep: true }) ?? { matches: () => isException };
  return [{ isException, glob }];
}

/**
 * Which patterns match a path, or a folder above it. One is only asked where it would change what those before it say,
 * as moby does: so a folder that an exception did not have to bring back is not brought back below it either.
 */
function judge(patterns: readonly Pattern[], path: string, above: readonly boolean[]): readonly boolean[] {
  let isOut = false;
  return patterns.map(({ isException, glob }, index) => {
    const isHit = above[index] === true || (isException === isOut && glob.matches(path));
    if (isHit) isOut = !isException;
    return isHit;
  });
}

/** `filepath.Clean`: without `.`, `..` and repeated slashes, as far as they can be taken away. */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isRooted) kept.push('..');
  }
  const joined = kept.join('/');
  return isRooted ? `/${joined}` : joined === '' ? '.' : joined;
}
