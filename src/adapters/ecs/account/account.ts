import type { Account } from '../../../setup-ports.ts';
import type { Place } from './settings.ts';

/** What the doctor asks of the account. Each service's client is loaded by the question that needs it. */
export function awsAccount({ region }: Place): Account {
  const place = { region };
  return {
    identity: async () => (await import('./identity.ts')).identity(place),
    trustOf: async (role) => (await import('./roles.ts')).trustOf(place, role),
    deniedTo: async (role, calls) => (await import('./roles.ts')).deniedTo(place, role, calls),
    cluster: async (name) => (await import('./cluster.ts')).cluster(place, name),
    subnets: async (ids) => (await import('./network.ts')).subnets(place, ids),
    securityGroups: async (ids) => (await import('./network.ts')).securityGroups(place, ids),
    missingImages: async (images) => (await import('./images.ts')).missingImages(images),
    logGroup: async (name) => (await import('./logs.ts')).logGroup(place, name),
    rule: async (name) => (await import('./events.ts')).rule(place, name),
    clock: async (name) => (await import('./schedule.ts')).clock(place, name),
    fargateQuota: async (capacity) => (await import('./quotas.ts')).fargateQuota(place, capacity),
  };
}
