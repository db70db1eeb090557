import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds a Go program below .cache/tools, once per version, and gives its path. Ends the process if that fails. */
export function goTool({ module, version, command = '' }) {
  const name = path.basename(command || module);
  const folder = fileURLToPath(new URL(`../.cache/tools/${name}-${version}`, import.meta.url));
  const program = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  if (existsSync(program)) return program;
  const target = `${path.posix.join(module, command)}@${version}`;
  const { status, error } = spawnSync('go', ['install', target], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '-modcacherw' },
    stdio: 'inherit',
  });
  if (status === 0) return program;
  console.error(`go install ${target} failed${error === undefined ? '' : `: ${error.message}`}`);
  console.error('This step needs Go 1.25 or newer, and a module proxy that it can reach.');
  process.exit(1);
}
