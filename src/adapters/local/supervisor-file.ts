import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RefusedError } from '../../core/problem.ts';
import { isThere } from './atomic-files.ts';

/**
 * The file that a supervisor runs from. A released Headgate ships it beside the bundle that holds this module; from
 * source it is bundled below `.headgate/` on first use.
 */
export async function supervisorFile(directory: string): Promise<string> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const shipped = path.join(here, 'supervisor.js');
  if (await isThere(shipped)) return shipped;
  const source = path.join(here, 'supervisor.ts');
  if (await isThere(source)) return bundleTo(directory, source);
  const message = `The program that follows local runs is missing: ${shipped}.`;
  throw new RefusedError({ code: 'E_SUPERVISOR', message, fix: 'Install Headgate again.' });
}

async function bundleTo(directory: string, source: string): Promise<string> {
  const { build } = await import(/* webpackIgnore: true */ 'esbuild');
  const result = await build({
    entryPoints: [source],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  const digest = createHash('sha256').update(code).digest('hex').slice(0, 12);
  const file = path.join(directory, `supervisor-${digest}.mjs`);
  if (await isThere(file)) return file;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomUUID()}.new`;
  await writeFile(fresh, code);
  await rename(fresh, file);
  return file;
}
