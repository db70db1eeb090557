import type { Manifest } from '../../core/flow.ts';
import { folderOf, joinPath } from '../repository-path.ts';
import { isPython } from './modules.ts';
import type { PythonStart } from './reach.ts';

/** They run nothing in production: what they import is no reason to deploy. */
const testPattern = /(?:^|\/)(?:(?:test_[^/]*|[^/]*_test|conftest)\.py$|tests?\/)/;

export type StartRequest = {
  readonly manifest: Manifest;
  /** What the folder and `inputs` name. */
  readonly named: readonly string[];
  readonly paths: { has(path: string): boolean };
  /** The text of the flow's own Dockerfile; empty if it has none. */
  readonly dockerfile: string;
};

/** Where the Python of a flow begins; undefined if it has none. */
export function pythonStart({ manifest, named, paths, dockerfile }: StartRequest): PythonStart | undefined {
  const folder = folderOf(manifest.file);
  const { program, environment } = manifest.workload;
  const argv = program.kind === 'command' ? program.argv : [];
  const words = argv.flatMap((argument) => argument.split(/[\s;&|"'()]+/));
  const called = words.flatMap((word) => calledFile(paths, folder, word));
  const modules = words.flatMap((word, index) => (words[index - 1] === '-m' ? [word] : []));
  const own = named.filter((path) => isPython(path) && !testPattern.test(path.slice(folder.length)));
  const files = [...new Set([...called, ...own])];
  if (files.length === 0 && !modules.some((module) => /^[\w.]+$/.test(module))) return undefined;
  const searched = (environment['PYTHONPATH'] ?? '').split(':').flatMap((entry) => {
    const found = entry === '' || entry.startsWith('/') ? undefined : joinPath(folder, entry);
    return found === undefined ? [] : [found];
  });
  return {
    files,
    modules: modules.filter((module) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(module)),
    roots: [...new Set([folder, `${folder}/src`, ...called.map(folderOf), ...searched, '', 'src'])],
    searchesElsewhere: environment['PYTHONPATH'] !== undefined || /PYTHONPATH|\.pth\b/.test(dockerfile),
  };
}

/** A file that a word of the command names, from the flow's folder, where it starts. */
function calledFile(paths: { has(path: string): boolean }, folder: string, word: string): readonly string[] {
  const path = word === '' || word.startsWith('/') ? undefined : joinPath(folder, word);
  return path !== undefined && paths.has(path) ? [path] : [];
}
