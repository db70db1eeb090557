import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quickRun } from '../../../src/adapters/git/quick-run.ts';
import { runRecord } from '../../../src/adapters/git/record-schemas.ts';
import { endingClasses } from '../../../src/core/ending.ts';

/** Records as they are written, in all their shapes. */
const instant = fc
  .oneof(
    fc.integer({ min: 0, max: 4e12 }),
    fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1_000),
  )
  .map((ms) => new Date(ms).toISOString().replace('.000Z', 'Z'));
const words = fc.string({ maxLength: 20 });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const commit = fc.constantFrom('a'.repeat(40), '0'.repeat(64));
const least = (min: number) => fc.oneof(fc.integer({ min, max: 5 }), fc.integer({ min, max: 2 ** 31 }));
const some = <T>(fields: { [key in keyof T]: fc.Arbitrary<T[key]> }, requiredKeys: (keyof T)[]) =>
  fc.record(fields, { requiredKeys });

const stop = some(
  {
    cause: fc.constantFrom('cancelled', 'superseded', 'start-timeout', 'run-timeout'),
    at: instant,
    by: words,
  },
  ['cause', 'at'],
);
const ending = some(
  {
    class: fc.constantFrom(...Object.keys(endingClasses)),
    at: instant,
    exitCode: fc.constantFrom(0, 1, 137, -1),
    detail: words,
  },
  ['class', 'at'],
);
const attempt = some(
  {
    number: least(1),
    launchTry: least(1),
    intendedAt: instant,
    handle: words,
    startedAt: instant,
    missing: fc.record({ since: instant, ticks: least(1) }),
    stop,
    ending,
  },
  ['number', 'launchTry', 'intendedAt'],
);
const cause = fc.oneof(
  fc.record({ kind: fc.constant('slot'), slot: instant }),
  fc.record({ kind: fc.constant('backfill'), slot: instant, by: words }),
  fc.record({ kind: fc.constant('manual'), by: words }),
  some({ kind: fc.constant('upstream'), run: id, slot: instant }, ['kind', 'run']),
);
const phase = fc.oneof(
  fc.record({ state: fc.constant('queued'), notBefore: instant }),
  fc.record({ state: fc.constantFrom('launching', 'running', 'stopping') }),
  fc.record({
    state: fc.constantFrom('succeeded', 'failed', 'crashed', 'timed-out', 'cancelled', 'unknown'),
    endedAt: instant,
  }),
);
const record = some(
  {
    id,
    flow: id,
    cause,
    parameters: fc.dictionary(words, fc.jsonValue()),
    createdAt: instant,
    commit,
    revision: words,
    phase,
    attempts: fc.array(attempt, { maxLength: 3 }),
    granted: least(0),
    cancel: stop,
    shown: fc.record({ checkId: words, as: words }),
    claim: some({ at: instant, commit }, ['at']),
  },
  ['id', 'flow', 'cause', 'parameters', 'createdAt', 'commit', 'revision', 'phase', 'attempts', 'granted'],
).map((value) => JSON.parse(JSON.stringify(value)) as Json);

type Json = { [key: string]: unknown };

/** What somebody might put in the place of anything. */
const odd = fc.constantFrom<unknown[]>(
  ...[null, 0, -1, 1.5, '', 'x', [], {}, true, 2 ** 60, '2026-02-30T00:00:00Z', '2026-11-24T24:00:00Z'],
  ...[
    '2026-11-24T1a:00:00Z',
    '2026-11-24X10:00:00Z',
    '2026-11-24T10:00Z',
    'y'.repeat(5_000),
    'queued',
    'slot',
    'succeeded',
  ],
);

/** One thing is changed somewhere in a record: taken out, put in or replaced. */
function damaged(value: Json, { seed, kind, by }: { seed: number; kind: number; by: unknown }): Json {
  const copy = structuredClone(value);
  const places: { holder: Json; key: string }[] = [];
  const visit = (holder: Json): void => {
    places.push({ holder, key: 'image' });
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null) visit(inner as Json);
    }
  };
  visit(copy);
  const place = places[seed % places.length];
  if (place === undefined) return copy;
  if (kind === 0 && !Array.isArray(place.holder)) delete place.holder[place.key];
  else place.holder[place.key] = by;
  return copy;
}

describe('the quick way to read a run', () => {
  it('reads every run that the schema takes as the schema does', () => {
    let taken = 0;
    fc.assert(
      fc.property(record, (value) => {
        const judged = runRecord.safeParse(value);
        taken += judged.success ? 1 : 0;
        expect(quickRun(value)).toEqual(judged.success ? judged.data : undefined);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('takes nothing that the schema refuses, wherever a record is damaged', () => {
    let refused = 0;
    fc.assert(
      fc.property(record, fc.nat(), fc.nat(2), odd, (value, seed, kind, by) => {
        const other = damaged(value, { seed, kind, by });
        const judged = runRecord.safeParse(other);
        refused += judged.success ? 0 : 1;
        expect(quickRun(other)).toEqual(judged.success ? judged.data : undefined);
      }),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(250);
  });

  it.each([
    ['no record', 'x'],
    ['nothing', null],
    ['a list', []],
    ['a number that JSON cannot say', { parameters: { a: Number.POSITIVE_INFINITY } }],
  ])('leaves %s to the schema', (_, value) => {
    expect(quickRun(value)).toBeUndefined();
  });
});
