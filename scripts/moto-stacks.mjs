// moto's CloudFormation with what the templates need, on a free port of this machine.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cache, ensurePython, environment, root } from './infrastructure-environment.mjs';

/** Its address, and how to end it. */
export async function startMotoStacks() {
  ensurePython();
  const port = await freePort();
  mkdirSync(cache, { recursive: true });
  const log = openSync(path.join(cache, 'moto.log'), 'w');
  const server = spawn(path.join(environment, 'bin/python'), ['scripts/moto-server.py', String(port)], {
    cwd: root,
    stdio: ['ignore', log, log],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, server);
  } catch (error) {
    server.kill();
    throw error;
  }
  return { url, stop: () => server.kill() };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(url, server) {
  for (let count = 0; count < 240; count += 1) {
    if (server.exitCode !== null) throw new Error(`moto ended with ${server.exitCode}: see .cache/moto.log.`);
    const answer = await fetch(`${url}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(250);
  }
  throw new Error('moto did not answer within a minute.');
}
