// A project on GitHub and AWS, both on loopback, and the same project on a laptop.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { action, commandLine } from './processes.mjs';
import { flowName, makeRepository } from './repository.mjs';

const minuteMs = 60_000;
const year = new Date().getUTCFullYear() + 1;
/** Noon of the 1st of December: the first night is the next one. */
const noonMs = Date.UTC(year, 11, 1, 12, 31);
const token = 'ghs_a-token-of-the-workflow';
const digest = `123456789012.dkr.ecr.us-east-1.amazonaws.com/flows@sha256:${'a'.repeat(64)}`;

/** Beside the tests, because the loopbacks read the vendors' models from there. */
export async function loadLoopbacks() {
  const path = fileURLToPath(new URL(`../../tests/contract/.scale-${process.pid}.mjs`, import.meta.url));
  await build({
    stdin: {
      contents: `
        export { startEcs } from './tests/loopback/ecs.ts';
        export { startGitServer } from './tests/loopback/git-http.ts';
        export { startGithub } from './tests/loopback/github.ts';`,
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: path,
    packages: 'external',
    logLevel: 'error',
  });
  return import(pathToFileURL(path).href).finally(() => rmSync(path));
}

/** On a laptop: local processes, and a state repository below `.headgate`. */
export function laptop({ flows, profiles }) {
  const folder = mkdtempSync(join(tmpdir(), 'headgate-scale-'));
  const cwd = join(folder, 'work');
  makeRepository(cwd, { flows, nights: [0], isAws: false });
  return {
    run: async (args) => ({
      ...(await commandLine(args, { folder, cwd, environment: {}, profiles })),
      ...stateOf(join(cwd, '.headgate/state.git')),
      requests: 0,
    }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** On GitHub and AWS: what is started through the action or the command line, at moments of a clock that is moved. */
export async function cloud({ startEcs, startGitServer, startGithub }, { flows, nights, profiles }) {
  const folder = mkdtempSync(join(tmpdir(), 'headgate-scale-'));
  const cwd = join(folder, 'work');
  const git = await startGitServer({ root: join(folder, 'git'), tokens: { write: [token] } });
  const github = await startGithub({
    repository: 'acme/flows',
    tokens: { [token]: ['checks: write', 'contents: read', 'issues: write'] },
  });
  const ecs = await startEcs({ cluster: 'headgate-acme', eventLogGroup: '/headgate/acme/events' });
  const served = git.directoryOf('acme/flows');
  const remote = { url: git.addressOf('acme/flows'), path: served };
  const commit = makeRepository(cwd, { flows, nights, isAws: true, remote });
  // Runs go on for forty minutes.
  for (const name of [...Array.from({ length: flows - 1 }, (_, index) => flowName(index)), 'hourly'])
    ecs.script(`headgate-acme-${name}`, [{ startAfterMs: 1_000, runMs: 40 * minuteMs, exitCode: 0 }]);
  let atMs = noonMs;
  let shownAheadMs = 0;

  async function measured(start) {
    const aheadMs = atMs - Date.now();
    ecs.advance(aheadMs - shownAheadMs);
    shownAheadMs = aheadMs;
    const before = countsOf();
    const environment = {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_ENDPOINT_URL: ecs.url,
      GITHUB_TOKEN: token,
    };
    const options = { folder, cwd, environment, aheadMs, isSleepless: true, profiles };
    const { aheadMs: endedAheadMs, ...costs } = await start(options);
    const after = countsOf();
    ecs.advance(endedAheadMs - shownAheadMs);
    shownAheadMs = endedAheadMs;
    atMs = Date.now() + endedAheadMs;
    const requests = Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - before[name]]),
    );
    return {
      ...costs,
      ...stateOf(served),
      requests: requests.git + requests.ecs + requests.github,
      of: requests,
    };
  }

  function countsOf() {
    return { git: git.requests.length, ecs: ecs.calls.length, github: github.requests.length };
  }

  return {
    act: (inputs) => measured((options) => action(inputs, { ...options, apiUrl: github.apiUrl, commit })),
    run: (args) => measured((options) => commandLine(args, options)),
    digest,
    /** Moves the clock to so many minutes after the midnight that begins a day of December. */
    goTo: (day, minute) => {
      const wanted = Date.UTC(year, 11, day, 0, minute);
      if (wanted < atMs) throw new Error(`It is ${new Date(atMs).toISOString()} already.`);
      atMs = wanted;
    },
    head: () => headOf(served),
    tasks: () => ecs.model.tasks().length,
    async close() {
      await Promise.all([git.close(), github.close(), ecs.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How large the state is: all of its branch, and the board alone. */
function stateOf(repository) {
  const listing = gitText(repository, ['ls-tree', '-r', '-l', 'headgate-state']);
  const sizes = listing
    .split('\n')
    .map((line) => ({ bytes: Number(line.split(/\s+/)[3] ?? 0), path: line.split('\t')[1] }));
  return {
    stateBytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    boardBytes: sizes.find(({ path }) => path === 'README.md')?.bytes ?? 0,
  };
}

function headOf(repository) {
  return gitText(repository, ['rev-parse', '--verify', '--quiet', 'headgate-state']);
}

function gitText(repository, args) {
  mkdirSync(repository, { recursive: true });
  try {
    return execFileSync('git', ['-C', repository, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
