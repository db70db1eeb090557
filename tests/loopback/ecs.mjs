// The loopback ECS as a process of its own: node tests/loopback/ecs.mjs [OPTIONS as JSON, such as {"cluster":"default"}]
// Prints {"url":…} on a line, then serves until it is ended. Control: POST /control/advance, script, fail, decline, calls,
// tasks, definitions (see ecs.ts).
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Beside its source, because it reads the models from there.
const bundle = fileURLToPath(new URL(`../contract/.ecs-loopback-${process.pid}.mjs`, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('ecs.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
  packages: 'external',
});
writeFileSync(bundle, outputFiles[0].contents);
const { startEcs } = await import(pathToFileURL(bundle).href);
const { rmSync } = await import('node:fs');
rmSync(bundle);
const server = await startEcs({ cluster: 'default', ...JSON.parse(process.argv[2] ?? '{}') });
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void server.close());
