// Builds dist/: the action, the command line and the SDK. Equal sources give equal bytes, wherever and whenever.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'package.json', 'tsconfig.json', 'tsconfig.sdk.json'];

const [option, ...more] = process.argv.slice(2);
if (option === undefined) build();
else if (option === '--check' && more.length === 0) check();
else {
  process.stderr.write(`Unknown option ${option}. Use --check, or nothing.\n`);
  process.exitCode = 2;
}

function build() {
  const dist = join(root, 'dist');
  buildIn('headgate-build-', (built) => {
    rmSync(dist, { recursive: true, force: true });
    cpSync(built, dist, { recursive: true });
  });
}

/** Builds in two folders of different names and lengths; all three must be the same to the byte. */
function check() {
  const committed = filesUnder(join(root, 'dist'));
  const first = buildIn('headgate-build-', filesUnder);
  const second = buildIn('headgate-build-in-a-folder-of-another-length-', filesUnder);
  const faults = [
    ...differences('committed', committed, first),
    ...differences('second build', second, first),
  ];
  if (faults.length > 0) {
    process.stderr.write(
      `dist/ is not what the sources give. Run npm run build and commit it.\n${faults.join('\n')}\n`,
    );
    process.exitCode = 1;
  } else
    process.stdout.write(
      `dist/ is current and reproducible: ${first.size} files, the same from three folders.\n`,
    );
}

/**
 * A folder of its own: nothing of the checkout but the sources can end in the bundle. It lies inside the checkout, since
 * names of chunks come from the way to node_modules, which must be the same wherever the checkout lies.
 */
function buildIn(prefix, take) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const directory = mkdtempSync(join(root, '.cache', prefix));
  try {
    for (const source of sources) cpSync(join(root, source), join(directory, source), { recursive: true });
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(bundlerSettings()));
    bundle(directory, 'src/action.ts', 'dist');
    bundle(directory, 'src/cli.ts', 'dist/cli');
    bundleSupervisor(directory, 'dist/cli/supervisor.js');
    cpSync(join(root, 'tsconfig.json'), join(directory, 'tsconfig.json'));
    run(directory, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.sdk.json']);
    return take(join(directory, 'dist'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Types are checked by `npm run types`. File by file, the compiler can only know that these are modules if told so. */
function bundlerSettings() {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return {
    compilerOptions: { ...compilerOptions, module: 'esnext', moduleResolution: 'bundler' },
    include: ['src'],
  };
}

function bundle(directory, entry, out) {
  const options = [
    '--target',
    'es2022',
    '--no-cache',
    '--transpile-only',
    '--quiet',
    '--external',
    'esbuild',
  ];
  run(directory, ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', entry, '-o', out, ...options]);
}

/** The program that follows a local run is started as a file of its own, beside the bundle that starts it. */
function bundleSupervisor(directory, outfile) {
  buildSync({
    absWorkingDir: directory,
    entryPoints: ['src/adapters/local/supervisor.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
}

function run(directory, [script, ...args]) {
  const options = { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' };
  try {
    execFileSync(process.execPath, [join(root, script), ...args], options);
  } catch (error) {
    process.stderr.write(`${error.stdout}${error.stderr}`);
    throw error;
  }
}

function filesUnder(directory) {
  mkdirSync(directory, { recursive: true });
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(directory, path), readFileSync(path).toString('base64')];
    }),
  );
}

function differences(name, files, expected) {
  const paths = new Set([...files.keys(), ...expected.keys()]);
  return [...paths]
    .filter((path) => files.get(path) !== expected.get(path))
    .map((path) => `  ${name}: ${path} differs`);
}
