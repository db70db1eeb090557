import { Octokit } from '@octokit/rest';
import { type Instant, isoOf } from '../../core/instant.ts';
import { InputError, RefusedError } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { Clock } from '../../ports.ts';
import { type LimitFacts, newPace, type Pace, pauseAfter, reserveAfter, waitForWriteMs } from './limits.ts';

export type GithubOptions = {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly clock: Clock;
};

/** Requests that may still be sent; each try counts. */
export type Budget = { left: number };

export type Answer<T> =
  | { readonly kind: 'ok'; readonly data: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** No answer, or one that says nothing: it may have been carried out. */
  | { readonly kind: 'unsure'; readonly reason: string }
  /** Not sent, or sent in vain: GitHub wants no request, or the budget is used up. */
  | { readonly kind: 'deferred'; readonly reason: string };

export type Call<T> = {
  readonly send: (
    octokit: Octokit,
    names: RepositoryName,
    signal: AbortSignal,
  ) => Promise<{ readonly data: T; readonly headers: object }>;
  readonly isWrite: boolean;
  /** Sending it twice is the same as sending it once. */
  readonly isRepeatable: boolean;
  /** The permission that it needs, as a workflow names it. */
  readonly permission: string;
  readonly budget: Budget;
};

export type RepositoryName = { readonly owner: string; readonly repo: string };

export type Client = { call<T>(call: Call<T>): Promise<Answer<T>> };

const mostTries = 3;
const firstPauseMs = 1_000;
const timeoutMs = 10_000;

/** Sends requests one after the other, within GitHub's limits. What it does not answer is never guessed. */
export function githubClient(options: GithubOptions): Client {
  const names = repositoryName(options.repository);
  const silent = () => undefined;
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: 'headgate',
    // Its log would show addresses and bodies that nobody has escaped.
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const { clock } = options;
  const memory: Memory = { pausedUntil: undefined, strikes: 0, pace: newPace(clock.now()) };
  return {
    async call(call) {
      for (let attempt = 1; ; attempt += 1) {
        const stop = await admit(memory, call, clock);
        if (stop !== undefined) return stop;
        const answer = await sendOnce(call, { octokit, names, memory, clock });
        const isFinal = answer.kind !== 'unsure' || !call.isRepeatable || attempt >= mostTries;
        if (isFinal) return answer;
        await clock.sleep(firstPauseMs * 2 ** (attempt - 1));
      }
    },
  };
}

type Memory = { pausedUntil: Instant | undefined; strikes: number; readonly pace: Pace };

export function repositoryName(repository: string): RepositoryName {
  const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})$/.exec(repository);
  if (match !== null) return { owner: match[1] ?? '', repo: match[2] ?? '' };
  throw new InputError([
    {
      code: 'E_REPOSITORY',
      field: 'GITHUB_REPOSITORY',
      message: `Repository ${quote(repository)} must be "owner/name".`,
    },
  ]);
}

async function admit<T>(
  memory: Memory,
  { budget, isWrite }: Call<T>,
  clock: Clock,
): Promise<Extract<Answer<T>, { kind: 'deferred' }> | undefined> {
  const until = memory.pausedUntil;
  if (until !== undefined && clock.now() < until)
    return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${isoOf(until)}` };
  if (budget.left <= 0) return { kind: 'deferred', reason: 'the requests of this tick are used up' };
  const waitMs = isWrite ? waitForWriteMs(memory.pace, clock.now()) : 0;
  if (waitMs > 0) await clock.sleep(waitMs);
  budget.left -= 1;
  return undefined;
}

type Line = {
  readonly octokit: Octokit;
  readonly names: RepositoryName;
  readonly memory: Memory;
  readonly clock: Clock;
};

async function sendOnce<T>(call: Call<T>, { octokit, names, memory, clock }: Line): Promise<Answer<T>> {
  try {
    const { data, headers } = await call.send(octokit, names, AbortSignal.timeout(timeoutMs));
    memory.strikes = 0;
    memory.pausedUntil = reserveAfter(headers as LimitFacts['headers'], clock.now());
    if (typeof data === 'object' && data !== null) return { kind: 'ok', data };
    return { kind: 'unsure', reason: 'GitHub answered with something else than JSON' };
  } catch (error) {
    const facts = factsOf(error);
    if (facts === undefined) return { kind: 'unsure', reason: `no answer from GitHub (${nameOf(error)})` };
    const until = pauseAfter(facts, memory.strikes, clock.now());
    if (until === undefined) return judge(facts, call.permission, names);
    memory.strikes += 1;
    memory.pausedUntil = until;
    return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${isoOf(until)}` };
  }
}

/** Undefined: there was no answer. */
function factsOf(error: unknown): LimitFacts | undefined {
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null) return undefined;
  const { status, headers, data } = response as { status?: number; headers?: object; data?: unknown };
  if (status === undefined) return undefined;
  // The body of an error page is neither read nor shown.
  const message = typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : '';
  return { status, headers: (headers ?? {}) as LimitFacts['headers'], message };
}

function nameOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return quote(cause.code);
  return cause instanceof Error ? cause.name : 'unknown';
}

function judge<T>(facts: LimitFacts, permission: string, { owner, repo }: RepositoryName): Answer<T> {
  const said = facts.message === '' ? '' : ` GitHub says ${quote(facts.message, 200)}.`;
  switch (true) {
    case facts.status === 401:
      throw new RefusedError({
        code: 'E_CREDENTIALS',
        message: `GitHub does not accept the token.${said}`,
        fix: 'Hand the input "token" the job\'s own token, `github.token`.',
      });
    case facts.status === 403:
      throw new RefusedError({
        code: 'E_PERMISSION',
        message: `The token may not do this in ${owner}/${repo}.${said}`,
        fix: `Give the job \`permissions: ${permission}\`.`,
      });
    case facts.status === 404 || facts.status === 410:
      return { kind: 'missing' };
    case facts.status >= 500 || facts.status === 408:
      return { kind: 'unsure', reason: `GitHub answered ${facts.status}` };
    default:
      return { kind: 'invalid', reason: `GitHub answered ${facts.status}.${said}` };
  }
}
