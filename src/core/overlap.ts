import type { Overlap } from './flow.ts';
import type { RunId } from './run.ts';
import type { GapReason } from './state.ts';

/** A run that is open while a slot of its series, or a run that follows another, asks for its turn. */
export type OpenRun = {
  readonly id: RunId;
  /** Nothing of it was launched yet. A run between two attempts is at work. */
  readonly isWaiting: boolean;
  /** A person asked for it: no slot cancels it. */
  readonly isOfPerson: boolean;
};

export type OverlapVerdict =
  | { readonly kind: 'queue' }
  | { readonly kind: 'skip'; readonly because: GapReason }
  /** Queue it, and cancel these. */
  | { readonly kind: 'replace'; readonly runs: readonly RunId[] };

/** What a new slot does, given the open runs that stand against it; most policies look at few of them. */
export function judgeOverlap(policy: Overlap, open: Iterable<OpenRun>): OverlapVerdict {
  switch (policy) {
    case 'skip':
      return isAny(open, () => true) ? { kind: 'skip', because: 'overlap' } : { kind: 'queue' };
    case 'buffer-one':
      return isAny(open, ({ isWaiting }) => isWaiting)
        ? { kind: 'skip', because: 'buffered' }
        : { kind: 'queue' };
    case 'buffer-all':
    case 'allow':
      return { kind: 'queue' };
    case 'cancel-other': {
      const runs = [...open].flatMap(({ id, isOfPerson }) => (isOfPerson ? [] : [id]));
      return runs.length === 0 ? { kind: 'queue' } : { kind: 'replace', runs };
    }
  }
}

function isAny(open: Iterable<OpenRun>, isSuch: (run: OpenRun) => boolean): boolean {
  for (const run of open) if (isSuch(run)) return true;
  return false;
}
