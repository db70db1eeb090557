import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
// Jest links modules wrongly that are first imported at once by `import()` (jest 30 on Node.js 20).
import '../../../src/adapters/local/event-log.ts';
import '../../../src/adapters/local/executor.ts';
import '../../../src/adapters/local/logs.ts';
import { main } from '../../../src/doors/cli/main.ts';

type Answer = { readonly exitCode: number; readonly result: string; readonly message: string };

async function headgate(...argv: string[]): Promise<Answer> {
  const texts = { result: '', message: '' };
  const output = {
    result: (text: string) => {
      texts.result += text;
    },
    message: (text: string) => {
      texts.message += text;
    },
  };
  return { exitCode: await main(argv, '1.2.3', output), ...texts };
}

const directory = mkdtempSync(join(tmpdir(), 'headgate-main-'));
const repository = join(directory, 'repository');
const outside = join(directory, 'outside');
beforeAll(() => {
  mkdirSync(join(repository, 'flows/one'), { recursive: true });
  mkdirSync(outside);
  execFileSync('git', ['init', '-q', '-b', 'main', repository]);
  writeFileSync(join(repository, 'file'), '');
  writeFileSync(
    join(repository, 'flows/one/flow.yml'),
    'command: ["true"]\nparameters: { n: { type: integer } }\n',
  );
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Nothing of these reaches a run: what is wrong is seen before. */
const mistakes: readonly (readonly [string, readonly string[], number])[] = [
  ['E_USAGE', ['--'], 2],
  ['E_USAGE', ['nope'], 2],
  ['E_USAGE', ['plan', '--unknown-flag'], 2],
  ['E_USAGE', ['plan', 'extra'], 2],
  ['E_USAGE', ['plan', '--config'], 2],
  ['E_USAGE', ['run'], 2],
  ['E_USAGE', ['--local', 'plan'], 2],
  ['E_INPUT_DUP', ['plan', '--config', 'a', '--config', 'b'], 2],
  ['E_INPUT_DUP', ['plan', '--local', '--local'], 2],
  ['E_INPUT_DUP', ['run', 'one', '--no-wait', '--no-wait'], 2],
  ['E_NAME', ['run', 'a,b;c'], 2],
  ['E_FLOW_UNKNOWN', ['run', 'nope'], 2],
  ['E_FLOW_UNKNOWN', ['schedule', 'nope'], 2],
  ['E_FLOW_UNKNOWN', ['build', 'nope'], 2],
  ['E_FLOW_UNKNOWN', ['pause', 'nope'], 2],
  ['E_PARAM_REQUIRED', ['run', 'one'], 2],
  ['E_PARAM_TYPE', ['run', 'one', '-p', 'n=x'], 2],
  ['E_PARAM_TYPE', ['run', 'one', '--parameters', '[1]', '-p', 'n=1'], 2],
  ['E_PARAM_PAIR', ['run', 'one', '-p', 'n'], 2],
  ['E_PARAM_JSON', ['run', 'one', '--parameters', '{'], 2],
  ['E_RUN_ID', ['cancel', '../../x'], 2],
  ['E_RUN_ID', ['status', '../../x'], 2],
  ['E_RUN_UNKNOWN', ['cancel', 'nope'], 2],
  ['E_RUN_UNKNOWN', ['retry', 'nope'], 2],
  ['E_RUN_UNKNOWN', ['logs', 'nope'], 2],
  ['E_REQUIRED', ['backfill', 'one'], 2],
  ['E_TIME', ['backfill', 'one', '--from', '2026-13-01T00:00Z', '--to', '2026-12-01T00:00Z'], 2],
  ['E_ENUM', ['resolve', 'one', '--as', 'fine'], 2],
  ['E_DURATION', ['tick', '--watch', 'long'], 2],
  ['E_DURATION', ['up', '--every', 'x'], 2],
  ['E_RANGE', ['schedule', '--count', '0'], 2],
  ['E_PATH_ESCAPE', ['plan', '--config', '../x'], 2],
  ['E_CONFIG', ['plan', '--config', 'nope.yml'], 2],
  ['E_DIRECTORY', ['list', '--cwd', join(directory, 'nothing')], 2],
  ['E_DIRECTORY', ['list', '--cwd', join(repository, 'file')], 2],
  ['E_GIT_REPOSITORY', ['list', '--cwd', outside], 3],
];

describe('the command line', () => {
  for (const [code, argv, exitCode] of mistakes) {
    const shown = argv.map((word) => word.replace(directory, '…')).join(' ');
    it(`headgate ${shown}: ${code}, exit ${exitCode}, one JSON document`, async () => {
      const place = argv.includes('--cwd') || argv[0] === '--' ? [] : ['--cwd', repository];
      const [verb = '', ...rest] = argv;
      const words = verb.startsWith('-') ? ['--json', ...argv] : [verb, '--json', ...place, ...rest];
      const answer = await headgate(...words);
      expect([answer.exitCode, answer.message]).toEqual([exitCode, expect.stringContaining(code)]);
      const document = JSON.parse(answer.result) as { readonly problems: readonly { code: string }[] };
      expect(document).toMatchObject({ isOk: false });
      expect(new Set(document.problems.map((problem) => problem.code))).toEqual(new Set([code]));
      expect(answer.message).not.toMatch(/\n {4}at /);
    });
  }

  it('prints no result where there is none, and a message where there is one', async () => {
    const { result, message } = await headgate('plan', '--unknown-flag');
    expect([result, message]).toEqual(['', expect.stringMatching(/^E_USAGE .*--unknown-flag.*\n$/)]);
  });

  it('suggests what was meant', async () => {
    expect((await headgate('plan', '--jso')).message).toContain('Did you mean --json?');
    expect((await headgate('pln')).message).toContain('Did you mean plan?');
    expect((await headgate('--json', 'plan')).message).toContain('Write the verb first');
  });

  it('shows how it is used when nothing is asked, with exit code 2', async () => {
    const { exitCode, result, message } = await headgate();
    expect([exitCode, result]).toEqual([2, '']);
    expect(message).toContain('Usage: headgate');
  });

  it('answers --help and --version as results', async () => {
    expect(await headgate('--version')).toEqual({ exitCode: 0, result: '1.2.3\n', message: '' });
    expect((await headgate('run', '--help')).result).toContain('--parameter <name=value>');
  });

  it('steers no terminal with what was typed', async () => {
    const { message } = await headgate('run', '\u001b[2Jx\u202e', '--cwd', repository);
    for (const character of ['\u001b', '\u202e']) expect(message).not.toContain(character);
  });

  for (const verb of ['validate', 'list', 'plan', 'schedule', 'status', 'doctor']) {
    it(`headgate ${verb} --json prints one document of that verb`, async () => {
      const { exitCode, result } = await headgate(verb, '--json', '--cwd', repository);
      expect([exitCode, JSON.parse(result)]).toEqual([0, expect.objectContaining({ verb })]);
    });
  }
});
