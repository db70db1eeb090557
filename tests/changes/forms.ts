/** A way in which a file asks for another one. */
export type Form = {
  readonly name: string;
  /** The code; `at` is what to ask for. */
  readonly code: (at: Asking) => string;
  /** Only where types are allowed. */
  readonly isTyped?: true;
  /** Only where elements are allowed. */
  readonly isJsx?: true;
  /** What the target has to be; left out for all. */
  readonly target?: 'json' | 'code';
  /** Works on a relative path only. */
  readonly isRelative?: true;
};

export type Asking = {
  /** The specifier, as plain text. */
  readonly to: string;
  /** Another one that exists too, and that nothing changes. */
  readonly other: string;
};

const names = 'console.log(value);';
const all = 'console.log(all);';
const code = 'code' as const;

function split(to: string): { readonly head: string; readonly stem: string; readonly tail: string } {
  const head = to.slice(0, to.lastIndexOf('/') + 1);
  const file = to.slice(head.length);
  const dot = file.indexOf('.');
  return dot === -1
    ? { head, stem: file, tail: '' }
    : { head, stem: file.slice(0, dot), tail: file.slice(dot) };
}

function escaped(to: string): string {
  const first = to.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${first}${to.slice(1)}`;
}

const statics: readonly Form[] = [
  { name: 'named', target: code, code: ({ to }) => `import { value } from '${to}';\n${names}` },
  { name: 'renamed', target: code, code: ({ to }) => `import { value as v } from '${to}';\nconsole.log(v);` },
  { name: 'default', code: ({ to }) => `import all from '${to}';\n${all}` },
  { name: 'namespace', code: ({ to }) => `import * as all from '${to}';\n${all}` },
  {
    name: 'default and named',
    target: code,
    code: ({ to }) => `import all, { value } from '${to}';\n${all}${names}`,
  },
  { name: 'side effect', code: ({ to }) => `import '${to}';` },
  { name: 'double quotes', code: ({ to }) => `import * as all from "${to}"\n${all}` },
  { name: 'no spaces', target: code, code: ({ to }) => `import{value}from'${to}';${names}` },
  {
    name: 'several lines',
    target: code,
    code: ({ to }) => `import {\n  value,\n}\n  from\n  '${to}';\n${names}`,
  },
  {
    name: 'comments inside',
    target: code,
    code: ({ to }) =>
      `import /* a */ { value /* from 'x' */ } // from\n/* b */ from /* c */ '${to}';\n${names}`,
  },
  {
    name: 'after code',
    target: code,
    code: ({ to }) => `console.log(typeof value);\nimport { value } from '${to}';`,
  },
  {
    name: 'unused',
    target: code,
    code: ({ to }) => `import { value } from '${to}';\nconsole.log('nothing');`,
  },
  {
    name: 'string name',
    target: code,
    code: ({ to }) => `import { 'value' as v } from '${to}';\nconsole.log(v);`,
  },
  {
    name: 'json attributes',
    target: 'json',
    code: ({ to }) => `import all from '${to}' with { type: 'json' };\n${all}`,
  },
  {
    name: 'json namespace attributes',
    target: 'json',
    code: ({ to }) => `import * as all from '${to}' with { type: "json" };\n${all}`,
  },
  { name: 'escape in an import', code: ({ to }) => `import * as all from '${escaped(to)}';\n${all}` },
  { name: 'export named', target: code, code: ({ to }) => `export { value } from '${to}';` },
  {
    name: 'export renamed default',
    target: code,
    code: ({ to }) => `export { default as other } from '${to}';`,
  },
  { name: 'export all', target: code, code: ({ to }) => `export * from '${to}';` },
  { name: 'export all as', code: ({ to }) => `export * as all from '${to}';` },
  {
    name: 'export string name',
    target: code,
    code: ({ to }) => `export { value as 'the value' } from "${to}";`,
  },
  {
    name: 'import then export',
    target: code,
    code: ({ to }) => `import { value } from '${to}';\nexport { value };`,
  },
];

