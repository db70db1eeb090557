import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allProtocols, runGit } from './git-command.ts';
import { makePrivateFolder, removePrivateFolder } from './private-folder.ts';
import { remoteOf } from './remote.ts';
import { filesOfCommit } from './tree-listing.ts';

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** How far back a newer commit is searched for ours, when the checkout has no history. */
const searchedDepth = 250;
const fetchTimeoutMs = 30_000;

/** A checkout, and what its remote takes if the checkout itself holds no credentials, as on GitHub. */
export type Checkout = {
  readonly directory: string;
  readonly token: string | undefined;
  /** Where what is fetched is kept meanwhile; the system's temporary folder if left out. */
  readonly scratchDirectory?: string;
};

/** Path → blob of another commit of the same repository; fetched if the checkout is shallow. */
export async function filesOfOther(
  checkout: Checkout,
  commit: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!commitPattern.test(commit)) return undefined;
  const own = await filesOfCommit(checkout.directory, commit);
  if (own !== undefined) return own;
  return inScratch(checkout, async (scratch) => {
    const isThere = await scratch.fetch(commit, ['--depth=1', '--filter=blob:none']);
    return isThere ? filesOfCommit(scratch.directory, commit) : undefined;
  });
}

/** The first of these files that another commit has, if it has at most `limitBytes`; fetched if need be. */
export async function readOther(
  checkout: Checkout,
  commit: string,
  { paths, limitBytes }: { readonly paths: readonly string[]; readonly limitBytes: number },
): Promise<Uint8Array | undefined> {
  const files = await filesOfOther(checkout, commit);
  const blob = paths.map((path) => files?.get(path)).find((id) => id !== undefined);
  if (blob === undefined) return undefined;
  const own = await readBlob(checkout.directory, blob, limitBytes);
  if (own !== undefined) return own;
  return inScratch(checkout, async (scratch) => {
    const isThere = await scratch.fetch(blob, []);
    return isThere ? readBlob(scratch.directory, blob, limitBytes) : undefined;
  });
}

async function readBlob(
  directory: string,
  blob: string,
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  const size = await runGit(['cat-file', '-s', blob], { directory });
  if (size.code !== 0 || Number(size.stdout.toString()) > limitBytes) return undefined;
  const answer = await runGit(['cat-file', 'blob', blob], { directory });
  return answer.code === 0 ? answer.stdout : undefined;
}

/** Whether `older` is an ancestor of `newer`; undefined if neither the checkout nor the remote can tell. */
export async function isAncestor(
  checkout: Checkout,
  older: string,
  newer: string,
): Promise<boolean | undefined> {
  if (older === newer) return false;
  if (!commitPattern.test(older) || !commitPattern.test(newer)) return undefined;
  const { directory } = checkout;
  if (await isAncestorIn(directory, older, newer)) return true;
  if (await hasWholeHistory(directory, newer)) return false;
  return inScratch(checkout, async (scratch) => {
    // `tree:0` brings the commits alone.
    const isThere = await scratch.fetch(newer, [`--depth=${searchedDepth}`, '--filter=tree:0']);
    if (!isThere) return undefined;
    if (await isAncestorIn(scratch.directory, older, newer)) return true;
    return (await isShallow(scratch.directory)) ? undefined : false;
  });
}

async function isAncestorIn(directory: string, older: string, newer: string): Promise<boolean> {
  return (await runGit(['merge-base', '--is-ancestor', older, newer], { directory })).code === 0;
}

async function hasWholeHistory(directory: string, commit: string): Promise<boolean> {
  const isThere = (await runGit(['cat-file', '-e', `${commit}^{commit}`], { directory })).code === 0;
  return isThere && !(await isShallow(directory));
}

async function isShallow(directory: string): Promise<boolean> {
  const answer = await runGit(['rev-parse', '--is-shallow-repository'], { directory });
  return answer.stdout.toString().trim() !== 'false';
}

type Scratch = {
  readonly directory: string;
  /** False if the remote does not give it, for whatever reason. */
  fetch(commit: string, how: readonly string[]): Promise<boolean>;
};

/**
 * Fetches into a repository of its own: a shallow or filtered fetch into the checkout would change what its history
 * and its remote mean for whoever owns it.
 */
async function inScratch<T>(
  checkout: Checkout,
  use: (scratch: Scratch) => Promise<T | undefined>,
): Promise<T | undefined> {
  const config = await originConfig(checkout);
  if (config['remote.origin.url'] === undefined) return undefined;
  const directory = await makePrivateFolder(checkout.scratchDirectory ?? tmpdir(), 'source');
  try {
    await mkdir(join(directory, 'objects'));
    await mkdir(join(directory, 'refs'));
    await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
    await writeFile(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    return await use({
      directory,
      async fetch(commit, how) {
        const quiet = ['--no-tags', '--no-write-fetch-head', '--quiet', '--upload-pack=git-upload-pack'];
        const args = ['fetch', ...how, ...quiet, 'origin', commit];
        const environment = { GIT_ALLOW_PROTOCOL: allProtocols };
        const answer = await runGit(args, { directory, config, environment, timeoutMs: fetchTimeoutMs });
        return answer.code === 0;
      },
    });
  } catch {
    // What a commit of the past looked like only improves an explanation; not getting it is no failure.
    return undefined;
  } finally {
    removePrivateFolder(directory);
  }
}

/** With a token, its header is the only one: GitHub answers 400 to two. */
async function originConfig({ directory, token }: Checkout): Promise<{ readonly [key: string]: string }> {
  const own = await remoteConfig(directory);
  const address = own['remote.origin.url'];
  if (token === undefined || address === undefined) return own;
  const { url, config } = remoteOf(address, token);
  return { ...config, 'remote.origin.url': url };
}

/** Address and credentials of `origin` as the checkout has them, wherever they are included from. */
async function remoteConfig(directory: string): Promise<{ readonly [key: string]: string }> {
  const pattern = '^(remote\\.origin\\.url$|http\\.|url\\.)';
  const answer = await runGit(['config', '-z', '--get-regexp', pattern], { directory });
  const entries = answer.stdout.toString('utf8').split('\0').filter(Boolean);
  return Object.fromEntries(
    entries.map((entry) => {
      const end = entry.indexOf('\n');
      return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}
