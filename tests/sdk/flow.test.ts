import { describe, expect, it } from '@jest/globals';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';
import { isDoNotRetry } from '../../src/sdk/errors.ts';
import {
  artifact,
  EventTooLargeError,
  type FlowContext,
  flow,
  log,
  parameters,
  progress,
  type Row,
  recordEvents,
  signal,
  slot,
  task,
} from '../../src/sdk.ts';

describe('a flow', () => {
  it('is called with its parameters, which its tasks see as well', async () => {
    const show = task('show', () => [parameters(), slot()?.toISOString()]);
    const shown = flow(async ({ parameters: own }: FlowContext<{ readonly region: string }>) => [
      own.region,
      await show(),
    ]);
    const at = new Date('2026-01-01T00:00:00Z');
    await expect(shown({ region: 'eu' }, { slot: at })).resolves.toEqual([
      'eu',
      [{ region: 'eu' }, '2026-01-01T00:00:00.000Z'],
    ]);
  });

  it('checks and types its parameters by a schema', async () => {
    const typed = flow(({ parameters: { days } }) => days + 1, {
      parameters: z.object({ days: z.number().int().default(3) }),
    });
    await expect(typed({})).resolves.toBe(4);
    const error = await typed({ days: 'x' as unknown as number }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'ParameterError',
      message: expect.stringMatching(/^parameters\.days: .*number/),
    });
    expect(isDoNotRetry(error)).toBe(true);
  });

  it('takes the schemas of zod, valibot and arktype, typed by what they give and checked the same', async () => {
    type Typed = { readonly region: 'us' | 'eu'; readonly days: number };
    const show = ({ parameters: given }: FlowContext<Typed>): string => `${given.region} ${given.days}`;
    const flows = {
      zod: flow(show, {
        parameters: z.object({ region: z.enum(['us', 'eu']), days: z.number().int().default(7) }),
      }),
      valibot: flow(show, {
        parameters: v.object({
          region: v.picklist(['us', 'eu']),
          days: v.optional(v.pipe(v.number(), v.integer()), 7),
        }),
      }),
      arktype: flow(show, { parameters: type({ region: "'us' | 'eu'", days: 'number.integer = 7' }) }),
    };
    for (const [library, shown] of Object.entries(flows)) {
      expect([library, await shown({ region: 'eu' })]).toEqual([library, 'eu 7']);
      const error = await shown({ region: 'mars' as 'eu' }).catch((reason: unknown) => reason);
      expect([library, isDoNotRetry(error)]).toEqual([library, true]);
      expect(error).toMatchObject({
        name: 'ParameterError',
        message: expect.stringMatching(/^parameters\.region: /),
      });
    }
    // @ts-expect-error What a schema does not take, a caller of the flow cannot give.
    await expect(flows.zod({ region: 'mars' })).rejects.toThrow('parameters.region');
  });

  it('may read its parameters anywhere by a schema', async () => {
    const anywhere = flow(() => parameters(z.object({ n: z.coerce.number() })).n);
    await expect(anywhere({ n: '5' })).resolves.toBe(5);
    const refined = z.object({}).refine(async () => true);
    await expect(flow(() => parameters(refined))({})).rejects.toThrow('checks asynchronously');
  });

  it('may call another flow with parameters of its own', async () => {
    const inner = flow(({ parameters: { n } }: FlowContext<{ readonly n: number }>) => n * 2);
    const outer = flow(async ({ parameters: { n } }: FlowContext<{ readonly n: number }>) => [
      await inner({ n: n + 1 }),
      parameters<{ n: number }>().n,
    ]);
    await expect(outer({ n: 1 })).resolves.toEqual([4, 1]);
  });

  it('hands the signal of its caller on', async () => {
    const controller = new AbortController();
    const same = flow(({ signal: own }) => [own === controller.signal, signal() === controller.signal]);
    await expect(same({}, { signal: controller.signal })).resolves.toEqual([true, true]);
  });
});

