import fc from 'fast-check';
import {
  type Deed,
  type End,
  type FlowSpec,
  type Flows,
  type Minute,
  type Rule,
  regions,
  type ScheduleSpec,
  type Step,
  type Story,
} from './story.ts';

const minute = (iso: string): Minute => Date.parse(iso) / 60_000;

/** Evenings before clocks change, and one where they do not. */
const starts = [
  minute('2026-06-01T20:00Z'),
  minute('2026-03-28T20:00Z'),
  minute('2026-10-24T20:00Z'),
  minute('2026-10-03T12:00Z'),
  minute('2026-04-04T12:00Z'),
];
const timezones = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York'];
const crons = [
  '0 * * * *',
  '*/10 * * * *',
  '*/15 * * * *',
  '30 2 * * *',
  '0 2 * * *',
  '15,45 1-3 * * *',
  '0 */2 * * *',
  '*/30 2 * * *',
  '10 2 * * mon-fri',
  '0 0-23 * * *',
  '0 3 */2 * sun',
  '0 3 1-31/2 * sun',
  '45 1 * * *',
];

const rule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(...crons.flatMap((cron) => timezones.map((timezone) => ({ cron, timezone })))),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      everyMinutes: fc.constantFrom(20, 60, 90),
      anchor: fc.constantFrom(minute('2026-01-01T00:00Z'), minute('2026-01-01T00:10Z')),
    }),
  },
);

const schedule: fc.Arbitrary<ScheduleSpec> = fc
  .record({ rule, region: fc.option(fc.constantFrom(...regions), { nil: undefined }) })
  .map(({ rule: one, region }) => (region === undefined ? { rule: one } : { rule: one, region }));

const spec: fc.Arbitrary<FlowSpec> = fc
  .record({
    schedules: fc.uniqueArray(schedule, {
      minLength: 1,
      maxLength: 3,
      selector: (one) => JSON.stringify(one),
    }),
    catchUp: fc.record({
      policy: fc.constantFrom('latest', 'all', 'none'),
      windowMinutes: fc.constantFrom(360, 60, 15, 2_880),
      max: fc.constantFrom(10, 2),
    }),
    overlap: fc.constantFrom('skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow'),
    groupLimit: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    retries: fc.constantFrom(0, 1, 2),
    infraRetries: fc.constantFrom(0, 1),
  })
  .map(({ groupLimit, ...rest }) => (groupLimit === undefined ? rest : { ...rest, groupLimit }));

const afterOf = (upstream: readonly string[]) =>
  fc.option(
    fc.record({
      flows: fc.subarray([...upstream], { minLength: 1, maxLength: upstream.length }),
      when: fc.constantFrom('succeeded', 'failed', 'finished'),
    }),
    { nil: undefined, freq: 1 },
  );

const names = ['a', 'b', 'c'];
const flows: fc.Arbitrary<Flows> = fc
  .record({
    a: spec,
    b: fc.option(spec, { nil: undefined }),
    c: fc.option(spec, { nil: undefined }),
    afterB: afterOf(['a']),
    afterC: afterOf(['a', 'b']),
  })
  .map(({ a, b, c, afterB, afterC }) => {
    const all: { [flow: string]: FlowSpec } = { a };
    const add = (name: string, one: FlowSpec | undefined, after: FlowSpec['after'] | undefined): void => {
      if (one === undefined) return;
      const { groupLimit: _, ...common } = one;
      const own =
        a.groupLimit === undefined || one.groupLimit === undefined
          ? common
          : { ...common, groupLimit: a.groupLimit };
      const there = after?.flows.filter((flow) => all[flow] !== undefined) ?? [];
      all[name] =
        after === undefined || there.length === 0
          ? own
          : { ...own, schedules: [], after: { ...after, flows: there } };
    };
    add('b', b, afterB);
    add('c', c, afterC);
    return all;
  });

const ends: readonly End[] = [
  'succeeded',
  'failed',
  'crashed',
  'timed-out',
  'cancelled',
  'unknown',
  'failed for good',
];
const lives = fc.array(
  fc.record({
    minutes: fc.constantFrom(0, 2, 5, 14, 45, 200),
    end: fc.oneof(fc.constant('succeeded' as const), fc.constantFrom(...ends)),
  }),
  { minLength: 1, maxLength: 4 },
);

type Draft = {
  readonly wait: number;
  readonly deed: (at: Minute, known: Flows) => Deed;
  readonly times: number;
};
const flow = fc.constantFrom(...names);
const wait = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(30, 60, 90, 240, 1_440, 2_900));
const plain =
  (deed: Deed): Draft['deed'] =>
  () =>
    deed;
const deeds: fc.Arbitrary<Draft['deed']> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(plain({ kind: 'tick' })) },
  { weight: 2, arbitrary: flows.map((next) => plain({ kind: 'deploy', flows: next })) },
  { weight: 2, arbitrary: fc.record({ flow, next: spec }).map(({ flow: name, next }) => edit(name, next)) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pause', 'resume'), flow }).map(plain) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('run' as const), flow }).map(plain) },
  {
    weight: 1,
    arbitrary: fc
      .record({ kind: fc.constantFrom('cancel' as const, 'retry' as const), of: fc.nat(5) })
      .map(plain),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constant('resolve' as const),
        of: fc.nat(5),
        as: fc.constantFrom('succeeded' as const, 'failed' as const),
      })
      .map(plain),
  },
  {
    weight: 1,
    arbitrary: fc.record({ flow, back: fc.constantFrom(30, 120, 360), long: fc.constantFrom(30, 120) }).map(
      ({ flow: name, back, long }) =>
        (at: Minute): Deed => ({
          kind: 'backfill',
          flow: name,
          from: Math.floor(at) - back,
          to: Math.min(Math.floor(at) - back + long, Math.floor(at)),
        }),
    ),
  },
);

/** Changes one flow a little, and nothing else. */
function edit(name: string, { overlap, catchUp, schedules }: FlowSpec) {
  return (_at: Minute, known: Flows): Deed => {
    const one = known[name];
    if (one === undefined) return { kind: 'tick' };
    const changed = { ...one, overlap, catchUp, schedules: one.schedules.length === 0 ? [] : schedules };
    return { kind: 'deploy', flows: { ...known, [name]: changed } };
  };
}

export const story: fc.Arbitrary<Story> = fc
  .record({
    start: fc.constantFrom(...starts),
    first: flows,
    lives,
    drafts: fc.array(fc.record({ wait, deed: deeds, times: fc.constantFrom(1, 1, 2, 4) }), {
      minLength: 1,
      maxLength: 14,
    }),
  })
  .map(({ start, first, lives: chosen, drafts }) => {
    const steps: Step[] = [{ at: start + 0.5, deed: { kind: 'deploy', flows: first } }];
    let known = first;
    let at = start;
    const add = (deed: Deed): void => {
      if (deed.kind === 'deploy') known = deed.flows;
      steps.push({ at: deed.kind === 'tick' ? at : at + 0.5, deed });
    };
    for (const { wait: pause, deed, times } of drafts) {
      at += pause;
      const one = deed(at, known);
      add(one);
      for (let more = 1; one.kind === 'tick' && pause <= 90 && more < times; more += 1) {
        at += pause;
        add(one);
      }
    }
    return { steps, lives: chosen };
  });
