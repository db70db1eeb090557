// The real verbs over a simulated world: every single fault, all pairs, two ticks at once, relations between histories,
// random swarms; then the mutants. What each option does is in docs/reliability.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { askAll, askOnce, openWorker } from './simulation-workers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'headgate-simulate-'));
const workers = Math.max(2, Math.min(availableParallelism(), 8));
const mutantSeconds = 60;
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    least: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'no-mutants': { type: 'boolean', default: false },
    mutant: { type: 'string' },
    scenario: { type: 'string' },
    replay: { type: 'string' },
  },
});

function replaced(text, find, replacement) {
  if (text.search(find) < 0) throw new Error(`The simulator does not find ${find} in the product`);
  return text.replace(find, replacement);
}

const unlessMute = (of, empty) => (text) =>
  replaced(
    text,
    new RegExp(`(function ${of}\\([^{]*\\{\\n)`),
    `$1  if (globalThis.isMute) return ${empty};\n`,
  );

/**
 * The copy of the product in the simulator can be made to read the rules of time zones again, as a new process does, and
 * not to write what only people read. It remembers digests, of which every history asks the same.
 */
const switches = {
  'src/core/zone.ts': (text) => `${text}\nglobalThis.forgetZones = () => zones.clear();`,
  'src/core/digest.ts': (text) =>
    `${replaced(text, /function sha256\(/, 'function digest(')}\nconst known = new Map();\nexport function sha256(text) {\n  const found = known.get(text) ?? digest(text);\n  if (known.size > 50_000) known.clear();\n  known.set(text, found);\n  return found;\n}`,
  'src/report/board.ts': (text) =>
    unlessMute('boardFiles', 'new Map()')(unlessMute('renderBoard', "''")(text)),
  'src/report/run-check.ts': unlessMute('runSummary', "''"),
  'src/report/run-diagram.ts': unlessMute('runDiagram', "''"),
};

function edited(file, change) {
  const source = readFileSync(path.join(root, file), 'utf8');
  const text = Object.hasOwn(switches, file) ? switches[file](source) : source;
  if (file !== change?.file) return text;
  if (text.split(change.find).length !== 2) throw new Error(`${file} does not contain once: ${change.find}`);
  return text.replace(change.find, () => change.replace);
}

