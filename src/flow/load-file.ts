import type { FileNames } from './file-names.ts';
import type { ImportForm } from './imports.ts';
import type { OwnPackage } from './packages/own-packages.ts';
import type { Packages } from './packages/packages.ts';
import { stringOf } from './read-json.ts';
import { joinPath } from './repository-path.ts';

/** What a path leads to, once it is looked for with extensions, in folders and by their `package.json`. */
export type Loaded = {
  /** One of these; several where it depends on who else asks. In the order of their right. */
  readonly paths: readonly string[];
  /** The folder of a package whose own fields name files that are not in git: any of its files may play a part. */
  readonly unbuilt?: string;
};

export type LoadInput = {
  readonly files: Names;
  readonly packages: Pick<Packages, 'nearest'>;
};

type Names = Pick<FileNames, 'has' | 'real'>;

export type LoadOptions = { readonly form: ImportForm; readonly isInPackage: boolean };

/** The order in which esbuild tries them. */
const extensions = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json'];
/** In `node_modules`, even through a link, what was compiled comes before its source. */
const packageExtensions = ['.jsx', '.js', '.tsx', '.ts', '.css', '.json'];
const styleExtensions = ['.css'];

/** TypeScript lets people write the name that a file has after compilation. */
const sources: { readonly [extension: string]: readonly string[] } = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

function orderOf({ form, isInPackage }: LoadOptions): readonly string[] {
  if (form === 'style') return styleExtensions;
  return isInPackage ? packageExtensions : extensions;
}

export function loadFileOrFolder(input: LoadInput, target: string, options: LoadOptions): Loaded | undefined {
  const file = loadFile(input.files, target, orderOf(options));
  return file === undefined ? loadFolder(input, target, options) : { paths: [file] };
}

/** A file by its name as written, with an extension, or as it was before compilation. */
function loadFile(files: Names, target: string, order: readonly string[]): string | undefined {
  if (files.has(target)) return target;
  if (target === '') return undefined;
  for (const extension of order) if (files.has(target + extension)) return target + extension;
  return loadSource(files, target);
}

export function loadSource(files: Names, target: string): string | undefined {
  const dot = target.lastIndexOf('.');
  if (dot <= target.lastIndexOf('/')) return undefined;
  for (const extension of sources[target.slice(dot)] ?? [])
    if (files.has(target.slice(0, dot) + extension)) return target.slice(0, dot) + extension;
  return undefined;
}

export function loadFolder(input: LoadInput, folder: string, options: LoadOptions): Loaded | undefined {
  const order = orderOf(options);
  const index = loadIndex(input.files, folder, order);
  const place = input.files.real(folder);
  const own = input.packages.nearest(place);
  const main = own?.folder === place ? loadMain(input, own, { ...options, order, index }) : undefined;
  return main ?? (index === undefined ? undefined : { paths: [index] });
}

function loadIndex(files: Names, folder: string, order: readonly string[]): string | undefined {
  const inside = folder === '' ? 'index' : `${folder}/index`;
  for (const extension of order) if (files.has(inside + extension)) return inside + extension;
  return undefined;
}

type MainOptions = LoadOptions & {
  readonly order: readonly string[];
  /** What the folder has without any field. */
  readonly index: string | undefined;
};

/** `main` before `module`, as esbuild has it for Node.js; `require` never gets `module` where there is another file. */
function loadMain(
  { files }: LoadInput,
  { folder, content }: OwnPackage,
  { form, order, index }: MainOptions,
): Loaded | undefined {
  const load = (field: string): string | undefined => {
    const target = joinPath(folder, field);
    return target === undefined
      ? undefined
      : (loadFile(files, target, order) ?? loadIndex(files, target, order));
  };
  const [main, module] = ['main', 'module'].map((key) => stringOf(content[key]) || undefined);
  const byMain = main === undefined ? undefined : load(main);
  if (byMain !== undefined) return { paths: [byMain] };
  const byModule = module === undefined ? undefined : load(module);
  const fallback = main === undefined ? index : undefined;
  const found = byModule === undefined ? index : form === 'require' ? (fallback ?? byModule) : byModule;
  const others = byModule !== undefined && found === byModule && fallback !== undefined ? [fallback] : [];
  const paths = found === undefined ? [] : [found, ...others];
  // A field that leads nowhere names what a build makes.
  const isBuilt = main !== undefined || (module !== undefined && byModule === undefined);
  if (isBuilt) return { paths, unbuilt: folder };
  return paths.length === 0 ? undefined : { paths };
}

const declarations = ['.d.ts', '.d.mts', '.d.cts'];

/** Whether there are types for a path and no program: nothing of it is loaded, and nobody misses it. */
export function isDeclared(files: Names, target: string): boolean {
  const base = target.replace(/\.[cm]?jsx?$/, '');
  const inside = target === '' ? 'index' : `${target}/index`;
  return declarations.some(
    (extension) =>
      files.has(target + extension) || files.has(base + extension) || files.has(inside + extension),
  );
}

/** esbuild tells this by the name of any folder on the way. */
export function isInsideNodeModules(path: string): boolean {
  return /(?:^|\/)node_modules(?:\/|$)/.test(path);
}
