// 1,000 due launches against a loopback ECS with the documented limits of Fargate and 80 ms of latency, in real time:
// how long until all have started, how many were lost, how many requests met a limit. Compared with launching all at once.
// Usage: node scripts/bench-launch.mjs [COUNT]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const count = Number(process.argv[2] ?? 1_000);
const latencyMs = 80;
const mostSeconds = 60;
const placement = {
  region: 'us-east-1',
  cluster: 'headgate-bench',
  subnets: ['subnet-0aaa', 'subnet-0bbb'],
  securityGroups: ['sg-0ccc'],
  assignPublicIp: false,
  executionRole: 'arn:aws:iam::123456789012:role/headgate-bench-execution',
  logGroup: '/headgate/bench',
};

/** A bundle beside the tests, because the loopback reads the AWS models from there. */
async function load(source) {
  const path = fileURLToPath(new URL(`../tests/contract/.bench-${process.pid}.mjs`, import.meta.url));
  await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: path,
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(path).href);
  } finally {
    rmSync(path);
  }
}

const { startEcs, ecsExecutor, ECSClient, RunTaskCommand, runTaskInput } = await load(`
  export { startEcs } from './tests/loopback/ecs.ts';
  export { ecsExecutor } from './src/adapters/ecs/executor.ts';
  export { runTaskInput } from './src/adapters/ecs/run-task.ts';
  export { ECSClient, RunTaskCommand } from '@aws-sdk/client-ecs';
`);
const clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

async function measure(name, launchAll) {
  const ecs = await startEcs({ cluster: placement.cluster, isThrottling: true, latencyMs });
  process.env.AWS_ENDPOINT_URL_ECS = ecs.url;
  process.env.AWS_ACCESS_KEY_ID = 'bench';
  process.env.AWS_SECRET_ACCESS_KEY = 'bench';
  const executor = ecsExecutor({ placement, clock });
  const revision = await executor.register({
    project: 'bench',
    flow: 'one',
    commit: '0'.repeat(40),
    fingerprint: '0'.repeat(64),
    image: `bench@sha256:${'0'.repeat(64)}`,
    workload: {
      program: { kind: 'command', argv: ['true'] },
      resources: { cpu: 256, memoryMiB: 512, architecture: 'arm64' },
      environment: {},
      secrets: {},
    },
    stopTimeoutSeconds: 120,
    runTimeoutSeconds: 3_600,
  });
  const requests = Array.from({ length: count }, (_, index) => ({
    flow: 'one',
    revision,
    startedBy: `hg-${index}`,
    clientToken: `token-${index}`,
    environment: { HEADGATE_RUN_ID: `run-${index}` },
    spot: false,
  }));
  const started = performance.now();
  const launched = await launchAll(executor, requests);
  const seconds = (performance.now() - started) / 1000;
  const tasks = ecs.model.tasks().length;
  const throttled = ecs.calls.filter(({ outcome }) => outcome === 'ThrottlingException').length;
  await ecs.close();
  const result = { name, launches: count, seconds: Number(seconds.toFixed(1)), launched, tasks, throttled };
  console.log(JSON.stringify(result));
  return result;
}

const ours = await measure('headgate', async (executor, requests) => {
  const answers = await executor.launch(requests);
  return answers.filter(({ kind }) => kind === 'launched').length;
});
await measure('all at once, as the SDK retries', async (_executor, requests) => {
  const client = new ECSClient({ region: placement.region });
  const answers = await Promise.allSettled(
    requests.map((request) => client.send(new RunTaskCommand(runTaskInput(request, placement)))),
  );
  client.destroy();
  return answers.filter(({ status }) => status === 'fulfilled').length;
});

const report = fileURLToPath(new URL('../.cache/bench-launch.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('../.cache', import.meta.url)), { recursive: true });
writeFileSync(report, JSON.stringify(ours));
const limit = Math.max(mostSeconds * (count / 1_000), 2);
if (ours.launched !== count || ours.tasks !== count || ours.seconds > limit) {
  console.error(`Expected ${count} launches within ${limit} s, none lost.`);
  process.exitCode = 1;
}
