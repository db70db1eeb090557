import { ECSClient } from '@aws-sdk/client-ecs';
import type { Placement } from '../../core/project.ts';
import type { Clock, Executor } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { launcherOf } from './launches.ts';
import { revisionsOf } from './revisions.ts';
import { tasksOf } from './tasks.ts';

export type EcsOptions = { readonly placement: Placement; readonly clock: Clock };

/** Attempts as ECS tasks on Fargate. */
export function ecsExecutor({ placement, clock }: EcsOptions): Executor {
  const client = new ECSClient(clientSettings(placement));
  const revisions = revisionsOf(client, placement, clock);
  const tasks = tasksOf(client, placement, clock);
  return {
    kind: 'ecs',
    findRevision: revisions.find,
    register: revisions.register,
    look: tasks.look,
    launch: launcherOf(client, placement, clock),
    observe: tasks.observe,
    stop: tasks.stop,
  };
}
