import { describe, expect, it } from '@jest/globals';
import { importChain } from '../../src/core/closure.ts';
import type { Manifest } from '../../src/core/flow.ts';
import { describeProblem } from '../../src/core/problem.ts';
import { closuresOf } from '../../src/flow/closure.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import { blobOf, sourceOf } from '../source.ts';
import { commandManifest, manifest } from './manifests.ts';

type Files = { readonly [path: string]: string };

async function closure(files: Files, of: Manifest = manifest('a')) {
  const found = await closuresOf([of], sourceOf(files));
  const own = found.closures.get(of.name);
  if (own === undefined) throw new Error('no closure');
  return {
    ...own,
    files: own.files(),
    paths: [...own.files().keys()],
    problems: found.problems.map(describeProblem),
    warnings: found.warnings.map(describeProblem),
  };
}

/** The paths that `flows/a/index.ts` with this text reaches, besides itself. */
async function reached(text: string, others: Files): Promise<readonly string[]> {
  const { paths, problems } = await closure({ 'flows/a/index.ts': text, ...others });
  expect(problems).toEqual([]);
  return paths.filter((path) => path !== 'flows/a/index.ts');
}

describe('what an entrypoint flow is made of', () => {
  it('is its entry and what that imports, with who imported it, and nothing else of the folder', async () => {
    const own = await closure({
      'flows/a/flow.yml': 'entrypoint: index.ts',
      'flows/a/index.ts': "import { money } from '../../lib/money.ts'; import './local';",
      'flows/a/local.ts': "export * from '../../lib/deep/one.js';",
      'flows/a/README.md': 'x',
      'lib/money.ts': 'export const money = 1;',
      'lib/deep/one.ts': "import '../money.ts'; import './two';",
      'lib/deep/two.ts': 'export {};',
      'lib/unused.ts': '',
    });
    expect(own.paths).toEqual([
      'flows/a/index.ts',
      'flows/a/local.ts',
      'lib/deep/one.ts',
      'lib/deep/two.ts',
      'lib/money.ts',
    ]);
    expect(own.files.get('lib/money.ts')).toEqual({
      blob: blobOf('export const money = 1;'),
      importedBy: 'flows/a/index.ts',
    });
    expect(importChain(own.files, 'lib/deep/two.ts')).toEqual([
      'flows/a/index.ts',
      'flows/a/local.ts',
      'lib/deep/one.ts',
      'lib/deep/two.ts',
    ]);
  });

  const spellings: readonly [string, string, string][] = [
    ['a static import', "import x from './x.ts'", 'x.ts'],
    ['an import for its effect', "import './x.ts'", 'x.ts'],
    ['a dynamic import', "await import('./x.ts')", 'x.ts'],
    ['a dynamic import of a template', 'await import(`./x.ts`)', 'x.ts'],
    ['a re-export', "export { y } from './x.ts'", 'x.ts'],
    ['a re-export of all', "export * as y from './x.ts'", 'x.ts'],
    ['require', "const x = require('./x.ts')", 'x.ts'],
    ['import = require', "import x = require('./x.ts')", 'x.ts'],
    ['.js written for .ts', "import './x.js'", 'x.ts'],
    ['.mjs written for .mts', "import './x.mjs'", 'x.mts'],
    ['.cjs written for .cts', "import './x.cjs'", 'x.cts'],
    ['.jsx written for .tsx', "import './x.jsx'", 'x.tsx'],
    ['no extension', "import './x'", 'x.js'],
    ['a folder with an index', "import './x'", 'x/index.ts'],
    ['a folder with a slash', "import './x/'", 'x/index.ts'],
    ['JSON', "import x from './x.json' with { type: 'json' }", 'x.json'],
    ['a query', "import './x.ts?raw'", 'x.ts'],
    ['the folder above', "import '..'", '../index.ts'],
    ['its own folder', "import '.'; export {}", ''],
    ['one type among values', "import { type T, y } from './x.ts'", 'x.ts'],
    ['a value called type', "import type from './x.ts'", 'x.ts'],
  ];
  it.each(spellings)('follows %s', async (_, text, target) => {
    const path = target.startsWith('../') ? `flows/${target.slice(3)}` : `flows/a/${target}`;
    const found = await reached(text, target === '' ? {} : { [path]: '' });
    expect(found).toEqual(target === '' ? [] : [path]);
  });

  it.each([
    ["import type { T } from './x.ts'"],
    ["import { type T, type U as V } from './x.ts'"],
    ["export type { T } from './x.ts'"],
    ["export type * from './x.ts'"],
    ["import type X = require('./x.ts')"],
    ["let x: typeof import('./x.ts')"],
    ["let x: import('./x.ts').T"],
    ["// import './x.ts'"],
    ['const text = "import \'./x.ts\'"'],
    ["import 'node:fs'; import fs from 'fs'; import p from 'fs/promises'"],
    ["import { T } from './only-types'"],
  ])('leaves out %s', async (text) => {
    expect(await reached(text, { 'flows/a/x.ts': '', 'flows/a/only-types.d.ts': '' })).toEqual([]);
  });

  it('keeps a statement of types only where TypeScript is told to keep it', async () => {
    const text = "import { type T } from './x.ts'";
    const config = { 'tsconfig.json': '{ "compilerOptions": { "verbatimModuleSyntax": true } }' };
    expect(await reached(text, { 'flows/a/x.ts': '', ...config })).toEqual(['flows/a/x.ts']);
  });

  it('takes everything that a path with a variable part can reach, as the bundler does', async () => {
    const others = { 'flows/a/steps/one.ts': '', 'flows/a/steps/in/two.ts': '', 'flows/a/other.ts': '' };
    const steps = ['flows/a/steps/in/two.ts', 'flows/a/steps/one.ts'];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program.
    expect(await reached('await import(`./steps/${name}.ts`)', others)).toEqual(steps);
    expect(await reached("await import('./steps/' + name + '.ts')", others)).toEqual(steps);
  });

  it('warns of an import that only the running program knows', async () => {
    const own = await closure({ 'flows/a/index.ts': '\n\nawait import(process.argv[2])' });
    expect(own.warnings).toEqual([expect.stringMatching(/^flows\/a\/index\.ts:3 W_DYNAMIC_IMPORT /)]);
  });

  it('says where an import leads nowhere', async () => {
    const own = await closure({
      'flows/a/index.ts': "import './there.ts';\nimport '../../../../etc/passwd';\nimport '/etc/passwd';",
      'flows/a/there.ts': "\nexport * from './gone.js';",
    });
    expect(own.problems).toEqual([
      expect.stringMatching(/^flows\/a\/index\.ts:2 E_IMPORT .*leads out of the repository/),
      expect.stringMatching(/^flows\/a\/index\.ts:3 E_IMPORT .*absolute/),
      expect.stringMatching(/^flows\/a\/there\.ts:2 E_IMPORT .*"\.\/gone\.js".*no such file/),
    ]);
  });

  it.each([
    ["if (false) require('./gone.ts')"],
    ["if (true) {} else console.log(require('./gone.ts'))"],
    [
      "false && require('./gone.ts'); 0 ? import('./gone.ts') : 1; true || require('./gone.ts'); 1 ?? require('./gone.ts')",
    ],
    ["const DEBUG = false; if (DEBUG) (() => { require('./gone.ts'); })()"],
  ])('lets be what no program comes to, as the bundler does: %s', async (text) => {
    expect((await closure({ 'flows/a/index.ts': text })).problems).toEqual([]);
    expect(await reached(text, { 'flows/a/gone.ts': '' })).toEqual(['flows/a/gone.ts']);
  });

  it.each([
    ["if (true) require('./gone.ts')"],
    ["1 && require('./gone.ts')"],
    ["null ?? require('./gone.ts')"],
  ])('and takes what it comes to: %s', async (text) => {
    expect((await closure({ 'flows/a/index.ts': text })).problems).toEqual([
      expect.stringContaining('E_IMPORT'),
    ]);
  });

  it('lets an import lead nowhere that TypeScript drops, since it names nothing', async () => {
    const problems = async (text: string) => (await closure({ 'flows/a/index.ts': text })).problems;
    expect(await problems("import {} from './gone.ts';")).toEqual([]);
    expect(await problems("import './gone.ts';")).toEqual([expect.stringContaining('E_IMPORT')]);
  });

  it('falls back to a search that may find too much and never too little', async () => {
    const own = await closure({
      'flows/a/index.ts': "import './x.tsx'; let broken = `${ ; \nconst y = require('./y'); import('./z.ts')",
      'flows/a/x.tsx':
        "import './w';\nconst a = <p>it's</p>;\nconst b = () => import('./z.ts');\n// from './gone'",
      'flows/a/y.js': '',
      'flows/a/z.ts': '',
      'flows/a/w.ts': '',
    });
    expect(own.problems).toEqual([]);
    expect(own.paths.map((path) => path.slice(8))).toEqual(['index.ts', 'w.ts', 'x.tsx', 'y.js', 'z.ts']);
  });

  it('survives circles, and reads each file once for all flows', async () => {
    const files = {
      'flows/a/index.ts': "import '../../lib/x.ts'",
      'flows/b/index.ts': "import '../../lib/y.ts'",
      'lib/x.ts': "import './y.ts'",
      'lib/y.ts': "import './x.ts'; import './y.ts'",
    };
    const source = sourceOf(files);
    const { closures } = await closuresOf([manifest('a'), manifest('b')], source);
    expect([...closures.values()].map(({ files: own }) => [...own().keys()])).toEqual([
      ['flows/a/index.ts', 'lib/x.ts', 'lib/y.ts'],
      ['flows/b/index.ts', 'lib/x.ts', 'lib/y.ts'],
    ]);
    expect(new Set(source.reads.values())).toEqual(new Set([1]));
  });

  it('searches hostile text in linear time', async () => {
    const blanks = ' '.repeat(300_000);
    const text = `import${blanks}( from${blanks}require${blanks}(\`\${`.concat('import('.repeat(20_000));
    const started = cpuTimeMs();
    await closure({ 'flows/a/index.ts': text });
    expect(cpuTimeMs() - started).toBeLessThan(2_000);
  });
});

