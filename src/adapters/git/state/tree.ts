import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../git-command.ts';
import { type GitObject, readObjects, type Scratch, treeEntries } from '../scratch.ts';

/** A file of a commit; `mode` as git writes it, such as `100644`. */
export type TreeFile = { readonly path: string; readonly mode: string; readonly oid: string };

/** A commit with all its files, as far as their contents are not known already. */
export type CommitTree = {
  readonly commit: GitObject;
  readonly files: readonly TreeFile[];
  /** Of a file that is not among the known ones. */
  readonly contentOf: (oid: string) => Buffer | undefined;
};

/**
 * Reads the commit that a ref names. The first time a repository holds little else, and one process gives all of it;
 * later only what is not known yet is asked for. Undefined: the ref names no commit with a tree.
 */
export async function readCommitTree(
  scratch: Scratch,
  ref: string,
  { known, limitBytes }: { readonly known: ReadonlyMap<string, unknown>; readonly limitBytes: number },
): Promise<CommitTree | undefined> {
  return known.size === 0
    ? readWhole(scratch, ref, limitBytes)
    : readRest(scratch, ref, { known, limitBytes });
}

async function readWhole(scratch: Scratch, ref: string, limitBytes: number): Promise<CommitTree | undefined> {
  const command = ['cat-file', '--batch-all-objects', '--batch', '--unordered', '--buffer'];
  const [found, head] = await Promise.all([
    readObjects(scratch, [], limitBytes, command),
    readRef(scratch, ref),
  ]);
  const objects = new Map(found.flatMap((object) => (object === undefined ? [] : [[object.oid, object]])));
  const commit = objects.get(head);
  const root = rootOf(commit);
  const files: TreeFile[] = [];
  if (commit === undefined || root === undefined) return undefined;
  if (!listFiles(objects, { path: '', oid: root }, files)) return undefined;
  return { commit, files, contentOf: (oid) => contentIn(objects.get(oid)) };
}

/** What a fetch wrote a moment ago: a file, since these repositories are made with plain refs. */
async function readRef(scratch: Scratch, ref: string): Promise<string> {
  return (await readFile(join(scratch.directory, ref), 'utf8')).trim();
}

function rootOf(commit: GitObject | undefined): string | undefined {
  if (commit?.kind !== 'commit') return undefined;
  return /^tree ([0-9a-f]{40,64})$/m.exec(commit.content.toString('utf8'))?.[1];
}

const folderMode = '40000';
const deepestFolder = 8;

/** False: a tree is not there. */
function listFiles(
  objects: ReadonlyMap<string, GitObject>,
  { path, oid, depth = 0 }: { readonly path: string; readonly oid: string; readonly depth?: number },
  files: TreeFile[],
): boolean {
  const tree = objects.get(oid);
  if (tree?.kind !== 'tree') return false;
  for (const [name, entry] of treeEntries(tree)) {
    const below = path === '' ? name : `${path}/${name}`;
    if (entry.mode !== folderMode || depth >= deepestFolder) files.push({ path: below, ...entry });
    else if (!listFiles(objects, { path: below, oid: entry.oid, depth: depth + 1 }, files)) return false;
  }
  return true;
}

function contentIn(object: GitObject | undefined): Buffer | undefined {
  return object?.kind === 'blob' ? object.content : undefined;
}

async function readRest(
  scratch: Scratch,
  ref: string,
  { known, limitBytes }: { readonly known: ReadonlyMap<string, unknown>; readonly limitBytes: number },
): Promise<CommitTree | undefined> {
  const answer = await scratch.run(['ls-tree', '-r', '-z', '--full-tree', ref], { limitBytes });
  if (answer.code !== 0) {
    if (/not a tree object/i.test(answer.stderr)) return undefined;
    throw failed(['ls-tree'], answer, scratch.directory);
  }
  const files = answer.stdout.toString('utf8').split('\0').flatMap(fileOf);
  const wanted = files.filter(({ mode, oid }) => mode === '100644' && !known.has(oid));
  const [commit, ...blobs] = await readObjects(scratch, [ref, ...wanted.map(({ oid }) => oid)], limitBytes);
  const contents = new Map(blobs.flatMap((blob) => (blob === undefined ? [] : [[blob.oid, blob] as const])));
  if (commit?.kind !== 'commit') return undefined;
  return { commit, files, contentOf: (oid) => contentIn(contents.get(oid)) };
}

function fileOf(entry: string): readonly TreeFile[] {
  const tab = entry.indexOf('\t');
  const [mode = '', , oid = ''] = entry.slice(0, tab).split(' ');
  return tab === -1 ? [] : [{ path: entry.slice(tab + 1), mode, oid }];
}
