import type { Shelf } from '../../src/adapters/memory/shelf.ts';

/** The invariants of the reference, by number. Liveness ones hold within some healthy ticks after faults stop. */
export const promises = [
  'NoDuplicateLaunch',
  'NoOverlap',
  'NoEarlyLaunch',
  'NoPhantomRun',
  'NoFalseEnd',
  'IntentBeforeEffect',
  'MonotoneStatus',
  'MonotoneSeq',
  'SerializableTicks',
  'AttemptBound',
  'CancelWins',
  'TimeoutEnforced',
  'DefinitionPinned',
  'DependencyOrder',
  'SlotUniqueness',
  'NoForeignEffect',
  'PlanIsPure',
  'IdempotentTick',
  'BoundedState',
  'BoundedWork',
  'RollbackSafe',
  'NoSecretLeak',
  'NoCommandInjection',
  'ReportTruth',
  'NoLostSlot',
  'PromptLaunch',
  'EventuallyReported',
  'NoOrphanTask',
  'Converges',
  'UnknownIsLoud',
] as const;

export type PromiseName = (typeof promises)[number] | 'E_INVARIANT' | 'UnexpectedError' | 'Metamorphic';

export type Violation = { readonly promise: PromiseName; readonly detail: string };

/** Counts every evaluation, and keeps what does not hold. */
export type Tally = {
  readonly counts: Map<PromiseName, number>;
  readonly violations: Violation[];
  check(promise: PromiseName, holds: boolean, detail: () => string): void;
};

export function tallyOf(shelf: Shelf): Tally {
  const counts = new Map<PromiseName, number>();
  const violations = shelf.list<Violation>();
  return {
    counts,
    violations,
    check(promise, holds, detail) {
      counts.set(promise, (counts.get(promise) ?? 0) + 1);
      if (!holds) violations.push({ promise, detail: detail() });
    },
  };
}
