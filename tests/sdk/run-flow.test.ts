import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleEntrypoint } from '../../src/adapters/local/build/bundle.ts';
import { doNotRetryExitCode, isEventLine, shownText } from '../../src/core/event.ts';
import { type S3Server, s3Server } from './s3-server.ts';
import { type Program, program } from './stage.ts';

/** One bundle for all: what it does is a parameter. */
const source = `
import { appendFileSync } from 'node:fs';
import { artifact, doNotRetry, flow, type FlowContext, log, MapError, progress, signal, slot, task } from 'headgate';

type Parameters = { readonly what: string; readonly file: string };

const page = task('page', async (n: number, file: string) => {
  appendFileSync(file, n + '\\n');
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { n };
});
const slow = task('slow', () => new Promise((resolve) => setTimeout(resolve, 50, 'late')));
const lost = task('lost', async () => { await new Promise((resolve) => setTimeout(resolve, 20)); throw new Error('nobody listens'); });

function breakHere(): never {
  throw new TypeError('no such column', { cause: new Error('inner reason') });
}

export default flow(async ({ parameters: { what, file }, signal: own }: FlowContext<Parameters>) => {
  switch (what) {
    case 'report':
      log.info('slot', { slot: slot() });
      process.stdout.write('half a line');
      progress(1, 2);
      artifact.link('docs', 'https://example.org');
      console.log('after');
      return;
    case 'break':
      return breakHere();
    case 'final':
      throw doNotRetry('the input is wrong');
    case 'stray':
      setTimeout(breakHere, 10);
      return new Promise(() => setTimeout(() => undefined, 60_000));
    case 'never':
      return new Promise(() => undefined);
    case 'forget':
      void slow();
      return;
    case 'forget-failing':
      void lost();
      return;
    case 'linger':
      setInterval(() => undefined, 60_000);
      return;
    case 'until-stopped':
      log.info('ready');
      return new Promise((_, reject) => {
        const timer = setInterval(() => undefined, 1_000);
        own.addEventListener('abort', () => { clearInterval(timer); reject(own.reason); });
      });
    case 'tidy-up':
      log.info('ready');
      return new Promise((resolve) => {
        const timer = setInterval(() => undefined, 1_000);
        signal().addEventListener('abort', () => { clearInterval(timer); log.info('tidied up'); resolve('done'); });
      });
    case 'pages':
      for (let n = 0; n < 40; n += 1) await page(n, file);
      return;
  }
});
`;

let flow: Program;
const withWhat = (what: string, file = '') => ({ HEADGATE_PARAMETERS: JSON.stringify({ what, file }) });

beforeAll(async () => {
  flow = await program(source);
});

afterAll(() => flow.remove());

describe('the process of a flow', () => {
  it('ends with 0 and says all in order, each event on a line of its own', async () => {
    const { code, events, stdout, stderr } = await flow.run({
      ...withWhat('report'),
      HEADGATE_SLOT: '2026-11-24T21:05:00Z',
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(events).toMatchObject({
      finished: { outcome: 'succeeded' },
      progress: [{ name: '', done: 1, total: 2 }],
      artifacts: [{ kind: 'link', name: 'docs' }],
      logLevels: { info: 1 },
      dropped: 0,
    });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !isEventLine(line))).toEqual(['half a line', 'after']);
    expect(lines.map((line) => shownText(line)).filter((text) => text !== undefined)).toEqual([
      'INFO slot slot=2026-11-24T21:05:00.000Z',
      'half a line',
      'after',
    ]);
  });

  it('prints text that people read when there is no run', async () => {
    const { code, stdout } = await flow.run({ ...withWhat('report'), HEADGATE_RUN_ID: '' });
    expect([code, stdout]).toEqual([0, 'INFO slot\nhalf a lineafter\n']);
  });

  it('ends with 1 after an error, whose stack names the lines that were written', async () => {
    const { code, events, stderr } = await flow.run(withWhat('break'));
    const line = source.split('\n').findIndex((text) => text.includes('throw new TypeError')) + 1;
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`at .*repo:.*/index\\.ts:${line}:9`));
    expect(stderr).toContain('[cause]: Error: inner reason');
    expect(events.finished).toMatchObject({
      outcome: 'failed',
      error: {
        name: 'TypeError',
        message: 'no such column',
        stack: expect.stringContaining(`index.ts:${line}:9`),
      },
    });
  });

  it('asks for no further attempt when the error says so', async () => {
    const { code, events } = await flow.run(withWhat('final'));
    expect(code).toBe(doNotRetryExitCode);
    expect(events.finished).toMatchObject({ outcome: 'failed', error: { message: 'the input is wrong' } });
  });

  it('fails with an error that nobody catches, even if the flow waits for something else', async () => {
    const { code, events, stderr } = await flow.run(withWhat('stray'));
    expect(code).toBe(1);
    expect(stderr).toContain('no such column');
    expect(events.finished).toMatchObject({ outcome: 'failed', error: { message: 'no such column' } });
  });

  it('never counts as succeeded when the flow does not settle', async () => {
    const { code, events } = await flow.run(withWhat('never'));
    expect(code).toBe(13);
    expect(events.finished).toBeUndefined();
  });

  it('waits for tasks that were not awaited, warns, and fails if they do', async () => {
    const slow = await flow.run(withWhat('forget'));
    expect([slow.code, slow.events.tasks[0]?.outcome]).toEqual([0, 'succeeded']);
    expect(slow.stdout).toContain('the flow ended while 1 calls of tasks were under way');
    const failing = await flow.run(withWhat('forget-failing'));
    expect([failing.code, failing.events.finished?.outcome]).toEqual([1, 'failed']);
  });

  it('ends when the flow has, whatever it left open', async () => {
    const { code, events } = await flow.run(withWhat('linger'));
    expect([code, events.finished?.outcome]).toEqual([0, 'succeeded']);
  });

  it('aborts the signal on SIGTERM, and then ends as cancelled', async () => {
    const { code, events } = await flow.run(withWhat('until-stopped'), (text, kill) => {
      if (text.includes('ready')) kill('SIGTERM');
    });
    expect(code).toBe(143);
    expect(events.finished).toMatchObject({
      outcome: 'cancelled',
      error: { message: 'The run was asked to end (SIGTERM).' },
    });
  });

  it('has succeeded if the flow resolves in spite of SIGTERM', async () => {
    const { code, events, stdout } = await flow.run(withWhat('tidy-up'), (text, kill) => {
      if (text.includes('ready') && !text.includes('tidied')) kill('SIGTERM');
    });
    expect([code, events.finished?.outcome]).toEqual([0, 'succeeded']);
    expect(stdout).toContain('tidied up');
  });
});

