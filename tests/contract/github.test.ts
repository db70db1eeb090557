import { expect, jest } from '@jest/globals';
import { githubChecks } from '../../src/adapters/github/checks.ts';
import { noon } from '../core/builders.ts';
import { startGithub } from '../loopback/github.ts';
import { checksContract } from './checks.contract.ts';

/** The first request to GraphQL builds GitHub's schema, which takes a busy machine a while. */
jest.setTimeout(30_000);

checksContract('of GitHub', async () => {
  const github = await startGithub({ repository: 'acme/flows' });
  return {
    checks: githubChecks({
      repository: 'acme/flows',
      token: 'token',
      apiUrl: github.apiUrl,
      clock: { now: () => noon, sleep: async () => undefined },
    }),
    commit: 'c'.repeat(40),
    unknownCheckId: '999999',
    shown: async () =>
      github
        .checkRuns()
        .map(({ name, externalId, output }) => ({ name, externalId, title: output.title ?? '' })),
    close: async () => {
      await github.close();
      expect(github.violations).toEqual([]);
    },
  };
});
