import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExpectedPlace } from '../../../src/adapters/git/expected-place.ts';
import { deploymentPath, runsPath } from '../../../src/adapters/git/state/layout.ts';
import type { Registry } from '../../../src/core/deployment.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import { dayMs, plusMs } from '../../../src/core/instant.ts';
import { RefusedError } from '../../../src/core/problem.ts';
import type { State } from '../../../src/core/state.ts';
import { type Files, filesOf, type ReadOptions, readFiles, refusalOf } from './state-files.ts';
import { at, daily, now, registry, runOf, stateOf, versionOf } from './state-values.ts';

const ecs: ExpectedPlace = {
  kind: 'ecs',
  project: 'acme',
  region: 'us-east-1',
  account: '123456789012',
  cluster: 'headgate-acme',
};
const runsFile = runsPath(daily);
const none: Registry = { deployments: new Map() };

const encode = (state: State) => filesOf({ state, registry: none });
const decode = (files: Files, options: ReadOptions = {}) => readFiles(files, options).state;
/** The file with the runs of the one flow. */
const encodeRuns = (state: State) => encode(state)[runsFile] ?? '';

const refusalOfRuns = (text: string, options: ReadOptions = {}) =>
  refusalOf(() => decode({ ...encode(good), [runsFile]: text }, options));
const refusalOfRoot = (text: string) => refusalOf(() => decode({ ...encode(good), 'state.json': text }));

type Loose = { [key: string]: unknown };

/** The text of the runs of a good state after a change to its JSON. */
function tampered(change: (document: Loose & { runs: Loose[] }) => void, state = good): string {
  const document = JSON.parse(encodeRuns(state));
  change(document);
  return JSON.stringify(document);
}

