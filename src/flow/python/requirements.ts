import type { SourceTree } from '../../ports.ts';
import { folderOf, isUnder, joinPath } from '../repository-path.ts';

/** Files that say which packages a program in Python gets: each counts as a whole, where it is nearest. */
export const pythonLocks: readonly string[] = [
  'requirements.txt',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pylock.toml',
  'Pipfile.lock',
  'pyproject.toml',
];

const limitBytes = 1024 * 1024;

export function isRequirements(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /^(?:requirements|constraints)\b.*\.(?:txt|in)$/.test(name) ||
    /(?:^|\/)requirements\/[^/]+\.txt$/.test(path)
  );
}

/** What a list of requirements names: another list, or a package by its file or folder. */
type Named = { readonly path: string; readonly isList: boolean };

/** What lists of requirements lead to, each from its own files on: others by `-r` and `-c`, and packages of the repository. */
export async function followRequirements(
  source: Pick<SourceTree, 'read'>,
  paths: ReadonlySet<string>,
  starts: readonly (readonly string[])[],
): Promise<readonly ReadonlySet<string>[]> {
  const named = new Map<string, readonly Named[]>();
  let waiting = [...new Set(starts.flat())];
  while (waiting.length > 0) {
    const contents = await source.read(waiting, limitBytes);
    waiting.forEach((path, index) => {
      const content = contents[index];
      named.set(path, content instanceof Uint8Array ? namedBy(path, new TextDecoder().decode(content)) : []);
    });
    const lists = waiting.flatMap((path) => named.get(path) ?? []).filter(({ isList }) => isList);
    waiting = [...new Set(lists.map(({ path }) => path))].filter(
      (path) => paths.has(path) && !named.has(path),
    );
  }
  return starts.map((start) => reachedFrom(start, named, paths));
}

function reachedFrom(
  start: readonly string[],
  named: ReadonlyMap<string, readonly Named[]>,
  paths: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set(start);
  // A set is gone through in the order in which it grows.
  for (const path of reached)
    for (const target of named.get(path) ?? [])
      for (const each of filesAt(paths, target.path)) reached.add(each);
  return reached;
}

/** A file, or all of a folder: a package that is installed from there. */
function filesAt(paths: ReadonlySet<string>, target: string): readonly string[] {
  if (paths.has(target)) return [target];
  return target === '' ? [] : [...paths].filter((path) => isUnder(target, path));
}

/** Paths are relative to the file that names them (pip: "Requirements File Format"). */
function namedBy(path: string, text: string): readonly Named[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/);
  return lines.flatMap((line) => {
    const written = pathOf(line.replace(/(?:^|\s)#.*$/, '').trim());
    const target = written === undefined ? undefined : joinPath(folderOf(path), written.path);
    return written === undefined || target === undefined ? [] : [{ ...written, path: target }];
  });
}

const optionPattern = /^(-r|-c|-e|--requirement|--constraint|--editable)(?:\s*=\s*|\s+|(?=[^-\s]))(.+)$/;

function pathOf(line: string): Named | undefined {
  const [, option, value] = optionPattern.exec(line) ?? [];
  const written = value ?? /@\s*(file:.+)$/.exec(line)?.[1] ?? line;
  const path = written
    .replace(/\s*;.*$/, '')
    .replace(/\s+--.*$/, '')
    .replace(/\[[^\]]*\]$/, '')
    .replace(/^file:(?=[^/])/, '')
    .trim();
  const isNamed =
    option !== undefined ||
    /^\.{1,2}(?:\/|$)/.test(path) ||
    /^[\w./-]+\.(?:whl|zip|tar\.gz)$/.test(path) ||
    written.startsWith('file:');
  // Addresses, places of this machine, and what a variable gives lead out of the repository.
  if (!isNamed || path === '' || /^[a-z+]+:\/\/|^\/|[$]/i.test(path)) return undefined;
  return { path, isList: option !== undefined && !['-e', '--editable'].includes(option) };
}
