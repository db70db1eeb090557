// What a task costs, against p-limit doing the same: 10,000 items, ten at a time. `npm run bench:sdk`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'headgate-bench-'));
const itemCount = 10_000;
const rounds = 15;
/** A bare start takes 40 to 50 ms on two idle cores. */
const busyMs = 75;
const budgets = {
  taskUs: 50,
  ratio: 2,
  bundleBytes: 30_000,
  coldStartMs: 150,
  coldStartRatio: 3,
  heapGrowthBytes: 8 * 1024 * 1024,
};

const program = `
import pLimit from 'p-limit';
import { flow, runFlow, task } from 'headgate';
const items = Array.from({ length: ${itemCount} }, (_, index) => index);
const body = async (item) => item * 2;
const double = task('double', body);
const limit = pLimit(10);
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const timed = async (work) => { const from = performance.now(); await work(); return performance.now() - from; };
export default flow(async () => {
  const ours = [], theirs = [], heap = [];
  for (let round = 0; round < ${rounds}; round += 1) {
    theirs.push(await timed(() => limit.map(items, body)));
    ours.push(await timed(() => double.map(items, { concurrency: 10 })));
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed);
  }
  const us = (values) => (median(values) * 1_000) / ${itemCount};
  process.stderr.write(JSON.stringify({ ours: us(ours), theirs: us(theirs), heapGrowth: heap.at(-1) - heap[4] }));
});
`;

const bundle = (options) =>
  build({ bundle: true, platform: 'node', format: 'esm', target: 'node20', absWorkingDir: root, ...options });
const entry = (text) => ({ stdin: { contents: text, resolveDir: root, loader: 'js' } });
const environment = { PATH: process.env.PATH, HEADGATE_RUN_ID: 'bench', HEADGATE_FLOW: 'bench' };
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const started = (args) => {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, args, { env: environment });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}.`);
  return performance.now() - from;
};
const report = (what, value, budget, unit) => {
  const isWithin = value <= budget;
  console.log(
    `${isWithin ? 'ok  ' : 'OVER'} ${what}: ${value.toFixed(1)} ${unit} (budget ${budget} ${unit})`,
  );
  if (!isWithin) process.exitCode = 1;
};

try {
  const outfile = path.join(folder, 'bench.mjs');
  await bundle({
    outfile,
    ...entry(
      "import * as entry from 'bench-flow'; import { runFlow } from 'headgate'; await runFlow(entry.default);",
    ),
    plugins: [
      {
        name: 'bench-flow',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^bench-flow$/ }, () => ({ path: 'bench-flow', namespace: 'bench' }));
          onLoad({ filter: /.*/, namespace: 'bench' }, () => ({ contents: program, resolveDir: root }));
        },
      },
    ],
  });
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--expose-gc', outfile], {
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The program ended with ${status}: ${stderr}`);
  const { ours, theirs, heapGrowth } = JSON.parse(stderr);
  console.log(
    `p-limit: ${theirs.toFixed(2)} µs a task; ${stdout.length} bytes of events for ${rounds * itemCount} tasks`,
  );
  report('overhead of a mapped task', ours, budgets.taskUs, 'µs');
  report('against p-limit', ours / theirs, budgets.ratio, 'times');
  report('heap growth over 100,000 tasks', heapGrowth / 1024, budgets.heapGrowthBytes / 1024, 'KiB');

  const hello = path.join(folder, 'hello.mjs');
  await bundle({
    outfile: hello,
    ...entry(
      "import * as entry from './flows/hello-world/index.ts'; import { runFlow } from 'headgate'; await runFlow(entry.default);",
    ),
    minify: true,
  });
  report('bundle of hello-world', statSync(hello).size, budgets.bundleBytes, 'bytes');
  // Side by side with Node.js that does nothing: both are slow where something else keeps the machine busy.
  const starts = Array.from({ length: 11 }, () => ({ bare: started(['-e', '0']), hello: started([hello]) }));
  const bareMs = median(starts.map(({ bare }) => bare));
  const helloMs = median(starts.map(({ hello }) => hello));
  console.log(`bare node: ${bareMs.toFixed(1)} ms`);
  report('cold start of hello-world against bare node', helloMs / bareMs, budgets.coldStartRatio, 'times');
  if (bareMs <= busyMs) report('cold start of hello-world', helloMs, budgets.coldStartMs, 'ms');
  else
    console.log(
      `---  cold start of hello-world: ${helloMs.toFixed(1)} ms, not judged: bare node alone takes over ${busyMs} ms, so the machine is busy`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
