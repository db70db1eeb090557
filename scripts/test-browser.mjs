// The live page in a real Chromium: one that is installed, or Debian's, which apt-get installs. `npm run test:browser`
// HEADGATE_SCREENSHOTS=<folder> keeps pictures of every view at three widths.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(
  process.execPath,
  [
    ...[...flags, 'node_modules/jest/bin/jest.js'],
    ...['--testMatch', '<rootDir>/tests/browser/*.browser.ts', '--testTimeout', '60000'],
  ],
  {
    cwd: root,
    env: { ...process.env, HEADGATE_CHROMIUM: installed() ?? install() },
    stdio: 'inherit',
    timeout: 600_000,
  },
);
process.exitCode = status ?? 1;

function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  return places.flatMap((place) => names.map((name) => path.join(place, name))).find(existsSync);
}

function install() {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    options,
  );
  const found = installed();
  if (found === undefined) throw new Error('There is no Chromium, and apt-get could not install it.');
  return found;
}
