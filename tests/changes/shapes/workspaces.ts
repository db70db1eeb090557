import { installedPackage, json, type Shape } from './shape.ts';

const tsx = 'export function Card({ title }: { title: string }) {\n  return <div>{title}</div>;\n}\n';

const pnpm: Shape = {
  name: 'pnpm: members by the workspace protocol, sources as a condition, a catalog',
  files: {
    'package.json': json({ name: 'acme', private: true, type: 'module', packageManager: 'pnpm@10.0.0' }),
    'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n  - flows\ncatalog:\n  ms: ^2.1.3\n",
    'pnpm-lock.yaml':
      "lockfileVersion: '9.0'\n\ncatalogs:\n  default:\n    ms:\n      specifier: ^2.1.3\n      version: 2.1.3\n\nimporters:\n\n  .: {}\n\n  flows:\n    dependencies:\n      '@acme/warehouse':\n        specifier: workspace:*\n        version: link:../packages/warehouse\n\n  packages/base:\n    dependencies:\n      ms:\n        specifier: 'catalog:'\n        version: 2.1.3\n\n  packages/warehouse:\n    dependencies:\n      '@acme/base':\n        specifier: workspace:^\n        version: link:../base\n\npackages:\n\n  ms@2.1.3:\n    resolution: {integrity: sha512-6FlzubTLZG3J2a/NVCAleEhjzq5oxgHyaCU9yYXvcLsvoVaHJq/s5xXI6/XXP6tz7R9xAOtHnSO/tXtF3WRTlA==}\n\nsnapshots:\n\n  ms@2.1.3: {}\n",
    'flows/package.json': json({
      name: 'flows',
      private: true,
      type: 'module',
      dependencies: { '@acme/warehouse': 'workspace:*' },
    }),
    'flows/load/index.ts':
      "import { load } from '@acme/warehouse';\nimport { rows } from '@acme/warehouse/tables/orders';\nawait load(rows);\n",
    'packages/warehouse/package.json': json({
      name: '@acme/warehouse',
      version: '1.0.0',
      type: 'module',
      exports: {
        '.': { types: './src/index.ts', development: './src/index.ts', default: './src/index.ts' },
        './tables/*': { default: './src/tables/*.ts' },
      },
      dependencies: { '@acme/base': 'workspace:^' },
    }),
    'packages/warehouse/src/index.ts': "export * from './load.js';\nexport type { Row } from './types.js';\n",
    'packages/warehouse/src/load.ts':
      "import { log } from '@acme/base';\nimport type { Row } from './types.js';\nexport async function load(rows: Row[]): Promise<void> {\n  log(rows.length);\n}\n",
    'packages/warehouse/src/types.ts': 'export type Row = { id: number };\n',
    'packages/warehouse/src/tables/orders.ts':
      "import type { Row } from '../types.js';\nexport const rows: Row[] = [{ id: 1 }];\n",
    'packages/base/package.json': json({
      name: '@acme/base',
      version: '1.0.0',
      type: 'module',
      main: './index.ts',
      dependencies: { ms: 'catalog:' },
    }),
    'packages/base/index.ts':
      "import ms from 'ms';\nexport const log = (value: unknown): void => console.log(ms(1_000), value);\n",
  },
  links: {
    'flows/node_modules/@acme/warehouse': 'packages/warehouse',
    'packages/warehouse/node_modules/@acme/base': 'packages/base',
    'packages/base/node_modules/ms': 'node_modules/.pnpm/ms@2.1.3/node_modules/ms',
  },
  installed: installedPackage('node_modules/.pnpm/ms@2.1.3/node_modules/ms', {
    main: 'module.exports = String;\n',
  }),
};

