import { randomBytes } from 'node:crypto';
import { InvariantError, type Problem, RefusedError } from '../../core/problem.ts';
import { isShownFile } from '../../core/shown-file.ts';
import type { CommitAnswer, StateCommit } from '../../ports.ts';
import { type Draft, dayOf, makeCommits } from './commit-stream.ts';
import { openHistory, type Page } from './history.ts';
import { type Store, scratchOf } from './open-store.ts';
import { type Move, type PushAnswer, pushMoves } from './push.ts';
import { type StateFiles, waitingFolder } from './saved-state.ts';

/** A wave of ends that the history branch does not take stays within what a branch can hold. */
const mostWaiting = 1_000;

export type Writing = {
  readonly change: StateCommit;
  readonly files: StateFiles;
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
    const drafts = [stateDraft(store, writing, way), ...(history === undefined ? [] : [history])];
    const [made = '', pageCommit = ''] = await makeCommits(scratch, drafts);
    const moves: Move[] = [{ branch, old: store.saved?.version, made }];
    if (history !== undefined) moves.push({ branch: historyBranch, old: history.parent, made: pageCommit });
    const answer = await pushMoves(moves, { scratch, remote: store.remote, patience: store.patience });
    if (answer.kind === 'pushed')
      return remember(store, writing, { version: made, hasHistory: way.hasHistory });
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
    return { parent, message, at: change.at, author, isWhole: false, files: pages };
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

function stateDraft(store: Store, { change, files, pages }: Writing, way: Way): Draft {
  const { saved } = store;
  const waiting = way.hasHistory ? [] : pages.slice(-mostWaiting);
  const replaces = way.isSquashing && saved !== undefined ? `Replaces: ${saved.version}\n` : '';
  return {
    parent: way.isSquashing ? undefined : saved?.version,
    message: unique(`${change.message.trim()}\n\n${replaces}`),
    at: change.at,
    author: store.options.author,
    isWhole: true,
    files: [
      { path: 'README.md', content: files.board },
      { path: 'deployments.json', content: files.registry },
      { path: 'state.json', content: files.state },
      ...shownFiles(change),
      ...waiting.map((page) => ({ ...page, path: `${waitingFolder}/${page.path}` })),
    ],
  };
}

function shownFiles({ files = new Map() }: StateCommit): readonly Page[] {
  return [...files].map(([path, content]) => {
    if (!isShownFile(path)) throw new InvariantError(`${JSON.stringify(path)} is no file of a board`);
    return { path, content };
  });
}

/** Two writers with the same content in the same second must not make the same commit: each would take it for its own. */
function unique(message: string): string {
  const end = message.endsWith('\n\n') || message.includes('Replaces:') ? '' : '\n';
  return `${message}${end}Writer: ${randomBytes(8).toString('hex')}\n`;
}

function remember(
  store: Store,
  { change, files, pages }: Writing,
  done: { version: string; hasHistory: boolean },
): CommitAnswer {
  const waiting = done.hasHistory ? [] : pages.slice(-mostWaiting);
  store.saved = { version: done.version, at: change.at, files, sequence: change.state.sequence, waiting };
  return { kind: 'committed', version: done.version };
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
