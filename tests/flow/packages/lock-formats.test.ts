import { describe, expect, it } from '@jest/globals';
import {
  type Files,
  foldersOf,
  formatsOf,
  lockedOf,
  lockOf,
  lockProject,
  packagesOf,
  treeOf,
} from './lock-project.ts';

const project = (name: string) =>
  formatsOf(name).map((format) => ({ format, files: lockProject(name, format) }));

/** Without what Yarn 1 and npm 6 do not write down. */
const withPeers = (name: string) => project(name).filter(({ format }) => !/^(?:yarn|npm)-1$/.test(format));

async function lines(files: Files, name: string, folder = ''): Promise<readonly string[]> {
  const packages = await packagesOf(files, [folder]);
  const found = lockedOf(packages, folder, name);
  expect(found.warnings).toEqual([]);
  return found.lines;
}

describe('who uses which, as each package manager writes it', () => {
  it('was tried with every format that is read', () => {
    expect(formatsOf('workspace')).toEqual([
      'bun',
      'npm-1',
      'npm-2',
      'npm-3',
      'pnpm-5',
      'pnpm-6',
      'pnpm-9',
      'yarn-1',
      'yarn-berry',
    ]);
  });

  it.each(project('hoisted'))('in $format: versions, aliases, optional packages', async ({ files }) => {
    const packages = await packagesOf(files);
    expect(treeOf(packages, '', 'ms')).toEqual(['ms@2.0.0']);
    expect(treeOf(packages, '', 'debug')).toEqual(['debug@2.6.9 > ms@2.0.0', 'ms@2.0.0']);
    expect(treeOf(packages, '', 'left').map((line) => line.replace(/^.*@(?=\d)/, ''))).toEqual(['2.1.2']);
    expect(treeOf(packages, '', 'jsonfile')[1]).toMatch(/^jsonfile@4\.0\.0 > graceful-fs@4\.2\.\d+$/);
  });

  it.each(project('hoisted'))('in $format: packages that use each other in a circle', async ({ files }) => {
    const packages = await packagesOf(files);
    const tree = treeOf(packages, '', 'es6-iterator').map((line) => line.replaceAll(/@[\d.]+/g, ''));
    expect(tree).toContain('es6-iterator > d > es5-ext > es6-symbol');
    expect(tree).toContain('es5-ext > es6-iterator > es6-symbol > esniff > next-tick');
    expect(lockedOf(packages, '', 'es6-iterator').lines[0]).toMatch(
      /^ es6-iterator es6-iterator@2\.0\.3 \w{64}$/,
    );
  });

  it.each(project('hoisted'))('in $format: the same lines for whoever asks first', async ({ files }) => {
    const names = ['es6-iterator', 'debug', 'ms', 'jsonfile', 'left'];
    const [forth, back] = [await packagesOf(files), await packagesOf(files)];
    const first = names.map((name) => lockedOf(forth, '', name).lines);
    const second = [...names].reverse().map((name) => lockedOf(back, '', name).lines);
    expect(second.reverse()).toEqual(first);
  });

  it.each(project('hoisted'))('in $format: a bump that swaps what is hoisted', async ({ format, files }) => {
    const bumped = lockProject('hoisted-bumped', format);
    expect(await lines(bumped, 'ms')).not.toEqual(await lines(files, 'ms'));
    const debug = [await packagesOf(files), await packagesOf(bumped)].map((of) => treeOf(of, '', 'debug'));
    expect(debug[1]).toEqual(debug[0]);
    expect(await lines(bumped, 'left')).toEqual(await lines(files, 'left'));
    expect(await lines(bumped, 'es6-iterator')).toEqual(await lines(files, 'es6-iterator'));
  });

  it.each(project('workspace'))('in $format: each folder finds its own', async ({ format, files }) => {
    const folders = ['packages/lib', 'packages/tool', 'vendor/local'];
    const packages = await packagesOf(files, folders);
    expect(treeOf(packages, '', 'debug')).toEqual(['debug@2.6.9 > ms@2.0.0', 'ms@2.0.0']);
    expect(treeOf(packages, 'flows/a', 'debug')).toEqual(['debug@2.6.9 > ms@2.0.0', 'ms@2.0.0']);
    expect(treeOf(packages, 'packages/lib', 'ms')).toEqual(['ms@2.1.1']);
    expect(treeOf(packages, 'packages/lib/src', 'ms')).toEqual(['ms@2.1.1']);
    expect(treeOf(packages, 'vendor/local', 'ms')).toEqual(['ms@2.0.0']);
    // npm 6 knows no workspaces; this one was left out there.
    if (format === 'npm-1') return;
    expect(treeOf(packages, 'packages/tool', 'debug')).toEqual(['debug@4.3.4 > ms@2.1.2', 'ms@2.1.2']);
    expect(treeOf(packages, 'packages/tool', 'ms')).toEqual(['ms@2.1.3']);
  });

  it.each(project('workspace'))('in $format: edges back into the repository', async ({ format, files }) => {
    const packages = await packagesOf(files, ['packages/tool']);
    expect(foldersOf(packages, 'packages/tool', '@a/lib')).toEqual(['packages/lib']);
    expect(foldersOf(packages, '', 'local')).toEqual(['vendor/local']);
    expect(foldersOf(packages, '', 'linked')).toEqual(['vendor/linked']);
    if (format !== 'npm-1') expect(foldersOf(packages, '', '@a/tool')).toEqual(['packages/tool']);
    for (const name of ['local', 'linked']) expect(packages.provide('', name).isForeign).toBe(false);
  });

  it.each(project('workspace'))(
    'in $format: a tarball of the repository, by its bytes',
    async ({ files }) => {
      const packages = await packagesOf(files);
      expect(packages.provide('', 'packed')).toMatchObject({ own: [], isForeign: true });
      const tree = treeOf(packages, '', 'packed');
      expect(tree).toHaveLength(2);
      expect(tree).toContain('ms@2.1.2');
      const before = await lines(files, 'packed');
      const changed = { ...files, 'vendor/packed-1.0.0.tgz': 'another tarball\n' };
      expect(await lines(changed, 'packed')).not.toEqual(before);
      expect(await lines(changed, 'debug')).toEqual(await lines(files, 'debug'));
    },
  );

  it.each(project('overrides'))('in $format: overrides and resolutions', async ({ format, files }) => {
    const packages = await packagesOf(files);
    const debug = treeOf(packages, '', 'debug');
    expect(debug).toContain('ms@2.1.1');
    // Yarn 1 writes down both, and which of them is taken where only package.json says.
    if (format !== 'yarn-1') expect(debug).toEqual(['debug@2.6.9 > ms@2.1.1', 'ms@2.1.1']);
    const inherited = treeOf(packages, '', 'http-errors').filter((line) => line.startsWith('inherits'));
    expect(inherited).toContain(format === 'bun' ? 'inherits@2.0.4' : 'inherits@2.0.3');
    expect(lockedOf(packages, '', 'ms').warnings).toEqual([]);
  });

  it.each(project('override-to-folder'))(
    'in $format: a package of the registry that leads back into the repository',
    async ({ files }) => {
      const packages = await packagesOf(files);
      expect(packages.provide('', 'debug')).toMatchObject({ behind: ['vendor/ms'], isForeign: true });
      expect(treeOf(packages, '', 'debug')).toEqual(['debug@2.6.9 > vendor/ms']);
    },
  );

  it.each(project('catalogs'))('in $format: catalogs', async ({ format, files }) => {
    const packages = await packagesOf(files);
    expect(treeOf(packages, '', 'debug')).toEqual(['debug@2.6.9 > ms@2.0.0', 'ms@2.0.0']);
    const ms = treeOf(packages, '', 'ms');
    expect(ms).toContain('ms@2.1.1');
    // Yarn writes only that a catalog was asked, so every version of the package counts.
    if (format !== 'yarn-berry') expect(ms).toEqual(['ms@2.1.1']);
    expect(lockedOf(packages, '', 'ms').warnings).toEqual([]);
  });

  it.each(project('patched'))('in $format: patches, by their bytes', async ({ files }) => {
    const patch = Object.keys(files).find((file) => file.endsWith('.patch')) ?? '';
    const changed = { ...files, [patch]: `${files[patch]}\n` };
    for (const name of ['ms', 'debug'])
      expect(await lines(changed, name)).not.toEqual(await lines(files, name));
  });

  it.each(withPeers('peers'))('in $format: peers', async ({ files }) => {
    const tree = treeOf(await packagesOf(files), '', 'use-sync-external-store');
    expect(tree).toContain('use-sync-external-store@1.2.0 > react@18.2.0');
    expect(tree.some((line) => line.startsWith('loose-envify@1.4.0'))).toBe(true);
  });

  it.each(project('hoisted'))('in $format: line ends of Windows', async ({ files }) => {
    const { path, text } = lockOf(files);
    const packages = await packagesOf({ ...files, [path]: text.replaceAll('\n', '\r\n') });
    expect(treeOf(packages, '', 'debug')).toEqual(['debug@2.6.9 > ms@2.0.0', 'ms@2.0.0']);
  });
});
