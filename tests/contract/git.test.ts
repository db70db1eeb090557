import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gitStateStore } from '../../src/adapters/git/state-store.ts';
import { stateStoreContract } from './state-store.contract.ts';

const run = promisify(execFile);

stateStoreContract('in git', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'headgate-contract-'));
  const remote = path.join(root, '.headgate', 'state.git');
  let opened = 0;
  return {
    open: async () => {
      opened += 1;
      return gitStateStore({
        remote,
        branch: 'headgate-state',
        historyBranch: 'headgate-history',
        scratchDirectory: path.join(root, `scratch-${opened}`),
        expected: { kind: 'local' },
        boardPlace: 'board',
        author: { name: 'Headgate', email: 'headgate@example.com' },
        patience: { sleep: () => Promise.resolve(), random: () => 0.5 },
      });
    },
    readPage: async (page) => {
      const shown = await run('git', ['--git-dir', remote, 'show', `headgate-history:${page}`]).catch(
        () => undefined,
      );
      return shown?.stdout;
    },
    readShown: async (file) => {
      const shown = await run('git', ['--git-dir', remote, 'show', `headgate-state:${file}`]).catch(
        () => undefined,
      );
      return shown?.stdout;
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
});
