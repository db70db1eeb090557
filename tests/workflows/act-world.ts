import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildRecord } from '../../src/core/build-record.ts';
import { buildRecordText } from '../../src/core/build-record-text.ts';
import { hourMs, minuteMs } from '../../src/core/instant.ts';
import { type EcsLoopback, startEcs } from '../loopback/ecs.ts';
import { type GitServer, startGitServer } from '../loopback/git-http.ts';
import { type GithubLoopback, startGithub } from '../loopback/github.ts';
import { writeStandIns } from './stand-ins.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clock = new URL('../e2e/clock.mjs', import.meta.url).href;
const token = 'ghs_a-token-of-the-workflow';
const readToken = 'ghs_a-token-that-only-reads';
const repository = 'acme/flows';
const branch = 'main';

export type Event = {
  readonly name: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch' | 'repository_dispatch';
  readonly workflow: string;
  readonly payload?: { readonly [key: string]: unknown };
  readonly inputs?: { readonly [name: string]: string };
  /** The workflow's token may read and no more, as it may on a fork's pull request. */
  readonly isReadOnly?: boolean;
  /** What GitHub says when it is asked how many rules the environment has; one if left out. */
  readonly environmentRules?: string;
  /** Where AWS is; the loopback ECS if left out. */
  readonly awsUrl?: string;
  /** Variables of the repository; those of a configured one if left out. */
  readonly variables?: { readonly [name: string]: string };
};

export type WorkflowRun = {
  readonly exitCode: number | null;
  readonly log: string;
  /** Job → how it ended, of the jobs that started. */
  readonly jobs: { readonly [job: string]: string };
};

export const configured = {
  AWS_REGION: 'us-east-1',
  AWS_DEPLOY_ROLE: 'arn:aws:iam::123456789012:role/deploy',
  AWS_TICK_ROLE: 'arn:aws:iam::123456789012:role/tick',
  ECR_REPOSITORY: '123456789012.dkr.ecr.us-east-1.amazonaws.com/flows',
} as const;

/** A repository with the shipped workflows, `act` as its runner, and git, GitHub and AWS on loopback. */
export type ActWorld = {
  readonly directory: string;
  readonly ecs: EcsLoopback;
  readonly github: GithubLoopback;
  readonly git: GitServer;
  push(files: { readonly [path: string]: string }): string;
  /** What builds make of the flows from now on. */
  built(flows: BuildRecord): void;
  /** A file of the repository. */
  file(path: string): string;
  /** A file of the state branch. */
  state(file: string): string;
  /** Of all its files together. */
  stateTree(): string;
  /** Paths of all files of the state branch. */
  stateFiles(): readonly string[];
  /** Runs a workflow as GitHub does on an event. */
  run(event: Event): Promise<WorkflowRun>;
  /** What the stand-ins were asked since the last call. */
  notes(): readonly string[];
  advance(ms: number): void;
  close(): Promise<void>;
};

const docker = `#!/bin/sh
echo "docker $*" >> "$STAND_IN_NOTES"
for argument in "$@"; do
  case $argument in
    type=local,dest=*) folder=\${argument#type=local,dest=}; mkdir -p "$folder"; cp "$STAND_IN_RECORD" "$folder/headgate-build.json" ;;
  esac
done
`;

