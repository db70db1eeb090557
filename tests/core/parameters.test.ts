import { fc, test } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import type { ParameterSchema, ParameterSchemas } from '../../src/core/flow.ts';
import type { Json } from '../../src/core/json.ts';
import { parametersLimitBytes, parseParametersText, resolveParameters } from '../../src/core/parameters.ts';

const schemas: ParameterSchemas = {
  region: { type: 'string', enum: ['us', 'eu'], default: 'us' },
  count: { type: 'integer', minimum: 1, maximum: 10, default: 3 },
  name: { type: 'string', minLength: 2, maxLength: 4, default: 'abc' },
  at: { type: 'string', format: 'date-time', default: '2026-01-01T00:00:00Z' },
  list: { type: 'array', items: { type: 'integer' }, default: [] },
  any: { type: 'object', default: {} },
};

function codes(given: Json | undefined, declared: ParameterSchemas = schemas): readonly string[] {
  const resolved = resolveParameters(declared, given);
  return resolved.kind === 'ok' ? [] : resolved.problems.map(({ code, field }) => `${code} ${field}`);
}

function judge(schema: ParameterSchema, value: Json): readonly string[] {
  return codes({ x: value }, { x: schema });
}

describe('Parameters of a run', () => {
  it('get the defaults of what is not given, and keep what is', () => {
    const resolved = resolveParameters(schemas, { region: 'eu', count: 10 });
    expect(resolved).toEqual({
      kind: 'ok',
      parameters: { region: 'eu', count: 10, name: 'abc', at: '2026-01-01T00:00:00Z', list: [], any: {} },
    });
    expect(resolveParameters({}, undefined)).toEqual({ kind: 'ok', parameters: {} });
  });

  it('are all judged at once, each under its own name', () => {
    expect(
      codes({ region: 'US', count: 11, name: 'a', at: '2026-02-30T00:00:00Z', list: [1, 'x'], zzz: 1 }),
    ).toEqual([
      'E_PARAM_ENUM parameters.region',
      'E_PARAM_RANGE parameters.count',
      'E_PARAM_RANGE parameters.name',
      'E_PARAM_FORMAT parameters.at',
      'E_PARAM_TYPE parameters.list[1]',
      'E_PARAM_UNKNOWN parameters.zzz',
    ]);
  });

  it('are never converted', () => {
    expect(judge({ type: 'integer' }, '12')).toEqual(['E_PARAM_TYPE parameters.x']);
    expect(judge({ type: 'string' }, 12)).toEqual(['E_PARAM_TYPE parameters.x']);
    expect(judge({ type: 'boolean' }, 'true')).toEqual(['E_PARAM_TYPE parameters.x']);
    expect(judge({ type: 'integer' }, 1.5)).toEqual(['E_PARAM_TYPE parameters.x']);
    expect(judge({ type: 'object' }, [])).toEqual(['E_PARAM_TYPE parameters.x']);
    expect(judge({ type: 'number' }, null)).toEqual(['E_PARAM_TYPE parameters.x']);
  });

  it.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2026-11-31', false],
    ['2026-1-1', false],
  ])('hold the date %s to the calendar', (date, isReal) => {
    expect(judge({ type: 'string', format: 'date' }, date)).toEqual(
      isReal ? [] : ['E_PARAM_FORMAT parameters.x'],
    );
  });

  it.each([
    ['2026-11-24T10:05:00Z', true],
    ['2026-11-24T10:05:00.123456Z', true],
    ['2026-11-24T10:05:00+05:30', true],
    ['2026-11-24T10:05Z', false],
    ['2026-11-24T10:05:00', false],
    ['2026-11-24T24:05:00Z', false],
    ['2026-11-24T10:05:00+25:00', false],
    ['2026-11-24', false],
  ])('hold the date and time %s to the clock', (text, isReal) => {
    expect(judge({ type: 'string', format: 'date-time' }, text)).toEqual(
      isReal ? [] : ['E_PARAM_FORMAT parameters.x'],
    );
  });

  it('count characters, not code units', () => {
    expect(judge({ type: 'string', maxLength: 2 }, '🚀🚀')).toEqual([]);
  });

  it('do not find what objects inherit', () => {
    const given = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1, "toString": 1}') as Json;
    expect(codes(given)).toEqual([
      'E_PARAM_UNKNOWN parameters.__proto__',
      'E_PARAM_UNKNOWN parameters.constructor',
      'E_PARAM_UNKNOWN parameters.toString',
    ]);
    const declared = Object.fromEntries([['constructor', { type: 'integer' } as const]]);
    expect(codes({}, declared)).toEqual(['E_PARAM_REQUIRED parameters.constructor']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('hold no key, text or number that would be lost on the way', () => {
    const nested = JSON.parse('{"a": {"__proto__": 1}}') as Json;
    expect(judge({ type: 'object' }, nested)).toEqual(['E_PARAM_UNKNOWN parameters.x.a.__proto__']);
    expect(judge({ type: 'object' }, { a: 'x\0' })).toEqual(['E_PARAM_CONTROL_CHAR parameters.x.a']);
    expect(judge({ type: 'object' }, { '\ud800': 1 })).toHaveLength(1);
    expect(judge({ type: 'number' }, 2 ** 53)).toEqual(['E_PARAM_RANGE parameters.x']);
  });

  it('nest eight levels deep and no deeper', () => {
    const deep = (levels: number): Json => (levels === 1 ? [] : [deep(levels - 1)]);
    expect(judge({ type: 'array' }, deep(8))).toEqual([]);
    expect(judge({ type: 'array' }, deep(9))).toEqual([expect.stringContaining('E_PARAM_DEPTH')]);
  });

  it('fit into the launch of an ECS task, encoded as they travel', () => {
    const text = (length: number): readonly string[] => judge({ type: 'string' }, 'x'.repeat(length));
    // `{"x":"…"}` as a JSON text in a JSON text: 8 characters, of which 4 are escaped, and 2 quotes.
    expect(text(parametersLimitBytes - 14)).toEqual([]);
    expect(text(parametersLimitBytes - 13)).toEqual(['E_PARAM_SIZE parameters']);
  });

  it('suggest the name that was meant', () => {
    const resolved = resolveParameters(schemas, { regoin: 'eu' });
    expect(resolved).toMatchObject({ problems: [{ fix: 'Did you mean "region"?' }] });
  });
});

