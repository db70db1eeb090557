import type { FlowName } from './flow.ts';
import type { Problem } from './problem.ts';

const mostShown = 20;

/** A bad merge can delete a folder of flows. More than one flow, and more than a third of all, is not taken for a wish. */
export function massDeleteProblem(removed: readonly FlowName[], liveCount: number): Problem | undefined {
  if (removed.length <= 1 || removed.length * 3 <= liveCount) return undefined;
  const named = removed.slice(0, mostShown).join(', ');
  const rest = removed.length > mostShown ? ` and ${removed.length - mostShown} more` : '';
  return {
    code: 'E_MASS_DELETE',
    message: `This would remove ${removed.length} of ${liveCount} deployed flows: ${named}${rest}.`,
    fix: 'If it is meant, deploy with `--allow-mass-delete` (`allow-mass-delete: true`); else restore their folders.',
  };
}
