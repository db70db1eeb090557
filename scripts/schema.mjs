// Writes schema/*.schema.json from src/flow/schema.ts; with --check only says whether they are up to date.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
// Inside the repository, so that the packages that stay outside the bundle are found.
const scratch = await mkdtemp(join(root, 'node_modules', '.schema-'));
try {
  const outfile = join(scratch, 'editor-schemas.mjs');
  await build({
    entryPoints: [join(root, 'src/flow/editor-schemas.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  });
  const { editorSchemas } = await import(pathToFileURL(outfile).href);
  for (const [name, schema] of Object.entries(editorSchemas())) await settle(name, schema);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function settle(name, schema) {
  const file = join(root, 'schema', name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!isCheck) return writeFile(file, text);
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known === text) return;
  console.error(`schema/${name} is out of date. Run \`node scripts/schema.mjs\` and commit the result.`);
  process.exitCode = 1;
}
