import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostToldCalls } from '../../src/sdk/tally.ts';
import { retryDelayMs, retryRuleOf } from '../../src/sdk/task-options.ts';
import { doNotRetry, MapError, parameters, signal, TaskTimeoutError, task } from '../../src/sdk.ts';
import { play } from './stage.ts';

/** A promise that the test settles itself. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const failing = (times: number, error: () => Error = () => new Error('not yet')) => {
  let calls = 0;
  return {
    calls: () => calls,
    fn: async (value: number) => (++calls <= times ? Promise.reject(error()) : value),
  };
};

describe('a task', () => {
  it('is called as the function that it is', async () => {
    const add = task('add', (a: number, b: number) => a + b);
    await expect(add(1, 2)).resolves.toBe(3);
    expect(add.taskName).toBe('add');
  });

  it('says when it began and ended, within which task, and with which error', async () => {
    const inner = task('inner', async (_: number) => Promise.reject(new TypeError('bad row')), {
      key: (n) => `row ${n}`,
    });
    const outer = task('outer', () => inner(7));
    const { events, outcome } = await play(() => outer());
    expect(outcome).toEqual({ error: new TypeError('bad row') });
    expect(events.map((event) => ({ ...event, at: 0, durationMs: 0 }))).toMatchObject([
      { event: 'task-started', task: 1, name: 'outer' },
      { event: 'task-started', task: 2, name: 'inner', key: 'row 7', parent: 1 },
      {
        event: 'task-ended',
        task: 2,
        outcome: 'failed',
        error: { name: 'TypeError', message: 'bad row', stack: expect.stringContaining('task.test.ts') },
      },
      { event: 'task-ended', task: 1, outcome: 'failed' },
    ]);
  });

  it('tries again as often as asked, and says so', async () => {
    const { fn, calls } = failing(2);
    const flaky = task('flaky', fn, { retries: 2, delay: '1ms' });
    const { events, outcome } = await play(() => flaky(5));
    expect(outcome).toEqual({ value: 5 });
    expect(calls()).toBe(3);
    expect(events).toMatchObject([
      { event: 'task-started' },
      { event: 'task-retrying', attempt: 1, error: { message: 'not yet' } },
      { event: 'task-retrying', attempt: 2 },
      { event: 'task-ended', outcome: 'succeeded', attempt: 3 },
    ]);
  });

  it('fails with the last error when its tries are used up', async () => {
    const { fn, calls } = failing(9);
    const flaky = task('flaky', fn, { retries: 2, delay: '0ms' });
    const { outcome } = await play(() => flaky(1));
    expect(outcome).toEqual({ error: new Error('not yet') });
    expect(calls()).toBe(3);
  });

  it.each<[string, object, () => Error]>([
    ['retryIf says no', { retryIf: (error: Error) => error.message !== 'fatal' }, () => new Error('fatal')],
    ['the error is marked', {}, () => doNotRetry(new Error('fatal'))],
    ['its cause is marked', {}, () => new Error('fatal', { cause: doNotRetry('x') })],
    ['a frozen error is marked', {}, () => doNotRetry(Object.freeze(new Error('fatal')))],
  ])('does not try again when %s', async (_, options, error) => {
    const { fn, calls } = failing(9, error);
    const flaky = task('flaky', fn, { retries: 5, delay: '0ms', ...options });
    await expect(flaky(1)).rejects.toThrow('fatal');
    expect(calls()).toBe(1);
  });

  it('ends a try that takes too long, aborts its signal, and may try again', async () => {
    const reasons: unknown[] = [];
    const slow = task(
      'slow',
      (_: string) =>
        new Promise((resolve) => {
          const own = signal();
          own.addEventListener('abort', () => reasons.push(own.reason));
          if (reasons.length > 0) resolve('second');
        }),
      { timeout: '20ms', retries: 1, delay: '0ms' },
    );
    const { outcome, events } = await play(() => slow('x'));
    expect(outcome).toEqual({ value: 'second' });
    expect(reasons).toEqual([new TaskTimeoutError('slow', 20)]);
    expect(events[1]).toMatchObject({ event: 'task-retrying', error: { name: 'TaskTimeoutError' } });
  });

  it('lets as many calls be under way as its concurrency says, in the order of the calls', async () => {
    const gates = [gate(), gate(), gate()];
    const started: number[] = [];
    const limited = task(
      'limited',
      async (index: number) => {
        started.push(index);
        await gates[index]?.opened;
        return index;
      },
      { concurrency: 2 },
    );
    const all = Promise.all([limited(0), limited(1), limited(2)]);
    await new Promise(setImmediate);
    expect(started).toEqual([0, 1]);
    gates[1]?.open();
    await new Promise(setImmediate);
    expect(started).toEqual([0, 1, 2]);
    gates[0]?.open();
    gates[2]?.open();
    await expect(all).resolves.toEqual([0, 1, 2]);
  });

  it('may call itself without waiting for itself', async () => {
    type Countdown = (n: number) => Promise<number>;
    const countdown: Countdown = task(
      'countdown',
      async (n: number): Promise<number> => (n === 0 ? 0 : countdown(n - 1)),
      {
        concurrency: 1,
      },
    );
    await expect(countdown(3)).resolves.toBe(0);
  });

  it('starts no more tries in a span of time than its rate says', async () => {
    const starts: number[] = [];
    const paced = task('paced', async () => void starts.push(performance.now()), {
      rate: { limit: 2, per: '60ms' },
    });
    await Promise.all(Array.from({ length: 6 }, () => paced()));
    for (let index = 2; index < starts.length; index += 1)
      expect((starts[index] ?? 0) - (starts[index - 2] ?? 0)).toBeGreaterThan(55);
  });

  it('counts that time from when a try really started, however late that was', async () => {
    const starts: number[] = [];
    const paced = task('paced', async () => void starts.push(performance.now()), {
      rate: { limit: 1, per: '60ms' },
    });
    const all = [paced(), paced(), paced()];
    setTimeout(() => {
      const until = performance.now() + 50;
      while (performance.now() < until);
    }, 40);
    await Promise.all(all);
    const [, second = 0, third = 0] = starts;
    expect(third - second).toBeGreaterThan(55);
  });

  it('shares results by its cache key, but no failures', async () => {
    let calls = 0;
    const load = task(
      'load',
      async (id: string, _noise: number) => (++calls === 1 ? Promise.reject(new Error('no')) : id),
      {
        cache: { key: (id) => id },
      },
    );
    await expect(load('a', 1)).rejects.toThrow('no');
    const { events } = await play(() => Promise.all([load('a', 2), load('a', 3), load('b', 4)]));
    expect(calls).toBe(3);
    expect(events.flatMap((event) => (event.event === 'task-ended' ? [event.outcome] : [])).sort()).toEqual([
      'restored',
      'succeeded',
      'succeeded',
    ]);
  });

  it('begins nothing and waits for nothing once the run is asked to end', async () => {
    const controller = new AbortController();
    const { fn, calls } = failing(9);
    const flaky = task('flaky', fn, { retries: 5, delay: '1h' });
    const played = play(async () => Promise.allSettled([flaky(1), flaky(2).catch(() => flaky(3))]), {
      signal: controller.signal,
    });
    await new Promise(setImmediate);
    controller.abort(new Error('stop'));
    const { outcome, events } = await played;
    expect(outcome).toMatchObject({
      value: [{ reason: { message: 'stop' } }, { reason: { message: 'stop' } }],
    });
    expect(calls()).toBe(2);
    expect(events.at(-1)).toMatchObject({ event: 'task-ended', outcome: 'cancelled' });
  });

  it.each<[object, string]>([
    [{ retries: -1 }, 'Option retries is -1. Write a whole number of at least 0.'],
    [{ concurrency: 0 }, 'Option concurrency is 0. Write a whole number of at least 1.'],
    [{ delay: 5 }, 'Option delay is 5. Write a number with its unit, such as "30s", up to "24d".'],
    [
      { timeout: '40d' },
      'Option timeout is "40d". Write a number with its unit, such as "30s", up to "24d".',
    ],
    [{ jitter: 2 }, 'Option jitter is 2. Write a number from 0 to 1.'],
  ])('refuses %j when it is made', (options, message) => {
    expect(() => task('bad', () => 1, options)).toThrow(message);
  });

  it('needs a name', () => {
    expect(() => task(' ', () => 1)).toThrow('A task needs a name of 1 to 100 characters, not " ".');
  });
});

describe('map', () => {
  it('gives results in the order of the items, however long each took', async () => {
    const gates = Array.from({ length: 3 }, gate);
    const wait = task('wait', async (index: number) => gates[index]?.opened.then(() => index * 10));
    const all = wait.map([0, 1, 2]);
    for (const index of [2, 0, 1]) {
      gates[index]?.open();
      await new Promise(setImmediate);
    }
    await expect(all).resolves.toEqual([0, 10, 20]);
  });

  it('finishes what can be finished and reports the rest', async () => {
    const odd = task('odd', async (n: number) =>
      n % 2 === 1 ? n : Promise.reject(new Error(`${n} is even`)),
    );
    const error = await odd.map([1, 2, 3, 4]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MapError);
    expect(error).toMatchObject({
      message: '2 of 4 items of task "odd" failed: item 1: 2 is even; item 3: 4 is even',
      failures: [{ index: 1 }, { index: 3 }],
      results: [1, undefined, 3, undefined],
    });
    await expect(odd.mapSettled([1, 2])).resolves.toMatchObject([
      { value: 1 },
      { reason: { message: '2 is even' } },
    ]);
  });

  it('begins nothing more after a failure when asked to', async () => {
    const seen: number[] = [];
    const visit = task('visit', async (n: number) =>
      seen.push(n) === 2 ? Promise.reject(new Error('no')) : n,
    );
    await expect(visit.map([1, 2, 3, 4], { concurrency: 1, failFast: true })).rejects.toThrow(MapError);
    expect(seen).toEqual([1, 2]);
  });

  it('is worth another try unless every failure is final', async () => {
    let calls = 0;
    const item = task('item', async (final: boolean) =>
      Promise.reject(final ? doNotRetry('no') : new Error('no')),
    );
    const outer = task(
      'outer',
      (items: readonly boolean[]) => {
        calls += 1;
        return item.map(items);
      },
      {
        retries: 1,
        delay: '0ms',
      },
    );
    const { outcome } = await play(() => outer([true, false]));
    expect(outcome).toMatchObject({ error: { name: 'MapError' } });
    expect(calls).toBe(2);
    await expect(outer([true, true])).rejects.toThrow(MapError);
    expect(calls).toBe(3);
  });

  it('takes items only as fast as they are worked off, also from an asynchronous source', async () => {
    let taken = 0;
    let most = 0;
    let done = 0;
    async function* source() {
      for (let index = 0; index < 50; index += 1) {
        taken += 1;
        most = Math.max(most, taken - done);
        yield index;
      }
    }
    const work = task('work', async (n: number) => {
      await new Promise(setImmediate);
      done += 1;
      return n;
    });
    await expect(work.map(source(), { concurrency: 4 })).resolves.toHaveLength(50);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('fails with the error of its source', async () => {
    const work = task('work', (n: number) => n);
    const source = function* () {
      yield 1;
      throw new Error('source broke');
    };
    await expect(work.map(source())).rejects.toThrow('source broke');
  });

  it('tells of the first calls one by one and of all of them in sum', async () => {
    const work = task('work', async (n: number) => (n === 999 ? Promise.reject(new Error('last')) : n));
    const { events } = await play(() => work.mapSettled(Array.from({ length: 1_000 }, (_, index) => index)));
    const started = events.filter(({ event }) => event === 'task-started');
    expect(started).toHaveLength(mostToldCalls);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'task-ended', key: '999', outcome: 'failed' }),
    );
    expect(events.at(-1)).toMatchObject({ event: 'progress', name: 'work', done: 1_000, total: 1_000 });
  });

  it('gives what a plain loop would give, whatever the limits', async () => {
    const limits = {
      items: fc.array(fc.integer()),
      concurrency: fc.integer({ min: 1, max: 8 }),
      own: fc.integer({ min: 1, max: 4 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(limits), async ({ items, concurrency, own }) => {
        let underWay = 0;
        let most = 0;
        const work = task(
          'work',
          async (n: number) => {
            most = Math.max(most, ++underWay);
            await Promise.resolve();
            underWay -= 1;
            return n + 1;
          },
          { concurrency: own },
        );
        expect(await work.map(items, { concurrency })).toEqual(items.map((n) => n + 1));
        expect(most).toBeLessThanOrEqual(Math.min(concurrency, own));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the delay before a further try', () => {
  it('doubles up to its limit, and jitter only adds', () => {
    const rule = retryRuleOf({ delay: '1s', maxDelay: '10s', jitter: 0.5 });
    expect([1, 2, 3, 4, 5, 90].map((failures) => retryDelayMs(rule, failures, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
    expect(retryDelayMs(rule, 1, 1)).toBe(1_500);
    expect(retryDelayMs(retryRuleOf({ delay: '1s', backoff: 'constant', jitter: 0 }), 7, 1)).toBe(1_000);
  });
});

it('outside of a flow there are no parameters', () => {
  expect(parameters()).toEqual({});
});
