import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundleEntrypoint } from '../../adapters/local/build/bundle.ts';
import type { Manifest } from '../../core/flow.ts';
import { InputError, type Problem } from '../../core/problem.ts';
import type { Doubtful } from '../verbs/validate.ts';

/** What `validate` finds out where packages are installed: bundling runs nothing of them, and writes nothing. */
export async function tryBundles(root: string, doubtful: readonly Doubtful[]): Promise<Tried> {
  const problems: Problem[] = [];
  const untried: Doubtful[] = [];
  for (const doubt of doubtful) {
    const { manifest, packages } = doubt;
    if (!packages.every((name) => isInstalled(root, manifest, name))) untried.push(doubt);
    else problems.push(...(await problemsOf(root, manifest)));
  }
  return { problems, untried };
}

export type Tried = { readonly problems: readonly Problem[]; readonly untried: readonly Doubtful[] };

function isInstalled(root: string, { file }: Manifest, name: string): boolean {
  for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
    if (existsSync(path.join(root, folder, 'node_modules', name))) return true;
    if (folder === '.') return false;
  }
}

async function problemsOf(root: string, { name, workload }: Manifest): Promise<readonly Problem[]> {
  const { program } = workload;
  if (program.kind === 'command') return [];
  try {
    const { external = [] } = program;
    await bundleEntrypoint({ root, entrypoint: path.posix.join('flows', name, program.file), external });
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
