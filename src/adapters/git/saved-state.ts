import type { Registry } from '../../core/deployment.ts';
import { type Instant, instantFromMs, secondMs } from '../../core/instant.ts';
import { RefusedError } from '../../core/problem.ts';
import type { State } from '../../core/state.ts';
import type { ExpectedPlace } from './expected-place.ts';
import { fetchBranch, type Patience } from './heads.ts';
import { isPagePath, type Page } from './history.ts';
import type { GitObject, Scratch } from './scratch.ts';
import { longestStateBytes } from './state/bounds.ts';
import { registryFile, stateFile, waitingFolder } from './state/layout.ts';
import { keyOf, type ReadFiles, readRecords } from './state/read.ts';
import { corrupt, type ReadContext } from './state/records/document.ts';
import type { Records } from './state/records/encode.ts';
import { type CommitTree, readCommitTree, type TreeFile } from './state/tree.ts';

/** A file of the state branch as git knows it. */
export type SavedFile = { readonly oid: string; readonly bytes: number };

/** A commit of the state branch. */
export type Saved = {
  readonly version: string;
  readonly at: Instant;
  readonly files: ReadonlyMap<string, SavedFile>;
  /** What its files say; undefined: they are laid out as an older Headgate did, and will be written anew. */
  readonly records: Records | undefined;
  readonly sequence: number;
  /** Run pages that could not be appended to the history branch yet. */
  readonly waiting: readonly Page[];
};

export type Loaded = { readonly saved: Saved; readonly registry: Registry; readonly state: State };

const stateRef = 'refs/headgate/state';

export type LoadContext = {
  readonly scratch: Scratch;
  readonly branch: string;
  readonly place: ExpectedPlace;
  readonly patience: Patience;
  /** Of loads before this one, into the same repository. */
  readonly known: ReadFiles;
};

/** The newest commit of the state branch, read as hostile input; undefined: the branch does not exist. */
export async function loadSaved(context: LoadContext, now: Instant): Promise<Loaded | undefined> {
  const { scratch, branch, patience } = context;
  const fetched = await fetchBranch(scratch, { branch, into: stateRef, filter: '--no-filter', patience });
  if (!fetched) return undefined;
  const tree = await readTree(context);
  const restore = isOfHeadgate(tree) ? restoreText(branch, tree?.commit) : foreignText(branch);
  const contextOf = (file: string): ReadContext => ({
    file: `${branch}:${file}`,
    restore,
    place: context.place,
    now,
  });
  if (tree === undefined) throw corrupt(contextOf(''), 'its head is not a commit');
  const { state, registry, isFirstLayout } = readRecords({ tree, contextOf, known: context.known });
  const bytesOf = ({ oid, path }: TreeFile): number =>
    context.known.get(keyOf(oid, path))?.bytes ?? tree.contentOf(oid)?.length ?? 0;
  const saved: Saved = {
    version: tree.commit.oid,
    at: committedAt(tree.commit),
    files: new Map(tree.files.map((file) => [file.path, { oid: file.oid, bytes: bytesOf(file) }])),
    records: isFirstLayout ? undefined : { state, registry },
    sequence: state.sequence,
    waiting: tree.files.flatMap(waitingPage),
  };
  forget(context.known, tree);
  return { saved, registry, state };
}

/** What the newest commit does not have any more will hardly come again. */
function forget(known: ReadFiles, { files }: CommitTree): void {
  const kept = new Set(files.map(({ oid, path }) => keyOf(oid, path)));
  for (const key of known.keys()) if (!kept.has(key)) known.delete(key);
}

async function readTree({ scratch, branch, known }: LoadContext): Promise<CommitTree | undefined> {
  const blobs = new Map([...known.keys()].map((key) => [key.slice(0, key.indexOf(' ')), true]));
  try {
    return await readCommitTree(scratch, stateRef, { known: blobs, limitBytes: longestStateBytes });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.problem.code !== 'E_GIT_OUTPUT') throw error;
    const context = { file: branch, restore: restoreText(branch, undefined) };
    throw corrupt(context, `its files have more than ${longestStateBytes} bytes`);
  }
}

export function committedAt(commit: GitObject): Instant {
  const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(commit.content.toString('utf8'))?.[1];
  return instantFromMs(Number(seconds ?? 0) * secondMs);
}

function waitingPage({ path, mode, oid }: TreeFile): readonly Page[] {
  if (!path.startsWith(`${waitingFolder}/`) || mode !== '100644') return [];
  const page = path.slice(waitingFolder.length + 1);
  return isPagePath(page) ? [{ path: page, content: { oid } }] : [];
}

/** Nobody may be told to replace a branch that was never the state's. */
function isOfHeadgate(tree: CommitTree | undefined): boolean {
  if (tree === undefined) return false;
  const paths = new Set(tree.files.map(({ path }) => path));
  return paths.has(stateFile) || paths.has(registryFile);
}

function foreignText(branch: string): string {
  return `\`${branch}\` holds something else than state, or lost it: nothing was changed. Let \`state-branch\` in headgate.yml name a branch that nothing else uses.`;
}

function restoreText(branch: string, commit: GitObject | undefined): string {
  const before = /^(?:parent|Replaces:) ([0-9a-f]{40,64})$/m.exec(
    commit?.content.toString('utf8') ?? '',
  )?.[1];
  const hint = before === undefined ? '' : ` (the one before is ${before})`;
  return `Find the last good commit of \`${branch}\`${hint} and put it back: git push --force origin <commit>:refs/heads/${branch}`;
}
