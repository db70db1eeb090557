import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParameterSchemas } from '../../../src/core/flow.ts';
import { parameterModule } from '../../../src/doors/cli/parameter-types.ts';
import { perform } from '../../../src/doors/cli/verbs.ts';
import { complaintsOf } from '../../compile.ts';

const everything: ParameterSchemas = {
  region: { type: 'string', enum: ['us', 'eu', "l'Aquila", 'a "b"'], default: 'us' },
  days: { type: 'integer', minimum: 1 },
  rate: { type: 'number' },
  level: { type: 'integer', enum: [1, 2] },
  dry: { type: 'boolean', default: false },
  'up-to': { type: 'string', format: 'date' },
  tags: { type: 'array', items: { type: 'string' } },
  grid: { type: 'array', items: { type: 'array', items: { type: 'string', enum: ['x', 'o'] } } },
  rest: { type: 'array' },
  options: { type: 'object' },
  towns: { type: 'string', enum: Array.from({ length: 30 }, (_, index) => `town-${index}`) },
};

describe('the types of a manifest’s parameters', () => {
  it('take what the manifest takes, and refuse the rest', () => {
    const use = `import type { Parameters } from './parameters.ts';
export const good: Parameters = {
  region: "l'Aquila", days: 3, rate: 0.5, level: 2, dry: true, 'up-to': '2026-01-01', tags: ['a'],
  grid: [['x', 'o']], rest: [1, null], options: { a: 1 }, towns: 'town-29',
};
// @ts-expect-error Not one of the texts.
export const region: Parameters['region'] = 'mars';
// @ts-expect-error A text.
export const days: Parameters['days'] = '3';
// @ts-expect-error Not one of the numbers.
export const level: Parameters['level'] = 3;
// @ts-expect-error Within a list of lists.
export const grid: Parameters['grid'] = [['y']];
// @ts-expect-error Every run has every parameter.
export const incomplete: Parameters = {};
`;
    const files = new Map([
      ['flows/typed/parameters.ts', parameterModule(everything)],
      ['flows/typed/use.ts', use],
      ['flows/none/parameters.ts', parameterModule({})],
    ]);
    expect(complaintsOf(files)).toEqual([]);
  });

  it('are formatted as the repository is', () => {
    const argv = ['format', '--stdin-file-path=flows/typed/parameters.ts'];
    const { stdout, stderr } = spawnSync('node_modules/.bin/biome', argv, {
      input: parameterModule(everything),
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual([parameterModule(everything), '']);
  });
});

describe('headgate types', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'headgate-types-'));
    execFileSync('git', ['init', '-q'], { cwd: root });
    write('flows/one/flow.yml', 'entrypoint: index.ts\nparameters: { days: { type: integer } }\n');
    write('flows/one/index.ts', '');
    write('flows/two/flow.yml', 'command: [bash, run.sh]\nparameters: { days: { type: integer } }\n');
    write('flows/two/run.sh', '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (file: string, text: string): void => {
    mkdirSync(path.join(root, file, '..'), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const types = (flow?: string, check?: true) =>
    perform({ verb: 'types', argument: flow, options: { cwd: root, ...(check ? { check } : {}) } }, {});

  it('writes those of the flow that it is asked for, and keeps them to the manifest from then on', async () => {
    expect((await types()).text).toContain('npx headgate types <flow>');
    expect((await types('one')).text).toContain('flows/one/parameters.ts  written');
    expect(read('flows/one/parameters.ts')).toContain('  readonly days: number;\n');
    expect((await types(undefined, true)).exitCode).toBe(0);
    write('flows/one/flow.yml', 'entrypoint: index.ts\nparameters: { region: { type: string } }\n');
    expect(await types(undefined, true)).toMatchObject({
      exitCode: 1,
      document: { isOk: false, files: [{ file: 'flows/one/parameters.ts', state: 'differs' }] },
    });
    expect(read('flows/one/parameters.ts')).toContain('days');
    expect((await types()).exitCode).toBe(0);
    expect(read('flows/one/parameters.ts')).toContain('  readonly region: string;\n');
    expect(readdirSync(path.join(root, 'flows/two'))).not.toContain('parameters.ts');
  });

  it('replaces no module that a person wrote, and writes through no link', async () => {
    write('flows/one/parameters.ts', 'export const mine = 1;\n');
    await expect(types('one')).rejects.toMatchObject({ problems: [{ code: 'E_EXISTS' }] });
    expect((await types()).document['files']).toEqual([]);
    expect(read('flows/one/parameters.ts')).toBe('export const mine = 1;\n');
    rmSync(path.join(root, 'flows/one/parameters.ts'));
    write('elsewhere.ts', parameterModule({}));
    symlinkSync('../../elsewhere.ts', path.join(root, 'flows/one/parameters.ts'));
    await expect(types('one')).rejects.toMatchObject({ problems: [{ code: 'E_SYMLINK' }] });
    expect(read('elsewhere.ts')).toBe(parameterModule({}));
  });

  it('says why a flow in another language has none', async () => {
    await expect(types('two')).rejects.toMatchObject({ problems: [{ code: 'E_TYPES' }] });
    await expect(types('three')).rejects.toMatchObject({ problems: [{ code: 'E_FLOW_UNKNOWN' }] });
  });
});
