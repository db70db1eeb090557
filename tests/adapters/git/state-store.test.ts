import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GitStateOptions } from '../../../src/adapters/git/open-store.ts';
import { gitStateStore } from '../../../src/adapters/git/state-store.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import { plusMs } from '../../../src/core/instant.ts';
import { InvariantError, RefusedError } from '../../../src/core/problem.ts';
import type { RunId } from '../../../src/core/run.ts';
import type { CommitAnswer, StateStore } from '../../../src/ports.ts';
import { type GitServer, startGitServer } from '../../loopback/git-http.ts';
import { at, changeOf, now, registry, runOf, stateOf } from './state-values.ts';

const token = 'write-token';
let root: string;
let server: GitServer;
let name: string;
let count = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'headgate-state-'));
  server = await startGitServer({
    root: join(root, 'served'),
    tokens: { write: [token], read: ['read-token'] },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

beforeEach(() => {
  count += 1;
  name = `r${count}`;
});

afterEach(() => {
  server.fail(undefined);
  server.thawReads();
});

type Changes = Partial<GitStateOptions>;

function optionsFor(remote: string, changes: Changes): GitStateOptions {
  return {
    remote,
    branch: 'headgate-state',
    historyBranch: 'headgate-history',
    scratchDirectory: join(root, 'scratch'),
    expected: { kind: 'local' },
    boardPlace: 'https://example.com/tree/headgate-state',
    author: { name: 'Headgate', email: 'headgate@example.com' },
    patience: { sleep: () => Promise.resolve(), random: () => 0.5 },
    ...changes,
  };
}

const overHttp = (changes: Changes = {}) =>
  gitStateStore(optionsFor(server.addressOf(name), { token, ...changes }));
const inDirectory = (changes: Changes = {}) => gitStateStore(optionsFor(join(root, 'local', name), changes));

/** Git in the remote of this test. */
function remoteGit(...args: string[]): string {
  const served = join(root, 'served', `${name}.git`);
  const directory = existsSync(served) ? served : join(root, 'local', name);
  return execFileSync('git', ['-C', directory, ...args], {
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  }).trim();
}

function versionOf(answer: CommitAnswer): string {
  if (answer.kind !== 'committed') throw new Error('lost');
  return answer.version;
}

async function refusalOf(promise: Promise<unknown>): Promise<RefusedError['problem']> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof RefusedError) return error.problem;
  throw error ?? new Error('It was accepted.');
}

const pageOf = (run: string, flow = 'daily', month = '2026-11') => `runs/${flow}/${month}/${run}.md`;

