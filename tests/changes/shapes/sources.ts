import { installedPackage, json, type Shape } from './shape.ts';

const nodeNext: Shape = {
  name: 'sources that import the names of compiled files, in both kinds of modules',
  files: {
    'package.json': json({ name: 'acme', type: 'module' }),
    'tsconfig.json': json({ compilerOptions: { module: 'nodenext', verbatimModuleSyntax: true } }),
    'flows/load/index.ts':
      "import { a } from '../../lib/a.js';\nimport { b } from '../../lib/b.mjs';\nimport c = require('../../lib/c.cjs');\nimport { type D } from '../../lib/types.js';\nimport type { E } from '../../lib/only-types.js';\nconst seen: D | E | undefined = undefined;\nconsole.log(a, b, c, seen);\n",
    'lib/a.ts': "export { a } from './a/index.js';\n",
    'lib/a/index.ts': 'export const a = 1;\n',
    'lib/b.mts': 'export const b = 1;\n',
    'lib/c.cts': 'export = 1;\n',
    'lib/types.ts': "import './effect.js';\nexport type D = string;\n",
    'lib/effect.ts': "console.log('effect');\n",
    'lib/only-types.ts': 'export type E = string;\n',
  },
};

const commonJs: Shape = {
  name: 'CommonJS as it has grown: folders, JSON, lists of steps, optional parts',
  files: {
    'package.json': json({ name: 'acme', version: '1.0.0', dependencies: { pg: '1.0.0' } }),
    'package-lock.json': json({
      lockfileVersion: 3,
      packages: { '': { name: 'acme' }, 'node_modules/pg': { version: '1.0.0', integrity: 'sha512-a' } },
    }),
    'flows/load/index.js': `const config = require('../../config');\nconst { version } = require('../../package.json');\nconst steps = ['extract', 'load'].map((name) => require('./steps/' + name));\nconst more = (name) => require(\`./more/\${name}.js\`);\nlet tuning;\ntry {\n  tuning = require('./tuning');\n} catch {\n  tuning = {};\n}\nmodule.exports = { config, version, steps, more, tuning, pg: require('pg') };\n`,
    'flows/load/steps/extract.js': "module.exports = require('../../../lib/db').extract;\n",
    'flows/load/steps/load.js': "exports.load = require('../../../lib/db');\n",
    'flows/load/steps/data.json': '{ "rows": 1 }\n',
    'flows/load/more/a.js': 'exports.a = 1;\n',
    'flows/load/tuning.js': 'module.exports = { fast: true };\n',
    'config/index.js': "module.exports = { ...require('./default.json'), ...require('./local') };\n",
    'config/default.json': '{ "a": 1 }\n',
    'config/local.json': '{ "b": 1 }\n',
    'lib/db/package.json': json({ main: 'src/db' }),
    'lib/db/src/db.js': 'exports.extract = 1;\n',
  },
  installed: installedPackage('node_modules/pg'),
};

const dataTeam: Shape = {
  name: 'flows that share queries, texts, other flows and everything of a folder',
  files: {
    'package.json': json({ name: 'acme', type: 'module' }),
    'flows/load/index.ts': `import query from './load.sql';\nimport notes from '../../docs/notes.md';\nimport settings from '../../settings.json' with { type: 'json' };\nimport { shared } from '../report/shared.ts';\nimport * as warehouse from '../../lib/warehouse';\nconst name = process.env['STEP'] ?? 'first';\nconst { step } = await import(\`./steps/\${name}.ts\`);\nconst other = await import('../../lib/' + name + '/part.ts');\nconsole.log(query, notes, settings, shared, warehouse, step, other);\n`,
    'flows/load/load.sql': 'select 1;\n',
    'flows/load/steps/first.ts': 'export const step = 1;\n',
    'flows/load/steps/second.ts': "export { step } from './first.ts';\n",
    'flows/report/index.ts': "import { shared } from './shared.ts';\nconsole.log(shared);\n",
    'flows/report/shared.ts': 'export const shared = 1;\n',
    'lib/warehouse/index.ts':
      "export * from './tables/index.ts';\nexport { default as client } from './client.ts';\n",
    'lib/warehouse/client.ts': "import './setup.ts';\nexport default 1;\n",
    'lib/warehouse/setup.ts': 'globalThis.ready = true;\n',
    'lib/warehouse/tables/index.ts': "export * as orders from './orders.ts';\n",
    'lib/warehouse/tables/orders.ts': "import rows from './orders.csv';\nexport const orders = rows;\n",
    'lib/warehouse/tables/orders.csv': 'id\n1\n',
    'lib/first/part.ts': 'export const part = 1;\n',
    'lib/second/part.ts': 'export const part = 2;\n',
    'docs/notes.md': '# Notes\n',
    'settings.json': '{ "a": 1 }\n',
  },
};

const committed: Shape = {
  name: 'node_modules in git, and code that was vendored',
  files: {
    'package.json': json({ name: 'acme', type: 'module' }),
    'flows/load/index.ts':
      "import { part } from 'part';\nimport { code } from '../../vendor/code/index.js';\nconsole.log(part, code);\n",
    ...installedPackage('node_modules/part', {
      main: "exports.part = require('./lib/inner').inner;\n",
      files: { 'lib/inner.js': 'exports.inner = 1;\n' },
    }),
    'vendor/code/index.js': "import { inner } from './inner.js';\nexport const code = inner;\n",
    'vendor/code/inner.js': 'export const inner = 1;\n',
  },
};

const nested: Shape = {
  name: 'a project for each flow, with entrypoints that lie deeper',
  files: {
    'package.json': json({ name: 'acme' }),
    'flows/load/flow.yml': 'description: One.\nentrypoint: src/main.ts\n',
    'flows/load/package.json': json({
      name: 'load',
      type: 'module',
      dependencies: { part: '1.0.0' },
      exports: { './*': './src/*.ts' },
    }),
    'flows/load/package-lock.json': json({
      lockfileVersion: 3,
      packages: { '': { name: 'load' }, 'node_modules/part': { version: '1.0.0', integrity: 'sha512-a' } },
    }),
    'flows/load/src/main.ts':
      "import { lib } from './lib';\nimport { self } from 'load/self';\nimport { part } from 'part';\nconsole.log(lib, self, part);\n",
    'flows/load/src/lib/index.ts': "import { up } from '..';\nexport const lib = () => up;\n",
    'flows/load/src/index.ts': 'export const up = 1;\n',
    'flows/load/src/self.ts': 'export const self = 1;\n',
  },
  installed: installedPackage('flows/load/node_modules/part', { main: 'exports.part = 1;\n' }),
};

export const sourceShapes: readonly Shape[] = [nodeNext, commonJs, dataTeam, committed, nested];
