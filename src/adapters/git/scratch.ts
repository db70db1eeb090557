import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedError } from '../../core/problem.ts';
import { allProtocols, failed, type GitAnswer, type GitOptions, runGit } from './git-command.ts';
import { makePrivateFolder, removePrivateFolder } from './private-folder.ts';
import type { Remote } from './remote.ts';

/** A bare repository of our own, beside the user's checkout: it sees neither its settings nor its credentials. */
export type Scratch = {
  readonly directory: string;
  run(args: readonly string[], options?: Pick<GitOptions, 'input' | 'limitBytes'>): Promise<GitAnswer>;
};

const timeoutMs = 60_000;
const environment = { GIT_ALLOW_PROTOCOL: allProtocols };

/** Made by hand: `git init` costs a process and copies templates. */
export async function makeScratch(parent: string, remote: Remote): Promise<Scratch> {
  const directory = await makePrivateFolder(parent, 'state');
  await mkdir(join(directory, 'objects'));
  await mkdir(join(directory, 'refs'));
  await writeFile(join(directory, 'config'), configOf(remote));
  await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
  return {
    directory,
    run: (args, options) =>
      runGit(args, { ...options, directory, config: remote.config, environment, timeoutMs }).catch(asAnswer),
  };
}

/** A push that took too long may have landed: that is for its caller to find out. */
function asAnswer(error: unknown): GitAnswer {
  if (!(error instanceof RefusedError) || error.problem.code !== 'E_GIT_TIMEOUT') throw error;
  return { code: 124, stdout: Buffer.alloc(0), stderr: error.problem.message };
}

/**
 * `fsync`: nothing here outlives the process. `postBuffer`: a push that fits is sent without a probing request. A
 * repository on this machine starts no hook: it may have come with a checkout, or be somebody's by accident.
 */
function configOf(remote: Remote): string {
  const url = remote.url.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const receive = 'git -c core.hooksPath=/dev/null receive-pack';
  const pushing = remote.path === undefined ? '' : `\treceivepack = ${receive}\n`;
  return `[core]
\trepositoryformatversion = 0
\tbare = true
\tfsync = none
[remote "origin"]
\turl = "${url}"
${pushing}[http]
\tpostBuffer = 16777216
\tlowSpeedLimit = 100
\tlowSpeedTime = 20
`;
}

export function removeScratch(scratch: Scratch): void {
  removePrivateFolder(scratch.directory);
}

/** The objects that `git cat-file --batch` printed, in the order in which they were asked for. */
export type GitObject = { readonly oid: string; readonly kind: string; readonly content: Buffer };

export async function readObjects(
  scratch: Scratch,
  names: readonly string[],
  limitBytes: number,
  command: readonly string[] = ['cat-file', '--batch', '--buffer'],
): Promise<readonly (GitObject | undefined)[]> {
  const input = names.map((name) => `${name}\n`).join('');
  const { code, stdout, stderr } = await scratch.run(command, { input, limitBytes });
  if (code !== 0) throw failed(['cat-file'], { code, stdout, stderr }, scratch.directory);
  const objects: (GitObject | undefined)[] = [];
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at);
    const [oid = '', kind = '', size] = stdout.toString('utf8', at, end).split(' ');
    const length = Number(size);
    const isFound = size !== undefined && Number.isInteger(length);
    objects.push(isFound ? { oid, kind, content: stdout.subarray(end + 1, end + 1 + length) } : undefined);
    at = isFound ? end + length + 2 : end + 1;
  }
  return objects;
}

export type TreeEntry = { readonly mode: string; readonly oid: string };

/** Entries of a raw tree object: `mode name NUL id`, the id as 20 bytes, or 32 in a SHA-256 repository. */
export function treeEntries(tree: GitObject): ReadonlyMap<string, TreeEntry> {
  const idBytes = tree.oid.length / 2;
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < tree.content.length; ) {
    const end = tree.content.indexOf(0, at);
    const [mode = '', ...name] = tree.content.toString('utf8', at, end).split(' ');
    at = end + 1 + idBytes;
    entries.set(name.join(' '), { mode, oid: tree.content.toString('hex', end + 1, at) });
  }
  return entries;
}
