import { describe, expect, it } from '@jest/globals';
import type { Ending, EndingClass } from '../../src/core/ending.ts';
import type { Policy } from '../../src/core/flow.ts';
import type { Instant } from '../../src/core/instant.ts';
import { type Look, type Observations, reconcile } from '../../src/core/reconcile.ts';
import type { Attempt, Run } from '../../src/core/run.ts';
import type { Sighting } from '../../src/core/sighting.ts';
import { attempt, minutesAfter, noon, policy, run } from './builders.ts';

const handle = 'task-1';
const ending = (endingClass: EndingClass, at: Instant = minutesAfter(noon, 1)): Ending => ({
  class: endingClass,
  at,
});

function launched(changes: Partial<Attempt> = {}, of: Partial<Run> = {}): Run {
  return run('r', { phase: { state: 'launching' }, attempts: [attempt({ handle, ...changes })], ...of });
}

type Seen = {
  readonly sighting?: Sighting;
  readonly look?: Look;
  readonly now?: Instant;
  readonly policy?: Partial<Policy>;
};

function reconciled(before: Run, seen: Seen): Run {
  const observations: Observations = {
    sightings: new Map(seen.sighting === undefined ? [] : [[handle, seen.sighting]]),
    looks: new Map(seen.look === undefined ? [] : [['key', seen.look]]),
  };
  return reconcile(before, {
    policy: { ...policy, ...seen.policy },
    startedBy: () => 'key',
    seen: observations,
    now: seen.now ?? minutesAfter(noon, 2),
  });
}

const nothingFound = (isConclusive: boolean): Look => ({ found: [], isConclusive });

describe('an attempt that is known to the executor', () => {
  it('stays as it is when it could not be asked about', () => {
    const before = launched();
    expect(reconciled(before, {})).toBe(before);
  });

  it('runs from the moment its program started', () => {
    const seen = reconciled(launched(), { sighting: { kind: 'running', startedAt: noon } });
    expect(seen.phase).toEqual({ state: 'running' });
    expect(seen.attempts[0]?.startedAt).toBe(noon);
  });

  it.each<[EndingClass, string]>([
    ['exit-zero', 'succeeded'],
    ['exit-code', 'failed'],
    ['out-of-memory', 'failed'],
    ['image-missing', 'crashed'],
    ['stopped-outside', 'cancelled'],
  ])('that ended by %s makes its run %s', (endingClass, state) => {
    const seen = reconciled(launched(), { sighting: { kind: 'ended', ending: ending(endingClass) } });
    expect(seen.phase).toEqual({ state, endedAt: minutesAfter(noon, 1) });
  });

  it('that ended after our stop ended by what the stop was for, even with exit code 0', () => {
    const stopped = launched({ stop: { cause: 'run-timeout', at: noon } });
    expect(
      reconciled(stopped, { sighting: { kind: 'ended', ending: ending('exit-zero') } }).phase.state,
    ).toBe('timed-out');
  });

  it.each<[string, number, string]>([
    ['before the end', 0.5, 'cancelled'],
    ['after the end', 1.5, 'timed-out'],
  ])(
    'that a person cancels %s, while it is stopped for a timeout, makes its run what came first',
    (_, minute, state) => {
      const cancel = { cause: 'cancelled', at: minutesAfter(noon, minute) } as const;
      const stopped = launched({ stop: { cause: 'run-timeout', at: noon } }, { cancel });
      const seen = reconciled(stopped, { sighting: { kind: 'ended', ending: ending('exit-code') } });
      expect(seen.phase.state).toBe(state);
      expect(seen.attempts[0]?.ending?.class).toBe('run-timeout');
    },
  );

  it('that ended before our stop keeps its own end', () => {
    const stopped = launched({ stop: { cause: 'cancelled', at: minutesAfter(noon, 2) } });
    expect(
      reconciled(stopped, { sighting: { kind: 'ended', ending: ending('exit-zero') } }).phase.state,
    ).toBe('succeeded');
  });

  it('that failed in the code waits for its retry, and in the infrastructure without costing one', () => {
    const retries = { ...policy.retries, limit: 1 };
    const failed = reconciled(launched(), {
      sighting: { kind: 'ended', ending: ending('exit-code') },
      policy: { retries },
    });
    expect(failed.phase).toEqual({ state: 'queued', notBefore: minutesAfter(noon, 3) });
    const crashed = reconciled(launched(), { sighting: { kind: 'ended', ending: ending('spot') } });
    expect(crashed.phase.state).toBe('queued');
  });
});