describe('log', () => {
  it('keeps structured fields, whatever they hold', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const { events } = await recordEvents(() => {
      log.info('fields', {
        big: 1n,
        at: new Date(0),
        error: new RangeError('no'),
        none: undefined,
        nan: Number.NaN,
        circular,
      });
      log.warn('large', { text: 'x'.repeat(100_000) });
      log.debug('hidden');
    });
    expect(events).toMatchObject([
      {
        level: 'info',
        fields: {
          big: '1',
          at: '1970-01-01T00:00:00.000Z',
          error: 'RangeError: no',
          nan: 'NaN',
          circular: expect.anything(),
        },
      },
      { level: 'warning', fields: { leftOut: 'text' } },
    ]);
  });

  it('shows what LOG_LEVEL asks for', async () => {
    process.env['LOG_LEVEL'] = 'WARN';
    const { events } = await recordEvents(() => {
      for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level);
    });
    delete process.env['LOG_LEVEL'];
    expect(events).toMatchObject([{ level: 'warning' }, { level: 'error' }]);
  });
});

describe('artifacts', () => {
  const published = async (work: () => void) =>
    (await recordEvents(work)).events.map((event) =>
      event.event === 'artifact' ? event.artifact : event.event,
    );

  it('are tables of objects or of lists', async () => {
    const rows = [
      { a: 1, b: 'x' },
      { a: 2, c: new Date(0) },
    ];
    expect(await published(() => artifact.table('t', rows))).toEqual([
      {
        kind: 'table',
        name: 't',
        columns: ['a', 'b', 'c'],
        rows: [
          [1, 'x', null],
          [2, null, '1970-01-01T00:00:00.000Z'],
        ],
      },
    ]);
    expect(await published(() => artifact.table('t', [[1, 2]], ['x', 'y']))).toMatchObject([
      { columns: ['x', 'y'], rows: [[1, 2]] },
    ]);
    expect(() => artifact.table('t', [[1, 2]])).toThrow('give the names of its columns');
  });

  it('are text, links and images', async () => {
    const made = await published(() => {
      artifact.markdown('notes', '**three** rows');
      artifact.link('site', 'https://example.org/a', 'Site');
      artifact.image('chart', { svg: '<svg/>' });
      artifact.image('photo', { mediaType: 'image/png', bytes: new Uint8Array([1, 2]) }, 'A photo');
    });
    expect(made).toEqual([
      { kind: 'markdown', name: 'notes', text: '**three** rows' },
      { kind: 'link', name: 'site', url: 'https://example.org/a', text: 'Site' },
      {
        kind: 'image',
        name: 'chart',
        alt: 'chart',
        source: { kind: 'data', mediaType: 'image/svg+xml', base64: 'PHN2Zy8+' },
      },
      {
        kind: 'image',
        name: 'photo',
        alt: 'A photo',
        source: { kind: 'data', mediaType: 'image/png', base64: 'AQI=' },
      },
    ]);
  });

  it.each<[string, () => void]>([
    ['An artifact needs a name of 1 to 200 characters, not "".', () => artifact.markdown('', 'x')],
    [
      '"javascript:alert(1)" is no address that people can open.',
      () => artifact.link('x', 'javascript:alert(1)'),
    ],
    ['"no" is no address that people can open.', () => artifact.image('x', { url: 'no' })],
  ])('are refused: %s', (message, make) => expect(make).toThrow(message));

  it('that are too large are refused where they are made', async () => {
    const rows: Row[] = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'some text' }));
    await expect(recordEvents(() => artifact.table('rows', rows))).rejects.toThrow(EventTooLargeError);
  });
});

describe('progress', () => {
  it('is said at most twice a second, and always at the end', async () => {
    const { events } = await recordEvents(() => {
      for (let done = 0; done <= 1_000; done += 1) progress(done, 1_000, 'rows');
    });
    expect(events.at(0)).toMatchObject({ event: 'progress', done: 0, total: 1_000 });
    expect(events.at(-1)).toMatchObject({ done: 1_000 });
    expect(events.length).toBeLessThan(10);
  });
});