function tamperedRoot(change: (document: Loose) => void): string {
  const document = JSON.parse(encode(good)['state.json'] ?? '');
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

type DeploymentDocument = { version: Loose; policy: Loose & { schedules: Loose[] } } & Loose;

function deploymentDocument(): DeploymentDocument {
  return JSON.parse(filesOf({ state: good, registry })[deploymentPath(daily)] ?? '') as DeploymentDocument;
}

function refusalOfDeployment(document: object): RefusedError['problem'] {
  const files = filesOf({ state: good, registry });
  return refusalOf(() => readFiles({ ...files, [deploymentPath(daily)]: JSON.stringify(document) }));
}

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
    ['half a text', encodeRuns(good).slice(0, 200), 'E_STATE_CORRUPT'],
    ['keys that occur twice', '{"flow":"daily","flow":"daily"}', 'E_STATE_CORRUPT'],
    ['keys that occur twice, one of them escaped', '{"flow":"daily","fl\\u006fw":"x"}', 'E_STATE_CORRUPT'],
    ['no flow', '{}', 'E_STATE_CORRUPT'],
    ['another flow', '{"flow":"weekly"}', 'E_STATE_CORRUPT'],
    ['a list', '[]', 'E_STATE_CORRUPT'],
    ['null', 'null', 'E_STATE_CORRUPT'],
    ["another flow's run", withRun({ flow: 'weekly', revision: 'local:weekly:1' }), 'E_STATE_CORRUPT'],
    ['parameters that the file does not hold', withRun({ parameters: 'abc' }), 'E_STATE_CORRUPT'],
    ['parameters called like a method', withRun({ parameters: 'constructor' }), 'E_STATE_CORRUPT'],
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
      'E_UNKNOWN_KEY',
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
  ])('whose runs have %s is refused', (_, text, code) => {
    expect(refusalOfRuns(text)).toMatchObject({ code, fix: expect.anything() });
  });

  it.each<[string, string, string]>([
    ['a newer schema', '{"schema":999}', 'E_STATE_TOO_NEW'],
    ['an unknown schema', '{"schema":0}', 'E_STATE_CORRUPT'],
    ['no schema', '{}', 'E_STATE_CORRUPT'],
    ['keys that occur twice', '{"schema":2,"schema":3}', 'E_STATE_CORRUPT'],
    ['a negative sequence', tamperedRoot((document) => (document['sequence'] = -1)), 'E_STATE_CORRUPT'],
    [
      'an impossible date',
      tamperedRoot((document) => (document['mark'] = '2026-02-30T00:00Z')),
      'E_STATE_CORRUPT',
    ],
    [
      'a watermark from next week',
      tamperedRoot((document) => (document['mark'] = '2026-12-01T00:00Z')),
      'E_STATE_CORRUPT',
    ],
    ['runs', tamperedRoot((document) => (document['runs'] = [])), 'E_UNKNOWN_KEY'],
  ])('whose state.json has %s is refused', (_, text, code) => {
    expect(refusalOfRoot(text)).toMatchObject({ code, fix: expect.anything() });
  });

  it.each([
    ['that no flow can have', 'runs/00/../daily.json'],
    ['in the folder of another flow', runsPath('weekly' as FlowName).replace('weekly', 'daily')],
    ['that is too deep', 'deployments/00/a/b.json'],
    ['that is no record', 'runs/notes.txt'],
  ])('with a file %s among its records is refused', (_, path) => {
    const act = () => decode({ ...encode(good), [path]: '{"flow":"daily"}' });
    expect(refusalOf(act)).toMatchObject({
      code: 'E_STATE_CORRUPT',
      place: { file: `headgate-state:${path}` },
    });
  });

  it('that has one run on two pages is refused', () => {
    const act = () =>
      decode({ ...encode(good), [runsPath(daily, 1)]: encodeRuns(stateOf(1, [runOf('daily-1')])) });
    expect(refusalOf(act)).toMatchObject({ code: 'E_STATE_CORRUPT', field: 'runs' });
  });

  it.each([
    ['another account', arn('999999999999', 'headgate-acme')],
    ['another cluster', arn('123456789012', 'x')],
    ['another region', arn('123456789012', 'headgate-acme', 'eu-west-1')],
    ['a malformed ARN', 'x'],
    ['a local process', 'local-1'],
  ])('that names an ECS task of %s is refused', (_, handle) => {
    expect(refusalOfRuns(withHandle(handle), { place: ecs })).toMatchObject({ code: 'E_STATE_ARN' });
  });

  it('that names our own ECS task is believed', () => {
    const text = withHandle(arn('123456789012', 'headgate-acme'));
    expect(decode({ ...encode(good), [runsFile]: text }, { place: ecs }).runs.size).toBe(1);
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
    const foreign = { deployments: new Map([[daily, { ...deployment, version, earlier: [] }]]) };
    const act = () => readFiles(filesOf({ state: stateOf(1), registry: foreign }), { place: ecs });
    expect(refusalOf(act)).toMatchObject({ code: 'E_STATE_ARN' });
  });

  it.each<[string, (policy: Loose) => void]>([
    [
      'makes up for a billion slots',
      (policy) => Object.assign(policy['catchUp'] as Loose, { max: 1_000_000_000 }),
    ],
    ['looks back for years', (policy) => Object.assign(policy['catchUp'] as Loose, { windowSeconds: 1e9 })],
    [
      'fires each second',
      (policy) => Object.assign((policy['schedules'] as [Loose, Loose])[1], { everySeconds: 1 }),
    ],
    ['retries without end', (policy) => Object.assign(policy['retries'] as Loose, { limit: 1_000 })],
    ['runs for a year', (policy) => Object.assign(policy['timeout'] as Loose, { runSeconds: 31_536_000 })],
    [
      'has a hundred schedules',
      (policy) => Object.assign(policy, { schedules: Array(100).fill((policy['schedules'] as Loose[])[0]) }),
    ],
  ])('whose policy %s, which no manifest may ask for, is refused', (_, change) => {
    const document = deploymentDocument();
    change(document.policy);
    expect(refusalOfDeployment(document)).toMatchObject({ code: 'E_STATE_CORRUPT', fix: 'Put it back.' });
  });

  it.each<[string, object]>([
    ['a cron that no deploy takes', { cron: '99 * * * *' }],
    ['a cron that never fires', { cron: '0 0 30 2 *' }],
    ['a time zone that does not exist', { timezone: 'Europe/Nowhere' }],
  ])('whose schedule has %s is refused before a tick computes with it', (_, change) => {
    const document = deploymentDocument();
    Object.assign(document.policy.schedules[0] ?? {}, change);
    const problem = refusalOfDeployment(document);
    expect(problem).toMatchObject({
      code: 'E_STATE_CORRUPT',
      field: 'policy.schedules[0]',
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
    const document = deploymentDocument();
    Object.assign(document.version, change);
    const problem = refusalOfDeployment(document);
    expect(problem.code).toMatch(/^E_(?:STATE_CORRUPT|UNKNOWN_KEY)$/);
  });

  it('whose deployment says what a network is, instead of naming one, is refused', () => {
    const document = deploymentDocument();
    Object.assign(document.policy, { network: { subnets: ['subnet-0bad'] } });
    const problem = refusalOfDeployment(document);
    expect(problem).toMatchObject({
      code: 'E_STATE_CORRUPT',
      field: 'policy.network',
    });
  });

  it('is named by record and field, with what to do', () => {
    const problem = refusalOfRuns(withRun({ createdAt: 'yesterday' }));
    expect(problem).toMatchObject({
      place: { file: `headgate-state:${runsFile}` },
      field: 'runs[daily-1].createdAt',
      message: expect.stringContaining('"yesterday"'),
      fix: 'Put it back.',
    });
  });

  it('never gets further than a refusal, whichever field is changed to whatever', () => {
    const paths = leavesOf(JSON.parse(encodeRuns(good)));
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
          const state = decode({ ...encode(good), [runsFile]: text });
          expect(decode(encode(state))).toEqual(state);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('within a day of the clock is believed: clocks differ', () => {
    const state = { ...good, mark: plusMs(now, dayMs - 1) };
    expect(decode(encode(state)).mark).toBe(state.mark);
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
    expect(refusalOfRoot(input)).toMatchObject({ code });
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
