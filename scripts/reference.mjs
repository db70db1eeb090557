// Random histories that the product and the reference model of schedules must agree on, with fresh seeds. `npm run reference -- --minutes 10`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '0' },
    seed: { type: 'string' },
    histories: { type: 'string', default: '500' },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'headgate-reference-'));
const outfile = path.join(folder, 'main.mjs');
try {
  await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['tests/reference-model/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
    logLevel: 'error',
  });
  const seed = values.seed ?? String(Math.trunc(Math.random() * 2 ** 30));
  const until = String(Date.now() + Number(values.minutes) * 60_000);
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', outfile, seed, until, values.histories],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
