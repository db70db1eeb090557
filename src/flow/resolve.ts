import { isBuiltin } from './builtin-modules.ts';
import type { FileNames } from './file-names.ts';
import { type GlobMatcher, globMatcher } from './glob-imports.ts';
import { type GlobPart, type ImportForm, isCode } from './imports.ts';
import {
  isDeclared,
  isInsideNodeModules,
  type Loaded,
  type LoadOptions,
  loadFileOrFolder,
  loadFolder,
  loadSource,
} from './load-file.ts';
import { exportedPath, internalPath, type Mapped } from './package-map.ts';
import type { OwnPackage } from './packages/own-packages.ts';
import type { Packages } from './packages/packages.ts';
import { folderOf, foldersUp, joinPath } from './repository-path.ts';
import { aliasTargets, type Tsconfig } from './tsconfig.ts';
import type { WorkLimit } from './work-limit.ts';

/** Where an import leads. */
export type Resolution = {
  /** Files of the repository, one of which is loaded; several where it cannot be told which. */
  readonly paths: readonly string[];
  /** Files that may play a part: what is loaded is made from them by something that is not looked into. */
  readonly unsure: readonly string[];
  /** A package of other people that it is, or may be, asked for from this folder. */
  readonly package?: { readonly folder: string; readonly name: string };
  /** The folder of the package that asks for itself by its own name. */
  readonly self?: string;
  /** Why it leads nowhere. */
  readonly why?: string;
};

/** A file as a pattern names it, and where links lead from there. */
export type Matched = { readonly path: string; readonly real: string };

export type Asking = { readonly importer: string; readonly specifier: string; readonly form: ImportForm };

export type Resolver = {
  resolve(asking: Asking): Resolution;
  /** All files that an expression may name; undefined if its folder is not in the repository. */
  resolveGlob(importer: string, parts: readonly GlobPart[]): readonly Matched[] | undefined;
};

export type ResolverInput = {
  readonly files: FileNames;
  readonly packages: Pick<Packages, 'nearest' | 'provide' | 'used'>;
  readonly tsconfigOf: (folder: string) => Tsconfig;
  readonly limit: WorkLimit;
};

const nothing: Resolution = { paths: [], unsure: [] };

function nowhere(why: string): Resolution {
  return { paths: [], unsure: [], why };
}

type Context = ResolverInput & { readonly globs: GlobMatcher };

/**
 * Finds what esbuild would find, by `internal/resolver/resolver.go` of its release 0.28.2. Where that depends on what is
 * not in git (the packages that are installed, the files that a build makes), everything that it may find is the answer.
 */
export function resolver(input: ResolverInput): Resolver {
  const context = { ...input, globs: globMatcher(input.files, input.limit) };
  const cache = new Map<string, Resolution>();
  return {
    resolve({ importer, specifier, form }) {
      const folder = folderOf(importer);
      const key = `${form}\0${folder}\0${specifier}`;
      const known =
        cache.get(key) ?? withoutLinks(input.files, resolveFrom(context, { folder, specifier, form }));
      cache.set(key, known);
      return known;
    },
    resolveGlob: (importer, parts) =>
      context.globs.match(folderOf(importer), parts)?.map((path) => ({ path, real: input.files.real(path) })),
  };
}

/** A bundler knows a file by its own name, however it was found. */
function withoutLinks({ real }: FileNames, found: Resolution): Resolution {
  return { ...found, paths: found.paths.map(real), unsure: found.unsure.map(real) };
}

type Request = { readonly folder: string; readonly specifier: string; readonly form: ImportForm };

