import { describe, expect, it } from '@jest/globals';
import type { Limits } from '../../src/core/admission.ts';
import { type Decision, decide } from '../../src/core/decide.ts';
import type { Registry } from '../../src/core/deployment.ts';
import type { CatchUp, Policy, Schedule } from '../../src/core/flow.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Observations } from '../../src/core/reconcile.ts';
import { mostOpenRuns } from '../../src/core/room.ts';
import type { Run } from '../../src/core/run.ts';
import type { State } from '../../src/core/state.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import { at, attempt, deployment, flowA, flowB, noon, registryOf, run, stateOf } from './builders.ts';

const hourly: Schedule = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} };
const nothingSeen: Observations = { sightings: new Map(), looks: new Map() };
const limits: Limits = { launchesPerTick: 100, running: 200 };
const day = 86_400;

type Given = {
  readonly state?: State;
  readonly registry: Registry;
  readonly now?: Instant;
  readonly seen?: Observations;
  readonly limits?: Limits;
};

function decided({
  state = stateOf(),
  registry,
  now = noon,
  seen = nothingSeen,
  limits: within = limits,
}: Given): Decision {
  return decide({ state, registry, seen, now, limits: within, repository: 'acme/flows' });
}

const flowWith = (changes: Partial<Policy>) =>
  registryOf(deployment(flowA, { schedules: [hourly], ...changes }));
const ids = ({ state }: Decision) => [...state.runs.keys()];
const states = ({ state }: Decision) => [...state.runs.values()].map(({ phase }) => phase.state);
const since = (mark: string): State => ({ ...stateOf(), mark: at(mark) });

describe('a tick with nothing to do', () => {
  it('leaves the very state, so that nothing is written', () => {
    const state = { ...stateOf(), mark: at('2026-11-24T12:00Z') };
    expect(decided({ state, registry: flowWith({}), now: at('2026-11-24T12:59Z') }).state).toBe(state);
  });
});

describe('a clock that is behind the one of the last tick', () => {
  it('leaves the mark where it is, and goes on with everything else', () => {
    const state = { ...stateOf(run('flow-a-m-1')), mark: at('2026-11-24T12:05Z') };
    const decision = decided({ state, registry: flowWith({}), now: noon });
    expect(states(decision)).toEqual(['launching']);
    expect(decision.state.mark).toBe(state.mark);
  });
});

