import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deploymentPath, runsPath } from '../../../src/adapters/git/state/layout.ts';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import type { Registry } from '../../../src/core/deployment.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import type { RunId } from '../../../src/core/run.ts';
import type { Snapshot, StateCommit, StateStore } from '../../../src/ports.ts';
import { at, changeOf, daily, deploymentOf, now, runOf, stateOf } from './state-values.ts';

let root: string;
let remote: string;
let count = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'headgate-layout-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  count += 1;
  remote = join(root, `remote-${count}.git`);
});

const weekly = 'weekly' as FlowName;
const ofBoth: Registry = {
  deployments: new Map([daily, weekly].map((flow) => [flow, deploymentOf(flow)])),
};
const weeklyRun = (id: string) => ({ ...runOf(id), flow: weekly, revision: 'local:weekly:aaaaaaaaaaaa' });

function open(): StateStore {
  return gitStateStore({
    remote,
    branch: 'headgate-state',
    historyBranch: 'headgate-history',
    scratchDirectory: join(root, 'scratch'),
    expected: { kind: 'local' },
    boardPlace: '',
    author: { name: 'Headgate', email: 'headgate@example.com' },
    patience: { sleep: () => Promise.resolve(), random: () => 0.5 },
  });
}

async function commit(store: StateStore, change: StateCommit): Promise<string> {
  const answer = await store.commit(change);
  if (answer.kind !== 'committed') throw new Error('The race was lost');
  return answer.version;
}

/** The next commit on what was loaded. */
function next({ version, registry, state }: Snapshot, changes: Partial<StateCommit> = {}): StateCommit {
  const { sequence } = changes.state ?? state;
  const newer = { ...(changes.state ?? state), sequence: sequence + 1 };
  return changeOf(version, 0, { registry, ...changes, state: newer });
}

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', remote, ...args], { encoding: 'utf8' }).trim();
}
const changedFiles = () =>
  git('diff', '--name-only', 'headgate-state~1', 'headgate-state').split('\n').sort();
const files = () => git('ls-tree', '-r', '--name-only', 'headgate-state').split('\n');

