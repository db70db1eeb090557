import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { performInit } from '../src/doors/cli/init.ts';

jest.setTimeout(60_000);
const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headgate-hooks-'));
  for (const name of ['.githooks', 'package.json', 'biome.json', '.gitignore', 'flows/hello-world'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'bin', 'dist', 'src'])
    symlinkSync(join(root, name), join(folder, name), 'dir');
  writeFileSync(join(folder, '.git-exclude'), 'node_modules\nbin\ndist\nsrc\n');
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'config', 'core.excludesFile', join(folder, '.git-exclude'));
  git(folder, 'add', '.githooks', 'package.json', 'biome.json', '.gitignore');
  git(folder, 'commit', '-q', '-m', 'first');
  execFileSync('npm', ['run', '--silent', 'hooks'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...names, ...args], { cwd, encoding: 'utf8' });
}

/** What the hook says to a commit of what is staged, with the code of its end. */
function commit(cwd: string): { readonly code: number; readonly said: string } {
  const argv = [...names, 'commit', '-q', '-m', 'change'];
  const { status, stdout, stderr } = spawnSync('git', argv, { cwd, encoding: 'utf8' });
  return { code: status ?? -1, said: `${stdout}${stderr}` };
}

function commitOf(files: { readonly [path: string]: string }): ReturnType<typeof commit> {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  git(folder, 'add', '--', ...Object.keys(files));
  return commit(folder);
}

describe('the pre-commit hook', () => {
  it('stops a commit whose code is not formatted, and changes no file', () => {
    const text = 'export const a   = "1";\n';
    const { code, said } = commitOf({ 'a.ts': text });
    expect(code).toBe(1);
    expect(said).toContain('npx biome check --write --staged');
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe(text);
    expect(commitOf({ 'a.ts': "export const a = '1';\n" }).code).toBe(0);
  });

  it('stops a commit of a manifest that is wrong, and says where', () => {
    const manifest = readFileSync(join(root, 'flows/hello-world/flow.yml'), 'utf8');
    const { code, said } = commitOf({ 'flows/hello-world/flow.yml': `${manifest}retires: 3\n` });
    expect(code).toBe(1);
    expect(said).toMatch(/flows\/hello-world\/flow\.yml:\d+:\d+ E_UNKNOWN_KEY/);
    git(folder, 'rm', '-q', '--cached', 'flows/hello-world/flow.yml');
  });
});

describe('a repository that `headgate init` made', () => {
  let own: string;
  beforeAll(async () => {
    own = mkdtempSync(join(tmpdir(), 'headgate-authoring-'));
    mkdirSync(join(own, 'node_modules/.bin'), { recursive: true });
    symlinkSync(root, join(own, 'node_modules/headgate'), 'dir');
    symlinkSync(join(root, 'node_modules/@biomejs'), join(own, 'node_modules/@biomejs'), 'dir');
    symlinkSync(join(root, 'node_modules/.bin/biome'), join(own, 'node_modules/.bin/biome'));
    symlinkSync(join(root, 'bin/headgate.js'), join(own, 'node_modules/.bin/headgate'));
    git(own, 'init', '-q', '-b', 'main');
    const action = `acme/headgate@${'c'.repeat(40)}`;
    const { text } = await performInit({ cwd: own }, { action, language: 'typescript' });
    const [, hook = ''] = /^ *(git config core\.hooksPath \S+)/m.exec(text) ?? [];
    const [command = '', ...argv] = hook.split(' ');
    execFileSync(command, argv, { cwd: own });
  });
  afterAll(() => rmSync(own, { recursive: true, force: true }));

  it('passes its own hook as it is written', () => {
    git(own, 'add', '--all');
    expect(commit(own)).toMatchObject({ code: 0 });
  });

  it('has its code and its manifests looked at before they are committed', () => {
    const code = join(own, 'flows/hello-world/index.ts');
    const written = readFileSync(code, 'utf8');
    writeFileSync(code, `${written}const a   = "1"\n`);
    git(own, 'add', '--all');
    expect(commit(own)).toMatchObject({ code: 1, said: expect.stringContaining('npx biome check --write') });
    writeFileSync(code, written);
    const manifest = join(own, 'flows/hello-world/flow.yml');
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}retires: 3\n`);
    git(own, 'add', '--all');
    expect(commit(own)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/flows\/hello-world\/flow\.yml:\d+:\d+ E_UNKNOWN_KEY/),
    });
  });

  it('gives the editor schemas that the package holds', () => {
    const settings = JSON.parse(readFileSync(join(own, '.vscode/settings.json'), 'utf8'));
    for (const file of Object.keys(settings['yaml.schemas']))
      expect(JSON.parse(readFileSync(join(own, file), 'utf8'))).toHaveProperty('$schema');
  });
});

describe('the settings of the editor', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8'));

  it('give manifests the schemas that the repository holds', () => {
    const schemas: { readonly [path: string]: readonly string[] } = read('settings.json')['yaml.schemas'];
    for (const path of Object.keys(schemas))
      expect(JSON.parse(readFileSync(join(root, path), 'utf8'))).toHaveProperty('$schema');
    expect(Object.values(schemas).flat()).toEqual(['flows/*/flow.yml', 'flows/*/flow.yaml', 'headgate.yml']);
  });

  it('recommend what they rely on', () => {
    expect(read('extensions.json').recommendations).toEqual(['biomejs.biome', 'redhat.vscode-yaml']);
  });
});
