import type { JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import type { SourceTree } from '../ports.ts';
import { type CompilerOptions, compilerOptionsIn } from './compiler-options.ts';
import type { FileNames } from './file-names.ts';
import type { Packages } from './packages/packages.ts';
import { isObject, readJsonObjects, stringOf } from './read-json.ts';
import { folderOf, joinPath } from './repository-path.ts';
import { extendedBy, type PackageConfig } from './tsconfig-extends.ts';
import type { WorkLimit } from './work-limit.ts';

/** What of a `tsconfig.json`, with what it extends, decides where imports lead and what a bundler makes of a file. */
export type Tsconfig = {
  readonly options: CompilerOptions;
  readonly baseUrl?: string;
  readonly aliases: readonly Alias[];
  /** It has `paths` itself, so those of what it extends do not count. */
  readonly hasOwnPaths: boolean;
  /** Every file that was read for it, itself first. */
  readonly files: readonly string[];
  /** Configurations in packages of other people, which are not in git: what they say is not known. */
  readonly packages: readonly PackageConfig[];
};

/** An entry of `paths`. `after` is left out where there is no `*`. */
type Alias = { readonly before: string; readonly after?: string; readonly targets: readonly Target[] };

/** Joined only when the `*` is filled in: what stands for it may lead up. */
type Target = { readonly folder: string; readonly text: string };

const none: Tsconfig = { options: {}, aliases: [], hasOwnPaths: false, files: [], packages: [] };

export type Tsconfigs = {
  /** Reads what the files of these folders need. To be awaited before `of`. */
  prepare(folders: Iterable<string>): Promise<void>;
  of(folder: string): Tsconfig;
  readonly problems: readonly Problem[];
};

export type TsconfigInput = {
  readonly source: Pick<SourceTree, 'read'>;
  readonly files: Pick<FileNames, 'has' | 'real'>;
  readonly packages: Pick<Packages, 'prepare' | 'provide'>;
  readonly limit: WorkLimit;
};

type Written = { readonly path: string; readonly content: JsonObject };

/** What people write extends three or four. */
const longestChain = 64;

/** Stands for the folder of the file that is extended, since TypeScript 5.5. */
const leafMark = '$' + '{configDir}';

/** The nearest `tsconfig.json` (or `jsconfig.json`) upwards counts, as editors and bundlers have it. */
export function tsconfigs(input: TsconfigInput): Tsconfigs {
  const { files } = input;
  const byFolder = new Map<string, string | undefined>();
  const byFile = new Map<string, Tsconfig>();
  const nearest = (folder: string): string | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const own = ['tsconfig.json', 'jsconfig.json']
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .find((path) => files.has(path));
    const real = own === undefined ? undefined : files.real(own);
    const found = real ?? (folder === '' ? undefined : nearest(folderOf(folder)));
    byFolder.set(folder, found);
    return found;
  };
  const context = { ...input, known: new Map<string, JsonObject | undefined>(), problems: [] as Problem[] };
  return {
    async prepare(folders) {
      for (const folder of folders) {
        const path = nearest(folder);
        if (path !== undefined && !byFile.has(path)) byFile.set(path, await load(context, path));
      }
    },
    of: (folder) => byFile.get(nearest(folder) ?? '') ?? none,
    problems: context.problems,
  };
}

type Context = TsconfigInput & {
  readonly known: Map<string, JsonObject | undefined>;
  readonly problems: Problem[];
};

async function load(context: Context, leaf: string): Promise<Tsconfig> {
  const chain: Written[] = [];
  const packages: PackageConfig[] = [];
  const waiting = [leaf];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    context.limit.spend(chain.length + 1);
    if (chain.some((written) => written.path === path)) continue;
    if (chain.length === longestChain) {
      context.problems.push(tooLong(leaf));
      break;
    }
    const content = await read(context, path);
    if (content === undefined) continue;
    chain.push({ path, content });
    await context.packages.prepare([folderOf(path)]);
    const extended = extendedBy(context, path, content);
    packages.push(...extended.packages);
    // Of several, the last one wins; the chain is ordered from the strongest to the weakest.
    waiting.unshift(...extended.files.toReversed());
  }
  return merge(chain, packages, folderOf(leaf));
}

async function read(context: Context, path: string): Promise<JsonObject | undefined> {
  if (context.known.has(path)) return context.known.get(path);
  const [content] = await readJsonObjects(context.source, [path]);
  context.known.set(path, content);
  return content;
}

