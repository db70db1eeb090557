import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { describeProblem, InputError, type Problem } from '../../src/core/problem.ts';
import type { ActionContext } from '../../src/doors/action/context.ts';
import { readContext } from '../../src/doors/action/context.ts';
import { actionCommands, parseInputs } from '../../src/doors/action/inputs.ts';
import { judgeTrust } from '../../src/doors/action/trust.ts';
import { main } from '../../src/doors/cli/main.ts';
import { parseConfigPath } from '../../src/doors/values.ts';
import { tickOptionsOf } from '../../src/doors/verbs/tick.ts';
import { control } from '../../src/engine/control.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { tick } from '../../src/engine/tick.ts';
import { parseProject } from '../../src/flow/project.ts';
import { hourlyWorld } from './hourly-world.ts';

/**
 * The areas `input`, `state` and `api` of the catalogue of bad inputs. Where the catalogue names an input that has
 * another name or place here, the line says what takes its place.
 */
type Case = { readonly id: string; readonly area: string; readonly input: string; readonly expect: string };
const file = new URL('../bad-inputs.json', import.meta.url);
const cases = (JSON.parse(readFileSync(file, 'utf8')) as readonly Case[]).filter(({ area }) =>
  ['input', 'state', 'api'].includes(area),
);

type Run = () => readonly Problem[] | Promise<readonly Problem[]>;
type Verdict =
  | { readonly kind: 'reject'; readonly code: string; readonly run: Run; readonly because?: string }
  | { readonly kind: 'accept'; readonly run: Run }
  | { readonly kind: 'elsewhere'; readonly file: string; readonly title: string };

const reject = (code: string, run: Run, because?: string): Verdict => ({
  kind: 'reject',
  code,
  run,
  ...(because === undefined ? {} : { because }),
});
const accept = (run: Run): Verdict => ({ kind: 'accept', run });
const elsewhere = (path: string, title: string): Verdict => ({ kind: 'elsewhere', file: path, title });

const inputs = (given: { readonly [name: string]: string }): readonly Problem[] => {
  const answer = parseInputs((name) => ({ token: 't', ...given })[name] ?? '');
  return answer.kind === 'bad' ? answer.problems : [];
};
const project = (text: string): readonly Problem[] =>
  parseProject({ file: 'headgate.yml', bytes: new TextEncoder().encode(text) }).problems;
const placement = (change: { readonly [key: string]: string }): readonly Problem[] => {
  const keys = {
    region: 'us-east-1',
    cluster: 'c',
    subnets: '[subnet-0aaa]',
    'security-groups': '[sg-0ccc]',
    'execution-role': 'arn:aws:iam::123456789012:role/headgate-execution',
    'log-group': '/acme',
    ...change,
  };
  const rows = Object.entries(keys).map(([key, value]) => `  ${key}: ${value}\n`);
  return project(`project: acme\naws:\n${rows.join('')}`);
};
const context = (environment: { readonly [name: string]: string }): readonly Problem[] => {
  const answer = readContext({
    GITHUB_REPOSITORY: 'acme/flows',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    ...environment,
  });
  return answer.kind === 'bad' ? answer.problems : [];
};
/** The codes of every command on an event: one that lets any command through gives nothing. */
const everyCommandOn = (event: string): readonly Problem[] => {
  const problems = actionCommands.map((command) =>
    judgeTrust(command, { event, ref: 'refs/heads/main', defaultBranch: 'main' } as ActionContext),
  );
  return problems.includes(undefined) ? [] : problems.flatMap((problem) => problem ?? []);
};
/** What the command line says, as problems: its JSON holds them. */
const commandLine = async (...argv: string[]): Promise<readonly Problem[]> => {
  let printed = '';
  let said = '';
  const output = {
    result: (text: string) => {
      printed += text;
    },
    message: (text: string) => {
      said += text;
    },
  };
  expect(await main(argv, '0.0.0', output)).toBe(2);
  expect(said).not.toMatch(/\n {4}at /);
  return (JSON.parse(printed) as { problems: readonly Problem[] }).problems;
};
const backfill = async (from: string, to: string): Promise<readonly Problem[]> => {
  const { world, style } = await hourlyWorld();
  const range = { from: Date.parse(from), to: Date.parse(to) } as never as { from: never; to: never };
  try {
    await control(world, { kind: 'backfill', flow: 'hourly' as never, ...range }, { by: 'x', style });
    return [];
  } catch (error) {
    return error instanceof InputError ? error.problems : [];
  }
};

const flowsAreFixed = 'flows live in flows/: the only path that is given is that of the configuration';
const launchesLimit = 'the limit is a number of the configuration, with the codes of numbers there';

