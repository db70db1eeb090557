import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { commitSource } from '../../../src/adapters/git/commit-source.ts';
import { InputError, RefusedError } from '../../../src/core/problem.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';

afterAll(removeTemporaryDirectories);

const text = (content: Uint8Array | 'too-large' | undefined): string =>
  content === undefined || content === 'too-large' ? String(content) : Buffer.from(content).toString();

describe('the files of a commit', () => {
  it('lists every file with its kind, whatever its name, and nothing of the checkout', async () => {
    const repository = testRepository();
    repository.write({ 'a.txt': 'a', 'dir/ü "q"\n.txt': 'b', 'run.sh': '#!/bin/sh\n' });
    chmodSync(join(repository.directory, 'run.sh'), 0o755);
    symlinkSync('/etc/passwd', join(repository.directory, 'link'));
    writeFileSync(Buffer.concat([Buffer.from(`${repository.directory}/bad-`), Buffer.from([0xff])]), 'c');
    const commit = repository.commit();
    repository.write({ 'untracked.txt': 'no', 'a.txt': 'changed' });
    const source = await commitSource({ directory: repository.directory, commit: 'HEAD' });
    expect(source.commit).toBe(commit);
    expect(source.isWorkingTree).toBe(false);
    expect((await source.list()).map(({ path, kind }) => [path, kind])).toEqual([
      ['a.txt', 'file'],
      ['bad-\uFFFD', 'file'],
      ['dir/ü "q"\n.txt', 'file'],
      ['link', 'symlink'],
      ['run.sh', 'executable'],
    ]);
    expect(text((await source.read(['a.txt'], 100))[0])).toBe('a');
  });

  it('reads in the order asked, in several rounds and at once, with what is too large left out', async () => {
    const repository = testRepository();
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`f${index}.txt`, `${index}:`.padEnd(index * 37, 'x')]),
    );
    repository.write({ ...files, 'empty.txt': '', 'big.bin': Buffer.alloc(300_000, 1) });
    const source = await commitSource({ directory: repository.directory, commit: repository.commit() });
    const paths = [...Object.keys(files).reverse(), 'empty.txt', 'big.bin', 'f1.txt', 'f1.txt'];
    const [first, second] = await Promise.all([
      source.read(paths, 20_000),
      source.read(['f2.txt'], 1_000_000),
    ]);
    expect(first?.slice(0, 300).map(text)).toEqual(Object.values(files).reverse());
    expect(first?.slice(300).map(text)).toEqual(['', 'too-large', files['f1.txt'], files['f1.txt']]);
    expect(text(second?.[0])).toBe(files['f2.txt']);
    expect((await source.read(['big.bin'], 300_000))[0]).toHaveLength(300_000);
  });

  it('refuses to read what is no regular file, without following it', async () => {
    const repository = testRepository();
    symlinkSync('/etc/passwd', join(repository.directory, 'link'));
    const source = await commitSource({ directory: repository.directory, commit: repository.commit() });
    await expect(source.read(['link'], 1_000)).rejects.toThrow(InputError);
    await expect(source.read(['absent'], 1_000)).rejects.toThrow(/E_SOURCE_FILE/);
  });

  it('starts no program that the checkout configures', async () => {
    const repository = testRepository();
    const canary = join(temporaryDirectory(), 'fired');
    const script = `touch ${canary}`;
    repository.write({ 'a.txt': 'a', '.gitattributes': '* diff=evil filter=evil\n' });
    const commit = repository.commit();
    for (const key of ['core.fsmonitor', 'diff.evil.textconv', 'diff.external', 'filter.evil.clean'])
      repository.git('config', key, script);
    repository.write({ '.git/hooks/post-checkout': `#!/bin/sh\n${script}\n` });
    const source = await commitSource({ directory: repository.directory, commit });
    await source.read(
      (await source.list()).map(({ path }) => path),
      1_000,
    );
    expect(existsSync(canary)).toBe(false);
  });

  it('says what is wrong with a commit that is not there and a directory that is no repository', async () => {
    const repository = testRepository();
    repository.commit();
    const { directory } = repository;
    await expect(commitSource({ directory, commit: 'f'.repeat(40) })).rejects.toThrow(/E_COMMIT/);
    await expect(commitSource({ directory, commit: '--help' })).rejects.toThrow(/E_COMMIT/);
    const outside = temporaryDirectory();
    await expect(commitSource({ directory: outside, commit: 'HEAD' })).rejects.toThrow(RefusedError);
    await expect(commitSource({ directory: join(outside, 'no'), commit: 'HEAD' })).rejects.toThrow(
      /E_GIT_MISSING/,
    );
  });
});

