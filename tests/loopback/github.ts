import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { githubContract } from '../contract/github-requests.ts';
import { type AliasFault, answerGraphql } from './github-graphql.ts';
import { IssuesModel, type WireIssueBody } from './github-issues.ts';
import { type CheckRun, GithubModel, notFound, type Reply, refused, type WireBody } from './github-model.ts';

/**
 * GitHub's REST and GraphQL APIs as far as Headgate uses them, on 127.0.0.1. Every request and every answer is held against GitHub's
 * own description; what is wrong is in `violations`, which tests expect to be empty.
 */
export type GithubLoopback = {
  readonly apiUrl: string;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly string[];
  readonly model: GithubModel;
  readonly issues: IssuesModel;
  checkRuns(): CheckRun[];
  /** The next requests that match get this instead of an answer. */
  fail(fault: Fault): void;
  /** The next mutation meets this. */
  failAliases(faults: readonly AliasFault[]): void;
  close(): Promise<void>;
};

export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: WireBody | undefined;
  /** Of a request to GraphQL. */
  readonly graphql?: { readonly query: string; readonly variables: object };
  readonly headers: IncomingMessage['headers'];
  readonly status: number | 'none';
};

export type Fault = {
  readonly method?: string;
  /** Requests to both if left out. */
  readonly api?: 'rest' | 'graphql';
  /** Further requests of the same kind are answered before it strikes. */
  readonly after?: number;
  /** `lost`: carried out, but the connection breaks before the answer; `refused`: it breaks before anything is done. */
  readonly kind: 'lost' | 'refused' | 'answer';
  readonly reply?: Reply;
  /** How many requests it hits; 1 if left out. */
  readonly times?: number;
};

export const answers = {
  badGateway: {
    status: 502,
    body: '<html><head><title>502</title></head><body>secret-of-the-proxy</body></html>',
    headers: { 'content-type': 'text/html' },
  },
  secondaryLimit: (seconds: number): Reply => ({
    status: 403,
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    },
    headers: { 'retry-after': String(seconds) },
  }),
  tooMany: (resetSeconds: number): Reply => ({
    status: 429,
    body: { message: 'API rate limit exceeded' },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) },
  }),
  unprocessable: refused('Validation Failed'),
  missing: notFound,
  notPermitted: { status: 403, body: { message: 'Resource not accessible by integration' } },
} as const satisfies { [name: string]: Reply | ((seconds: number) => Reply) };

export type GithubOptions = {
  readonly repository: string;
  readonly isPrivate?: boolean;
  /** Token → the permissions it has; `token` with all if left out. */
  readonly tokens?: { readonly [token: string]: readonly string[] };
  /** Left out: every commit exists but the one of zeros. */
  readonly commits?: readonly string[];
  /** Requests left in the hour, as the headers say. */
  readonly remaining?: number;
  /** A server or proxy that answers so wherever GraphQL should be. */
  readonly insteadOfGraphql?: Reply;
  /** From a request to its answer. */
  readonly delayMs?: number;
};

