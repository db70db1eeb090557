import { RefusedError } from '../../core/problem.ts';
import { isFinal, type Refusal, refusalOf } from './refusal.ts';
import type { Scratch } from './scratch.ts';

/** Waiting and chance, given from outside so that tests neither wait nor throw dice. */
export type Patience = {
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
};

export const mostTries = 6;
const firstDelayMs = 100;
const longestDelayMs = 2_000;

/**
 * Full jitter: of eight writers that collide, measured, this restores the throughput of one (2.2 to 7.5 commits a
 * second) and keeps any of them from starving.
 */
export async function waitBefore(tried: number, { sleep, random }: Patience): Promise<void> {
  await sleep(Math.round(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** tried)));
}

export function headRef(branch: string): string {
  return `refs/heads/${branch}`;
}

/**
 * For one command that fetches a part of what a commit holds. It is no setting of the repository: there, git would fetch
 * each tree that it misses by a request of its own, as a push does to learn what the remote has.
 */
export const partialFetch: readonly string[] = [
  // Without negotiation the remote cannot conclude from a commit that its trees are here.
  'fetch.negotiationAlgorithm=noop',
  'remote.origin.promisor=true',
  // What git would otherwise write into the repository's configuration.
  'remote.origin.partialclonefilter=tree:0',
].flatMap((setting) => ['-c', setting]);

const fetchArgs = [
  'fetch',
  '--depth=1',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--quiet',
];

/** What a fetch brought: false if the branch does not exist. */
export async function fetchBranch(
  scratch: Scratch,
  fetch: {
    readonly branch: string;
    readonly into: string;
    readonly filter: string;
    readonly patience: Patience;
  },
): Promise<boolean> {
  const refspec = `+${headRef(fetch.branch)}:${fetch.into}`;
  const partial = fetch.filter === '--no-filter' ? [] : partialFetch;
  for (let tried = 0; ; tried += 1) {
    const answer = await scratch.run([...partial, ...fetchArgs, fetch.filter, 'origin', refspec]);
    if (answer.code === 0) return true;
    const heads = await readHeads(scratch, [fetch.branch]);
    if (heads.kind === 'heads' && heads.of.get(fetch.branch) === undefined) return false;
    const refusal =
      heads.kind === 'heads' ? refusalOf(`read \`${fetch.branch}\``, answer.stderr) : heads.refusal;
    if (isFinal(refusal) || tried + 1 >= mostTries) throw new RefusedError(refusal.problem);
    await waitBefore(tried, fetch.patience);
  }
}

export type Heads =
  | { readonly kind: 'heads'; readonly of: ReadonlyMap<string, string> }
  | { readonly kind: 'no-answer'; readonly refusal: Refusal };

/** What the remote says its branches are: the only thing that tells a lost race from a lost answer. */
export async function readHeads(scratch: Scratch, branches: readonly string[]): Promise<Heads> {
  const answer = await scratch.run(['ls-remote', '--quiet', 'origin', ...branches.map(headRef)]);
  if (answer.code !== 0) {
    const action = `read \`${branches.join('` and `')}\``;
    return { kind: 'no-answer', refusal: refusalOf(action, answer.stderr) };
  }
  const lines = answer.stdout
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  // `ls-remote` matches the end of names: `x/refs/heads/state` would match too.
  const found = branches.flatMap((branch) => {
    const oid = lines.find(([, ref]) => ref === headRef(branch))?.[0];
    return oid === undefined ? [] : [[branch, oid] as const];
  });
  return { kind: 'heads', of: new Map(found) };
}
