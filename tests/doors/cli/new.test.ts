import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Verb } from '../../../src/doors/cli/program.ts';
import { perform } from '../../../src/doors/cli/verbs.ts';
// Loaded here because jest 30 cannot load two modules at once that nobody has imported before.
import '../../../src/adapters/local/executor.ts';
import '../../../src/adapters/local/logs.ts';
import '../../../src/adapters/local/event-log.ts';

// Real processes on a busy machine take their time.
jest.setTimeout(120_000);

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const withPython = spawnSync('python3', ['--version']).status === 0 ? it : it.skip;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'headgate-new-'));
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: root });
  write('.gitignore', 'node_modules/\n.headgate/\n');
  write('package.json', '{"private":true,"type":"module","devDependencies":{"@jest/globals":"30.5.2"}}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
}

function headgate(verb: Verb, argument?: string, options: JsonObject = {}): ReturnType<typeof perform> {
  return perform({ verb, argument, options: { cwd: root, json: true, ...options } }, {});
}

function installSdk(): void {
  for (const name of ['src/sdk', 'src/core', 'src/sdk.ts'])
    cpSync(join(repository, name), join(root, 'node_modules/headgate', name), { recursive: true });
  write('node_modules/headgate/package.json', '{"type":"module","exports":{".":"./src/sdk.ts"}}');
}

const namesIn = (folder: string) => readdirSync(join(root, folder)).sort();

describe('headgate new', () => {
  it('writes a TypeScript flow that is valid and formatted, runs, and passes its test', async () => {
    installSdk();
    const { document, text } = await headgate('new', 'daily-report');
    expect(namesIn('flows/daily-report')).toEqual([
      'README.md',
      'daily-report.test.ts',
      'flow.yml',
      'index.ts',
      'parameters.ts',
    ]);
    expect(document['files']).toContain('flows/daily-report/index.ts');
    expect(text).toContain('npx headgate run daily-report');
    cpSync(join(repository, 'biome.json'), join(root, 'biome.json'));
    expect(
      spawnSync(join(repository, 'node_modules/.bin/biome'), ['check', 'flows'], { cwd: root }).status,
    ).toBe(0);
    expect((await headgate('validate')).document).toMatchObject({ isOk: true, flows: ['daily-report'] });
    expect((await headgate('types', undefined, { check: true })).document).toMatchObject({
      isOk: true,
      files: [{ file: 'flows/daily-report/parameters.ts', state: 'fits' }],
    });
    const run = await headgate('run', 'daily-report', { parameter: ['days=2'] });
    expect(run.exitCode).toBe(0);
    expect(run.document['runs']).toMatchObject([{ state: 'succeeded', parameters: { days: 2 } }]);
    expect(jestOn('flows/daily-report')).toContain('1 passed');
  });

  it('uses the test runner of Node.js where the project has no other, by the command that it prints', async () => {
    mkdirSync(join(root, 'node_modules/headgate'), { recursive: true });
    write('package.json', '{"private":true,"type":"module"}');
    for (const name of ['bin', 'dist', 'package.json'])
      symlinkSync(join(repository, name), join(root, 'node_modules/headgate', name));
    const { text } = await headgate('new', 'daily-report');
    const command = /^Test it: node (.*)$/m.exec(text)?.[1] ?? '';
    const { status, stdout } = spawnSync(process.execPath, command.split(' '), {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('pass 1')]);
  });

  withPython('writes a Python flow that is valid, runs, and passes its test', async () => {
    await headgate('new', 'py-report', { language: 'python' });
    expect(namesIn('flows/py-report')).toContain('Dockerfile');
    expect((await headgate('validate')).document).toMatchObject({ isOk: true, flows: ['py-report'] });
    const run = await headgate('run', 'py-report', { parameter: ['days=3'] });
    expect(run.document['runs']).toMatchObject([{ state: 'succeeded' }]);
    const tested = spawnSync('python3', ['-B', '-m', 'unittest'], {
      cwd: join(root, 'flows/py-report'),
      encoding: 'utf8',
    });
    expect([tested.status, tested.stderr]).toEqual([0, expect.stringContaining('Ran 1 test')]);
  });

  it('refuses a folder that exists, and leaves it as it is', async () => {
    write('flows/daily-report/index.ts', 'mine');
    await expect(headgate('new', 'daily-report')).rejects.toMatchObject({
      problems: [{ code: 'E_EXISTS', place: { file: 'flows/daily-report' } }],
    });
    expect(namesIn('flows/daily-report')).toEqual(['index.ts']);
    expect(readFileSync(join(root, 'flows/daily-report/index.ts'), 'utf8')).toBe('mine');
  });

  it.each([
    ['Daily', 'E_NAME'],
    ['../out', 'E_NAME'],
    ['a'.repeat(49), 'E_NAME'],
    ['nul', 'E_NAME_RESERVED'],
  ])('refuses the name %s, and writes nothing', async (name, code) => {
    await expect(headgate('new', name, { language: 'cobol' })).rejects.toMatchObject({
      problems: [{ code }, { code: 'E_ENUM', field: 'language' }],
    });
    expect(namesIn('.')).not.toContain('flows');
  });
});

describe('headgate run, on this machine', () => {
  it('runs what the working tree says now', async () => {
    write('flows/one/flow.yml', 'description: One\nentrypoint: main.mjs\n');
    write('flows/one/main.mjs', 'process.exit(3);\n');
    expect((await headgate('run', 'one')).exitCode).toBe(1);
    write('flows/one/main.mjs', 'process.exit(0);\n');
    expect((await headgate('run', 'one')).exitCode).toBe(0);
  });

  it('says what is wrong with what was asked before it deploys anything', async () => {
    write('flows/one/flow.yml', 'description: One\nentrypoint: main.mjs\n');
    write('flows/one/main.mjs', '');
    await expect(headgate('run', 'two')).rejects.toMatchObject({
      problems: [{ code: 'E_FLOW_UNKNOWN', fix: 'The flows here are: one.' }],
    });
    await expect(headgate('run', 'one', { parameter: ['x=1'] })).rejects.toMatchObject({
      problems: [{ code: 'E_PARAM_UNKNOWN' }],
    });
    expect(namesIn('.')).not.toContain('.headgate');
  });
});

/** The test as this repository's own jest runs it. */
function jestOn(folder: string): string {
  const config = {
    rootDir: root,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
    moduleNameMapper: { '^headgate$': join(repository, 'src/sdk.ts') },
    transform: {
      '^.+\\.ts$': [
        join(repository, 'node_modules/@swc/jest/index.js'),
        { jsc: { target: 'es2022' }, module: { type: 'es6' } },
      ],
    },
  };
  const { stderr } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      join(repository, 'node_modules/jest/bin/jest.js'),
      '--config',
      JSON.stringify(config),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  return stderr;
}