describe('due slots', () => {
  it('become runs with an intent to launch, and the mark moves', () => {
    const decision = decided({ registry: flowWith({}) });
    expect(ids(decision)).toEqual(['flow-a-20261124-1200']);
    expect(states(decision)).toEqual(['launching']);
    expect(decision.state.mark).toBe(noon);
  });

  it('are the same however often the tick that sees them is repeated', () => {
    const first = decided({ registry: flowWith({}) });
    expect(decided({ state: first.state, registry: flowWith({}) }).state).toBe(first.state);
  });

  it('before the schedule was deployed never run', () => {
    const fresh = { ...deployment(flowA, { schedules: [hourly] }), deployedAt: at('2026-11-24T12:00Z') };
    expect(ids(decided({ registry: registryOf(fresh) }))).toEqual([]);
  });

  it.each<[CatchUp['policy'], number, number, string[], number, number]>([
    ['latest', day, 100, ['1200'], 3, 0],
    ['all', day, 100, ['0900', '1000', '1100', '1200'], 0, 0],
    ['all', day, 2, ['1100', '1200'], 2, 0],
    ['all', 5_400, 100, ['1100', '1200'], 0, 2],
    ['none', 900, 100, ['1200'], 0, 3],
  ])(
    'of four hours under %s with a window of %d s and max %d',
    (policy, windowSeconds, max, runs, skipped, missed) => {
      const registry = flowWith({ catchUp: { policy, windowSeconds, max }, overlap: 'allow' });
      const decision = decided({ state: since('2026-11-24T08:30Z'), registry });
      expect(ids(decision)).toEqual(runs.map((time) => `flow-a-20261124-${time}`));
      const count = (outcome: string) =>
        decision.gaps.filter((gap) => gap.outcome === outcome).reduce((sum, gap) => sum + gap.count, 0);
      expect([count('skipped'), count('missed')]).toEqual([skipped, missed]);
    },
  );

  it('of a year ago are counted, not walked through, and all accounted for', () => {
    const minutely: Schedule = { ...hourly, cron: '* * * * *' };
    const old = { ...deployment(flowA, { schedules: [minutely] }), deployedAt: at('2025-01-01T00:00Z') };
    const registry = registryOf(old);
    const started = cpuTimeMs();
    const decision = decided({ state: since('2025-11-24T12:00Z'), registry });
    expect(cpuTimeMs() - started).toBeLessThan(1_000);
    const without = decision.gaps.reduce((sum, gap) => sum + gap.count, 0);
    expect(without + decision.state.runs.size).toBe(365 * 24 * 60);
  });

  it('that do not fit are left with the mark right before them', () => {
    const catchUp: CatchUp = { policy: 'all', windowSeconds: 31 * day, max: 1_000 };
    const minutely = [{ ...hourly, cron: '* * * * *' }];
    const registry = registryOf(
      deployment(flowA, { catchUp, overlap: 'allow', schedules: minutely }),
      deployment(flowB, { overlap: 'allow' }),
    );
    const open = Array.from({ length: mostOpenRuns - 2 }, (_, index) =>
      run(`flow-b-m-${index}`, { flow: flowB }),
    );
    const state = { ...stateOf(...open), mark: at('2026-11-24T11:00Z') };
    const decision = decided({ state, registry });
    expect(decision.isBehind).toBe(true);
    expect(decision.state.mark).toBe(at('2026-11-24T11:03Z') - 1);
    expect(ids(decision).filter((id) => id.startsWith('flow-a'))).toEqual([
      'flow-a-20261124-1101',
      'flow-a-20261124-1102',
    ]);
  });

  it('of two schedules with other parameters at one instant are two runs, with equal ones one', () => {
    const parameters = { region: { type: 'string' } } as const;
    const of = (region: string): Schedule => ({ ...hourly, parameters: { region } });
    const two = flowWith({ schedules: [of('us'), of('eu')], parameters, overlap: 'buffer-all' });
    expect(ids(decided({ registry: two }))).toHaveLength(2);
    const same = flowWith({
      schedules: [hourly, { ...hourly, cron: '*/30 * * * *' }],
      overlap: 'buffer-all',
    });
    expect(ids(decided({ registry: same }))).toHaveLength(1);
  });

  it('of a paused flow are skipped, while its open runs go on', () => {
    const state = {
      ...stateOf(run('m')),
      pauses: new Map([[flowA, { flow: flowA, at: noon, by: 'someone' }]]),
    };
    const decision = decided({ state, registry: flowWith({}) });
    expect(decision.gaps).toMatchObject([{ outcome: 'skipped', because: 'paused', count: 1 }]);
    expect(states(decision)).toEqual(['launching']);
  });
});

describe('overlap', () => {
  const running = run('m', {
    cause: { kind: 'slot', slot: at('2026-11-24T11:00Z') },
    phase: { state: 'running' },
    attempts: [attempt({ handle: 'task', startedAt: noon })],
  });
  it.each<[Policy['overlap'], string[], string[]]>([
    ['skip', ['running'], ['overlap']],
    ['buffer-one', ['running', 'queued'], []],
    ['buffer-all', ['running', 'queued'], []],
    ['allow', ['running', 'launching'], []],
    ['cancel-other', ['stopping', 'queued'], []],
  ])('%s', (overlap, expected, gaps) => {
    const decision = decided({ state: stateOf(running), registry: flowWith({ overlap }) });
    expect(states(decision)).toEqual(expected);
    expect(decision.gaps.map(({ because }) => because)).toEqual(gaps);
  });

  it('buffer-one lets only one wait', () => {
    const decision = decided({
      state: stateOf(running, run('w')),
      registry: flowWith({ overlap: 'buffer-one' }),
    });
    expect(decision.gaps).toMatchObject([{ because: 'buffered' }]);
  });

  it('cancel-other starts its run when the other has ended', () => {
    const first = decided({ state: stateOf(running), registry: flowWith({ overlap: 'cancel-other' }) });
    const ended = { kind: 'ended', ending: { class: 'exit-code', at: at('2026-11-24T12:01Z') } } as const;
    const seen = { ...nothingSeen, sightings: new Map([['task', ended]]) };
    const next = decided({
      state: first.state,
      registry: flowWith({ overlap: 'cancel-other' }),
      seen,
      now: at('2026-11-24T12:02Z'),
    });
    expect(states(next)).toEqual(['cancelled', 'launching']);
  });
});

