import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Buildable,
  buildFlow,
  buildFlows,
  isInProjectImage,
  snapshotFlow,
} from '../../../../src/adapters/local/build/build-flow.ts';
import type { FlowName } from '../../../../src/core/flow.ts';
import { InputError } from '../../../../src/core/problem.ts';
import { failingPlace } from '../../../../src/report/stack-trace.ts';
import { type DefinitionParts, definitionOf, type Playground, playground, textOf } from '../playground.ts';

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

function manifestOf(flow: string, parts: DefinitionParts = {}): Buildable {
  const program = parts.program ?? { kind: 'entrypoint', file: 'index.ts' };
  const { workload } = definitionOf(flow, { ...parts, program });
  return { name: flow as FlowName, workload, inputs: parts.inputs ?? [] };
}

const command = { kind: 'command', argv: ['sh', 'run.sh'] } as const;

function out(...parts: readonly string[]): string {
  return path.join(place.root, 'out', ...parts);
}

function build(manifest: Buildable): ReturnType<typeof buildFlow> {
  return buildFlow({ root: place.root, manifest, outDirectory: out() });
}

/** Runs a bundle as the image does: plain node, in a folder with nothing else. */
async function run(file: string, environment: { readonly [name: string]: string } = {}): Promise<string> {
  const cwd = path.join(place.root, 'empty');
  await mkdir(cwd, { recursive: true });
  return execFileSync(process.execPath, ['--enable-source-maps', file], {
    cwd,
    env: environment,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

async function problemsOf(manifest: Buildable): Promise<InputError['problems']> {
  try {
    await build(manifest);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('It was built.');
}

const sdk = {
  'node_modules/headgate/package.json': '{"name":"headgate","type":"module","exports":"./sdk.js"}',
  'node_modules/headgate/sdk.js':
    'export const flow = (fn) => ({ fn });\nexport async function runFlow(flow) { if (flow !== undefined) await flow.fn("from the runner"); }',
};

describe('bundling an entrypoint', () => {
  it('puts code, packages and JSON into one file that runs from anywhere', async () => {
    await place.write({
      ...sdk,
      'node_modules/left/package.json': '{"name":"left","main":"main.js"}',
      'node_modules/left/main.js':
        'const path = require("node:path"); module.exports = () => path.isAbsolute(__dirname) && typeof require("path");',
      'lib/rates.json': '{"usd":1.5}',
      'flows/a/query.sql': 'select 1;',
      'flows/a/index.ts': `import { flow } from 'headgate';
        import left from 'left';
        import rates from '../../lib/rates.json' with { type: 'json' };
        import query from './query.sql';
        export default flow(async (name: string) => { console.log(name, rates.usd, query, left()); });`,
    });
    const { file, bytes, flow } = await build(manifestOf('a'));
    expect(file).toBe(out('a', 'index.mjs'));
    expect(flow).toBe('a');
    expect(bytes).toBe((await stat(file)).size);
    await place.write({ 'node_modules/left/main.js': 'throw new Error("not bundled")' });
    expect(await run(file)).toBe('from the runner 1.5 select 1; object');
    expect(await readdir(out('a'))).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('leaves names that a flow gives itself alone, also those of CommonJS', async () => {
    await place.write({
      'flows/a/index.ts': `import { createRequire } from 'node:module';
        const require = createRequire(import.meta.url); const __dirname = 'mine';
        console.log(typeof require('node:fs'), __dirname);`,
    });
    expect(await run((await build(manifestOf('a'))).file)).toBe('object mine');
  });

  it('builds a plain script in a project without the SDK', async () => {
    await place.write({
      'flows/a/index.ts': 'const answer: number = await Promise.resolve(42); console.log(answer);',
    });
    expect(await run((await build(manifestOf('a'))).file)).toBe('42');
  });

  it('resolves the SDK by the paths of tsconfig.json', async () => {
    await place.write({
      'tsconfig.json': '{"compilerOptions":{"paths":{"headgate":["./src/sdk.ts"]}}}',
      'src/sdk.ts':
        'export const flow = (fn: () => void) => fn; export const runFlow = (flow?: () => void) => { console.log("by path"); flow?.(); }',
      'flows/a/index.ts': "import { flow } from 'headgate'; export default flow(() => console.log('ran'));",
    });
    expect(await run((await build(manifestOf('a'))).file)).toBe('by path\nran');
  });

  it('does not run the code that it bundles', async () => {
    const mark = path.join(place.root, 'ran');
    await place.write({
      'flows/a/index.ts': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(mark)}, '');`,
    });
    await build(manifestOf('a'));
    expect(await textOf(mark)).toBeUndefined();
  });

  it('gives the same bytes from folders of different names', async () => {
    const other = await playground();
    const files = {
      ...sdk,
      'lib/x.ts': 'export const x = 1;',
      'flows/a/index.ts': "import { x } from '../../lib/x.ts'; console.log(x);",
    };
    await place.write(files);
    await other.write(files);
    const here = (await build(manifestOf('a'))).file;
    const manifest = manifestOf('a');
    const there = await buildFlow({
      root: other.root,
      manifest,
      outDirectory: path.join(other.root, 'deeper/out'),
    });
    expect(await readFile(there.file, 'utf8')).toBe(await readFile(here, 'utf8'));
    expect(await readFile(`${there.file}.map`, 'utf8')).toBe(await readFile(`${here}.map`, 'utf8'));
    expect(await readFile(`${here}.map`, 'utf8')).not.toContain(place.root);
    await other.remove();
  });

  it('copies inputs of its own folder beside the bundle, and leaves links and ignored files out', async () => {
    await place.write({
      '.gitignore': '*.cache\n',
      'flows/a/index.ts':
        "import { readFileSync } from 'node:fs'; console.log(readFileSync(new URL('./texts/a.txt', import.meta.url), 'utf8'));",
      'flows/a/texts/a.txt': 'a text',
      'flows/a/texts/b.cache': 'ignored',
    });
    await symlink('/etc/hostname', path.join(place.root, 'flows/a/texts/link.txt'));
    execFileSync('git', ['init', '-q'], { cwd: place.root });
    const built = await build(manifestOf('a', { inputs: ['texts/**'] }));
    expect(await run(built.file)).toBe('a text');
    expect(await readdir(out('a', 'texts'))).toEqual(['a.txt']);
  });
});

describe('a stack trace from a bundle', () => {
  it('names the line that was written, shows it, and is what a report looks for', async () => {
    await place.write({
      'flows/a/index.ts':
        "type Text = string;\n\nfunction fail(text: Text): never {\n  throw new Error(text);\n}\nfail('boom');\n",
    });
    const { file } = await build(manifestOf('a'));
    const { stderr } = spawnSync(process.execPath, ['--enable-source-maps', file], { encoding: 'utf8' });
    expect(stderr).toContain('at fail (repo:/flows/a/index.ts:4:9)');
    expect(stderr).toContain('  throw new Error(text);');
    const found = failingPlace(stderr.split('\n'), { flow: 'a' as FlowName });
    expect(found).toMatchObject({ path: 'flows/a/index.ts', line: 4 });
  });
});

describe('an entrypoint that cannot be bundled', () => {
  it('gets every fault at once, with file, line, column and what to do', async () => {
    await place.write({
      'flows/a/index.ts':
        "import './absent.ts';\nimport no from 'no-such-package/deep';\nimport icon from './icon.png';\nno(icon);\n",
      'flows/a/icon.png': 'png',
    });
    const problems = await problemsOf(manifestOf('a'));
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'E_BUNDLE',
        place: { file: 'flows/a/index.ts', line: 1, column: 8 },
        message: 'Could not resolve "./absent.ts".',
      }),
      expect.objectContaining({
        place: { file: 'flows/a/index.ts', line: 2, column: 16 },
        fix: 'Install the package and commit the lock file: npm install no-such-package.',
      }),
      expect.objectContaining({
        place: { file: 'flows/a/index.ts', line: 3, column: 18 },
        message: expect.stringContaining('No loader is configured for ".png"'),
      }),
    ]);
    expect(problems.every(({ fix }) => fix !== undefined)).toBe(true);
  });

  it.each<[string, { readonly [file: string]: string }, string, string]>([
    [
      'a compiled program',
      { 'node_modules/duck/index.js': "require('./duck.node');", 'node_modules/duck/duck.node': 'binary' },
      'No loader is configured for ".node" files: node_modules/duck/duck.node.',
      'The package duck holds a compiled program: no bundle can hold it. Name it under `external`',
    ],
    [
      'a package of another platform',
      { 'node_modules/duck/index.js': "require('duck-win32/duck.node');" },
      'Could not resolve "duck-win32/duck.node".',
      'The package duck asks for "duck-win32/duck.node", which is not installed here: no bundle can hold it.',
    ],
    [
      'a path that a package keeps to itself',
      { 'node_modules/duck/package.json': '{"name":"duck","exports":{"./other":"./other.js"}}' },
      'Could not resolve "duck". The path "." is not exported by package "duck".',
      'Import a path that its `exports` list; the others are not meant for you.',
    ],
    [
      'a package that is not built',
      { 'node_modules/duck/package.json': '{"name":"duck","main":"dist/index.js"}' },
      'Could not resolve "duck".',
      'The package duck is installed without this file. Build it, if it is one of this repository',
    ],
    [
      'a package that is not installed',
      { 'node_modules/other/index.js': '' },
      'Could not resolve "duck".',
      'Install the package and commit the lock file: npm install duck.',
    ],
  ])('is told what the bundler says of %s, and what helps', async (_, files, message, fix) => {
    await place.write({ 'flows/a/index.ts': "import 'duck';\n", ...files });
    const problems = await problemsOf(manifestOf('a'));
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    expect(problems[0]?.fix).toContain(fix);
  });

  it.each<[string, DefinitionParts, string]>([
    ['imports', {}, "import text from './data.csv'; console.log(text);"],
    ['names as input', { inputs: ['data.csv'] }, 'console.log(1);'],
    ['has in its folder', { program: command }, ''],
  ])('is told of a file of Git LFS that is not here, which it %s', async (_, parts, code) => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    await place.write({ 'flows/a/index.ts': code, 'flows/a/data.csv': pointer });
    expect(await problemsOf(manifestOf('a', parts))).toMatchObject([
      {
        code: 'E_LFS_POINTER',
        place: { file: 'flows/a/data.csv' },
        fix: expect.stringContaining('git lfs pull'),
      },
    ]);
    await place.write({ 'flows/a/data.csv': 'a,b\n' });
    expect((await build(manifestOf('a', parts))).flow).toBe('a');
  });

  it('names the line of a syntax error', async () => {
    await place.write({ 'flows/a/index.ts': 'const a = ;\n' });
    expect(await problemsOf(manifestOf('a'))).toMatchObject([
      { code: 'E_BUNDLE', place: { file: 'flows/a/index.ts', line: 1, column: 11 } },
    ]);
  });

  it('is told when its entrypoint does not exist', async () => {
    await place.write({ 'flows/a/flow.yml': '' });
    expect(await problemsOf(manifestOf('a'))).toMatchObject([
      {
        code: 'E_BUNDLE',
        place: { file: 'flows/a/index.ts' },
        message: expect.stringContaining('flows/a/index.ts'),
      },
    ]);
  });

  it('may not reach out of the repository', async () => {
    const other = await playground();
    await other.write({ 'secret.json': '{"token":1}' });
    await place.write({
      'flows/a/index.ts': `import secret from ${JSON.stringify(path.join(other.root, 'secret.json'))}; console.log(secret);`,
    });
    expect(await problemsOf(manifestOf('a'))).toMatchObject([{ code: 'E_PATH_ESCAPE' }]);
    await other.remove();
  });

  it('does not hide the faults of the other flows, and keeps none from being built', async () => {
    await place.write({
      'flows/a/index.ts': 'const',
      'flows/b/index.ts': 'import "./x.ts"',
      'flows/c/index.ts': '',
    });
    const manifests = ['a', 'b', 'c'].map((flow) => manifestOf(flow));
    const { built, unbuilt } = await buildFlows({ root: place.root, manifests, outDirectory: out() });
    expect(built.map(({ flow }) => flow)).toEqual(['c']);
    expect([...unbuilt]).toMatchObject([
      ['a', [{ place: { file: 'flows/a/index.ts' } }]],
      ['b', [{ place: { file: 'flows/b/index.ts' } }]],
    ]);
    expect(await readdir(out())).toEqual(['c']);
  });
});

describe('a command flow', () => {
  it('is copied with its modes, without links, ignored files or what tools make', async () => {
    await place.write({
      'flows/a/run.sh': '#!/bin/sh\necho hi\n',
      'flows/a/sub/data.csv': '1\n',
      'flows/a/__pycache__/x.pyc': '',
      'flows/other/y.txt': '',
    });
    await chmod(path.join(place.root, 'flows/a/run.sh'), 0o755);
    await symlink('/etc/passwd', path.join(place.root, 'flows/a/link'));
    const { file, bytes } = await build(manifestOf('a', { program: command }));
    expect(file).toBe(out('a'));
    expect(bytes).toBe(20);
    expect((await readdir(out(), { recursive: true })).sort()).toEqual([
      'a',
      'a/run.sh',
      'a/sub',
      'a/sub/data.csv',
    ]);
    expect((await stat(out('a/run.sh'))).mode & 0o111).toBe(0o111);
  });

  it('keeps the paths of the repository in a snapshot, so that its inputs are where it looks for them', async () => {
    await place.write({ 'flows/a/run.sh': '', 'lib/sql/a.sql': '', 'lib/b.txt': '' });
    const manifest = manifestOf('a', { program: command, inputs: ['../../lib/**/*.sql'] });
    const { file } = await snapshotFlow({ root: place.root, manifest, outDirectory: out() });
    expect(file).toBe(out('flows', 'a'));
    expect(await textOf(path.join(file, '../../lib/sql/a.sql'))).toBe('');
    expect(await textOf(out('lib/b.txt'))).toBeUndefined();
  });

  it('leaves out what a later pattern takes away', async () => {
    await place.write({
      'flows/a/run.sh': '',
      'lib/a.sql': '',
      'lib/draft.sql': '',
      'lib/draft-kept.sql': '',
    });
    const inputs = ['../../lib/*.sql', '!../../lib/draft*.sql', '../../lib/draft-kept.sql'];
    const manifest = manifestOf('a', { program: command, inputs });
    await snapshotFlow({ root: place.root, manifest, outDirectory: out() });
    expect((await readdir(out('lib'))).sort()).toEqual(['a.sql', 'draft-kept.sql']);
  });

  it('is refused in the project image when its inputs lie outside its folder', async () => {
    await place.write({ 'flows/a/run.sh': '', 'lib/a.sql': '' });
    expect(
      await problemsOf(manifestOf('a', { program: command, inputs: ['../../lib/*.sql'] })),
    ).toMatchObject([
      { code: 'E_INPUT_OUTSIDE', field: 'inputs', message: expect.stringContaining('"lib/a.sql"') },
    ]);
  });

  it('with a Dockerfile of its own is not part of the project image', () => {
    const manifest = manifestOf('a', { program: command });
    expect(isInProjectImage(manifest)).toBe(true);
    expect(
      isInProjectImage({ ...manifest, workload: { ...manifest.workload, dockerfile: 'Dockerfile' } }),
    ).toBe(false);
  });
});
