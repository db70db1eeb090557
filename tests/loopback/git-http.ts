import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/**
 * A git server over HTTP on the loopback, with tokens, as GitHub answers git: `git http-backend` behind `node:http`.
 * It can be made to fail. Repositories are made at their first use.
 */
export type GitFault =
  /** Closes the connection without reading the request. */
  | { readonly kind: 'refuse' }
  /** Does what was asked, then closes the connection instead of answering. */
  | { readonly kind: 'drop-answer' }
  | { readonly kind: 'status'; readonly status: number };

export type GitFaultPlan = GitFault & {
  readonly on: 'read' | 'push' | 'all';
  /** How many requests it hits; without end if left out. */
  readonly times?: number;
};

export type GitRequest = {
  readonly method: string;
  readonly path: string;
  readonly isPush: boolean;
  /** Each Authorization header that came. */
  readonly authorizations: readonly string[];
};

export type GitServerOptions = {
  /** Directory of the bare repositories. */
  readonly root: string;
  /** Nobody needs a token if left out. */
  readonly tokens?: { readonly write: readonly string[]; readonly read?: readonly string[] };
  readonly port?: number;
  /** Waited before each answer. */
  readonly delayMs?: number;
};

export type GitServer = {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly requests: GitRequest[];
  addressOf(repository: string): string;
  directoryOf(repository: string): string;
  fail(plan: GitFaultPlan | undefined): void;
  /** Reads see the repository as it is now, whatever is pushed, until this is undone; `reads` ends it after so many. */
  freezeReads(repository: string, reads?: number): void;
  thawReads(): void;
  /** Pushes to a ref that the pattern (a basic regular expression of grep) matches are declined with this text. */
  declinePushes(repository: string, rule: { readonly refs: string; readonly text: string } | undefined): void;
  close(): Promise<void>;
};

type Run = {
  readonly options: GitServerOptions;
  readonly requests: GitRequest[];
  readonly children: Set<ChildProcess>;
  plan: GitFaultPlan | undefined;
  hits: number;
  frozen: { readonly repository: string; left: number } | undefined;
};

