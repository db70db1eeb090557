import type { ECSClient } from '@aws-sdk/client-ecs';
import type { Placement } from '../../core/project.ts';
import type { Clock } from '../../ports.ts';
import { paceOf } from './pace.ts';

/** What observing and looking share: DescribeTasks and ListTasks draw on one bucket. */
export type Reads = {
  readonly client: ECSClient;
  readonly placement: Placement;
  readonly clock: Clock;
  /** Resolves when one more request is within the rate. */
  readonly turn: () => Promise<void>;
};

/** Within the bucket (ECS API reference, request throttling: 100, then 20 a second). */
const readRate = { burst: 80, perSecond: 18 };
export const requestsAtOnce = 5;
/** DescribeTasks takes 100 tasks, ListTasks gives 100 a page. */
const mostPerRequest = 100;

export function readsOf(client: ECSClient, placement: Placement, clock: Clock): Reads {
  return { client, placement, clock, turn: paceOf(clock, readRate) };
}

export function batches(items: readonly string[]): string[][] {
  const count = Math.ceil(items.length / mostPerRequest);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * mostPerRequest, (index + 1) * mostPerRequest),
  );
}
