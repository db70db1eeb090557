import type { ExpectedPlace } from '../../../src/adapters/git/expected-place.ts';
import { blobId } from '../../../src/adapters/git/state/changes.ts';
import { readRecords } from '../../../src/adapters/git/state/read.ts';
import { encodeFiles, type Records } from '../../../src/adapters/git/state/records/encode.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import { now } from './state-values.ts';

/** The files of a state branch, as texts. */
export type Files = { readonly [path: string]: string };

export function filesOf(records: Records): Files {
  return Object.fromEntries(encodeFiles(records));
}

export type ReadOptions = { readonly place?: ExpectedPlace; readonly now?: number };

/** Reads files as a load of the branch does. */
export function readFiles(files: Files, options: ReadOptions = {}): Records {
  const blobs = new Map(Object.entries(files).map(([path, text]) => [blobId(text, 'sha1'), { path, text }]));
  const { state, registry } = readRecords({
    tree: {
      files: [...blobs].map(([oid, { path }]) => ({ path, mode: '100644', oid })),
      contentOf: (oid) => Buffer.from(blobs.get(oid)?.text ?? ''),
    },
    contextOf: (file) => ({
      file: `headgate-state:${file}`,
      restore: 'Put it back.',
      place: options.place ?? { kind: 'local' },
      now: (options.now ?? now) as typeof now,
    }),
    known: new Map(),
  });
  return { state, registry };
}

export function refusalOf(act: () => unknown): RefusedError['problem'] {
  try {
    act();
  } catch (error) {
    if (error instanceof RefusedError) return error.problem;
    throw error;
  }
  throw new Error('It was accepted.');
}
