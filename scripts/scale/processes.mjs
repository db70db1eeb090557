// Starts dist/ as people start it, each time in a fresh process, and tells what that cost.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const preload = new URL('./preload.mjs', import.meta.url).href;
const program = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let made = 0;

/** `profiles`: a folder for profiles of the processor. */
async function measured(argv, { folder, environment, cwd, aheadMs = 0, isSleepless = false, profiles }) {
  made += 1;
  const report = join(folder, `report-${made}.json`);
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const started = performance.now();
  const child = spawn(process.execPath, [...profiling, '--import', preload, ...argv], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: folder,
      SCALE_REPORT: report,
      SCALE_AHEAD_MS: String(aheadMs),
      SCALE_IS_SLEEPLESS: isSleepless ? '1' : '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  const output = Buffer.concat(stdout).toString('utf8');
  if (exitCode !== 0) {
    const said = `${output.slice(-1_500)}${Buffer.concat(stderr).toString('utf8').slice(-1_500)}`;
    throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${said}`);
  }
  return {
    ...JSON.parse(readFileSync(report, 'utf8')),
    wallSeconds: (performance.now() - started) / 1000,
    output,
  };
}

/** The command line. */
export function commandLine(args, options) {
  return measured([program('bin/headgate.js'), ...args], options);
}

const token = 'ghs_a-token-of-the-workflow';

/** The action, as a job of a workflow has it. */
export function action(inputs, { apiUrl, commit, ...options }) {
  made += 1;
  const files = join(options.folder, `step-${made}`);
  mkdirSync(files, { recursive: true });
  const event = join(files, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main', private: true } }));
  for (const name of ['output', 'summary']) writeFileSync(join(files, name), '');
  const given = Object.entries({ token, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const environment = {
    ...options.environment,
    ...Object.fromEntries(given),
    RUNNER_TEMP: files,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/flows',
    GITHUB_SHA: commit,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: join(files, 'output'),
    GITHUB_STEP_SUMMARY: join(files, 'summary'),
    GITHUB_WORKSPACE: options.cwd,
    GITHUB_RUN_ID: String(made),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
  };
  return measured([program('dist/index.js')], { ...options, environment });
}
