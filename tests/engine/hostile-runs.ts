import fc from 'fast-check';
import { eventMarker } from '../../src/core/event.ts';
import type { Sighting } from '../../src/core/sighting.ts';
import type { LogLine } from '../../src/ports.ts';
import { hostileText } from '../report/hostile.ts';

/** What one run can do to whoever reads it. */
export type Hostility = {
  readonly lines: readonly string[];
  readonly exitCode: number;
  /** How the end of its task is answered. */
  readonly sighting: (honest: Sighting) => Sighting;
  readonly log: 'honest' | 'refused' | 'no-texts' | 'endless';
  readonly check: 'honest' | 'deferred' | 'gone' | 'refused';
};

const numbers = fc.oneof(
  fc.constantFrom(
    8.64e15,
    8.64e15 - 1,
    -8.64e15,
    Number.MAX_SAFE_INTEGER,
    1e308,
    -1,
    0,
    0.5,
    253_402_300_800_000,
  ),
  fc.double(),
  fc.integer(),
);

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);
const nested = fc
  .tuple(fc.integer({ min: 1, max: 12_000 }), fc.constantFrom(['[', ']'], ['{"a":', '}']))
  .map(([levels, [open = '', close = '']]) => deep(levels, open, close).replace('}', '0}').slice(0, 60_000));

const value = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 3, arbitrary: numbers.map((number) => JSON.stringify(number)) },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.constantFrom('null', 'true', '[]', '{}', '1e999', '"__proto__"', '[[[]]]') },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
);

const fieldNames = [
  'at',
  'task',
  'name',
  'key',
  'parent',
  'attempt',
  'outcome',
  'durationMs',
  'delayMs',
  'error',
  'totals',
  'level',
  'message',
  'fields',
  'done',
  'total',
  'part',
  'text',
  'artifact',
] as const;

const right: { readonly [name: string]: string } = {
  task: '1',
  name: '"x"',
  outcome: '"failed"',
  level: '"error"',
  message: '"m"',
  done: '1',
  attempt: '1',
};

const artifact = fc
  .record({ kind: fc.constantFrom('table', 'markdown', 'link', 'image'), name: value, a: value, b: value })
  .map(({ kind, name, a, b }) => {
    const fields = {
      table: `"columns":[${a}],"rows":[[${b},${a}],${b}]`,
      markdown: `"text":${a}`,
      link: `"url":${a},"text":${b}`,
      image: `"alt":${a},"source":{"kind":"url","url":${b}}`,
    };
    return `"event":"artifact","artifact":{"kind":"${kind}","name":${name},${fields[kind]}}`;
  });

const events = [
  'flow-started',
  'flow-ended',
  'task-started',
  'task-retrying',
  'task-ended',
  'task-totals',
  'log',
  'progress',
];
const event = fc
  .tuple(fc.constantFrom(...events), fc.dictionary(fc.constantFrom(...fieldNames), value, { maxKeys: 5 }))
  .map(([name, fields]) =>
    [
      `"event":"${name}"`,
      ...Object.entries({ ...right, ...fields }).map(([key, text]) => `"${key}":${text}`),
    ].join(','),
  );

const line = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(event, artifact).map((fields) => `${eventMarker}${fields}}`) },
  { weight: 2, arbitrary: hostileText },
  // A trace, so that files of commits are asked for.
  {
    weight: 1,
    arbitrary: hostileText.map((text) => `    at ${text} (/flow/flows/poison/index.ts:${text.length}:1)`),
  },
);

const sighting = fc
  .record({ startedAt: numbers, endedAt: numbers, exitCode: numbers, detail: hostileText })
  .map(
    ({ startedAt, endedAt, exitCode, detail }) =>
      (honest: Sighting): Sighting =>
        honest.kind !== 'ended'
          ? honest
          : ({
              kind: 'ended',
              startedAt: Math.trunc(startedAt) || 0,
              ending: {
                class: exitCode === 0 ? 'exit-zero' : 'exit-code',
                at: Math.trunc(endedAt) || 0,
                exitCode,
                detail,
              },
            } as unknown as Sighting),
  );

export const hostility: fc.Arbitrary<Hostility> = fc.record({
  lines: fc.array(line, { maxLength: 12 }),
  exitCode: fc.constantFrom(0, 1, 137),
  sighting: fc.oneof(
    fc.constant((honest: Sighting) => honest),
    sighting,
  ),
  log: fc.constantFrom('honest', 'honest', 'refused', 'no-texts', 'endless'),
  check: fc.constantFrom('honest', 'honest', 'deferred', 'gone', 'refused'),
});

/** Not what the types say: an answer of an API is what it is. */
export const noText = [{ at: Number.NaN, text: undefined }, {}, null] as unknown as readonly LogLine[];
