import type { Draft } from './draft.ts';
import { bunLock } from './lock-bun.ts';
import { npmLock } from './lock-npm.ts';
import { pnpmLock, pnpmWorkspace } from './lock-pnpm.ts';
import { berryLock, yarnLock } from './lock-yarn.ts';

/** The lock file of a draft, and what its package manager wants beside it. */
export function lockOf(draft: Draft): ReadonlyMap<string, string> {
  switch (draft.lock) {
    case 'npm-3':
      return new Map([['package-lock.json', npmLock(draft, 3)]]);
    case 'npm-2':
      return new Map([['package-lock.json', npmLock(draft, 2)]]);
    case 'npm-1':
      return new Map([['package-lock.json', npmLock(draft, 1)]]);
    case 'pnpm-9':
      return new Map([['pnpm-lock.yaml', pnpmLock(draft)], ...pnpmWorkspace(draft)]);
    case 'yarn-1':
      return new Map([['yarn.lock', yarnLock(draft)]]);
    case 'yarn-berry':
      return new Map([
        ['yarn.lock', berryLock(draft)],
        ['.yarnrc.yml', 'nodeLinker: node-modules\n'],
      ]);
    case 'bun':
      return new Map([['bun.lock', bunLock(draft)]]);
  }
}
