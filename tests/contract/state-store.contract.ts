import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { InvariantError } from '../../src/core/problem.ts';
import type { StateCommit, StateStore } from '../../src/ports.ts';
import { changeOf, now, registry, runOf, stateOf } from '../adapters/git/state-values.ts';

export type StateStage = {
  /** The store as a further process opens it. */
  open(): Promise<StateStore>;
  /** A page of the history branch. */
  readPage(path: string): Promise<string | undefined>;
  /** A file that the board shows, of the newest commit. */
  readShown(path: string): Promise<string | undefined>;
  close(): Promise<void>;
};

const flow = 'daily' as FlowName;
const page = 'runs/daily/2026-11/daily-20261124-0900.md';

/** What every store of state promises. */
export function stateStoreContract(name: string, connect: () => Promise<StateStage>): void {
  describe(`The state store ${name}`, () => {
    let stage: StateStage;
    beforeEach(async () => {
      stage = await connect();
    });
    afterEach(() => stage.close());

    const commit = async (store: StateStore, change: StateCommit): Promise<string> => {
      const answer = await store.commit(change);
      if (answer.kind !== 'committed') throw new Error('The race was lost');
      return answer.version;
    };
    const filled = { state: stateOf(1, [runOf('daily-1'), runOf('daily-2')]) };

    it('begins empty, with the moment of the first load as its mark', async () => {
      const snapshot = await (await stage.open()).load(now);
      expect(snapshot.version).toBeUndefined();
      expect(snapshot.state).toEqual({ ...stateOf(0), mark: now });
      expect(snapshot.registry.deployments.size).toBe(0);
    });

    it('gives other processes what one wrote', async () => {
      const first = await stage.open();
      await first.load(now);
      const version = await commit(first, changeOf(undefined, 1, filled));
      const snapshot = await (await stage.open()).load(now);
      expect(snapshot).toEqual({ version, registry, state: filled.state });
    });

    it('gives the writer itself what it wrote, and goes on from there', async () => {
      const store = await stage.open();
      await store.load(now);
      const first = await commit(store, changeOf(undefined, 1));
      const second = await commit(store, changeOf(first, 2));
      expect(second).not.toBe(first);
      expect(await store.load(now)).toMatchObject({ version: second, state: { sequence: 2 } });
    });

    it('loses to whoever wrote in between, and writes nothing then', async () => {
      const [mine, theirs] = [await stage.open(), await stage.open()];
      await mine.load(now);
      const first = await commit(mine, changeOf(undefined, 1));
      await theirs.load(now);
      const second = await commit(theirs, changeOf(first, 2));
      const late = changeOf(first, 2, {
        state: stateOf(2, [runOf('daily-9')]),
        pages: new Map([[page, 'late']]),
      });
      expect(await mine.commit(late)).toEqual({ kind: 'lost' });
      expect(await mine.load(now)).toMatchObject({ version: second, state: { runs: new Map() } });
      expect(await stage.readPage(page)).toBeUndefined();
    });

    it('lets one of two create the state', async () => {
      const stores = [await stage.open(), await stage.open()];
      for (const store of stores) await store.load(now);
      const answers = [];
      for (const [index, store] of stores.entries())
        answers.push(await store.commit(changeOf(undefined, 1, { board: `# Board of ${index}\n` })));
      expect(answers.map(({ kind }) => kind)).toEqual(['committed', 'lost']);
    });

    it('lets exactly one of several writers at once win', async () => {
      const first = await stage.open();
      await first.load(now);
      const base = await commit(first, changeOf(undefined, 1));
      const stores = await Promise.all(Array.from({ length: 4 }, () => stage.open()));
      for (const store of stores) await store.load(now);
      const answers = await Promise.all(
        stores.map((store, index) => store.commit(changeOf(base, 2, { board: `# Board of ${index}\n` }))),
      );
      expect(answers.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(answers.filter(({ kind }) => kind === 'lost')).toHaveLength(3);
    });

    it('writes nothing when nothing changed', async () => {
      const store = await stage.open();
      await store.load(now);
      const version = await commit(store, changeOf(undefined, 1, filled));
      expect(await store.commit({ ...changeOf(version, 1, filled) })).toEqual({ kind: 'committed', version });
    });

    it('keeps the files that the board shows beside it, those of the newest commit alone', async () => {
      const store = await stage.open();
      await store.load(now);
      const first = await commit(store, changeOf(undefined, 1, { files: new Map([['a.svg', '<svg/>\n']]) }));
      expect(await stage.readShown('a.svg')).toBe('<svg/>\n');
      await commit(store, changeOf(first, 2, { files: new Map([['b.svg', '<svg/>\n']]) }));
      expect(await stage.readShown('a.svg')).toBeUndefined();
      expect(await stage.readShown('b.svg')).toBe('<svg/>\n');
    });

    it('writes nothing when only what the board shows has moved on', async () => {
      const store = await stage.open();
      await store.load(now);
      const files = (text: string) => ({ ...filled, files: new Map([['a.svg', text]]) });
      const version = await commit(store, changeOf(undefined, 1, files('<svg/>\n')));
      const answer = await store.commit(changeOf(version, 1, files('<svg>later</svg>\n')));
      expect(answer).toEqual({ kind: 'committed', version });
    });

    it('lets nothing but pictures lie beside the board', async () => {
      const store = await stage.open();
      await store.load(now);
      for (const path of ['state.json', 'README.md', '../a.svg', 'a/b.svg', 'A.svg', 'a.svg\nM 100644']) {
        const change = changeOf(undefined, 1, { files: new Map([[path, '']]) });
        await expect(store.commit(change)).rejects.toThrow(InvariantError);
      }
    });

    it('never goes back to an earlier sequence', async () => {
      const store = await stage.open();
      await store.load(now);
      const version = await commit(store, changeOf(undefined, 5));
      await expect(store.commit(changeOf(version, 4))).rejects.toThrow(InvariantError);
      expect(await store.load(now)).toMatchObject({ version, state: { sequence: 5 } });
    });

    it('knows from its pages which runs of a flow ended, also after the state forgot them', async () => {
      const store = await stage.open();
      await store.load(now);
      expect(await store.finishedRuns(flow)).toEqual(new Set());
      const pages = [page, 'runs/daily/2026-10/daily-20261031-0900.md', 'runs/daily-2/2026-11/daily-2-a.md'];
      const texts = new Map(pages.map((path) => [path, '# A page\n']));
      await commit(store, changeOf(undefined, 1, { pages: texts }));
      const later = await stage.open();
      await later.load(now);
      const finished = new Set(['daily-20261031-0900', 'daily-20261124-0900']);
      expect(await later.finishedRuns(flow)).toEqual(finished);
      expect(await store.finishedRuns(flow)).toEqual(finished);
      expect(await store.finishedRuns('none' as FlowName)).toEqual(new Set());
    });

    it('keeps the pages of runs', async () => {
      const store = await stage.open();
      await store.load(now);
      const first = await commit(store, changeOf(undefined, 1, { pages: new Map([[page, '# One\n']]) }));
      const other = page.replace('0900', '1000');
      await commit(store, changeOf(first, 2, { pages: new Map([[other, '# Two\n']]) }));
      expect(await stage.readPage(page)).toBe('# One\n');
      expect(await stage.readPage(other)).toBe('# Two\n');
    });
  });
}
