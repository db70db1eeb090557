// Builds dist/: the action, the command line and the SDK. Equal sources give equal bytes, wherever and whenever.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['src', 'package.json', 'tsconfig.json', 'tsconfig.sdk.json', 'scripts'];

const program = process.argv[2] ?? '';
if (program === '') build(root);
else if (program === '--check') check();
else if (program === '--in') build(process.argv[3]);
else {
  process.stderr.write(`Unknown option ${program}. Use --check, or nothing.\n`);
  process.exitCode = 2;
}

/** Runs in a process of its own per entry: ncc keeps state between builds. */
function build(directory) {
  const dist = join(directory, 'dist');
  rmSync(dist, { recursive: true, force: true });
  bundle(directory, 'src/action.ts', 'dist');
  bundle(directory, 'src/cli.ts', 'dist/cli');
  // The program that follows local runs is a process of its own, started from this file.
  bundle(directory, 'src/adapters/local/supervisor.ts', 'dist/supervisor');
  renameSync(join(dist, 'supervisor/index.js'), join(dist, 'cli/supervisor.js'));
  rmSync(join(dist, 'supervisor'), { recursive: true });
  supervisor(directory, ['dist/supervisor.js', 'dist/cli/supervisor.js']);
  execFileSync(
    process.execPath,
    [join(directory, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.sdk.json'],
    {
      cwd: directory,
      stdio: 'inherit',
    },
  );
}

function bundle(directory, entry, out) {
  const ncc = join(directory, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  const options = [
    'build',
    entry,
    '-o',
    out,
    '--target',
    'es2022',
    '--no-cache',
    '--quiet',
    '--external',
    'esbuild',
  ];
  execFileSync(process.execPath, [ncc, ...options], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The program that follows a local run is started as a file of its own, beside whichever bundle starts it. */
function supervisor(directory, files) {
  for (const outfile of files)
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

/** Builds in two folders of different names and lengths; all three must be the same to the byte. */
function check() {
  const committed = filesUnder(join(root, 'dist'));
  const first = buildElsewhere('headgate-build-');
  const second = buildElsewhere('headgate-build-in-a-folder-of-another-length-');
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

function buildElsewhere(prefix) {
  const directory = mkdtempSync(join(tmpdir(), prefix));
  try {
    for (const source of sources) cpSync(join(root, source), join(directory, source), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--in', directory], {
      stdio: 'inherit',
    });
    return filesUnder(join(directory, 'dist'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
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
