import type { Problem } from '../../core/problem.ts';
import { RefusedError } from '../../core/problem.ts';
import { type GithubOptions, githubClient } from './client.ts';

export type RepositoryFacts = {
  /** Anybody can read its checks and logs. */
  readonly isPublic: boolean;
  readonly defaultBranch: string;
};

/** What the subject of a job's token is made of. */
export type RepositoryIdentity = {
  /** As GitHub writes them. */
  readonly owner: string;
  readonly name: string;
  /** Numbers that no renaming changes. */
  readonly ownerId: number | bigint;
  readonly id: number | bigint;
};

/** Undefined: GitHub did not say. Then the careful answer is the right one. */
export async function readRepository(options: GithubOptions): Promise<RepositoryFacts | undefined> {
  const data = await fetchRepository(options);
  return data && { isPublic: data.private !== true, defaultBranch: data.default_branch };
}

export async function readIdentity(
  options: GithubOptions,
): Promise<(RepositoryIdentity & RepositoryFacts) | undefined> {
  const data = await fetchRepository(options);
  if (data === undefined) return undefined;
  const { owner, name, id, default_branch: defaultBranch } = data;
  const isPublic = data.private !== true;
  return { owner: owner.login, name, ownerId: owner.id, id, defaultBranch, isPublic };
}

async function fetchRepository(options: GithubOptions) {
  const answer = await githubClient(options).call({
    budget: { left: 3 },
    isWrite: false,
    isRepeatable: true,
    permission: 'contents: read',
    send: (octokit, names, signal) =>
      octokit.request('GET /repos/{owner}/{repo}', { ...names, request: { signal } }),
  });
  return answer.kind === 'ok' ? answer.data : undefined;
}

const noCommit = '0'.repeat(40);

/**
 * Whether the token may write checks, without writing one: a check on a commit that cannot exist is refused for that
 * reason only if it would be allowed otherwise.
 */
export async function probeChecks(options: GithubOptions): Promise<Problem | undefined> {
  try {
    const answer = await githubClient(options).call({
      budget: { left: 1 },
      isWrite: true,
      isRepeatable: false,
      permission: 'checks: write',
      send: (octokit, names, signal) =>
        octokit.request('POST /repos/{owner}/{repo}/check-runs', {
          ...names,
          name: 'headgate / doctor',
          head_sha: noCommit,
          request: { signal },
        }),
    });
    if (answer.kind === 'invalid' || answer.kind === 'ok') return undefined;
    if (answer.kind === 'missing')
      return {
        code: 'E_REPOSITORY_UNKNOWN',
        message: `The token sees no repository ${options.repository}.`,
        fix: 'Check GITHUB_REPOSITORY, and that the token is for this repository.',
      };
    return {
      code: 'E_GITHUB',
      message: `GitHub could not be asked: ${answer.reason}.`,
      fix: 'Try again later.',
    };
  } catch (error) {
    if (error instanceof RefusedError) return error.problem;
    throw error;
  }
}
