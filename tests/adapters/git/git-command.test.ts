import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { git, gitEnvironment, runGit } from '../../../src/adapters/git/git-command.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';

afterAll(removeTemporaryDirectories);

const saved = { ...process.env };
afterEach(() => {
  process.env = { ...saved };
});

describe('git', () => {
  it('takes nothing of the git settings of its caller', () => {
    process.env['GIT_DIR'] = '/elsewhere';
    process.env['GIT_EXTERNAL_DIFF'] = 'touch x';
    process.env['GIT_CONFIG_COUNT'] = '7';
    process.env['GITHUB_TOKEN'] = 'secret';
    process.env['https_proxy'] = 'http://proxy';
    process.env['GITHUB_ACTIONS'] = 'true';
    process.env['GITHUB_WORKSPACE'] = '/workspace';
    const environment = gitEnvironment({ config: { 'http.extraheader': 'x' } });
    expect(environment['GIT_DIR']).toBeUndefined();
    expect(environment['GIT_EXTERNAL_DIFF']).toBeUndefined();
    expect(environment['GITHUB_TOKEN']).toBeUndefined();
    expect(environment).toMatchObject({
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '/workspace',
      GIT_CONFIG_KEY_2: 'http.extraheader',
      https_proxy: 'http://proxy',
    });
  });

  it('runs no hook of the repository', async () => {
    const repository = testRepository();
    const canary = join(temporaryDirectory(), 'fired');
    const hook = join(repository.directory, '.git/hooks/reference-transaction');
    writeFileSync(hook, `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(hook, 0o755);
    const identity = {
      GIT_AUTHOR_NAME: 't',
      GIT_AUTHOR_EMAIL: 't',
      GIT_COMMITTER_NAME: 't',
      GIT_COMMITTER_EMAIL: 't',
    };
    const options = { directory: repository.directory, environment: identity };
    await git(['commit', '--allow-empty', '-q', '-m', 'x'], options);
    expect(existsSync(canary)).toBe(false);
    repository.git('commit', '--allow-empty', '-q', '-m', 'y');
    expect(existsSync(canary)).toBe(true);
  });

  it('answers with code, output and what it said, and passes input on', async () => {
    const { directory } = testRepository();
    const id = await git(['hash-object', '--stdin'], { directory, input: 'hello\n' });
    expect(id.toString().trim()).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    const bad = await runGit(['rev-parse', '--verify', 'nothing'], { directory });
    expect(bad.code).toBe(128);
    expect(bad.stderr).toMatch(/fatal/);
    await expect(git(['rev-parse', '--verify', 'nothing'], { directory })).rejects.toThrow(
      /E_GIT .*rev-parse.*fatal/,
    );
  });

  it('is stopped when it says too much or takes too long', async () => {
    const repository = testRepository();
    repository.write({ big: 'x'.repeat(100_000) });
    repository.commit();
    const options = { directory: repository.directory, limitBytes: 10_000 };
    await expect(runGit(['cat-file', 'blob', 'HEAD:big'], options)).rejects.toThrow(/E_GIT_OUTPUT/);
    const waiting = runGit(['-c', 'alias.wait=!sleep 2', 'wait'], {
      directory: repository.directory,
      timeoutMs: 50,
    });
    await expect(waiting).rejects.toThrow(/E_GIT_TIMEOUT/);
  });

  it('says when it cannot be started', async () => {
    const directory = temporaryDirectory();
    await expect(runGit(['version'], { directory: join(directory, 'no') })).rejects.toThrow(/E_GIT_MISSING/);
    process.env['PATH'] = directory;
    await expect(runGit(['version'], { directory })).rejects.toThrow(/E_GIT_MISSING.*Install git/);
  });
});