const typed: readonly Form[] = [
  {
    name: 'type only',
    isTyped: true,
    target: code,
    code: ({ to }) => `import type { Value } from '${to}';\nlet seen: Value | undefined;\nconsole.log(seen);`,
  },
  {
    name: 'export type only',
    isTyped: true,
    target: code,
    code: ({ to }) => `export type { Value } from '${to}';\nconsole.log(1);`,
  },
  {
    name: 'inline type only',
    isTyped: true,
    target: code,
    code: ({ to }) => `import { type Value } from '${to}';\nlet seen: Value | undefined;\nconsole.log(seen);`,
  },
  {
    name: 'inline type and value',
    isTyped: true,
    target: code,
    code: ({ to }) =>
      `import { type Value, value } from '${to}';\nlet seen: Value | undefined;\nconsole.log(seen, value);`,
  },
  {
    name: 'import type(…)',
    isTyped: true,
    target: code,
    code: ({ to }) => `let seen: import('${to}').Value | undefined;\nconsole.log(seen);`,
  },
  {
    name: 'typeof import',
    isTyped: true,
    target: code,
    code: ({ to }) => `let seen: typeof import('${to}') | undefined;\nconsole.log(seen);`,
  },
  { name: 'import equals', isTyped: true, code: ({ to }) => `import all = require('${to}');\n${all}` },
  { name: 'export import equals', isTyped: true, code: ({ to }) => `export import all = require('${to}');` },
  {
    name: 'import type equals',
    isTyped: true,
    target: code,
    code: ({ to }) =>
      `import type all = require('${to}');\nlet seen: all.Value | undefined;\nconsole.log(seen);`,
  },
  {
    name: 'dynamic as string',
    isTyped: true,
    code: ({ to }) => `console.log(await import('${to}' as string));`,
  },
  { name: 'dynamic with !', isTyped: true, code: ({ to }) => `console.log(await import('${to}'!));` },
  { name: 'require as string', isTyped: true, code: ({ to }) => `console.log(require('${to}' as string));` },
  {
    name: 'require with type',
    isTyped: true,
    code: ({ to }) => `const all = require<{ value: string }>('${to}');\n${all}`,
  },
];

