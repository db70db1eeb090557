import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GitStateOptions } from '../../../src/adapters/git/open-store.ts';
import { probeStatePush } from '../../../src/adapters/git/probe.ts';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import { type GitServer, startGitServer } from '../../loopback/git-http.ts';
import { changeOf, now } from './state-values.ts';

let root: string;
let server: GitServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'headgate-probe-'));
  server = await startGitServer({ root: join(root, 'served'), tokens: { write: ['w'], read: ['r'] } });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const optionsFor = (repository: string, token?: string): GitStateOptions => ({
  remote: server.addressOf(repository),
  ...(token === undefined ? {} : { token }),
  branch: 'headgate-state',
  historyBranch: 'headgate-history',
  scratchDirectory: join(root, 'scratch'),
  expected: { kind: 'local' },
  boardPlace: '',
  author: { name: 'Headgate', email: 'headgate@example.com' },
  patience: { sleep: () => Promise.resolve(), random: () => 0 },
});

const headOf = (repository: string) =>
  execFileSync('git', ['-C', server.directoryOf(repository), 'for-each-ref'], { encoding: 'utf8' });

describe('trying whether state could be pushed', () => {
  it('finds nothing wrong, and creates nothing where there is no state yet', async () => {
    expect(await probeStatePush(optionsFor('empty', 'w'))).toBeUndefined();
    expect(headOf('empty')).toBe('');
  });

  it('finds nothing wrong where there is state, and leaves its content as it is', async () => {
    const store = gitStateStore(optionsFor('full', 'w'));
    await store.commit(changeOf(undefined, 1));
    const before = await store.load(now);
    expect(await probeStatePush(optionsFor('full', 'w'))).toBeUndefined();
    const after = await store.load(now);
    expect({ ...after, version: undefined }).toEqual({ ...before, version: undefined });
    expect(readdirSync(join(root, 'scratch')).length).toBeLessThan(3);
  });

  it.each([
    ['a token that may only read', 'r', 'E_STATE_WRITE', /contents: write/],
    ['no token', undefined, 'E_STATE_UNREACHABLE', /401/],
    ['an unknown token', 'x', 'E_STATE_UNREACHABLE', /401/],
  ])('explains %s', async (_, token, code, text) => {
    for (const repository of ['empty', 'full']) {
      const problem = await probeStatePush(optionsFor(repository, token));
      expect(problem?.code).toBe(code);
      expect(`${problem?.message} ${problem?.fix}`).toMatch(text);
    }
  });

  it.each([
    ['error: GH013: Repository rule violations found\n- Cannot update this protected ref.', /ruleset/],
    ['error: GH006: Protected branch update failed', /branch protection/],
    ['- Push cannot contain secrets', /push protection/],
    ['no pushes on Fridays', /hook/],
  ])('explains %j', async (text, because) => {
    await gitStateStore(optionsFor('ruled', 'w')).commit(changeOf(undefined, 1));
    server.declinePushes('ruled', { refs: 'headgate-state', text });
    const problem = await probeStatePush(optionsFor('ruled', 'w'));
    server.declinePushes('ruled', undefined);
    expect(problem).toMatchObject({ code: 'E_STATE_WRITE', message: expect.stringMatching(because) });
  });

  it('explains that nobody answers', async () => {
    server.fail({ kind: 'refuse', on: 'all' });
    const problem = await probeStatePush(optionsFor('empty', 'w'));
    server.fail(undefined);
    expect(problem?.code).toBe('E_STATE_UNREACHABLE');
  });
});
