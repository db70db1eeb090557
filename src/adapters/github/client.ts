import { Octokit } from '@octokit/rest';
import { type Instant, isoOf } from '../../core/instant.ts';
import { InputError, RefusedError } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { Clock } from '../../ports.ts';
import {
  hasResults,
  isPrimary,
  type LimitFacts,
  limitIn,
  newPace,
  type Pace,
  pauseAfter,
  reserveAfter,
  waitForWriteMs,
} from './limits.ts';
import { generalRefusal, plainRefusal, unknownToken } from './refusals.ts';

export type GithubOptions = {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  /** Left out: beside the REST API, as GitHub Enterprise Server has it. */
  readonly graphqlUrl?: string;
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

type Deferred = Extract<Answer<unknown>, { kind: 'deferred' }>;

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
  /** `rest` if left out. */
  readonly lane?: Lane;
  /** A 403 may be about this one thing, as of a check that another app created: then it says nothing of the others. */
  readonly isAboutOne?: true;
};

/** GitHub counts what is asked of REST and of GraphQL apart; what is refused to GraphQL, REST may still do. */
export type Lane = 'rest' | 'graphql';

export type RepositoryName = { readonly owner: string; readonly repo: string };

export type Client = { call<T>(call: Call<T>): Promise<Answer<T>> };

const mostTries = 3;
const firstPauseMs = 1_000;
/** GitHub gives up a GraphQL request after 10 s itself, and says so. */
const timeoutMs = { rest: 10_000, graphql: 15_000 } as const;

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
  const memory: Memory = {
    pausedUntil: { rest: undefined, graphql: undefined },
    strikes: 0,
    pace: newPace(clock.now()),
  };
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

type Memory = {
  readonly pausedUntil: { [lane in Lane]: Instant | undefined };
  strikes: number;
  readonly pace: Pace;
};

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

async function admit(
  memory: Memory,
  { budget, isWrite, lane = 'rest' }: Call<unknown>,
  clock: Clock,
): Promise<Deferred | undefined> {
  const until = memory.pausedUntil[lane];
  if (until !== undefined && clock.now() < until) return pausedUntil(until);
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

async function sendOnce<T>(call: Call<T>, line: Line): Promise<Answer<T>> {
  const { octokit, names, memory, clock } = line;
  const { lane = 'rest' } = call;
  try {
    const { data, headers } = await call.send(octokit, names, AbortSignal.timeout(timeoutMs[lane]));
    const limited = lane === 'graphql' ? limitIn(data, headers as LimitFacts['headers']) : undefined;
    if (limited !== undefined) {
      const paused = pause(call, limited, line);
      // What was done before the limit was met is done.
      return hasResults(data) ? { kind: 'ok', data } : paused;
    }
    memory.strikes = 0;
    memory.pausedUntil[lane] = reserveAfter(headers as LimitFacts['headers'], clock.now());
    if (typeof data === 'object' && data !== null) return { kind: 'ok', data };
    return { kind: 'unsure', reason: 'GitHub answered with something else than JSON' };
  } catch (error) {
    const facts = factsOf(error);
    if (facts === undefined) return { kind: 'unsure', reason: `no answer from GitHub (${nameOf(error)})` };
    if (pauseAfter(facts, memory.strikes, clock.now()) !== undefined) return pause(call, facts, line);
    return lane === 'rest' ? judge(facts, call, names) : judgeGraphql(facts);
  }
}

/** A limit on the number of requests is a lane's own; a secondary limit is on everything that the token does. */
function pause({ lane = 'rest' }: Call<unknown>, facts: LimitFacts, { memory, clock }: Line): Deferred {
  const until = pauseAfter(facts, memory.strikes, clock.now()) ?? clock.now();
  memory.strikes += 1;
  memory.pausedUntil[lane] = until;
  if (!isPrimary(facts)) Object.assign(memory.pausedUntil, { rest: until, graphql: until });
  return pausedUntil(until);
}

function pausedUntil(until: Instant): Deferred {
  return { kind: 'deferred', reason: `GitHub's rate limit allows no request before ${isoOf(until)}` };
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

/** REST says better what is wrong with the token or the repository: nothing is done, and it will be asked. */
function judgeGraphql<T>({ status }: LimitFacts): Answer<T> {
  return status >= 500 || status === 408
    ? { kind: 'unsure', reason: `GitHub answered ${status}` }
    : { kind: 'invalid', reason: `GitHub answered ${status}` };
}

function judge<T>(
  facts: LimitFacts,
  { permission, isAboutOne }: Call<T>,
  { owner, repo }: RepositoryName,
): Answer<T> {
  const said = facts.message === '' ? '' : ` GitHub says ${quote(facts.message, 200)}.`;
  const asked = { owner, repo, permission };
  switch (true) {
    case facts.status === 401:
      throw new RefusedError(unknownToken(facts));
    case facts.status === 403: {
      const refusal = generalRefusal(facts, asked);
      if (refusal === undefined && isAboutOne === true)
        return { kind: 'invalid', reason: `GitHub answered 403.${said}` };
      throw new RefusedError(refusal ?? plainRefusal(facts, asked));
    }
    case facts.status === 404 || facts.status === 410:
      return { kind: 'missing' };
    case facts.status >= 500 || facts.status === 408:
      return { kind: 'unsure', reason: `GitHub answered ${facts.status}` };
    default:
      return { kind: 'invalid', reason: `GitHub answered ${facts.status}.${said}` };
  }
}
