import { DescribeClustersCommand, ECSClient } from '@aws-sdk/client-ecs';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

export async function cluster(place: Place, name: string): ReturnType<Account['cluster']> {
  const client = new ECSClient(readSettings(place));
  const { clusters = [] } = await client
    .send(new DescribeClustersCommand({ clusters: [name] }))
    .catch((error: unknown) => throwFault(error, 'DescribeClusters'))
    .finally(() => client.destroy());
  const [found] = clusters;
  if (found === undefined) return undefined;
  return { status: found.status ?? '', capacityProviders: found.capacityProviders ?? [] };
}
