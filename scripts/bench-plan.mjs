// How long a plan of 1,000 flows takes: node scripts/bench-plan.mjs [rounds]
// PATHS_FILTER=<a checkout of dorny/paths-filter> adds that action, with a filter for each flow, for comparison.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';

const flowCount = 1_000;
const utilityCount = 50;
const rounds = Number(process.argv[2] ?? 7);
const directory = mkdtempSync(join(tmpdir(), 'headgate-bench-'));
const git = (...args) => execFileSync('git', args, { cwd: directory, maxBuffer: 2 ** 28 });

/** About 1.2 kB a file, so that the whole is as large as a real repository of this many flows. */
const filler = Array.from(
  { length: 12 },
  (_, index) =>
    `export function part${index}(value: number): number {\n  // adds what belongs to this part\n  return value + ${index};\n}\n`,
).join('');

function* files() {
  for (let util = 0; util < utilityCount; util += 1) {
    const imports = [util + 1, util + 7].filter((other) => other < utilityCount);
    yield [
      `src/utils/util${util}.ts`,
      imports.map((other) => `import './util${other}.ts';\n`).join('') + filler,
    ];
  }
  for (let flow = 0; flow < flowCount; flow += 1) {
    const folder = `flows/flow-${flow}`;
    yield [
      `${folder}/flow.yml`,
      `description: Number ${flow}\nentrypoint: index.ts\nschedules:\n  - cron: "${flow % 60} ${flow % 24} * * *"\nretries: { limit: 2, delay: 30s }\n`,
    ];
    yield [
      `${folder}/index.ts`,
      `import { part1 } from './extract.ts';\nimport { part2 } from './load';\nimport type { T } from './types.ts';\nimport fs from 'node:fs';\n${filler}`,
    ];
    yield [`${folder}/extract.ts`, `import '../../src/utils/util${flow % utilityCount}.js';\n${filler}`];
    yield [
      `${folder}/load.ts`,
      `import './transform';\nimport '../../src/utils/util${(flow * 7) % utilityCount}.ts';\n${filler}`,
    ];
    yield [`${folder}/transform.ts`, filler];
  }
}

