import { expect } from '@jest/globals';
import { githubIssues } from '../../src/adapters/github/issues.ts';
import { memoryWorld } from '../../src/adapters/memory/world.ts';
import { noon } from '../core/builders.ts';
import { startGithub } from '../loopback/github.ts';
import { issuesContract } from './issues.contract.ts';

issuesContract('of GitHub', async () => {
  const github = await startGithub({ repository: 'acme/flows' });
  return {
    issues: githubIssues({
      repository: 'acme/flows',
      token: 'token',
      apiUrl: github.apiUrl,
      clock: { now: () => noon, sleep: async () => undefined },
    }),
    shown: async () =>
      [...github.issues.issues.values()].map((issue) => ({
        ...issue,
        isOpen: issue.state === 'open',
        comments: issue.comments.map(({ body }) => body),
      })),
    async closeByHand(number) {
      github.issues.put({ ...github.issues.issues.get(number), state: 'closed' });
    },
    close: async () => {
      await github.close();
      expect(github.violations).toEqual([]);
    },
  };
});

issuesContract('in memory', async () => {
  const { world, stage } = memoryWorld({ now: noon, hasAlerts: true });
  const { issues } = world;
  if (issues === undefined) throw new Error('no issues');
  return {
    issues,
    shown: async () =>
      stage.issues.shown().map((issue) => ({ ...issue, comments: issue.comments.map(({ body }) => body) })),
    async closeByHand(number) {
      const issue = stage.issues.shown().find((shown) => shown.number === number);
      if (issue !== undefined) stage.issues.put({ ...issue, isOpen: false });
    },
    close: async () => undefined,
  };
});
