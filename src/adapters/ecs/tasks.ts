import {
  DescribeTasksCommand,
  type DescribeTasksCommandOutput,
  type ECSClient,
  ListTasksCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { RefusedError } from '../../core/problem.ts';
import type { Placement } from '../../core/project.ts';
import type { Found, Sighting } from '../../core/sighting.ts';
import type { Clock } from '../../ports.ts';
import { readTask } from './ecs-task.ts';
import { type EcsTask, sightingOf } from './failures.ts';
import { judgeFault, throwFault } from './faults.ts';
import { inParallel, paceOf } from './pace.ts';
import { isOurTask, taskIdOf } from './task-arn.ts';

/** DescribeTasks takes 100 tasks, ListTasks gives 100 a page. */
const mostPerRequest = 100;
/** Nine tenths of the bucket that both share (ECS API reference, request throttling: 100, then 20 a second). */
const readRate = { burst: 90, perSecond: 18 };
const requestsAtOnce = 5;
/** 10,000 tasks in one cluster; beyond that the cluster is not ours alone, or the pages repeat. */
const mostPages = 100;
/** From here on one list of the whole cluster costs less than two lists per attempt. */
const mostSingleLooks = 3;

export type Tasks = {
  observe(handles: readonly string[]): Promise<ReadonlyMap<string, Sighting>>;
  look(
    startedBy: readonly string[],
    known: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly Found[]>>;
  stop(handle: string, reason: string): Promise<boolean>;
};

type ListFilter = { readonly startedBy?: string; readonly desiredStatus: 'RUNNING' | 'STOPPED' };

export function tasksOf(client: ECSClient, placement: Placement, clock: Clock): Tasks {
  const { cluster } = placement;
  const turn = paceOf(clock, readRate);
  return { observe, look, stop };

  async function observe(handles: readonly string[]): Promise<ReadonlyMap<string, Sighting>> {
    const isOurs = (handle: string) => isOurTask(handle, placement);
    const foreign = handles.filter((handle) => !isOurs(handle));
    const answers = await inParallel(batches(handles.filter(isOurs)), requestsAtOnce, sightingsOf);
    return new Map([...foreign.map((handle) => [handle, { kind: 'missing' }] as const), ...answers.flat()]);
  }

  async function sightingsOf(handles: readonly string[]): Promise<(readonly [string, Sighting])[]> {
    await turn();
    let answer: DescribeTasksCommandOutput;
    try {
      answer = await client.send(new DescribeTasksCommand({ cluster, tasks: [...handles] }));
    } catch (error) {
      // Nothing is known of these now; the next tick asks again.
      if (judgeFault(error, 'DescribeTasks').kind === 'unsure') return [];
      throwFault(error, 'DescribeTasks');
    }
    // Failures may name a task by its id alone.
    const handleOf = new Map(handles.map((handle) => [taskIdOf(handle), handle]));
    const entry = (arn: string | undefined, sighting: Sighting) => {
      const handle = handleOf.get(taskIdOf(arn ?? ''));
      return handle === undefined ? [] : [[handle, sighting] as const];
    };
    const missing = (answer.failures ?? []).filter(({ reason }) => reason === 'MISSING');
    return [
      ...missing.flatMap(({ arn }) => entry(arn, { kind: 'missing' })),
      ...(answer.tasks ?? []).flatMap((task) => entry(task.taskArn, sightingOf(readTask(task), clock.now()))),
    ];
  }

  async function look(startedBy: readonly string[], known: ReadonlySet<string>) {
    if (startedBy.length === 0) return new Map<string, Found[]>();
    const wanted = new Set(startedBy);
    const isFew = startedBy.length <= mostSingleLooks;
    const lists = isFew ? startedBy.map((name) => ({ startedBy: name })) : [{}];
    // Without `desiredStatus` ECS lists running tasks only.
    const filters = lists.flatMap((list): ListFilter[] => [
      { ...list, desiredStatus: 'RUNNING' },
      { ...list, desiredStatus: 'STOPPED' },
    ]);
    const listed = new Set((await inParallel(filters, requestsAtOnce, listTasks)).flat());
    const unknown = [...listed].filter((arn) => !known.has(arn));
    const described = (await inParallel(batches(unknown), requestsAtOnce, describe)).flat();
    const found = new Map<string, Found[]>();
    for (const task of described.sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
      if (!wanted.has(task.startedBy)) continue;
      const sighting = sightingOf(task, clock.now());
      found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), { handle: task.taskArn, sighting }]);
    }
    return found;
  }

  async function listTasks(filter: ListFilter): Promise<string[]> {
    const arns: string[] = [];
    const tokens = new Set<string>();
    for (let token: string | undefined; ; ) {
      await turn();
      const request = { cluster, ...filter, ...(token === undefined ? {} : { nextToken: token }) };
      const answer = await client
        .send(new ListTasksCommand(request))
        .catch((error: unknown) => throwFault(error, 'ListTasks'));
      arns.push(...(answer.taskArns ?? []));
      token = answer.nextToken;
      if (token === undefined || token === '') return arns;
      if (tokens.has(token) || tokens.size + 1 >= mostPages) throw endless(cluster);
      tokens.add(token);
    }
  }

  async function describe(arns: readonly string[]): Promise<EcsTask[]> {
    await turn();
    const request = { cluster, tasks: [...arns] };
    const { tasks = [] } = await client
      .send(new DescribeTasksCommand(request))
      .catch((error: unknown) => throwFault(error, 'DescribeTasks'));
    // What the list names exists, or did a moment ago: without knowing whose it is, "none" would be a guess.
    const silent = arns.length - new Set(tasks.map(({ taskArn }) => taskArn)).size;
    if (silent > 0) throw new Error(`ECS lists ${silent} tasks in ${cluster} that it does not describe yet.`);
    return tasks.map(readTask);
  }

  async function stop(handle: string, reason: string): Promise<boolean> {
    if (!isOurTask(handle, placement)) return false;
    try {
      await client.send(new StopTaskCommand({ cluster, task: handle, reason }));
      return true;
    } catch (error) {
      if (judgeFault(error, 'StopTask').kind === 'wrong') return false;
      throwFault(error, 'StopTask');
    }
  }
}

function endless(cluster: string): RefusedError {
  return new RefusedError({
    code: 'E_PAGINATION',
    message: `The list of tasks in ${cluster} has more than ${mostPages} pages, or its pages repeat.`,
    fix: 'Give Headgate a cluster of its own.',
  });
}

function batches(items: readonly string[]): string[][] {
  const count = Math.ceil(items.length / mostPerRequest);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * mostPerRequest, (index + 1) * mostPerRequest),
  );
}
