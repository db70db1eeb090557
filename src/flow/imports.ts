import { init, parse } from 'es-module-lexer';

/** One place where a file asks for another module. */
export type ImportUse = {
  readonly kind: 'static' | 'dynamic' | 'require' | 'glob' | 'computed';
  /** As written; for `glob` with `*` for what is only known at run time; empty for `computed`. */
  readonly specifier: string;
  /** Where it stands, in UTF-16 units. */
  readonly offset: number;
  /** False for what a search for its shape found: it may stand in a comment or a string. */
  readonly isCertain: boolean;
  /** `import { type A } from`: dropped unless `verbatimModuleSyntax` keeps the statement for its effects. */
  readonly isInlineTypeOnly: boolean;
};

const codePattern = /\.[cm]?[jt]sx?$/;
const declarationPattern = /\.d\.[cm]?ts$/;

export function isCode(path: string): boolean {
  return codePattern.test(path) && !declarationPattern.test(path);
}

/** Loads the lexer; once is enough. */
export async function prepareImports(): Promise<void> {
  await init();
}

/** Without any of these words a text asks for nothing. */
const asking = ['import', 'require', 'from'];

/** The modules that a TypeScript or JavaScript text asks for when it runs. Type-only imports are not among them. */
export function importsOf(path: string, text: string): readonly ImportUse[] {
  if (!asking.some((word) => text.includes(word))) return [];
  const lexed = lex(path, text);
  if (lexed === undefined) return [...searchStatic(text), ...searchCalls(text)];
  const found = text.includes('require') ? [...lexed, ...search(text, requirePattern, 'require')] : lexed;
  // The lexer takes an apostrophe in the text of an element for the start of a string, which may hide a call.
  return path.endsWith('x') ? [...found, ...searchCalls(text)] : found;
}

function lex(path: string, text: string): ImportUse[] | undefined {
  try {
    const [imports] = parse(text);
    const isTyped = isTypeScript(path);
    const file: FileText = { text, isTyped, namesTypes: isTyped && text.includes('type ') };
    return imports.flatMap((found) => useOf(found, file) ?? []);
  } catch {
    return undefined;
  }
}

type Lexed = ReturnType<typeof parse>[0][number];

type FileText = { readonly text: string; readonly isTyped: boolean; readonly namesTypes: boolean };

function useOf(found: Lexed, { text, isTyped, namesTypes }: FileText): ImportUse | undefined {
  if (found.type === 'import-meta') return undefined;
  const base = { offset: found.importStart, isCertain: true, isInlineTypeOnly: false };
  if (found.type === 'dynamic') {
    if (found.probablyTypeOnly && isTyped) return undefined;
    if (found.specifier === undefined)
      return computedUse(text.slice(found.dynamicStart, found.importEnd), base);
    return { ...base, kind: found.glob ? 'glob' : 'dynamic', specifier: found.specifier };
  }
  if (found.typeOnly) return undefined;
  const isInlineTypeOnly = namesTypes && namesOnlyTypes(text.slice(found.importStart, found.start));
  return {
    kind: 'static',
    specifier: found.specifier,
    offset: found.importStart,
    isCertain: true,
    isInlineTypeOnly,
  };
}

function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

function namesOnlyTypes(statement: string): boolean {
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || names.includes('/')) return false;
  const listed = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return listed.length > 0 && listed.every((name) => /^type\s+(?!as\s+\w+$)\S/.test(name));
}

/** `import('./steps/' + name)`: what it can reach is known up to the first thing that is not a literal. */
function computedUse(
  argument: string,
  base: Pick<ImportUse, 'offset' | 'isCertain' | 'isInlineTypeOnly'>,
): ImportUse {
  const prefix = /^\(\s{0,200}(['"`])(\.{1,2}\/[^'"`\n$]*)\1\s{0,200}\+/.exec(argument)?.[2];
  if (prefix === undefined) return { ...base, kind: 'computed', specifier: '' };
  return { ...base, kind: 'glob', specifier: `${prefix}*` };
}

/** White space is bounded: an unbounded search is quadratic on hostile text. */
const requirePattern =
  /(?<!\bimport\s{1,20}type\s{1,20}[\w$]{1,100}\s{0,20}=\s{0,20})\brequire\s{0,50}\(\s{0,200}(['"`])([^'"`\n$]{1,1000})\1\s{0,200}[,)]/g;
const dynamicPattern =
  /\bimport\s{0,50}\(\s{0,200}(?:\/\*[^*]{0,500}\*\/\s{0,200})?(['"`])([^'"`\n$]{1,1000})\1/g;
const fromPattern = /\bfrom\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const effectPattern = /\bimport\s{0,200}(['"])([^'"\n]{1,1000})\1/g;

function searchCalls(text: string): ImportUse[] {
  return [...search(text, dynamicPattern, 'dynamic'), ...search(text, requirePattern, 'require')];
}

function searchStatic(text: string): ImportUse[] {
  return [...search(text, fromPattern, 'static'), ...search(text, effectPattern, 'static')];
}

function search(text: string, pattern: RegExp, kind: ImportUse['kind']): ImportUse[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind,
    specifier: match[2] ?? '',
    offset: match.index,
    isCertain: false,
    isInlineTypeOnly: false,
  }));
}

/** From 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
