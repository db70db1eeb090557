import { DescribeTasksCommand, type DescribeTasksCommandOutput, StopTaskCommand } from '@aws-sdk/client-ecs';
import type { Sighting } from '../../core/sighting.ts';
import { readTask } from './ecs-task.ts';
import { sightingOf } from './failures.ts';
import { judgeFault, throwFault } from './faults.ts';
import { inParallel } from './pace.ts';
import { batches, type Reads, requestsAtOnce } from './reads.ts';
import { isOurTask, taskIdOf } from './task-arn.ts';

type Sighted = readonly [string, Sighting];

export async function observe(
  reads: Reads,
  handles: readonly string[],
): Promise<ReadonlyMap<string, Sighting>> {
  const isOurs = (handle: string) => isOurTask(handle, reads.placement);
  const foreign = handles.filter((handle) => !isOurs(handle));
  const answers = await inParallel(batches(handles.filter(isOurs)), requestsAtOnce, (batch) =>
    sightingsOf(reads, batch),
  );
  return new Map([...foreign.map((handle): Sighted => [handle, { kind: 'missing' }]), ...answers.flat()]);
}

async function sightingsOf({ client, placement, clock, turn }: Reads, handles: readonly string[]) {
  await turn();
  let answer: DescribeTasksCommandOutput;
  try {
    answer = await client.send(new DescribeTasksCommand({ cluster: placement.cluster, tasks: [...handles] }));
  } catch (error) {
    // Nothing is known of these now; the next tick asks again.
    if (judgeFault(error, 'DescribeTasks').kind === 'unsure') return [];
    return throwFault(error, 'DescribeTasks');
  }
  // Failures may name a task by its id alone.
  const handleOf = new Map(handles.map((handle) => [taskIdOf(handle), handle]));
  const entry = (arn: string | undefined, sighting: Sighting): Sighted[] => {
    const handle = handleOf.get(taskIdOf(arn ?? ''));
    return handle === undefined ? [] : [[handle, sighting]];
  };
  const missing = (answer.failures ?? []).filter(({ reason }) => reason === 'MISSING');
  return [
    ...missing.flatMap(({ arn }) => entry(arn, { kind: 'missing' })),
    ...(answer.tasks ?? []).flatMap((task) => entry(task.taskArn, sightingOf(readTask(task), clock.now()))),
  ];
}

/** False: ECS does not know the task, or it is none of ours. */
export async function stop({ client, placement }: Reads, handle: string, reason: string): Promise<boolean> {
  if (!isOurTask(handle, placement)) return false;
  try {
    await client.send(new StopTaskCommand({ cluster: placement.cluster, task: handle, reason }));
    return true;
  } catch (error) {
    if (judgeFault(error, 'StopTask').kind === 'wrong') return false;
    return throwFault(error, 'StopTask');
  }
}
