import { describe, expect, it } from '@jest/globals';
import { closuresOf } from '../../src/flow/closure.ts';
import { blobOf, sourceOf } from '../source.ts';
import { manifest } from './manifests.ts';

const lock = (changes: object = {}): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { used: '^1' } },
      'node_modules/used': { version: '1.0.0', integrity: 'sha512-u', dependencies: { deep: '1' } },
      'node_modules/deep': { version: '1.1.0', integrity: 'sha512-d1' },
      'node_modules/used/node_modules/deep': {
        version: '2.0.0',
        integrity: 'sha512-d2',
        peerDependencies: { used: '*', absent: '*' },
        optionalDependencies: { '@os/linux': '1' },
      },
      'node_modules/@os/linux': { version: '3.0.0', integrity: 'sha512-l', optional: true },
      'node_modules/unrelated': { version: '9.0.0', integrity: 'sha512-x' },
      'node_modules/alias': { name: 'real', version: '4.0.0', resolved: 'git+ssh://x#abc' },
      ...changes,
    },
  });

async function packages(files: { readonly [path: string]: string }) {
  const { closures, warnings } = await closuresOf([manifest('a')], sourceOf(files));
  return { packages: [...closures.values()][0]?.packages, warnings: warnings.map(({ code }) => code) };
}

describe('the part of a lock file that a flow uses', () => {
  const index = "import 'used/part'; import 'alias'";

  it('is what its imports lead to, each found as Node.js finds it', async () => {
    const found = await packages({ 'flows/a/index.ts': index, 'package-lock.json': lock() });
    expect(found.packages).toEqual([
      '@os/linux@3.0.0 sha512-l',
      'deep@2.0.0 sha512-d2',
      'real@4.0.0 git+ssh://x#abc',
      'used@1.0.0 sha512-u',
    ]);
    expect(found.warnings).toEqual([]);
  });

  it('stays as it is when an unrelated package is updated', async () => {
    const before = await packages({ 'flows/a/index.ts': index, 'package-lock.json': lock() });
    const update = { 'node_modules/unrelated': { version: '9.1.0', integrity: 'sha512-y' } };
    const after = await packages({ 'flows/a/index.ts': index, 'package-lock.json': lock(update) });
    expect(after).toEqual(before);
  });

  it('is empty for a flow that uses no package', async () => {
    const found = await packages({ 'flows/a/index.ts': "import 'node:fs'", 'yarn.lock': 'x' });
    expect(found.packages).toEqual([]);
  });

  it('comes from the own lock file of the flow where that knows the package', async () => {
    const own = JSON.stringify({
      lockfileVersion: 2,
      packages: { 'node_modules/used': { version: '7.0.0', integrity: 'sha512-own' } },
    });
    const found = await packages({
      'flows/a/index.ts': "import 'used'; import '../../lib/x'; import 'unrelated'",
      'lib/x.ts': "import 'used'",
      'flows/a/package-lock.json': own,
      'package-lock.json': lock(),
    });
    expect(found.packages).toContain('used@7.0.0 sha512-own');
    expect(found.packages).toContain('used@1.0.0 sha512-u');
    expect(found.packages).toContain('unrelated@9.0.0 sha512-x');
  });

  it('finds packages of a workspace in its own node_modules first', async () => {
    const found = await packages({
      'flows/a/index.ts': "import 'one'",
      'package.json': '{ "workspaces": ["packages/one"] }',
      'packages/one/package.json': '{ "name": "one" }',
      'packages/one/index.ts': "import 'deep'",
      'package-lock.json': lock({
        'node_modules/one': { resolved: 'packages/one', link: true },
        'packages/one/node_modules/deep': { version: '5.0.0', integrity: 'sha512-d5' },
      }),
    });
    expect(found.packages).toEqual(['deep@5.0.0 sha512-d5']);
  });

  it.each([
    ['yarn.lock', 'anything'],
    ['pnpm-lock.yaml', 'anything'],
    ['package-lock.json', '{ "lockfileVersion": 1, "dependencies": {} }'],
    ['package-lock.json', '<<<<<<< ours'],
  ])('is all of %s when its parts cannot be told: %s', async (name, text) => {
    const found = await packages({ 'flows/a/index.ts': index, [name]: text });
    expect(found.packages).toEqual([`${name} ${blobOf(text)}`]);
  });

  it('holds lock files of other languages in the folder', async () => {
    const found = await packages({ 'flows/a/index.ts': '', 'flows/a/uv.lock': 'u', 'uv.lock': 'root' });
    expect(found.packages).toEqual([`flows/a/uv.lock ${blobOf('u')}`]);
  });

  it('warns of a package that no lock file lists', async () => {
    const found = await packages({ 'flows/a/index.ts': "import 'gone'", 'package-lock.json': lock() });
    expect(found).toEqual({ packages: ['gone@'], warnings: ['W_PACKAGE_UNLOCKED'] });
  });

  it('is not led astray by names of the language', async () => {
    const found = await packages({
      'flows/a/index.ts': "import 'constructor'; import '__proto__'",
      'package-lock.json': '{ "lockfileVersion": 3, "packages": { "__proto__": { "version": "1" } } }',
    });
    expect(found.packages).toEqual(['__proto__@', 'constructor@']);
  });
});
