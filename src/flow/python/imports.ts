import { type Token, tokensOf } from './tokens.ts';

/** What a Python file asks for. Names are as Python compares them, with dots between their parts. */
export type PythonImport = {
  /** In UTF-16 units. */
  readonly offset: number;
} & (
  | {
      readonly kind: 'module';
      readonly module: string;
      /** Dots in front: 1 is the file's own package. 0 for a name that is looked up from the start. */
      readonly level: number;
      /** What is taken from it, each of which may be a module; `*` for all that it has. */
      readonly names: readonly string[];
    }
  /** Any module whose name begins so; everything, if that is empty. */
  | { readonly kind: 'computed'; readonly prefix: string }
  /** A file by its path, relative to where the program starts. */
  | { readonly kind: 'path'; readonly path: string }
  /** The file changes where modules are looked for; `folder` is made of all text that stands there. */
  | { readonly kind: 'search'; readonly folder: string }
);

/** Without these a file asks for nothing: `import_module` and `__import__` hold the first. */
const asking = /import|run_path|run_module|SourceFileLoader|spec_from_file_location/;

export function pythonImports(text: string): readonly PythonImport[] {
  if (!asking.test(text)) return [];
  const reader: Reader = { tokens: tokensOf(text), callees: new Set(callees), found: [] };
  for (let at = 0; at < reader.tokens.length; ) at = take(reader, at);
  return reader.found;
}

type Reader = {
  readonly tokens: readonly Token[];
  /** Names of functions that import, with those that this file gives them. */
  readonly callees: Set<string>;
  readonly found: PythonImport[];
};

const callees = ['__import__', 'import_module', 'run_module'];
const pathCallees = new Set(['run_path', 'spec_from_file_location', 'SourceFileLoader', 'addsitedir']);

function take(reader: Reader, at: number): number {
  const { tokens, callees: known } = reader;
  const token = tokens[at];
  if (token?.kind !== 'name') return at + 1;
  const isAttribute = isOperator(tokens[at - 1], '.');
  if (token.text === 'import' && !isAttribute) return takeImport(reader, at);
  if (token.text === 'from' && !isAttribute && !isName(tokens[at - 1], 'yield')) return takeFrom(reader, at);
  if (token.text === 'path' && isAttribute && isName(tokens[at - 2], 'sys')) return takeSearch(reader, at);
  if (!isOperator(tokens[at + 1], '(') || isName(tokens[at - 1], 'def')) return at + 1;
  if (known.has(token.text)) return takeCall(reader, at);
  return pathCallees.has(token.text) ? takePathCall(reader, at) : at + 1;
}

function isOperator(token: Token | undefined, text: string): boolean {
  return token?.kind === 'operator' && token.text === text;
}

function isName(token: Token | undefined, text: string): boolean {
  return token?.kind === 'name' && token.text === text;
}

type Dotted = { readonly name: string; readonly end: number };

/** `a.b.c`, from this token on; an empty name if there is none. */
function dottedAt(tokens: readonly Token[], at: number): Dotted {
  const parts: string[] = [];
  let end = at;
  while (tokens[end]?.kind === 'name' && !isName(tokens[end], 'import')) {
    parts.push(tokens[end]?.text ?? '');
    end += 1;
    if (!isOperator(tokens[end], '.')) break;
    end += 1;
  }
  return { name: parts.join('.'), end };
}

/** `import a.b as c, d`. */
function takeImport(reader: Reader, start: number): number {
  const { tokens, found } = reader;
  let at = start + 1;
  for (;;) {
    const { name, end } = dottedAt(tokens, at);
    if (name === '') return Math.max(end, start + 1);
    found.push({ kind: 'module', module: name, level: 0, names: [], offset: tokens[at]?.offset ?? 0 });
    at = isName(tokens[end], 'as') ? end + 2 : end;
    if (!isOperator(tokens[at], ',')) return at;
    at += 1;
  }
}

/** `from ..a.b import (c as d, e)`; nothing for `raise x from y`. */
function takeFrom(reader: Reader, start: number): number {
  const { tokens, found } = reader;
  let at = start + 1;
  while (isOperator(tokens[at], '.')) at += 1;
  const level = at - start - 1;
  const { name: module, end } = dottedAt(tokens, at);
  if (!isName(tokens[end], 'import') || (module === '' && level === 0)) return start + 1;
  const offset = tokens[start]?.offset ?? 0;
  const names = namesAt(reader, end + 1);
  found.push({ kind: 'module', module, level, names: names.names, offset });
  if (module === 'sys' && names.names.includes('path')) found.push({ kind: 'search', folder: '', offset });
  return names.end;
}

