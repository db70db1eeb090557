import { describe, expect, it } from '@jest/globals';
import { repositoryPackages } from '../../../src/flow/packages/packages.ts';
import { blobOf, sourceOf } from '../../source.ts';

/**
 * What a fork may send. Real lock files take milliseconds; each of these has to be through in seconds, on a busy
 * machine too, and within the memory that a plan has anyway.
 */
const longestMs = 20_000;
const mostBytes = 700 * 1024 * 1024;

async function readAll(path: string, text: string, names: readonly string[]) {
  const files = { [path]: text };
  const packages = await repositoryPackages(sourceOf(files), new Map([[path, blobOf(text)]]));
  await packages.prepare(['']);
  const before = process.memoryUsage();
  const started = process.cpuUsage();
  const uses = names.map((name) => ({ importer: 'index.ts', name, isCertain: true }));
  for (const { name } of uses) packages.provide('', name);
  const { packages: lines } = packages.locked(uses);
  const { user, system } = process.cpuUsage(started);
  const after = process.memoryUsage();
  expect((user + system) / 1_000).toBeLessThan(longestMs);
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(mostBytes);
  return { lines, isWhole: lines.includes(`${path} ${blobOf(text)}`) };
}

const count = (length: number, make: (index: number) => string): string =>
  Array.from({ length }, (_, index) => make(index)).join('');
const npm = (packages: string): string => `{"lockfileVersion":3,"packages":{"":{}${packages}}}`;
const pnpm = (snapshots: string): string =>
  `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: 1.0.0\n        version: 1.0.0\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-a}\n\nsnapshots:\n\n${snapshots}`;

