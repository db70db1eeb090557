import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

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
  git('init', '-q', '-b', 'main');
  git('config', 'core.excludesFile', join(folder, '.git-exclude'));
  git('add', '.githooks', 'package.json', 'biome.json', '.gitignore');
  git('commit', '-q', '-m', 'first');
  execFileSync('npm', ['run', '--silent', 'hooks'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const names = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  return execFileSync('git', [...names, ...args], { cwd: folder, encoding: 'utf8' });
}

/** What the hook says to a commit of these files, with the code of its end. */
function commitOf(files: { readonly [path: string]: string }): {
  readonly code: number;
  readonly said: string;
} {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  git('add', '--', ...Object.keys(files));
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'change'],
    { cwd: folder, encoding: 'utf8' },
  );
  return { code: status ?? -1, said: `${stdout}${stderr}` };
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
    git('rm', '-q', '--cached', 'flows/hello-world/flow.yml');
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
