import { DescribeClustersCommand, type DescribeClustersCommandOutput, ECSClient } from '@aws-sdk/client-ecs';
import type { Problem } from '../../core/problem.ts';
import type { Placement } from '../../core/project.ts';
import { clientSettings } from './client.ts';
import { throwFault } from './faults.ts';

/** What is wrong with the cluster; undefined: it takes what the flows need. */
export async function examineCluster(
  placement: Placement,
  isSpotUsed: boolean,
): Promise<Problem | undefined> {
  const answer = await new ECSClient(clientSettings(placement))
    .send(new DescribeClustersCommand({ clusters: [placement.cluster] }))
    .catch((error: unknown) => throwFault(error, 'DescribeClusters'));
  return judgeCluster(answer, placement.cluster, isSpotUsed);
}

export function judgeCluster(
  { clusters = [] }: Pick<DescribeClustersCommandOutput, 'clusters'>,
  name: string,
  isSpotUsed: boolean,
): Problem | undefined {
  const [cluster] = clusters;
  // An answer without it, or an INACTIVE one: deleted clusters are remembered for a while.
  if (cluster?.status !== 'ACTIVE') {
    const message = `ECS has no active cluster ${name}${cluster === undefined ? '' : `; it is ${cluster.status}`}.`;
    return {
      code: 'E_AWS_CLUSTER',
      field: 'aws.cluster',
      message,
      fix: 'Check `aws.cluster` and `aws.region`, or run `headgate setup`.',
    };
  }
  if (!isSpotUsed || cluster.capacityProviders?.includes('FARGATE_SPOT') === true) return undefined;
  return {
    code: 'E_AWS_CLUSTER',
    field: 'aws.cluster',
    message: `Flows ask for spot, and the cluster ${name} has no capacity provider FARGATE_SPOT.`,
    fix: 'Add FARGATE_SPOT to the capacity providers of the cluster.',
  };
}
