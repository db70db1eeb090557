import type { CheckConclusion } from '../../src/core/check.ts';
import type { Outcome } from '../../src/core/ending.ts';

/** What a check must say of each end: written down here once more, so that a change there is seen. */
export const runCheckConclusions: { readonly [outcome in Outcome]: CheckConclusion } = {
  succeeded: 'success',
  failed: 'failure',
  crashed: 'failure',
  'timed-out': 'timed_out',
  cancelled: 'cancelled',
  unknown: 'action_required',
};
