import type { World } from '../../ports.ts';

/**
 * Called around every operation that would leave the process: where it throws before, nothing has happened; where it
 * throws after, all has, and the answer is lost. `launch-one`, `publish-one`, `find-one` and `create-one` come within the whole.
 * `Clock.now`, `Logs.place` and `Log` cannot fail in any world, so they are not announced.
 */
export type OnCall = (
  port: keyof World,
  operation: string,
  phase: 'before' | 'after',
) => void | Promise<void>;

export type Around = <T>(operation: string, act: () => T | Promise<T>) => Promise<T>;

export function aroundOf(onCall: OnCall, port: keyof World): Around {
  return async (operation, act) => {
    await onCall(port, operation, 'before');
    const answer = await act();
    await onCall(port, operation, 'after');
    return answer;
  };
}
