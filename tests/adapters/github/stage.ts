import { expect } from '@jest/globals';
import { githubChecks } from '../../../src/adapters/github/checks.ts';
import type { Check } from '../../../src/core/check.ts';
import { type Instant, parseIso, plusMs } from '../../../src/core/instant.ts';
import type { Checks, Clock } from '../../../src/ports.ts';
import { type GithubLoopback, type GithubOptions, startGithub } from '../../loopback/github.ts';

export const repository = 'acme/flows';
export const commit = '0123456789abcdef0123456789abcdef01234567';
export const start = parseIso('2026-11-24T10:00:00Z') as Instant;

export type TestClock = Clock & { readonly slept: number[]; set(at: Instant): void };

/** Sleeping passes time, and takes none. */
export function testClock(): TestClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    set: (at) => {
      now = at;
    },
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now = plusMs(now, ms);
    },
  };
}

export function checkOf(facts: Partial<Check> = {}): Check {
  return {
    name: 'flow / daily-report',
    externalId: 'daily-report-20261124-0955',
    commit,
    status: { kind: 'in-progress' },
    startedAt: start,
    title: 'running',
    summary: 'A summary',
    annotations: [],
    ...facts,
  };
}

export const done: Check['status'] = {
  kind: 'completed',
  conclusion: 'failure',
  at: plusMs(start, 60_000),
};

export function annotations(count: number): Check['annotations'] {
  return Array.from({ length: count }, (_, index) => ({
    path: 'flows/a/index.ts',
    line: index + 1,
    level: 'failure' as const,
    title: 'here',
    message: `m${index}`,
  }));
}

export type Connection = {
  readonly github: GithubLoopback;
  readonly clock: TestClock;
  readonly checks: Checks;
};

let open: GithubLoopback | undefined;

export async function connect(options: Partial<GithubOptions> = {}, token = 'token'): Promise<Connection> {
  open = await startGithub({ repository, ...options });
  const clock = testClock();
  return { github: open, clock, checks: githubChecks({ token, repository, apiUrl: open.apiUrl, clock }) };
}

/** After each test: whatever was sent was what GitHub describes. */
export async function disconnect(): Promise<void> {
  const violations = open?.violations ?? [];
  await open?.close();
  open = undefined;
  expect(violations).toEqual([]);
}

/** Requests in words, without what differs from one to the next. */
export function sent(server: GithubLoopback): string[] {
  return server.requests.map(({ method, path, graphql }) => {
    if (graphql !== undefined) return graphqlWords(graphql.query);
    return `${method} ${path
      .replace(/^\/repos\/acme\/flows/, '')
      .replace(/\d{11}/, 'ID')
      .replace(commit, 'SHA')}`;
  });
}

function graphqlWords(query: string): string {
  const count = (word: string) => query.split(`${word}(`).length - 1;
  const [created, updated] = [count('createCheckRun'), count('updateCheckRun')];
  if (created + updated === 0) return 'QUERY';
  return `MUTATION ${[
    ...(created === 0 ? [] : [`create ${created}`]),
    ...(updated === 0 ? [] : [`update ${updated}`]),
  ].join(', ')}`;
}