describe('imports by name', () => {
  it('follow the paths of the nearest tsconfig, with what it extends and comments in it', async () => {
    const own = await closure({
      'tsconfig.json': '{ // root\n "extends": ["./config/paths", "@tsconfig/node20/tsconfig.json"], }',
      'config/paths.json':
        '{ "compilerOptions": { "paths": { "@lib/*": ["../lib/*"], "exact": ["../lib/e.ts"] } } }',
      'flows/b/tsconfig.json':
        '{ "extends": "../../tsconfig.json", "compilerOptions": { "baseUrl": "./src" } }',
      'flows/a/index.ts': "import '@lib/one'; import 'exact'; import '../b/index.ts'",
      'flows/b/index.ts': "import 'two/deep'; import 'left-pad'",
      'flows/b/src/two/deep.ts': '',
      'lib/one.ts': '',
      'lib/e.ts': '',
    });
    expect(own.problems).toEqual([]);
    expect(own.paths).toEqual([
      'flows/a/index.ts',
      'flows/b/index.ts',
      'flows/b/src/two/deep.ts',
      'lib/e.ts',
      'lib/one.ts',
    ]);
    expect(own.packages).toEqual(['flows/b left-pad asked']);
  });

  it('survive a tsconfig that extends itself', async () => {
    const own = await closure({
      'tsconfig.json':
        '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "x": ["./x.ts"] } } }',
      'flows/a/index.ts': "import 'x'",
      'x.ts': '',
    });
    expect(own.paths).toEqual(['flows/a/index.ts', 'x.ts']);
  });

  it('lead to workspaces, by what these export', async () => {
    const files = {
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/one/package.json':
        '{ "name": "@acme/one", "exports": { ".": { "types": "./t.d.ts", "import": "./src/index.js" }, "./f/*": "./src/f/*.ts" } }',
      'packages/one/src/index.ts': "import 'two'",
      'packages/one/src/f/g.ts': '',
      'packages/one/src/not-exported.ts': '',
      'packages/two/package.json': '{ "name": "two", "main": "main" }',
      'packages/two/main.js': '',
      'packages/two/other.js': '',
      'packages/built/package.json': '{ "name": "built", "exports": "./dist/index.js" }',
      'packages/built/src/a.ts': "import './b'",
      'packages/built/src/b.ts': '',
      'elsewhere/package.json': '{ "name": "not-a-member" }',
      'flows/a/index.ts': "import '@acme/one'; import '@acme/one/f/g'; import 'built'; import 'not-a-member'",
    };
    const own = await closure(files);
    expect(own.problems).toEqual([]);
    expect(own.paths).toEqual([
      'flows/a/index.ts',
      'packages/built/package.json',
      'packages/built/src/a.ts',
      'packages/built/src/b.ts',
      'packages/one/src/f/g.ts',
      'packages/one/src/index.ts',
      'packages/two/main.js',
    ]);
    expect(own.packages).toEqual(['flows/a not-a-member asked']);
  });

  it('lead to the package itself and to its internal names', async () => {
    const own = await closure({
      'package.json':
        '{ "name": "acme", "exports": { "./money": "./lib/money.ts" }, "imports": { "#db/*": "./db/*.ts", "#pad": "left-pad" } }',
      'flows/a/index.ts': "import 'acme/money'; import '#db/pool'; import '#pad'",
      'lib/money.ts': '',
      'db/pool.ts': '',
    });
    expect(own.problems).toEqual([]);
    expect(own.paths).toEqual(['db/pool.ts', 'flows/a/index.ts', 'lib/money.ts']);
    expect(own.packages).toEqual([' left-pad asked']);
  });
});

