import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { s3Store } from '../../src/sdk/s3-store.ts';
import { type Program, program } from '../sdk/stage.ts';

// Its first answer takes seconds.
jest.setTimeout(120_000);

const environment = {
  AWS_ENDPOINT_URL: process.env['HEADGATE_MOTO_URL'] ?? '',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
const bucket = 'headgate-checkpoints';
const pages = 30;

/** Notes every page in a file, so that a page that is read twice is seen, and gives a value that no second run would give. */
const source = `
import { appendFileSync } from 'node:fs';
import { flow, type FlowContext, log, task } from 'headgate';

const page = task('page', async (n: number, file: string) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  appendFileSync(file, n + '\\n');
  return { n, drawn: Math.random() };
}, { key: (n) => String(n) });

export default flow(async ({ parameters: { file } }: FlowContext<{ readonly file: string }>) => {
  const drawn: number[] = [];
  for (let n = 0; n < ${pages}; n += 1) drawn.push((await page(n, file)).drawn);
  log.info('drawn', { drawn });
});
`;

let folder: string;
let flow: Program;
let client: S3Client;
const saved = { ...process.env };

beforeAll(async () => {
  if (environment.AWS_ENDPOINT_URL === '')
    throw new Error('Run this with `npm run test:moto`, which starts moto.');
  Object.assign(process.env, environment);
  folder = await mkdtemp(path.join(tmpdir(), 'headgate-moto-'));
  client = new S3Client({ forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  flow = await program(source);
});
afterAll(async () => {
  await flow.remove();
  await rm(folder, { recursive: true });
  client.destroy();
  process.env = { ...saved };
});

const attempt = (run: string, number: number, file: string) => ({
  ...environment,
  HEADGATE_RUN_ID: run,
  HEADGATE_ATTEMPT: String(number),
  HEADGATE_CHECKPOINTS: `s3://${bucket}/tests`,
  HEADGATE_PARAMETERS: JSON.stringify({ file }),
});
const linesIn = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n');
const drawnIn = (stdout: string) => /"drawn":\[[^\]]*\]/.exec(stdout)?.[0];

describe('checkpoints in a bucket of an S3 that somebody else wrote', () => {
  it('are written once, read as they were, and not there where nobody wrote', async () => {
    const store = s3Store(`s3://${bucket}/store`);
    expect(await store.read('nothing')).toBeUndefined();
    expect(await store.write('a/b.json', Buffer.from('first'), 'once')).toBe('written');
    expect(await store.write('a/b.json', Buffer.from('second'), 'once')).toBe('exists');
    expect(Buffer.from((await store.read('a/b.json')) ?? []).toString()).toBe('first');
    await store.write('a/b.json', Buffer.from('third'), 'replace');
    expect(Buffer.from((await store.read('a/b.json')) ?? []).toString()).toBe('third');
  });

  it('let the next attempt of a flow that is killed half-way repeat no finished task', async () => {
    const file = path.join(folder, 'killed.txt');
    const first = await flow.run(attempt('killed-1', 1, file), (text, kill) => {
      if (text.split('"task-ended"').length > 10) kill('SIGKILL');
    });
    expect(first.signal).toBe('SIGKILL');
    const finished = first.events.tasks.filter(({ outcome }) => outcome === 'succeeded').length;
    expect(finished).toBeGreaterThanOrEqual(9);
    expect(finished).toBeLessThan(pages);
    const second = await flow.run(attempt('killed-1', 2, file));
    expect([second.code, second.stderr]).toEqual([0, '']);
    const ran = await linesIn(file);
    expect(new Set(ran).size).toBe(pages);
    // The one that was under way may have been repeated.
    expect(ran.length).toBeLessThanOrEqual(pages + 1);
    for (let n = 0; n < finished; n += 1)
      expect(ran.filter((line) => line === String(n))).toEqual([String(n)]);
  });

  it('make two attempts that overlap go on with the same results, one object each', async () => {
    const file = path.join(folder, 'overlapping.txt');
    const both = await Promise.all([1, 2].map((number) => flow.run(attempt('overlapping-1', number, file))));
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(drawnIn(both[0]?.stdout ?? '')).toBeDefined();
    expect(drawnIn(both[0]?.stdout ?? '')).toBe(drawnIn(both[1]?.stdout ?? ''));
    const prefix = 'tests/tested/overlapping-1/';
    const listed = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    expect(listed.KeyCount).toBe(pages);
  });
});
