import { isCode } from './imports.ts';
import type { OwnPackage } from './packages/own-packages.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf, isUnder, joinPath } from './repository-path.ts';
import { bestPattern, isBuiltin, mappedTargets, packageTargets, splitSpecifier } from './resolve-package.ts';
import type { Tsconfig } from './tsconfig.ts';

/** Where an import leads. */
export type Resolution =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** Of other people; with files of the repository that it leads back to, or that bear its name. */
  | { readonly kind: 'package'; readonly name: string; readonly paths: readonly string[] }
  /** A module of Node.js, types only, or something that is not loaded from a file. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unresolved'; readonly why: string };

export type Resolver = {
  resolve(importer: string, specifier: string): Resolution;
  /** All files that `import('./steps/*.ts')` may reach, `*` standing for anything. */
  resolveGlob(importer: string, pattern: string): readonly string[];
};

export type ResolverInput = {
  readonly files: ReadonlySet<string>;
  readonly packages: Packages;
  readonly tsconfigOf: (folder: string) => Tsconfig;
};

/** The order in which esbuild tries them, then the rest of what TypeScript knows. */
const extensions = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json', '.mts', '.cts', '.mjs', '.cjs'];
const declarations = ['.d.ts', '.d.mts', '.d.cts'];

/** TypeScript lets people write the name that a file has after compilation. */
const compiled: { readonly [extension: string]: readonly string[] } = {
  js: ['ts', 'tsx', 'd.ts'],
  jsx: ['tsx', 'ts', 'd.ts'],
  mjs: ['mts', 'd.mts'],
  cjs: ['cts', 'd.cts'],
};

const nothing: Resolution = { kind: 'nothing' };

export function resolver(input: ResolverInput): Resolver {
  const cache = new Map<string, Resolution>();
  return {
    resolve(importer, specifier) {
      const folder = folderOf(importer);
      const key = `${folder}\0${specifier}`;
      const known = cache.get(key) ?? resolveFrom(input, folder, specifier);
      cache.set(key, known);
      return known;
    },
    resolveGlob(importer, pattern) {
      const whole = /^\.{1,2}\//.test(pattern) ? joinPath(folderOf(importer), pattern) : undefined;
      if (whole === undefined) return [];
      const pieces = whole.split('*');
      return [...input.files].filter((path) => fits(path, pieces));
    },
  };
}

/** Whether the text is these pieces with anything between them. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

function resolveFrom(input: ResolverInput, folder: string, written: string): Resolution {
  const specifier = written.replace(/[?#](?!$).*$/, (rest) => (written.startsWith('#') ? rest : ''));
  if (/^\.{1,2}(?:\/|$)/.test(specifier)) return resolveRelative(input, folder, specifier);
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier) || specifier === '') return nothing;
  if (specifier.startsWith('/')) {
    return { kind: 'unresolved', why: 'it is an absolute path, which no other machine has' };
  }
  if (specifier.startsWith('#')) return resolveInternal(input, folder, specifier);
  return (
    byTsconfig(input, folder, specifier) ??
    (isBuiltin(specifier) ? nothing : undefined) ??
    byPackage(input, folder, specifier)
  );
}

function resolveRelative(input: ResolverInput, folder: string, specifier: string): Resolution {
  const target = joinPath(folder, specifier);
  if (target === undefined) return { kind: 'unresolved', why: 'it leads out of the repository' };
  return (
    fileAt(input, target, specifier.endsWith('/')) ?? {
      kind: 'unresolved',
      why: 'there is no such file, with or without the usual extensions',
    }
  );
}

/** A file, by its name as written, as compiled, without its extension, or a folder's index. */
function fileAt(input: ResolverInput, target: string, isFolder = false): Resolution | undefined {
  const found = isFolder || target === '' ? undefined : nameOf(input.files, target);
  if (found !== undefined) return isDeclaration(found) ? nothing : { kind: 'files', paths: [found] };
  return mainAt(input, target) ?? indexAt(input.files, target);
}

function isDeclaration(path: string): boolean {
  return path.endsWith('ts') && /\.d\.[cm]?ts$/.test(path);
}

function nameOf(files: ReadonlySet<string>, target: string): string | undefined {
  if (files.has(target)) return target;
  for (const extension of extensions) if (files.has(target + extension)) return target + extension;
  return sourceNames(target).find((name) => files.has(name));
}

function mainAt(input: ResolverInput, target: string): Resolution | undefined {
  if (target === '' || !input.files.has(`${target}/package.json`)) return undefined;
  const own = input.packages.nearest(target);
  return own?.folder === target ? mainOf(input, own) : undefined;
}

