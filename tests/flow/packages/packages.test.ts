import { describe, expect, it } from '@jest/globals';
import { closuresOf } from '../../../src/flow/closure.ts';
import { blobOf, sourceOf } from '../../source.ts';
import { manifest } from '../manifests.ts';
import { type Files, lockProject } from './lock-project.ts';

/** What `flows/a/index.ts` is made of, in a repository of these files. */
async function closure(files: Files) {
  const { closures, warnings, problems } = await closuresOf([manifest('a')], sourceOf(files));
  expect(problems).toEqual([]);
  const found = [...closures.values()][0];
  return {
    packages: found?.packages ?? [],
    paths: [...(found?.files().keys() ?? [])],
    warnings: warnings.map(({ code }) => code),
  };
}

const lock = (changes: object = {}, folder: object = {}): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { used: '^1' }, ...folder },
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
      ...changes,
    },
  });

const index = "import 'used/part'; import 'node:fs'";
const base: Files = { 'flows/a/index.ts': index, 'package-lock.json': lock() };

describe('the part of a lock file that a flow uses', () => {
  const changes: readonly [string, object, boolean][] = [
    ['the package', { 'node_modules/used': { version: '1.0.1', integrity: 'sha512-u2' } }, true],
    ['one that is reached only through it', { 'node_modules/@os/linux': { version: '3.0.1' } }, true],
    ['one that appears where it is looked for', { 'node_modules/absent': { version: '1.0.0' } }, true],
    ['one that hides another', { 'node_modules/used/node_modules/@os/linux': { version: '3.0.0' } }, true],
    ['one of the same name that nothing here finds', { 'node_modules/deep': { version: '1.2.0' } }, false],
    ['an unrelated one', { 'node_modules/unrelated': { version: '9.1.0' } }, false],
  ];

  it.each(changes)('changes with %s: %s → %s', async (_, change, isChanged) => {
    const after = await closure({ ...base, 'package-lock.json': lock(change) });
    const before = await closure(base);
    expect(after.warnings).toEqual([]);
    expect(JSON.stringify(after) !== JSON.stringify(before)).toBe(isChanged);
  });

  it('changes when two folders swap what they find, although the packages stay the same', async () => {
    const files = (one: string, two: string): Files => ({
      'flows/a/index.ts': "import '../../one/x'; import '../../two/x'",
      'one/x.ts': "import 'used'",
      'two/x.ts': "import 'used'",
      'package-lock.json': lock({
        'one/node_modules/used': { version: one, integrity: `sha512-${one}` },
        'two/node_modules/used': { version: two, integrity: `sha512-${two}` },
      }),
    });
    const [before, after] = [await closure(files('4.0.0', '5.0.0')), await closure(files('5.0.0', '4.0.0'))];
    expect(after.packages).not.toEqual(before.packages);
  });

  it('names the package and its version', async () => {
    expect((await closure(base)).packages).toEqual([
      expect.stringMatching(/^flows\/a used used@1\.0\.0 \w{64}$/),
    ]);
  });

  it('is empty for a flow that uses no package', async () => {
    const files = { 'flows/a/index.ts': "import 'node:fs'", 'yarn.lock': '# yarn lockfile v1\n' };
    expect((await closure(files)).packages).toEqual([]);
  });

  it('holds lock files of other languages in the folder', async () => {
    const found = await closure({ 'flows/a/index.ts': '', 'flows/a/uv.lock': 'u', 'uv.lock': 'root' });
    expect(found.packages).toEqual([`flows/a/uv.lock ${blobOf('u')}`]);
  });

  it('comes from every lock file upwards that knows the package, since any may be what is installed from', async () => {
    const own = JSON.stringify({
      lockfileVersion: 2,
      packages: { 'node_modules/used': { version: '7.0.0' } },
    });
    const found = await closure({ ...base, 'flows/a/package-lock.json': own });
    expect(found.packages.map((line) => line.slice(0, -65))).toEqual([
      'flows/a used used@1.0.0',
      'flows/a used used@7.0.0',
    ]);
  });

  it('comes from the lock files of all package managers that left one', async () => {
    const files = { ...base, 'pnpm-lock.yaml': 'used: 1.0.0' };
    const [before, after] = [
      await closure(files),
      await closure({ ...files, 'pnpm-lock.yaml': 'used: 1.0.1' }),
    ];
    expect(after.packages).not.toEqual(before.packages);
    expect(before.packages).toContain(`pnpm-lock.yaml ${blobOf('used: 1.0.0')}`);
  });

  it('holds patches that patch-package finds by their names', async () => {
    const patched = (path: string, text: string): Files => ({ ...base, [path]: text });
    const alone = await closure(base);
    for (const path of [
      'patches/used+1.0.0.patch',
      'patches/used++deep+2.0.0.patch',
      'patches/@os+linux+3.0.0.patch',
    ]) {
      const [before, after] = [await closure(patched(path, '1')), await closure(patched(path, '2'))];
      expect(after.packages).not.toEqual(before.packages);
      expect(before.packages).not.toEqual(alone.packages);
    }
    expect(await closure(patched('patches/unrelated+9.0.0.patch', '1'))).toEqual(alone);
  });

  it('reads nothing from node_modules, whatever is committed there', async () => {
    const found = await closure({
      ...base,
      'node_modules/used/package.json': '{ "name": "used" }',
      'node_modules/used/index.js': '',
    });
    expect(found).toEqual(await closure(base));
  });
});