const verdicts: { readonly [id: string]: Verdict } = {
  'input-02': reject('E_PATH_ESCAPE', () => inputs({ command: 'tick', config: '/etc' }), flowsAreFixed),
  'input-03': accept(() => [
    ...inputs({ command: 'tick', config: '' }),
    ...(parseConfigPath('headgate.yml').kind === 'ok' ? [] : [{ code: 'E', message: '' }]),
  ]),
  'input-06': reject('E_REF_NAME', () => project('project: acme\nstate-branch: a..b\n')),
  'input-08': reject('E_REF_NAME', () => project('project: acme\nstate-branch: HEAD\n')),
  'input-09': reject('E_REF_NAME', () => project('project: acme\nstate-branch: "x\\ny"\n')),
  'input-10': accept(() => inputs({ command: 'tick', 'dry-run': 'True' })),
  'input-14': reject('E_RANGE', () => project('project: acme\nlimits: { launches-per-tick: -1 }\n')),
  'input-17': reject(
    'E_TYPE',
    () => project('project: acme\nlimits: { launches-per-tick: 12abc }\n'),
    launchesLimit,
  ),
  'input-19': reject('E_REGION', () => placement({ region: 'US-EAST-1' })),
  'input-20': reject('E_REGION_MISMATCH', () =>
    placement({ cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/x' }),
  ),
  'input-22': reject('E_REQUIRED', () => placement({ subnets: '[]' })),
  'input-23': reject(
    'E_TYPE',
    () => placement({ 'assign-public-ip': 'enabled' }),
    'the key is a boolean, not the enumeration of ECS',
  ),
  'input-25': reject('E_TOKEN', () => inputs({ command: 'tick', token: '' })),
  'input-27': reject('E_CONTEXT', () => context({ GITHUB_EVENT_PATH: '' })),
  'input-28': reject('E_CONTEXT', () =>
    // Any text that is no JSON: this very module.
    context({ GITHUB_EVENT_PATH: file.pathname.replace('.json', '.test.ts') }),
  ),
  'input-30': reject('E_UNTRUSTED_EVENT', () => everyCommandOn('pull_request_target')),
  'input-31': reject('E_UNTRUSTED_EVENT', () => everyCommandOn('workflow_run')),
  'input-35': reject('E_NAME', () => inputs({ command: 'run', flow: 'a,b;c' })),
  'input-37': reject('E_RUN_ID', () => inputs({ command: 'cancel', run: '../../x' })),
  'input-38': reject('E_TIME', () =>
    inputs({ command: 'backfill', flow: 'a', from: '2026-13-01T00:00Z', to: '2026-12-01T00:00Z' }),
  ),
  'input-40': reject('E_BACKFILL_TOO_LARGE', () => backfill('1970-01-01T00:00Z', '2026-01-01T00:00Z')),
  'input-41': reject('E_USAGE', () => commandLine('--json', '--'), 'usage errors have a code here'),
  'input-42': reject(
    'E_USAGE',
    () => commandLine('plan', '--json', '--unknown-flag'),
    'usage errors have a code here',
  ),
  'input-43': reject('E_INPUT_DUP', () => commandLine('plan', '--json', '--config', 'a', '--config', 'b')),
};

const records = 'tests/adapters/git/hostile-records.test.ts';
const store = 'tests/adapters/git/state-store.test.ts';
const checks = 'tests/adapters/github/checks.test.ts';
const onEcs = (name: string, title: string) => elsewhere(`tests/adapters/ecs/${name}.test.ts`, title);

/** State and answers are judged where they are read: the tests of these titles hold them. */
const others: { readonly [id: string]: Verdict } = {
  'state-01': elsewhere('tests/engine/state-reset.test.ts', 'launches nothing, writes nothing, and says so'),
  'state-04': elsewhere(records, 'an error page'),
  'state-06': elsewhere(records, 'keys that occur twice'),
  'state-07': elsewhere(records, 'a newer schema'),
  'state-10': elsewhere(records, 'a negative sequence'),
  'state-15': elsewhere(records, 'another account'),
  'state-16': elsewhere(records, 'a malformed ARN'),
  'state-17': elsewhere(records, 'a run that names an image'),
  'state-19': elsewhere(records, 'an ended run without its end'),
  'state-20': elsewhere(records, 'two records of one run'),
  'state-22': elsewhere('tests/core/retries.test.ts', 'count attempts that no record is left of as used'),
  'state-26': elsewhere(records, 'refuses $id: $why'),
  'state-28': elsewhere(records, 'deep nesting'),
  'state-29': elsewhere(store, 'is a symbolic link'),
  'state-31': elsewhere(records, 'merge markers'),
  'state-32': elsewhere(
    'tests/adapters/git/records.test.ts',
    'are read with the byte order mark and CRLF that an editor on Windows leaves',
  ),
  'state-35': elsewhere('tests/simulation/checker.ts', 'RollbackSafe'),
  'state-37': elsewhere(
    'tests/core/reconcile.test.ts',
    'waits from its last possible launch, at 50 minutes, until ECS surely shows what was launched',
  ),
  'state-36': elsewhere(store, 'and has a ruleset is explained'),
  'api-02': onEcs('launches', 'api-02: '),
  'api-04': onEcs('launches', 'api-04: '),
  'api-06': onEcs('launches', 'api-06: '),
  'api-08': onEcs('observe', 'api-08: '),
  'api-10': onEcs('failures', 'api-10: '),
  'api-11': onEcs('failures', 'api-11: '),
  'api-13': onEcs('failures', 'api-13: '),
  'api-15': elsewhere('tests/report/bad-inputs.test.ts', 'api-15: '),
  'api-16': onEcs('look', 'api-16: '),
  'api-18': elsewhere(checks, 'an error page is asked again after a pause, and never shown'),
  'api-19': elsewhere(checks, 'ends the reporting of this tick, without a call before its time'),
  'api-20': elsewhere(checks, 'a limit whose reset lies in the past still means a minute'),
  'api-21': elsewhere(checks, 'a missing permission is named at once'),
  'api-23': elsewhere(store, 'and shows an old head after a push that landed: it is committed, once'),
  'api-25': elsewhere(checks, '65_535'),
};

/** What the catalogue asks of another design, with what stands in its place. */
const notOurs: { readonly [id: string]: string } = {
  'state-21':
    'a run is named by its flow and slot, so that two of one slot are two records of one run: state-20',
  'state-33':
    'state is not signed: it chooses no code, and the fence before each launch makes changes harmless',
};

const all = { ...verdicts, ...others };

describe('The catalogue of bad inputs at the doors', () => {
  for (const one of cases) {
    const verdict = all[one.id];
    if (verdict === undefined || verdict.kind === 'elsewhere') continue;
    const outcome = verdict.kind === 'accept' ? 'accepted' : `refused with ${verdict.code}`;
    it(`${one.id}: ${JSON.stringify(one.input).slice(0, 60)} is ${outcome}`, async () => {
      const problems = await verdict.run();
      if (verdict.kind === 'accept') expect(problems).toEqual([]);
      else expect(new Set(problems.map(({ code }) => code))).toEqual(new Set([verdict.code]));
      for (const problem of problems) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in a message.
        expect(describeProblem(problem)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }
    });
  }

  it('has the codes that it names, or a reason', () => {
    const unexplained = cases.filter(({ id, expect: expected }) => {
      const verdict = all[id];
      if (verdict?.kind === 'accept') return !/^(?:accept|use the default)/.test(expected);
      if (verdict?.kind !== 'reject' || verdict.because !== undefined) return false;
      return !expected.includes(verdict.code);
    });
    expect(unexplained).toEqual([]);
  });

  it('state-23: a run of a flow that is gone is followed to its end, and its flow is then dropped', async () => {
    const { world, stage, site } = await hourlyWorld();
    const command = { kind: 'run', flow: 'hourly' as never, parameters: undefined, request: 'r1' } as const;
    const { runs } = await control(world, command, { by: 'x', style: site.presentation });
    await tick(world, tickOptionsOf(site));
    const emptied = stage.enter({ source: { commit: 'b'.repeat(40), files: {} } });
    const options = { project: site.project, presentation: site.presentation, by: 'x', isDryRun: false };
    const deployed = await deploy(emptied, { ...options, isMassDeleteAllowed: true });
    expect(deployed).toMatchObject({ retired: ['hourly'], removed: [] });
    stage.time.advance(5 * 60_000);
    const { changes } = await tick(emptied, tickOptionsOf(site));
    expect(changes).toMatchObject([{ run: { id: runs[0], phase: { state: 'succeeded' } } }]);
    const other = { 'flows/other/flow.yml': 'command: [sh, -c, "true"]\n' };
    const later = stage.enter({ source: { commit: 'c'.repeat(40), files: other } });
    await deploy(later, { ...options, isMassDeleteAllowed: false });
    const { registry } = await emptied.state.load(emptied.clock.now());
    expect([...registry.deployments.keys()]).toEqual(['other']);
  });

  it('has its other cases tested where they happen', () => {
    for (const verdict of Object.values(all)) {
      if (verdict.kind !== 'elsewhere') continue;
      const text = readFileSync(new URL(`../../${verdict.file}`, import.meta.url), 'utf8');
      expect(text).toContain(verdict.title);
    }
  });

  it('has a verdict for every case, and no other', () => {
    const known = [...Object.keys(all), ...Object.keys(notOurs), 'state-23'];
    expect(known.sort()).toEqual(cases.map(({ id }) => id).sort());
  });
});
