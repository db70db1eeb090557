import type { Registry } from '../../core/deployment.ts';
import { type Instant, instantFromMs, secondMs } from '../../core/instant.ts';
import { RefusedError } from '../../core/problem.ts';
import type { State } from '../../core/state.ts';
import type { ExpectedPlace } from './expected-place.ts';
import { fetchBranch, type Patience } from './heads.ts';
import { isPagePath, type Page } from './history.ts';
import { longestRegistryBytes, longestStateBytes } from './record-text.ts';
import { corrupt, decodeRegistry, decodeState, type ReadContext } from './records.ts';
import { type GitObject, readObjects, type Scratch, treeEntries } from './scratch.ts';

/** The files of the state branch, as texts. */
export type StateFiles = { readonly board: string; readonly registry: string; readonly state: string };

/** A commit of the state branch. */
export type Saved = {
  readonly version: string;
  readonly at: Instant;
  readonly files: StateFiles;
  readonly sequence: number;
  /** Run pages that could not be appended to the history branch yet. */
  readonly waiting: readonly Page[];
};

export type Loaded = { readonly saved: Saved; readonly registry: Registry; readonly state: State };

/** Where pages wait on the state branch. */
export const waitingFolder = 'waiting';

const stateRef = 'refs/headgate/state';
const names = ['', '^{tree}', ':README.md', ':deployments.json', ':state.json'];

export type LoadContext = {
  readonly scratch: Scratch;
  readonly branch: string;
  readonly place: ExpectedPlace;
  readonly patience: Patience;
};

/** The newest commit of the state branch, read as hostile input; undefined: the branch does not exist. */
export async function loadSaved(context: LoadContext, now: Instant): Promise<Loaded | undefined> {
  const { scratch, branch, patience } = context;
  const fetched = await fetchBranch(scratch, { branch, into: stateRef, filter: '--no-filter', patience });
  if (!fetched) return undefined;
  const [commit, tree, board, registryFile, stateFile] = await readFiles(context);
  const restore = restoreText(branch, commit);
  const read = (file: string): ReadContext => ({
    file: `${branch}:${file}`,
    restore,
    place: context.place,
    now,
  });
  if (commit?.kind !== 'commit' || tree === undefined) throw corrupt(read(''), 'its head is not a commit');
  checkModes(tree, read);
  const registry = decodeRegistry(
    contentOf(registryFile, read('deployments.json')),
    read('deployments.json'),
  );
  const state = decodeState(contentOf(stateFile, read('state.json')), read('state.json'));
  const files = {
    board: textOf(board),
    registry: textOf(registryFile),
    state: textOf(stateFile),
  };
  const waiting = treeEntries(tree).has(waitingFolder) ? await listWaiting(scratch) : [];
  const saved = { version: commit.oid, at: committedAt(commit), files, sequence: state.sequence, waiting };
  return { saved, registry, state };
}

/** Commit and tree are small; the board has the size of the state. One byte more than is allowed is enough to see it. */
const limitBytes = longestRegistryBytes + 3 * longestStateBytes;

async function readFiles({ scratch, branch }: LoadContext): Promise<readonly (GitObject | undefined)[]> {
  try {
    const asked = names.map((name) => `${stateRef}${name}`);
    return await readObjects(scratch, asked, limitBytes);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.problem.code !== 'E_GIT_OUTPUT') throw error;
    const context = { file: branch, restore: restoreText(branch, undefined) };
    throw corrupt(context, `its files have more than ${limitBytes} bytes`);
  }
}

/** A symbolic link, an executable or a submodule in the place of a file is no accident. */
function checkModes(tree: GitObject, read: (file: string) => ReadContext): void {
  const entries = treeEntries(tree);
  for (const file of ['deployments.json', 'state.json']) {
    const mode = entries.get(file)?.mode;
    if (mode === undefined) {
      throw corrupt(read(file), 'the branch does not have this file; it may belong to something else');
    }
    if (mode === '100644') continue;
    throw new RefusedError({
      code: 'E_STATE_MODE',
      place: { file: read(file).file },
      message: `It is not a plain file: git has it with mode ${mode}. Nothing was launched or written.`,
      fix: read(file).restore,
    });
  }
}

function contentOf(object: GitObject | undefined, context: ReadContext): Buffer {
  if (object?.kind === 'blob') return object.content;
  throw corrupt(context, 'git has no content for it');
}

function textOf(object: GitObject | undefined): string {
  return object?.kind === 'blob' ? object.content.toString('utf8') : '';
}

export function committedAt(commit: GitObject): Instant {
  const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(commit.content.toString('utf8'))?.[1];
  return instantFromMs(Number(seconds ?? 0) * secondMs);
}

async function listWaiting(scratch: Scratch): Promise<readonly Page[]> {
  const answer = await scratch.run(['ls-tree', '-r', '-z', `${stateRef}:${waitingFolder}`]);
  const entries = answer.stdout.toString('utf8').split('\0');
  return entries.flatMap((entry): Page[] => {
    const [facts = '', path = ''] = entry.split('\t');
    const [mode, kind, oid = ''] = facts.split(' ');
    return mode === '100644' && kind === 'blob' && isPagePath(path) ? [{ path, content: { oid } }] : [];
  });
}

function restoreText(branch: string, commit: GitObject | undefined): string {
  const before = /^(?:parent|Replaces:) ([0-9a-f]{40,64})$/m.exec(
    commit?.content.toString('utf8') ?? '',
  )?.[1];
  const hint = before === undefined ? '' : ` (the one before is ${before})`;
  return `Find the last good commit of \`${branch}\`${hint} and put it back: git push --force origin <commit>:refs/heads/${branch}`;
}
