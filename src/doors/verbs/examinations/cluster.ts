import type { Examination, Site } from '../../performed.ts';
import { flowsOf } from './once.ts';
import { placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

export function clusterExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const { aws, account } = placed;
  const name = aws.cluster;
  const fault = (message: string, fix: string) => ({
    code: 'E_AWS_CLUSTER',
    field: 'aws.cluster',
    message,
    fix,
  });
  return [
    {
      name: 'the cluster takes what the flows need',
      look: () =>
        asking(async () => {
          const cluster = await account.cluster(name);
          // An answer without it, or an INACTIVE one: deleted clusters are remembered for a while.
          if (cluster?.status !== 'ACTIVE')
            return fault(
              `ECS has no active cluster ${name}${cluster === undefined ? '' : `; it is ${cluster.status}`}.`,
              'Check `aws.cluster` and `aws.region`, or run `headgate setup`.',
            );
          const { manifests } = await flowsOf(site);
          const isSpotUsed = manifests.some(({ policy }) => policy.spot);
          if (!isSpotUsed || cluster.capacityProviders.includes('FARGATE_SPOT')) return undefined;
          return fault(
            `Flows ask for spot, and the cluster ${name} has no capacity provider FARGATE_SPOT.`,
            'Add FARGATE_SPOT to the capacity providers of the cluster.',
          );
        }),
    },
  ];
}