function textCodes(text: string): readonly string[] {
  const parsed = parseParametersText(text);
  return parsed.kind === 'ok' ? [] : parsed.problems.map(({ code }) => code);
}

describe('The text of parameters', () => {
  it.each([
    ['{"a": 1, "a": 2}', 'E_PARAM_DUP_KEY'],
    ['{"a": 1, "\\u0061": 2}', 'E_PARAM_DUP_KEY'],
    ['{"a": [{"b": 1, "b": 2}]}', 'E_PARAM_DUP_KEY'],
    ['{"n": 9007199254740993}', 'E_PARAM_RANGE'],
    ['{"n": 1e999}', 'E_PARAM_RANGE'],
    ['{"n": [-9007199254740993]}', 'E_PARAM_RANGE'],
    ['{"n": 1,}', 'E_PARAM_JSON'],
    ['', 'E_PARAM_JSON'],
    ['[[[[[[[[[[1]]]]]]]]]]', 'E_PARAM_DEPTH'],
    [`{"a": "${'x'.repeat(8_192)}"}`, 'E_PARAM_SIZE'],
  ])('%.40s is refused with %s', (text, code) => {
    expect(textCodes(text)).toEqual([code]);
  });

  it('may say the same key in different objects, and brackets and colons in texts', () => {
    expect(
      textCodes('{"a": {"k": 1}, "b": {"k": 2}, "c": "[[[[[[[[[[[[\\"{", "d": ":", "e": ["d", "d"]}'),
    ).toEqual([]);
  });

  it('does not repeat a secret that it holds', () => {
    const parsed = parseParametersText('{"key": "AKIAIOSFODNN7EXAMPLE"');
    expect(JSON.stringify(parsed)).not.toContain('AKIA');
  });

  test.prop([fc.json({ maxDepth: 4 })])('gives the value that JSON gives, or a problem', (text) => {
    const parsed = parseParametersText(text);
    if (parsed.kind === 'ok') expect(parsed.value).toEqual(JSON.parse(text));
    else expect(parsed.problems.length).toBeGreaterThan(0);
  });

  test.prop([fc.string({ maxLength: 200 })])('never throws', (text) => {
    expect(['ok', 'bad']).toContain(parseParametersText(text).kind);
  });
});
