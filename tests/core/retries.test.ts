import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EndingClass } from '../../src/core/ending.ts';
import { doNotRetryExitCode } from '../../src/core/event-format.ts';
import type { Policy } from '../../src/core/flow.ts';
import { delayAfter, judgeRetry } from '../../src/core/retries.ts';
import type { Run } from '../../src/core/run.ts';
import { attempt, minutesAfter, noon, policy, run } from './builders.ts';

function afterEndings(...classes: readonly EndingClass[]): Run {
  const attempts = classes.map((name, index) =>
    attempt({ number: index + 1, ending: { class: name, at: noon } }),
  );
  return run('r', { attempts });
}

const withRetries = (limit: number): Policy => ({ ...policy, retries: { ...policy.retries, limit } });
const verdict = (of: Run, under: Policy | undefined) => judgeRetry(of, under, noon).kind;

describe('retries', () => {
  it.each<[readonly EndingClass[], number, string]>([
    [['exit-code'], 0, 'final'],
    [['exit-code'], 1, 'retry'],
    [['exit-code', 'exit-code'], 1, 'final'],
    [['run-timeout'], 1, 'retry'],
    [['cannot-start'], 3, 'final'],
    [['exit-zero'], 3, 'final'],
    [['cancelled'], 3, 'final'],
  ])('after %j with a limit of %d: %s', (classes, limit, expected) => {
    expect(verdict(afterEndings(...classes), withRetries(limit))).toBe(expected);
  });

  it('count attempts that no record is left of as used', () => {
    const lone = run('r', { attempts: [attempt({ number: 99, ending: { class: 'exit-code', at: noon } })] });
    expect(verdict(lone, withRetries(3))).toBe('final');
    expect(verdict(lone, withRetries(99))).toBe('retry');
  });

  it('charge the infrastructure to a budget of its own', () => {
    expect(verdict(afterEndings('spot', 'spot', 'host', 'exit-code'), withRetries(1))).toBe('retry');
    expect(verdict(afterEndings('spot', 'spot', 'host', 'spot'), withRetries(9))).toBe('final');
  });

  it('leave an unknown end alone unless the flow asks for a relaunch', () => {
    expect(verdict(afterEndings('no-evidence'), withRetries(9))).toBe('final');
    expect(verdict(afterEndings('no-evidence'), { ...policy, onUnknown: 'relaunch' })).toBe('retry');
  });

  it('end with a cancel, and with the flow', () => {
    const cancelled = { ...afterEndings('exit-code'), cancel: { cause: 'cancelled', at: noon } as const };
    expect(verdict(cancelled, withRetries(9))).toBe('final');
    expect(verdict(afterEndings('exit-code'), undefined)).toBe('final');
  });

  it('end when the code itself says that another attempt is of no use', () => {
    const ending = { class: 'exit-code', at: noon, exitCode: doNotRetryExitCode } as const;
    expect(verdict(run('r', { attempts: [attempt({ number: 1, ending })] }), withRetries(9))).toBe('final');
  });

  it.each<[readonly EndingClass[], number, string]>([
    [['cancelled', 'exit-code'], 0, 'final'],
    [['cancelled', 'exit-code'], 1, 'retry'],
    [['exit-zero', 'exit-code'], 0, 'final'],
    [['exit-code', 'exit-code'], 0, 'final'],
    [['exit-code', 'exit-code'], 1, 'retry'],
    [['exit-code', 'cancelled', 'exit-code'], 1, 'final'],
    // Cancelled before it had an attempt.
    [['exit-code'], 0, 'final'],
    [['exit-code'], 1, 'retry'],
  ])('after %j, of which a person granted one, with a limit of %d: %s', (classes, limit, expected) => {
    expect(verdict({ ...afterEndings(...classes), granted: 1 }, withRetries(limit))).toBe(expected);
  });

  it('wait longer each time, up to the longest delay', () => {
    const rule = { ...policy.retries, delaySeconds: 60, maxDelaySeconds: 200, jitter: 0 };
    expect([1, 2, 3, 4].map((failures) => delayAfter(rule, failures, 'x'))).toEqual([60, 120, 200, 200]);
    expect([1, 2, 3].map((failures) => delayAfter({ ...rule, backoff: 'linear' }, failures, 'x'))).toEqual([
      60, 120, 180,
    ]);
    expect([1, 9].map((failures) => delayAfter({ ...rule, backoff: 'constant' }, failures, 'x'))).toEqual([
      60, 60,
    ]);
  });

  it('never come before the delay, nor after it plus its jitter, and are the same in every process', () => {
    const inputs = fc.record({
      failures: fc.integer({ min: 1, max: 60 }),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
      seed: fc.string(),
    });
    fc.assert(
      fc.property(inputs, ({ failures, jitter, seed }) => {
        const rule = { ...policy.retries, jitter };
        const base = delayAfter({ ...rule, jitter: 0 }, failures, seed);
        const delay = delayAfter(rule, failures, seed);
        expect(delay).toBeGreaterThanOrEqual(base);
        expect(delay).toBeLessThanOrEqual(Math.ceil(base * (1 + jitter)));
        expect(delayAfter(rule, failures, seed)).toBe(delay);
      }),
    );
  });

  it('start when their delay is over', () => {
    expect(judgeRetry(afterEndings('exit-code'), withRetries(1), noon)).toEqual({
      kind: 'retry',
      notBefore: minutesAfter(noon, 1),
    });
  });
});