function indexAt(files: ReadonlySet<string>, target: string): Resolution | undefined {
  const inside = target === '' ? '' : `${target}/`;
  const index = extensions.map((extension) => `${inside}index${extension}`).find((name) => files.has(name));
  if (index !== undefined) return { kind: 'files', paths: [index] };
  const typed = declarations.flatMap((extension) => [target + extension, `${inside}index${extension}`]);
  return typed.some((name) => files.has(name)) ? nothing : undefined;
}

function sourceNames(target: string): string[] {
  const match = /^(.+)\.([cm]?jsx?)$/.exec(target);
  return match === null
    ? []
    : (compiled[match[2] ?? ''] ?? []).map((extension) => `${match[1]}.${extension}`);
}

function mainOf(input: ResolverInput, own: OwnPackage): Resolution | undefined {
  const paths = ['module', 'main'].flatMap((key) => {
    const field = own.content[key];
    const target = typeof field === 'string' ? joinPath(own.folder, field) : undefined;
    const found = target === undefined || target === own.folder ? undefined : fileAt(input, target);
    return found?.kind === 'files' ? found.paths : [];
  });
  return paths.length === 0 ? undefined : { kind: 'files', paths: [...new Set(paths)] };
}

function byTsconfig(input: ResolverInput, folder: string, specifier: string): Resolution | undefined {
  const { paths, baseUrl } = input.tsconfigOf(folder);
  const pattern = paths.has(specifier)
    ? { pattern: specifier, rest: '' }
    : bestPattern([...paths.keys()], specifier);
  const mapped = pattern === undefined ? [] : (paths.get(pattern.pattern) ?? []);
  const targets = mapped.map((target) => target.replace('*', pattern?.rest ?? ''));
  if (baseUrl !== undefined) targets.push(joinPath(baseUrl, specifier) ?? '');
  for (const target of targets) {
    const found = target === '' ? undefined : fileAt(input, target);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The package that the importing file belongs to, another one of the repository, or one of other people. */
function byPackage(input: ResolverInput, folder: string, specifier: string): Resolution {
  const { name, subpath } = splitSpecifier(specifier);
  const nearest = input.packages.nearest(folder);
  const isSelf = nearest?.content['name'] === name && nearest.content['exports'] !== undefined;
  if (isSelf) return inPackage(input, nearest, packageTargets(nearest.content, subpath));
  const { own, behind, isLinked, isForeign } = input.packages.provide(folder, name);
  const found = own.map((item) => inPackage(input, item, packageTargets(item.content, subpath)));
  const paths = new Set(found.flatMap((item) => (item.kind === 'files' ? item.paths : [])));
  for (const path of behind.flatMap((within) => codeUnder(input.files, within))) paths.add(path);
  // A name alone, and nothing behind it: what is meant is another package of that name.
  if (isForeign || (paths.size === 0 && !isLinked)) return { kind: 'package', name, paths: [...paths] };
  return paths.size > 0 ? { kind: 'files', paths: [...paths] } : (found[0] ?? nothing);
}

function codeUnder(files: ReadonlySet<string>, folder: string): readonly string[] {
  return [...files].filter(
    (path) => isUnder(folder, path) && isCode(path) && !path.includes('node_modules/'),
  );
}

function resolveInternal(input: ResolverInput, folder: string, specifier: string): Resolution {
  const nearest = input.packages.nearest(folder);
  const targets = nearest === undefined ? [] : mappedTargets(nearest.content['imports'], specifier);
  const [first] = targets;
  if (nearest === undefined || first === undefined) {
    return { kind: 'unresolved', why: 'the nearest `package.json` has no such entry in `imports`' };
  }
  if (first.startsWith('.')) return inPackage(input, nearest, targets);
  return isBuiltin(first) ? nothing : byPackage(input, folder, first);
}

/**
 * What a package's own fields lead to. They often name compiled files that are not in git: then any code of the
 * package may be what runs.
 */
function inPackage(input: ResolverInput, own: OwnPackage, targets: readonly string[]): Resolution {
  const paths = targets.flatMap((target) => {
    const place = joinPath(own.folder, target);
    const found = place === undefined ? undefined : fileAt(input, place);
    return found?.kind === 'files' ? found.paths : [];
  });
  if (paths.length > 0) return { kind: 'files', paths: [...new Set(paths)] };
  const all = codeUnder(input.files, own.folder);
  return all.length > 0 && own.folder !== ''
    ? { kind: 'files', paths: all }
    : { kind: 'unresolved', why: 'its `package.json` leads to no file of the repository' };
}
