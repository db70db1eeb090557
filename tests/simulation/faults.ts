/** What can go wrong at one call of a port. Each names the faults of the catalogue that it stands for. */
export const faultKinds = {
  /** The runner is killed before the call. */
  'crash-before': 'F01 F03 F04',
  /** It is killed when the call is done, before the answer is used. */
  'crash-after': 'F02',
  /** 5xx, a reset, a throttle: nothing happened. */
  'error-before': 'F13 F15 F19 F69',
  /** It happened, and the answer got lost. */
  'error-after': 'F14 F16 F58',
  /** Credentials or permissions are gone. */
  denied: 'F22 F23 F42',
  /** An earlier answer: eventual consistency, a cache, an event that is on its way. */
  stale: 'F24 F25 F26 F29 F44 F70',
  /** An answer that leaves some out, without saying anything about them. */
  partial: 'F20 F21',
  /** Longer than anything else in a tick. */
  slow: 'F06 F17',
  /** Somebody else writes the state first. */
  race: 'F36',
  /** No capacity: a definitive "not launched". */
  declined: 'F20 F48',
  /** The revision is inactive, the request not allowed. */
  refused: 'F46',
  /** A runner's clock is three minutes ahead or behind, or is set so while it is at work. */
  'clock-ahead': 'F32',
  'clock-behind': 'F32',
  'clock-jumps-ahead': 'F33',
  'clock-jumps-behind': 'F34',
} as const;

export type FaultKind = keyof typeof faultKinds;

const atWrites: readonly FaultKind[] = ['crash-before', 'crash-after', 'error-before', 'error-after'];
/** The same, in another order: see `repeatedAt`. */
const atReads: readonly FaultKind[] = ['error-before', 'crash-after', 'crash-before', 'error-after'];
const further: { readonly [operation: string]: readonly FaultKind[] } = {
  'state.load': ['stale', 'slow', 'denied'],
  'state.commit': ['race', 'denied', 'slow'],
  'executor.observe': ['stale', 'denied', 'partial'],
  'executor.look': ['stale', 'denied', 'slow'],
  'executor.launch-one': ['declined', 'refused', 'denied', 'slow'],
  'executor.stop': ['denied'],
  'executor.inventory': ['denied'],
  'eventLog.find': ['stale'],
  'checks.publish': ['denied'],
};

/** Every operation of a port that can fail, and the start of a process. */
export const operations = [
  'process.start',
  'state.load',
  'state.commit',
  'state.finishedRuns',
  'source.list',
  'source.read',
  'source.readAt',
  'source.isBehind',
  'executor.findRevision',
  'executor.register',
  'executor.inventory',
  'executor.observe',
  'executor.look',
  'executor.launch',
  'executor.launch-one',
  'executor.stop',
  'eventLog.find',
  'logs.read',
  'checks.read',
  'checks.publish',
  'checks.publish-one',
  'checks.find-one',
  'checks.create-one',
  'issues.write',
  'issues.write-one',
  'messages.send',
  'wakeUps.planned',
  'wakeUps.plan',
] as const;

const reads: readonly string[] = [
  'state.load',
  'state.finishedRuns',
  'source.list',
  'source.read',
  'source.readAt',
  'source.isBehind',
  'executor.findRevision',
  'executor.inventory',
  'executor.observe',
  'executor.look',
  'eventLog.find',
  'logs.read',
  'checks.read',
  'checks.find-one',
  'wakeUps.planned',
] satisfies readonly (typeof operations)[number][];

/**
 * How many of the first kinds at a call lead to what another one leads to. A read changes nothing, so what happens before it
 * and what happens after it is the same; and to be killed before a call is to be killed after the one before it.
 */
export function repeatedAt(operation: string, canDieBefore: boolean): number {
  const sameAsAfter = reads.includes(operation) ? 2 : 0;
  return canDieBefore && faultsAt(operation).includes('crash-before') ? sameAsAfter + 1 : sameAsAfter;
}

export const clockKinds = ['clock-ahead', 'clock-behind', 'clock-jumps-ahead', 'clock-jumps-behind'] as const;

export function faultsAt(operation: string): readonly FaultKind[] {
  // It comes after a lost commit and before a load: to be killed there is to be killed after the one or before the other.
  if (operation === 'clock.sleep') return [];
  // Two ticks that open one issue at once need more than a fault to come about: tests/engine has those.
  if (operation === 'issues.withdraw') return [];
  if (operation === 'process.start') return clockKinds;
  return [...(reads.includes(operation) ? atReads : atWrites), ...(further[operation] ?? [])];
}