/** The names behind `import`, in brackets or up to the end of the line. */
function namesAt({ tokens, callees: known }: Reader, start: number): { names: string[]; end: number } {
  if (isOperator(tokens[start], '*')) return { names: ['*'], end: start + 1 };
  const names: string[] = [];
  let at = isOperator(tokens[start], '(') ? start + 1 : start;
  while (tokens[at]?.kind === 'name') {
    const name = tokens[at]?.text ?? '';
    names.push(name);
    at += 1;
    if (isName(tokens[at], 'as')) {
      // `from importlib import import_module as load`
      if (known.has(name)) known.add(tokens[at + 1]?.text ?? '');
      at += 2;
    }
    if (!isOperator(tokens[at], ',')) break;
    at += 1;
  }
  return { names, end: Math.max(at, start) };
}

type Call = {
  /** The strings among the arguments, but for the first of them. */
  readonly others: readonly string[];
  /** The first argument, if it is a literal. */
  readonly first: string | undefined;
  /** What the first argument begins with. */
  readonly prefix: string;
};

/** Longer than any real list of arguments: hostile text must not be read again for each of its brackets. */
const mostArguments = 100;

/** The arguments of a call, `at` being its bracket. */
function callAt(tokens: readonly Token[], at: number): Call {
  const strings: string[] = [];
  let depth = 0;
  let end = at;
  for (; end < tokens.length && end < at + mostArguments; end += 1) {
    const token = tokens[end];
    if (token?.kind === 'string') strings.push(token.text);
    if (token?.kind !== 'operator') continue;
    if ('([{'.includes(token.text)) depth += 1;
    else if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0) break;
  }
  const leading: Token[] = [];
  for (let each = at + 1; tokens[each]?.kind === 'string'; each += 1) leading.push(tokens[each] as Token);
  const follows = tokens[at + 1 + leading.length];
  const isAlone = isOperator(follows, ',') || isOperator(follows, ')');
  const isLiteral = leading.length > 0 && isAlone && leading.every((token) => token.isLiteral);
  const prefix = prefixOf(leading, follows);
  return { others: strings.slice(leading.length), first: isLiteral ? prefix : undefined, prefix };
}

/** `f"steps.{name}"`, `"steps." + name`, `"steps.%s" % name`, `"steps.{}".format(name)`. */
function prefixOf(leading: readonly Token[], follows: Token | undefined): string {
  const firstOpen = leading.findIndex((token) => !token.isLiteral);
  const known = firstOpen === -1 ? leading : leading.slice(0, firstOpen + 1);
  const text = known.map((token) => token.text).join('');
  if (isOperator(follows, '%')) return text.split('%')[0] ?? '';
  return isOperator(follows, '.') ? (text.split('{')[0] ?? '') : text;
}

/** `__import__('a.b')`, `importlib.import_module('.c', 'a.b')`, `runpy.run_module('a')`. */
function takeCall({ tokens, found }: Reader, at: number): number {
  const { first, prefix, others: names } = callAt(tokens, at + 1);
  const offset = tokens[at]?.offset ?? 0;
  if (first === undefined) {
    found.push({ kind: 'computed', prefix, offset });
    return at + 1;
  }
  const level = /^\.*/.exec(first)?.[0].length ?? 0;
  const module = first.slice(level);
  found.push({ kind: 'module', module, level, names, offset });
  // A relative name is relative to the package that is named beside it, if one is.
  if (level > 0)
    for (const base of names.filter((name) => name !== ''))
      found.push({ kind: 'module', module: `${base}.${module}`, level: 0, names: [], offset });
  return at + 1;
}

/** `runpy.run_path('jobs/a.py')`, and what loads a file by its path. */
function takePathCall({ tokens, found }: Reader, at: number): number {
  const { others, prefix, first } = callAt(tokens, at + 1);
  const offset = tokens[at]?.offset ?? 0;
  if (isName(tokens[at], 'addsitedir'))
    found.push({ kind: 'search', folder: [prefix, ...others].join('/'), offset });
  else if (isName(tokens[at], 'run_path') && first !== undefined)
    found.push({ kind: 'path', path: first, offset });
  else found.push({ kind: 'computed', prefix: '', offset });
  return at + 1;
}

/** `sys.path.insert(0, …)`, `sys.path += […]`; reading it changes nothing. */
function takeSearch({ tokens, found }: Reader, at: number): number {
  const offset = tokens[at]?.offset ?? 0;
  const line = tokens.slice(at + 1, at + 1 + mostArguments);
  const end = line.findIndex(({ kind, text }) => kind === 'newline' || (kind === 'operator' && text === ';'));
  const rest = end === -1 ? line : line.slice(0, end);
  const isEdit = isOperator(rest[0], '.') || rest.some((token) => isOperator(token, '='));
  const folder = rest.flatMap(({ kind, text }) => (kind === 'string' ? [text] : [])).join('/');
  if (isEdit) found.push({ kind: 'search', folder, offset });
  return at + 1;
}
