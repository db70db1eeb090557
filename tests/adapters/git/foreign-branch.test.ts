import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import { removeTemporaryDirectories, temporaryDirectory, testRepository } from './repository.ts';
import { now } from './state-values.ts';

afterAll(removeTemporaryDirectories);

it('Nobody is told to replace a branch that holds code, which was never the branch of the state', async () => {
  const repository = testRepository();
  repository.write({ 'README.md': 'Ours', 'src/index.ts': '' });
  repository.commit();
  repository.write({ 'src/index.ts': '1' });
  repository.commit();
  const store = gitStateStore({
    remote: join(repository.directory, '.git'),
    branch: 'main',
    historyBranch: 'headgate-history',
    scratchDirectory: temporaryDirectory(),
    expected: { kind: 'local' },
    boardPlace: '',
    author: { name: 'Headgate', email: 'headgate@example.com' },
  });
  const refused = expect(store.load(now)).rejects;
  await refused.toThrow(/E_STATE_CORRUPT/);
  await expect(store.load(now)).rejects.toThrow(/name a branch that nothing else uses/);
  await expect(store.load(now)).rejects.not.toThrow(/--force/);
});
