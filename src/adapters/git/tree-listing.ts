import type { SourceEntry } from '../../ports.ts';
import { failed, type GitAnswer, runGit } from './git-command.ts';

const listLimitBytes = 256 * 1024 * 1024;

const kinds: { readonly [mode: string]: SourceEntry['kind'] } = {
  '100644': 'file',
  // Written by old versions of git; the executable bit is what counts.
  '100664': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

export function kindOfMode(mode: string): SourceEntry['kind'] {
  return kinds[mode] ?? 'other';
}

/** Every file of a commit: names as they are (`-z`), kinds by the modes of the tree object. */
export async function listCommit(directory: string, commit: string): Promise<readonly SourceEntry[]> {
  const answer = await askTree(directory, commit);
  if (answer.code !== 0) throw failed(['ls-tree'], answer, directory);
  return parseListing(answer.stdout);
}

/** Path → blob; undefined if the commit is not there. */
export async function filesOfCommit(
  directory: string,
  commit: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const answer = await askTree(directory, commit);
  if (answer.code !== 0) return undefined;
  return new Map(parseListing(answer.stdout).map(({ path, blob }) => [path, blob]));
}

function askTree(directory: string, commit: string): Promise<GitAnswer> {
  return runGit(['ls-tree', '-r', '-z', '--full-tree', commit], { directory, limitBytes: listLimitBytes });
}

/** `<mode> <kind> <id>\t<path>\0`, over and over. Bytes that are not UTF-8 become `\uFFFD`. */
function parseListing(bytes: Buffer): SourceEntry[] {
  const entries: SourceEntry[] = [];
  for (const record of bytes.toString('utf8').split('\0')) {
    const tab = record.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', , blob = ''] = record.slice(0, tab).split(' ');
    entries.push({ path: record.slice(tab + 1), kind: kindOfMode(mode), blob });
  }
  return entries;
}