describe('an entrypoint', () => {
  it('without a default export is a script, which has run when it was imported', async () => {
    const script = await program(
      "import { log, task } from 'headgate'; log.info('ran'); void task('t', () => log.info('in a task'))();",
    );
    const { code, events, stdout } = await script.run();
    await script.remove();
    expect([code, events.tasks.length]).toEqual([0, 1]);
    expect(stdout.split('\n').map(shownText)).toEqual(expect.arrayContaining(['INFO ran', 'INFO in a task']));
  });

  it('whose default export is a function but no flow fails instead of doing nothing', async () => {
    const mistaken = await program('export default async () => 1;');
    const { code, stderr } = await mistaken.run();
    await mistaken.remove();
    expect(code).toBe(1);
    expect(stderr).toContain('Write: export default flow(…).');
  });

  it('of hello-world makes a bundle under 30 kB, without the S3 client', async () => {
    const { code } = await bundleEntrypoint({
      root: path.resolve('.'),
      entrypoint: 'flows/hello-world/index.ts',
    });
    expect(code.length).toBeLessThan(30_000);
  });
});

describe('a flow that is killed half-way', () => {
  let directory: string;
  let server: S3Server;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'headgate-killed-'));
    server = await s3Server();
  });
  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  const aws = () => ({
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });

  it.each<[string, () => string]>([
    ['a directory', () => path.join(directory, 'store')],
    ['a bucket', () => 's3://bucket/checkpoints'],
  ])('repeats no finished task in its next attempt, with checkpoints in %s', async (name, place) => {
    const file = path.join(directory, `${name.replaceAll(' ', '-')}.txt`);
    const environment = { ...withWhat('pages', file), ...aws(), HEADGATE_CHECKPOINTS: place() };
    const first = await flow.run(environment, (text, kill) => {
      if (text.split('"task-ended"').length > 10) kill('SIGKILL');
    });
    expect(first.signal).toBe('SIGKILL');
    const finished = first.events.tasks.filter(({ outcome }) => outcome === 'succeeded').length;
    expect(finished).toBeGreaterThanOrEqual(9);
    expect(finished).toBeLessThan(40);
    const second = await flow.run({ ...environment, HEADGATE_ATTEMPT: '2' });
    expect(second.code).toBe(0);
    const restored = second.events.tasks.filter(({ outcome }) => outcome === 'restored').length;
    expect(restored).toBeGreaterThanOrEqual(finished);
    const ran = (await readFile(file, 'utf8')).trimEnd().split('\n');
    // The task that was under way when the process died runs again; no other does.
    expect(ran.length).toBeLessThanOrEqual(41);
    expect(new Set(ran).size).toBe(40);
    for (let n = 0; n < finished; n += 1) expect(ran.filter((line) => line === String(n))).toHaveLength(1);
  });

  it('leaves whole files only', async () => {
    const folder = path.join(directory, 'store', 'tested', 'tested-1');
    const files = await readdir(folder);
    expect(files.filter((file) => file.endsWith('.json'))).toHaveLength(40);
    for (const file of files.filter((item) => item.endsWith('.json')))
      expect((await stat(path.join(folder, file))).size).toBeGreaterThan(10);
  });
});
