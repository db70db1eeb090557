// The repository of a project with many flows, as the bench starts from it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const libraryCount = 50;

export const flowName = (index) => `flow-${String(index).padStart(5, '0')}`;
export const backfilledFlow = 'hourly';

/**
 * `nights`: how many runs all flows together have at midnight of the 2nd, 3rd, … of December. `isAws`: whether they are
 * ECS tasks, or processes of this machine.
 */
export function* filesOf({ flows, nights, isAws }) {
  yield ['headgate.yml', isAws ? awsProject : 'project: acme\n'];
  yield ['Dockerfile', 'FROM scratch\n'];
  yield ['package.json', '{"name":"flows","type":"module"}\n'];
  for (let index = 0; index < libraryCount; index += 1)
    yield [`lib/part${index}.ts`, `export const part${index} = (value: number) => value + ${index};\n`];
  for (let index = 0; index < flows - 1; index += 1) {
    const shares = nights.map((runs) => Math.ceil((runs - index) / (flows - 1)));
    yield* flowFiles(flowName(index), index, manifestOf(index, shares));
  }
  yield* flowFiles(backfilledFlow, 0, 'schedules: [{ cron: "1 * * * *" }]\noverlap: allow\n');
}

function* flowFiles(name, index, manifest) {
  const part = `part${index % libraryCount}`;
  yield [`flows/${name}/flow.yml`, manifest];
  const program = `import { ${part} } from '../../lib/${part}.ts';\nconsole.log(${part}(${index}));\n`;
  yield [`flows/${name}/index.ts`, program];
}

/** A flow that has several runs in a night has a schedule for each of them. */
function manifestOf(index, shares) {
  const schedules = shares.flatMap((share, night) =>
    Array.from({ length: Math.max(share, 0) }, (_, shard) => ({ cron: `0 0 ${night + 2} 12 *`, shard })),
  );
  if (schedules.length === 0) schedules.push({ cron: `${index % 60} 3 1 6 *`, shard: 0 });
  const lines = schedules.map(
    ({ cron, shard }) => `  - { cron: "${cron}", parameters: { shard: ${shard} } }\n`,
  );
  return `description: Number ${index} of many
retries: { limit: 2, delay: 30s }
overlap: allow
parameters: { shard: { type: integer, default: 0 } }
schedules:
${lines.join('')}`;
}

const awsProject = `project: acme
aws:
  region: us-east-1
  cluster: headgate-acme
  subnets: [subnet-0aaa, subnet-0bbb]
  security-groups: [sg-0ccc]
  execution-role: arn:aws:iam::123456789012:role/headgate-acme-execution
  task-role: arn:aws:iam::123456789012:role/headgate-acme-task
  log-group: /headgate/acme
  event-log-group: /headgate/acme/events
limits: { launches-per-tick: 1000, running: 10000 }
`;

/** Writes it, commits it, and, with a remote, pushes it; gives the commit. */
export function makeRepository(directory, { remote, ...wanted }) {
  const run = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', ...args], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    }).trim();
  mkdirSync(directory, { recursive: true });
  for (const [path, text] of filesOf(wanted)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  run('init', '-q', '-b', 'main');
  run('add', '-A');
  run('commit', '-q', '-m', 'flows');
  if (remote !== undefined) {
    run('remote', 'add', 'origin', remote.url);
    run('push', '-q', remote.path, 'HEAD:refs/heads/main');
  }
  return run('rev-parse', 'HEAD');
}
