import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { buildFlows } from '../../../../src/adapters/local/build/build-flow.ts';
import type { FlowName, Workload } from '../../../../src/core/flow.ts';
import { s3Server } from '../../../sdk/s3-server.ts';

const workload: Workload = {
  program: { kind: 'entrypoint', file: 'index.ts' },
  resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' },
  environment: {},
  secrets: {},
};
const root = path.resolve('.');
const hello = (environment: Workload['environment']) => ({
  name: 'hello-world' as FlowName,
  workload: { ...workload, environment },
  inputs: [],
});

it('an image whose flows keep checkpoints in S3 holds the client, and only such an image', async () => {
  const outDirectory = await mkdtemp(path.join(tmpdir(), 'headgate-image-'));
  const server = await s3Server();
  try {
    await buildFlows({ root, manifests: [hello({})], outDirectory });
    expect(existsSync(path.join(outDirectory, 'node_modules'))).toBe(false);
    const environment = { HEADGATE_CHECKPOINTS: 's3://bucket/checkpoints' };
    await buildFlows({ root, manifests: [hello(environment)], outDirectory });
    await writeFile(path.join(outDirectory, 'package.json'), '{}');
    const child = spawn(process.execPath, [path.join(outDirectory, 'hello-world/index.mjs')], {
      cwd: outDirectory,
      env: {
        PATH: process.env['PATH'],
        ...environment,
        HEADGATE_FLOW: 'hello-world',
        HEADGATE_RUN_ID: 'r',
        HEADGATE_ATTEMPT: '1',
        HEADGATE_PARAMETERS: '{"name":"Ada"}',
        AWS_ENDPOINT_URL: server.endpoint,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, text.includes('"warning"')]).toEqual([0, false]);
    expect(server.objects.size).toBe(5);
  } finally {
    await server.close();
    await rm(outDirectory, { recursive: true });
  }
});
