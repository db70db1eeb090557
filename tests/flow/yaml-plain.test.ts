import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import { readFullYaml } from '../../src/flow/yaml.ts';
import { readPlainYaml } from '../../src/flow/yaml-plain.ts';

/** The short way gave nothing, or what the full reader gives: the same values at the same places, and no problems. */
function agrees(text: string): boolean {
  const short = readPlainYaml(text, 'f');
  if (short === undefined) return false;
  const full = readFullYaml(text, 'f');
  expect(full.problems).toEqual([]);
  expect(short.root).toEqual(full.document?.root);
  return true;
}

const root = new URL('../../', import.meta.url);
const catalogue = JSON.parse(readFileSync(new URL('tests/bad-inputs.json', root), 'utf8')) as {
  input: string;
}[];

describe('The short way through YAML', () => {
  it.each(readdirSync(new URL('flows', root)))('takes the shipped flow %s', (name) => {
    expect(agrees(readFileSync(new URL(`flows/${name}/flow.yml`, root), 'utf8'))).toBe(true);
  });

  it.each([
    'a: 1\n',
    'a: Sales of the day, mailed to the team\nb: "5 21 * * mon-fri"\nc: \'x: y # z\'\n',
    'schedules:\n  - cron: "1 2 * * *"\n    timezone: UTC\n  - every: 6h\n    anchor: 2026-01-01T00:00:00Z\n',
    'schedules:\n- cron: "1 2 * * *"\n- every: 6h\nnext: true\n',
    'a: { b: [1, -2.5, x y], c: {}, d: [] }\nurl: https://x.y/z:1\n',
    'a:\n  b:\n    c: -0\n\n# comment\n  d: 1.50\n',
    'flows: [load-warehouse, "x"]\nwhen: 12:30\nnone: NO\n',
    'secrets: { A: "arn:aws:ssm:us-east-1:123456789012:parameter/a", B: arn:aws:x }\n',
    'a:  spaced   \nb: {  c:  1 ,  d: 2  }\nc: [ 1 ]\n',
    'description: Größe der Tabelle\n',
  ])('takes %j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  it('leaves the catalogue of bad inputs to the full reader, but for what is only wrong in meaning', () => {
    for (const { input } of catalogue) agrees(input);
  });

  const scalar = fc.constantFrom(
    ...[
      'x',
      '1',
      '-1',
      '1.5',
      '0',
      '-0',
      '007',
      '1e3',
      '0x1F',
      '1_000',
      '.5',
      '5.',
      '+1',
      '-x',
      '~',
      'null',
      'Null',
      'true',
    ],
    ...[
      'True',
      'NO',
      'yes',
      '6h',
      '12:30',
      'a b',
      'a  b',
      'a,b',
      'a, b',
      'a: b',
      'a:b',
      'a:',
      ':a',
      'a #b',
      'a#b',
      '#a',
      '"q"',
    ],
    ...[
      "'q'",
      "'it''s'",
      '"a\\n"',
      '"open',
      "'open",
      '[',
      ']',
      '[]',
      '{}',
      '[a, b]',
      '[a,b]',
      '[a, b,]',
      '[ a ]',
      '[a b, c]',
    ],
    ...[
      '{a: 1}',
      '{a: 1, b: [x, {c: d}]}',
      '{a:1}',
      '{a: 1,b: 2}',
      '{a}',
      '{a: }',
      '[a: b]',
      '["x", 1]',
      '{a: 1, a: 2}',
      '{"a": 1}',
    ],
    ...[
      '*x',
      '&x y',
      '!t y',
      '|',
      '>',
      '>-',
      '%x',
      '@x',
      '`x',
      '-',
      '- x',
      '- - x',
      '? x',
      '---',
      '...',
      '<<',
      'é',
      '\u00a0',
      '…',
    ],
    ...[
      'a - b',
      'a ? b',
      'a & b',
      'a * b',
      'x!',
      'x%',
      '"x" y',
      "'x' # c",
      '[x] # c',
      '.',
      '..',
      './x',
      '../x',
      '*/5 * * * *',
      '',
    ],
    ...[
      '.inf',
      '.nan',
      '0o17',
      '2026-01-01',
      '1.2.3',
      '1.',
      '1,2',
      'a]',
      'a}',
      '[a]]',
      '{a: b}}',
      '"a": b',
      '[-1, -x, - y]',
      '[.5]',
    ],
  );
  const key = fc.constantFrom(
    ...['a', 'b', 'c-d', 'e_f', 'true', '1', 'NULL', '"q"', '__proto__', '<<', '-', '?', 'é', 'a b', ''],
  );
  const line = fc.tuple(
    fc.constantFrom('', '', '', '  ', '  ', '    ', ' ', '      ', '\t'),
    fc.constantFrom('', '', '', '- ', '- ', '-  ', '-', '- - '),
    fc.option(
      fc.tuple(key, fc.constantFrom(': ', ': ', ':', ':  ', ' : ')).map((parts) => parts.join('')),
      { nil: '', freq: 6 },
    ),
    fc.oneof({ arbitrary: scalar, weight: 3 }, { arbitrary: fc.constant(''), weight: 1 }),
    fc.constantFrom('', '', '', '', ' ', ' # c', '\r'),
  );
  const likely = fc
    .array(
      line.map((parts) => parts.join('')),
      { minLength: 1, maxLength: 7 },
    )
    .map((all) => all.join('\n'));

  test.prop([likely], { numRuns: 3_000 })('agrees with the full reader about likely lines', (text) => {
    agrees(text);
  });

  const tidyScalar = fc.constantFrom(
    'x',
    'a b',
    '1',
    'true',
    '6h',
    '"q: #"',
    "'q'",
    '[a, "b", 2]',
    '{ k: v, l: [1] }',
    'https://x/y',
    '12:30',
    '-3',
  );
  const tidy = fc.letrec<{ map: string[]; value: string | string[] }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      tidyScalar,
      tie('map').map((lines) => ['', ...lines.map((inner) => `  ${inner}`)]),
      fc
        .array(tidyScalar, { minLength: 1, maxLength: 3 })
        .map((items) => ['', ...items.map((item) => `  - ${item}`)]),
      fc
        .array(tie('map'), { minLength: 1, maxLength: 3 })
        .map((maps) => [
          '',
          ...maps.flatMap(([head = '', ...rest]) => [`- ${head}`, ...rest.map((inner) => `  ${inner}`)]),
        ]),
    ),
    map: fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b-c', 'd_e', 'f1'), tie('value')), {
        minLength: 1,
        maxLength: 4,
        selector: ([name]) => name,
      })
      .map((pairs) =>
        pairs.flatMap(([name, value]) =>
          typeof value === 'string' ? [`${name}: ${value}`] : [`${name}:`, ...value.slice(1)],
        ),
      ),
  })).map;

  test.prop([tidy], { numRuns: 500 })('takes every tidy document', (lines) => {
    expect(agrees(`${lines.join('\n')}\n`)).toBe(true);
  });

  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 2 }),
    added: fc.oneof(
      scalar,
      fc.constantFrom(...' \n:#-[]{}"\',&*!|>%@?~.01aéx\t'),
      fc.constantFrom('\n  ', '\n- ', ': ', ' #', '  '),
    ),
  });

  test.prop([tidy, fc.array(edit, { minLength: 1, maxLength: 2 })], { numRuns: 3_000 })(
    'agrees with the full reader about tidy documents with something odd in them',
    (lines, edits) => {
      const text = edits.reduce((before, { at, removed, added }) => {
        const from = at % (before.length + 1);
        return before.slice(0, from) + added + before.slice(from + removed);
      }, lines.join('\n'));
      agrees(text);
    },
  );
});
