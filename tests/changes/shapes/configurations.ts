import { installedPackage, json, type Shape } from './shape.ts';

const references: Shape = {
  name: 'TypeScript: project references, composite projects, paths of a base',
  files: {
    'package.json': json({ name: 'acme', private: true, type: 'module' }),
    'tsconfig.base.json': json({
      compilerOptions: {
        composite: true,
        target: 'ES2022',
        baseUrl: '.',
        paths: { '@acme/core': ['libs/core/src/index.ts'], '@acme/core/*': ['libs/core/src/*'] },
      },
    }),
    'tsconfig.json': json({ files: [], references: [{ path: './libs/core' }, { path: './flows' }] }),
    'flows/tsconfig.json': json({ extends: '../tsconfig.base.json', references: [{ path: '../libs/core' }] }),
    'flows/load/index.ts':
      "import { core } from '@acme/core';\nimport { deep } from '@acme/core/deep/part';\nconsole.log(core, deep);\n",
    'libs/core/tsconfig.json': json({
      extends: '../../tsconfig.base.json',
      compilerOptions: { rootDir: 'src', outDir: '../../dist/core' },
    }),
    'libs/core/src/index.ts': "export * from './core.js';\n",
    'libs/core/src/core.ts': 'export const core = 1;\n',
    'libs/core/src/deep/part.ts': 'export const deep = 2;\n',
  },
};

const nx: Shape = {
  name: 'Nx: one package.json, libraries by paths of tsconfig.base.json',
  files: {
    'package.json': json({ name: 'acme', private: true }),
    'nx.json': json({}),
    'tsconfig.base.json': json({
      compilerOptions: {
        baseUrl: '.',
        experimentalDecorators: true,
        paths: {
          '@acme/data': ['libs/data/src/index.ts'],
          '@acme/data/testing': ['libs/data/src/testing.ts'],
          '@acme/util-*': ['libs/util/*/src/index.ts'],
        },
      },
    }),
    'tsconfig.json':
      '// the editor reads this\n{\n  "extends": "./tsconfig.base.json",\n  "exclude": ["node_modules",],\n}\n',
    'flows/load/index.ts':
      "import { data } from '@acme/data';\nimport { dates } from '@acme/util-dates';\nconsole.log(data, dates);\n",
    'libs/data/project.json': json({ name: 'data' }),
    'libs/data/src/index.ts': "export * from './lib/data';\n",
    'libs/data/src/lib/data.ts': "import { dates } from '@acme/util-dates';\nexport const data = dates;\n",
    'libs/data/src/testing.ts': 'export const testing = 1;\n',
    'libs/util/dates/src/index.ts': 'export const dates = 1;\n',
  },
};

const importsMap: Shape = {
  name: '`imports` maps: patterns, conditions, lists, a folder of its own',
  files: {
    'package.json': json({
      name: 'acme',
      type: 'module',
      imports: {
        '#lib/*': './lib/*.ts',
        '#lib/special/*': './special/*.ts',
        '#db': {
          browser: 'no-such-package',
          node: { import: './db/node.ts', require: './db/node.cjs' },
          default: './db/other.ts',
        },
        '#fallback': [{ 'no-such-condition': './no.ts' }, './lib/fallback.ts'],
      },
    }),
    'flows/load/index.ts':
      "import { part } from '#lib/part';\nimport { special } from '#lib/special/part';\nimport { db } from '#db';\nimport { fallback } from '#fallback';\nconsole.log(part, special, db, fallback);\n",
    'lib/part.ts': "import { inner } from '#lib/inner';\nexport const part = inner;\n",
    'lib/inner.ts': 'export const inner = 1;\n',
    'lib/fallback.ts': 'export const fallback = 1;\n',
    'special/part.ts': 'export const special = 1;\n',
    'db/node.ts': 'export const db = 1;\n',
    'db/node.cjs': 'exports.db = 1;\n',
    'db/other.ts': 'export const db = 2;\n',
    'flows/own/package.json': json({ type: 'module', imports: { '#lib/*': './lib/*.ts' } }),
    'flows/own/index.ts': "import { own } from '#lib/own';\nconsole.log(own);\n",
    'flows/own/lib/own.ts': 'export const own = 1;\n',
  },
};

const element =
  'export const jsx = (tag: unknown, rest: unknown) => ({ tag, rest });\nexport const jsxs = jsx;\nexport const Fragment = null;\n';

const jsx: Shape = {
  name: 'runtimes of elements: by option, by comment, by factory, of the repository',
  files: {
    'package.json': json({
      name: 'acme',
      type: 'module',
      imports: { '#html/jsx-runtime': './html/jsx-runtime.ts' },
      dependencies: { preact: '1.0.0' },
    }),
    'tsconfig.json': json({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: '#html' } }),
    'html/jsx-runtime.ts': `import { escape } from './escape.ts';\n${element}export { escape };\n`,
    'html/escape.ts': 'export const escape = (text: string) => text;\n',
    'flows/option/index.tsx': 'console.log(<p>hello</p>);\n',
    'flows/comment/index.tsx': '/** @jsxImportSource preact */\nconsole.log(<p>hello</p>);\n',
    'flows/classic/tsconfig.json': json({ compilerOptions: { jsx: 'react', jsxFactory: 'h' } }),
    'flows/classic/index.tsx': "import { h } from '../../html/h.ts';\nconsole.log(<p>it's {h('x')}</p>);\n",
    'html/h.ts': 'export const h = (...all: unknown[]) => all;\n',
    'flows/plain/index.jsx':
      "/** @jsx h */\nimport { h } from '../../html/h.ts';\nconsole.log(<p>don't</p>);\n",
  },
  installed: installedPackage('node_modules/preact', {
    files: { 'jsx-runtime.js': 'exports.jsx = String;\n' },
  }),
};

const ownTsconfigs: Shape = {
  name: 'a tsconfig.json for each flow, with a chain of `extends`',
  files: {
    'package.json': json({ name: 'acme', type: 'module' }),
    'tsconfig.base.json': json({ compilerOptions: { strict: true } }),
    'flows/tsconfig.json': json({
      extends: '../tsconfig.base.json',
      compilerOptions: { baseUrl: '..', paths: { 'lib/*': ['lib/*'] } },
    }),
    'flows/load/tsconfig.json': json({ extends: ['../tsconfig.json', './more.json'] }),
    'flows/load/more.json': json({ compilerOptions: { useDefineForClassFields: false } }),
    'flows/load/index.ts':
      "import { lib } from 'lib/lib';\nimport { rest } from 'lib/rest';\nconsole.log(lib, rest);\n",
    'lib/lib.ts': 'export const lib = 1;\n',
    'lib/rest/index.ts': 'export const rest = 1;\n',
  },
};

export const configurationShapes: readonly Shape[] = [references, nx, importsMap, jsx, ownTsconfigs];
