// The Python environment of the tools for infrastructure/, made once for each set of requirements, and how they are run.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const cache = path.join(root, '.cache');
export const environment = path.join(cache, 'infrastructure');

export function ensurePython() {
  const requirements = path.join(root, 'scripts/infrastructure-requirements.txt');
  const stamp = path.join(environment, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('python3', ['-m', 'venv', environment]);
  run(path.join(environment, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
  writeFileSync(stamp, wanted);
}

export function run(command, argv) {
  const { status, error } = spawnSync(command, argv, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0)
    throw new Error(`${command} ${argv.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}
