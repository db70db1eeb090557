import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkpointLimitBytes, type Store } from '../../src/sdk/checkpoints.ts';
import { directoryStore } from '../../src/sdk/directory-store.ts';
import { s3Store } from '../../src/sdk/s3-store.ts';
import { task } from '../../src/sdk.ts';
import { type S3Server, s3Server } from './s3-server.ts';
import { play } from './stage.ts';

let directory: string;
let server: S3Server;
const saved = { ...process.env };

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'headgate-checkpoints-'));
  server = await s3Server();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: server.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});

afterEach(async () => {
  process.env = { ...saved };
  await server.close();
  await rm(directory, { recursive: true });
});

const stores: readonly [string, () => Store][] = [
  ['a directory', () => directoryStore(directory)],
  ['a bucket', () => s3Store('s3://bucket/some/prefix/')],
];

/** A task that counts how often it really runs. */
function counted<A extends readonly unknown[], R>(fn: (...inputs: A) => R, options = {}) {
  const calls: A[] = [];
  const counting = task(
    'counted',
    async (...inputs: A) => {
      calls.push(inputs);
      return fn(...inputs);
    },
    options,
  );
  return { calls, counting };
}

describe.each(stores)('checkpoints in %s', (_, storeOf) => {
  it('keep the next attempt from repeating what finished', async () => {
    const store = storeOf();
    let isBroken = true;
    const { calls, counting } = counted((n: number) => {
      if (isBroken && n === 3) throw new Error('broke half-way');
      return { doubled: n * 2, none: null };
    });
    const work = () => counting.map([1, 2, 3, 4], { concurrency: 1 });
    const first = await play(work, { store });
    expect(first.outcome).toMatchObject({ error: { name: 'MapError' } });
    isBroken = false;
    const second = await play(work, { store, attempt: 2 });
    expect(second.outcome).toEqual({ value: [1, 2, 3, 4].map((n) => ({ doubled: n * 2, none: null })) });
    expect(calls).toEqual([[1], [2], [3], [4], [3]]);
    expect(second.events.flatMap((event) => (event.event === 'task-ended' ? [event.outcome] : []))).toEqual([
      'restored',
      'restored',
      'succeeded',
      'restored',
    ]);
    expect(second.warnings).toEqual([]);
  });

  it('tell calls apart by task, inputs, order, key, enclosing task and run', async () => {
    const store = storeOf();
    let count = 0;
    const { calls, counting } = counted((_: string) => ++count);
    const outer = task('outer', async (_: string) => counting('same'), { checkpoint: false });
    const work = async () => [
      await counting('same'),
      await counting('same'),
      await counting('other'),
      await outer('a'),
      await outer('b'),
    ];
    const first = await play(work, { store });
    expect(first.outcome).toEqual({ value: [1, 2, 3, 4, 5] });
    const second = await play(work, { store, attempt: 2 });
    expect(second.outcome).toEqual(first.outcome);
    await play(work, { store, attempt: 2, run: '../other' });
    expect(calls).toHaveLength(10);
  });

  it('do not depend on the order in which calls with different inputs come', async () => {
    const store = storeOf();
    const { calls, counting } = counted((n: number) => n * 10);
    await play(() => counting.map([1, 2, 3]), { store });
    const { outcome } = await play(() => counting.map([3, 4, 1]), { store, attempt: 2 });
    expect(outcome).toEqual({ value: [30, 40, 10] });
    expect(calls).toEqual([[1], [2], [3], [4]]);
  });

  it('let the first of two overlapping attempts win, and both go on with its result', async () => {
    const store = storeOf();
    const { counting } = counted((_: string) => Math.random());
    const work = () => counting('x');
    const both = await Promise.all([play(work, { store }), play(work, { store, attempt: 2 })]);
    expect(both[0].outcome).toEqual(both[1].outcome);
    const third = await play(work, { store, attempt: 3 });
    expect(third.outcome).toEqual(both[0].outcome);
  });

  it('keep a result without a value', async () => {
    const store = storeOf();
    const { calls, counting } = counted(() => undefined);
    await play(() => counting(), { store });
    const { outcome } = await play(() => counting(), { store, attempt: 2 });
    expect(outcome).toEqual({ value: undefined });
    expect(calls).toHaveLength(1);
  });

  it('share results across runs until they expire, when a cache says so', async () => {
    const store = storeOf();
    const make = (expires: string) =>
      counted((_: string) => 'rate', { cache: { key: (day: string) => day, expires } });
    const [one, two, three] = [make('1h'), make('1h'), make('0ms')];
    await play(() => one.counting('today'), { store, run: 'a' });
    const { outcome } = await play(() => two.counting('today'), { store, run: 'b' });
    await play(() => three.counting('today'), { store, run: 'c' });
    expect(outcome).toEqual({ value: 'rate' });
    expect([one, two, three].map(({ calls }) => calls.length)).toEqual([1, 0, 1]);
  });
});

