// From the start of the action to its first line, which comes after inputs and event are judged: against bare Node.js and,
// with PEER=<checkout of aws-actions/amazon-ecs-deploy-task-definition>, against that action's first line.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 15);
const budget = 0.5;
const folder = mkdtempSync(join(tmpdir(), 'headgate-bench-'));
const event = join(folder, 'event.json');
writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main', private: true } }));
const github = {
  GITHUB_REPOSITORY: 'acme/flows',
  GITHUB_SHA: '0'.repeat(40),
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_EVENT_PATH: event,
  GITHUB_WORKSPACE: folder,
};

const contenders = [
  { name: 'bare node', argv: ['-e', 'console.log(1)'], environment: {} },
  {
    name: 'headgate tick',
    argv: [fileURLToPath(new URL('../dist/index.js', import.meta.url))],
    environment: { ...github, INPUT_COMMAND: 'tick', INPUT_TOKEN: 'x' },
  },
];
const peer = process.env.PEER;
const peerEntry = peer === undefined ? undefined : join(peer, 'dist/index.js');
if (peerEntry !== undefined && existsSync(peerEntry)) {
  const inputs = { 'INPUT_TASK-DEFINITION': 'none.json', INPUT_CLUSTER: 'none', AWS_REGION: 'us-east-1' };
  contenders.push({
    name: 'amazon-ecs-deploy-task-definition',
    argv: [peerEntry],
    environment: { ...github, ...inputs },
  });
}

const times = new Map(contenders.map(({ name }) => [name, []]));
// Taken in turns, so that whatever else the machine does meets all of them.
for (let round = 0; round < rounds; round += 1) {
  for (const { name, argv, environment } of contenders)
    times.get(name).push(await firstLineMs(argv, environment));
}

const medians = new Map(
  [...times].map(([name, values]) => [name, values.sort((a, b) => a - b)[values.length >> 1]]),
);
for (const [name, ms] of medians)
  process.stdout.write(`${name.padEnd(36)} ${ms.toFixed(0).padStart(5)} ms\n`);
const own = medians.get('headgate tick');
process.stdout.write(`headgate / bare node: ${(own / medians.get('bare node')).toFixed(2)}\n`);
const theirs = medians.get('amazon-ecs-deploy-task-definition');
if (theirs === undefined)
  process.stdout.write('No peer: set PEER to a checkout of aws-actions/amazon-ecs-deploy-task-definition.\n');
else {
  const ratio = own / theirs;
  process.stdout.write(`headgate / peer: ${ratio.toFixed(2)} (budget ${budget})\n`);
  process.exitCode = ratio <= budget ? 0 : 1;
}

function firstLineMs(argv, environment) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, argv, {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const settle = () => {
      resolve(performance.now() - started);
      child.kill('SIGKILL');
    };
    child.stdout.once('data', settle);
    child.stderr.once('data', settle);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${argv[0]} printed nothing.`)));
  });
}
