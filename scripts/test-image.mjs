// The images, built from their Dockerfiles by a container engine and run as ECS runs them. `npm run test:image`
// Bases are pulled; where no registry can be reached, the machine's own programs stand in for them. Where no engine works, the
// build context and the bundles are tested instead, which `npm test` does as well.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEngine, importImage, must, tidyStore } from './container-engine.mjs';
import { baseEnvironment, layOutNode, layOutPython } from './stand-in-bases.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const { engine, reasons } = findEngine();
if (engine === undefined) {
  console.log('NO IMAGE WAS BUILT: no container engine works here.');
  for (const reason of reasons) console.log(`  ${reason}`);
  console.log(
    'Tested instead: the build context, the Dockerfiles as text, and the bundles, each started by itself.',
  );
  process.exit(jest('<rootDir>/tests/image/*.test.ts', {}));
}
console.log(`Container engine: ${engine.name}`);
const bases = {
  NODE_IMAGE: base('NODE_IMAGE', 'Dockerfile', (folder) => layOutNode(folder, nodeProgram())),
  PYTHON_IMAGE: base('PYTHON_IMAGE', 'flows/python-report/Dockerfile', layOutPython),
};
process.exitCode = jest('<rootDir>/tests/image/*.image-test.ts', {
  HEADGATE_ENGINE: JSON.stringify(engine),
  HEADGATE_BASES: JSON.stringify(bases),
});
tidyStore(engine);

/** The image that the Dockerfile names, or what stands in for it. */
function base(argument, dockerfile, layOut) {
  const text = readFileSync(path.join(root, dockerfile), 'utf8');
  const named = new RegExp(`^ARG ${argument}=(\\S+)$`, 'm').exec(text)?.[1];
  if (named === undefined) throw new Error(`${dockerfile} has no ARG ${argument}.`);
  const image = `${engine.prefix}${named}`;
  try {
    must(engine, [...engine.global, 'pull', '--quiet', image], { timeoutMs: 180_000 });
    console.log(`${argument}: ${image}`);
    return image;
  } catch (error) {
    console.log(`${argument}: ${named} cannot be pulled (${error.message}).`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'headgate-base-'));
  try {
    layOut(folder);
    const standIn = `localhost/headgate-test-${argument.toLowerCase().replace('_', '-')}`;
    importImage(engine, { folder, image: standIn, environment: baseEnvironment });
    console.log(`  Programs of this machine stand in for it, as ${standIn}.`);
    return standIn;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The release of the image, from its package; the Node.js that this runs on where there is none. */
function nodeProgram() {
  const version = '24.21.0';
  const folder = path.join(root, '.cache', `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  spawnSync('npm', ['install', '--prefix', folder, '--no-save', `${name}@${version}`], { stdio: 'ignore' });
  const program = path.join(folder, 'node_modules', name, 'bin', 'node');
  const { status } = spawnSync(program, ['--version']);
  return status === 0 ? program : process.execPath;
}

function jest(testMatch, environment) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(
    process.execPath,
    [...flags, 'node_modules/jest/bin/jest.js', '--testMatch', testMatch],
    { cwd: root, env: { ...process.env, ...environment }, stdio: 'inherit', timeout: 900_000 },
  );
  return status ?? 1;
}