function tooLong(file: string): Problem {
  return {
    code: 'E_TSCONFIG',
    place: { file },
    field: 'extends',
    message: `It extends more than ${longestChain} files, one after the other.`,
    fix: 'Let it extend one that says all.',
  };
}

function merge(chain: readonly Written[], packages: readonly PackageConfig[], leafFolder: string): Tsconfig {
  const options = Object.assign({}, ...chain.toReversed().map(({ content }) => compilerOptionsIn(content)));
  const place = ({ path }: Written, text: string): string | undefined =>
    text.startsWith(leafMark)
      ? joinPath(leafFolder, `./${text.slice(leafMark.length)}`)
      : joinPath(folderOf(path), text);
  const baseHolder = chain.find(({ content }) => stringOf(rawOptions(content)['baseUrl']) !== undefined);
  const baseText = stringOf(rawOptions(baseHolder?.content)['baseUrl']);
  const baseUrl = baseHolder === undefined ? undefined : place(baseHolder, baseText ?? '');
  const holder = chain.find(({ content }) => isObject(rawOptions(content)['paths']));
  const folder = holder === undefined ? undefined : folderOf(holder.path);
  return {
    options,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    aliases: aliasesOf(rawOptions(holder?.content)['paths'], { folder: folder ?? '', baseUrl, leafFolder }),
    hasOwnPaths: holder !== undefined && holder === chain[0],
    files: chain.map(({ path }) => path),
    packages,
  };
}

function rawOptions(content: JsonObject | undefined): JsonObject {
  const found = content?.['compilerOptions'];
  return isObject(found) ? found : {};
}

type Folders = { readonly folder: string; readonly baseUrl: string | undefined; readonly leafFolder: string };

/** In the order in which they are to be tried: the longest text before the `*` first, then the longest after it. */
function aliasesOf(written: unknown, folders: Folders): readonly Alias[] {
  if (!isObject(written)) return [];
  const aliases = Object.entries(written).flatMap(([pattern, targets]): Alias[] => {
    const pieces = pattern.split('*');
    const [before = '', after] = pieces;
    if (pieces.length > 2 || !Array.isArray(targets)) return [];
    const usable = targets.flatMap((text) => (typeof text === 'string' ? targetOf(text, folders) : []));
    return [after === undefined ? { before, targets: usable } : { before, after, targets: usable }];
  });
  return aliases.sort((a, b) => {
    if ((a.after === undefined) !== (b.after === undefined)) return a.after === undefined ? -1 : 1;
    return b.before.length - a.before.length || (b.after ?? '').length - (a.after ?? '').length;
  });
}

/** Without `baseUrl`, TypeScript and esbuild take relative ones only. */
function targetOf(text: string, { folder, baseUrl, leafFolder }: Folders): readonly Target[] {
  if (text.split('*').length > 2 || text.startsWith('/')) return [];
  if (text.startsWith(leafMark)) return [{ folder: leafFolder, text: `./${text.slice(leafMark.length)}` }];
  if (baseUrl !== undefined) return [{ folder: baseUrl, text }];
  return /^\.{1,2}(?:$|[/\\])/.test(text) ? [{ folder, text }] : [];
}

/** Where a name may lead, in the order to try: by the one entry of `paths` that fits best, then from `baseUrl`. */
export function aliasTargets(config: Tsconfig, name: string, limit: WorkLimit): readonly string[] {
  const { aliases, baseUrl } = config;
  if (aliases.length === 0 && baseUrl === undefined) return [];
  limit.spend(aliases.length);
  const alias = aliases.find((one) => fits(one, name));
  const rest =
    alias?.after === undefined ? '' : name.slice(alias.before.length, name.length - alias.after.length);
  const mapped = (alias?.targets ?? []).flatMap(({ folder, text }) => {
    const filled = text.replace('*', () => rest);
    // Only the type checker looks at these.
    return /\.d\.ts$/i.test(filled) ? [] : (joinPath(folder, filled) ?? []);
  });
  const based = baseUrl === undefined || name.startsWith('/') ? undefined : joinPath(baseUrl, name);
  return based === undefined ? mapped : [...mapped, based];
}

function fits({ before, after }: Alias, name: string): boolean {
  if (after === undefined) return name === before;
  return name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
}
