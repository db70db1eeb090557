import { emptyRegistry, type Registry } from '../../core/deployment.ts';
import type { FlowName } from '../../core/flow.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { InvariantError } from '../../core/problem.ts';
import { parseRunId, type RunId } from '../../core/run.ts';
import { isShownFile } from '../../core/shown-file.ts';
import { emptyState, type State } from '../../core/state.ts';
import type { CommitAnswer, Snapshot, StateCommit, StateStore } from '../../ports.ts';
import { copyOf } from './copy.ts';
import type { Around } from './hook.ts';
import type { Shelf } from './shelf.ts';

type Saved = {
  readonly version: string;
  readonly registry: Registry;
  readonly state: State;
  readonly board: string;
  readonly files?: ReadonlyMap<string, string>;
  readonly message: string;
};

/** What several stores share: the two branches. */
export type Branches = {
  /** Every state that was ever written, the oldest first. */
  readonly history: readonly Saved[];
  /** Run pages by path; only ever added to. */
  readonly pages: ReadonlyMap<string, string>;
  current(): Saved | undefined;
  commit(change: StateCommit): CommitAnswer;
  /** Somebody else writes. */
  write(change: Partial<Pick<Saved, 'registry' | 'state'>>): void;
  /** Somebody pushes an older state over it; `undefined` deletes the branch. */
  rollBack(version: string | undefined): void;
};

export function branches(shelf: Shelf): Branches {
  const history = shelf.list<Saved>();
  const pages = shelf.map<string, string>();
  const head = shelf.fields<{ current: Saved | undefined }>({ current: undefined });
  const save = (saved: Omit<Saved, 'version'>): string => {
    const version = `v${history.length + 1}`;
    head.current = copyOf({ ...saved, version });
    history.push(head.current);
    return version;
  };
  return {
    history,
    pages,
    current: () => head.current,
    commit(change) {
      const { current } = head;
      if (change.base !== current?.version) return { kind: 'lost' };
      const isSame = current !== undefined && change.pages.size === 0 && textOf(change) === textOf(current);
      if (isSame && current !== undefined) return { kind: 'committed', version: current.version };
      const before = current?.state.sequence ?? 0;
      if (change.state.sequence <= before)
        throw new InvariantError(`state ${change.state.sequence} would follow state ${before}`);
      for (const path of change.files?.keys() ?? [])
        if (!isShownFile(path)) throw new InvariantError(`${JSON.stringify(path)} is no file of a board`);
      for (const [path, text] of change.pages) pages.set(path, text);
      const { registry, state, board, files = new Map(), message } = change;
      return { kind: 'committed', version: save({ registry, state, board, files, message }) };
    },
    write(change) {
      const { current } = head;
      const { registry = emptyRegistry, board = '', files = new Map() } = current ?? {};
      const state = change.state ?? current?.state;
      if (state === undefined) throw new TypeError('There is no state to change yet');
      const sequence = (current?.state.sequence ?? 0) + 1;
      save({
        registry,
        board,
        files,
        ...change,
        state: { ...state, sequence },
        message: 'Written by somebody else',
      });
    },
    rollBack(version) {
      head.current = version === undefined ? undefined : history.find((saved) => saved.version === version);
    },
  };
}

function textOf({ registry, state, board }: Pick<Saved, 'registry' | 'state' | 'board'>): string {
  const plain = JSON.stringify({ registry, state, board }, (_, value) =>
    value instanceof Map ? Object.fromEntries(value) : value,
  );
  return canonicalJson(JSON.parse(plain) as Json);
}

/** What is loaded shares nothing with what is saved, as if it had been read from bytes. */
export function memoryStateStore(shared: Branches, around: Around): StateStore {
  return {
    boardPlace: 'memory',
    load: (now) =>
      around('load', (): Snapshot => {
        const saved = shared.current();
        if (saved === undefined)
          return { version: undefined, registry: emptyRegistry, state: emptyState(now) };
        const { version, registry, state } = copyOf(saved);
        return { version, registry, state };
      }),
    commit: (change) => around('commit', () => shared.commit(change)),
    finishedRuns: (flow) => around('finishedRuns', () => finishedRuns(shared.pages, flow)),
  };
}

/** The runs of a flow that have a page: `runs/<flow>/<month>/<run>.md`. */
export function finishedRuns(pages: Branches['pages'], flow: FlowName): ReadonlySet<RunId> {
  const paths = [...pages.keys()].map((path) => path.split('/'));
  return new Set(
    paths.flatMap(([, ofFlow, , file]) =>
      ofFlow === flow ? (parseRunId(file?.slice(0, -3) ?? '') ?? []) : [],
    ),
  );
}
