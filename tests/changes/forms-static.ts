import { escaped, type Form } from './form.ts';

const names = 'console.log(value);';
const all = 'console.log(all);';
const code = 'code' as const;

/** Ways that stand at the top of a file. */
export const statics: readonly Form[] = [
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
  {
    name: 'default and namespace',
    code: ({ to }) => `import one, * as all from '${to}';\nconsole.log(one, all);`,
  },
  { name: 'nothing named', code: ({ to }) => `import {} from '${to}';\nconsole.log(1);` },
  { name: 'export nothing named', code: ({ to }) => `export {} from '${to}';\nconsole.log(1);` },
  { name: 'export all as default', code: ({ to }) => `export * as default from '${to}';` },
  { name: 'text attributes', code: ({ to }) => `import all from '${to}' with { type: 'text' };\n${all}` },
];

/** Ways that only TypeScript has. */
export const typed: readonly Form[] = [
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
  {
    name: 'type only default',
    isTyped: true,
    target: code,
    code: ({ to }) =>
      `import type Value from '${to}';\nlet seen: typeof Value | undefined;\nconsole.log(seen);`,
  },
  {
    name: 'a value called type',
    isTyped: true,
    target: code,
    code: ({ to }) => `import type, { value } from '${to}';\nconsole.log(type, value);`,
  },
  {
    name: 'import equals in a namespace',
    isTyped: true,
    code: ({ to }) => `namespace Inner {\n  export import all = require('${to}');\n}\nconsole.log(Inner);`,
  },
  {
    name: 'dynamic satisfies',
    isTyped: true,
    code: ({ to }) => `console.log(await import(('${to}' as string) satisfies string));`,
  },
  {
    name: 'dynamic enum',
    isTyped: true,
    code: ({ to }) => `enum Place {\n  There = '${to}',\n}\nconsole.log(await import(Place.There));`,
  },
];