export async function createActWorld(act: string): Promise<ActWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'headgate-act-'));
  const workspace = join(directory, 'workspace');
  const home = join(directory, 'home');
  const notes = join(directory, 'notes');
  const programs = join(directory, 'programs');
  const record = join(directory, 'record.json');
  writeFileSync(record, buildRecordText(new Map()));
  for (const folder of [workspace, home, programs]) mkdirSync(folder);
  // In place of GitHub's own program: how many rules an environment has.
  // What the step that marks unused images finds: none. No call may reach AWS from here.
  writeFileSync(join(programs, 'aws'), '#!/bin/sh\necho \'{"imageDetails":[]}\'\n', { mode: 0o755 });
  // In place of a build of the stage `record`: what the test says that the bundles are made of.
  writeFileSync(join(programs, 'docker'), docker, { mode: 0o755 });
  writeFileSync(join(programs, 'gh'), '#!/bin/sh\necho "$STAND_IN_RULES"\n', { mode: 0o755 });
  const git = await startGitServer({
    root: join(directory, 'git'),
    tokens: { write: [token], read: [readToken] },
  });
  const github = await startGithub({
    repository,
    tokens: {
      [token]: ['checks: write', 'contents: read', 'issues: write'],
      [readToken]: ['contents: read'],
    },
  });
  const ecs = await startEcs({ cluster: 'headgate-acme', eventLogGroup: '/headgate/acme/events' });
  for (const part of ['action.yml', 'bin', 'dist', 'infrastructure', 'package.json', '.github'])
    cpSync(join(root, part), join(workspace, part), { recursive: true });
  const workflows = join(workspace, '.github/workflows');
  const texts = readdirSync(workflows).map((name) => adapt(join(workflows, name)));
  const standIns = writeStandIns(join(directory, 'stand-ins'), texts);
  const bare = git.directoryOf(repository);
  const runGit = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: workspace,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  runGit('init', '-q', '-b', branch);
  runGit('remote', 'add', 'origin', `https://github.com/${repository}.git`);
  // A minute past an hour, whenever it is: no slot of an hourly flow comes unasked.
  let aheadMs = hourMs - (Date.now() % hourMs) + minuteMs;
  ecs.advance(aheadMs);
  return {
    directory,
    ecs,
    github,
    git,
    push(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(workspace, path)), { recursive: true });
        writeFileSync(join(workspace, path), text);
      }
      runGit('add', '-A', '--force');
      runGit('commit', '-q', '--allow-empty', '-m', 'change');
      runGit('push', '-q', bare, `HEAD:refs/heads/${branch}`);
      return runGit('rev-parse', 'HEAD');
    },
    built: (flows) => writeFileSync(record, buildRecordText(flows)),
    file: (path) => readFileSync(join(workspace, path), 'utf8'),
    state: (file) => runGit('--git-dir', bare, 'show', `headgate-state:${file}`),
    stateTree: () => runGit('--git-dir', bare, 'rev-parse', 'headgate-state^{tree}'),
    stateFiles: () => runGit('--git-dir', bare, 'ls-tree', '-r', '--name-only', 'headgate-state').split('\n'),
    run: (event) => start(event),
    notes() {
      const lines = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
      rmSync(notes, { force: true });
      return lines;
    },
    advance(ms) {
      aheadMs += ms;
      ecs.advance(ms);
    },
    async close() {
      await Promise.all([git.close(), github.close(), ecs.close()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };

  function start(asked: Event): Promise<WorkflowRun> {
    const { name, workflow, payload = {}, inputs = {}, variables = configured, awsUrl = ecs.url } = asked;
    const event = join(directory, 'event.json');
    const described = { name: 'flows', full_name: repository, default_branch: branch, private: true };
    writeFileSync(
      event,
      JSON.stringify({ repository: described, ref: `refs/heads/${branch}`, inputs, ...payload }),
    );
    const environment = {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_REPOSITORY: repository,
      NODE_OPTIONS: `--import=${clock}`,
      HEADGATE_TEST_AHEAD_MS: String(aheadMs),
      STAND_IN_ORIGIN: `${git.url}/${repository}.git`,
      STAND_IN_AWS: awsUrl,
      STAND_IN_NOTES: notes,
      STAND_IN_RECORD: record,
      STAND_IN_RULES: asked.environmentRules ?? '1',
      STAND_IN_ARTIFACTS: join(directory, 'artifacts'),
    };
    const pairs = (option: string, values: object) =>
      Object.entries(values).map(([key, value]) => `--${option}=${key}=${value}`);
    const child = spawn(
      act,
      [
        name,
        `--workflows=.github/workflows/${workflow}.yml`,
        `--eventpath=${event}`,
        `--defaultbranch=${branch}`,
        '--platform=ubuntu-latest=-self-hosted',
        '--platform=ubuntu-slim=-self-hosted',
        '--action-offline-mode',
        '--no-cache-server',
        '--no-skip-checkout',
        '--json',
        `--action-cache-path=${join(home, 'actions')}`,
        `--secret=GITHUB_TOKEN=${asked.isReadOnly === true ? readToken : token}`,
        ...pairs('env', environment),
        ...pairs('var', variables),
        ...standIns,
      ],
      {
        cwd: workspace,
        env: { PATH: `${programs}:${process.env['PATH']}`, HOME: home, XDG_CACHE_HOME: join(home, 'cache') },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode) =>
        resolve({ exitCode, ...readLog(Buffer.concat(chunks).toString('utf8')) }),
      );
    });
  }
}

/** act 0.2.89 refuses a workflow with the newer key `queue`, and starts one event at a time anyway. */
function adapt(file: string): string {
  const text = readFileSync(file, 'utf8').replace(/^ *queue: max\n/gm, '');
  writeFileSync(file, text);
  return text;
}

/** act's log is a JSON object a line; what is none is kept as it is. */
function readLog(text: string): Pick<WorkflowRun, 'log' | 'jobs'> {
  const jobs: { [job: string]: string } = {};
  const lines = text.split('\n').map((line) => {
    const entry = parse(line);
    if (entry === undefined) return line;
    if (typeof entry['jobResult'] === 'string') jobs[String(entry['jobID'])] = entry['jobResult'];
    return String(entry['msg'] ?? line).trimEnd();
  });
  return { log: lines.join('\n'), jobs };
}

function parse(line: string): { readonly [key: string]: unknown } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
