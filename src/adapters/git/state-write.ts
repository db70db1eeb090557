import { randomBytes } from 'node:crypto';
import { type Problem, RefusedError } from '../../core/problem.ts';
import type { CommitAnswer, StateCommit } from '../../ports.ts';
import { type Draft, dayOf, makeCommits } from './commit-stream.ts';
import { failed } from './git-command.ts';
import { openHistory, type Page } from './history.ts';
import { type Store, scratchOf } from './open-store.ts';
import { type Move, type PushAnswer, pushMoves } from './push.ts';
import type { Scratch } from './scratch.ts';
import { type Changes, fileChanges, filesAfter } from './state/changes.ts';

/** A wave of ends that the history branch does not take stays within what a branch can hold. */
const mostWaiting = 1_000;

export type Writing = {
  readonly change: StateCommit;
  readonly changes: Changes;
  readonly pages: readonly Page[];
};

/** One way to write. Each that the remote refuses gives way to one that asks for less. */
type Way = { readonly isSquashing: boolean; readonly hasHistory: boolean };

/**
 * State and pages go in one atomic push, so a page is there if and only if the state that ended its run is. When the
 * remote takes the state but not the history, the pages wait on the state branch and go with a later commit: state is
 * never held up by history, and no page is lost.
 */
export async function writeState(store: Store, writing: Writing): Promise<CommitAnswer> {
  const { saved } = store;
  const isNewDay = saved !== undefined && dayOf(writing.change.at) > dayOf(saved.at);
  const hasPages = writing.pages.length > 0;
  const ways: Way[] = [
    { isSquashing: isNewDay, hasHistory: hasPages },
    ...(isNewDay ? [{ isSquashing: false, hasHistory: hasPages }] : []),
    ...(hasPages ? [{ isSquashing: false, hasHistory: false }] : []),
  ];
  let refused: Problem | undefined;
  for (const way of ways) {
    const answer = await tryToWrite(store, writing, way);
    if (answer.kind === 'committed' && refused !== undefined) {
      return { ...answer, warning: warningOf(store, way, { pages: writing.pages.length, refused }) };
    }
    if (answer.kind !== 'refused') return answer;
    refused = answer.problem;
    if (answer.isHopeless) break;
  }
  throw new RefusedError(refused ?? { code: 'E_STATE_WRITE', message: 'State could not be written.' });
}

type WriteAnswer = CommitAnswer | { kind: 'refused'; problem: Problem; isHopeless: boolean };

const mostHistoryRaces = 5;

async function tryToWrite(store: Store, writing: Writing, way: Way): Promise<WriteAnswer> {
  const scratch = await scratchOf(store);
  const { branch, historyBranch } = store.options;
  for (let races = 0; ; races += 1) {
    const history = way.hasHistory ? await historyFor(store, writing) : undefined;
    if (history instanceof RefusedError)
      return { kind: 'refused', problem: history.problem, isHopeless: false };
    const state = await stateDraft(store, writing, way);
    const drafts = [state, ...(history === undefined ? [] : [history])];
    const [made = '', pageCommit = ''] = await makeCommits(scratch, drafts);
    const moves: Move[] = [{ branch, old: store.saved?.version, made }];
    if (history !== undefined) moves.push({ branch: historyBranch, old: history.parent, made: pageCommit });
    const answer = await pushMoves(moves, { scratch, remote: store.remote, patience: store.patience });
    if (answer.kind === 'pushed') return remember(store, writing, { version: made, way, draft: state });
    if (answer.kind === 'refused') return refusedBy(answer);
    if (answer.branch === branch) return { kind: 'lost' };
    if (races + 1 >= mostHistoryRaces)
      return { kind: 'refused', problem: contended(historyBranch), isHopeless: false };
  }
}

function refusedBy({ refusal }: PushAnswer & { kind: 'refused' }): WriteAnswer {
  const isHopeless = refusal.kind === 'rights' || refusal.kind === 'unreachable';
  return { kind: 'refused', problem: refusal.problem, isHopeless };
}

function contended(branch: string): Problem {
  return {
    code: 'E_STATE_WRITE',
    message: `Others wrote to \`${branch}\` ${mostHistoryRaces} times in a row while pages were to be appended.`,
    fix: 'Let only Headgate write there.',
  };
}

async function historyFor(store: Store, { change, pages }: Writing): Promise<Draft | RefusedError> {
  const { historyBranch: branch, author } = store.options;
  const paths = pages.map(({ path }) => path);
  try {
    const scratch = await scratchOf(store);
    const parent = await openHistory(scratch, { branch, paths, patience: store.patience });
    const message = unique(`${pages.length === 1 ? '1 run' : `${pages.length} runs`} ended\n`);
    return { parent, message, at: change.at, author, files: pages };
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

async function stateDraft(store: Store, writing: Writing, way: Way): Promise<Draft> {
  const { saved } = store;
  const { change, changes } = writing;
  const replaces = way.isSquashing && saved !== undefined ? `Replaces: ${saved.version}\n` : '';
  const head = {
    message: unique(`${change.message.trim()}\n\n${replaces}`),
    at: change.at,
    author: store.options.author,
    files: fileChanges(saved, changes, change, waitingAfter(writing, way)),
  };
  if (!way.isSquashing || saved === undefined) return { ...head, parent: saved?.version };
  return { ...head, parent: undefined, tree: await treeOf(await scratchOf(store), saved.version) };
}

async function treeOf(scratch: Scratch, commit: string): Promise<string> {
  const args = ['rev-parse', '--verify', `${commit}^{tree}`];
  const answer = await scratch.run(args);
  if (answer.code !== 0) throw failed(args, answer, scratch.directory);
  return answer.stdout.toString('utf8').trim();
}

function waitingAfter({ pages }: Writing, way: Way): readonly Page[] {
  return way.hasHistory ? [] : pages.slice(-mostWaiting);
}

/** Two writers with the same content in the same second must not make the same commit: each would take it for its own. */
function unique(message: string): string {
  const end = message.endsWith('\n\n') || message.includes('Replaces:') ? '' : '\n';
  return `${message}${end}Writer: ${randomBytes(8).toString('hex')}\n`;
}

function remember(
  store: Store,
  writing: Writing,
  { version, way, draft }: { readonly version: string; readonly way: Way; readonly draft: Draft },
): CommitAnswer {
  const { state, registry, at } = writing.change;
  store.saved = {
    version,
    at,
    files: filesAfter(store.saved, draft.files, version),
    records: { state, registry },
    sequence: state.sequence,
    waiting: waitingAfter(writing, way),
  };
  return { kind: 'committed', version };
}

function warningOf(store: Store, way: Way, { pages, refused }: { pages: number; refused: Problem }): Problem {
  const { branch, historyBranch } = store.options;
  const fix = refused.fix === undefined ? {} : { fix: refused.fix };
  if (pages > 0 && !way.hasHistory) {
    const message = `${pages} run pages wait on \`${branch}\`, because \`${historyBranch}\` does not take them: ${refused.message}`;
    return { code: 'W_HISTORY_WAITS', message, ...fix };
  }
  const message = `The history of \`${branch}\` was not replaced today and goes on growing: ${refused.message}`;
  return { code: 'W_STATE_GROWS', message, ...fix };
}
