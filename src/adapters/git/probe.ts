import { instantFromMs } from '../../core/instant.ts';
import { type Problem, RefusedError } from '../../core/problem.ts';
import { makeCommits } from './commit-stream.ts';
import { fetchBranch, headRef } from './heads.ts';
import { type GitStateOptions, openStore, type Store, scratchOf } from './open-store.ts';
import { pushMoves } from './push.ts';
import { refusalOf } from './refusal.ts';
import { committedAt } from './saved-state.ts';
import { readObjects, removeScratch } from './scratch.ts';

const probeRef = 'refs/headgate/probe';
const limitBytes = 1_048_576;
const message = 'Try whether Headgate may write here\n';

/**
 * Whether state could be pushed, without changing it; undefined: yes. Rights show in a dry run, but rulesets judge real
 * pushes only: where there is state already, a commit with the same content is pushed.
 */
export async function probeStatePush(options: GitStateOptions): Promise<Problem | undefined> {
  const store = openStore(options);
  try {
    return await probe(store);
  } catch (error) {
    if (error instanceof RefusedError) return error.problem;
    throw error;
  } finally {
    if (store.scratch !== undefined) removeScratch(store.scratch);
  }
}

async function probe(store: Store): Promise<Problem | undefined> {
  const scratch = await scratchOf(store);
  const { patience, remote } = store;
  const { branch, author } = store.options;
  const isThere = await fetchBranch(scratch, { branch, into: probeRef, filter: '--no-filter', patience });
  if (!isThere) return dryRun(store);
  const [head] = await readObjects(scratch, [probeRef], limitBytes);
  if (head?.kind !== 'commit') return undefined;
  const draft = { parent: head.oid, message, at: committedAt(head), author, isWhole: false, files: [] };
  const [made = ''] = await makeCommits(scratch, [draft]);
  const answer = await pushMoves([{ branch, old: head.oid, made }], { scratch, remote, patience });
  return answer.kind === 'refused' ? answer.refusal.problem : undefined;
}

async function dryRun(store: Store): Promise<Problem | undefined> {
  const scratch = await scratchOf(store);
  const { branch, author } = store.options;
  const draft = { parent: undefined, message, at: instantFromMs(0), author, isWhole: true, files: [] };
  const [made = ''] = await makeCommits(scratch, [draft]);
  const answer = await scratch.run([
    'push',
    '--dry-run',
    '--porcelain',
    'origin',
    `${made}:${headRef(branch)}`,
  ]);
  if (answer.code === 0) return undefined;
  return refusalOf(`push to \`${branch}\``, `${answer.stdout.toString('utf8')}\n${answer.stderr}`).problem;
}