function makeRepository() {
  git('init', '-q', '-b', 'main');
  const all = [...files()];
  const commit = (message, entries) =>
    `commit refs/heads/main\ncommitter b <b@example.invalid> 1700000000 +0000\ndata ${message.length}\n${message}\n` +
    entries
      .map(([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`)
      .join('');
  const changed = all.slice(utilityCount, utilityCount + 4).map(([path, text]) => [path, `${text}\n`]);
  execFileSync('git', ['fast-import', '--quiet'], { cwd: directory, input: commit('one', all) });
  git('reset', '-q', '--hard', 'main');
  const before = git('rev-parse', 'HEAD').toString().trim();
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: directory,
    input: commit('two', [...changed]).replace('\ndata 3\ntwo\n', `\ndata 3\ntwo\nfrom ${before}\n`),
  });
  git('reset', '-q', '--hard', 'main');
  return { before, count: all.length };
}

const entry = `
import { commitSource } from './src/adapters/git/commit-source.ts';
import { closuresOf } from './src/flow/closure.ts';
import { loadFlows } from './src/flow/discover.ts';
import { fingerprintOf } from './src/flow/fingerprint.ts';
import { makePlan } from './src/core/plan.ts';
import { judgeFlowName } from './src/core/flow.ts';
const started = performance.now();
const project = { name: 'bench', stateBranch: 's', defaults: {}, limits: { launchesPerTick: 1, running: 1 }, report: { on: 'deployed' } };
const source = await commitSource({ directory: process.argv[2], commit: 'HEAD' });
const isWhole = process.argv[3] === 'whole';
const policy = { schedules: [], catchUp: { policy: 'latest', windowSeconds: 1, max: 1 }, overlap: 'skip', parameters: {}, retries: { limit: 0, delaySeconds: 1, backoff: 'constant', maxDelaySeconds: 1, jitter: 0 }, infraRetries: 0, timeout: { startSeconds: 1, runSeconds: 1 }, onUnknown: 'hold', spot: false };
const workload = { program: { kind: 'entrypoint', file: 'index.ts' }, resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' }, environment: {}, secrets: {} };
const made = async () => (await source.list()).filter(({ path }) => path.endsWith('/flow.yml')).map(({ path }) => ({ name: path.split('/')[1], file: path, description: '', policy, workload, inputs: [] }));
const manifests = isWhole ? (await loadFlows(source, project)).manifests : await made();
const parsed = performance.now();
const { closures, problems } = await closuresOf(manifests, source);
if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
const closed = performance.now();
const desired = manifests.map((manifest) => ({ manifest, closure: closures.get(manifest.name), identity: fingerprintOf({ manifest, project, closure: closures.get(manifest.name) }) }));
const plan = makePlan({ desired, registry: { deployments: new Map() }, needsImages: true });
const planned = performance.now();
const files = [...closures.values()].reduce((sum, { files }) => sum + files().size, 0) / closures.size;
console.log(JSON.stringify({ flows: plan.flows.length, files, manifests: parsed - started, closures: closed - parsed, plan: planned - closed, explained: performance.now() - planned, memory: process.memoryUsage.rss() / 2 ** 20 }));
`;

async function bundle() {
  const file = join(directory, '.git', 'bench.mjs');
  await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    outfile: file,
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return file;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Alternating rounds, so that a busy moment of the machine hits all alike. */
function measure(contestants) {
  const times = new Map(contestants.map(({ name }) => [name, []]));
  const notes = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, argv, environment } of contestants) {
      const started = performance.now();
      const result = spawnSync(argv[0], argv.slice(1), {
        cwd: directory,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        env: { ...process.env, ...environment },
      });
      times.get(name).push(performance.now() - started);
      if (result.status !== 0) throw new Error(`${name}: ${result.stderr}${result.stdout.slice(-2_000)}`);
      if (name.startsWith('headgate')) notes.set(name, JSON.parse(result.stdout));
    }
  }
  return { times, notes };
}

function pathsFilter(before) {
  const action = process.env.PATHS_FILTER;
  if (action === undefined) return [];
  const filters = Array.from(
    { length: flowCount },
    (_, flow) => `flow-${flow}:\n  - 'flows/flow-${flow}/**'\n  - 'src/utils/**'\n`,
  ).join('');
  const event = join(directory, '.git', 'event.json');
  writeFileSync(
    event,
    JSON.stringify({ ref: 'refs/heads/main', before, repository: { default_branch: 'main' } }),
  );
  writeFileSync(join(directory, '.git', 'output'), '');
  const environment = {
    INPUT_FILTERS: filters,
    INPUT_TOKEN: '',
    'INPUT_LIST-FILES': 'none',
    'INPUT_INITIAL-FETCH-DEPTH': '10',
    'INPUT_PREDICATE-QUANTIFIER': 'some',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'a/b',
    GITHUB_OUTPUT: join(directory, '.git', 'output'),
    'INPUT_WORKING-DIRECTORY': '',
    INPUT_BASE: '',
    INPUT_REF: '',
  };
  return [
    {
      name: 'paths-filter, 1,000 filters',
      argv: [process.execPath, join(action, 'dist', 'index.js')],
      environment,
    },
  ];
}

try {
  const { before, count } = makeRepository();
  const file = await bundle();
  const contestants = [
    { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
    { name: 'git ls-tree', argv: ['git', 'ls-tree', '-r', '-z', 'HEAD'] },
    { name: 'headgate: closures, fingerprints, plan', argv: [process.execPath, file, directory, 'closures'] },
    { name: 'headgate: with parsing the manifests', argv: [process.execPath, file, directory, 'whole'] },
    ...pathsFilter(before),
  ];
  const { times, notes } = measure(contestants);
  const peer = times.has('paths-filter, 1,000 filters')
    ? median(times.get('paths-filter, 1,000 filters'))
    : undefined;
  console.log(`${flowCount} flows, ${count} files, node ${process.version}, median of ${rounds}`);
  for (const [name, values] of times) {
    const ratio = peer === undefined ? '' : `  ${(median(values) / peer).toFixed(2)} x paths-filter`;
    console.log(`${name.padEnd(42)} ${median(values).toFixed(0).padStart(6)} ms${ratio}`);
  }
  for (const [name, note] of notes) {
    const parts = Object.entries(note).map(([key, value]) => `${key} ${Math.round(value * 10) / 10}`);
    console.log(`  ${name}: ${parts.join(', ')}`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
