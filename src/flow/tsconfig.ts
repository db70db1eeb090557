import { canonicalJson, type Json, type JsonObject } from '../core/json.ts';
import type { SourceTree } from '../ports.ts';
import { isObject, readJsonObjects, stringOf } from './read-json.ts';
import { folderOf, joinPath } from './repository-path.ts';

/** What of a `tsconfig.json`, with what it extends, decides where imports lead and what a bundler makes of a file. */
export type Tsconfig = {
  readonly baseUrl?: string;
  /** Pattern → paths from the root of the repository, in the order to try. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  readonly keepsTypeOnlyStatements: boolean;
  /** The settings that change the output of a bundler, as canonical JSON; empty if there are none. */
  readonly output: string;
};

const none: Tsconfig = { paths: new Map(), keepsTypeOnlyStatements: false, output: '' };

/** The options that esbuild takes from a `tsconfig.json`, besides those that only lead imports. */
const outputOptions = [
  'alwaysStrict',
  'emitDecoratorMetadata',
  'experimentalDecorators',
  'importsNotUsedAsValues',
  'jsx',
  'jsxFactory',
  'jsxFragmentFactory',
  'jsxImportSource',
  'preserveValueImports',
  'strict',
  'target',
  'useDefineForClassFields',
  'verbatimModuleSyntax',
];

export type Tsconfigs = {
  /** Reads what the files of these folders need. To be awaited before `of`. */
  prepare(folders: Iterable<string>): Promise<void>;
  of(folder: string): Tsconfig;
};

type Written = { readonly path: string; readonly content: JsonObject };

const longestChain = 16;

/** Stands for the folder of the file that extends, since TypeScript 5.5. */
const leafMark = '$' + '{configDir}';

/** The nearest `tsconfig.json` (or `jsconfig.json`) upwards counts, as editors and bundlers have it. */
export function tsconfigs(source: Pick<SourceTree, 'read'>, files: ReadonlySet<string>): Tsconfigs {
  const byFolder = new Map<string, string | undefined>();
  const byFile = new Map<string, Tsconfig>();
  const nearest = (folder: string): string | undefined => {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const own = ['tsconfig.json', 'jsconfig.json']
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .find((path) => files.has(path));
    const found = own ?? (folder === '' ? undefined : nearest(folderOf(folder)));
    byFolder.set(folder, found);
    return found;
  };
  return {
    async prepare(folders) {
      for (const folder of folders) {
        const path = nearest(folder);
        if (path !== undefined && !byFile.has(path)) byFile.set(path, await load(source, files, path));
      }
    },
    of: (folder) => byFile.get(nearest(folder) ?? '') ?? none,
  };
}

async function load(
  source: Pick<SourceTree, 'read'>,
  files: ReadonlySet<string>,
  leaf: string,
): Promise<Tsconfig> {
  const chain: Written[] = [];
  const waiting = [leaf];
  while (waiting.length > 0 && chain.length < longestChain) {
    const path = waiting.shift() ?? '';
    if (chain.some((written) => written.path === path)) continue;
    const [content] = await readJsonObjects(source, [path]);
    if (content === undefined) continue;
    chain.push({ path, content });
    // Of several, the last one wins; the chain is ordered from the strongest to the weakest.
    waiting.unshift(...extendedBy(path, content, files).reverse());
  }
  return merge(chain, folderOf(leaf));
}

/** Files of the repository only: what a package brings holds options, not paths of ours. */
function extendedBy(path: string, content: JsonObject, files: ReadonlySet<string>): string[] {
  const written = Array.isArray(content['extends']) ? content['extends'] : [content['extends']];
  return written.flatMap((item) => {
    const text = stringOf(item);
    if (text === undefined || !/^\.{0,2}\//.test(text)) return [];
    const target = joinPath(folderOf(path), text);
    if (target === undefined) return [];
    return [target, `${target}.json`, `${target}/tsconfig.json`]
      .filter((name) => files.has(name))
      .slice(0, 1);
  });
}

function merge(chain: readonly Written[], leafFolder: string): Tsconfig {
  const options = (written: Written): JsonObject => {
    const found = written.content['compilerOptions'];
    return isObject(found) ? found : {};
  };
  const holderOf = (key: string): Written | undefined => chain.find((written) => key in options(written));
  const place = (holder: Written, text: string): string | undefined =>
    text.startsWith(leafMark)
      ? joinPath(leafFolder, text.slice(leafMark.length))
      : joinPath(folderOf(holder.path), text);

  const baseHolder = holderOf('baseUrl');
  const baseText = baseHolder === undefined ? undefined : stringOf(options(baseHolder)['baseUrl']);
  const baseUrl =
    baseHolder === undefined || baseText === undefined ? undefined : place(baseHolder, baseText);
  const pathHolder = holderOf('paths');
  const written = pathHolder === undefined ? undefined : options(pathHolder)['paths'];
  const paths = new Map<string, readonly string[]>();
  for (const [pattern, targets] of Object.entries(isObject(written) ? written : {})) {
    if (pathHolder === undefined || !Array.isArray(targets)) continue;
    const texts = targets.filter((target) => typeof target === 'string');
    const isFromBase = baseUrl !== undefined;
    paths.set(
      pattern,
      texts.flatMap((text) => (isFromBase ? joinPath(baseUrl, text) : place(pathHolder, text)) ?? []),
    );
  }
  const effective = outputOptions.flatMap((key): [string, Json][] => {
    const value = chain.map((item) => options(item)[key]).find((item) => item !== undefined);
    return value === undefined ? [] : [[key, value]];
  });
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    paths,
    keepsTypeOnlyStatements: effective.some(
      ([key, value]) => key === 'verbatimModuleSyntax' && value === true,
    ),
    output: effective.length === 0 ? '' : canonicalJson(Object.fromEntries(effective)),
  };
}