export async function startGitServer(options: GitServerOptions): Promise<GitServer> {
  const run: Run = {
    options,
    requests: [],
    children: new Set(),
    plan: undefined,
    hits: 0,
    frozen: undefined,
  };
  const server = createServer((request, response) => {
    const answer = isControl(request) ? control(run, request, response) : serve(run, request, response);
    answer.catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const directoryOf = (repository: string) => ensureRepository(options.root, repository);
  return {
    url,
    requests: run.requests,
    addressOf: (repository) => `${url}/${repository}.git`,
    directoryOf,
    fail: (plan) => {
      run.plan = plan;
      run.hits = 0;
    },
    freezeReads: (repository, reads) => freeze(run, repository, reads),
    thawReads: () => {
      run.frozen = undefined;
    },
    declinePushes: (repository, rule) => decline(directoryOf(repository), rule),
    close: async () => {
      for (const child of run.children) child.kill('SIGKILL');
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ensureRepository(root: string, repository: string): string {
  const directory = join(root, `${repository}.git`);
  if (existsSync(join(directory, 'HEAD'))) return directory;
  mkdirSync(directory, { recursive: true });
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', directory]);
  for (const key of ['http.receivepack', 'uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) {
    execFileSync('git', ['-C', directory, 'config', key, 'true']);
  }
  return directory;
}

// Faults ------------------------------------------------------------------------------------------------------------

function freeze(run: Run, repository: string, reads = Number.POSITIVE_INFINITY): void {
  const copy = join(run.options.root, 'frozen', `${repository}.git`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(ensureRepository(run.options.root, repository), copy, { recursive: true });
  run.frozen = { repository, left: reads };
}

function decline(directory: string, rule: { refs: string; text: string } | undefined): void {
  const hook = join(directory, 'hooks', 'pre-receive');
  rmSync(hook, { force: true });
  if (rule === undefined) return;
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const script = `#!/bin/sh\nif grep -q ${quote(rule.refs)}; then printf '%s\\n' ${quote(rule.text)} >&2; exit 1; fi\n`;
  writeFileSync(hook, script);
  chmodSync(hook, 0o755);
}

function faultFor(run: Run, isPush: boolean): GitFault | undefined {
  const { plan } = run;
  if (plan === undefined || (plan.on !== 'all' && (plan.on === 'push') !== isPush)) return undefined;
  if (run.hits >= (plan.times ?? Number.POSITIVE_INFINITY)) return undefined;
  run.hits += 1;
  return plan;
}

// From another process: POST /_control {"fail": …} | {"freeze": "repository"} | {"thaw": true} | {"decline": …}; GET gives the requests.

const isControl = (request: IncomingMessage) => request.url === '/_control';

async function control(run: Run, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const order = JSON.parse((await bodyOf(request)).toString('utf8'));
    if ('fail' in order) Object.assign(run, { plan: order.fail ?? undefined, hits: 0 });
    if ('freeze' in order) freeze(run, order.freeze, order.reads);
    if ('thaw' in order) run.frozen = undefined;
    if ('decline' in order) {
      decline(ensureRepository(run.options.root, order.decline.repository), order.decline.rule ?? undefined);
    }
  }
  response.end(JSON.stringify(run.requests));
}

// Serving -----------------------------------------------------------------------------------------------------------

async function serve(run: Run, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://127.0.0.1');
  const repository = /^\/((?:[\w.-]+\/)*[\w.-]+)\.git\//.exec(address.pathname)?.[1];
  const isPush =
    address.pathname.endsWith('/git-receive-pack') || address.search.includes('git-receive-pack');
  const authorizations = request.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 && name.toLowerCase() === 'authorization' ? [all[index + 1] ?? ''] : [],
  );
  run.requests.push({
    method: request.method ?? '',
    path: `${address.pathname}${address.search}`,
    isPush,
    authorizations,
  });
  const body = await bodyOf(request);
  if (run.options.delayMs) await new Promise((resolve) => setTimeout(resolve, run.options.delayMs));
  // The answer that matters is the one to the push itself, not to the advertisement before it.
  const isPushItself = request.method === 'POST' && isPush;
  const plan =
    run.plan?.kind === 'drop-answer' && isPush && !isPushItself ? undefined : faultFor(run, isPush);
  if (plan?.kind === 'refuse') return void request.socket.destroy();
  const status = plan?.kind === 'status' ? plan.status : statusFor(run.options, authorizations, isPush);
  if (status !== 200) {
    response.writeHead(status, status === 401 ? { 'WWW-Authenticate': 'Basic realm="git"' } : {});
    return void response.end(`status ${status}\n`);
  }
  if (repository === undefined) return void response.writeHead(404).end();
  ensureRepository(run.options.root, repository);
  const output = await backend(run, {
    request,
    address,
    body,
    isStale: !isPush && isFrozen(run, repository, request),
  });
  if (plan?.kind === 'drop-answer') return void request.socket.destroy();
  answerWith(output, response);
}

function isFrozen(run: Run, repository: string, request: IncomingMessage): boolean {
  if (run.frozen?.repository !== repository || run.frozen.left <= 0) return false;
  if (request.method === 'GET') run.frozen.left -= 1;
  return true;
}

function statusFor({ tokens }: GitServerOptions, authorizations: readonly string[], isPush: boolean): number {
  if (authorizations.length > 1) return 400;
  if (tokens === undefined) return 200;
  const basic = /^basic (.*)$/i.exec(authorizations[0] ?? '')?.[1] ?? '';
  const token = Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':');
  if (tokens.write.includes(token)) return 200;
  if (!(tokens.read ?? []).includes(token)) return 401;
  return isPush ? 403 : 200;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Call = { request: IncomingMessage; address: URL; body: Buffer; isStale: boolean };

async function backend(run: Run, { request, address, body, isStale }: Call): Promise<Buffer> {
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: isStale ? join(run.options.root, 'frozen') : run.options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      REMOTE_USER: 'loopback',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: request.method,
      PATH_INFO: address.pathname,
      QUERY_STRING: address.search.slice(1),
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  run.children.add(child);
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  run.children.delete(child);
  return Buffer.concat(chunks);
}

function answerWith(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.toString('latin1', 0, Math.max(end, 0)).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200';
  response.writeHead(
    Number.parseInt(status, 10),
    Object.fromEntries(headers.filter(([name]) => name !== '' && name.toLowerCase() !== 'status')),
  );
  response.end(output.subarray(end + 4));
}
