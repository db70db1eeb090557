import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { minuteMs } from '../../src/core/instant.ts';
import { tick } from '../../src/engine/tick.ts';
import { startWholeWorld, type WholeWorld } from '../loopback/whole-world.ts';

/** What whole ticks ask of ECS, git and GitHub: each tick is a process of its own, before the real adapters. */
let whole: WholeWorld | undefined;
beforeAll(async () => {
  whole = await startWholeWorld({ queued: 130, scheduled: 7 });
}, 30_000);
afterAll(async () => {
  if (whole === undefined) return;
  const violations = [...whole.ecs.violations, ...whole.github.violations];
  await whole.close();
  expect(violations).toEqual([]);
});

type Asked = {
  readonly ecs: { readonly [operation: string]: number };
  /** Pushes that changed a branch: git asks for the refs before each, which counts apart. */
  readonly pushes: number;
  readonly fetches: number;
  readonly githubReads: number;
  readonly githubWrites: number;
};

async function asked(minutes: number): Promise<Asked> {
  if (whole === undefined) throw new Error('Nothing was started');
  const { ecs, git, github } = whole;
  ecs.advance(minutes * minuteMs);
  const before = [ecs.calls.length, git.requests.length, github.requests.length] as const;
  const { world, options } = whole.enter();
  await tick(world, options);
  const operations = ecs.calls.slice(before[0]).map(({ operation }) => operation);
  const toGit = git.requests.slice(before[1]);
  const toGithub = github.requests.slice(before[2]);
  const isRead = ({ method, graphql }: (typeof toGithub)[number]) =>
    method === 'GET' || graphql?.query.startsWith('query') === true;
  return {
    ecs: Object.fromEntries(
      [...new Set(operations)].sort().map((name) => [name, operations.filter((one) => one === name).length]),
    ),
    pushes: toGit.filter(({ isPush, method }) => isPush && method === 'POST').length,
    fetches: toGit.filter(({ isPush, method }) => !isPush && method === 'POST').length,
    githubReads: toGithub.filter(isRead).length,
    githubWrites: toGithub.filter((request) => !isRead(request)).length,
  };
}

describe('the requests of a tick', () => {
  it('that launches many: one launch each, two pushes, ten checks in a request', async () => {
    const { ecs, pushes, githubReads, githubWrites } = await asked(0);
    expect(ecs['RunTask']).toBe(130);
    expect([pushes, githubWrites]).toEqual([2, 13]);
    expect(githubReads).toBeLessThanOrEqual(4);
  }, 30_000);

  it('in which nothing is due: a describe for a hundred open runs, a fetch, and nothing that writes', async () => {
    // What starts is shown as before: the first tick said so already.
    await asked(6);
    expect(await asked(1)).toEqual({
      ecs: { DescribeTasks: 2 },
      pushes: 0,
      fetches: expect.any(Number),
      githubReads: 0,
      githubWrites: 0,
    });
  }, 30_000);

  it('that is usual: describes, the due launches after one look, two pushes, and the checks together', async () => {
    const { ecs, pushes, githubReads, githubWrites } = await asked(12);
    expect(ecs['DescribeTasks']).toBeLessThanOrEqual(2 + 2);
    expect(ecs['RunTask']).toBe(7);
    const looks = Object.entries(ecs).filter(([name]) => !['DescribeTasks', 'RunTask'].includes(name));
    expect(looks.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(6);
    expect(pushes).toBe(2);
    expect(githubReads).toBeLessThanOrEqual(3);
    expect(githubWrites).toBe(1);
  }, 30_000);
});
