import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExpectedPlace } from '../../../src/adapters/git/expected-place.ts';
import { encodeRegistry, encodeState } from '../../../src/adapters/git/record-text.ts';
import { decodeRegistry, decodeState, type ReadContext } from '../../../src/adapters/git/records.ts';
import { dayMs, plusMs } from '../../../src/core/instant.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import type { State } from '../../../src/core/state.ts';
import {
  anyRegistry,
  anyState,
  at,
  daily,
  now,
  registry,
  runOf,
  stateOf,
  versionOf,
} from './state-values.ts';

const ecs: ExpectedPlace = {
  kind: 'ecs',
  project: 'acme',
  region: 'us-east-1',
  account: '123456789012',
  cluster: 'headgate-acme',
};
const context: ReadContext = {
  file: 'headgate-state:state.json',
  restore: 'Put it back.',
  place: { kind: 'local' },
  now,
};

const bytesOf = (text: string) => new TextEncoder().encode(text);

function refusalOf(act: () => unknown): RefusedError['problem'] {
  try {
    act();
  } catch (error) {
    if (error instanceof RefusedError) return error.problem;
    throw error;
  }
  throw new Error('It was accepted.');
}

const refusalOfText = (text: string, place: ExpectedPlace = { kind: 'local' }) =>
  refusalOf(() => decodeState(bytesOf(text), { ...context, place }));

type Loose = { [key: string]: unknown };

/** The text of a good state after a change to its JSON. */
function tampered(change: (document: Loose & { runs: Loose[] }) => void, state = good): string {
  const document = JSON.parse(encodeState(state));
  change(document);
  return JSON.stringify(document);
}

const good: State = {
  ...stateOf(4, [runOf('daily-1'), runOf('daily-2', { phase: { state: 'queued', notBefore: now } })]),
  pauses: new Map([[daily, { flow: daily, at: now, by: 'ada' }]]),
  gaps: [
    {
      flow: daily,
      outcome: 'skipped',
      because: 'overlap',
      from: at('2026-11-24T08:00:00Z'),
      to: now,
      count: 3,
    },
  ],
};

describe('records of state', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(decodeState(bytesOf(encodeState(state)), context)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it('of deployments come back from their text as they were', () => {
    fc.assert(
      fc.property(anyRegistry, (value) => {
        expect(decodeRegistry(bytesOf(encodeRegistry(value)), context)).toEqual(value);
      }),
    );
  });

  it('have one text, whatever the order in which they were made', () => {
    const turned = { ...good, runs: new Map([...good.runs].toReversed()) };
    expect(encodeState(turned)).toBe(encodeState(good));
  });

  it('take one line each, so that one changed run changes one line', () => {
    const before = encodeState(good).split('\n');
    const changed = new Map(good.runs).set('daily-2' as never, runOf('daily-2', { granted: 1 }));
    const after = encodeState({ ...good, runs: changed }).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  });

  it('are not written when they would be larger than GitHub shows', () => {
    const runs = Array.from({ length: 1_100 }, (_, index) =>
      runOf(`daily-${index}`, { parameters: { note: 'x'.repeat(1_000) } }),
    );
    expect(refusalOf(() => encodeState(stateOf(1, runs)))).toMatchObject({ code: 'E_STATE_TOO_LARGE' });
  });

  it('are read with the byte order mark and CRLF that an editor on Windows leaves', () => {
    const text = `\uFEFF${encodeState(good).replaceAll('\n', '\r\n')}`;
    expect(decodeState(bytesOf(text), context)).toEqual(good);
  });
});

