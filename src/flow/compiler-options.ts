import type { JsonObject } from '../core/json.ts';
import { isObject, stringOf } from './read-json.ts';

/** What esbuild takes from `compilerOptions`, besides what leads imports: all else is for the type checker. */
export type CompilerOptions = {
  readonly jsx?: 'react' | 'react-jsx' | 'react-jsxdev' | 'other';
  readonly jsxFactory?: string;
  readonly jsxFragmentFactory?: string;
  readonly jsxImportSource?: string;
  readonly experimentalDecorators?: boolean;
  readonly useDefineForClassFields?: boolean;
  /** `target`: only whether it is older than ES2022, whose classes have fields. */
  readonly isBelowEs2022?: boolean;
  readonly strict?: boolean;
  readonly alwaysStrict?: boolean;
  readonly importsNotUsedAsValues?: 'remove' | 'keep';
  readonly preserveValueImports?: boolean;
  readonly verbatimModuleSyntax?: boolean;
};

/** What it does not understand it passes over, so a base's value stays. */
export function compilerOptionsIn(config: JsonObject): CompilerOptions {
  const written = config['compilerOptions'];
  if (!isObject(written)) return {};
  const text = (key: string): string | undefined => stringOf(written[key]);
  const flag = (key: string): boolean | undefined => {
    const value = written[key];
    return typeof value === 'boolean' ? value : undefined;
  };
  return withoutUnset({
    jsx: jsxOf(text('jsx')),
    jsxFactory: memberOf(text('jsxFactory')),
    jsxFragmentFactory: memberOf(text('jsxFragmentFactory')),
    jsxImportSource: text('jsxImportSource'),
    experimentalDecorators: flag('experimentalDecorators'),
    useDefineForClassFields: flag('useDefineForClassFields'),
    isBelowEs2022: isBelowEs2022(text('target')),
    strict: flag('strict'),
    alwaysStrict: flag('alwaysStrict'),
    importsNotUsedAsValues: keepingOf(text('importsNotUsedAsValues')),
    preserveValueImports: flag('preserveValueImports'),
    verbatimModuleSyntax: flag('verbatimModuleSyntax'),
  });
}

type Unsettled = { readonly [key in keyof CompilerOptions]-?: CompilerOptions[key] | undefined };

function withoutUnset(options: Unsettled): CompilerOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function jsxOf(text: string | undefined): CompilerOptions['jsx'] | undefined {
  switch (text?.toLowerCase()) {
    case 'react':
      return 'react';
    case 'react-jsx':
      return 'react-jsx';
    case 'react-jsxdev':
      return 'react-jsxdev';
    // esbuild does not keep elements as they are, whatever these say; but they hide a base's value.
    case 'preserve':
    case 'react-native':
      return 'other';
    default:
      return undefined;
  }
}

function memberOf(text: string | undefined): string | undefined {
  return text !== undefined &&
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.test(text)
    ? text
    : undefined;
}

function isBelowEs2022(target: string | undefined): boolean | undefined {
  const name = target?.toLowerCase() ?? '';
  if (/^es(?:3|5|6|2015|2016|2017|2018|2019|2020|2021)$/.test(name)) return true;
  return /^es(?:20(?:2[2-6])|next)$/.test(name) ? false : undefined;
}

function keepingOf(text: string | undefined): 'remove' | 'keep' | undefined {
  if (text === 'remove') return 'remove';
  return text === 'preserve' || text === 'error' ? 'keep' : undefined;
}

/** `import { type A } from './a'` stays, for what `./a` does when it is loaded. */
export function keepsStatements(options: CompilerOptions): boolean {
  return options.verbatimModuleSyntax === true || options.importsNotUsedAsValues === 'keep';
}
