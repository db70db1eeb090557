import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createEmulator, type Emulator } from 'emulate';
import { githubChecks } from '../../../src/adapters/github/checks.ts';
import { readIdentity, readRepository } from '../../../src/adapters/github/repository.ts';
import type { Check } from '../../../src/core/check.ts';
import type { Instant } from '../../../src/core/instant.ts';

/** Somebody else's idea of GitHub, beside our own loopback: what both agree on is no misreading of ours. */
let emulator: Emulator;
let options: Parameters<typeof githubChecks>[0];
let commit: string;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { token: { login: 'acme', scopes: ['repo'] } },
      github: {
        users: [{ login: 'acme' }],
        repos: [{ owner: 'acme', name: 'flows', private: true, auto_init: true }],
      },
    },
  });
  const apiUrl = emulator.url.replace('localhost', '127.0.0.1');
  const clock = { now: () => 1_795_514_400_000 as Instant, sleep: async () => undefined };
  options = { token: 'token', repository: 'acme/flows', apiUrl, clock };
  commit = String((await listed('/commits'))[0]?.['sha']);
});

afterAll(() => emulator.close());

async function listed(path: string): Promise<{ [key: string]: unknown }[]> {
  const answer = await fetch(`${options.apiUrl}/repos/acme/flows${path}`, {
    headers: { authorization: 'token token' },
  });
  return (await answer.json()) as { [key: string]: unknown }[];
}

it('an independent emulator of GitHub sees one check run, created and then completed', async () => {
  const check: Check = {
    name: 'flow / daily-report',
    externalId: 'daily-report-20261124-0955',
    commit,
    status: { kind: 'in-progress' },
    startedAt: 1_795_514_400_000 as Instant,
    title: 'running',
    summary: 'A summary',
    annotations: [],
  };
  const [first] = await githubChecks(options).publish([{ check }], 10);
  const status = { kind: 'completed', conclusion: 'failure', at: 1_795_514_460_000 as Instant } as const;
  const [again] = await githubChecks(options).publish([{ check: { ...check, status, title: 'failed' } }], 10);
  expect(again).toEqual(first);
  const { total_count, check_runs } = (await listed(
    `/commits/${commit}/check-runs?filter=all`,
  )) as unknown as { total_count: number; check_runs: unknown[] };
  expect(total_count).toBe(1);
  expect(check_runs).toMatchObject([
    {
      external_id: 'daily-report-20261124-0955',
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'failed' },
    },
  ]);
});

it('and tells what the repository is', async () => {
  expect(await readRepository(options)).toEqual({ isPublic: false, defaultBranch: 'main' });
});

it('and by which numbers it goes', async () => {
  const [owner, name] = options.repository.split('/');
  expect(await readIdentity(options)).toEqual({
    owner,
    name,
    ownerId: expect.any(Number),
    isPublic: false,
    id: expect.any(Number),
    defaultBranch: 'main',
  });
});
