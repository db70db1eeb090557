// The change harness for longer than `npm test` takes: generated repositories, each built and planned before and after one
// change. Without a seed it takes a fresh one, which it prints; `--seed N --trial K` tells one trial again, with its files,
// `--story '{"route":"file: dependency"}'` one with these values, and `--with` tries only stories that have them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { openWorker } from './simulation-workers.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string' },
    trial: { type: 'string' },
    story: { type: 'string' },
    with: { type: 'string' },
    workers: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

/** In the repository, where the packages that it imports are found. */
async function bundle(folder) {
  const outfile = path.join(folder, 'main.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/changes/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

async function tellAgain(file, request) {
  const worker = openWorker(file);
  const { text, isRight } = await worker.ask(request);
  worker.close();
  process.stdout.write(`${text}\n`);
  return isRight;
}

async function explore(file, seed) {
  const count = Number(values.workers ?? Math.max(1, Math.min(availableParallelism(), 8)));
  const startedAt = Date.now();
  const until = startedAt + Number(values.minutes) * 60_000;
  const fixed = values.with === undefined ? undefined : JSON.parse(values.with);
  process.stdout.write(`seed: ${seed}\n`);
  const open = Array.from({ length: count }, () => openWorker(file));
  const answers = await Promise.all(
    open.map((worker, first) => worker.ask({ mode: 'explore', seed, until, first, step: count, fixed })),
  );
  for (const worker of open) worker.close();
  // The sums and the verdict on them are made where the rules are written down.
  const judge = openWorker(file);
  const { text, isSound } = await judge.ask({ mode: 'sum', parts: answers, isPart: fixed !== undefined });
  judge.close();
  const trials = answers.reduce((sum, answer) => sum + answer.trials, 0);
  const seconds = (Date.now() - startedAt) / 1_000;
  process.stdout.write(
    `${text}\n\n${trials} trials, ${(trials / seconds).toFixed(1)} each second; seed ${seed}\n`,
  );
  if (values.json) process.stdout.write(`${JSON.stringify(answers.flatMap(({ stories }) => stories))}\n`);
  return isSound;
}

mkdirSync(path.join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(path.join(root, '.cache', 'changes-'));
try {
  const file = await bundle(folder);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
  const isSound =
    values.story !== undefined
      ? await tellAgain(file, { mode: 'story', story: JSON.parse(values.story) })
      : values.trial !== undefined
        ? await tellAgain(file, { mode: 'replay', seed, trial: Number(values.trial) })
        : await explore(file, seed);
  process.exitCode = isSound ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
