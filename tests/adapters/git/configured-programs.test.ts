import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { commitSource } from '../../../src/adapters/git/commit-source.ts';
import { runGit } from '../../../src/adapters/git/git-command.ts';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import { workingTree } from '../../../src/adapters/git/working-tree.ts';
import type { SourceTree } from '../../../src/ports.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';
import { changeOf } from './state-values.ts';

afterAll(removeTemporaryDirectories);

const saved = { ...process.env };
afterEach(() => {
  process.env = { ...saved };
});

/** The keys that git itself lists and whose last part names what it may start. */
const programKeys = execFileSync('git', ['help', '-c'], { encoding: 'utf8' })
  .split('\n')
  .filter((key) =>
    /\.(?:\w*command|cmd|\w*program|helper|driver|textconv|clean|smudge|process|editor|pager|askpass|gitproxy|uploadpack|receivepack|packobjectshook|hookspath|fsmonitor|external|vcs|browser|difffilter)$/i.test(
      key,
    ),
  )
  .filter((key) => !/^(?:color|column)\./.test(key))
  .map((key) => key.replace('<driver>', 'evil').replace('<name>', 'origin').replace(/<\w+>/, 'evil'));

function script(directory: string, name: string, canary: string): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\necho ${name} >> ${canary}\nexit 1\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Everything that a plan asks of a source. */
async function useAll(source: SourceTree): Promise<void> {
  const paths = (await source.list()).map(({ path }) => path);
  await source.read(paths, 1_000).catch(() => undefined);
  await source.filesAt?.('1'.repeat(40));
  await source.readAt?.('1'.repeat(40), paths, 1_000);
  await source.isBehind?.('1'.repeat(40));
}

describe('A checkout', () => {
  it('starts none of the programs that its configuration can name, also where it is a partial clone', async () => {
    expect(programKeys.length).toBeGreaterThan(30);
    const server = testRepository();
    server.write({ 'a.txt': 'a', '.gitattributes': '* diff=evil filter=evil merge=evil\n' });
    const commit = server.commit();
    server.git('config', 'uploadpack.allowFilter', 'true');
    const bin = temporaryDirectory();
    const canary = join(bin, 'fired');
    const clone = testRepository();
    clone.git('remote', 'add', 'origin', `file://${server.directory}`);
    clone.git('fetch', '-q', '--filter=blob:none', 'origin', commit);
    clone.git('reset', '-q', '--mixed', 'FETCH_HEAD');
    const evil = script(bin, 'configured', canary);
    script(bin, 'git-remote-evil', canary);
    const configure = (key: string): string => clone.git('config', key, key.endsWith('.vcs') ? 'evil' : evil);
    for (const key of programKeys) configure(key);
    process.env['PATH'] = `${bin}:${process.env['PATH']}`;
    for (const vcs of ['with', 'without'] as const) {
      if (vcs === 'without') clone.git('config', '--unset', 'remote.origin.vcs');
      await useAll(await commitSource({ directory: clone.directory, commit }));
      await useAll(await workingTree({ directory: clone.directory }));
    }
    expect(existsSync(canary) ? readFileSync(canary, 'utf8') : '').toBe('');
  });

  it('of another user is refused, unless the runner or the person trusts it', async () => {
    const { directory } = testRepository();
    // Git's own means to try its rule without a second user.
    const asked = () =>
      runGit(['rev-parse', '--show-toplevel'], {
        directory,
        environment: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
      });
    delete process.env['GITHUB_ACTIONS'];
    expect(await asked()).toMatchObject({ code: 128, stderr: expect.stringContaining('dubious ownership') });
    process.env['GITHUB_ACTIONS'] = 'true';
    process.env['GITHUB_WORKSPACE'] = directory;
    expect(await asked()).toMatchObject({ code: 0 });
    process.env['GITHUB_WORKSPACE'] = join(directory, 'other');
    expect(await asked()).toMatchObject({ code: 128 });
  });
});

it('A state repository on this machine starts no hook, whoever made it', async () => {
  const root = temporaryDirectory();
  const remote = join(root, 'state.git');
  const canary = join(root, 'fired');
  execFileSync('git', ['init', '-q', '--bare', remote]);
  for (const hook of ['pre-receive', 'update', 'post-receive', 'post-update', 'reference-transaction'])
    script(join(remote, 'hooks'), hook, canary);
  const store = gitStateStore({
    remote,
    branch: 'headgate-state',
    historyBranch: 'headgate-history',
    scratchDirectory: join(root, 'scratch'),
    expected: { kind: 'local' },
    boardPlace: '',
    author: { name: 'Headgate', email: 'headgate@example.com' },
  });
  await expect(store.commit(changeOf(undefined, 1))).resolves.toMatchObject({ kind: 'committed' });
  expect(existsSync(canary)).toBe(false);
});
