import path from 'node:path';
import type { Draft, LockFormat, Pack } from './draft.ts';

export const importerExtensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;
export type ImporterExtension = (typeof importerExtensions)[number];

export const targetExtensions = [...importerExtensions, '.json'] as const;
export type TargetExtension = (typeof targetExtensions)[number];

/** Where a route is to be laid. */
export type Scene = {
  readonly draft: Draft;
  /** The file that asks. */
  readonly importer: string;
  readonly extension: TargetExtension;
};

/** A change that only makes sense for one route. */
export type Change = (draft: Draft) => void;

/** What makes the image of the flow that is looked at. */
export type Image = {
  readonly dockerfile: string;
  /** Whether a file of the repository ends in the image by the Dockerfile. */
  readonly isCopied: (path: string) => boolean;
  /** Whether nobody can say without building it, so that "changed" is right. */
  readonly isUncertain?: (path: string) => boolean;
};

/** What lies at the end of a route. */
export type Laid = {
  /** What the importer has to ask for. */
  readonly to: string;
  /** The file in git that holds the value, if one does. */
  readonly target?: string;
  /** Where the package of the registry lies that holds it, if one does. */
  readonly pack?: string;
  /** Between the importer and the target lies other code. */
  readonly isIndirect?: true;
  /** The importer's whole code, where asking is not done by an import. */
  readonly code?: string;
  /** The flow's manifest, where it is another one. */
  readonly flow?: string;
  readonly image?: Image;
  readonly changes?: { readonly [kind: string]: Change };
};

export type Route = {
  readonly name: string;
  /** Other values than the defaults that it needs. */
  readonly needs?: {
    readonly importer?: ImporterExtension;
    readonly target?: TargetExtension;
    readonly form?: string;
    readonly lock?: LockFormat;
  };
  /** Undefined where these extensions or this lock file do not go with it. */
  readonly lay: (scene: Scene) => Laid | undefined;
};

export const first = 'one';
export const second = 'two';

/** A module of the repository that holds a value. */
export function moduleText(extension: string, value = first): string {
  if (extension === '.json') return `{ "value": "${value}", "default": "${value}" }\n`;
  if (extension === '.cjs')
    return `exports.value = '${value}';\nexports.default = exports.value;\nglobalThis.seen = exports.value;\n`;
  const isTyped = isTypedExtension(extension);
  return [
    ...(isTyped ? ['export type Value = string;'] : []),
    `export const value${isTyped ? ': Value' : ''} = '${value}';`,
    'export default value;',
    'globalThis.seen = value;',
    '',
  ].join('\n');
}

export function isTypedExtension(extension: string): boolean {
  return /^\.[cm]?tsx?$/.test(extension);
}

/** Code of a package of the registry. */
export function packText(value = first): string {
  return `exports.value = '${value}';\nexports.default = exports.value;\nglobalThis.seen = exports.value;\n`;
}

export function packOf(name: string, more: Partial<Pack> = {}): Pack {
  return {
    name,
    version: '1.0.0',
    files: { 'index.js': packText() },
    manifest: { main: 'index.js' },
    ...more,
  };
}

/** Puts a module into the repository and says where it is. */
export function put(draft: Draft, file: string, value = first): string {
  draft.texts.set(file, moduleText(path.posix.extname(file), value));
  return file;
}

/** From a file to another one, as an import names it. */
export function relative(from: string, to: string): string {
  const found = path.posix.relative(path.posix.dirname(from), to);
  return found.startsWith('.') ? found : `./${found}`;
}

export function without(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}

/** What esbuild tries on a name without an extension. */
export function isTried(extension: string): boolean {
  return ['.tsx', '.ts', '.jsx', '.js', '.json'].includes(extension);
}