describe.each([
  ['over HTTP with a token', overHttp],
  ['in a directory', inDirectory],
])('state in git, %s', (_, open) => {
  it('of a branch that does not exist is empty and starts now', async () => {
    const snapshot = await open().load(now);
    expect(snapshot).toEqual({
      version: undefined,
      registry: { deployments: new Map() },
      state: { sequence: 0, mark: now, runs: new Map(), pauses: new Map(), gaps: [] },
    });
  });

  it('is read by another process as it was written', async () => {
    const state = stateOf(1, [runOf('daily-1')]);
    const version = versionOf(await open().commit(changeOf(undefined, 1, { state })));
    expect(await open().load(now)).toEqual({ version, registry, state });
    expect(remoteGit('ls-tree', '--name-only', 'headgate-state').split('\n')).toEqual([
      'README.md',
      'deployments.json',
      'deployments',
      'runs',
      'state.json',
    ]);
    expect(remoteGit('log', '-1', '--format=%an %ae %cI %s', 'headgate-state')).toBe(
      'Headgate headgate@example.com 2026-11-24T10:00:00+00:00 Tick 1',
    );
  });

  it('goes on from its own commit without loading it again', async () => {
    const store = open();
    const first = versionOf(await store.commit(changeOf(undefined, 1)));
    const second = versionOf(await store.commit(changeOf(first, 2)));
    expect(remoteGit('rev-list', 'headgate-state').split('\n')).toEqual([second, first]);
  });

  it('is not written when nothing changed', async () => {
    const store = open();
    const version = versionOf(await store.commit(changeOf(undefined, 1)));
    expect(await store.commit(changeOf(version, 1))).toEqual({ kind: 'committed', version });
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('1');
  });

  it('is lost to whoever was first', async () => {
    const [ours, theirs] = [open(), open()];
    const base = versionOf(await ours.commit(changeOf(undefined, 1)));
    await theirs.load(now);
    const version = versionOf(await theirs.commit(changeOf(base, 2)));
    expect(await ours.commit(changeOf(base, 2))).toEqual({ kind: 'lost' });
    expect((await ours.load(now)).version).toBe(version);
  });

  it('is lost even to a commit with the same content, time and author', async () => {
    const [ours, theirs] = [open(), open()];
    for (const store of [ours, theirs]) await store.load(now);
    expect(await theirs.commit(changeOf(undefined, 1))).toMatchObject({ kind: 'committed' });
    expect(await ours.commit(changeOf(undefined, 1))).toEqual({ kind: 'lost' });
  });

  it('loses no update of eight writers at once', async () => {
    const writer = async (index: number) => {
      const store = open({ patience: { sleep: () => Promise.resolve(), random: () => 0 } });
      for (let written = 0; written < 1; ) {
        const { version, state } = await store.load(now);
        const id = `daily-${index}-${written}` as RunId;
        const runs = new Map(state.runs).set(id, runOf(id));
        const next = { ...state, sequence: state.sequence + 1, runs };
        const answer = await store.commit(changeOf(version, 0, { state: next }));
        if (answer.kind === 'committed') written += 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => writer(index)));
    const { state } = await open().load(now);
    expect([state.sequence, state.runs.size]).toEqual([8, 8]);
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('8');
  }, 60_000);

  it('must count up', async () => {
    const store = open();
    const version = versionOf(await store.commit(changeOf(undefined, 5)));
    await expect(store.commit(changeOf(version, 5, { board: 'other' }))).rejects.toBeInstanceOf(
      InvariantError,
    );
    await expect(store.commit(changeOf(version, 4))).rejects.toBeInstanceOf(InvariantError);
  });

  it('that could not be read again is never written', async () => {
    const store = open();
    const run = runOf('daily-1', { revision: 'local:other:1' });
    const change = changeOf(undefined, 1, { state: stateOf(1, [run]) });
    await expect(store.commit(change)).rejects.toBeInstanceOf(InvariantError);
    expect((await store.load(now)).version).toBeUndefined();
  });

  it('drops its history with the first write of a day, and says what it replaced', async () => {
    const store = open();
    const first = versionOf(await store.commit(changeOf(undefined, 1)));
    const second = versionOf(await store.commit(changeOf(first, 2, { at: at('2026-11-24T23:59:59Z') })));
    const third = versionOf(await store.commit(changeOf(second, 3, { at: at('2026-11-25T00:00:00Z') })));
    expect(remoteGit('rev-list', 'headgate-state')).toBe(third);
    expect(remoteGit('log', '-1', '--format=%B', 'headgate-state')).toContain(`Replaces: ${second}`);
    await store.commit(changeOf(third, 4, { at: at('2026-11-25T00:05:00Z') }));
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('2');
  });

  it('appends run pages to the history, whoever wrote there before', async () => {
    let version: string | undefined;
    const runs = ['a', 'b', 'c'];
    for (const [index, run] of runs.entries()) {
      const pages = new Map([
        [pageOf(run), `# ${run}\n`],
        [pageOf(run, 'other', '2026-10'), `# other ${run}\n`],
      ]);
      version = versionOf(await open().commit(changeOf(version, index + 1, { pages })));
    }
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-history').split('\n')).toEqual([
      ...runs.map((run) => pageOf(run)),
      ...runs.map((run) => pageOf(run, 'other', '2026-10')),
    ]);
    expect(remoteGit('show', `headgate-history:${pageOf('b')}`)).toBe('# b');
    expect(remoteGit('rev-list', '--count', 'headgate-history')).toBe('3');
    expect(remoteGit('fsck')).not.toMatch(/missing|error/);
  });

  it('keeps the history when the state starts a new day', async () => {
    const store = open();
    const first = versionOf(
      await store.commit(changeOf(undefined, 1, { pages: new Map([[pageOf('a'), 'a']]) })),
    );
    const later = { at: at('2026-11-25T00:00:00Z'), pages: new Map([[pageOf('b'), 'b']]) };
    await store.commit(changeOf(first, 2, later));
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('1');
    expect(remoteGit('rev-list', '--count', 'headgate-history')).toBe('2');
  });

  it('takes no page whose path leaves the folder of runs', async () => {
    const pages = new Map([['runs/daily/2026-11/../../../state.json', '{}']]);
    await expect(open().commit(changeOf(undefined, 1, { pages }))).rejects.toBeInstanceOf(InvariantError);
  });
});

