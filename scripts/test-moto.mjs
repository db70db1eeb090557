// A second opinion on ECS and its logs: our own adapters against moto, which somebody else wrote. Installs moto into a virtual
// environment below .cache. `npm run test:moto`
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const moto = 'moto[server]==5.2.5';
const root = fileURLToPath(new URL('..', import.meta.url));
const environment = path.join(root, '.cache', 'moto-5.2.5');
const bin = path.join(environment, process.platform === 'win32' ? 'Scripts' : 'bin');
const server = path.join(bin, 'moto_server');
const startMs = 60_000;

if (!existsSync(server)) {
  run('python3', ['-m', 'venv', environment]);
  run(path.join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', moto]);
}
const child = spawn(server, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
try {
  const url = await addressOf(child);
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const test = [jest, '--testMatch', '<rootDir>/tests/moto/*.moto.ts', ...process.argv.slice(2)];
  const tests = spawn(process.execPath, [...flags, ...test], {
    cwd: root,
    env: { ...process.env, HEADGATE_MOTO_URL: url },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => {
    tests.once('close', (code) => resolve(code ?? 1));
  });
} finally {
  child.kill();
}

/** It chooses a free port, and says which on stderr. */
function addressOf(started) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`moto did not start: ${said}`)), startMs);
    started.once('error', reject);
    started.once('close', () => reject(new Error(`moto ended: ${said}`)));
    started.stderr.on('data', (chunk) => {
      said += chunk;
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

function run(command, argv) {
  const env = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  const { status, error } = spawnSync(command, argv, { cwd: root, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${argv.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
  console.error('This test needs Python 3.10 or newer with venv, and a package index that pip can reach.');
  process.exit(1);
}