describe('checkpoints', () => {
  it('warn once about results and inputs that JSON cannot hold, and do the work again', async () => {
    const store = directoryStore(directory);
    const date = counted((_: number) => new Date(0));
    const work = () => date.counting.map([1, 2]);
    const first = await play(work, { store });
    expect(first.outcome).toEqual({ value: [new Date(0), new Date(0)] });
    expect(first.warnings).toEqual([
      'Results of task "counted" are not kept for a next attempt: its result is no plain JSON value.',
    ]);
    const client = counted((_: Map<string, string>) => 1);
    const second = await play(() => client.counting(new Map()), { store });
    expect(second.warnings[0]).toContain('its inputs are no plain JSON values, and it has no option key');
    const large = counted(() => 'x'.repeat(checkpointLimitBytes));
    expect((await play(() => large.counting(), { store })).warnings[0]).toContain(
      `more than ${checkpointLimitBytes} bytes`,
    );
  });

  it('are kept by key when the inputs cannot be', async () => {
    const store = directoryStore(directory);
    const { calls, counting } = counted((_: object, page: number) => page, {
      key: (_: object, page: number) => `page ${page}`,
    });
    const work = () => Promise.all([counting(new Map(), 1), counting(new Map(), 2)]);
    await play(work, { store });
    const { outcome } = await play(work, { store, attempt: 2 });
    expect(outcome).toEqual({ value: [1, 2] });
    expect(calls).toHaveLength(2);
  });

  it('count as not there when they are damaged, and leave no drafts', async () => {
    const store = directoryStore(directory);
    const { calls, counting } = counted((n: number) => n);
    await play(() => counting(1), { store });
    const folder = path.join(directory, 'flow', 'run');
    const [file = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    for (const damaged of [
      '',
      '{"version":1',
      '{"version":2,"task":"counted","value":7}',
      '{"version":1,"task":"x"}',
      '[]',
    ]) {
      await writeFile(path.join(folder, file), damaged);
      const { outcome, warnings } = await play(() => counting(1), { store, attempt: 2 });
      expect([outcome, warnings]).toEqual([{ value: 1 }, []]);
    }
    expect(calls).toHaveLength(6);
    expect(await readFile(path.join(folder, file), 'utf8')).toBe('[]');
  });

  it('never fail the run when their store does, and leave it alone after a while', async () => {
    let asked = 0;
    const refuse = () => {
      asked += 1;
      return Promise.reject(new Error('access denied'));
    };
    const { counting } = counted((n: number) => n);
    const { outcome, warnings } = await play(() => counting.map([1, 2, 3, 4, 5], { concurrency: 1 }), {
      store: { read: refuse, write: refuse },
      attempt: 2,
    });
    expect(outcome).toEqual({ value: [1, 2, 3, 4, 5] });
    expect(asked).toBe(3);
    expect(warnings.at(-1)).toBe('The checkpoint store failed: access denied. It is not asked any more.');
  });

  it('ask nothing in a first attempt, since nothing can be there', async () => {
    const { counting } = counted((n: number) => n);
    await play(() => counting(1), { store: s3Store('s3://bucket') });
    expect(server.requests).toEqual([expect.stringMatching(/^PUT bucket\/flow\/run\/[0-9a-f]{40}\.json$/)]);
  });

  it('try again when S3 asks for it, and when it is busy', async () => {
    const { calls, counting } = counted((n: number) => n);
    const store = s3Store('s3://bucket');
    server.faults.push(409, 503);
    const { warnings } = await play(() => counting(1), { store });
    expect(warnings).toEqual([]);
    await play(() => counting(1), { store, attempt: 2 });
    expect(calls).toHaveLength(1);
  });

  it('name an address that is none', () => {
    expect(() => s3Store('s3://UPPER/x')).toThrow(
      'HEADGATE_CHECKPOINTS is "s3://UPPER/x". Write s3://bucket/prefix.',
    );
  });
});