describe('a state branch that somebody else wrote', () => {
  const files = { 'README.md': '', 'deployments.json': '{"schema":1,"deployments":[]}', 'state.json': '' };
  const good = '{"schema":1,"sequence":1,"mark":"2026-11-24T09:00:00Z","runs":[],"pauses":[],"gaps":[]}';

  function write(entries: readonly (readonly [path: string, text: string, mode?: string])[]): void {
    const text = entries.map(
      ([path, content, mode = '100644']) =>
        `M ${mode} inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`,
    );
    const head = 'commit refs/heads/headgate-state\ncommitter a <a@b> 1 +0000\ndata 1\nx\n';
    const input = head + text.join('');
    execFileSync('git', ['-C', server.directoryOf(name), 'fast-import', '--quiet'], { input });
  }

  it.each([
    ['is a symbolic link', [['state.json', '/etc/passwd', '120000']], 'E_STATE_MODE'],
    ['is executable', [['state.json', good, '100755']], 'E_STATE_MODE'],
    ['is missing', [], 'E_STATE_CORRUPT'],
    ['is a folder', [['state.json/a', good]], 'E_STATE_MODE'],
    ['is an error page', [['state.json', '<html>502 Bad Gateway</html>']], 'E_STATE_CORRUPT'],
    ['is too large', [['state.json', good + ' '.repeat(1_100_000)]], 'E_STATE_CORRUPT'],
    ['is far too large', [['state.json', good + ' '.repeat(9_000_000)]], 'E_STATE_CORRUPT'],
  ] as const)('whose state.json %s is refused and not overwritten', async (_, entries, code) => {
    write([...Object.entries(files).slice(0, 2), ...entries]);
    const head = remoteGit('rev-parse', 'headgate-state');
    expect(await refusalOf(overHttp().load(now))).toMatchObject({
      code,
      fix: expect.stringContaining('refs/heads/headgate-state'),
    });
    for (const base of [undefined, head]) {
      expect(await refusalOf(overHttp().commit(changeOf(base, 9)))).toMatchObject({ code });
    }
    expect(remoteGit('rev-parse', 'headgate-state')).toBe(head);
  });

  it('with further files is read, and the files go with the next write', async () => {
    write([...Object.entries(files).slice(0, 2), ['state.json', good], ['notes/x.txt', 'x']]);
    const store = overHttp();
    const { version } = await store.load(now);
    await store.commit(changeOf(version, 2));
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-state')).not.toContain('notes');
  });
});

