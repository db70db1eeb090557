/** Code beside an import that could lead a reader of imports astray. */
export type Hazard = {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  readonly isTyped?: true;
  readonly isJsx?: true;
  /** In a plain .ts file only: `<T>` and casts mean something else, or nothing, in the others. */
  readonly isPlain?: true;
  /** Changes the whole text. */
  readonly whole?: (text: string) => string;
};

export const hazards: readonly Hazard[] = [
  { name: 'none' },
  { name: 'regex with quotes', before: `const re = /['"\`]/;\nconsole.log(re);` },
  { name: 'regex class with slash', before: `const re = /[/'"]+/g;\nconsole.log(re);` },
  { name: 'regex after )', before: `if (process.argv[3]) /['"]/.test('x');` },
  { name: 'regex after }', before: `{\n}\n/['"\`]/.test('x');` },
  {
    name: 'regex after return',
    before: `function match(s) {\n  return /["']/.test(s);\n}\nconsole.log(match('a'));`,
  },
  { name: 'regex after =>', before: `const match = (s) => /["'\`]/.test(s);\nconsole.log(match('a'));` },
  { name: 'regex with a comment sign', before: `const re = /a\\/*b/;\nconsole.log(re, 'x'); // */` },
  { name: 'division', before: `let a = 4, b = 2;\nconst c = a++ / b / 1;\nconsole.log(c, '/');` },
  { name: 'division after )', before: `const f = (x) => x;\nconsole.log(f(4) / 2, "/", f(2) / 1);` },
  { name: 'division after }', before: `const d = {} / 1;\nconsole.log(d, '/');` },
  { name: 'division after ]', before: `const l = [4];\nconsole.log(l[0] / 2, "'", l[0] / 2);` },
  { name: 'template', before: 'const t = `it\'s "quoted" // no comment`;\nconsole.log(t);' },
  {
    name: 'nested template',
    before: `const t = \`a \${[1].map((n) => \`<\${n}\${\`"\`}>\`).join(\`\\'\`)} b\`;\nconsole.log(t);`,
  },
  { name: 'tagged template', before: 'const t = String.raw`\\u{ \\` import`;\nconsole.log(t);' },
  {
    name: 'import in a string',
    before: `console.log("import { a } from './nothing-1'; require('./nothing-2')");`,
  },
  {
    name: 'import in a template',
    before: 'console.log(`import x from "./nothing-1"; import("./nothing-2")`);',
  },
  {
    name: 'import in a comment',
    before: `// import a from './nothing-1'\n/* require('./nothing-2'); import('./nothing-3') */`,
  },
  {
    name: 'method called import',
    before: `const o = { import: (x) => x, require: (x) => x, from: 'a' };\nconsole.log(o.import('./nothing-1'), o.require('./nothing-2'));`,
  },
  { name: 'string with escapes', before: `console.log('\\'', "\\"", '\\\\');` },
  { name: 'string over two lines', before: `console.log('a\\\nb "');` },
  { name: 'hashbang', whole: (text) => `#!/usr/bin/env node\n${text}` },
  { name: 'byte order mark', whole: (text) => `\ufeff${text}` },
  { name: 'CRLF', whole: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'no line end', whole: (text) => text.trimEnd() },
  { name: 'line separator', before: `console.log('a\u2028b');` },
  { name: 'use strict', whole: (text) => `'use strict';\n${text}` },
  { name: 'names of other alphabets', before: `const größe = 1, \\u0061b = 2;\nconsole.log(größe, ab);` },
  {
    name: 'private names',
    before: `class P {\n  #x = 1;\n  static has(o) {\n    return #x in o;\n  }\n  static { P.has({}); }\n}\nconsole.log(P);`,
  },
  { name: 'numbers', before: 'console.log(1_000, 0x1f, .5, 1., 1n, 4 / .5 / 2);' },
  { name: 'optional chains', before: `const u = process.argv[9]?.length ?? 0;\nconsole.log(u ? .5 : 1);` },
  { name: 'label and comma', before: `out: for (const x of [1, 2]) { if (x) continue out; }` },
  { name: 'await regex', before: `console.log(await /["'\`]/.test('x'));` },
  { name: 'arrow with a default', before: `const g = ({ a = /'/ } = {}) => a;\nconsole.log(g());` },
  { name: 'long comment', before: `/*${' "\' '.repeat(400)}*/` },
  {
    name: 'generics',
    isTyped: true,
    before: `function same<T extends string = 'a'>(x: T): T {\n  return x;\n}\nconsole.log(same<'b'>('b'));`,
  },
  {
    name: 'generic arrow',
    isTyped: true,
    before: `const same = <T,>(x: T): T => x;\nconsole.log(same('b'));`,
  },
  {
    name: 'generic arrow without comma',
    isTyped: true,
    isPlain: true,
    before: `const same = <T>(x: T): T => x;\nconsole.log(same('b'));`,
  },
  {
    name: 'cast in angles',
    isTyped: true,
    isPlain: true,
    before: `const s = <string>JSON.parse('"/"');\nconsole.log(s);`,
  },
  { name: 'less than', before: `const a = 1, b = 2, c = 3;\nconsole.log(a < b, b > (c), '/');` },
  {
    name: 'template type',
    isTyped: true,
    before: `type Path = \`/\${string}'s\`;\nconst p: Path = \`/it's\`;\nconsole.log(p);`,
  },
  {
    name: 'enum and namespace',
    isTyped: true,
    before: `enum Level { Low = 'low', High = 1 << 2 }\nnamespace Inner {\n  export const from = "'";\n}\nconsole.log(Level, Inner);`,
  },
  {
    name: 'abstract class',
    isTyped: true,
    before: `abstract class A<T> {\n  declare readonly x?: T;\n  constructor(private readonly y: string = '/') {}\n  abstract z(): void;\n}\nconsole.log(A);`,
  },
  {
    name: 'overloads',
    isTyped: true,
    before: `function o(x: string): void;\nfunction o(x: number): void;\nfunction o(x: unknown): void {\n  console.log(x! as string satisfies string);\n}\no('"');`,
  },
  {
    name: 'decorator',
    isTyped: true,
    before: `const mark = (..._: unknown[]): void => undefined;\n@mark\nclass M {\n  @mark method(): void {}\n}\nconsole.log(M);`,
  },
  {
    name: 'type with a regex look',
    isTyped: true,
    before: `type Either = 'a' | /* / */ "b";\nconst e: Either = 'a';\nconsole.log(e as any / 1);`,
  },
  {
    name: 'ambient declarations',
    isTyped: true,
    before: `declare module 'nothing' {\n  const x: 'import';\n  export default x;\n}\ndeclare global { var seen: string; }`,
  },
  {
    name: 'text of an element',
    isJsx: true,
    before: `console.log(<p>import x from './nothing-1'; it's {'x'} // no comment</p>);`,
  },
  { name: 'entity and fragment', isJsx: true, before: `console.log(<>don&apos;t <b title="it's">x</b></>);` },
  {
    name: 'attribute with a template',
    isJsx: true,
    before: `console.log(<a href={\`/\${1}/'\`} {...{}}>"</a>);`,
  },
  { name: 'after: open quote in a regex', after: `console.log(/'/.test("x"));` },
  { name: 'after: comment without end of line', after: `// it's the end, require('./nothing-1')` },
  {
    name: 'class fields',
    before: `class Fields {\n  from = 1;\n  static import = 2;\n  ['require'] = 3;\n}\nconsole.log(Fields);`,
  },
  {
    name: 'typed class fields',
    isTyped: true,
    before: `class Base {\n  set v(_: number) {}\n}\nclass Fields extends Base {\n  v = 1;\n  w?: string;\n}\nconsole.log(Fields);`,
  },
];
