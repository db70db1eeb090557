import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { RefusedError } from '../../core/problem.ts';
import { gitEnvironment, hardenedSettings } from './git-command.ts';
import { type BlobContent, batchParser } from './object-stream.ts';

export type ObjectReader = {
  /** Contents of blobs in the order asked; `undefined` for one that is not there. */
  read(blobs: readonly string[], limitBytes: number): Promise<readonly BlobContent[]>;
};

const deadlineMs = 60_000;

/**
 * One `git cat-file --batch` answers every read: starting git costs more than reading hundreds of blobs. It applies no
 * filter and no textconv. While idle it keeps nobody alive, and it ends with the process that started it.
 */
export function objectReader(directory: string): ObjectReader {
  let reader: ChildProcessWithoutNullStreams | undefined;
  let previous: Promise<unknown> = Promise.resolve();

  const readOnce = async (blobs: readonly string[], limitBytes: number): Promise<readonly BlobContent[]> => {
    reader ??= startReader(directory);
    setAlive(reader, true);
    try {
      const contents = await ask(reader, blobs, limitBytes);
      setAlive(reader, false);
      return contents;
    } catch (error) {
      reader.kill('SIGKILL');
      reader = undefined;
      throw error;
    }
  };
  return {
    read(blobs, limitBytes) {
      if (blobs.length === 0) return Promise.resolve([]);
      const answer = previous.then(() => readOnce(blobs, limitBytes));
      previous = answer.catch(() => undefined);
      return answer;
    },
  };
}

function startReader(directory: string): ChildProcessWithoutNullStreams {
  const child = spawn('git', [...hardenedSettings, 'cat-file', '--batch'], {
    cwd: directory,
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stderr.resume();
  // A broken pipe, or a git that does not start, shows as `close` too: that is where it is handled.
  for (const source of [child, child.stdin, child.stdout, child.stderr]) source.on('error', () => undefined);
  return child;
}

function setAlive(child: ChildProcessWithoutNullStreams, isAlive: boolean): void {
  const change = isAlive ? 'ref' : 'unref';
  child[change]();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as unknown as Socket)[change]();
}

function ask(
  child: ChildProcessWithoutNullStreams,
  blobs: readonly string[],
  limitBytes: number,
): Promise<readonly BlobContent[]> {
  return new Promise((resolve, reject) => {
    const parser = batchParser(blobs.length, limitBytes);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      child.stdout.off('data', onData);
      child.off('close', onClose);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      const verdict = parser.feed(chunk);
      if (verdict === 'done') finish(() => resolve(parser.contents()));
      if (verdict === 'garbled') finish(() => reject(unreadable('its answer could not be understood')));
    };
    const onClose = (code: number | null): void =>
      finish(() => reject(unreadable(`it ended with ${code === null ? 'a signal' : `code ${code}`}`)));
    const timer = setTimeout(
      () => finish(() => reject(unreadable(`it took over ${deadlineMs / 1000} seconds`))),
      deadlineMs,
    );
    child.stdout.on('data', onData);
    child.on('close', onClose);
    child.stdin.write(`${blobs.join('\n')}\n`);
  });
}

function unreadable(what: string): RefusedError {
  return new RefusedError({
    code: 'E_GIT_READ',
    message: `Files could not be read from git with \`git cat-file --batch\`: ${what}.`,
    fix: 'Check the repository with `git fsck`, and try again.',
  });
}