describe('timeouts and cancels', () => {
  const started = (changes: Partial<Run> = {}) =>
    run('m', {
      phase: { state: 'running' },
      attempts: [
        attempt({ handle: 'task', startedAt: at('2026-11-24T10:00Z'), intendedAt: at('2026-11-24T10:00Z') }),
      ],
      ...changes,
    });

  it('mark an attempt that runs too long', () => {
    const [stopped] = [
      ...decided({ state: stateOf(started()), registry: registryOf(deployment(flowA)) }).state.runs.values(),
    ];
    expect(stopped?.attempts[0]?.stop).toEqual({ cause: 'run-timeout', at: noon });
  });

  it('mark an attempt that does not start', () => {
    const waiting = started({
      phase: { state: 'launching' },
      attempts: [attempt({ handle: 'task', intendedAt: at('2026-11-24T11:00Z') })],
    });
    const given = { state: stateOf(waiting), registry: registryOf(deployment(flowA)) };
    const stopOf = (seen: Observations) =>
      [...decided({ ...given, seen }).state.runs.values()][0]?.attempts[0]?.stop?.cause;
    const starting = new Map([['task', { kind: 'starting' as const }]]);
    expect(stopOf({ ...nothingSeen, sightings: starting })).toBe('start-timeout');
    expect(stopOf(nothingSeen)).toBeUndefined();
  });

  it('end a queued run at once', () => {
    const cancelled = run('m', { cancel: { cause: 'cancelled', at: noon, by: 'someone' } });
    expect(states(decided({ state: stateOf(cancelled), registry: registryOf(deployment(flowA)) }))).toEqual([
      'cancelled',
    ]);
  });
});

describe('a flow that is gone', () => {
  const retired = registryOf({ ...deployment(flowA, { schedules: [hourly] }), retiredAt: noon });

  it('gets no run any more, and its waiting runs end', () => {
    expect(states(decided({ state: stateOf(run('m')), registry: retired }))).toEqual(['cancelled']);
  });

  it('keeps its running attempt until the end, and no retry follows', () => {
    const running = run('m', {
      phase: { state: 'running' },
      attempts: [attempt({ handle: 'task', startedAt: noon })],
    });
    const failed = { kind: 'ended', ending: { class: 'exit-code', at: noon } } as const;
    const open = decided({ state: stateOf(running), registry: retired });
    expect(states(open)).toEqual(['running']);
    const seen = { ...nothingSeen, sightings: new Map([['task', failed]]) };
    expect(states(decided({ state: open.state, registry: retired, seen }))).toEqual(['failed']);
  });
});

describe('a flow that runs after another', () => {
  it('starts in the same decision in which the other is seen to end', () => {
    const registry = registryOf(
      deployment(flowA),
      deployment(flowB, { after: { flows: [flowA], when: 'succeeded' } }),
    );
    const upstream = run('u', {
      phase: { state: 'running' },
      attempts: [attempt({ handle: 'task' })],
      cause: { kind: 'slot', slot: noon },
    });
    const ended = { kind: 'ended', ending: { class: 'exit-zero', at: noon } } as const;
    const seen = { ...nothingSeen, sightings: new Map([['task', ended]]) };
    const decision = decided({ state: stateOf(upstream), registry, seen });
    expect(states(decision)).toEqual(['succeeded', 'launching']);
    expect(decided({ state: decision.state, registry, seen }).state).toBe(decision.state);
  });
});