describe('other commits', () => {
  it('gives the files of a commit that the checkout has', async () => {
    const repository = testRepository();
    repository.write({ 'a.txt': 'one' });
    const first = repository.commit();
    repository.write({ 'a.txt': 'two', 'b.txt': 'b' });
    const source = await commitSource({ directory: repository.directory, commit: repository.commit() });
    const files = await source.filesAt(first);
    expect([...(files?.keys() ?? [])]).toEqual(['a.txt']);
    expect(files?.get('a.txt')).not.toBe((await source.list())[0]?.blob);
    expect(await source.filesAt('0'.repeat(40))).toBeUndefined();
    expect(await source.filesAt('--upload-pack=touch')).toBeUndefined();
  });

  it('fetches what a shallow checkout lacks, and leaves the checkout as it was', async () => {
    const origin = testRepository();
    origin.write({ 'a.txt': 'one' });
    const first = origin.commit();
    origin.write({ 'a.txt': 'two' });
    const second = origin.commit();
    origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = temporaryDirectory();
    origin.git('clone', '-q', '--depth=1', `file://${origin.directory}`, clone);
    const before = origin.git('-C', clone, 'config', '--list', '--local');
    const source = await commitSource({ directory: clone, commit: 'HEAD' });
    expect([...((await source.filesAt(first)) ?? new Map()).keys()]).toEqual(['a.txt']);
    const readAt = async (...[commit, paths, limitBytes]: Parameters<NonNullable<typeof source.readAt>>) =>
      Buffer.from((await source.readAt?.(commit, paths, limitBytes)) ?? '-').toString();
    expect(await readAt(first, ['b.txt', 'a.txt'], 100)).toBe('one');
    expect(await readAt(second, ['a.txt'], 100)).toBe('two');
    expect(await readAt(first, ['a.txt'], 2)).toBe('-');
    expect(await readAt(first, ['b.txt'], 100)).toBe('-');
    expect(await readAt('--upload-pack=touch', ['a.txt'], 100)).toBe('-');
    expect(origin.git('-C', clone, 'config', '--list', '--local')).toBe(before);
    expect(() => origin.git('-C', clone, 'cat-file', '-e', first)).toThrow();

    origin.write({ 'a.txt': 'three' });
    const third = origin.commit();
    expect(await source.isBehind?.(third)).toBe(true);
    expect(await source.isBehind?.(second)).toBe(false);
    expect(await source.isBehind?.(first)).toBe(false);
    rmSync(origin.directory, { recursive: true });
    expect(await source.isBehind?.(first)).toBeUndefined();
    expect(await source.filesAt(first)).toBeUndefined();
  });

  it('tells newer from older and from unrelated with a whole history', async () => {
    const repository = testRepository();
    const first = repository.commit('1');
    const second = repository.commit('2');
    repository.git('checkout', '-q', '--detach', first);
    const sibling = repository.commit('side');
    const source = await commitSource({ directory: repository.directory, commit: first });
    expect(await source.isBehind?.(second)).toBe(true);
    expect(await source.isBehind?.(first)).toBe(false);
    const side = await commitSource({ directory: repository.directory, commit: sibling });
    expect(await side.isBehind?.(second)).toBe(false);
  });
});