const turborepo: Shape = {
  name: 'Turborepo: `extends` from a package, a package of elements, sources in `exports`',
  files: {
    'package.json': json({
      name: 'my-turborepo',
      private: true,
      workspaces: ['apps/*', 'packages/*', 'flows'],
      packageManager: 'npm@11.0.0',
    }),
    'turbo.json': json({ tasks: { build: { dependsOn: ['^build'] } } }),
    'package-lock.json': json({
      name: 'my-turborepo',
      lockfileVersion: 3,
      packages: {
        '': { name: 'my-turborepo', workspaces: ['apps/*', 'packages/*', 'flows'] },
        flows: { dependencies: { '@repo/ui': '*' }, devDependencies: { '@repo/typescript-config': '*' } },
        'node_modules/@repo/ui': { resolved: 'packages/ui', link: true },
        'node_modules/@repo/typescript-config': { resolved: 'packages/typescript-config', link: true },
        'node_modules/react': { version: '1.0.0', integrity: 'sha512-a' },
        'packages/ui': { name: '@repo/ui', dependencies: { react: '^1.0.0' } },
        'packages/typescript-config': { name: '@repo/typescript-config' },
      },
    }),
    'flows/package.json': json({
      name: 'flows',
      type: 'module',
      dependencies: { '@repo/ui': '*' },
      devDependencies: { '@repo/typescript-config': '*' },
    }),
    'flows/tsconfig.json': json({
      extends: '@repo/typescript-config/react-library.json',
      compilerOptions: { paths: { '~/*': ['./shared/*'] } },
    }),
    'flows/mail/index.tsx':
      "import { Card } from '@repo/ui/card';\nimport { subject } from '~/subject';\nconsole.log(<Card title={subject} />);\n",
    'flows/shared/subject.ts': "export const subject = 'Report';\n",
    'packages/ui/package.json': json({
      name: '@repo/ui',
      version: '0.0.0',
      type: 'module',
      exports: { './*': './src/*.tsx' },
      dependencies: { react: '^1.0.0' },
    }),
    'packages/ui/tsconfig.json': json({
      extends: '@repo/typescript-config/react-library.json',
      include: ['src'],
    }),
    'packages/ui/src/card.tsx': tsx,
    'packages/ui/src/button.tsx': tsx.replace('Card', 'Button'),
    'packages/typescript-config/package.json': json({
      name: '@repo/typescript-config',
      version: '0.0.0',
      private: true,
    }),
    'packages/typescript-config/base.json': json({
      compilerOptions: { target: 'ES2022', module: 'NodeNext', strict: true },
    }),
    'packages/typescript-config/react-library.json': json({
      extends: './base.json',
      compilerOptions: { jsx: 'react-jsx' },
    }),
  },
  links: {
    'node_modules/@repo/ui': 'packages/ui',
    'node_modules/@repo/typescript-config': 'packages/typescript-config',
  },
  installed: installedPackage('node_modules/react', {
    files: { 'jsx-runtime.js': 'exports.jsx = String;\n' },
  }),
};

const berry: Shape = {
  name: 'Yarn: workspaces, `portal:` and `link:`',
  files: {
    'package.json': json({
      name: 'acme',
      private: true,
      workspaces: ['packages/*'],
      dependencies: { '@acme/lib': 'workspace:^', tool: 'portal:./vendor/tool', part: 'link:./vendor/part' },
    }),
    '.yarnrc.yml': 'nodeLinker: node-modules\n',
    'yarn.lock':
      '__metadata:\n  version: 8\n  cacheKey: 10c0\n\n"@acme/lib@workspace:^, @acme/lib@workspace:packages/lib":\n  version: 0.0.0-use.local\n  resolution: "@acme/lib@workspace:packages/lib"\n  languageName: unknown\n  linkType: soft\n\n"acme@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "acme@workspace:."\n  dependencies:\n    "@acme/lib": "workspace:^"\n    part: "link:./vendor/part"\n    tool: "portal:./vendor/tool"\n  languageName: unknown\n  linkType: soft\n\n"part@link:./vendor/part::locator=acme%40workspace%3A.":\n  version: 0.0.0-use.local\n  resolution: "part@link:./vendor/part::locator=acme%40workspace%3A."\n  languageName: node\n  linkType: soft\n\n"tool@portal:./vendor/tool::locator=acme%40workspace%3A.":\n  version: 0.0.0-use.local\n  resolution: "tool@portal:./vendor/tool::locator=acme%40workspace%3A."\n  languageName: node\n  linkType: soft\n',
    'flows/load/index.ts':
      "import { lib } from '@acme/lib';\nimport tool from 'tool';\nimport { part } from 'part/part.js';\nconsole.log(lib, tool, part);\n",
    'packages/lib/package.json': json({
      name: '@acme/lib',
      version: '1.0.0',
      type: 'module',
      main: 'src/index.ts',
    }),
    'packages/lib/src/index.ts': 'export const lib = 1;\n',
    'vendor/tool/package.json': json({ name: 'tool', version: '1.0.0', main: 'lib' }),
    'vendor/tool/lib/index.js': "module.exports = require('./part');\n",
    'vendor/tool/lib/part.js': 'module.exports = 1;\n',
    'vendor/part/part.js': 'exports.part = 1;\n',
  },
  links: {
    'node_modules/@acme/lib': 'packages/lib',
    'node_modules/tool': 'vendor/tool',
    'node_modules/part': 'vendor/part',
  },
};

