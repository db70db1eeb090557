import type { Deployment, Registry } from './deployment.ts';
import { gapIn } from './due.ts';
import { scheduleKey } from './identity.ts';
import type { Instant } from './instant.ts';
import { addGaps } from './prune.ts';
import { accountedUntil, type State } from './state.ts';

/**
 * Accounts for slots of schedules that a deploy takes away: due, not seen by any tick yet, and by no later tick either,
 * because a schedule that is not deployed has no slots.
 */
export function accountForRemoved(
  state: State,
  { before, after }: { readonly before: Registry; readonly after: Registry },
  now: Instant,
): State {
  const gaps = [...before.deployments.values()].flatMap((deployment) => {
    const { flow, policy, scheduledSince, deployedAt, retiredAt } = deployment;
    if (retiredAt !== undefined) return [];
    const accounted = accountedUntil(state, flow);
    const next = liveIn(after, flow);
    const kept = new Set(next?.policy.schedules.map(scheduleKey));
    const because = next === undefined ? 'flow-removed' : 'schedule-removed';
    return policy.schedules.flatMap((schedule) => {
      const key = scheduleKey(schedule);
      if (kept.has(key)) return [];
      const since = scheduledSince[key] ?? deployedAt;
      return gapIn(
        { flow, schedule },
        { after: since > accounted ? since : accounted, until: now, outcome: 'skipped', because },
      );
    });
  });
  return gaps.length === 0 ? state : { ...state, gaps: addGaps(state.gaps, gaps) };
}

function liveIn({ deployments }: Registry, flow: Deployment['flow']): Deployment | undefined {
  const deployment = deployments.get(flow);
  return deployment?.retiredAt === undefined ? deployment : undefined;
}
