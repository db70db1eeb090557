import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localSecretValues } from '../../src/adapters/local/environment.ts';
import { resolveParameters } from '../../src/core/parameters.ts';
import { parseParametersText } from '../../src/core/parameters-text.ts';
import { describeProblem, InputError, type Problem } from '../../src/core/problem.ts';
import { parseInputs } from '../../src/doors/action/inputs.ts';
import { main } from '../../src/doors/cli/main.ts';
import { parseImages } from '../../src/doors/images.ts';
import { parseProject } from '../../src/flow/project.ts';
import { cpuTimeMs } from '../cpu-time.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'headgate-inputs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function problemsOf(promise: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof InputError) return error.problems;
  throw error;
}

describe('.env', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  it.each([
    ['UTF-16, little end first', Buffer.from('\ufeffA=1\n', 'utf16le'), { line: 1, column: 1 }],
    ['UTF-16, big end first', Buffer.from('\ufeffA=1\n', 'utf16le').swap16(), { line: 1, column: 1 }],
    ['a byte order mark', Buffer.concat([mark, Buffer.from('A=1\n')]), { line: 1, column: 1 }],
    ['a NUL', Buffer.from('A=1\nB=é\0\n'), { line: 2, column: 4 }],
    [
      'bytes of another encoding',
      Buffer.from([0x41, 0x3d, 0x31, 0x0a, 0x42, 0x3d, 0xe9, 0x0a]),
      { line: 2, column: 3 },
    ],
    ['megabytes', Buffer.alloc(3_000_000, 'A=1\n'), {}],
  ])('with %s is refused, with its place', async (_, bytes, place) => {
    writeFileSync(join(root, '.env'), bytes);
    const [problem] = await problemsOf(localSecretValues(root));
    expect(problem).toMatchObject({ code: 'E_ENV_FILE', place: { file: '.env', ...place } });
  });

  it('in UTF-8 is read up to its limit', async () => {
    writeFileSync(join(root, '.env'), `A=é\n${'# x\n'.repeat(65_000)}`);
    expect(await localSecretValues(root)).toEqual(['é']);
  });
});

describe('A value that looks like a secret', () => {
  const token = `ghp_${'a'.repeat(36)}`;
  it.each([
    ['a text', { s: token }, 'parameters.s'],
    ['part of a value', { o: { list: ['x', `--token=${token}`] } }, 'parameters.o.list[1]'],
    ['a key', { o: { [token]: 1 } }, 'parameters.o'],
  ])('is refused as %s of a run, and not repeated', (_, given, field) => {
    const schemas = { s: { type: 'string', default: '' }, o: { type: 'object', default: {} } } as const;
    const answer = resolveParameters(schemas, given);
    if (answer.kind === 'ok') throw new Error('It was taken.');
    expect(answer.problems.map(({ code, field }) => [code, field])).toContainEqual(['E_SECRET_LIKE', field]);
    expect(answer.problems.map(describeProblem).join()).not.toContain('aaaa');
  });
});

it('A text of 65 kB of escaped quotes is judged at once', () => {
  const before = cpuTimeMs();
  for (const text of ['\\"'.repeat(32_000), `"${'\\"'.repeat(32_000)}\\`, '"'.repeat(65_001)])
    expect(parseParametersText(text).kind).toBe('bad');
  expect(cpuTimeMs() - before).toBeLessThan(500);
});

it.each(['main', 'master', 'gh-pages', 'headgate-history', 'Main'])(
  'state-branch: %s is refused before anything is read',
  (branch) => {
    const bytes = Buffer.from(`project: acme\nstate-branch: ${branch}\n`);
    const { problems } = parseProject({ file: 'headgate.yml', bytes });
    expect(problems).toMatchObject([{ code: 'E_STATE_BRANCH', place: { line: 2 } }]);
  },
);

it.each(['dry-run', 'allow-mass-delete'])(
  'The input %s is refused when it is blank, not taken for false',
  (name) => {
    const given: { readonly [input: string]: string } = { token: 'x', command: 'deploy', [name]: ' ' };
    const answer = parseInputs((input) => given[input] ?? '');
    expect(answer).toMatchObject({ kind: 'bad', problems: [{ code: 'E_TYPE', field: name }] });
    expect(parseInputs((input) => (input === name ? '' : (given[input] ?? ''))).kind).toBe('ok');
  },
);

it('An image that is named twice is refused: one of them would be dropped without a word', () => {
  expect(parseImages('{"default": "a@sha256:1", "default": "b@sha256:2"}')).toMatchObject({
    kind: 'bad',
    problem: { code: 'E_IMAGE', message: expect.stringMatching(/default/) },
  });
});

it('A name of a file with control characters stays on its line, where it could be a workflow command', () => {
  const place = { file: 'flows/a\n::error title=x::boo\u001b[2J\u202e/flow.yml' };
  expect(describeProblem({ code: 'E_X', place, message: 'm' })).toBe(
    'flows/a\\u000a::error title=x::boo\\u001b[2J\\u202e/flow.yml E_X m',
  );
});

describe('headgate init', () => {
  const commit = 'c'.repeat(40);
  const run = async (action: string) => {
    const said: string[] = [];
    const output = {
      result: (text: string) => void said.push(text),
      message: (text: string) => void said.push(text),
    };
    const code = await main(['init', '--cwd', join(root, 'r'), '--action', action], '1', output);
    return { code, said: said.join('') };
  };
  beforeEach(() => {
    mkdirSync(join(root, 'r'));
    execFileSync('git', ['init', '-q', join(root, 'r')]);
  });

  it.each(['../x', './x', 'a/..', 'a/.', '-a/x', 'a--b/x'])(
    'refuses %s, which is no owner/name',
    async (name) => {
      expect(await run(`${name}@${commit}`)).toMatchObject({
        code: 2,
        said: expect.stringContaining('E_ACTION'),
      });
    },
  );

  it('writes nothing where a folder stands for a file, or a link leads out of the repository', async () => {
    const outside = join(root, 'out');
    mkdirSync(outside);
    mkdirSync(join(root, 'r', '.gitignore'));
    symlinkSync(outside, join(root, 'r', '.github'));
    symlinkSync(join(root, 'nowhere'), join(root, 'r', 'Dockerfile'));
    const { code, said } = await run(`acme/headgate@${commit}`);
    expect([code, said.match(/^\S+ E_INIT_PLACE/gm)?.sort()]).toEqual([
      2,
      ['.github E_INIT_PLACE', '.gitignore E_INIT_PLACE', 'Dockerfile E_INIT_PLACE'],
    ]);
    expect([readdirSync(outside), existsSync(join(root, 'r', 'headgate.yml'))]).toEqual([[], false]);
  });

  it('follows a link that stays in the repository', async () => {
    mkdirSync(join(root, 'r', 'ci'));
    symlinkSync('ci', join(root, 'r', '.github'));
    expect((await run(`acme/headgate@${commit}`)).code).toBe(0);
    expect(existsSync(join(root, 'r', 'ci', 'workflows', 'tick.yml'))).toBe(true);
  });
});
