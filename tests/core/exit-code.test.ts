import { describe, expect, it } from '@jest/globals';
import { judgeExit } from '../../src/core/exit-code.ts';
import { type Instant, instantFromMs } from '../../src/core/instant.ts';
import { policy } from '../report/examples.ts';

const end = instantFromMs(10_000_000_000);

/** `policy` gives an attempt two hours. */
function classAfter(exitCode: number, ranSeconds: number | undefined) {
  const startedAt = ranSeconds === undefined ? undefined : ((end - ranSeconds * 1_000) as Instant);
  return judgeExit({ class: 'exit-code', at: end, exitCode }, { startedAt, policy }).class;
}

describe('an exit code', () => {
  it.each([
    [124, 3, 'exit-code'],
    [124, 3_600, 'exit-code'],
    [124, 7_195, 'run-timeout'],
    [124, 7_201, 'run-timeout'],
    [124, undefined, 'exit-code'],
    [126, 1, 'cannot-start'],
    [127, 2, 'cannot-start'],
    [127, undefined, 'cannot-start'],
    [126, 1_200, 'exit-code'],
    [127, 1_200, 'exit-code'],
    [1, 1, 'exit-code'],
    [137, 60, 'exit-code'],
    [255, 1, 'exit-code'],
  ] as const)('%i after %s seconds is %s', (exitCode, ranSeconds, expected) => {
    expect(classAfter(exitCode, ranSeconds)).toBe(expected);
  });

  it('changes nothing of an end that is known otherwise', () => {
    const stopped = { class: 'cancelled', at: end, exitCode: 127 } as const;
    expect(judgeExit(stopped, { startedAt: undefined, policy })).toBe(stopped);
  });
});
