// Load + commit of state over HTTP, against the bare git commands that any implementation needs: npm run bench:state
// Budget: at most 1.1 and 1.3 times the bare commands on the same layout, for 50 kB and 1 MB of state. Both sides talk to
// the same server, in turn, and change the runs of 20 flows.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const rounds = Number(process.argv[2] ?? 15);
const root = mkdtempSync(join(tmpdir(), 'headgate-bench-'));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const bundle = join(root, 'store.mjs');
await build({
  stdin: {
    contents: `
      export { gitStateStore } from ${JSON.stringify(here('../src/adapters/git/state-store.ts'))};
      export { runsPath } from ${JSON.stringify(here('../src/adapters/git/state/layout.ts'))};
      export { changeOf, now, runOf, stateOf } from ${JSON.stringify(here('../tests/adapters/git/state-values.ts'))};`,
    loader: 'ts',
    resolveDir: here('..'),
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
});
const { gitStateStore, changeOf, now, runOf, runsPath, stateOf } = await import(pathToFileURL(bundle).href);

const server = spawn(process.execPath, [here('../tests/loopback/git-http.mjs'), join(root, 'served')], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = await new Promise((resolve) =>
  createInterface(server.stdout).on('line', (text) => resolve([text])),
);
const { url } = JSON.parse(line);

const branch = 'headgate-state';
const openStore = (remote) =>
  gitStateStore({
    remote,
    branch,
    historyBranch: 'headgate-history',
    scratchDirectory: join(root, 'scratch'),
    expected: { kind: 'local' },
    boardPlace: '',
    author: { name: 'bench', email: 'bench@example.com' },
  });

const attempt = (id) => ({ number: 1, launchTry: 1, intendedAt: now, handle: `local-${id}`, startedAt: now });
/** Flows have between two and three runs each. */
const flowOf = (index, flows) => `flow-${index % flows}`;
const runAt = (index, flows, granted) => {
  const flow = flowOf(index, flows);
  const revision = `local:${flow}:aaaaaaaaaaaa`;
  return { ...runOf(`${flow}-${index}`, { attempts: [attempt(index)], granted, revision }), flow };
};
const changed = 20;

async function loadAndCommit(remote, { runs: count, flows }, round) {
  const store = openStore(remote);
  const { version, state } = await store.load(now);
  // As in a tick: some runs change, the others are written as they were read.
  const runs = new Map(state.runs);
  for (let index = 0; index < (state.runs.size === 0 ? count : changed); index += 1) {
    const run = runAt(index, flows, index < changed ? round : 0);
    runs.set(run.id, run);
  }
  const next = { ...stateOf(state.sequence + 1), runs };
  const answer = await store.commit(changeOf(version, 0, { state: next }));
  if (answer.kind !== 'committed') throw new Error('lost');
}

const environment = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

function git(directory, args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      cwd: directory,
      env: environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${args}: ${code}`)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

let made = 0;
/** The same four commands with nothing around them: no reading, no checking, no encoding. */
async function bareCommands(remote, change) {
  made += 1;
  const directory = join(root, 'scratch', `bare-${made}`);
  for (const part of ['objects', 'refs']) mkdirSync(join(directory, part), { recursive: true });
  writeFileSync(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(join(directory, 'config'), '[core]\nrepositoryformatversion = 0\nbare = true\n');
  const thrifty = ['--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', '--quiet'];
  await git(directory, ['fetch', '--depth=1', ...thrifty, remote, `+refs/heads/${branch}:refs/x/state`]);
  const read = await git(directory, [
    'cat-file',
    '--batch-all-objects',
    '--batch',
    '--unordered',
    '--buffer',
  ]);
  const old = /^([0-9a-f]{40}) commit /m.exec(read.toString('latin1'))[1];
  const head = `commit refs/x/new\ncommitter a <a@b> ${1_800_000_000 + made} +0000\ndata 1\nx\nfrom ${old}\n`;
  await git(directory, ['fast-import', '--quiet', '--depth=0'], head + change);
  const lease = `--force-with-lease=refs/heads/${branch}:${old}`;
  await git(directory, ['push', '--quiet', '--porcelain', lease, remote, `refs/x/new:refs/heads/${branch}`]);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = async (act) => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

let isWithin = true;
for (const { label, budget, ...size } of [
  { label: '50 kB', budget: 1.1, runs: 125, flows: 50 },
  { label: '1 MB', budget: 1.3, runs: 2_500, flows: 1_000 },
]) {
  const remote = `${url}/${label.replace(' ', '')}.git`;
  await openStore(remote).load(now);
  await loadAndCommit(remote, size, 1);
  const served = join(root, 'served', `${label.replace(' ', '')}.git`);
  const git = (...args) => spawnSync('git', ['-C', served, ...args], { maxBuffer: 1e8 }).stdout.toString();
  const paths = Array.from({ length: changed }, (_, index) => runsPath(flowOf(index, size.flows)));
  const texts = new Map([...paths, 'state.json'].map((path) => [path, git('show', `${branch}:${path}`)]));
  const listed = git('ls-tree', '-r', '-l', branch).split('\n').filter(Boolean);
  const bytes = listed.reduce((sum, line) => sum + Number(line.split(/\s+/)[3]), 0);
  const times = { ours: [], bare: [] };
  for (let round = 2; round < rounds + 2; round += 1) {
    const change = [...texts].map(([path, text]) => {
      const newer = text
        .replaceAll('"granted":1', `"granted":${round}`)
        .replace(/"sequence":\d+/, `"sequence":${round * 2}`);
      return `M 100644 inline ${path}\ndata ${Buffer.byteLength(newer)}\n${newer}\n`;
    });
    times.bare.push(await timed(() => bareCommands(remote, change.join(''))));
    times.ours.push(await timed(() => loadAndCommit(remote, size, round)));
  }
  const [ours, bare] = [median(times.ours), median(times.bare)];
  const ratio = ours / bare;
  isWithin &&= ratio <= budget;
  console.log(
    `${label} (${bytes} bytes in ${listed.length} files): load + commit ${ours.toFixed(0)} ms, bare git ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (budget ${budget})`,
  );
}
server.kill();
rmSync(root, { recursive: true, force: true });
process.exitCode = isWithin ? 0 : 1;
