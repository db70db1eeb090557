import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import { changeOf, now } from './state-values.ts';

/**
 * A process that loads and commits is killed at each of its git commands: in the middle of it, and right after it.
 * A `git` first on the PATH counts the commands and does the killing.
 */
let root: string;
let worker: string;
let remotes = 0;
const realGit = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
const page = 'runs/daily/2026-11/daily-1.md';

const settings = (remote: string) => ({
  remote,
  branch: 'headgate-state',
  historyBranch: 'headgate-history',
  scratchDirectory: join(root, 'scratch'),
  expected: { kind: 'local' as const },
  boardPlace: '',
  author: { name: 'Headgate', email: 'headgate@example.com' },
});

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'headgate-kill-'));
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
  worker = join(root, 'worker.mjs');
  await build({
    stdin: {
      contents: `
        import { gitStateStore } from ${source('../../../src/adapters/git/state-store.ts')};
        import { changeOf, now } from ${source('state-values.ts')};
        const store = gitStateStore(JSON.parse(process.argv[2]));
        const { version } = await store.load(now);
        await store.commit(changeOf(version, 2, { pages: new Map([[${JSON.stringify(page)}, 'page']]) }));`,
      loader: 'ts',
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: worker,
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

type Kill = { readonly command: number; readonly when: 'during' | 'after' };

/** Runs the worker on a remote with state 1; returns how many git commands it began. */
async function runWorker(remote: string, kill: Kill | undefined): Promise<number> {
  const bin = join(root, `bin-${remotes}`);
  mkdirSync(bin);
  const counter = join(bin, 'count');
  writeFileSync(counter, '');
  const isNow = (when: Kill['when']) => `[ "$n" = ${kill?.when === when ? kill.command : 0} ]`;
  const script = `#!/bin/sh
echo x >> ${counter}
n=$(wc -l < ${counter} | tr -d ' ')
if ${isNow('during')}; then ${realGit} "$@" <&0 & sleep 0.01; kill -9 $! $PPID; exit 1; fi
${realGit} "$@"
code=$?
if ${isNow('after')}; then kill -9 $PPID; fi
exit $code
`;
  writeFileSync(join(bin, 'git'), script);
  chmodSync(join(bin, 'git'), 0o755);
  const child = spawn(process.execPath, [worker, JSON.stringify(settings(remote))], {
    env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.on('close', resolve));
  return readFileSync(counter, 'utf8').length / 2;
}

async function preparedRemote(): Promise<string> {
  remotes += 1;
  const remote = join(root, `remote-${remotes}`);
  const first = join(root, 'remote-1');
  if (remotes === 1) await gitStateStore(settings(remote)).commit(changeOf(undefined, 1));
  else cpSync(first, remote, { recursive: true });
  return remote;
}

/** What a killed push has started on the other side goes on without it: what it leaves can be judged when that has ended. */
async function untilQuiet(remote: string): Promise<void> {
  const isBusy = () => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(remote);
  const deadline = Date.now() + 10_000;
  while (isBusy() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

const gitIn = (remote: string, ...args: string[]) =>
  execFileSync(realGit, ['-C', remote, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('a process that is killed while it writes state', () => {
  it('leaves the old state or the new one, whole, and pages that belong to it', async () => {
    await preparedRemote();
    const commands = await runWorker(await preparedRemote(), undefined);
    expect(commands).toBe(6);
    const seen = new Set<number>();
    for (let command = 1; command <= commands; command += 1) {
      for (const when of ['during', 'after'] as const) {
        const remote = await preparedRemote();
        await runWorker(remote, { command, when });
        await untilQuiet(remote);
        const store = gitStateStore(settings(remote));
        const { version, state } = await store.load(now);
        seen.add(state.sequence);
        expect(gitIn(remote, 'for-each-ref').includes('headgate-history')).toBe(state.sequence === 2);
        expect(gitIn(remote, 'fsck', '--full')).not.toMatch(/missing|corrupt|error/);
        expect(await store.commit(changeOf(version, 3))).toMatchObject({ kind: 'committed' });
      }
    }
    expect([...seen].sort()).toEqual([1, 2]);
  }, 120_000);
});
