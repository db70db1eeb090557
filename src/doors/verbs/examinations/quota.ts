import type { Manifest } from '../../../core/flow.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Examination, Site } from '../../performed.ts';
import { flowsOf } from './once.ts';
import { placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

const codes = { 'on-demand': 'L-3032A538', spot: 'L-36FBB829' } as const;

/** What Fargate lets an account run at a time, against what the limits of the project allow at most. */
export function quotaExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const look = async (): Promise<readonly Problem[]> => {
    const { manifests } = await flowsOf(site);
    const found: Problem[] = [];
    for (const capacity of ['on-demand', 'spot'] as const) {
      const largest = largestOf(manifests.filter(({ policy }) => policy.spot === (capacity === 'spot')));
      if (largest === undefined) continue;
      const quota = await placed.account.fargateQuota(capacity);
      const vcpus = largest.workload.resources.cpu / 1024;
      const { running } = site.project.limits;
      if (running * vcpus <= quota) continue;
      found.push({
        code: 'W_FARGATE_QUOTA',
        field: 'limits.running',
        message: `${running} attempts of ${largest.name}, which has ${vcpus} vCPU, would be ${running * vcpus}; this account may have ${quota} of Fargate (${capacity}) at a time.`,
        fix: `Ask for more in Service Quotas (AWS Fargate, ${codes[capacity]}), or write \`limits: { running: ${Math.max(1, Math.floor(quota / vcpus))} }\`. What does not fit waits, at the price of launches in vain.`,
      });
    }
    return found;
  };
  return [{ name: 'Fargate has room for what the limits allow', look: () => asking(look) }];
}

function largestOf(manifests: readonly Manifest[]): Manifest | undefined {
  return [...manifests].sort((a, b) => b.workload.resources.cpu - a.workload.resources.cpu)[0];
}