/** Bundles the simulator with the product; `change` edits the text of one file of it in that copy alone. */
async function bundle(name, { change } = {}) {
  const outfile = path.join(folder, `${name}.mjs`);
  const edit = {
    name: 'edit',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const own = path.relative(root, file);
        if (own !== change?.file && !Object.hasOwn(switches, own)) return undefined;
        return { contents: edited(own, change), loader: 'ts' };
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
  const open = Array.from({ length: workers }, () => openWorker(file));
  try {
    return await exploreWith(open, startedAt);
  } finally {
    for (const worker of open) worker.close();
  }
}

async function exploreWith(open, startedAt) {
  const list = await open[0].ask({ mode: 'list' });
  const seconds = Number(values.seconds);
  const seed = Number(values.seed);
  // A long run leaves a third of its time to swarms; without it, everything that can be counted out is.
  const lastMs = values.minutes === undefined ? undefined : Number(values.minutes) * 60_000;
  const until = startedAt + (lastMs === undefined ? 7 * 86_400_000 : (lastMs * 2) / 3);
  // The longest first, so that no worker is left alone with one at the end.
  const short = list.scenarios.filter(({ isLong }) => !isLong).sort((a, b) => b.questions - a.questions);
  const paired = short.filter(({ hasPairs }) => hasPairs).map(({ name }) => name);
  const seeds = lastMs === undefined ? [1] : [1, 2, 3, 4, 5, 6, 7, 8];
  const outcomes = await askAll(open, [
    { mode: 'bounds' },
    ...seeds.map((one) => ({ mode: 'relations', seeds: [one] })),
    ...short.map(({ name, hasPairs }) => ({ mode: 'exhaust', scenario: name, hasPairs, until })),
  ]);
  const exhaustedAt = Date.now();
  const swarmUntil = Math.max(exhaustedAt + seconds * 1_000, startedAt + (lastMs ?? 0));
  const swarms = open.map((_, index) => ({
    mode: 'swarm',
    seed: seed + index,
    step: workers,
    until: swarmUntil,
  }));
  outcomes.push(...(await askAll(open, swarms)));
  const years = (ms) => ms / (365.25 * 86_400_000);
  const total = (name) => outcomes.reduce((sum, { totals }) => sum + totals[name], 0);
  const counts = new Map(summed(outcomes, (outcome) => outcome.counts));
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const never = list.promises.filter((promise) => !counts.has(promise));
  const fired = summed(outcomes, (outcome) => outcome.faults);
  const isOf =
    (...groups) =>
    ([key]) =>
      groups.includes(key.slice(key.lastIndexOf(' ') + 1));
  const faults = fired.filter((one) => !isOf('people', 'world', 'relation', 'bound')(one));
  const [operations, kinds, firings] = faultMatrix(faults);
  const rare = [...list.coverage, ...list.events].filter(
    (key) => (new Map(fired).get(key) ?? 0) < Number(values.least),
  );
  const unlisted = faults.map(([key]) => key).filter((key) => !list.coverage.includes(key));
  const long = new Map(summed(outcomes, (outcome) => outcome.msOf)).get('decades') ?? 0;
  const whole = new Set(outcomes.flatMap((outcome) => outcome.whole));
  process.stdout.write(
    [
      table(
        ['what', 'count'],
        [
          ['scenarios', list.scenarios.length],
          ...summed(outcomes, (outcome) => outcome.byDriver).map(([driver, count]) => [
            `histories: ${driver}`,
            count,
          ]),
          ['of these, came to a world that another one was followed from to its end', total('cut')],
          ['scenarios all of whose pairs of faults were tried', `${whole.size} of ${paired.length}`],
          ['simulated years', years(total('simulatedMs')).toFixed(2)],
          ['of these, in `decades`', years(long).toFixed(2)],
          ['ECS tasks', total('tasks')],
          ['real seconds', Math.round((Date.now() - startedAt) / 1_000)],
          ['of these, before the swarm', Math.round((exhaustedAt - startedAt) / 1_000)],
        ],
      ),
      table(
        ['fault', ...operations],
        kinds.map((kind) => [
          kind,
          ...operations.map((operation) => firings.get(`${kind} ${operation}`) ?? ''),
        ]),
      ),
      table(
        ['what people and accidents did', 'times'],
        fired.filter(isOf('people', 'world')).map(([key, count]) => [key.replace(/ \w+$/, ''), count]),
      ),
      table(
        ['invariant', 'evaluations'],
        list.promises.map((promise) => [promise, counts.get(promise) ?? 0]),
      ),
      table(
        ['relation', 'evaluations'],
        fired.filter(isOf('relation')).map(([key, count]) => [key.replace(/ relation$/, ''), count]),
      ),
      table(
        ['bounded work: one tick', 'held'],
        fired.filter(isOf('bound')).map(([key]) => [key.replace(/ bound$/, ''), 'yes']),
      ),
      table(
        ['attempts that ended as unknown, because', 'count'],
        summed(outcomes, (outcome) => outcome.unknownBecause),
      ),
      `violations: ${failures.length}${failures.length === 0 ? '' : `\n${failures.join('\n')}`}`,
      '',
    ].join('\n\n'),
  );
  const complain = (text, names) => {
    if (names.length > 0) process.stdout.write(`${text}: ${names.join(', ')}\n`);
  };
  complain('never evaluated', never);
  complain(`fired fewer than ${values.least} times`, rare);
  complain('fired, and not in the list of faults', unlisted);
  const undone = paired.filter((name) => !whole.has(name));
  complain('no violation, but out of time before all pairs of faults were tried', undone);
  if (undone.length > 0)
    process.stdout.write(
      'Give more --minutes, or leave the option out: then all pairs are tried, however long.\n',
    );
  return [failures, never, rare, unlisted, undone].every(({ length }) => length === 0);
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
      const file = await bundle(`mutant-${index}`, { change: mutant }).catch(() => undefined);
      const answer =
        file === undefined
          ? { killedBy: 'DOES NOT APPLY' }
          : await askOnce(
              file,
              { mode: 'kill', scenarios: mutant.scenarios, relations: mutant.relations },
              mutantSeconds,
            );
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
    const request = { mode: 'replay', scenario: values.scenario ?? '', choices: values.replay };
    const lines = await askOnce(await bundle('simulator'), request, 3_600);
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