describe('what a command flow is made of', () => {
  it('is its folder without the manifest, its lock files as packages', async () => {
    const own = await closure(
      {
        'flows/a/flow.yml': '',
        'flows/a/main.py': 'x',
        'flows/a/lib/run.sh': 'y',
        'flows/a/requirements.txt': 'z',
        'flows/ab/main.py': 'no',
        'main.py': 'no',
      },
      commandManifest('a'),
    );
    expect([...own.files]).toEqual([
      ['flows/a/lib/run.sh', { blob: blobOf('y'), isExecutable: true }],
      ['flows/a/main.py', { blob: blobOf('x') }],
    ]);
    expect(own.packages).toEqual([`flows/a/requirements.txt ${blobOf('z')}`]);
  });
});

describe('inputs', () => {
  const files = {
    'flows/a/index.ts': '',
    'flows/a/data.csv': '',
    'flows/a/flow.yml': '',
    'lib/one.sql': '',
    'lib/deep/two.sql': '',
    'lib/deep/.three.sql': '',
    'top.sql': '',
  };
  it('add files by globs from the folder, and take them away with !', async () => {
    const inputs = ['*.csv', '../../lib/**/*.sql', '!../../lib/deep/two.sql', './flow.yml'];
    const own = await closure(files, manifest('a', { inputs }));
    expect(own.problems).toEqual([]);
    expect(own.paths).toEqual(['flows/a/data.csv', 'flows/a/index.ts', 'lib/deep/.three.sql', 'lib/one.sql']);
  });

  it.each([
    '../../../x',
    '/etc/*',
    '{../../..,x}/y',
    'x/../../../../y',
    '../../../../../../etc/*',
    '!../../../x',
  ])('may not lead out of the repository: %s', async (glob) => {
    const own = await closure(files, manifest('a', { inputs: [glob] }));
    expect(own.problems).toEqual([expect.stringMatching(/^flows\/a\/flow\.yml E_PATH_ESCAPE inputs\[0\]/)]);
  });

  it('are bounded in what they may ask for', async () => {
    const own = await closure(files, manifest('a', { inputs: ['*a*a*a*a*a*a*b', '**/a/'.repeat(9)] }));
    expect(own.problems.map((text) => text.split(' ')[1])).toEqual(['E_GLOB', 'E_GLOB']);
  });

  it('warn when they match nothing', async () => {
    const own = await closure(files, manifest('a', { inputs: ['*.parquet'] }));
    expect(own.warnings).toEqual([expect.stringContaining('W_INPUTS_EMPTY')]);
  });
});

describe('images', () => {
  const files = {
    'flows/a/main.py': '',
    'flows/a/docker/Dockerfile': 'own',
    Dockerfile: 'project',
    '.dockerignore': 'ignore',
  };
  it("are the project's, or the flow's own", async () => {
    const project = await closure(files, commandManifest('a'));
    expect(project.image).toEqual({
      dockerfile: 'Dockerfile',
      isOwn: false,
      files: new Map([
        ['Dockerfile', blobOf('project')],
        ['.dockerignore', blobOf('ignore')],
      ]),
    });
    const base = commandManifest('a');
    const own = await closure(files, {
      ...base,
      workload: { ...base.workload, dockerfile: 'docker/Dockerfile' },
    });
    expect(own.image?.isOwn).toBe(true);
    expect(own.image?.dockerfile).toBe('flows/a/docker/Dockerfile');
    expect(own.paths).toEqual(['flows/a/main.py']);
  });

  it('must have their Dockerfile', async () => {
    const base = commandManifest('a');
    const own = await closure(files, { ...base, workload: { ...base.workload, dockerfile: 'gone' } });
    expect(own.problems).toEqual([expect.stringContaining('E_DOCKERFILE image.dockerfile')]);
  });
});
