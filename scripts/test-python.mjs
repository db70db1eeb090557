// What needs Python: how its imports are found, against Python itself, and the tests of python-report with its own
// requirements in a virtual environment below .cache. `npm run test:python`
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const flow = path.join(root, 'flows', 'python-report');
const environment = path.join(root, '.cache', 'python-report');
const python = path.join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

run('python3', ['-m', 'venv', environment], !existsSync(python));
const requirements = path.join(flow, 'requirements.txt');
run(python, ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--no-deps', '-r', requirements]);
run(python, ['-m', 'unittest', '-v', 'test_main'], true, flow);

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
run(process.execPath, [...jest, '--testMatch', '<rootDir>/tests/python/*.python-test.ts']);

function run(command, argv, isNeeded = true, cwd = root) {
  if (!isNeeded) return;
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  const { status, error } = spawnSync(command, argv, { cwd, env, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${argv.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
  console.error('These tests need Python 3.10 or newer with venv, and a package index that pip can reach.');
  process.exit(1);
}
