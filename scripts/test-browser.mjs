// The live page, and the reports as GitHub's own style sheet shows them, in a real Chromium: one that is installed, or
// Debian's, which apt-get installs. `npm run test:browser`. With `--pictures <folder>` it keeps pictures of every view at
// three widths, in light and dark: `npm run screenshots` has them in .headgate/screenshots.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [option, folder] = process.argv.slice(2);
if (option !== undefined && (option !== '--pictures' || folder === undefined))
  throw new Error('Use --pictures <folder>, or nothing.');
const pictures = folder === undefined ? {} : { HEADGATE_SCREENSHOTS: path.resolve(root, folder) };
if (folder !== undefined) mkdirSync(pictures.HEADGATE_SCREENSHOTS, { recursive: true });
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(
  process.execPath,
  [
    ...[...flags, 'node_modules/jest/bin/jest.js'],
    ...['--testMatch', '<rootDir>/tests/browser/*.browser.ts', '--testTimeout', '60000'],
  ],
  {
    cwd: root,
    env: { ...process.env, ...pictures, HEADGATE_CHROMIUM: installed() ?? install() },
    stdio: 'inherit',
    timeout: 900_000,
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
    [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
      'fonts-noto-color-emoji',
    ],
    options,
  );
  const found = installed();
  if (found === undefined) throw new Error('There is no Chromium, and apt-get could not install it.');
  return found;
}