export async function startGithub(options: GithubOptions): Promise<GithubLoopback> {
  const hasCommit = (sha: string) => options.commits?.includes(sha) ?? !/^0+$/.test(sha);
  const model = new GithubModel(options.repository, options.isPrivate ?? true, hasCommit);
  const issues = new IssuesModel(options.repository);
  const contract = githubContract();
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const faults: { fault: Fault; left: number; skip: number }[] = [];
  let aliasFaults: readonly AliasFault[] = [];
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      violations.push(String(error));
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = parse(await bytesOf(request));
    const path = url.pathname;
    const query = url.searchParams;
    const isGraphql = path === '/graphql';
    if (!isGraphql) violations.push(...contract.request({ method, path, query, body }));
    const fault = takeFault(method, isGraphql ? 'graphql' : 'rest');
    const isDone = fault === undefined || fault.kind === 'lost';
    const asked = { method, path, query, body, headers };
    const reply = isDone ? await (isGraphql ? graphqlAnswer(asked) : answer(asked)) : fault.reply;
    // The description of the repository is cut to what anybody here reads.
    if (isDone && reply !== undefined && !isGraphql && path !== `/repos/${options.repository}`)
      violations.push(...contract.response({ method, path, status: reply.status }, reply.body));
    const isAnswered = reply !== undefined && fault?.kind !== 'lost' && fault?.kind !== 'refused';
    requests.push({
      method,
      path,
      query: url.search,
      body,
      ...(isGraphql ? { graphql: body as unknown as { query: string; variables: object } } : {}),
      headers,
      status: isAnswered ? reply.status : 'none',
    });
    if (!isAnswered) response.destroy();
    else setTimeout(() => send(response, reply, options.remaining ?? 999), options.delayMs ?? 0);
  }

  function takeFault(method: string, api: 'rest' | 'graphql'): Fault | undefined {
    const next = faults.find(
      ({ fault, left }) => left > 0 && (fault.method ?? method) === method && (fault.api ?? api) === api,
    );
    if (next === undefined) return undefined;
    if (next.skip > 0) {
      next.skip -= 1;
      return undefined;
    }
    next.left -= 1;
    return next.fault;
  }

  async function graphqlAnswer({ body, headers }: Asked): Promise<Reply> {
    if (options.insteadOfGraphql !== undefined) return options.insteadOfGraphql;
    const permissions = permissionsOf(headers);
    if (permissions === undefined) return { status: 401, body: { message: 'Bad credentials' } };
    const request = body as unknown as { query: string; variables: { [name: string]: unknown } };
    const isMutation = request.query.startsWith('mutation');
    const hit = isMutation ? aliasFaults : [];
    if (isMutation) aliasFaults = [];
    const mayWrite = permissions.includes('checks: write');
    const { reply, problems } = await answerGraphql(request, { model, mayWrite, faults: hit });
    violations.push(...problems);
    return reply;
  }

  type Asked = {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly body: WireBody | undefined;
    readonly headers: IncomingMessage['headers'];
  };

  function answer({ method, path, query, body, headers }: Asked): Reply {
    const permissions = permissionsOf(headers);
    if (permissions === undefined) return { status: 401, body: { message: 'Bad credentials' } };
    const root = `/repos/${options.repository}`;
    if (path === root) return model.describe();
    if (!path.startsWith(`${root}/`)) return notFound;
    const may = (permission: string) => permissions.includes(permission);
    if (/^\/issues(?:\/|$)/.test(path.slice(root.length))) {
      if (!may('issues: write')) return answers.notPermitted;
      return (
        issues.answer({
          method,
          path: path.slice(root.length),
          query,
          body: body as WireIssueBody | undefined,
        }) ?? notFound
      );
    }
    // What only the doctor asks: nothing has ticked, and no rule holds.
    if (path === `${root}/actions/workflows/tick.yml/runs`)
      return { status: 200, body: { total_count: 0, workflow_runs: [] } };
    if (path.startsWith(`${root}/rules/branches/`)) return { status: 200, body: [] };
    const run = /^\/check-runs\/(\d+)(\/annotations)?$/.exec(path.slice(root.length));
    const commit = /^\/commits\/(.+)\/check-runs$/.exec(path.slice(root.length))?.[1];
    if (method !== 'GET' && !may('checks: write')) return answers.notPermitted;
    if (method === 'POST' && path === `${root}/check-runs`) return model.create(body ?? {});
    if (method === 'PATCH' && run !== null) return model.update(Number(run[1]), body ?? {});
    if (method === 'GET' && run?.[2] !== undefined) return model.annotations(Number(run[1]), query);
    if (method === 'GET' && commit !== undefined)
      return hasCommit(commit) ? model.list(commit, query) : refused(`No commit found for SHA: ${commit}`);
    return notFound;
  }

  function permissionsOf(headers: IncomingMessage['headers']): readonly string[] | undefined {
    const tokens = options.tokens ?? { token: ['checks: write', 'contents: read', 'issues: write'] };
    const token = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    return Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    violations,
    model,
    issues,
    checkRuns: () => [...model.runs.values()],
    fail: (fault) => faults.push({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 }),
    failAliases: (hit) => {
      aliasFaults = hit;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): WireBody | undefined {
  return text === '' ? undefined : (JSON.parse(text) as WireBody);
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply, remaining: number): void {
  const reset = String(Math.floor(Date.now() / 1_000) + 1_800);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': reset,
    ...headers,
  });
  response.end(text);
}
