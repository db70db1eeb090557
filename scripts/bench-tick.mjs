// A whole tick with 200 open runs and 5 due launches, every answer of ECS, git and GitHub 80 ms away, in real time:
// node scripts/bench-tick.mjs [ROUNDS]. Budget: 1.2 s on an idle machine, without starting Node.js.
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const rounds = Number(process.argv[2] ?? 3);
const latencyMs = 80;
const budgetMs = 1_200;
const [open, due] = [200, 5];

/** A bundle beside the tests, because the loopbacks read the vendors' models from there. */
const path = fileURLToPath(new URL(`../tests/contract/.bench-${process.pid}.mjs`, import.meta.url));
await build({
  stdin: {
    contents: `
      export { startWholeWorld } from './tests/loopback/whole-world.ts';
      export { tick } from './src/engine/tick.ts';`,
    resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: path,
  packages: 'external',
  logLevel: 'error',
});
const { startWholeWorld, tick } = await import(pathToFileURL(path).href).finally(() => rmSync(path));

const times = [];
let whole;
for (let round = 0; round < rounds; round += 1) {
  whole = await startWholeWorld({ queued: open, scheduled: due, isRealTime: true, latencyMs });
  const once = async () => {
    const { world, options } = whole.enter();
    const started = performance.now();
    await tick(world, options);
    return performance.now() - started;
  };
  await once();
  // To the next slot, but not into the minutes of the hourly list.
  const minute = new Date(whole.ecs.now()).getUTCMinutes();
  whole.ecs.advance(((91 - minute) % 60 || 60) * 60_000);
  const before = [whole.ecs.calls.length, whole.git.requests.length, whole.github.requests.length];
  times.push(await once());
  const counts = [whole.ecs.calls, whole.git.requests, whole.github.requests].map(
    ({ length }, index) => length - before[index],
  );
  console.log(
    `round ${round + 1}: ${times.at(-1).toFixed(0)} ms; requests to ECS ${counts[0]}, git ${counts[1]}, GitHub ${counts[2]}; load ${loadavg()[0].toFixed(1)}`,
  );
  await whole.close();
}
const best = Math.min(...times);
console.log(
  `${open} open, ${due} launches, ${latencyMs} ms everywhere: best ${best.toFixed(0)} ms (budget ${budgetMs})`,
);
process.exit(best <= budgetMs ? 0 : 1);
