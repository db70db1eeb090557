import { escaped, type Form } from './form.ts';

const names = 'console.log(value);';
const all = 'console.log(all);';

function split(to: string): { readonly head: string; readonly stem: string; readonly tail: string } {
  const head = to.slice(0, to.lastIndexOf('/') + 1);
  const file = to.slice(head.length);
  const dot = file.indexOf('.');
  return dot === -1
    ? { head, stem: file, tail: '' }
    : { head, stem: file.slice(0, dot), tail: file.slice(dot) };
}

/** Calls of `import`. */
export const dynamics: readonly Form[] = [
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
  {
    name: 'dynamic template of literals',
    code: ({ to }) => `console.log(await import(\`\${'${to.slice(0, 3)}'}${to.slice(3)}\`));`,
  },
  { name: 'dynamic after a comma', code: ({ to }) => `console.log(await import((0, '${to}')));` },
  { name: 'dynamic ??', code: ({ to }) => `console.log(await import(null ?? '${to}'));` },
  { name: 'dynamic ||', code: ({ to }) => `console.log(await import('' || '${to}'));` },
  {
    name: 'dynamic, decided already',
    code: ({ to, other }) => `console.log(await import(true ? '${to}' : '${other}'));`,
  },
  {
    name: 'dynamic either or either',
    code: ({ to, other }) =>
      `const [, , one, two] = process.argv;\nconsole.log(await import(one ? (two ? '${other}' : '${to}') : '${other}'));`,
  },
  {
    name: 'dynamic template joined',
    isRelative: true,
    code: ({ to }) => {
      const { head, tail } = split(to);
      return `const name = process.argv[2];\nconsole.log(await import(\`${head}\${name}\` + '${tail}'));`;
    },
  },
  { name: 'dynamic in a template', code: ({ to }) => `console.log(\`\${await import('${to}')}\`);` },
];

/** Calls of `require`. */
export const requires: readonly Form[] = [
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
  { name: 'require variable', code: ({ to }) => `const name = '${to}';\nconsole.log(require(name));` },
  {
    name: 'require template of literals',
    code: ({ to }) => `const all = require(\`\${'${to.slice(0, 3)}'}${to.slice(3)}\`);\n${all}`,
  },
  { name: 'require after a comma', code: ({ to }) => `const all = require((0, '${to}'));\n${all}` },
  { name: 'require ??', code: ({ to }) => `const all = require(null ?? '${to}');\n${all}` },
  { name: 'require in a template', code: ({ to }) => `console.log(\`\${\`\${require('${to}')}\`}\`);` },
  {
    name: 'require of a static field',
    code: ({ to }) => `class Holder {\n  static all = require('${to}');\n}\nconsole.log(Holder);`,
  },
  {
    name: 'require in production',
    code: ({ to }) => `if (process.env.NODE_ENV === 'production') require('${to}');`,
  },
  { name: 'require with another argument', code: ({ to }) => `console.log(require('${to}', 1));` },
  { name: 'require.call', code: ({ to }) => `console.log(require.call(null, '${to}'));` },
  {
    name: 'require of a block',
    code: ({ to }) => `{\n  const require = String;\n  console.log(require('${to}'));\n}`,
  },
];
