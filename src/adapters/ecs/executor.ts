import { ECSClient } from '@aws-sdk/client-ecs';
import type { Placement } from '../../core/project.ts';
import type { Clock, Executor } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { launcherOf } from './launches.ts';
import { inventory, look } from './look.ts';
import { observe, stop } from './observe.ts';
import { readsOf } from './reads.ts';
import { revisionsOf } from './revisions.ts';

export type EcsOptions = { readonly placement: Placement; readonly clock: Clock };

/** Attempts as ECS tasks on Fargate. */
export function ecsExecutor({ placement, clock }: EcsOptions): Executor {
  const client = new ECSClient(clientSettings(placement));
  const revisions = revisionsOf(client, placement, clock);
  const reads = readsOf(client, placement, clock);
  return {
    kind: 'ecs',
    findRevision: revisions.find,
    register: revisions.register,
    activeOf: revisions.activeOf,
    look: (startedBy, known) => look(reads, startedBy, known),
    launch: launcherOf(client, placement, clock),
    observe: (handles) => observe(reads, handles),
    stop: (handle, reason) => stop(reads, handle, reason),
    inventory: () => inventory(reads),
  };
}