function resolveFrom(context: Context, request: Request): Resolution {
  const { specifier } = request;
  if (/^(?:https?:)?\/\//.test(specifier) || /^data:/i.test(specifier) || specifier === '') return nothing;
  if (isBuiltin(specifier)) return nothing;
  const found = resolveWhole(context, request);
  // Only a name that leads nowhere as it is has a query or a fragment.
  const end = specifier.slice(1).search(/[?#]/) + 1;
  if (found.why === undefined || end === 0) return found;
  const bare = resolveWhole(context, { ...request, specifier: specifier.slice(0, end) });
  return bare.why === undefined ? bare : found;
}

function resolveWhole(context: Context, request: Request): Resolution {
  const { specifier, folder, form } = request;
  if (specifier.includes('*'))
    return nowhere('it has a wildcard, which is only looked for in what is computed');
  if (specifier.startsWith('/')) {
    const found = byAlias(context, request);
    return found ?? nowhere('it is an absolute path, which no other machine has');
  }
  const isRelative = /^\.{1,2}(?:\/|$)/.test(specifier);
  const isFromStyle = form === 'style' && !isRelative;
  const loaded = isRelative || isFromStyle ? loadRelative(context, request) : undefined;
  if (loaded !== undefined) return loaded;
  if (!isRelative) return resolveName(context, request);
  const target = joinPath(folder, specifier);
  if (target === undefined) return nowhere('it leads out of the repository');
  if (isDeclared(context.files, target)) return nothing;
  return nowhere('there is no such file, with or without the usual extensions');
}

function loadRelative(context: Context, { folder, specifier, form }: Request): Resolution | undefined {
  const target = joinPath(folder, specifier);
  if (target === undefined) return undefined;
  const options = { form, isInPackage: isInsideNodeModules(target) };
  // Node.js takes a path that ends like this for a folder, even where a file has its name.
  const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
  const load = isFolder ? loadFolder : loadFileOrFolder;
  return answer(context, load(context, target, options)) ?? installed(context, target, form);
}

/** A path into `node_modules` is not in git: it is a part of the package that is installed there. */
function installed(context: Context, target: string, form: ImportForm): Resolution | undefined {
  const match = /^(?:(.*)\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(.*)$/s.exec(target);
  if (match === null) return undefined;
  const [, folder = '', name = '', rest = ''] = match;
  return elsewhere(context, { folder, form, specifier: name }, { name, subpath: `.${rest}` });
}

/** Files as they are; where a package has to be built first, all of its files with them. */
function answer(context: Context, loaded: Loaded | undefined): Resolution | undefined {
  if (loaded === undefined) return undefined;
  const unsure = loaded.unbuilt === undefined ? [] : filesOfPackage(context, loaded.unbuilt);
  if (loaded.paths.length === 0 && unsure.length === 0) return undefined;
  return { paths: loaded.paths, unsure };
}

/** Not of the whole repository: what its root builds is not named by a package's fields. */
function filesOfPackage({ globs }: Context, folder: string): readonly string[] {
  return folder === '' ? [] : globs.under(folder).filter((path) => !path.includes('/node_modules/'));
}

/** By `paths` and `baseUrl` of the nearest `tsconfig.json`. */
function byAlias(context: Context, { folder, specifier, form }: Request): Resolution | undefined {
  if (isInsideNodeModules(folder)) return undefined;
  const config = context.tsconfigOf(folder);
  for (const target of aliasTargets(config, specifier, context.limit)) {
    const options = { form, isInPackage: isInsideNodeModules(target) };
    const found =
      answer(context, loadFileOrFolder(context, target, options)) ?? installed(context, target, form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A name, in the order of esbuild: aliases, names that begin with `#`, the own package, other packages. */
function resolveName(context: Context, request: Request, mayBeInternal = true): Resolution {
  const { folder, specifier, form } = request;
  const alias = byAlias(context, request);
  if (alias !== undefined) return alias;
  const nearest = context.packages.nearest(folder);
  const imports = nearest?.content['imports'];
  if (mayBeInternal && specifier.startsWith('#') && nearest !== undefined && isSet(imports)) {
    const mapped = internalPath(imports, specifier, { form, limit: context.limit });
    return resolveInternal(context, { request, mapped, own: nearest });
  }
  const unknown = byUnknownAlias(context, folder, specifier);
  const name = packageNameOf(specifier);
  if (name === undefined) return unknown ?? nowhere('it is no name of a package');
  const subpath = `.${specifier.slice(name.length)}`;
  if (nearest?.content['name'] === name && isSet(nearest.content['exports'])) {
    const own = inPackage(context, nearest, { form, subpath });
    if (own !== undefined) return { ...own, self: nearest.folder };
    return nowhere(`\`exports\` of its own \`package.json\` leads to no file`);
  }
  const found = elsewhere(context, request, { name, subpath });
  return unknown === undefined ? found : { ...found, unsure: [...found.unsure, ...unknown.unsure] };
}

/** `paths` of a configuration that is not in git may lead to any file that is called like the last part of the name. */
function byUnknownAlias(
  { tsconfigOf, globs }: Context,
  folder: string,
  specifier: string,
): Resolution | undefined {
  const { packages, hasOwnPaths } = tsconfigOf(folder);
  if (packages.length === 0 || hasOwnPaths) return undefined;
  const last = specifier.slice(specifier.lastIndexOf('/') + 1).replace(/^[^\p{ID_Continue}]+/u, '');
  return { paths: [], unsure: last === '' ? [] : globs.called(last) };
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

type Internal = { readonly request: Request; readonly mapped: Mapped; readonly own: OwnPackage };

function resolveInternal(context: Context, { request, mapped, own }: Internal): Resolution {
  if (mapped.kind === 'name') {
    if (isBuiltin(mapped.name)) return nothing;
    return resolveName(context, { ...request, folder: own.folder, specifier: mapped.name }, false);
  }
  if (mapped.kind === 'nothing') return nowhere('the nearest `package.json` has no such entry in `imports`');
  const found = mappedFile(context, own, { mapped, options: { form: request.form, isInPackage: false } });
  return found ?? nowhere('the entry of `imports` in the nearest `package.json` names no file');
}

type MappedPath = { readonly mapped: Mapped & { kind: 'path' }; readonly options: LoadOptions };

function mappedFile(
  context: Context,
  own: OwnPackage,
  { mapped, options }: MappedPath,
): Resolution | undefined {
  const target = joinPath(own.folder, mapped.path.slice(1)) ?? '';
  if (!mapped.isExact) {
    const found = answer(context, loadFileOrFolder(context, target, options));
    if (found !== undefined) return found;
  }
  const file = context.files.has(target) ? target : loadSource(context.files, target);
  if (file !== undefined) return { paths: [file], unsure: [] };
  return answer(context, { paths: [], unbuilt: own.folder });
}

type InPackage = { readonly form: ImportForm; readonly subpath: string };

/** What an own package gives for a part of it; undefined if its `exports` do not give it. */
function inPackage(context: Context, own: OwnPackage, { form, subpath }: InPackage): Resolution | undefined {
  const options = { form, isInPackage: true };
  const { exports } = own.content;
  if (isSet(exports)) {
    const mapped = exportedPath(exports, subpath, { form, limit: context.limit });
    return mapped.kind === 'path' ? mappedFile(context, own, { mapped, options }) : undefined;
  }
  const target = joinPath(own.folder, subpath) ?? '';
  const load = subpath === '.' ? loadFolder : loadFileOrFolder;
  const found = answer(context, load(context, target, options));
  if (found !== undefined) return found;
  // Nothing says what a build would make, so it takes code to make anything of.
  const files = filesOfPackage(context, own.folder);
  return files.some(isCode) ? { paths: [], unsure: files } : undefined;
}

type Named = { readonly name: string; readonly subpath: string };

/** Another package of the repository, one of other people, or either: only what is installed says which. */
function elsewhere(
  context: Context,
  { folder, form, specifier }: Request,
  { name, subpath }: Named,
): Resolution {
  const { own, behind, isLinked, isForeign } = context.packages.provide(folder, name);
  // `bun:sqlite` and the like are modules of another runtime.
  if (own.length === 0 && /^[a-z][a-z0-9+.-]*:/i.test(specifier)) return nothing;
  const found = own.flatMap((one) => inPackage(context, one, { form, subpath }) ?? []);
  const unsure = [
    ...found.flatMap((one) => one.unsure),
    ...behind.flatMap((one) => filesOfPackage(context, one)),
    ...committedPackage(context, folder, name),
  ];
  const base = { paths: [...new Set(found.flatMap((one) => one.paths))], unsure: [...new Set(unsure)] };
  // A name alone, and nothing behind it: what is meant is another package of that name.
  const isNothing = base.paths.length === 0 && base.unsure.length === 0;
  if (isForeign || (isNothing && !isLinked)) return { ...base, package: { folder, name } };
  return isNothing ? nowhere('the package of that name in the repository has no such file') : base;
}

/** Somebody committed `node_modules`. What a lock file knows is installed over it; of the rest, all files count. */
function committedPackage(
  { globs, files, packages }: Context,
  folder: string,
  name: string,
): readonly string[] {
  for (const above of foldersUp(folder)) {
    const place = joinPath(above, `node_modules/${name}`) ?? '';
    if (!files.has(`${place}/package.json`)) continue;
    const importer = joinPath(folder, 'package.json') ?? '';
    const isLocked = packages.used([{ importer, name, isCertain: false }]).length > 0;
    return isLocked ? [] : globs.under(place);
  }
  return [];
}

/** `@scope/name/part` → `@scope/name`. */
export function packageNameOf(specifier: string): string | undefined {
  const name = /^(?:@[^/]*\/)?[^/]*/.exec(specifier)?.[0] ?? '';
  const isName = name !== '' && !/^\.|^@[^/]*$|[\\%]/.test(name);
  return isName ? name : undefined;
}
