import { fc, test } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import { readYaml, yamlLimitBytes } from '../../src/flow/yaml.ts';
import { jsonOf, placeOfPath } from '../../src/flow/yaml-node.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string | Uint8Array) {
  return readYaml({ file: 'flow.yml', bytes: typeof text === 'string' ? encode(text) : text });
}

function problems(text: string | Uint8Array): readonly string[] {
  return read(text).problems.map(
    ({ code, place }) => `${code} ${place?.line ?? '-'}:${place?.column ?? '-'}`,
  );
}

function value(text: string): unknown {
  const { document, problems: found } = read(text);
  expect(found).toEqual([]);
  return document === undefined ? undefined : jsonOf(document.root);
}

describe('A YAML file', () => {
  it('is read by the core schema of YAML 1.2', () => {
    const text =
      'a: NO\nb: yes\nc: 012x\nd: 2024-02-30\ne: 12:30\nf: ~\ng: true\nh: -1.5\ni: 1_000\nj: "1"\n';
    expect(value(text)).toEqual({
      ...{ a: 'NO', b: 'yes', c: '012x', d: '2024-02-30', e: '12:30' },
      ...{ f: null, g: true, h: -1.5, i: '1_000', j: '1' },
    });
  });

  it('may start with a byte order mark and end its lines as Windows does', () => {
    expect(value('\ufeffa: 1\r\nb:\r\n  - x\r\n')).toEqual({ a: 1, b: ['x'] });
  });

  it('gives mappings without inherited members, and no negative zero', () => {
    const root = value('constructor: 1\ntoString: {}\nz: -0\n') as {
      toString: object;
      valueOf?: unknown;
      z: number;
    };
    expect(root.valueOf).toBeUndefined();
    expect(Object.getPrototypeOf(root.toString)).toBeNull();
    expect(Object.is(root.z, 0)).toBe(true);
  });

  it.each([
    ['a: 0x1F\n', 'E_NUM_STYLE 1:4'],
    ['a: [1e3]\n', 'E_NUM_STYLE 1:5'],
    ['a: +5\n', 'E_NUM_STYLE 1:4'],
    ['a: .5\n', 'E_NUM_STYLE 1:4'],
    ['a: 5.\n', 'E_NUM_STYLE 1:4'],
    ['a: 007\n', 'E_NUM_STYLE 1:4'],
    ['a: 0o17\n', 'E_NUM_STYLE 1:4'],
    ['a: 1\nb: 2\na: 3\n', 'E_YAML_DUP_KEY 3:1'],
    ['x: {a: 1, "a": 2}\n', 'E_YAML_DUP_KEY 1:11'],
    ['1: a\n"1": b\n', 'E_YAML_KEY_TYPE 1:1'],
    ['[a]: b\n', 'E_YAML_KEY_TYPE 1:1'],
    ['a: !!binary aGk=\n', 'E_YAML_TAG 1:4'],
    ['a: !custom x\n', 'E_YAML_TAG 1:4'],
    ['%YAML 1.1\n---\na: NO\n', 'E_YAML_DIRECTIVE 1:1'],
    ['a: &x 1\n', 'E_YAML_ALIAS 1:4'],
    ['a: *x\n', 'E_YAML_ALIAS 1:4'],
    ['a: 1\n---\nb: 2\n', 'E_YAML_MULTI_DOC 2:1'],
    ['a: "\\e"\n', 'E_CONTROL_CHAR 1:4'],
    ['a: "\\u2066x"\n', 'E_CONTROL_CHAR 1:4'],
    ['"\\ud800": 1\n', 'E_UNICODE_ILL_FORMED 1:1'],
    ['a: x\u0007\n', 'E_YAML_CONTROL_CHAR 1:5'],
    ['a: x\u0085y\n', 'E_YAML_CONTROL_CHAR 1:5'],
    ['ok: 1\na: [1\n', 'E_YAML_SYNTAX 3:1'],
    ['a: 1\n>>>>>>> x\n', 'E_YAML_SYNTAX 2:1'],
    ['', 'E_TYPE 1:1'],
    ['# only a comment\n', 'E_TYPE 1:1'],
    ['__proto__: {a: 1}\n', 'E_UNKNOWN_KEY 1:1'],
  ])('%j is refused with %s', (text, expected) => {
    expect(problems(text)).toContain(expected);
  });

  it('keeps emoji that are joined of several, and rules under headings', () => {
    expect(value('a: 👩‍💻\nb: |\n  Title\n  =======\n')).toEqual({ a: '👩‍💻', b: 'Title\n=======\n' });
  });

  it('names the first byte that is not UTF-8', () => {
    const bytes = Uint8Array.from([...encode('a: ä'), 0xc3, 0x28]);
    expect(read(bytes).problems[0]?.message).toContain('offset 6');
  });

  it('is refused by its size before it is parsed, at the exact limit', () => {
    const text = `a: ${'x'.repeat(yamlLimitBytes - 4)}\n`;
    expect(problems(text)).toEqual([]);
    expect(problems(`${text}\n`)).toEqual(['E_YAML_TOO_LARGE -:-']);
  });

  it.each([
    ['brackets', '['.repeat(60_000)],
    ['closed brackets', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['dashes', '- '.repeat(30_000)],
    ['braces', '{a: '.repeat(15_000)],
    ['indents', Array.from({ length: 340 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('is refused by its depth without recursion: %s', (_, text) => {
    expect(problems(text)[0]).toMatch(/^E_YAML_DEPTH/);
  });

  it('takes thousands of keys in well under the time that comparing each pair takes', () => {
    const text = Array.from({ length: 6_500 }, (_, index) => `k${index}: 1`).join('\n');
    const started = process.cpuUsage().user;
    expect(problems(text)).toEqual([]);
    expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
  });

  it('knows where each value and key stands', () => {
    const { document } = read('a:\n  - b: 1\n    ccc: xyz\n');
    if (document === undefined) throw new Error('not read');
    expect(placeOfPath(document, ['a', 0, 'ccc'], 'value')).toEqual({
      file: 'flow.yml',
      line: 3,
      column: 10,
    });
    expect(placeOfPath(document, ['a', 0, 'ccc'], 'key')).toEqual({ file: 'flow.yml', line: 3, column: 5 });
    expect(placeOfPath(document, ['a', 0, 'absent'], 'value')).toEqual({
      file: 'flow.yml',
      line: 2,
      column: 5,
    });
    expect(placeOfPath(document, ['absent'], 'value')).toEqual({ file: 'flow.yml', line: 1, column: 1 });
  });

  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: fc.constantFrom(...'ab: #-[]{}"\'|>%@`,?&*!\n') }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1, unit: fc.constantFrom(...'ab-_.') }), tie('value'), {
        maxKeys: 4,
      }),
    ),
  })).value;

  test.prop([plain])('that is JSON means what JSON means', (document) => {
    fc.pre(document !== null);
    const text = JSON.stringify(document);
    const { document: found, problems: refused } = read(text);
    if (refused.length > 0) {
      // What is refused for its content in either notation.
      expect(refused.every(({ code }) => code === 'E_UNKNOWN_KEY' || code === 'E_YAML_MERGE')).toBe(true);
    } else expect(JSON.stringify(found === undefined ? null : jsonOf(found.root))).toBe(text);
  });

  test.prop([fc.string({ unit: fc.constantFrom(...'ab: #-[]{}"\'|>%@`,?&*!~\n\t 01.'), maxLength: 80 })])(
    'never throws, whatever its text',
    (text) => {
      const { document, problems: refused } = read(text);
      expect(document !== undefined || refused.length > 0).toBe(true);
    },
  );

  test.prop([fc.uint8Array({ maxLength: 60 })])('never throws, whatever its bytes', (bytes) => {
    const { document, problems: refused } = read(bytes);
    expect(document !== undefined || refused.length > 0).toBe(true);
  });
});
