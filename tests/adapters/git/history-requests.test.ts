import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { StateStore } from '../../../src/ports.ts';
import { type GitServer, startGitServer } from '../../loopback/git-http.ts';
import { removeTemporaryDirectories, temporaryDirectory } from './repository.ts';
import { changeOf, now, stateOf } from './state-values.ts';

const root = temporaryDirectory();
let server: GitServer;
beforeAll(async () => {
  server = await startGitServer({ root: join(root, 'served') });
});
afterAll(async () => {
  await server.close();
  removeTemporaryDirectories();
});

/** Commits to one repository, each by the store that is given, and how many requests each takes. */
function writer(name: string) {
  let number = 0;
  return {
    open: (): StateStore =>
      gitStateStore({
        remote: server.addressOf(name),
        branch: 'headgate-state',
        historyBranch: 'headgate-history',
        scratchDirectory: join(root, 'scratch'),
        expected: { kind: 'local' },
        boardPlace: '',
        author: { name: 'Headgate', email: 'headgate@example.com' },
      }),
    async write(store: StateStore, flows: number): Promise<number> {
      const { version } = await store.load(now);
      number += 1;
      const pages = new Map(
        Array.from({ length: flows }, (_, index) => [
          `runs/flow-${index}/2026-11/flow-${index}-${number}.md`,
          `run ${number}`,
        ]),
      );
      const before = server.requests.length;
      const answer = await store.commit({ ...changeOf(version, number, { state: stateOf(number) }), pages });
      expect(answer).toEqual({ kind: 'committed', version: expect.any(String) });
      return server.requests.length - before;
    },
  };
}

const requestsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const before = server.requests.length;
  await act();
  return server.requests.length - before;
};

/** A history with so many flows, and then what each later step asks of the server. */
async function stepsAfter(flows: number): Promise<{ readonly [step: string]: number }> {
  const { open, write } = writer(`history-of-${flows}`);
  await write(open(), flows);
  const store = open();
  await store.load(now);
  return {
    finishedRuns: await requestsOf(() => store.finishedRuns('flow-0' as FlowName)),
    // As a backfill does: the history was looked into, and only the state is written.
    backfill: await write(store, 0),
    pages: await write(store, 5),
    samePages: await write(store, 5),
    // As a tick that watches does: after pages, the state alone.
    stateAfterPages: await write(store, 0),
    newStore: await write(open(), 5),
    allFlows: await write(open(), flows),
  };
}

describe('the history branch', () => {
  it('is read and appended to with as many requests for 40 flows as for 6', async () => {
    const few = await stepsAfter(6);
    expect(await stepsAfter(40)).toEqual(few);
    expect(few).toMatchObject({ finishedRuns: 11, backfill: 2, stateAfterPages: 2, newStore: 13 });
    // A hundred processes of git: on a busy machine that takes longer than a test usually may.
  }, 60_000);
});
