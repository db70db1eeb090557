import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { workingTree } from '../../../src/adapters/git/working-tree.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';

afterAll(removeTemporaryDirectories);

describe('the files of a checkout', () => {
  it('lists tracked and new files as they are on disk, with the ids that git would give them', async () => {
    const repository = testRepository();
    repository.write({ 'same.txt': 'same', 'edited.txt': 'old', 'gone.txt': 'x', '.gitignore': 'ignored\n' });
    const commit = repository.commit();
    repository.write({ 'edited.txt': 'new', 'flows/a/ü.ts': 'export {}', ignored: 'no', 'touched.txt': 't' });
    rmSync(join(repository.directory, 'gone.txt'));
    chmodSync(join(repository.directory, 'touched.txt'), 0o755);
    const source = await workingTree({ directory: join(repository.directory, 'flows') });
    expect(source.commit).toBe(commit);
    expect(source.isWorkingTree).toBe(true);
    const entries = await source.list();
    expect(entries.map(({ path, kind }) => [path, kind])).toEqual([
      ['.gitignore', 'file'],
      ['edited.txt', 'file'],
      ['flows/a/ü.ts', 'file'],
      ['same.txt', 'file'],
      ['touched.txt', 'executable'],
    ]);
    for (const { path, blob } of entries)
      expect([path, blob]).toEqual([path, repository.git('hash-object', '--no-filters', path)]);
    const [edited, fresh] = await source.read(['edited.txt', 'flows/a/ü.ts'], 100);
    expect(Buffer.from(edited as Uint8Array).toString()).toBe('new');
    expect(Buffer.from(fresh as Uint8Array).toString()).toBe('export {}');
    expect(await source.read(['edited.txt'], 2)).toEqual(['too-large']);
  });

  it('sees an edit of the same length in the same moment', async () => {
    const repository = testRepository();
    const file = join(repository.directory, 'a.txt');
    repository.write({ 'a.txt': 'aaa' });
    const when = new Date(Date.now() + 60_000);
    utimesSync(file, when, when);
    repository.commit();
    writeFileSync(file, 'bbb');
    utimesSync(file, when, when);
    const [entry] = await (await workingTree({ directory: repository.directory })).list();
    expect(entry?.blob).toBe(repository.git('hash-object', 'a.txt'));
  });

  it('works before the first commit', async () => {
    const repository = testRepository();
    repository.write({ 'flows/a/flow.yml': 'entrypoint: index.ts\n' });
    const source = await workingTree({ directory: repository.directory });
    expect(source.commit).toBe('0'.repeat(40));
    expect((await source.list()).map(({ path }) => path)).toEqual(['flows/a/flow.yml']);
    expect(await source.filesAt('0'.repeat(40))).toBeUndefined();
    expect(await source.isBehind?.('1'.repeat(40))).toBeUndefined();
  });

  it('never follows a link nor opens a pipe', async () => {
    const repository = testRepository();
    const secret = temporaryDirectory();
    writeFileSync(join(secret, 'flow.yml'), 'secret');
    repository.write({ 'flows/moved/flow.yml': 'x', 'flows/pipe/index.ts': 'x', 'flows/link/index.ts': 'x' });
    repository.commit();
    const flows = join(repository.directory, 'flows');
    renameSync(join(flows, 'moved'), join(secret, 'moved'));
    symlinkSync(secret, join(flows, 'moved'));
    execFileSync('mkfifo', [join(flows, 'pipe', 'flow.yml')]);
    symlinkSync('/etc/passwd', join(flows, 'link', 'flow.yml'));
    const source = await workingTree({ directory: repository.directory });
    expect((await source.list()).map(({ path, kind }) => [path, kind])).toEqual([
      ['flows/link/flow.yml', 'symlink'],
      ['flows/link/index.ts', 'file'],
      ['flows/moved', 'symlink'],
      ['flows/pipe/flow.yml', 'other'],
      ['flows/pipe/index.ts', 'file'],
    ]);
    for (const path of [
      'flows/moved/flow.yml',
      'flows/pipe/flow.yml',
      'flows/link/flow.yml',
      '../../etc/passwd',
    ])
      await expect(source.read([path], 1_000)).rejects.toThrow(/E_SOURCE_FILE/);
  });

  it('shows a repository inside the repository as one entry', async () => {
    const repository = testRepository();
    mkdirSync(join(repository.directory, 'inner'));
    testRepository(join(repository.directory, 'inner')).commit();
    const source = await workingTree({ directory: repository.directory });
    expect((await source.list()).map(({ path, kind }) => [path, kind])).toEqual([['inner', 'submodule']]);
  });
});
