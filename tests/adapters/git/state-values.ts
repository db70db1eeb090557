import fc from 'fast-check';
import type { Deployment, Registry, Version } from '../../../src/core/deployment.ts';
import { type EndingClass, endingClasses } from '../../../src/core/ending.ts';
import type { FlowName, Policy } from '../../../src/core/flow.ts';
import { type Instant, instantFromMs, parseIso, plusMs } from '../../../src/core/instant.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Attempt, Phase, Run, RunId } from '../../../src/core/run.ts';
import { byAge, type GapReason, gapReasons, type State } from '../../../src/core/state.ts';
import type { StateCommit } from '../../../src/ports.ts';

export function at(iso: string): Instant {
  const instant = parseIso(iso);
  if (instant === undefined) throw new Error(`Not an instant: ${iso}`);
  return instant;
}

export const now = at('2026-11-24T10:00:00Z');
export const daily = 'daily' as FlowName;
const hex = (digit: string, length: number) => digit.repeat(length);

export const policy: Policy = {
  schedules: [
    { kind: 'cron', cron: '5 21 * * *', timezone: 'America/New_York', parameters: { region: 'us' } },
    { kind: 'interval', everySeconds: 21_600, anchor: at('2026-01-01T00:00:00Z'), parameters: {} },
  ],
  catchUp: { policy: 'latest', windowSeconds: 21_600, max: 1 },
  overlap: 'skip',
  concurrency: { group: 'warehouse', limit: 2 },
  after: { flows: ['load' as FlowName], when: 'succeeded' },
  parameters: {
    region: { type: 'string', enum: ['us', 'eu'], default: 'us' },
    days: { type: 'array', items: { type: 'string', format: 'date' } },
  },
  retries: { limit: 3, delaySeconds: 30, backoff: 'exponential', maxDelaySeconds: 900, jitter: 0.2 },
  infraRetries: 3,
  timeout: { startSeconds: 900, runSeconds: 7_200 },
  onUnknown: 'hold',
  spot: true,
  spotFallbackAfter: 2,
  network: 'fixed-address',
};

export function versionOf(flow: string, digit = 'a'): Version {
  const part = hex(digit, 12);
  return {
    fingerprint: hex(digit, 64),
    content: hex('b', 64),
    parts: { manifest: part, placement: part, code: part, packages: part, image: part },
    revision: `local:${flow}:${part}`,
    commit: hex('c', 40),
  };
}

export function deploymentOf(flow: FlowName): Deployment {
  return {
    flow,
    version: versionOf(flow),
    deployedAt: at('2026-11-20T08:00:00Z'),
    policy,
    scheduledSince: { '0123456789ab': at('2026-11-20T08:00:00Z') },
    earlier: [
      {
        ...versionOf(flow, 'd'),
        image: `acme@sha256:${hex('e', 64)}`,
        built: { run: '12', commit: hex('c', 40) },
      },
    ],
  };
}

export const registry: Registry = { deployments: new Map([[daily, deploymentOf(daily)]]) };

export function runOf(id: string, changes: Partial<Run> = {}): Run {
  return {
    id: id as RunId,
    flow: daily,
    cause: { kind: 'slot', slot: at('2026-11-24T09:00:00Z') },
    parameters: {},
    createdAt: at('2026-11-24T09:01:00Z'),
    commit: hex('c', 40),
    revision: `local:daily:${hex('a', 12)}`,
    phase: { state: 'running' },
    attempts: [{ number: 1, launchTry: 1, intendedAt: at('2026-11-24T09:01:00Z'), handle: 'local-1' }],
    granted: 0,
    ...changes,
  };
}

export function stateOf(sequence: number, runs: readonly Run[] = []): State {
  return {
    sequence,
    mark: now,
    runs: new Map(runs.map((run) => [run.id, run])),
    pauses: new Map(),
    gaps: [],
  };
}

export function changeOf(
  base: string | undefined,
  sequence: number,
  changes: Partial<StateCommit> = {},
): StateCommit {
  return {
    base,
    registry,
    state: stateOf(sequence),
    board: `# Board ${sequence}\n`,
    message: `Tick ${sequence}`,
    at: now,
    pages: new Map(),
    ...changes,
  };
}

// Any value of the types --------------------------------------------------------------------------------------------

const past = fc.integer({ min: 0, max: 20 * 365 * 86_400_000 }).map((ms) => plusMs(now, -ms));
const word = fc.string({ unit: 'binary', maxLength: 30 });
const flows = fc.constantFrom('daily', 'load-warehouse', 'a1').map((name) => name as FlowName);
const jsonObject = fc
  .dictionary(
    fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
    ),
    { maxKeys: 4, noNullPrototype: true },
  )
  .map((value) => value as JsonObject);

/** A record whose optional fields are there or absent, never `undefined`. */
function record<T>(
  required: { [K in keyof T]?: fc.Arbitrary<T[K]> },
  optional: { [K in keyof T]?: fc.Arbitrary<Exclude<T[K], undefined>> } = {},
): fc.Arbitrary<T> {
  return fc.record(
    { ...required, ...optional },
    {
      requiredKeys: Object.keys(required) as never[],
      noNullPrototype: true,
    },
  ) as unknown as fc.Arbitrary<T>;
}

