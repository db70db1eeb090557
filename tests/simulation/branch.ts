import type { Around } from '../../src/adapters/memory/hook.ts';
import type { Shelf } from '../../src/adapters/memory/shelf.ts';
import { type Branches, finishedRuns } from '../../src/adapters/memory/state-store.ts';
import { emptyRegistry } from '../../src/core/deployment.ts';
import { emptyState } from '../../src/core/state.ts';
import type { StateStore } from '../../src/ports.ts';

type Saved = Branches['history'][number];

/**
 * The branches, kept by reference: values are never changed in place (a frozen copy would show it at the price of half
 * the speed; the contract of the store in memory holds it to that). The simulator spends its time on ticks instead.
 */
export function quickBranches(shelf: Shelf): Branches {
  const history = shelf.list<Saved>();
  const pages = shelf.map<string, string>();
  const head = shelf.fields<{ current: Saved | undefined }>({ current: undefined });
  const save = (saved: Omit<Saved, 'version'>): string => {
    const version = `v${history.length + 1}`;
    head.current = { ...saved, version };
    history.push(head.current);
    return version;
  };
  return {
    history,
    pages,
    current: () => head.current,
    commit(change) {
      if (change.base !== head.current?.version) return { kind: 'lost' };
      for (const [path, text] of change.pages) pages.set(path, text);
      const { registry, state, board, message } = change;
      return { kind: 'committed', version: save({ registry, state, board, message }) };
    },
    write(change) {
      const { current } = head;
      if (current === undefined) return;
      const state = { ...(change.state ?? current.state), sequence: current.state.sequence + 1 };
      save({ ...current, ...change, state, message: 'Written by somebody else' });
    },
    rollBack(version) {
      head.current = history.find((saved) => saved.version === version);
    },
  };
}

export function quickStateStore(shared: Branches, around: Around): StateStore {
  return {
    boardPlace: 'memory',
    load: (now) =>
      around('load', () => {
        const saved = shared.current();
        if (saved === undefined)
          return { version: undefined, registry: emptyRegistry, state: emptyState(now) };
        return { version: saved.version, registry: saved.registry, state: saved.state };
      }),
    commit: (change) => around('commit', () => shared.commit(change)),
    finishedRuns: (flow) => around('finishedRuns', () => finishedRuns(shared.pages, flow)),
  };
}
