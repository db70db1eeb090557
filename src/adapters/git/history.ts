import { basename } from 'node:path/posix';
import type { FlowName } from '../../core/flow.ts';
import { RefusedError } from '../../core/problem.ts';
import { parseRunId, type RunId } from '../../core/run.ts';
import { fetchBranch, type Patience, partialFetch } from './heads.ts';
import { refusalOf } from './refusal.ts';
import { readObjects, type Scratch, type TreeEntry, treeEntries } from './scratch.ts';

/** A run page: its text, or the blob in which it waits. */
export type Page = {
  /** `runs/<flow>/<yyyy-mm>/<run>.md` */
  readonly path: string;
  readonly content: string | { readonly oid: string };
};

const pagePattern = /^runs\/[a-z0-9][a-z0-9-]{0,79}\/\d{4}-\d{2}\/[a-z0-9][a-z0-9-]{0,79}\.md$/;

export function isPagePath(path: string): boolean {
  return pagePattern.test(path);
}

/** The runs of a flow that these pages are about. */
export function runsOfPages(paths: Iterable<string>, flow: FlowName): ReadonlySet<RunId> {
  const ofFlow = [...paths].filter((path) => path.startsWith(`runs/${flow}/`));
  return new Set(ofFlow.flatMap((path) => parseRunId(basename(path, '.md')) ?? []));
}

const historyRef = 'refs/headgate/history';
const treeLimitBytes = 64 * 1024 * 1024;
const treeMode = '40000';

/**
 * The commit to append to, with just those of its trees that lie on the way to the new pages: in years of runs every
 * other tree, and every page, stays on the remote. Undefined: there is no history yet.
 *
 * Trees are asked for by name, level by level; GitHub serves `tree:0` from its bitmaps, but may refuse deeper filters.
 */
export async function openHistory(
  scratch: Scratch,
  { branch, paths, patience }: { branch: string; paths: readonly string[]; patience: Patience },
): Promise<string | undefined> {
  const head = await fetchHead(scratch, branch, patience);
  if (head === undefined) return undefined;
  if (!head.isWhole) await fetchTreesOnTheWay(scratch, head.root, paths);
  return head.commit;
}

/** Paths of all pages of a flow. The pages themselves stay on the remote. */
export async function listPages(
  scratch: Scratch,
  { branch, flow, patience }: { branch: string; flow: FlowName; patience: Patience },
): Promise<readonly string[]> {
  const folder = `runs/${flow}`;
  const head = await fetchHead(scratch, branch, patience);
  if (head === undefined) return [];
  if (!head.isWhole) await fetchTreesOnTheWay(scratch, head.root, [`${folder}/page`]);
  const [tree] = await readObjects(scratch, [`${head.commit}:${folder}`], treeLimitBytes);
  const months = tree?.kind === 'tree' ? [...treeEntries(tree)].filter(isFolder) : [];
  if (months.length === 0) return [];
  const oids = months.map(([, { oid }]) => oid);
  if (!head.isWhole) await fetchTrees(scratch, [...new Set(oids)]);
  const trees = await readObjects(scratch, oids, treeLimitBytes);
  return months.flatMap(([month], index) =>
    [...(trees[index] === undefined ? [] : treeEntries(trees[index]).keys())]
      .map((file) => `${folder}/${month}/${file}`)
      .filter(isPagePath),
  );
}

function isFolder([, { mode }]: readonly [string, TreeEntry]): boolean {
  return mode === treeMode;
}

type Head = { readonly commit: string; readonly root: string; readonly isWhole: boolean };

/** The newest commit without its trees; with all of them, and all pages, where the server knows no filters. */
async function fetchHead(scratch: Scratch, branch: string, patience: Patience): Promise<Head | undefined> {
  const fetch = { branch, into: historyRef, patience };
  const fetched = await fetchBranch(scratch, { ...fetch, filter: '--filter=tree:0' }).catch(withoutFilter);
  const isWhole = fetched === 'unfiltered';
  if (!(isWhole ? await fetchBranch(scratch, { ...fetch, filter: '--no-filter' }) : fetched))
    return undefined;
  const [commit] = await readObjects(scratch, [historyRef], treeLimitBytes);
  const root = /^tree ([0-9a-f]+)/.exec(commit?.content.toString('utf8') ?? '')?.[1];
  if (commit === undefined || root === undefined) throw new RefusedError(notACommit(branch));
  return { commit: commit.oid, root, isWhole };
}

/** A server that refuses filters still serves the whole commit. */
function withoutFilter(error: unknown): 'unfiltered' {
  if (error instanceof RefusedError && /filter/i.test(error.problem.message)) return 'unfiltered';
  throw error;
}

async function fetchTreesOnTheWay(scratch: Scratch, root: string, paths: readonly string[]): Promise<void> {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  let level = new Map([['', root]]);
  for (let depth = 1; level.size > 0; depth += 1) {
    const names = [...level.keys()];
    const oids = [...level.values()];
    await fetchTrees(scratch, [...new Set(oids)]);
    const trees = await readObjects(scratch, oids, treeLimitBytes);
    const next = new Map<string, string>();
    for (const folder of folders) {
      const parts = folder.split('/');
      if (parts.length < depth) continue;
      const tree = trees[names.indexOf(parts.slice(0, depth - 1).join('/'))];
      const entry = tree && treeEntries(tree).get(parts[depth - 1] ?? '');
      if (entry?.mode === treeMode) next.set(parts.slice(0, depth).join('/'), entry.oid);
    }
    level = next;
  }
}

/** As git itself fetches an absent object of a partial clone, but without what the tree contains. */
async function fetchTrees(scratch: Scratch, oids: readonly string[]): Promise<void> {
  const args = ['fetch', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--quiet'];
  const answer = await scratch.run([...partialFetch, ...args, '--filter=tree:0', '--stdin', 'origin'], {
    input: oids.map((oid) => `${oid}\n`).join(''),
  });
  if (answer.code !== 0) throw new RefusedError(refusalOf('read the history branch', answer.stderr).problem);
}

function notACommit(branch: string): RefusedError['problem'] {
  return {
    code: 'E_STATE_CORRUPT',
    place: { file: branch },
    message: 'The head of the history branch is not a commit.',
    fix: 'Point the branch at a commit, or delete it: Headgate then starts a new one.',
  };
}