const ending = record<NonNullable<Attempt['ending']>>(
  {
    class: fc.constantFrom(
      ...(Object.keys(endingClasses) as EndingClass[]).filter((name) => name !== 'exit-zero'),
    ),
    at: past,
  },
  { exitCode: fc.integer({ min: 0, max: 255 }), detail: word },
);
const stop = record<NonNullable<Attempt['stop']>>(
  { cause: fc.constantFrom('cancelled', 'superseded', 'start-timeout', 'run-timeout'), at: past },
  { by: word },
);
const attempts = fc
  .array(
    record<Attempt>(
      { number: fc.constant(1), launchTry: fc.integer({ min: 1, max: 8 }), intendedAt: past },
      {
        handle: fc.constantFrom('local-1', 'p:42'),
        capacity: fc.constantFrom('spot', 'on-demand'),
        startedAt: past,
        missing: fc.record({ since: past, ticks: fc.integer({ min: 1, max: 9 }) }, { noNullPrototype: true }),
        stop,
        ending,
      },
    ),
    { maxLength: 4 },
  )
  .map((list) => list.map((attempt, index) => ({ ...attempt, number: index + 1 })));
const phase: fc.Arbitrary<Phase> = fc.oneof(
  past.map((notBefore) => ({ state: 'queued' as const, notBefore })),
  fc.constantFrom('launching' as const, 'running' as const, 'stopping' as const).map((state) => ({ state })),
  fc
    .tuple(
      fc.constantFrom('succeeded' as const, 'failed' as const, 'unknown' as const, 'timed-out' as const),
      past,
    )
    .map(([state, endedAt]) => ({ state, endedAt })),
);
const cause: fc.Arbitrary<Run['cause']> = fc.oneof(
  past.map((slot) => ({ kind: 'slot' as const, slot })),
  fc.tuple(past, word).map(([slot, by]) => ({ kind: 'backfill' as const, slot, by })),
  word.map((by) => ({ kind: 'manual' as const, by })),
  past.map((slot) => ({ kind: 'upstream' as const, run: 'load-1' as RunId, slot })),
  fc.constant({ kind: 'upstream' as const, run: 'load-1' as RunId }),
);
const run: fc.Arbitrary<Run> = flows.chain((flow) =>
  record<Run>(
    {
      id: fc.integer({ min: 0, max: 999 }).map((number) => `${flow}-${number}` as RunId),
      flow: fc.constant(flow),
      cause,
      parameters: jsonObject,
      createdAt: past,
      commit: fc.constant(hex('c', 40)),
      revision: fc.constant(`local:${flow}:0123456789ab`),
      phase,
      attempts,
      granted: fc.nat(3),
    },
    {
      cancel: stop,
      shown: fc.record(
        { checkId: fc.constant('17'), as: fc.constant('active 1') },
        { noNullPrototype: true },
      ),
    },
  ),
);

export const anyState: fc.Arbitrary<State> = fc
  .record({
    sequence: fc.nat(),
    mark: past,
    runs: fc.uniqueArray(run, { selector: ({ id }) => id, maxLength: 8 }),
    pauses: fc.uniqueArray(fc.record({ flow: flows, at: past, by: word }, { noNullPrototype: true }), {
      selector: ({ flow }) => flow,
    }),
    pastPauses: fc
      .uniqueArray(fc.record({ flow: flows, at: past, by: word }, { noNullPrototype: true }), {
        selector: ({ flow }) => flow,
      })
      .map((items) => items.map((item) => ({ ...item, until: instantFromMs(item.at + 1_000) }))),
    gaps: fc.array(
      fc.record(
        {
          flow: flows,
          outcome: fc.constantFrom('skipped' as const, 'missed' as const),
          because: fc.constantFrom(...(Object.keys(gapReasons) as GapReason[])),
          from: past,
          count: fc.integer({ min: 1, max: 99 }),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ runs, pauses, pastPauses, gaps, ...rest }) => ({
    ...rest,
    ...(pastPauses.length === 0
      ? {}
      : { pastPauses: new Map(pastPauses.map((item) => [item.flow, [item]])) }),
    runs: new Map(runs.map((item) => [item.id, item])),
    pauses: new Map(pauses.map((item) => [item.flow, item])),
    gaps: gaps.map((gap) => ({ ...gap, to: instantFromMs(gap.from) })).sort(byAge),
  }));

export const anyRegistry: fc.Arbitrary<Registry> = fc
  .uniqueArray(fc.tuple(flows, past, fc.boolean(), jsonObject), { selector: ([flow]) => flow })
  .map((items) => ({
    ...(items.length > 1 ? { commit: hex('e', 40) } : {}),
    deployments: new Map(
      items.map(([flow, moment, isRetired, parameters]) => [
        flow,
        {
          ...deploymentOf(flow),
          deployedAt: moment,
          scheduledSince: { '0123456789ab': moment },
          policy: { ...policy, schedules: policy.schedules.map((schedule) => ({ ...schedule, parameters })) },
          ...(isRetired
            ? { retiredAt: moment }
            : { taskFields: { 'resources.cpu': '256', 'environment.A': '#0' } }),
        },
      ]),
    ),
  }));
