// Which container engine works on this machine, tried out rather than asked for its version. Debian's podman is installed
// where there is none and apt-get may.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyProgram } from './stand-in-bases.mjs';

const probeImage = 'localhost/headgate-test-probe';
const packages = ['podman', 'runc', 'catatonit'];

/** `{ engine }`, whose argv begin a command line, or `{ reasons }` why there is none. */
export function findEngine() {
  const reasons = [];
  const found = candidates().find((candidate) => works(candidate, reasons));
  if (found !== undefined) return { engine: found };
  if (!install(reasons)) return { reasons };
  const installed = candidates().find((candidate) => works(candidate, reasons));
  return installed === undefined ? { reasons } : { engine: installed };
}

/** Not below the repository, where tools would look through what is in it. */
const store = path.join(tmpdir(), 'headgate-podman');

/**
 * Podman keeps what it makes here in a store of its own. Machines that may not raise limits (no CAP_SYS_RESOURCE) or that mount
 * both versions of cgroups need the last of them: runc, and limits that are within those of the machine.
 */
function candidates() {
  const global = ['--root', path.join(store, 'root'), '--runroot', path.join(store, 'run')];
  const modest = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'];
  const podman = { command: 'podman', prefix: 'docker.io/library/', hasOwnStore: true };
  return [
    { name: 'docker', command: 'docker', global: [], run: [], build: [], prefix: '', hasOwnStore: false },
    { ...podman, name: 'podman', global, run: [], build: [] },
    {
      ...podman,
      name: 'podman with runc',
      global: [...global, '--runtime', 'runc'],
      run: modest,
      build: ['--isolation', 'chroot', '--network', 'host'],
    },
  ];
}

function works(engine, reasons) {
  const folder = mkdtempSync(path.join(tmpdir(), 'headgate-probe-'));
  try {
    mkdirSync(path.join(folder, 'tmp'));
    copyProgram('true', folder);
    importImage(engine, { folder, image: probeImage });
    must(engine, [
      ...engine.global,
      'run',
      '--rm',
      '--init',
      '--network',
      'none',
      ...engine.run,
      probeImage,
      '/usr/bin/true',
    ]);
    return true;
  } catch (error) {
    reasons.push(`${engine.name}: ${error.message}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder as an image with one layer. */
export function importImage(engine, { folder, image, environment = {} }) {
  const archive = `${folder}.tar`;
  try {
    must({ command: 'tar' }, ['-c', '-f', archive, '--owner=0', '--group=0', '-C', folder, '.']);
    const changes = Object.entries(environment).flatMap(([name, value]) => [
      '--change',
      `ENV ${name}=${value}`,
    ]);
    must(engine, [...engine.global, 'import', ...changes, archive, image]);
  } finally {
    rmSync(archive, { force: true });
  }
}

/** Layers of many builds would fill the disk. Docker looks after its own. */
export function tidyStore(engine) {
  if (engine.hasOwnStore) must(engine, [...engine.global, 'image', 'prune', '--all', '--force']);
}

/** Standard output; what went wrong as an error of one line. */
export function must({ command }, argv, { timeoutMs = 120_000 } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, argv, {
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  const said = (`${stderr ?? ''}`.trim().split('\n').at(-1) ?? '')
    .split(': ')
    .slice(-2)
    .join(': ')
    .slice(0, 300);
  throw new Error(error?.code === 'ENOENT' ? 'is not installed' : (error?.message ?? said));
}

function install(reasons) {
  if (process.getuid?.() !== 0) {
    reasons.push('apt-get: only root can install');
    return false;
  }
  const options = {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  const argv = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { status, error } = spawnSync('apt-get', argv, options);
  if (status !== 0) reasons.push(`apt-get: ${error?.message ?? `could not install ${packages.join(', ')}`}`);
  return status === 0;
}
