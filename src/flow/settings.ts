import type { JsonObject } from '../core/json.ts';
import type { CompilerOptions } from './compiler-options.ts';
import { keepsStatements } from './compiler-options.ts';
import { isTypeScript, type ModuleText } from './imports.ts';

export type SettingsInput = {
  readonly path: string;
  readonly text: string;
  readonly module: ModuleText;
  readonly options: CompilerOptions;
  /** Of the nearest `package.json`. */
  readonly manifest: JsonObject;
};

/**
 * What decides, besides a file itself, what a bundler makes of it: only what it would look at for this text, so that an
 * option that nothing uses changes no flow. Equal for equal effect; empty texts where there is none.
 */
export type Settings = {
  readonly always: string;
  /** Where it is loaded by `require` or `import()`, or from such a file: then its text ends in a function. */
  readonly ifWrapped: string;
  /** Where it meets CommonJS, or a package of other people, which may be that. */
  readonly ifJoined: string;
};

export const noSettings: Settings = { always: '', ifWrapped: '', ifJoined: '' };

export function settingsOf(input: SettingsInput): Settings {
  const type = typeOf(input);
  const strict = (input.options.alwaysStrict ?? input.options.strict) === true ? 'strict' : '';
  const isCommon = mayBeCommon(input, type);
  const always = [
    ...(isCommon ? [strict] : []),
    ...(type === 'commonjs' ? ['type commonjs'] : []),
    ...sideEffectsOf(input),
    ...compilerSettings(input),
  ];
  const settings = {
    always: always.filter((text) => text !== '').join('\0'),
    ifWrapped: isCommon ? '' : strict,
    ifJoined: type === 'module' ? 'type module' : '',
  };
  return Object.values(settings).every((text) => text === '') ? noSettings : settings;
}

/** The field counts for names that do not say it themselves. */
function typeOf({ path, manifest: { type } }: SettingsInput): 'module' | 'commonjs' | undefined {
  return /\.[jt]sx?$/.test(path) && (type === 'module' || type === 'commonjs') ? type : undefined;
}

/** CommonJS keeps a `use strict`; a module is always strict, and loses it. */
function mayBeCommon({ path, text, module }: SettingsInput, type: string | undefined): boolean {
  if (/\.c[jt]s$/.test(path) || type === 'commonjs' || /\bexport\s{0,50}=/.test(text)) return true;
  return !module.isModule && type !== 'module' && !/\.m[jt]s$/.test(path);
}

function sideEffectsOf({ manifest: { sideEffects } }: SettingsInput): readonly string[] {
  const isPure = sideEffects === false || Array.isArray(sideEffects);
  return isPure ? [`sideEffects ${JSON.stringify(sideEffects)}`] : [];
}

function compilerSettings({ path, text, module, options }: SettingsInput): readonly string[] {
  const isTyped = isTypeScript(path);
  const hasClass = text.includes('class');
  const settings: string[] = [];
  if (isTyped && hasClass && !definesFields(options)) settings.push('assigned fields');
  if (options.experimentalDecorators === true && hasClass && text.includes('@'))
    settings.push('experimental decorators');
  if (isTyped && mayDropImports(text)) {
    if (keepsStatements(options)) settings.push('kept statements');
    if (options.verbatimModuleSyntax === true || options.preserveValueImports === true)
      settings.push('kept values');
  }
  return module.jsx === undefined ? settings : [...settings, ...jsxSettings(module.jsx, options)];
}

function definesFields({ useDefineForClassFields, isBelowEs2022 }: CompilerOptions): boolean {
  return useDefineForClassFields ?? isBelowEs2022 !== true;
}

/** An import for its effect alone, and one of everything, is never dropped. */
function mayDropImports(text: string): boolean {
  return /\bimport\b(?!\s*['"(.])|\bexport\s*\{/.test(text);
}

type Jsx = NonNullable<ModuleText['jsx']>;

function jsxSettings(jsx: Jsx, options: CompilerOptions): readonly string[] {
  const source = jsxSource(jsx, options);
  if (source !== undefined)
    return [`jsx ${options.jsx === 'react-jsxdev' ? 'development' : 'automatic'} ${source}`];
  const { jsxFactory, jsxFragmentFactory } = options;
  return [
    ...(jsxFactory === undefined ? [] : [`jsx factory ${jsxFactory}`]),
    ...(jsxFragmentFactory === undefined ? [] : [`jsx fragment ${jsxFragmentFactory}`]),
  ];
}

/** Where the functions that make elements come from; undefined where the text has to have them itself. */
function jsxSource(jsx: Jsx, options: CompilerOptions): string | undefined {
  const isAutomatic =
    jsx.runtime === 'automatic' ||
    (jsx.runtime !== 'classic' && (options.jsx === 'react-jsx' || options.jsx === 'react-jsxdev'));
  return isAutomatic ? (jsx.importSource ?? options.jsxImportSource ?? 'react') : undefined;
}

/** The modules that elements are made with, which no import names. */
export function jsxModules(jsx: Jsx, options: CompilerOptions): readonly string[] {
  const source = jsxSource(jsx, options);
  if (source === undefined) return [];
  const runtime = options.jsx === 'react-jsxdev' ? 'jsx-dev-runtime' : 'jsx-runtime';
  return [`${source}/${runtime}`, ...(jsx.hasKeyAfterSpread ? [source] : [])];
}
