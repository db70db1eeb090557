import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../../core/problem.ts';
import type { Author } from './commit-stream.ts';
import type { ExpectedPlace } from './expected-place.ts';
import type { Patience } from './heads.ts';
import { createLocalRemote, type Remote, remoteOf } from './remote.ts';
import type { Saved } from './saved-state.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import type { ReadFiles } from './state/read.ts';

export type GitStateOptions = {
  /** An http(s) or ssh address, or the path of a bare repository on this machine, which is made when it is not there. */
  readonly remote: string;
  readonly token?: string;
  readonly branch: string;
  readonly historyBranch: string;
  /** Temporary repositories are made in it, and removed when the process ends: see `makePrivateFolder`. */
  readonly scratchDirectory: string;
  readonly expected: ExpectedPlace;
  readonly boardPlace: string;
  readonly author: Author;
  readonly patience?: Patience;
};

const realPatience: Patience = {
  sleep: async (ms) => {
    await sleep(ms);
  },
  random: Math.random,
};

export type Store = {
  readonly options: GitStateOptions;
  readonly remote: Remote;
  readonly patience: Patience;
  scratch: Scratch | undefined;
  uses: number;
  saved: Saved | undefined;
  known: ReadFiles;
};

export function openStore(options: GitStateOptions): Store {
  for (const branch of [options.branch, options.historyBranch]) checkBranch(branch);
  return {
    options,
    remote: remoteOf(options.remote, options.token),
    patience: options.patience ?? realPatience,
    scratch: undefined,
    uses: 0,
    saved: undefined,
    known: new Map(),
  };
}

function checkBranch(branch: string): void {
  if (
    /^[A-Za-z0-9](?:[A-Za-z0-9_-]|[./](?=[A-Za-z0-9_-])){0,199}$/.test(branch) &&
    !/\.lock(?:\/|$)/.test(branch)
  )
    return;
  throw new InputError([
    {
      code: 'E_STATE_BRANCH',
      field: 'state-branch',
      message: `${JSON.stringify(branch.slice(0, 120))} cannot be the name of a branch.`,
      fix: 'Use letters, digits, dashes and slashes, such as headgate-state.',
    },
  ]);
}

export async function scratchOf(store: Store): Promise<Scratch> {
  store.uses += 1;
  if (store.scratch !== undefined) return store.scratch;
  if (store.remote.path !== undefined) await createLocalRemote(store.remote.path);
  store.scratch = await makeScratch(store.options.scratchDirectory, store.remote);
  return store.scratch;
}
