import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { headRef, mostTries, type Patience, readHeads, waitBefore } from './heads.ts';
import { isFinal, type Refusal, refusalOf } from './refusal.ts';
import type { Remote } from './remote.ts';
import type { Scratch } from './scratch.ts';

/** One branch to move from `old` (undefined: it must not exist) to `made`. */
export type Move = { readonly branch: string; readonly old: string | undefined; readonly made: string };

export type PushAnswer =
  | { readonly kind: 'pushed' }
  /** The branch is neither where it was nor where we pushed it: somebody else was first. */
  | { readonly kind: 'moved'; readonly branch: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type PushContext = { readonly scratch: Scratch; readonly remote: Remote; readonly patience: Patience };

/**
 * Moves all the branches or none. After any error the remote's heads say what happened, not git's words: git sends a
 * request again by itself when an answer gets lost, and the second one is then rejected because of the first.
 */
export async function pushMoves(moves: readonly Move[], context: PushContext): Promise<PushAnswer> {
  const action = `push to \`${moves.map(({ branch }) => branch).join('` and `')}\``;
  for (let tried = 0; ; tried += 1) {
    const said = await pushOnce(moves, context.scratch);
    if (said === undefined) return { kind: 'pushed' };
    const verdict = await judge(moves, context, refusalOf(action, said));
    if (verdict.kind !== 'refused' || isFinal(verdict.refusal)) return verdict;
    // Git compares with what the remote told it a moment before: if that moved, a stale answer hid it from `ls-remote`.
    const [first] = moves;
    const isStale = /\[rejected\] \((?:stale info|fetch first|non-fast-forward)\)/.test(said);
    if (tried + 1 >= mostTries)
      return isStale && first !== undefined ? { kind: 'moved', branch: first.branch } : verdict;
    await breakStaleLocks(moves, context.remote);
    await waitBefore(tried, context.patience);
  }
}

/** What git said; undefined: the push went through. */
async function pushOnce(moves: readonly Move[], scratch: Scratch): Promise<string | undefined> {
  const leases = moves.map(({ branch, old }) => `--force-with-lease=${headRef(branch)}:${old ?? ''}`);
  const atomic = moves.length > 1 ? ['--atomic'] : [];
  const refspecs = moves.map(({ branch, made }) => `${made}:${headRef(branch)}`);
  const args = ['push', '--porcelain', '--no-verify', ...atomic, ...leases, 'origin', ...refspecs];
  const answer = await scratch.run(args);
  return answer.code === 0 ? undefined : `${answer.stdout.toString('utf8')}\n${answer.stderr}`;
}

async function judge(
  moves: readonly Move[],
  { scratch }: PushContext,
  refusal: Refusal,
): Promise<PushAnswer> {
  const heads = await readHeads(
    scratch,
    moves.map(({ branch }) => branch),
  );
  if (heads.kind === 'no-answer') {
    const isKnown = isFinal(refusal) || !isFinal(heads.refusal);
    return { kind: 'refused', refusal: isKnown ? refusal : heads.refusal };
  }
  if (moves.every(({ branch, made }) => heads.of.get(branch) === made)) return { kind: 'pushed' };
  const moved = moves.find(({ branch, old }) => heads.of.get(branch) !== old);
  return moved === undefined ? { kind: 'refused', refusal } : { kind: 'moved', branch: moved.branch };
}

/** A lock on a branch is held for milliseconds. */
const staleAfterMs = 10_000;

/** A process that was killed in the middle of a push to a repository on this machine leaves its lock behind. */
async function breakStaleLocks(moves: readonly Move[], { path }: Remote): Promise<void> {
  if (path === undefined) return;
  for (const { branch } of moves) {
    const lock = join(path, `${headRef(branch)}.lock`);
    const facts = await stat(lock).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > staleAfterMs)
      await unlink(lock).catch(() => undefined);
  }
}