describe('a lock file that cannot be told apart into packages counts whole', () => {
  const pnpm = lockProject('hoisted', 'pnpm-9')['pnpm-lock.yaml'] ?? '';
  const berry = lockProject('hoisted', 'yarn-berry')['yarn.lock'] ?? '';
  const yarn = lockProject('hoisted', 'yarn-1')['yarn.lock'] ?? '';
  const bun = lockProject('hoisted', 'bun')['bun.lock'] ?? '';
  const conflict = '<<<<<<< ours\n=======\n>>>>>>> theirs\n';

  it.each([
    ['package-lock.json', '{ "lockfileVersion": 4 }'],
    ['package-lock.json', conflict],
    ['package-lock.json', '{ "lockfileVersion": 3, "packages": { "node_modules/used": 1 } }'],
    ['package-lock.json', '{ "lockfileVersion": 3, "packages": { "node_modules/used": { "link": true } } }'],
    ['package-lock.json', '{ "lockfileVersion": 1, "dependencies": { "used": [] } }'],
    ['npm-shrinkwrap.json', '[]'],
    ['yarn.lock', 'anything'],
    ['yarn.lock', `${yarn}${conflict}`],
    ['yarn.lock', `${yarn}\nms@2.0.0:\n  version "3.0.0"\n`],
    ['yarn.lock', `${berry}\n"ms@npm:2.0.0":\n  version: 3.0.0\n  resolution: "ms@npm:3.0.0"\n`],
    ['yarn.lock', berry.replace('\n  resolution: "ms@npm:2.0.0"', '')],
    ['pnpm-lock.yaml', 'anything'],
    ['pnpm-lock.yaml', pnpm.replace("lockfileVersion: '9.0'", "lockfileVersion: '10.0'")],
    ['pnpm-lock.yaml', `${pnpm}\n  ms@2.0.0: {}\n`],
    ['pnpm-lock.yaml', pnpm.replace('snapshots:', 'snapshots: &a')],
    ['pnpm-lock.yaml', pnpm.replace('importers:', `${conflict}importers:`)],
    ['bun.lock', bun.replace('"packages"', '"others"')],
    ['bun.lock', bun.replace('["ms@2.0.0"', '[1')],
    ['bun.lockb', '\0'],
  ])('%s: %j', async (name, text) => {
    const found = await closure({ 'flows/a/index.ts': "import 'used'", [name]: text });
    expect(found.packages).toEqual([`${name} ${blobOf(text)}`]);
    expect(found.warnings).toEqual([]);
  });

  it('where only an entry is not understood, for what reaches that entry', async () => {
    const text = pnpm.replace('      ms: 2.0.0', '      ms: 2.0.9');
    const asking = (name: string): Promise<{ packages: readonly string[] }> =>
      closure({ 'index.ts': '', 'flows/a/index.ts': `import '${name}'`, 'pnpm-lock.yaml': text });
    const other = (name: string): Promise<{ packages: readonly string[] }> =>
      closure({ 'flows/a/index.ts': `import '${name}'`, 'pnpm-lock.yaml': `${text}# another\n` });
    expect(await other('debug')).not.toEqual(await asking('debug'));
    expect(await other('jsonfile')).toEqual(await asking('jsonfile'));
  });
});

describe('a package that the lock file does not know', () => {
  it('counts by what the nearest package.json asks for, with a warning', async () => {
    const files = (range: string): Files => ({
      'flows/a/index.ts': "import 'gone/part'",
      'package.json': JSON.stringify({ dependencies: { gone: range } }),
      'package-lock.json': lock(),
    });
    const [before, after] = [await closure(files('^1.0.0')), await closure(files('^1.0.1'))];
    expect(before.packages).toEqual(['flows/a gone asked ^1.0.0']);
    expect(after.packages).toEqual(['flows/a gone asked ^1.0.1']);
    expect(before.warnings).toEqual(['W_PACKAGE_UNLOCKED']);
  });

  const bumps: readonly [string, string][] = [
    ['npm-3', 'package-lock.json'],
    ['pnpm-9', 'pnpm-lock.yaml'],
    ['yarn-1', 'yarn.lock'],
    ['yarn-berry', 'yarn.lock'],
    ['bun', 'bun.lock'],
  ];

  it.each(bumps)(
    'in the version that %s is asked for now: that range counts too, with a warning',
    async (format) => {
      const files: Files = { ...lockProject('hoisted', format), 'flows/a/index.ts': "import 'debug'" };
      const bumped = {
        ...files,
        'package.json': (files['package.json'] ?? '').replace('"2.6.9"', '"2.6.8"'),
      };
      const [before, after] = [await closure(files), await closure(bumped)];
      expect(before.warnings).toEqual([]);
      expect(after.warnings).toEqual(['W_LOCK_STALE']);
      expect(after.packages).toEqual([...before.packages, 'flows/a debug asked 2.6.8'].sort());
    },
  );

  it('is not led astray by names of the language', async () => {
    const found = await closure({
      'flows/a/index.ts': "import 'constructor'; import '__proto__'",
      'package.json': '{ "dependencies": {} }',
      'package-lock.json': '{ "lockfileVersion": 3, "packages": { "__proto__": { "version": "1" } } }',
    });
    expect(found.packages).toEqual(['flows/a __proto__ asked', 'flows/a constructor asked']);
  });
});
