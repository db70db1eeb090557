import { init, parse } from 'es-module-lexer';

/** Which of a package's conditions and fields an import is for. */
export type ImportForm = 'import' | 'require' | 'style';

/** A part of a path: text, anything but a slash, or any folders. The last two only the running program knows. */
export type GlobPart = { readonly text: string } | 'segment' | 'folders';

/** One place where a file asks for another module. */
export type ImportUse = {
  readonly form: ImportForm;
  /** Where it stands, in UTF-16 units. */
  readonly offset: number;
} & (
  | {
      readonly kind: 'name';
      readonly specifier: string;
      /** The program is prepared for its absence, or it may be no import at all. */
      readonly mayFail?: true;
      /** `import { type A } from`: dropped unless TypeScript is told to keep the statement for its effects. */
      readonly isInlineTypeOnly?: true;
      /** `import()`. */
      readonly isDynamic?: true;
    }
  | { readonly kind: 'glob'; readonly parts: readonly GlobPart[] }
  /** Nothing of it is known. */
  | { readonly kind: 'computed' }
  /** The source map of a compiled file, which a bundler joins with its own. */
  | { readonly kind: 'map'; readonly url: string }
);

/** What a bundler makes of a text. */
export type ModuleText = {
  readonly uses: readonly ImportUse[];
  /** It has `import` or `export`, so it is no CommonJS, whatever its name and its package say. */
  readonly isModule: boolean;
  readonly jsx?: JsxText;
  /** `lexed`: fast, and enough if all imports lead somewhere. `guessed`: no parser takes it, so it was searched. */
  readonly means: 'lexed' | 'parsed' | 'guessed';
};

/** A text with elements, and what its comments say of how they are made. */
export type JsxText = {
  /** Some element has its key after a spread: those are made by another function. */
  readonly hasKeyAfterSpread: boolean;
  readonly runtime?: string;
  readonly importSource?: string;
};

const programEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** As the bundler has it: a name without a dot is one of a program, and so is one of declarations. */
export function isCode(path: string): boolean {
  return programEnding.test(path) || !path.includes('.', path.lastIndexOf('/') + 1);
}

export function isTypeScript(path: string): boolean {
  return /\.(?:[cm]?ts|tsx)$/.test(path);
}

/** Loads the lexer; once is enough. */
export async function prepareImports(): Promise<void> {
  await init();
}

const nothingAsked: ModuleText = { uses: [], isModule: false, means: 'parsed' };

/**
 * The modules that a text asks for when it runs, by a lexer that is fast, but sees no call of `require`, no element and
 * of an expression no more than one literal. Undefined: the text needs the parser.
 */
export function lexImports(path: string, text: string): ModuleText | undefined {
  if (/\.[jt]sx$/.test(path)) return undefined;
  // `\u0072equire` is `require`.
  const mayCall = (text.includes('require') && /\brequire\b/.test(text)) || text.includes('\\u');
  if (mayCall) return undefined;
  if (!/import|export|sourceMappingURL=/.test(text)) return nothingAsked;
  try {
    const [imports, exports] = parse(text);
    const isModule = [...imports, ...exports].some(isOfModule);
    return lexedText({ path, text }, imports, isModule);
  } catch {
    return undefined;
  }
}

type Lexed = ReturnType<typeof parse>[0][number];

/** Types make no module of a text, and neither do calls of `import()`. */
function isOfModule(found: Lexed | ReturnType<typeof parse>[1][number]): boolean {
  return found.type !== 'dynamic' && !found.typeOnly;
}

type Source = { readonly path: string; readonly text: string };

function lexedText(
  { path, text }: Source,
  imports: readonly Lexed[],
  isModule: boolean,
): ModuleText | undefined {
  const namesTypes = isTypeScript(path) && text.includes('type ');
  const uses: ImportUse[] = [];
  for (const found of imports) {
    if (found.type === 'import-meta') continue;
    const base = { kind: 'name', form: 'import', offset: found.importStart } as const;
    if (found.type === 'dynamic') {
      // An expression, or a place where only the whole text says whether it is code or a type.
      if (found.specifier === undefined || found.glob || found.probablyTypeOnly) return undefined;
      uses.push({ ...base, specifier: found.specifier, isDynamic: true });
    } else if (!found.typeOnly) {
      const { specifier } = found;
      const isOfTypes = namesTypes && namesOnlyTypes(text.slice(found.importStart, found.start));
      uses.push(isOfTypes ? { ...base, specifier, isInlineTypeOnly: true } : { ...base, specifier });
    }
  }
  return { uses: withSourceMap(text, uses), isModule, means: 'lexed' };
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

const sourceMapPattern = /\/[/*][#@] sourceMappingURL=([^\s*]{1,1000})/g;

/** A comment is not looked for as one: to take the text of a string for it costs no more than a file too many. */
export function withSourceMap(text: string, uses: readonly ImportUse[]): readonly ImportUse[] {
  if (!text.includes(' sourceMappingURL=')) return uses;
  const maps = Array.from(text.matchAll(sourceMapPattern), (match): ImportUse => {
    return { kind: 'map', form: 'import', offset: match.index, url: match[1] ?? '' };
  });
  return [...uses, ...maps];
}

/** From 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
