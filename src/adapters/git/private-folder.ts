import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RefusedError } from '../../core/problem.ts';

/**
 * A folder that nobody else on the machine can have made before, look into, or put another in the place of: who could
 * would choose the configuration of git in it, and with it programs that run as its user.
 */
export async function makePrivateFolder(
  parent: string,
  purpose: 'state' | 'source',
  fallback = tmpdir(),
): Promise<string> {
  for (const candidate of [parent, fallback]) {
    const place = await safeParent(candidate);
    if (place === undefined) continue;
    if (candidate === parent) await sweep(place);
    // mkdtemp(3): a random name that must not exist, 0700.
    const directory = await mkdtemp(join(place, `headgate-${purpose}-${process.pid}-`)).catch(
      () => undefined,
    );
    if (directory === undefined) continue;
    removeAtEnd(directory);
    return directory;
  }
  throw new RefusedError({
    code: 'E_SCRATCH',
    message: `Neither in ${JSON.stringify(parent)} nor in ${JSON.stringify(fallback)} can a folder be made that other users of this machine could not exchange.`,
    fix: 'Let TMPDIR name a folder that is yours alone, such as one below your home, or one that is sticky (chmod +t).',
  });
}

export function removePrivateFolder(directory: string): void {
  toRemove.delete(directory);
  rmSync(directory, { recursive: true, force: true });
}

const groupOrOthersWrite = 0o022;
const sticky = 0o1000;

/** Where only its owner and root rename what is in it: a folder of ours or of root's, not writable to others or sticky. */
async function safeParent(path: string): Promise<string | undefined> {
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  await mkdir(path, { mode: 0o700 }).catch(() => undefined);
  const place = await realpath(path).catch(() => undefined);
  if (place === undefined) return undefined;
  const stats = await stat(place);
  const me = process.getuid?.();
  const isOurs = me === undefined || stats.uid === me || stats.uid === 0;
  const isClosed = me === undefined || (stats.mode & groupOrOthersWrite) === 0 || (stats.mode & sticky) !== 0;
  return stats.isDirectory() && isOurs && isClosed ? place : undefined;
}

const forgottenMs = 24 * 3_600_000;

/** What processes left that were killed. A number of a process may mean another one in a container, hence the age. */
async function sweep(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const pid = /^headgate-(?:state|source)-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(parent, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > forgottenMs) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const toRemove = new Set<string>();
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isWatching = false;

function removeAtEnd(directory: string): void {
  toRemove.add(directory);
  if (isWatching) return;
  isWatching = true;
  process.once('exit', removeAll);
  for (const signal of endings) process.prependListener(signal, endBySignal);
}

function removeAll(): void {
  for (const path of toRemove) rmSync(path, { recursive: true, force: true });
  toRemove.clear();
}

/**
 * A listener keeps Node from ending. Where no other one wants the process to live on, it ends by the signal, as without.
 * It stands before the others: one for once is no longer counted when it has begun.
 */
function endBySignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  removeAll();
  process.removeListener(signal, endBySignal);
  process.kill(process.pid, signal);
}
