import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { makePrivateFolder, removePrivateFolder } from '../../../src/adapters/git/private-folder.ts';
import { removeTemporaryDirectories, temporaryDirectory } from './repository.ts';

afterAll(removeTemporaryDirectories);

function folder(mode: number): string {
  const path = join(temporaryDirectory(), 'parent');
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

/** A process that has made a folder, and lives on. */
async function worker(before: string) {
  const program = join(temporaryDirectory(), 'worker.mjs');
  const source = fileURLToPath(new URL('../../../src/adapters/git/private-folder.ts', import.meta.url));
  const contents = `import { makePrivateFolder } from ${JSON.stringify(source)};
    ${before}
    console.log(await makePrivateFolder(process.argv[2], 'state'));
    setInterval(() => {}, 1000);`;
  await build({
    stdin: { contents, resolveDir: dirname(source) },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
  const child = spawn(process.execPath, [program, folder(0o700)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const made = line.toString().trim();
  expect(existsSync(made)).toBe(true);
  return { child, made };
}

describe('A folder for git', () => {
  it('is of the user alone, in a folder that is made for it, by a name that nobody can know', async () => {
    const parent = join(temporaryDirectory(), '.headgate', 'scratch');
    const made = await makePrivateFolder(parent, 'state');
    const other = await makePrivateFolder(parent, 'state');
    expect(dirname(made)).toBe(parent);
    expect(other).not.toBe(made);
    for (const path of [parent, made]) expect(statSync(path).mode & 0o777).toBe(0o700);
    removePrivateFolder(made);
    removePrivateFolder(other);
    expect(readdirSync(parent)).toEqual([]);
  });

  it.each([
    ['that others may change', 0o777],
    ['that its group may change', 0o770],
  ])('is not made in a folder %s: they could put another in its place', async (_, mode) => {
    const fallback = folder(0o1777);
    const parent = folder(mode);
    const made = await makePrivateFolder(parent, 'state', fallback);
    expect(dirname(made)).toBe(fallback);
    expect(readdirSync(parent)).toEqual([]);
    const link = join(folder(0o700), 'link');
    symlinkSync(parent, link);
    expect(dirname(await makePrivateFolder(link, 'state', fallback))).toBe(fallback);
    await expect(makePrivateFolder(parent, 'state', folder(mode))).rejects.toThrow(/E_SCRATCH/);
  });

  it('is made elsewhere where another user came first', async () => {
    const parent = folder(0o700);
    const fallback = folder(0o755);
    const { uid } = statSync(parent);
    const { getuid } = process;
    process.getuid = () => uid + 1;
    try {
      // The system's own folder is root's, as /tmp is; here nobody is.
      const making = makePrivateFolder(parent, 'state', fallback);
      if (uid === 0) expect(dirname(await making)).toBe(parent);
      else await expect(making).rejects.toThrow(/E_SCRATCH/);
    } finally {
      process.getuid = getuid as () => number;
    }
  });

  it('goes when nobody is left who made it, after a day', async () => {
    const parent = folder(0o700);
    const ended = spawn(process.execPath, ['-e', '']);
    await once(ended, 'close');
    const names = { old: `headgate-state-${ended.pid}-a`, new: `headgate-state-${ended.pid}-b` };
    const own = `headgate-state-${process.pid}-c`;
    for (const name of [names.old, names.new, own, 'other']) mkdirSync(join(parent, name));
    const before = Date.now() / 1000 - 2 * 24 * 3_600;
    for (const name of [names.old, own, 'other']) utimesSync(join(parent, name), before, before);
    const made = await makePrivateFolder(parent, 'source');
    expect(readdirSync(parent).sort()).toEqual([names.new, own, basename(made), 'other'].sort());
    removePrivateFolder(made);
  });

  it('leaves an interrupt to the command that waits for one, and ends it by the second', async () => {
    const { child, made } = await worker(`process.once('SIGINT', () => console.log('asked'));`);
    try {
      child.kill('SIGINT');
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      expect([line.toString(), existsSync(made)]).toEqual(['asked\n', true]);
      child.kill('SIGINT');
      expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
      expect(existsSync(made)).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is left behind by no %s, which ends the process as without it',
    async (signal) => {
      const { child, made } = await worker('');
      try {
        child.kill(signal);
        expect(await once(child, 'close')).toEqual([null, signal]);
        expect(existsSync(made)).toBe(false);
      } finally {
        child.kill('SIGKILL');
      }
    },
  );
});
