import { describe, expect, it } from '@jest/globals';
import { applyOutcomes, type LaunchOutcome } from '../../src/core/outcome.ts';
import type { Attempt, Run } from '../../src/core/run.ts';
import { attempt, minutesAfter, noon, policy, run, stateOf } from './builders.ts';

const { id } = run('flow-a-1');
const launching = (changes: Partial<Attempt> = {}, of: Partial<Run> = {}) =>
  stateOf(run('flow-a-1', { phase: { state: 'launching' }, attempts: [attempt(changes)], ...of }));
const outcome = (result: LaunchOutcome['result'], launchTry = 1): LaunchOutcome => ({
  run: id,
  attempt: 1,
  launchTry,
  send: 1,
  result,
});
const refused = { kind: 'refused', ending: { class: 'refused', at: noon } } as const;

describe('the outcome of a launch', () => {
  it('that was refused ends the attempt, but not the try that another tick has moved on to', () => {
    const ended = applyOutcomes(launching(), [outcome(refused)], () => policy, noon);
    expect(ended.runs.get(id)?.phase.state).toBe('crashed');
    const next = launching({ launchTry: 2 });
    expect(applyOutcomes(next, [outcome(refused)], () => policy, noon)).toBe(next);
  });

  it.each([refused, { kind: 'declined', ending: { class: 'capacity', at: noon } } as const])(
    'that was $kind ends nothing that another tick has set out to send again',
    (no) => {
      const again = launching({ sends: 2 });
      expect(applyOutcomes(again, [outcome(no)], () => policy, noon)).toBe(again);
      expect(applyOutcomes(again, [{ ...outcome(no), send: 2 }], () => policy, noon)).not.toBe(again);
    },
  );

  it('of an attempt that was found ended after its cancel is a cancelled run', () => {
    const stop = { cause: 'cancelled', at: noon } as const;
    const ending = { class: 'exit-zero', exitCode: 0, at: minutesAfter(noon, 1) } as const;
    const found = { handle: 'task', sighting: { kind: 'ended', ending } } as const;
    const before = launching({ stop }, { cancel: stop });
    const after = applyOutcomes(
      before,
      [outcome({ kind: 'adopted', found })],
      () => policy,
      minutesAfter(noon, 2),
    );
    expect(after.runs.get(id)?.phase.state).toBe('cancelled');
  });

  it('does not open a run that has ended meanwhile', () => {
    const before = launching({}, { phase: { state: 'cancelled', endedAt: noon } });
    expect(applyOutcomes(before, [outcome({ kind: 'launched', handle: 'task' })], () => policy, noon)).toBe(
      before,
    );
  });
});