describe('hostile state', () => {
  const arn = (account: string, cluster: string, region = 'us-east-1') =>
    `arn:aws:ecs:${region}:${account}:task/${cluster}/${'0'.repeat(32)}`;
  const withHandle = (handle: string) => {
    const definition = 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-daily:7';
    const run = runOf('daily-1', { revision: definition });
    return tampered(
      (document) => {
        (document.runs[0]?.['attempts'] as Loose[])[0] = {
          number: 1,
          launchTry: 1,
          intendedAt: '2026-11-24T09:00Z',
          handle,
        };
      },
      stateOf(1, [run]),
    );
  };
  const withRun = (change: Loose) => tampered(({ runs }) => Object.assign(runs[0] as Loose, change));

  it.each<[string, string, string]>([
    ['an error page', '<html>502 Bad Gateway</html>', 'E_STATE_CORRUPT'],
    ['nothing', '', 'E_STATE_CORRUPT'],
    ['half a text', encodeState(good).slice(0, 200), 'E_STATE_CORRUPT'],
    ['keys that occur twice', '{"schema":1,"schema":2}', 'E_STATE_CORRUPT'],
    ['keys that occur twice, one of them escaped', '{"schema":1,"sch\\u0065ma":2}', 'E_STATE_CORRUPT'],
    ['a newer schema', '{"schema":999}', 'E_STATE_TOO_NEW'],
    ['no schema', '{}', 'E_STATE_CORRUPT'],
    ['a list', '[]', 'E_STATE_CORRUPT'],
    ['null', 'null', 'E_STATE_CORRUPT'],
    ['a negative sequence', tampered((document) => (document['sequence'] = -1)), 'E_STATE_CORRUPT'],
    ['deep nesting', '['.repeat(100_000), 'E_STATE_CORRUPT'],
    ['deep nesting that is closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'E_STATE_CORRUPT'],
    ['merge markers', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'E_STATE_CORRUPT'],
    ['more than 1 MiB', ' '.repeat(1_048_577), 'E_STATE_CORRUPT'],
    ['a run that names an image', withRun({ image: 'evil', command: ['sh'] }), 'E_UNKNOWN_KEY'],
    [
      'a key called __proto__',
      withRun({ parameters: JSON.parse('{"__proto__":{"a":1}}') }),
      'E_STATE_CORRUPT',
    ],
    [
      'an end of a run that is running',
      withRun({ phase: { state: 'running', endedAt: '2026-11-24T09:30Z' } }),
      'E_STATE_CORRUPT',
    ],
    ['an ended run without its end', withRun({ phase: { state: 'failed' } }), 'E_STATE_CORRUPT'],
    ['a state that nothing has', withRun({ phase: { state: 'RUNNING' } }), 'E_STATE_CORRUPT'],
    [
      'success with another exit code',
      withRun({
        attempts: [
          {
            number: 1,
            launchTry: 1,
            intendedAt: '2026-11-24T09:00Z',
            ending: { class: 'exit-zero', exitCode: 3, at: '2026-11-24T09:10Z' },
          },
        ],
      }),
      'E_STATE_CORRUPT',
    ],
    [
      'attempts out of order',
      withRun({
        attempts: [2, 1].map((number) => ({ number, launchTry: 1, intendedAt: '2026-11-24T09:00Z' })),
      }),
      'E_STATE_CORRUPT',
    ],
    ['two records of one run', tampered(({ runs }) => runs.push(runs[0] as Loose)), 'E_STATE_CORRUPT'],
    [
      'an id above 2^53',
      withRun({ shown: { checkId: 7, as: '' } }).replace('"checkId":7', '"checkId":9007199254740993'),
      'E_STATE_CORRUPT',
    ],
    [
      'a number out of range',
      withRun({ parameters: { n: 0 } }).replace('"n":0', '"n":1e999'),
      'E_STATE_CORRUPT',
    ],
    [
      'an impossible date',
      tampered((document) => (document['mark'] = '2026-02-30T00:00Z')),
      'E_STATE_CORRUPT',
    ],
    [
      'a watermark from next week',
      tampered((document) => (document['mark'] = '2026-12-01T00:00Z')),
      'E_STATE_CORRUPT',
    ],
    ['a run of next year', withRun({ createdAt: '2027-11-24T00:00Z' }), 'E_STATE_CORRUPT'],
    [
      'a run that waits for ever',
      withRun({ phase: { state: 'queued', notBefore: '2999-01-01T00:00Z' } }),
      'E_STATE_CORRUPT',
    ],
    ["another flow's revision", withRun({ revision: 'local:other:0123456789ab' }), 'E_STATE_ARN'],
    [
      'a path as the name of a process',
      withRun({
        attempts: [{ number: 1, launchTry: 1, intendedAt: '2026-11-24T09:00Z', handle: '../../etc' }],
      }),
      'E_STATE_ARN',
    ],
  ])('with %s is refused', (_, text, code) => {
    expect(refusalOfText(text)).toMatchObject({ code, fix: expect.anything() });
  });

  it.each([
    ['another account', arn('999999999999', 'headgate-acme')],
    ['another cluster', arn('123456789012', 'x')],
    ['another region', arn('123456789012', 'headgate-acme', 'eu-west-1')],
    ['a malformed ARN', 'x'],
    ['a local process', 'local-1'],
  ])('that names an ECS task of %s is refused', (_, handle) => {
    expect(refusalOfText(withHandle(handle), ecs)).toMatchObject({ code: 'E_STATE_ARN' });
  });

  it('that names our own ECS task is believed', () => {
    const text = withHandle(arn('123456789012', 'headgate-acme'));
    expect(decodeState(bytesOf(text), { ...context, place: ecs }).runs.size).toBe(1);
  });

  it.each([
    ['another family', 'arn:aws:ecs:us-east-1:123456789012:task-definition/payroll:1'],
    ["another flow's family", 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-other:1'],
    ['no revision', 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-daily'],
    ['another account', 'arn:aws:ecs:us-east-1:999999999999:task-definition/headgate-acme-daily:1'],
  ])('whose deployment names a task definition of %s is refused', (_, revision) => {
    const version = { ...versionOf('daily'), revision };
    const [deployment] = registry.deployments.values();
    if (deployment === undefined) throw new Error('no deployment');
    const text = encodeRegistry({ deployments: new Map([[daily, { ...deployment, version, earlier: [] }]]) });
    const act = () => decodeRegistry(bytesOf(text), { ...context, place: ecs });
    expect(refusalOf(act)).toMatchObject({ code: 'E_STATE_ARN' });
  });

  it.each<[string, object]>([
    ['a cron that no deploy takes', { cron: '99 * * * *' }],
    ['a cron that never fires', { cron: '0 0 30 2 *' }],
    ['a time zone that does not exist', { timezone: 'Europe/Nowhere' }],
  ])('whose schedule has %s is refused before a tick computes with it', (_, change) => {
    const document = JSON.parse(encodeRegistry(registry));
    Object.assign(document.deployments[0].policy.schedules[0], change);
    const problem = refusalOf(() => decodeRegistry(bytesOf(JSON.stringify(document)), context));
    expect(problem).toMatchObject({
      code: 'E_STATE_CORRUPT',
      field: 'deployments[daily].policy.schedules[0]',
      message: expect.stringContaining('Nothing was launched or written.'),
    });
  });

  it.each<[string, object]>([
    [
      'an address as the run that built an image',
      { built: { run: 'https://example.com', commit: 'c'.repeat(40) } },
    ],
    [
      'a further key of where an image was built',
      { built: { run: '1', commit: 'c'.repeat(40), image: 'x' } },
    ],
  ])('whose deployment has %s is refused', (_, change) => {
    const document = JSON.parse(encodeRegistry(registry));
    Object.assign(document.deployments[0].version, change);
    const act = () => decodeRegistry(bytesOf(JSON.stringify(document)), context);
    expect(refusalOf(act).code).toMatch(/^E_(?:STATE_CORRUPT|UNKNOWN_KEY)$/);
  });

  it('whose deployment says what a network is, instead of naming one, is refused', () => {
    const document = JSON.parse(encodeRegistry(registry));
    Object.assign(document.deployments[0].policy, { network: { subnets: ['subnet-0bad'] } });
    const act = () => decodeRegistry(bytesOf(JSON.stringify(document)), context);
    expect(refusalOf(act)).toMatchObject({
      code: 'E_STATE_CORRUPT',
      field: 'deployments[daily].policy.network',
    });
  });

  it('is named by record and field, with what to do', () => {
    const problem = refusalOfText(withRun({ createdAt: 'yesterday' }));
    expect(problem).toMatchObject({
      place: { file: 'headgate-state:state.json' },
      field: 'runs[daily-1].createdAt',
      message: expect.stringContaining('"yesterday"'),
      fix: 'Put it back.',
    });
  });

  it('never gets further than a refusal, whichever field is changed to whatever', () => {
    const paths = leavesOf(JSON.parse(encodeState(good)));
    const junk = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        'x',
        -1,
        1e308,
        [],
        {},
        true,
        '2999-01-01T00:00Z',
        arn('999999999999', 'x'),
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        const text = tampered((document) => setAt(document, path, value));
        try {
          const state = decodeState(bytesOf(text), context);
          expect(decodeState(bytesOf(encodeState(state)), context)).toEqual(state);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('within a day of the clock is believed: clocks differ', () => {
    const state = { ...good, mark: plusMs(now, dayMs - 1) };
    expect(decodeState(bytesOf(encodeState(state)), context).mark).toBe(state.mark);
  });
});

describe('the shared table of bad inputs', () => {
  type Case = { readonly id: string; readonly area: string; readonly input: string; readonly expect: string };
  const table = readFileSync(new URL('../../bad-inputs.json', import.meta.url), 'utf8');
  const texts = (JSON.parse(table) as Case[]).filter(
    ({ area, input, expect: wanted }) =>
      area === 'state' && !input.startsWith('@') && /^(?:reject|stop) E_/.test(wanted),
  );

  it('has texts of state', () => expect(texts.length).toBeGreaterThan(9));

  // Its records are of another shape than ours: those attacks are made again with our records above.
  it.each(texts)('refuses $id: $why', ({ input, expect: wanted }) => {
    const isOfAnyShape = !/"(?:runs|seq)"/.test(input);
    const code = isOfAnyShape
      ? /E_[A-Z_]+/.exec(wanted)?.[0]
      : expect.stringMatching(/^E_(?:STATE_CORRUPT|UNKNOWN_KEY)$/);
    expect(refusalOfText(input)).toMatchObject({ code });
  });
});

function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [
    [...path],
    ...Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key])),
  ].filter(({ length }) => length > 0);
}

function setAt(document: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce((node, key) => (node as Loose)[key], document) as Loose;
  parent[path.at(-1) ?? ''] = value;
}