/** A branch as somebody else wrote it. */
function write(texts: { readonly [path: string]: string }): void {
  const entries = Object.entries(texts).map(
    ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const head = 'commit refs/heads/headgate-state\ncommitter a <a@b> 1790000000 +0000\ndata 1\nx\n';
  execFileSync('git', ['init', '--bare', '--quiet', remote]);
  execFileSync('git', ['-C', remote, 'fast-import', '--quiet'], { input: head + entries.join('') });
}

describe('the state branch', () => {
  it('has a file for what is deployed of each flow, and one for its runs', async () => {
    const state = stateOf(1, [runOf('daily-1'), weeklyRun('weekly-1')]);
    await commit(open(), changeOf(undefined, 1, { registry: ofBoth, state }));
    expect(files()).toEqual(
      [
        'README.md',
        'deployments.json',
        deploymentPath(daily),
        deploymentPath(weekly),
        runsPath(daily),
        runsPath(weekly),
        'state.json',
      ].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('grows with what changes: the files of other flows stay as they are', async () => {
    const store = open();
    const state = stateOf(1, [runOf('daily-1'), weeklyRun('weekly-1')]);
    await commit(store, changeOf(undefined, 1, { registry: ofBoth, state }));
    const loaded = await store.load(now);
    const runs = new Map(loaded.state.runs).set('weekly-1' as RunId, {
      ...weeklyRun('weekly-1'),
      granted: 1,
    });
    await commit(store, next(loaded, { state: { ...loaded.state, runs }, board: '# Board 1\n' }));
    expect(changedFiles()).toEqual([runsPath(weekly), 'state.json']);
  });

  it('loses the files of a flow that is gone, and keeps the others', async () => {
    const store = open();
    const state = stateOf(1, [runOf('daily-1'), weeklyRun('weekly-1')]);
    await commit(store, changeOf(undefined, 1, { registry: ofBoth, state }));
    const loaded = await store.load(now);
    const registry = { deployments: new Map([[daily, deploymentOf(daily)]]) };
    const runs = new Map([...loaded.state.runs].filter(([, { flow }]) => flow === daily));
    await commit(store, next(loaded, { registry, state: { ...loaded.state, runs } }));
    expect(files().filter((path) => path.includes('weekly'))).toEqual([]);
    expect(await open().load(now)).toMatchObject({ registry, state: { runs } });
  });

  it('keeps all files when its history starts anew, also those that the day did not touch', async () => {
    const store = open();
    const state = stateOf(1, [runOf('daily-1'), weeklyRun('weekly-1')]);
    await commit(store, changeOf(undefined, 1, { registry: ofBoth, state }));
    const loaded = await store.load(now);
    const morning = at('2026-11-25T00:00:00Z');
    await commit(store, next(loaded, { at: morning }));
    expect(git('rev-list', '--count', 'headgate-state')).toBe('1');
    const again = await open().load(morning);
    expect([again.registry, again.state.runs]).toEqual([loaded.registry, loaded.state.runs]);
    // And goes on from its own commit, without a load.
    await commit(store, next(again, { at: at('2026-11-26T00:00:00Z') }));
    expect(git('rev-list', '--count', 'headgate-state')).toBe('1');
    expect((await open().load(at('2026-11-26T00:00:00Z'))).state.runs).toEqual(loaded.state.runs);
  });

  it('is read again where another process wrote in between', async () => {
    const [mine, theirs] = [open(), open()];
    await commit(mine, changeOf(undefined, 1, { registry: ofBoth, state: stateOf(1, [runOf('daily-1')]) }));
    const before = await mine.load(now);
    const loaded = await theirs.load(now);
    const runs = new Map(loaded.state.runs).set('weekly-1' as RunId, weeklyRun('weekly-1'));
    await commit(theirs, next(loaded, { state: { ...loaded.state, runs } }));
    const after = await mine.load(now);
    expect(after).toEqual(await open().load(now));
    // What did not change is the same value: nothing was read twice.
    expect(after.registry.deployments.get(daily)).toBe(before.registry.deployments.get(daily));
    expect(after.state.runs.get('daily-1' as RunId)).toBe(before.state.runs.get('daily-1' as RunId));
  });

  it('loses what does not belong there with the next write', async () => {
    const store = open();
    await commit(store, changeOf(undefined, 1, { registry: ofBoth }));
    const tree = git('ls-tree', '-r', 'headgate-state').replaceAll('\t', ' ');
    const stray = 'M 100644 inline "a \\"b\\".txt"\ndata 1\nx\nM 100644 inline notes/x.txt\ndata 1\nx\n';
    const kept = tree.split('\n').map((line) => {
      const [mode, , oid, path] = line.split(' ');
      return `M ${mode} ${oid} ${path}\n`;
    });
    const head = 'commit refs/heads/headgate-state\ncommitter a <a@b> 1790000000 +0000\ndata 1\nx\n';
    const input = `${head}${kept.join('')}${stray}`;
    execFileSync('git', ['-C', remote, 'fast-import', '--quiet', '--force'], { input });
    const other = open();
    await commit(other, next(await other.load(now)));
    expect(files().filter((path) => path.includes('txt'))).toEqual([]);
  });

  it('is not written when a file would be larger than GitHub shows', async () => {
    const deployment = deploymentOf(daily);
    const taskFields = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`${'k'.repeat(250)}${index}`, 'x'.repeat(990)]),
    );
    const registry = { deployments: new Map([[daily, { ...deployment, taskFields }]]) };
    await expect(open().commit(changeOf(undefined, 1, { registry }))).rejects.toMatchObject({
      problem: { code: 'E_STATE_TOO_LARGE', place: { file: deploymentPath(daily) } },
    });
    expect(() => git('rev-parse', '--verify', 'headgate-state')).toThrow();
  });
});

describe('a state branch of the layout before', () => {
  const fixture = (name: string) => readFileSync(new URL(`first-layout/${name}`, import.meta.url), 'utf8');
  const first = () => ({
    'README.md': '# Board\n',
    'deployments.json': fixture('deployments.json'),
    'state.json': fixture('state.json'),
  });

  it('is read', async () => {
    write(first());
    const { registry, state } = await open().load(now);
    expect([...registry.deployments.keys()]).toEqual([daily, weekly]);
    expect(registry.commit).toBe('e'.repeat(40));
    expect([...state.runs.keys()]).toEqual([
      'daily-20261124-0700',
      'daily-20261124-0800',
      'daily-20261124-0900',
      'weekly-m-1',
    ]);
    expect(state.runs.get('daily-20261124-0700' as RunId)?.attempts[0]).toMatchObject({
      sends: 2,
      capacity: 'spot',
      ending: { class: 'exit-code', exitCode: 3, detail: 'it said "no"' },
    });
    expect([state.sequence, state.pauses.size, state.gaps.length]).toEqual([41, 1, 2]);
    expect(state.alerting).toMatchObject({ ticks: [{ trigger: 'schedule', at: now }], clock: { to: now } });
    expect([...(state.alerting?.told.keys() ?? [])]).toEqual(['clock', 'failures/daily']);
  });

  it('is laid out anew by the next write, with nothing lost', async () => {
    write(first());
    const store = open();
    const loaded = await store.load(now);
    await commit(store, next(loaded));
    expect(files()).toContain(runsPath(weekly));
    expect(await open().load(now)).toMatchObject({
      registry: loaded.registry,
      state: { ...loaded.state, sequence: 42 },
    });
  });

  it('is never read by an older Headgate once it is laid out anew: that says so', async () => {
    write(first());
    const store = open();
    await commit(store, next(await store.load(now)));
    // A Headgate of the layout before reads these two files, and refuses any schema above 1 as too new.
    for (const file of ['deployments.json', 'state.json'])
      expect(JSON.parse(git('show', `headgate-state:${file}`))).toMatchObject({ schema: 2 });
  });

  it.each([
    ['a key that names code', 'state.json', '"granted":0', '"granted":0,"image":"x"', 'E_UNKNOWN_KEY'],
    ['a foreign revision', 'deployments.json', 'local:daily:', 'local:other:', 'E_STATE_ARN'],
    ['half of its text', 'state.json', /.{400}$/s, '', 'E_STATE_CORRUPT'],
  ])('with %s is refused', async (_, file, good, bad, code) => {
    const texts: { [path: string]: string } = { ...first(), [file]: fixture(file).replace(good, bad) };
    expect(texts[file]).not.toBe(fixture(file));
    write(texts);
    await expect(open().load(now)).rejects.toMatchObject({ problem: { code } });
  });
});
