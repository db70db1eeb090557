import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/core/instant.ts';
import type { Run } from '../../src/core/run.ts';
import { nextWake, nextWakeUp } from '../../src/core/wake.ts';
import {
  attempt,
  deployment,
  flowA,
  flowB,
  minutesAfter,
  noon,
  registryOf,
  run,
  stateOf,
} from './builders.ts';

const hourly = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} } as const;
const daily = { ...hourly, cron: '30 6 * * *' };
const started = attempt({ startedAt: noon, handle: 'x' });
const running = run('r1', { phase: { state: 'running' }, attempts: [started] });
const at = (minutes: number): Instant => minutesAfter(noon, minutes);

describe('A clock that can be programmed', () => {
  it('is left alone where nothing is scheduled and nothing is open', () => {
    expect(nextWakeUp(stateOf(), registryOf(deployment(flowA)), noon)).toBeUndefined();
  });

  it('wakes at the first slot of all flows that are neither paused nor gone', () => {
    const flows = [deployment(flowA, { schedules: [daily] }), deployment(flowB, { schedules: [hourly] })];
    expect(nextWakeUp(stateOf(), registryOf(...flows), at(1))).toEqual({ at: at(60), isExact: true });
    const paused = { ...stateOf(), pauses: new Map([[flowB, { flow: flowB, at: noon, by: 'x' }]]) };
    expect(nextWakeUp(paused, registryOf(...flows), noon)?.at).toBe(at(18 * 60 + 30));
  });

  it('wakes at the first slot of a flow that has one, however rarely the others are due', () => {
    const leapDay = { ...hourly, cron: '0 0 29 2 *' };
    const flows = [
      deployment(flowA, { schedules: [leapDay, daily] }),
      deployment(flowB, { schedules: [hourly] }),
    ];
    for (const order of [flows, flows.toReversed()])
      expect(nextWake(stateOf(), registryOf(...order), at(1))).toBe(at(60));
    expect(
      nextWake(stateOf(), registryOf(deployment(flowA, { schedules: [leapDay] })), noon),
    ).toBeGreaterThan(noon);
  });

  const open: readonly [string, Partial<Run>, { at: Instant; isExact: boolean }][] = [
    ['what runs, at its deadline, since its end wakes by itself', running, { at: at(60), isExact: true }],
    [
      'what is past its deadline, soon',
      { ...running, attempts: [attempt({ startedAt: at(-90) })] },
      { at: at(6), isExact: false },
    ],
    [
      'what the executor has lost sight of, soon',
      { ...running, attempts: [{ ...started, missing: { since: noon, ticks: 1 } }] },
      { at: at(6), isExact: false },
    ],
    ['what is being launched, soon', { phase: { state: 'launching' } }, { at: at(6), isExact: false }],
    ['what is being stopped, soon', { phase: { state: 'stopping' } }, { at: at(6), isExact: false }],
    [
      'a retry, when its delay is over',
      { phase: { state: 'queued', notBefore: at(3) } },
      { at: at(3), isExact: true },
    ],
    [
      'what waits for nothing that anybody knows, soon',
      { phase: { state: 'queued', notBefore: noon } },
      { at: at(6), isExact: false },
    ],
  ];

  it.each(open)('wakes for %s', (_, changes, wanted) => {
    expect(nextWakeUp(stateOf(run('r1', changes)), registryOf(deployment(flowA)), at(1))).toEqual(wanted);
  });

  it('does not wake for what waits behind something that runs', () => {
    const waiting = run('r2', { phase: { state: 'queued', notBefore: noon } });
    const answer = nextWakeUp(stateOf(running, waiting), registryOf(deployment(flowA)), at(1));
    expect(answer).toEqual({ at: at(60), isExact: true });
  });

  it('wakes at a slot rather than for a look after it', () => {
    const flows = registryOf(deployment(flowA, { schedules: [hourly] }));
    const state = stateOf(run('r1', { phase: { state: 'launching' } }));
    expect(nextWakeUp(state, flows, at(57))).toEqual({ at: at(60), isExact: true });
    expect(nextWakeUp(state, flows, at(50))).toEqual({ at: at(55), isExact: false });
  });
});

describe('A clock that keeps a rate', () => {
  it('is told to look every five minutes while anything is open', () => {
    const registry = registryOf(deployment(flowA, { schedules: [daily] }));
    expect(nextWake(stateOf(running), registry, at(1))).toBe(at(6));
    expect(nextWake(stateOf(running), registry, at(58))).toBe(at(60));
    expect(nextWake(stateOf(), registry, at(1))).toBe(at(18 * 60 + 30));
  });
});
