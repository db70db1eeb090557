import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { actionCommands, parseInputs } from '../../../src/doors/action/inputs.ts';

type Given = { readonly [name: string]: string };

const read = (given: Given) => parseInputs((name) => ({ token: 't', ...given })[name] ?? '');
const codesOf = (given: Given): readonly string[] => {
  const answer = read(given);
  return answer.kind === 'bad' ? answer.problems.map(({ code, field }) => `${code} ${field}`) : [];
};

/** The least that each command needs. */
const least: { readonly [command in (typeof actionCommands)[number]]: Given } = {
  plan: {},
  deploy: {},
  tick: {},
  run: { flow: 'daily' },
  cancel: { run: 'daily-m-1' },
  retry: { run: 'daily-m-1' },
  pause: { flow: 'daily' },
  resume: { flow: 'daily' },
  backfill: { flow: 'daily', from: '2026-01-01T00:00Z', to: '2026-01-02T00:00Z' },
  doctor: {},
};

/** A value of each input that is given on purpose, and the commands that it means something to. */
const meaning: { readonly [input: string]: readonly [string, readonly string[]] } = {
  flow: ['daily', ['run', 'pause', 'resume', 'backfill']],
  parameters: ['{"a":1}', ['run']],
  run: ['daily-m-1', ['cancel', 'retry']],
  from: ['2026-01-01T00:00Z', ['backfill']],
  to: ['2026-01-02T00:00Z', ['backfill']],
  image: ['{"default":"x"}', ['deploy']],
  record: ['record.json', ['plan', 'deploy']],
  watch: ['5m', ['tick', 'run', 'cancel', 'retry', 'backfill']],
  'allow-mass-delete': ['true', ['deploy']],
};

describe('the inputs of the action', () => {
  it('are those of action.yml', () => {
    const declared = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'));
    const everywhere = ['command', 'token', 'config', 'dry-run'];
    expect(Object.keys(declared.inputs).sort()).toEqual([...Object.keys(meaning), ...everywhere].sort());
  });

  for (const command of actionCommands) {
    it(`are enough for ${command} with ${JSON.stringify(least[command])}`, () => {
      expect(read({ command, ...least[command] })).toMatchObject({
        kind: 'ok',
        inputs: { command, token: 't', config: 'headgate.yml', isDryRun: false, unused: [] },
      });
    });
    for (const [input, [value, commands]] of Object.entries(meaning)) {
      it(`${input} is ${commands.includes(command) ? 'read' : 'named as unused'} by ${command}`, () => {
        const answer = read({ command, ...least[command], [input]: value });
        expect(answer).toMatchObject({
          kind: 'ok',
          inputs: { unused: commands.includes(command) ? [] : [input] },
        });
      });
    }
  }

  it.each([
    [{}, 'E_ENUM command'],
    [{ command: 'Deploy' }, 'E_ENUM command'],
    [{ command: 'toString' }, 'E_ENUM command'],
    [{ command: 'tick', token: ' ' }, 'E_TOKEN token'],
    [{ command: 'tick', 'dry-run': 'yes' }, 'E_TYPE dry-run'],
    [{ command: 'tick', watch: '5 minutes' }, 'E_DURATION watch'],
    [{ command: 'tick', watch: '6h' }, 'E_RANGE watch'],
    [{ command: 'tick', config: '/etc/passwd' }, 'E_PATH_ESCAPE config'],
    [{ command: 'tick', config: 'a/../../b' }, 'E_PATH_ESCAPE config'],
    [{ command: 'run' }, 'E_NAME flow'],
    [{ command: 'run', flow: 'a', parameters: '{' }, 'E_PARAM_JSON parameters'],
    [{ command: 'cancel' }, 'E_RUN_ID run'],
    [{ command: 'retry', run: '../../x' }, 'E_RUN_ID run'],
    [{ command: 'deploy', image: '{"a":1}' }, 'E_IMAGE image'],
  ])('%j are refused with %s', (given, code) => {
    expect(codesOf(given)).toEqual([code]);
  });

  it('are all judged at once', () => {
    expect(codesOf({ command: 'backfill', flow: 'A B', from: 'x', to: '', token: '' })).toEqual([
      'E_TOKEN token',
      'E_NAME flow',
      'E_TIME from',
      'E_TIME to',
    ]);
  });

  it('take the booleans of YAML 1.2, and no others', () => {
    for (const text of ['true', 'True', 'TRUE'])
      expect(read({ command: 'tick', 'dry-run': text })).toMatchObject({ inputs: { isDryRun: true } });
    for (const text of ['', 'false', 'FALSE'])
      expect(read({ command: 'tick', 'dry-run': text })).toMatchObject({ inputs: { isDryRun: false } });
  });
});