describe('a remote that fails', () => {
  async function prepared(): Promise<{ store: StateStore; base: string }> {
    const store = overHttp();
    const base = versionOf(await store.commit(changeOf(undefined, 1)));
    return { store, base };
  }
  const head = () => remoteGit('rev-parse', 'headgate-state');

  it('and loses the answer to a push that landed: it is committed, once', async () => {
    const { store, base } = await prepared();
    server.fail({ kind: 'drop-answer', on: 'push', times: 1 });
    const version = versionOf(
      await store.commit(changeOf(base, 2, { pages: new Map([[pageOf('a'), 'a']]) })),
    );
    expect(head()).toBe(version);
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('2');
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-history')).toBe(pageOf('a'));
  });

  it('and shows an old head after a push that landed: it is committed, once', async () => {
    const { store, base } = await prepared();
    server.freezeReads(name, 2);
    server.fail({ kind: 'drop-answer', on: 'push', times: 1 });
    expect(versionOf(await store.commit(changeOf(base, 2)))).toBe(head());
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('2');
  });

  it('and shows old heads for ever, after somebody else wrote: it is lost', async () => {
    const { base } = await prepared();
    server.freezeReads(name);
    await overHttp().commit(changeOf(base, 2));
    const store = overHttp();
    expect((await store.load(now)).version).toBe(base);
    expect(await store.commit(changeOf(base, 2))).toEqual({ kind: 'lost' });
  });

  it.each([
    ['answers 502 for a moment', { kind: 'status', status: 502, on: 'all', times: 3 }],
    ['closes connections for a moment', { kind: 'refuse', on: 'all', times: 3 }],
  ] as const)('and %s: it is asked again', async (_, plan) => {
    const { store, base } = await prepared();
    server.fail(plan);
    const version = versionOf(await store.commit(changeOf(base, 2)));
    server.fail(plan);
    expect((await overHttp().load(now)).version).toBe(version);
  });

  it('and does not come back is named, after a bounded number of requests', async () => {
    const { store, base } = await prepared();
    server.fail({ kind: 'status', status: 503, on: 'all' });
    const before = server.requests.length;
    expect(await refusalOf(overHttp().load(now))).toMatchObject({
      code: 'E_STATE_UNREACHABLE',
      message: expect.stringContaining('503'),
    });
    expect(await refusalOf(store.commit(changeOf(base, 2)))).toMatchObject({ code: 'E_STATE_UNREACHABLE' });
    expect(server.requests.length - before).toBeLessThan(40);
  });

  it('and waits longer each time, at random, up to two seconds', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const store = overHttp({ patience: { sleep, random: () => 1 } });
    server.fail({ kind: 'refuse', on: 'all' });
    await refusalOf(store.load(now));
    expect(waits).toEqual([100, 200, 400, 800, 1_600]);
  });

  it.each([
    ['reading', 'other', 'load', 'E_STATE_UNREACHABLE', /401/],
    ['writing', 'read-token', 'commit', 'E_STATE_WRITE', /contents: write/],
  ] as const)('and refuses the token for %s is not asked again', async (_, wrong, verb, code, text) => {
    const { base } = await prepared();
    const store = overHttp({ token: wrong });
    const before = server.requests.length;
    const act = verb === 'load' ? store.load(now) : store.commit(changeOf(base, 2));
    const problem = await refusalOf(act);
    expect(problem.code).toBe(code);
    expect(`${problem.message} ${problem.fix}`).toMatch(text);
    expect(JSON.stringify(problem)).not.toContain(wrong);
    expect(server.requests.length - before).toBeLessThan(9);
    expect(head()).toBe(base);
  });

  it('and has a ruleset is explained', async () => {
    const { store, base } = await prepared();
    const text =
      'error: GH013: Repository rule violations found for refs/heads/headgate-state.\n- Commits must have verified signatures.';
    server.declinePushes(name, { refs: 'headgate-state', text });
    const problem = await refusalOf(store.commit(changeOf(base, 2)));
    expect(problem).toMatchObject({
      code: 'E_STATE_WRITE',
      message: expect.stringContaining('signed commits'),
      fix: expect.stringContaining('Rulesets'),
    });
    expect(head()).toBe(base);
  });

  it('and takes no replaced history: the branch goes on growing, with a warning', async () => {
    const { store, base } = await prepared();
    remoteGit('config', 'receive.denyNonFastForwards', 'true');
    const answer = await store.commit(changeOf(base, 2, { at: at('2026-11-25T00:00:00Z') }));
    expect(answer).toMatchObject({ kind: 'committed', warning: { code: 'W_STATE_GROWS' } });
    expect(remoteGit('rev-list', '--count', 'headgate-state')).toBe('2');
  });

  it('and takes the state but not the history: pages wait, and go with a later commit', async () => {
    const { store, base } = await prepared();
    server.declinePushes(name, {
      refs: 'headgate-history',
      text: 'error: GH013: Repository rule violations found',
    });
    const first = await store.commit(changeOf(base, 2, { pages: new Map([[pageOf('a'), 'page a']]) }));
    expect(first).toMatchObject({ kind: 'committed', warning: { code: 'W_HISTORY_WAITS' } });
    const second = await store.commit(
      changeOf(versionOf(first), 3, { pages: new Map([[pageOf('b'), 'page b']]) }),
    );
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-state')).toContain(
      `waiting/${pageOf('a')}\nwaiting/${pageOf('b')}`,
    );
    server.declinePushes(name, undefined);
    const other = overHttp();
    await other.load(now);
    expect(await other.finishedRuns('daily' as FlowName)).toEqual(new Set(['a', 'b']));
    const third = await other.commit(changeOf(versionOf(second), 4, { at: plusMs(now, 1_000) }));
    expect(third).toEqual({ kind: 'committed', version: head() });
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-history').split('\n')).toEqual([
      pageOf('a'),
      pageOf('b'),
    ]);
    expect(remoteGit('show', `headgate-history:${pageOf('a')}`)).toBe('page a');
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-state')).not.toContain('waiting');
  });

  it('gets one Authorization header, and neither it nor the token shows in arguments or on disk', async () => {
    const { store, base } = await prepared();
    await store.load(now);
    await store.commit(changeOf(base, 2));
    const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    const seen = server.requests.filter(({ path }) => path.startsWith(`/${name}.git`));
    expect(new Set(seen.map(({ authorizations }) => authorizations.join()))).toEqual(new Set([expected]));
    const grep = () =>
      execFileSync('grep', ['-r', '-l', '-e', token, '-e', expected.slice(6), join(root, 'scratch')]);
    expect(grep).toThrow();
  });

  it('is asked in five requests for a load and a commit', async () => {
    const { base } = await prepared();
    const store = overHttp();
    const before = server.requests.length;
    await store.load(now);
    await store.commit(changeOf(base, 2));
    expect(server.requests.length - before).toBe(5);
  });
});

