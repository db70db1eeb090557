import { type ImportForm, type ImportUse, type ModuleText, withSourceMap } from './imports.ts';

/** White space is bounded: an unbounded search is quadratic on hostile text. */
const requirePattern = /\brequire\s{0,50}\(\s{0,200}(['"`])([^'"`\n$]{1,1000})\1\s{0,200}[,)]/g;
const dynamicPattern =
  /\bimport\s{0,50}\(\s{0,200}(?:\/\*[^*]{0,500}\*\/\s{0,200})?(['"`])([^'"`\n$]{1,1000})\1/g;
const fromPattern = /\bfrom\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const effectPattern = /\bimport\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const stylePattern =
  /(?:@import\s{0,50}(?:url\(\s{0,50})?|url\(\s{0,50}|\bfrom\s{1,50})(['"]?)([^'"\n()\s;]{1,1000})\1/g;

/** What a text that no parser takes seems to ask for: it may find too much, and finds all that has the usual shape. */
export function guessImports(text: string): ModuleText {
  const uses = [
    ...search(text, fromPattern, 'import'),
    ...search(text, effectPattern, 'import'),
    ...search(text, dynamicPattern, 'import'),
    ...search(text, requirePattern, 'require'),
  ];
  return { uses: withSourceMap(text, uses), isModule: false, means: 'guessed' };
}

/** Names of classes in a style sheet reach the program, and those that it composes from others with them. */
export function styleImports(text: string): ModuleText {
  const uses = search(text, stylePattern, 'style');
  return { uses: withSourceMap(text, uses), isModule: false, means: 'parsed' };
}

function search(text: string, pattern: RegExp, form: ImportForm): readonly ImportUse[] {
  return Array.from(text.matchAll(pattern), (match) => {
    return { kind: 'name', form, specifier: match[2] ?? '', offset: match.index, mayFail: true };
  });
}
