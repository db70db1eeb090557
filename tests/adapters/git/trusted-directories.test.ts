import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { git } from '../../../src/adapters/git/git-command.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';

const saved = { ...process.env };
afterAll(() => {
  process.env = saved;
  removeTemporaryDirectories();
});

it('A repository of another user is read once the person has named it to git, and E_GIT_OWNER says how', async () => {
  const { directory } = testRepository();
  const other = testRepository().directory;
  const home = temporaryDirectory();
  writeFileSync(join(home, '.gitconfig'), `[safe]\n\tdirectory = ${directory}\n`);
  process.env = { PATH: saved['PATH'], HOME: home };
  const environment = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const top = await git(['rev-parse', '--show-toplevel'], { directory, environment });
  expect(top.toString().trim()).toBe(directory);
  await expect(git(['rev-parse', '--show-toplevel'], { directory: other, environment })).rejects.toThrow(
    /E_GIT_OWNER/,
  );
});