describe('the history branch', () => {
  it('is appended to without fetching its pages, or trees beside the way', async () => {
    const flows = ['f1', 'f2', 'f3'];
    const months = ['2026-09', '2026-10', '2026-11'];
    const entries = flows.flatMap((flow) =>
      months.flatMap((month) =>
        Array.from({ length: 20 }, (_, index) => pageOf(`${flow}-${index}`, flow, month)),
      ),
    );
    const text = entries.map((path) => `M 100644 inline ${path}\ndata ${path.length}\n${path}\n`).join('');
    const input = `commit refs/heads/headgate-history\ncommitter a <a@b> 1 +0000\ndata 1\nx\n${text}`;
    execFileSync('git', ['-C', server.directoryOf(name), 'fast-import', '--quiet'], { input });
    const scratchDirectory = join(root, `scratch-${name}`);
    await overHttp({ scratchDirectory }).commit(
      changeOf(undefined, 1, { pages: new Map([[pageOf('new', 'f2'), 'new']]) }),
    );
    const [scratch = ''] = readdirSync(scratchDirectory);
    const objects = execFileSync(
      'git',
      ['-C', join(scratchDirectory, scratch), 'cat-file', '--batch-all-objects', '--batch-check'],
      { encoding: 'utf8' },
    );
    // Way: root, runs, f2, 2026-11, before and after; the trees of the state down to its one flow.
    expect(objects.match(/ tree /g)).toHaveLength(11);
    // The new page, the board, the two files that are about no flow, and the flow's deployment.
    expect(objects.match(/ blob /g)).toHaveLength(5);
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-history').split('\n')).toHaveLength(181);
  });

  it.each([
    ['knows no filters', ['uploadpack.allowFilter', 'false']],
    ['refuses this filter', ['uploadpackfilter.tree.allow', 'false']],
  ])('may be served by a remote that %s', async (_, setting) => {
    for (const [key = '', value = ''] of [setting, ['uploadpack.allowAnySHA1InWant', 'false']]) {
      execFileSync('git', ['-C', server.directoryOf(name), 'config', key, value]);
    }
    const first = versionOf(
      await overHttp().commit(changeOf(undefined, 1, { pages: new Map([[pageOf('a'), 'a']]) })),
    );
    const answer = await overHttp().commit(changeOf(first, 2, { pages: new Map([[pageOf('b'), 'b']]) }));
    expect(answer).toEqual({ kind: 'committed', version: remoteGit('rev-parse', 'headgate-state') });
    expect(remoteGit('ls-tree', '-r', '--name-only', 'headgate-history').split('\n')).toHaveLength(2);
    expect(await overHttp().finishedRuns('daily' as FlowName)).toEqual(new Set(['a', 'b']));
  });
});

describe('a local remote', () => {
  it('whose branch was left locked by a killed process is unlocked after a while', async () => {
    const store = inDirectory();
    const version = versionOf(await store.commit(changeOf(undefined, 1)));
    const lock = join(root, 'local', name, 'refs/heads/headgate-state.lock');
    writeFileSync(lock, '');
    expect(await refusalOf(store.commit(changeOf(version, 2)))).toMatchObject({ code: 'E_STATE_WRITE' });
    utimesSync(lock, new Date(0), new Date(0));
    expect(await store.commit(changeOf(version, 2))).toMatchObject({ kind: 'committed' });
  });

  it.each(['ext::sh -c id', '--upload-pack=id', 'git://example.com/x'])('is not %s', (remote) => {
    expect(() => gitStateStore(optionsFor(remote, {}))).toThrow(/E_STATE_REMOTE/);
  });

  it.each(['', '-x', 'a..b', 'a b', 'a.lock', 'a/', 'refs:x'])('has no branch called %j', (branch) => {
    expect(() => inDirectory({ branch })).toThrow(/E_STATE_BRANCH/);
  });
});