describe('an attempt that the executor says is missing', () => {
  const missing = { sighting: { kind: 'missing' }, look: nothingFound(true) } as const;

  it('is not lost within five minutes of its launch, however often it is looked at', () => {
    const before = launched({ missing: { since: noon, ticks: 9 } });
    expect(reconciled(before, { ...missing, now: minutesAfter(noon, 4) }).phase.state).toBe('launching');
  });

  it('is not lost at the second look either', () => {
    const before = launched({ missing: { since: noon, ticks: 1 } });
    expect(reconciled(before, { ...missing, now: minutesAfter(noon, 60) }).attempts[0]?.missing?.ticks).toBe(
      2,
    );
  });

  it('is unknown, and never anything else, after three looks and five minutes without evidence', () => {
    const before = launched({ missing: { since: noon, ticks: 2 } });
    expect(reconciled(before, { ...missing, now: minutesAfter(noon, 60) }).phase.state).toBe('unknown');
  });

  it('is not judged while the event log cannot be read', () => {
    const before = launched({ missing: { since: noon, ticks: 9 } });
    expect(reconciled(before, { sighting: { kind: 'missing' }, now: minutesAfter(noon, 60) })).toBe(before);
  });

  it('ends as the event log says', () => {
    const found = [{ handle, sighting: { kind: 'ended', ending: ending('exit-zero') } as const }];
    const seen = reconciled(launched(), { ...missing, look: { found, isConclusive: true } });
    expect(seen.phase.state).toBe('succeeded');
  });

  it('does not take the end of another task for its own', () => {
    const found = [{ handle: 'task-2', sighting: { kind: 'ended', ending: ending('exit-zero') } as const }];
    expect(reconciled(launched(), { ...missing, look: { found, isConclusive: true } }).phase.state).toBe(
      'launching',
    );
  });

  it('is started again where the flow asks for that', () => {
    const before = launched({ missing: { since: noon, ticks: 2 } });
    const seen = reconciled(before, {
      ...missing,
      now: minutesAfter(noon, 60),
      policy: { onUnknown: 'relaunch' },
    });
    expect(seen.phase.state).toBe('queued');
  });
});

describe('an intent whose launch nobody confirmed', () => {
  const intended = (changes: Partial<Attempt> = {}, of: Partial<Run> = {}) => {
    const { handle: _, ...rest } = attempt(changes);
    return run('r', { phase: { state: 'launching' }, attempts: [rest], ...of });
  };

  it('adopts the task that it started', () => {
    const found = [{ handle, sighting: { kind: 'running', startedAt: noon } as const }];
    const seen = reconciled(intended(), { look: { found, isConclusive: true } });
    expect(seen.attempts[0]).toMatchObject({ handle, startedAt: noon });
    expect(seen.phase.state).toBe('running');
  });

  it('is kept for a replay of the same token while that token surely lives', () => {
    const before = intended();
    expect(reconciled(before, { look: nothingFound(true), now: minutesAfter(noon, 49) })).toBe(before);
  });

  it('becomes a new try after an hour if it surely started nothing', () => {
    const seen = reconciled(intended(), { look: nothingFound(true), now: minutesAfter(noon, 60) });
    expect(seen.attempts[0]).toMatchObject({ launchTry: 2, intendedAt: minutesAfter(noon, 60) });
  });

  it('waits from its last possible launch, at 50 minutes, until ECS surely shows what was launched', () => {
    const before = intended();
    expect(reconciled(before, { look: nothingFound(true), now: minutesAfter(noon, 59) })).toBe(before);
  });

  it('is unknown after an hour if nobody can say whether it started something', () => {
    const seen = reconciled(intended(), { look: nothingFound(false), now: minutesAfter(noon, 60) });
    expect(seen.phase.state).toBe('unknown');
  });

  it('that is cancelled launches nothing and ends once ECS would know its task', () => {
    const cancel = { cause: 'cancelled', at: minutesAfter(noon, 20) } as const;
    const before = intended({ stop: cancel }, { cancel, phase: { state: 'stopping' } });
    const look = nothingFound(true);
    expect(reconciled(before, { look, now: minutesAfter(noon, 29) })).toBe(before);
    expect(reconciled(before, { look, now: minutesAfter(noon, 30) }).phase.state).toBe('cancelled');
  });

  it('that is cancelled is unknown, not cancelled, if nobody can say whether it started something', () => {
    const cancel = { cause: 'cancelled', at: minutesAfter(noon, 90) } as const;
    const before = intended({ stop: cancel }, { cancel, phase: { state: 'stopping' } });
    const seen = reconciled(before, { look: nothingFound(false), now: minutesAfter(noon, 100) });
    expect(seen.phase.state).toBe('unknown');
  });
});