describe('lock files that are meant to harm', () => {
  it('are not read beyond a size', async () => {
    const { isWhole } = await readAll('package-lock.json', `${npm('')}${' '.repeat(34 * 1024 * 1024)}`, [
      'a',
    ]);
    expect(isWhole).toBe(true);
  });

  const bombs: readonly [string, string, string][] = [
    ['brackets without end', 'package-lock.json', '['.repeat(8_000_000)],
    [
      'objects without end',
      'package-lock.json',
      npm(`,"node_modules/a":${'{"dependencies":'.repeat(1_200_000)}`),
    ],
    ['brackets without end', 'bun.lock', `{"packages": ${'['.repeat(8_000_000)}`],
    [
      'keys without end',
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'\n${count(410_000, (index) => `k${index}: 1\n`)}`,
    ],
    ['maps within maps', 'pnpm-lock.yaml', count(2_000, (index) => `${' '.repeat(index)}k:\n`)],
    ['one line without end', 'pnpm-lock.yaml', `lockfileVersion: '${'\\'.repeat(8_000_000)}`],
    ['one line without end', 'yarn.lock', `"${'\\'.repeat(8_000_000)}`],
    ['patterns without end', 'yarn.lock', `${count(110_000, (index) => `a@${index}, `)}:`],
    ['blocks without end', 'yarn.lock', count(110_000, (index) => `a@${index}:\n  version "1"\n`)],
    ['anchors', 'pnpm-lock.yaml', `a: &a [x, x]\n${count(1_000, (index) => `b${index}: *a\n`)}`],
  ];

  it.each(bombs)('count whole: %s in %s', async (_, path, text) => {
    expect((await readAll(path, text, ['a'])).isWhole).toBe(true);
  });

  it('count whole where npm 6 would nest packages without end', async () => {
    const depth = 5_000;
    const text = `{"lockfileVersion":1,"dependencies":${'{"a":{"version":"1","dependencies":'.repeat(depth)}{}${'}}'.repeat(depth)}}`;
    expect((await readAll('package-lock.json', text, ['a'])).isWhole).toBe(true);
  });

  it('are walked without recursion along a chain of packages', async () => {
    const length = 10_000;
    const chain = count(
      length,
      (index) => `  c@${index}.0.0:\n    dependencies:\n      c: ${index + 1}.0.0\n`,
    );
    const text = pnpm(`  a@1.0.0:\n    dependencies:\n      c: 0.0.0\n${chain}`).replace(
      'snapshots:',
      `${count(length + 1, (index) => `  c@${index}.0.0:\n    resolution: {integrity: sha512-${index}}\n`)}snapshots:`,
    );
    const { lines } = await readAll('pnpm-lock.yaml', text, ['a']);
    expect(lines).toEqual([expect.stringMatching(/^ a a@1\.0\.0 \w{64}$/)]);
  });

  it('are walked once along a circle, and where every package uses every other', async () => {
    const size = 300;
    const names = Array.from({ length: size }, (_, index) => `p${index}`);
    const needs = JSON.stringify(Object.fromEntries(names.map((name) => [name, '1'])));
    const all = names
      .map((name) => `,"node_modules/${name}":{"version":"1","dependencies":${needs}}`)
      .join('');
    const { lines } = await readAll('package-lock.json', npm(all), names);
    expect(lines).toHaveLength(size);
  });

  it('are looked through for a bounded time where paths are long and names are many', async () => {
    const deep = `node_modules/${'a/'.repeat(450)}a`;
    const needs = count(100_000, (index) => `${index === 0 ? '' : ','}"n${index}":"1"`);
    const text = npm(
      `,"${deep}":{"version":"1","dependencies":{${needs}}},"node_modules/a":{"version":"1","dependencies":{${needs}}}`,
    );
    const { lines } = await readAll('package-lock.json', text, ['a', `${'a/'.repeat(450)}a`]);
    expect(lines).toHaveLength(2);
  });

  it('count whole for a name of a hundred thousand versions, instead of each for each', async () => {
    const versions = count(
      20_000,
      (index) => `"v@npm:${index}":\n  version: ${index}\n  resolution: "v@npm:${index}"\n\n`,
    );
    const peers = count(2_000, (index) => `    v${index === 0 ? '' : index}: "*"\n`);
    const text = `__metadata:\n  version: 8\n\n"a@npm:1":\n  version: 1\n  resolution: "a@npm:1"\n  peerDependencies:\n${peers}\n${versions}`;
    const before = await readAll('yarn.lock', text, ['a']);
    const after = await readAll('yarn.lock', `${text}"w@npm:1":\n  version: 1\n  resolution: "w@npm:1"\n`, [
      'a',
    ]);
    expect(after.lines).not.toEqual(before.lines);
  });

  it('lead to the whole repository where they link to more folders than can be counted', async () => {
    const needs = count(5_000, (index) => `${index === 0 ? '' : ','}"f${index}":"1"`);
    const links = count(5_000, (index) => `,"node_modules/f${index}":{"resolved":"f/${index}","link":true}`);
    const text = npm(`,"node_modules/a":{"version":"1","dependencies":{${needs}}}${links}`);
    const packages = await repositoryPackages(
      sourceOf({ 'package-lock.json': text }),
      new Map([['package-lock.json', '1']]),
    );
    await packages.prepare(['']);
    expect(packages.provide('', 'a').behind).toEqual(['']);
  });

  it('know no names of the language, and lead out of no repository', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const entries = names
      .map((name) => `,"node_modules/${name}":{"version":"1","dependencies":{"__proto__":"1"}}`)
      .join('');
    const out = ',"node_modules/out":{"resolved":"../../etc","link":true}';
    const { lines } = await readAll('package-lock.json', npm(entries + out), [...names, 'out', 'valueOf']);
    expect(lines.map((line) => line.replace(/ \w{64}$/, ''))).toEqual([
      ' __proto__ __proto__@1',
      ' constructor constructor@1',
      ' hasOwnProperty hasOwnProperty@1',
      ' toString toString@1',
      ' valueOf asked',
      `package-lock.json ${blobOf(npm(entries + out))}`,
    ]);
  });

  it.each([
    ['pnpm-lock.yaml', pnpm('  a@1.0.0: {}\n  a@1.0.0: {}\n')],
    ['yarn.lock', 'a@1:\n  version "1"\n  version "2"\n'],
  ])('count whole where %s says something twice', async (path, text) => {
    expect((await readAll(path, text, ['a'])).isWhole).toBe(true);
  });
});
