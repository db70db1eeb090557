import { describe, expect, it } from '@jest/globals';
import { closuresOf } from '../../../src/flow/closure.ts';
import { sourceOf } from '../../source.ts';
import { manifest } from '../manifests.ts';
import { type Files, formatsOf, lockProject } from './lock-project.ts';

async function closure(files: Files) {
  const { closures, warnings, problems } = await closuresOf([manifest('a')], sourceOf(files));
  const found = [...closures.values()][0];
  return {
    packages: (found?.packages ?? []).map((line) => line.replace(/ \w{64}$/, '')),
    paths: [...(found?.files().keys() ?? [])].filter((path) => path !== 'flows/a/index.ts'),
    told: [...warnings, ...problems].map(({ code }) => code),
  };
}

const lib: Files = {
  'packages/lib/package.json': '{ "name": "@a/lib", "main": "./index.ts" }',
  'packages/lib/index.ts': "import './other'",
  'packages/lib/other.ts': '',
  'packages/lib/unused.ts': '',
};
const asking = (name: string): Files => ({ 'flows/a/index.ts': `import '${name}'` });

describe('a package of the repository itself', () => {
  it('is known by its name, without any list of workspaces', async () => {
    const found = await closure({ ...lib, ...asking('@a/lib') });
    expect(found).toEqual({
      packages: [],
      paths: ['packages/lib/index.ts', 'packages/lib/other.ts'],
      told: [],
    });
  });

  it.each([
    'workspace:*',
    'workspace:^1.0.0',
    'link:./packages/lib',
    'file:packages/lib',
    'portal:./packages/lib',
  ])('is meant where package.json asks for %s, whatever an old lock file says', async (range) => {
    const found = await closure({
      ...lib,
      ...asking('@a/lib'),
      'package.json': JSON.stringify({ dependencies: { '@a/lib': range } }),
      'package-lock.json': JSON.stringify({
        lockfileVersion: 3,
        packages: { 'node_modules/@a/lib': { version: '0.9.0', integrity: 'sha512-old' } },
      }),
    });
    expect(found.paths).toEqual(['packages/lib/index.ts', 'packages/lib/other.ts']);
    expect(found.packages).toEqual(['flows/a @a/lib @a/lib@0.9.0']);
  });

  it('is not meant where the lock file has a package of the registry by that name', async () => {
    const found = await closure({
      ...lib,
      ...asking('@a/lib'),
      'package.json': '{ "dependencies": { "@a/lib": "^1.0.0" } }',
      'package-lock.json': JSON.stringify({
        lockfileVersion: 3,
        packages: { 'node_modules/@a/lib': { version: '1.0.0', integrity: 'sha512-registry' } },
      }),
    });
    expect(found).toEqual({ packages: ['flows/a @a/lib @a/lib@1.0.0'], paths: [], told: [] });
  });

  it('is found under the other name that a dependency gives its folder', async () => {
    const found = await closure({
      ...lib,
      ...asking('renamed'),
      'package.json': '{ "dependencies": { "renamed": "file:./packages/lib" } }',
    });
    expect(found).toEqual({
      packages: [],
      paths: ['packages/lib/index.ts', 'packages/lib/other.ts'],
      told: [],
    });
  });

  it('needs no package.json of its own where a dependency leads to its folder', async () => {
    const found = await closure({
      ...asking('plain'),
      'package.json': '{ "dependencies": { "plain": "link:lib" } }',
      'lib/index.ts': '',
    });
    expect(found).toEqual({ packages: [], paths: ['lib/index.ts'], told: [] });
  });

  it('is a mistake where a dependency leads to no file', async () => {
    const found = await closure({
      ...asking('gone'),
      'package.json': '{ "dependencies": { "gone": "link:lib" } }',
    });
    expect(found.told).toEqual(['E_IMPORT']);
  });

  it('is none where only its name is there', async () => {
    const found = await closure({ ...asking('empty'), 'other/package.json': '{ "name": "empty" }' });
    expect(found).toEqual({ packages: ['flows/a empty asked'], paths: [], told: ['W_PACKAGE_UNLOCKED'] });
  });
});

describe('a flow in a repository with workspaces', () => {
  const formats = formatsOf('workspace').filter((format) => format !== 'npm-1');

  it.each(formats)(
    'of %s reaches the packages that its workspaces use, each from its own folder',
    async (format) => {
      const found = await closure({
        ...lockProject('workspace', format),
        'packages/tool/index.ts': "import '@a/lib'; import 'debug'",
        'packages/lib/index.ts': "import 'ms'",
        ...asking('@a/tool'),
      });
      expect(found).toEqual({
        packages: [
          // Yarn 1 lists no workspaces: what is asked for might be a package of the registry.
          ...(format === 'yarn-1' ? ['flows/a @a/tool asked 1.0.0', 'packages/tool @a/lib asked 1.0.0'] : []),
          'packages/lib ms ms@2.1.1',
          'packages/tool debug debug@4.3.4',
        ].sort(),
        paths: ['packages/lib/index.ts', 'packages/tool/index.ts'],
        told: [],
      });
    },
  );

  it.each(formatsOf('override-to-folder'))(
    'of %s reaches a folder that a package of the registry uses in the place of another',
    async (format) => {
      const found = await closure({
        ...lockProject('override-to-folder', format),
        'vendor/ms/lib.js': "require('./deep')",
        'vendor/ms/deep.js': '',
        ...asking('debug'),
      });
      expect(found.paths).toEqual([
        'vendor/ms/deep.js',
        'vendor/ms/index.js',
        'vendor/ms/lib.js',
        'vendor/ms/package.json',
      ]);
      expect(found.packages).toEqual(['flows/a debug debug@2.6.9']);
    },
  );
});
