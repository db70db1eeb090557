import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { githubForge } from '../../../src/adapters/github/forge.ts';
import { memoryWorld } from '../../../src/adapters/memory/world.ts';
import { githubContract } from '../../contract/github-requests.ts';
import { at, noon } from '../../core/builders.ts';

type Answer = { readonly status: number; readonly body: unknown };
type Request = { readonly path: string; readonly query: string; readonly authorization: string | undefined };

const contract = githubContract();
let server: Server;
let url: string;
let answers: { [path: string]: Answer };
let requests: Request[];
let violations: string[];

beforeEach(async () => {
  [answers, requests, violations] = [{}, [], []];
  server = createServer((request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push({ path, query: query.toString(), authorization: request.headers.authorization });
    if (path.startsWith('/repos/'))
      violations.push(...contract.request({ method: request.method ?? '', path, query, body: undefined }));
    const { status, body } = answers[path] ?? { status: 404, body: { message: 'Not Found' } };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  expect(violations).toEqual([]);
});

function forge(more: object = {}) {
  const { clock } = memoryWorld({ now: noon }).world;
  return githubForge({ token: 'token', repository: 'Acme-Inc/flows', apiUrl: url, clock, ...more });
}

const root = '/repos/Acme-Inc/flows';
const runs = `${root}/actions/workflows/tick.yml/runs`;

describe('The repository on GitHub', () => {
  it('says who it is, in numbers too', async () => {
    const owner = { login: 'Acme-Inc', id: 4711 };
    const body = { id: 815, name: 'flows', owner, default_branch: 'main', private: true };
    answers[root] = { status: 200, body };
    expect(await forge().identity()).toEqual({
      owner: 'Acme-Inc',
      name: 'flows',
      ownerId: '4711',
      id: '815',
      defaultBranch: 'main',
      isPublic: false,
    });
  });

  it('says when ticks ran, and what came of them', async () => {
    const run = { event: 'schedule', created_at: '2026-11-24T11:55:00Z', conclusion: 'success' };
    const open = { ...run, event: 'workflow_dispatch', conclusion: null };
    answers[runs] = { status: 200, body: { total_count: 2, workflow_runs: [open, run] } };
    expect(await forge().tickRuns()).toEqual([
      { event: 'workflow_dispatch', createdAt: at('2026-11-24T11:55:00Z') },
      { event: 'schedule', createdAt: at('2026-11-24T11:55:00Z'), conclusion: 'success' },
    ]);
    expect(requests.map(({ query }) => query)).toEqual(['per_page=30']);
  });

  it('has no ticks where it has no such workflow', async () => {
    expect(await forge().tickRuns()).toBeUndefined();
  });

  it('names the permission that is missing', async () => {
    answers[runs] = { status: 403, body: { message: 'Resource not accessible by integration' } };
    await expect(forge().tickRuns()).rejects.toMatchObject({
      problem: { code: 'E_PERMISSION', fix: expect.stringContaining('actions: read') },
    });
  });

  it('says which rules hold for a branch, whatever its name', async () => {
    answers[`${root}/rules/branches/ops%2Fstate`] = {
      status: 200,
      body: [{ type: 'non_fast_forward' }, { type: 'pull_request', parameters: {} }],
    };
    expect(await forge().branchRules('ops/state')).toEqual(['non_fast_forward', 'pull_request']);
    expect(await forge().branchRules('main')).toEqual([]);
  });
});

describe("A job's own token", () => {
  const jwt = (payload: unknown) =>
    `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2lnbmF0dXJl`;
  const place = () => ({ tokenPlace: { url: `${url}/token?api-version=2`, token: 'of-the-runner' } });
  const claims = {
    sub: 'repo:Acme-Inc/flows:ref:refs/heads/main',
    aud: 'sts.amazonaws.com',
    repository_id: '815',
  };

  it('is read for what trust policies ask for, and for nothing else', async () => {
    const value = jwt({ ...claims, jti: 'secret', exp: 1_790_000_000 });
    answers['/token'] = { status: 200, body: { value } };
    expect(await forge(place()).claims()).toEqual(claims);
    expect(requests).toEqual([
      {
        path: '/token',
        query: 'api-version=2&audience=sts.amazonaws.com',
        authorization: 'Bearer of-the-runner',
      },
    ]);
  });

  it('is none where the job may not have one', async () => {
    expect(await forge().claims()).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['a refusal', { status: 403, body: { message: 'secret' } }],
    ['no JSON', { status: 200, body: '<html>secret</html>' }],
    ['another value', { status: 200, body: { value: 7 } }],
    ['no token', { status: 200, body: { value: 'secret.secret.secret' } }],
    ['a body that does not end', { status: 200, body: { value: `secret${'x'.repeat(70_000)}` } }],
  ])('that does not come is a failure that quotes nothing of it: %s', async (_, answer) => {
    answers['/token'] = answer;
    const error = await forge(place())
      .claims()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain('secret');
  });
});
