import type { Overlap } from './flow.ts';
import type { RunId } from './run.ts';
import type { GapReason } from './state.ts';

export type OverlapVerdict =
  | { readonly kind: 'queue' }
  | { readonly kind: 'skip'; readonly because: GapReason }
  /** Queue it, and cancel these. */
  | { readonly kind: 'replace'; readonly runs: readonly RunId[] };

/** What a new slot does, given the open runs of its flow and how many of them have not started yet. */
export function judgeOverlap(policy: Overlap, open: readonly RunId[], waitingCount: number): OverlapVerdict {
  if (open.length === 0) return { kind: 'queue' };
  switch (policy) {
    case 'skip':
      return { kind: 'skip', because: 'overlap' };
    case 'buffer-one':
      return waitingCount === 0 ? { kind: 'queue' } : { kind: 'skip', because: 'buffered' };
    case 'buffer-all':
    case 'allow':
      return { kind: 'queue' };
    case 'cancel-other':
      return { kind: 'replace', runs: open };
  }
}
