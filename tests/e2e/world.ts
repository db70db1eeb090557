import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hourMs, minuteMs } from '../../src/core/instant.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { type EcsLoopback, startEcs } from '../loopback/ecs.ts';
import { type GitServer, startGitServer } from '../loopback/git-http.ts';
import { type GithubLoopback, startGithub } from '../loopback/github.ts';
import { createGate, type Gate } from './gate.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clock = new URL('./clock.mjs', import.meta.url).href;
const token = 'ghs_a-token-of-the-workflow';
export const repository = 'acme/flows';

export type StepResult = {
  readonly exitCode: number | null;
  readonly outputs: { readonly [name: string]: string };
  readonly result: JsonObject;
  readonly log: string;
  readonly summary: string;
};

export type Step = {
  readonly inputs: { readonly [name: string]: string };
  readonly event?: string;
  readonly request?: string;
  /** Called with a function that ends the process without warning. */
  readonly onStart?: (kill: () => void) => void;
};

/** A repository on GitHub with its git server, its API and the AWS account that it runs in: all on loopback. */
export type E2eWorld = {
  readonly ecs: EcsLoopback;
  readonly github: GithubLoopback;
  readonly git: GitServer;
  readonly gate: Gate;
  /** Writes files (null deletes one), commits and pushes to main; gives the commit. */
  push(files: { readonly [path: string]: string | null }): string;
  /** Starts the action as a job does, in a checkout of main. */
  step(step: Step): Promise<StepResult>;
  /** Moves the clock of AWS and of every later step. */
  advance(ms: number): void;
  /** A file of the state branch. */
  state(file: string): string;
  /** Paths of all files of the state branch. */
  stateFiles(): readonly string[];
  close(): Promise<void>;
};

