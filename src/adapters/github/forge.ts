import { instantFromMs } from '../../core/instant.ts';
import { RefusedError } from '../../core/problem.ts';
import type { Claims, Forge } from '../../setup-ports.ts';
import { type Answer, type Call, type GithubOptions, githubClient } from './client.ts';
import { claimsOf, type TokenPlace } from './job-token.ts';
import { readIdentity } from './repository.ts';

export type ForgeOptions = GithubOptions & {
  /** Where this job gets the token by which it signs in to AWS; undefined: it may not have one. */
  readonly tokenPlace?: TokenPlace;
};

const workflow = 'tick.yml';
const mostRuns = 30;
const mostRules = 100;

/** What the doctor asks of the repository. Only reads. */
export function githubForge(options: ForgeOptions): Forge {
  const client = githubClient(options);
  const ask = async <T>(call: Pick<Call<T>, 'send' | 'permission'>): Promise<T | undefined> =>
    settled(await client.call({ ...call, isWrite: false, isRepeatable: true, budget: { left: 3 } }));
  return {
    claims: async (): Promise<Claims | undefined> =>
      options.tokenPlace === undefined ? undefined : claimsOf(options.tokenPlace),
    async identity() {
      const found = await readIdentity(options);
      if (found === undefined) return undefined;
      return { ...found, ownerId: String(found.ownerId), id: String(found.id) };
    },
    async tickRuns() {
      const data = await ask({
        permission: 'actions: read',
        send: (octokit, names, signal) =>
          octokit.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
            ...names,
            workflow_id: workflow,
            per_page: mostRuns,
            request: { signal },
          }),
      });
      return data?.workflow_runs.map(({ event, created_at: createdAt, conclusion }) => ({
        event,
        createdAt: instantFromMs(Date.parse(createdAt)),
        ...(conclusion === null ? {} : { conclusion }),
      }));
    },
    async branchRules(branch) {
      const data = await ask({
        permission: 'metadata: read',
        send: (octokit, names, signal) =>
          octokit.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
            ...names,
            branch,
            per_page: mostRules,
            request: { signal },
          }),
      });
      return (data ?? []).map(({ type }) => type);
    },
  };
}

/** Undefined: there is no such thing, or nobody may know of it. */
function settled<T>(answer: Answer<T>): T | undefined {
  if (answer.kind === 'ok') return answer.data;
  if (answer.kind === 'missing') return undefined;
  throw new RefusedError({
    code: 'E_GITHUB',
    message: `GitHub could not be asked: ${answer.reason}.`,
    fix: 'Try again later.',
  });
}