const bun: Shape = {
  name: 'Bun: workspaces, sources without a build',
  files: {
    'package.json': json({
      name: 'acme',
      private: true,
      type: 'module',
      workspaces: ['packages/*'],
      dependencies: { '@acme/lib': 'workspace:*' },
    }),
    'bun.lock':
      '{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "acme",\n      "dependencies": {\n        "@acme/lib": "workspace:*",\n      },\n    },\n    "packages/lib": {\n      "name": "@acme/lib",\n    },\n  },\n  "packages": {\n    "@acme/lib": ["@acme/lib@workspace:packages/lib"],\n  }\n}\n',
    'flows/load/index.ts':
      "import { lib } from '@acme/lib';\nimport { deep } from '@acme/lib/deep';\nconsole.log(lib, deep);\n",
    'packages/lib/package.json': json({ name: '@acme/lib', module: 'index.ts', type: 'module' }),
    'packages/lib/index.ts': "export { lib } from './lib';\n",
    'packages/lib/lib.ts': 'export const lib = 1;\n',
    'packages/lib/deep.ts': 'export const deep = 2;\n',
  },
  links: { 'node_modules/@acme/lib': 'packages/lib' },
};

const file: Shape = {
  name: 'npm: `file:` dependencies of `file:` dependencies, no workspaces',
  files: {
    'package.json': json({ name: 'acme', type: 'module', dependencies: { lib: 'file:lib' } }),
    'package-lock.json': json({
      name: 'acme',
      lockfileVersion: 3,
      packages: {
        '': { name: 'acme', dependencies: { lib: 'file:lib' } },
        base: { name: 'base', version: '1.0.0' },
        lib: { name: 'lib', version: '1.0.0', dependencies: { base: 'file:../base' } },
        'node_modules/base': { resolved: 'base', link: true },
        'node_modules/lib': { resolved: 'lib', link: true },
      },
    }),
    'flows/load/index.ts': "import { lib } from 'lib';\nconsole.log(lib);\n",
    'lib/package.json': json({
      name: 'lib',
      version: '1.0.0',
      main: './src/lib.js',
      dependencies: { base: 'file:../base' },
    }),
    'lib/src/lib.js': "exports.lib = require('base').base;\n",
    'base/package.json': json({ name: 'base', version: '1.0.0' }),
    'base/index.js': 'exports.base = 1;\n',
  },
  links: { 'node_modules/lib': 'lib', 'node_modules/base': 'base' },
};

const built: Shape = {
  name: 'members whose `dist` a tool builds and git ignores',
  files: {
    'package.json': json({ name: 'acme', private: true, type: 'module', workspaces: ['packages/*'] }),
    '.gitignore': 'node_modules\ndist\n',
    'flows/load/index.ts': "import { lib } from '@acme/lib';\nconsole.log(lib);\n",
    'packages/lib/package.json': json({
      name: '@acme/lib',
      version: '1.0.0',
      type: 'module',
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    }),
    'packages/lib/tsconfig.json': json({
      compilerOptions: { outDir: 'dist', rootDir: 'src', composite: true },
    }),
    'packages/lib/src/index.ts': "export { lib } from './lib.js';\n",
    'packages/lib/src/lib.ts': 'export const lib = 1;\n',
  },
  links: { 'node_modules/@acme/lib': 'packages/lib' },
  installed: {
    'packages/lib/dist/index.js': "export { lib } from './lib.js';\n",
    'packages/lib/dist/lib.js': 'export const lib = 1;\n',
  },
};

export const workspaceShapes: readonly Shape[] = [pnpm, turborepo, berry, bun, file, built];
