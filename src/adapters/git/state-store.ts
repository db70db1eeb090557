import { emptyRegistry } from '../../core/deployment.ts';
import type { FlowName } from '../../core/flow.ts';
import type { Instant } from '../../core/instant.ts';
import { InvariantError } from '../../core/problem.ts';
import type { RunId } from '../../core/run.ts';
import { emptyState } from '../../core/state.ts';
import type { CommitAnswer, Snapshot, StateCommit, StateStore } from '../../ports.ts';
import { isPagePath, listPages, type Page, runsOfPages } from './history.ts';
import { type GitStateOptions, openStore, type Store, scratchOf } from './open-store.ts';
import { loadSaved } from './saved-state.ts';
import { removeScratch } from './scratch.ts';
import { changesOf, checkSizes } from './state/changes.ts';
import { checkReadable } from './state/readable.ts';
import { writeState } from './state-write.ts';

/** A temporary repository collects what it fetched and made; a process that ticks for days gets a new one now and then. */
const mostUses = 200;

/** State on two branches of one repository, under compare-and-swap. */
export function gitStateStore(options: GitStateOptions): StateStore {
  const store = openStore(options);
  // One scratch repository serves one operation at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act, act);
    last = turn;
    return turn;
  };
  return {
    boardPlace: options.boardPlace,
    load: (now) => inTurn(() => load(store, now)),
    commit: (change) => inTurn(() => commit(store, change)),
    finishedRuns: (flow) => inTurn(() => finishedRuns(store, flow)),
  };
}

async function load(store: Store, now: Instant): Promise<Snapshot> {
  if (store.scratch !== undefined && store.uses > mostUses) {
    removeScratch(store.scratch);
    Object.assign(store, { scratch: undefined, uses: 0, known: new Map() });
  }
  const scratch = await scratchOf(store);
  const { branch, expected } = store.options;
  const { patience, known } = store;
  const loaded = await loadSaved({ scratch, branch, place: expected, patience, known }, now);
  store.saved = loaded?.saved;
  if (loaded === undefined) return { version: undefined, registry: emptyRegistry, state: emptyState(now) };
  return { version: loaded.saved.version, registry: loaded.registry, state: loaded.state };
}

async function commit(store: Store, change: StateCommit): Promise<CommitAnswer> {
  if (store.saved?.version !== change.base || store.scratch === undefined) {
    const { version } = await load(store, change.at);
    if (version !== change.base) return { kind: 'lost' };
  }
  const changes = changesOf(store.saved, change);
  const pages = pagesOf(store.saved?.waiting ?? [], change);
  const isSame = changes.records.size === 0 && !changes.isBoardChanged && pages.length === 0;
  if (store.saved !== undefined && isSame) return { kind: 'committed', version: store.saved.version };
  if (change.state.sequence <= (store.saved?.sequence ?? 0)) {
    throw new InvariantError(
      `state ${change.state.sequence} would follow state ${store.saved?.sequence ?? 0}`,
    );
  }
  checkSizes(store.saved, changes);
  checkReadable(changes.records, change, store.options.expected);
  return writeState(store, { change, changes, pages });
}

async function finishedRuns(store: Store, flow: FlowName): Promise<ReadonlySet<RunId>> {
  const { historyBranch: branch } = store.options;
  const pages = await listPages(await scratchOf(store), { branch, flow, patience: store.patience });
  const waiting = store.saved?.waiting ?? [];
  return runsOfPages([...pages, ...waiting.map(({ path }) => path)], flow);
}

function pagesOf(waiting: readonly Page[], change: StateCommit): readonly Page[] {
  const pages = new Map(waiting.map((page) => [page.path, page]));
  for (const [path, content] of change.pages) {
    if (!isPagePath(path)) throw new InvariantError(`${JSON.stringify(path)} is not the path of a run page`);
    pages.set(path, { path, content });
  }
  return [...pages.values()];
}