export async function createE2eWorld(): Promise<E2eWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'headgate-e2e-'));
  const workspace = join(directory, 'workspace');
  // A runner has the action's repository and no node_modules.
  const entry = join(directory, 'action/dist/index.js');
  cpSync(join(root, 'dist'), dirname(entry), { recursive: true });
  const git = await startGitServer({ root: join(directory, 'git'), tokens: { write: [token] } });
  const github = await startGithub({ repository, tokens: { [token]: ['checks: write', 'contents: read'] } });
  const ecs = await startEcs({ cluster: 'headgate-acme', eventLogGroup: '/headgate/acme/events' });
  const gate = createGate();
  const addresses = {
    git: await gate.open(git.url),
    github: await gate.open(github.apiUrl),
    ecs: await gate.open(ecs.url),
  };
  const bare = git.directoryOf(repository);
  mkdirSync(workspace);
  const run = (args: readonly string[], cwd = workspace) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  run(['init', '-q', '-b', 'main']);
  run(['remote', 'add', 'origin', `${addresses.git}/${repository}.git`]);
  // A minute past an hour, whenever it is: what a tick does once an hour is always part of it.
  let aheadMs = hourMs - (Date.now() % hourMs) + minuteMs;
  ecs.advance(aheadMs);
  let steps = 0;
  return {
    ecs,
    github,
    git,
    gate,
    push(files) {
      for (const [path, text] of Object.entries(files)) write(join(workspace, path), text);
      run(['add', '-A']);
      run(['commit', '-q', '--allow-empty', '-m', 'change']);
      run(['push', '-q', bare, 'HEAD:refs/heads/main']);
      return run(['rev-parse', 'HEAD']);
    },
    step: (step) => runStep({ step, number: ++steps }),
    advance(ms) {
      aheadMs += ms;
      ecs.advance(ms);
    },
    state: (file) => run(['--git-dir', bare, 'show', `headgate-state:${file}`]),
    stateFiles: () => run(['--git-dir', bare, 'ls-tree', '-r', '--name-only', 'headgate-state']).split('\n'),
    async close() {
      await Promise.all([gate.close(), git.close(), github.close(), ecs.close()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };

  function runStep({ step, number }: { readonly step: Step; readonly number: number }): Promise<StepResult> {
    const files = join(directory, `step-${number}`);
    mkdirSync(files);
    const paths = {
      output: join(files, 'output'),
      summary: join(files, 'summary'),
      event: join(files, 'event.json'),
    };
    for (const path of [paths.output, paths.summary]) writeFileSync(path, '');
    writeFileSync(paths.event, JSON.stringify({ repository: { default_branch: 'main', private: true } }));
    const inputs = Object.entries({ token, ...step.inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const child = spawn(process.execPath, ['--import', clock, entry], {
      cwd: workspace,
      env: {
        PATH: process.env['PATH'],
        HOME: files,
        RUNNER_TEMP: files,
        HEADGATE_TEST_AHEAD_MS: String(aheadMs),
        // Newer versions of Node.js keep what they compiled: most of a start is that.
        NODE_COMPILE_CACHE: join(directory, 'compiled'),
        ...Object.fromEntries(inputs),
        GITHUB_ACTIONS: 'true',
        GITHUB_API_URL: addresses.github,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: repository,
        GITHUB_SHA: run(['rev-parse', 'HEAD']),
        GITHUB_REF: 'refs/heads/main',
        GITHUB_EVENT_NAME: step.event ?? 'workflow_dispatch',
        GITHUB_EVENT_PATH: paths.event,
        GITHUB_OUTPUT: paths.output,
        GITHUB_STEP_SUMMARY: paths.summary,
        GITHUB_WORKSPACE: workspace,
        GITHUB_RUN_ID: step.request ?? String(1000 + number),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_ACTOR: 'octocat',
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL: addresses.ecs,
      },
    });
    step.onStart?.(() => child.kill('SIGKILL'));
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    return new Promise((resolve) => {
      child.on('close', (exitCode) => {
        const outputs = readOutputs(readFileSync(paths.output, 'utf8'));
        resolve({
          exitCode,
          outputs,
          result: JSON.parse(outputs['result'] ?? '{}') as JsonObject,
          log: Buffer.concat(chunks).toString('utf8'),
          summary: readFileSync(paths.summary, 'utf8'),
        });
      });
    });
  }
}

function write(path: string, text: string | null): void {
  if (text === null) rmSync(path, { recursive: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** `name<<delimiter`, the value's lines, the delimiter: the runner's file command for outputs. */
function readOutputs(text: string): { [name: string]: string } {
  const outputs: { [name: string]: string } = {};
  const pattern = /^(.+?)<<(.+?)\r?\n([\s\S]*?)\r?\n\2\r?$/gm;
  for (const [, name = '', , value = ''] of text.matchAll(pattern)) outputs[name] = value;
  return outputs;
}

export const digest = (name: string) =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/flows@sha256:${name.repeat(64).slice(0, 64)}`;

export const projectFile = `project: acme
aws:
  region: us-east-1
  cluster: headgate-acme
  subnets: [subnet-0aaa, subnet-0bbb]
  security-groups: [sg-0ccc]
  assign-public-ip: false
  execution-role: arn:aws:iam::123456789012:role/headgate-acme-execution
  task-role: arn:aws:iam::123456789012:role/headgate-acme-task
  log-group: /headgate/acme
  event-log-group: /headgate/acme/events
state-branch: headgate-state
limits: { launches-per-tick: 100, running: 200 }
`;

export const baseFiles = {
  'headgate.yml': projectFile,
  Dockerfile: 'FROM scratch\n',
  'package.json': '{"name":"flows","type":"module"}\n',
  'lib/money.ts': 'export const cents = (euros: number) => euros * 100;\n',
  'flows/hourly/flow.yml': 'schedules: [{ cron: "0 * * * *" }]\n',
  'flows/hourly/index.ts': "import { cents } from '../../lib/money.ts';\nconsole.log(cents(1));\n",
  'flows/alone/flow.yml': 'retries: 0\n',
  'flows/alone/index.ts': "console.log('alone');\n",
} as const;