const dynamics: readonly Form[] = [
  { name: 'dynamic', code: ({ to }) => `const all = await import('${to}');\n${all}` },
  { name: 'dynamic then', code: ({ to }) => `import('${to}').then((all) => console.log(all));` },
  {
    name: 'dynamic in a function',
    code: ({ to }) => `async function load() {\n  return import('${to}');\n}\nconsole.log(await load());`,
  },
  { name: 'dynamic with spaces', code: ({ to }) => `console.log(await import\n  (\n    '${to}'\n  ));` },
  {
    name: 'dynamic with comments',
    code: ({ to }) => `console.log(await import(/* webpackChunkName: "x" */ '${to}' /* y */));`,
  },
  { name: 'dynamic line comment', code: ({ to }) => `console.log(await import(\n  // why\n  '${to}'\n));` },
  { name: 'dynamic with comma', code: ({ to }) => `console.log(await import('${to}',));` },
  {
    name: 'dynamic attributes',
    target: 'json',
    code: ({ to }) => `console.log(await import('${to}', { with: { type: 'json' } }));`,
  },
  { name: 'dynamic plain template', code: ({ to }) => `console.log(await import(\`${to}\`));` },
  { name: 'dynamic parentheses', code: ({ to }) => `console.log(await import((('${to}'))));` },
  { name: 'dynamic escape', code: ({ to }) => `console.log(await import('${escaped(to)}'));` },
  { name: 'dynamic exported', code: ({ to }) => `export default await import('${to}');` },
  {
    name: 'dynamic literals joined',
    code: ({ to }) => `console.log(await import('${to.slice(0, 3)}' + '${to.slice(3)}'));`,
  },
  {
    name: 'dynamic either or',
    code: ({ to, other }) => `console.log(await import(process.argv[2] ? '${to}' : '${other}'));`,
  },
  {
    name: 'dynamic or else',
    code: ({ to, other }) => `console.log(await import(process.argv[2] ? '${other}' : '${to}'));`,
  },
  {
    name: 'dynamic template',
    isRelative: true,
    code: ({ to }) => {
      const { head, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(await import(\`${head}\${name}${tail}\`));`;
    },
  },
  {
    name: 'dynamic variable joined',
    isRelative: true,
    code: ({ to }) => {
      const { head, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(await import('${head}' + name + '${tail}'));`;
    },
  },
  {
    name: 'dynamic template, head',
    isRelative: true,
    code: ({ to }) => {
      const { head } = split(to);
      return `const name = process.argv[2];\nconsole.log(await import(\`${head}\${name}\`));`;
    },
  },
  {
    name: 'dynamic template, part of a name',
    isRelative: true,
    code: ({ to }) => {
      const { head, stem, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(await import(\`${head}${stem.slice(0, 1)}\${name}${tail}\`));`;
    },
  },
  { name: 'dynamic variable', code: ({ to }) => `const name = '${to}';\nconsole.log(await import(name));` },
];

const requires: readonly Form[] = [
  { name: 'require', code: ({ to }) => `const all = require('${to}');\n${all}` },
  { name: 'require destructured', code: ({ to }) => `const { value } = require('${to}');\n${names}` },
  { name: 'require bare', code: ({ to }) => `require('${to}');` },
  { name: 'require with spaces', code: ({ to }) => `const all = require\n (\n  "${to}"\n );\n${all}` },
  {
    name: 'require with comments',
    code: ({ to }) => `const all = require(/* a */ '${to}' /* b */);\n${all}`,
  },
  { name: 'require with comma', code: ({ to }) => `const all = require('${to}',);\n${all}` },
  { name: 'require member', code: ({ to }) => `console.log(require('${to}').value.length);` },
  { name: 'require called', code: ({ to }) => `console.log(new (require('${to}').default ?? Object)());` },
  {
    name: 'require in a function',
    code: ({ to }) => `function load() {\n  return require('${to}');\n}\nconsole.log(load());`,
  },
  {
    name: 'require in try',
    code: ({ to }) => `let all;\ntry {\n  all = require('${to}');\n} catch {}\n${all}`,
  },
  {
    name: 'require if there is one',
    code: ({ to }) => `const all = typeof require === 'function' && require('${to}');\n${all}`,
  },
  { name: 'require plain template', code: ({ to }) => `const all = require(\`${to}\`);\n${all}` },
  { name: 'require escape', code: ({ to }) => `const all = require('${escaped(to)}');\n${all}` },
  {
    name: 'require literals joined',
    code: ({ to }) => `const all = require('${to.slice(0, 3)}' + '${to.slice(3)}');\n${all}`,
  },
  {
    name: 'require either or',
    code: ({ to, other }) => `const all = require(process.argv[2] ? '${to}' : '${other}');\n${all}`,
  },
  {
    name: 'require or else',
    code: ({ to, other }) => `const all = require(process.argv[2] ? '${other}' : '${to}');\n${all}`,
  },
  { name: '(require)', code: ({ to }) => `const all = (require)('${to}');\n${all}` },
  { name: 'require optional call', code: ({ to }) => `const all = require?.('${to}');\n${all}` },
  { name: 'require parentheses', code: ({ to }) => `const all = require(('${to}'));\n${all}` },
  {
    name: 'require template',
    isRelative: true,
    code: ({ to }) => {
      const { head, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(require(\`${head}\${name}${tail}\`));`;
    },
  },
  {
    name: 'require variable joined',
    isRelative: true,
    code: ({ to }) => {
      const { head, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(require('${head}' + name + '${tail}'));`;
    },
  },
  {
    name: 'require in dead code',
    code: ({ to }) => `if (false) console.log(require('${to}'));\nconsole.log(1);`,
  },
  { name: 'require.resolve', code: ({ to }) => `console.log(require.resolve('${to}'));` },
  { name: 'require by another name', code: ({ to }) => `const load = require;\nconsole.log(load('${to}'));` },
  { name: 'module.require', code: ({ to }) => `console.log(module.require('${to}'));` },
  {
    name: 'createRequire',
    code: ({ to }) =>
      `import { createRequire } from 'node:module';\nconsole.log(createRequire(import.meta.url)('${to}'));`,
  },
  {
    name: 'require of a parameter',
    code: ({ to }) => `function run(require) {\n  return require('${to}');\n}\nconsole.log(run(String));`,
  },
  { name: 'new URL', code: ({ to }) => `console.log(new URL('${to}', import.meta.url));` },
];

const elements: readonly Form[] = [
  {
    name: 'named, in an element',
    isJsx: true,
    target: code,
    code: ({ to }) =>
      `import { value } from '${to}';\nconst jsx = (...all) => all;\nconsole.log(<p>it's {value}</p>);`,
  },
  {
    name: 'require in an element',
    isJsx: true,
    code: ({ to }) => `console.log(<p title={require('${to}').value}>don't</p>);`,
  },
  {
    name: 'dynamic after an apostrophe',
    isJsx: true,
    code: ({ to }) => `console.log(<p>don't</p>);\nconsole.log(await import('${to}'));`,
  },
  {
    name: 'static after an apostrophe',
    isJsx: true,
    target: code,
    code: ({ to }) => `console.log(<p>don't</p>);\nimport { value } from '${to}';\n${names}`,
  },
];

export const forms: readonly Form[] = [...statics, ...typed, ...dynamics, ...requires, ...elements];
