import { afterEach, describe, expect, it } from '@jest/globals';
import { probeChecks, readRepository } from '../../../src/adapters/github/repository.ts';
import type { Instant } from '../../../src/core/instant.ts';
import { answers, type GithubLoopback, type GithubOptions, startGithub } from '../../loopback/github.ts';

let github: GithubLoopback | undefined;

async function connect(options: Partial<GithubOptions> = {}, repository = 'acme/flows') {
  github = await startGithub({ repository: 'acme/flows', ...options });
  const clock = { now: () => Date.now() as Instant, sleep: async () => undefined };
  return { server: github, options: { token: 'token', repository, apiUrl: github.apiUrl, clock } };
}

afterEach(async () => {
  const violations = github?.violations ?? [];
  await github?.close();
  github = undefined;
  expect(violations).toEqual([]);
});

describe('a repository', () => {
  it.each([true, false])('says whether it is private: %s', async (isPrivate) => {
    const { options } = await connect({ isPrivate });
    expect(await readRepository(options)).toEqual({ isPublic: !isPrivate, defaultBranch: 'main' });
  });

  it('that GitHub does not tell about is unknown, not private', async () => {
    const { server, options } = await connect();
    server.fail({ kind: 'answer', reply: answers.badGateway, times: 3 });
    expect(await readRepository(options)).toBeUndefined();
  });

  it.each(['acme', 'acme/flows/x', '../x', 'acme/fl ows', ''])(
    'must be named owner/name, not %j',
    async (name) => {
      const { options } = await connect({}, name);
      await expect(readRepository(options)).rejects.toMatchObject({ problems: [{ code: 'E_REPOSITORY' }] });
    },
  );
});

describe('the probe of permissions', () => {
  it('finds nothing wrong, and leaves nothing behind', async () => {
    const { server, options } = await connect();
    expect(await probeChecks(options)).toBeUndefined();
    expect(server.checkRuns()).toEqual([]);
  });

  it('names the permission that is missing', async () => {
    const { options } = await connect({ tokens: { token: ['contents: read'] } });
    expect(await probeChecks(options)).toMatchObject({
      code: 'E_PERMISSION',
      fix: expect.stringContaining('checks: write'),
    });
  });

  it('tells an unknown repository from a missing permission', async () => {
    const { options } = await connect({}, 'acme/other');
    expect(await probeChecks(options)).toMatchObject({ code: 'E_REPOSITORY_UNKNOWN' });
  });

  it('says when GitHub cannot be asked', async () => {
    const { server, options } = await connect();
    server.fail({ kind: 'refused' });
    expect(await probeChecks(options)).toMatchObject({ code: 'E_GITHUB' });
  });
});
