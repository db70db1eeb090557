import type { JsonObject } from '../core/json.ts';
import type { FileNames } from './file-names.ts';
import { exportedPath } from './package-map.ts';
import type { OwnPackage } from './packages/own-packages.ts';
import type { Packages } from './packages/packages.ts';
import { stringOf } from './read-json.ts';
import { folderOf, joinPath } from './repository-path.ts';
import type { WorkLimit } from './work-limit.ts';

/** A package whose configuration is extended, and the file that extends it. */
export type PackageConfig = { readonly importer: string; readonly name: string };

export type Extended = { readonly files: readonly string[]; readonly packages: readonly PackageConfig[] };

export type ExtendsInput = {
  readonly files: Pick<FileNames, 'has' | 'real'>;
  readonly packages: Pick<Packages, 'provide'>;
  readonly limit: WorkLimit;
};

/** What a configuration extends, from the weakest to the strongest, as esbuild finds it. */
export function extendedBy(input: ExtendsInput, path: string, content: JsonObject): Extended {
  const written = Array.isArray(content['extends']) ? content['extends'] : [content['extends']];
  const texts = written.flatMap((item) => stringOf(item) ?? []);
  const folder = folderOf(path);
  const found = texts.map((text) =>
    /^\.{1,2}(?:\/|$)/.test(text) ? relativeConfig(input, folder, text) : packageConfig(input, path, text),
  );
  return {
    files: found.flatMap(({ files }) => files),
    packages: found.flatMap(({ packages }) => packages),
  };
}

function relativeConfig({ files }: ExtendsInput, folder: string, text: string): Extended {
  // A folder means its configuration only if it is written with nothing but dots.
  const target = joinPath(folder, /^\.{1,2}$/.test(text) ? `${text}/tsconfig.json` : text) ?? '';
  const names = target.endsWith('.json') ? [target] : [target, `${target}.json`];
  return {
    files: names
      .filter((name) => files.has(name))
      .slice(0, 1)
      .map(files.real),
    packages: [],
  };
}

function packageConfig(input: ExtendsInput, path: string, text: string): Extended {
  const name = /^(?:@[^/]*\/)?[^/]+/.exec(text)?.[0];
  if (name === undefined || text.startsWith('/')) return { files: [], packages: [] };
  const { own, isForeign } = input.packages.provide(folderOf(path), name);
  const files = own.flatMap((one) => configOf(input, one, `.${text.slice(name.length)}`));
  return { files, packages: isForeign ? [{ importer: path, name }] : [] };
}

/** By `exports` as `require` would, by the field `tsconfig`, else by its name in the package. */
function configOf({ files, limit }: ExtendsInput, own: OwnPackage, subpath: string): readonly string[] {
  const { exports, tsconfig } = own.content;
  const mapped =
    exports === undefined || exports === null
      ? undefined
      : exportedPath(exports, subpath, { form: 'require', limit });
  const exported = mapped?.kind === 'path' ? joinPath(own.folder, mapped.path.slice(1)) : undefined;
  const base = joinPath(own.folder, stringOf(tsconfig) || subpath) ?? own.folder;
  const names = [exported, `${base}/tsconfig.json`, base, `${base}.json`];
  const found = names.find((name) => name !== undefined && files.has(name));
  return found === undefined ? [] : [files.real(found)];
}
