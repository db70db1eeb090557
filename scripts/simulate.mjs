// The real verbs over a simulated world: every single fault, pairs, two ticks at once, random swarms; then the mutants.
// `npm run simulate [-- --seconds N] [--seed N] [--no-mutants] [--scenario NAME --replay CHOICES]`
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'headgate-simulate-'));
const workers = Math.max(2, Math.min(availableParallelism(), 8));
const mutantSeconds = 60;
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    'no-mutants': { type: 'boolean', default: false },
    mutant: { type: 'string' },
    scenario: { type: 'string' },
    replay: { type: 'string' },
  },
});

/** Bundles the simulator with the product; `change` edits the text of one file of it in that copy alone. */
async function bundle(name, change) {
  const outfile = path.join(folder, `${name}.mjs`);
  const edit = {
    name: 'edit',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        if (change === undefined || path.relative(root, file) !== change.file) return undefined;
        const text = readFileSync(file, 'utf8');
        if (text.split(change.find).length !== 2)
          throw new Error(`${change.file} does not contain once: ${change.find}`);
        return { contents: text.replace(change.find, () => change.replace), loader: 'ts' };
      });
    },
  };
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/simulation/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
    logLevel: change === undefined ? 'error' : 'silent',
    plugins: [edit],
  });
  return outfile;
}

/** The JSON that a worker prints; undefined if it took too long. */
function work(file, request, seconds = 0) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, JSON.stringify(request)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let isLate = false;
    const timer =
      seconds === 0
        ? undefined
        : setTimeout(() => {
            isLate = true;
            child.kill('SIGKILL');
          }, seconds * 1_000);
    child.stdout.on('data', (data) => {
      text += data;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (isLate) resolve(undefined);
      else if (code !== 0) reject(new Error(`A worker ended with ${code}`));
      else resolve(JSON.parse(text));
    });
  });
}

function summed(outcomes, pick) {
  const sums = new Map();
  for (const outcome of outcomes)
    for (const [key, count] of pick(outcome)) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

async function explore() {
  const startedAt = Date.now();
  const file = await bundle('simulator');
  const seconds = Number(values.seconds);
  const seed = Number(values.seed);
  const outcomes = await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      work(file, { mode: 'explore', index, of: workers, seconds, seed }),
    ),
  );
  const total = (name) => outcomes.reduce((sum, { totals }) => sum + totals[name], 0);
  const years = total('simulatedMs') / (365.25 * 86_400_000);
  const counts = new Map(summed(outcomes, (outcome) => outcome.counts));
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const [{ promises, scenarios }] = outcomes;
  const never = promises.filter((promise) => !counts.has(promise));
  const [operations, kinds, fired] = faultMatrix(summed(outcomes, (outcome) => outcome.faults));
  process.stdout.write(
    [
      table(
        ['what', 'count'],
        [
          ['scenarios', scenarios],
          ...summed(outcomes, (outcome) => outcome.byDriver).map(([driver, count]) => [
            `histories: ${driver}`,
            count,
          ]),
          [
            'all pairs of faults were run',
            outcomes.every(({ isWhole }) => isWhole) ? 'yes' : 'no, as many as the seconds allowed',
          ],
          ['simulated years', years.toFixed(2)],
          ['ECS tasks', total('tasks')],
          ['runs that ended as unknown', total('unknown')],
          ['real seconds', Math.round((Date.now() - startedAt) / 1_000)],
        ],
      ),
      table(
        ['fault', ...operations],
        kinds.map((kind) => [
          kind,
          ...operations.map((operation) => fired.get(`${kind} ${operation}`) ?? ''),
        ]),
      ),
      table(
        ['invariant', 'evaluations'],
        promises.map((promise) => [promise, counts.get(promise) ?? 0]),
      ),
      `violations: ${failures.length}${failures.length === 0 ? '' : `\n${failures.join('\n')}`}`,
      '',
    ].join('\n\n'),
  );
  if (never.length > 0) process.stdout.write(`never evaluated: ${never.join(', ')}\n`);
  return failures.length === 0 && never.length === 0;
}

function faultMatrix(faults) {
  const fired = new Map(faults);
  const names = faults.map(([key]) => key.split(' '));
  const operations = [...new Set(names.map(([, operation]) => operation))].sort();
  return [operations, [...new Set(names.map(([kind]) => kind))].sort(), fired];
}

async function killMutants() {
  const all = JSON.parse(readFileSync(path.join(root, 'tests/simulation/mutants.json'), 'utf8'));
  const mutants = all.filter(({ name }) => values.mutant === undefined || name === values.mutant);
  const rows = [];
  const queue = mutants.map((mutant, index) => ({ mutant, index }));
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { mutant, index } = next;
      const from = Date.now();
      const file = await bundle(`mutant-${index}`, mutant).catch(() => undefined);
      const answer =
        file === undefined
          ? { killedBy: 'DOES NOT APPLY' }
          : await work(file, { mode: 'kill', scenarios: mutant.scenarios }, mutantSeconds);
      rows[index] = [mutant.name, answer?.killedBy ?? 'SURVIVED', ((Date.now() - from) / 1_000).toFixed(1)];
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  const survivors = rows.filter(([, by]) => by === 'SURVIVED' || by === 'DOES NOT APPLY');
  process.stdout.write(
    `${table(['mutant', 'killed by', 'seconds'], rows)}\n\nmutants killed: ${rows.length - survivors.length}/${rows.length}\n`,
  );
  return survivors.length === 0;
}

try {
  if (values.replay !== undefined) {
    const lines = await work(await bundle('simulator'), {
      mode: 'replay',
      scenario: values.scenario ?? '',
      choices: values.replay,
    });
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = lines.some((line) => line.startsWith('VIOLATED')) ? 1 : 0;
  } else {
    const isSound = values.mutant === undefined && Number(values.seconds) > 0 ? await explore() : true;
    const isKilled = values['no-mutants'] ? true : await killMutants();
    process.exitCode = isSound && isKilled ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
