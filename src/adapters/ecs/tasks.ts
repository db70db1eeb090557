import {
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { RefusedError } from '../../core/problem.ts';
import type { Placement } from '../../core/project.ts';
import type { Found, Sighting } from '../../core/sighting.ts';
import type { Clock } from '../../ports.ts';
import { type EcsTask, sightingOf } from './failures.ts';
import { judgeFault, throwFault } from './faults.ts';
import { inParallel } from './pace.ts';

/** DescribeTasks takes 100 tasks, ListTasks gives 100 a page. */
const mostPerRequest = 100;
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

export function tasksOf(client: ECSClient, { cluster }: Placement, clock: Clock): Tasks {
  return {
    async observe(handles) {
      const answers = await inParallel(batches(handles), requestsAtOnce, sightingsOf);
      return new Map(answers.flat());
    },
    look: (startedBy, known) => look(startedBy, known),
    stop: (handle, reason) => stopTask(handle, reason),
  };

  async function sightingsOf(handles: readonly string[]): Promise<(readonly [string, Sighting])[]> {
    try {
      const { tasks = [], failures = [] } = await client.send(
        new DescribeTasksCommand({ cluster, tasks: [...handles] }),
      );
      const missing = failures.filter(({ reason }) => reason === 'MISSING').flatMap(({ arn }) => arn ?? []);
      const seen = tasks.map(
        (task) => [task.taskArn ?? '', sightingOf(readTask(task), clock.now())] as const,
      );
      return [...missing.map((arn) => [handleFor(arn, handles), { kind: 'missing' }] as const), ...seen];
    } catch (error) {
      const fault = judgeFault(error, 'DescribeTasks');
      if (fault.kind === 'denied') throw fault.error;
      // Nothing is known of these now; the next tick asks again.
      return [];
    }
  }

  async function look(startedBy: readonly string[], known: ReadonlySet<string>) {
    const wanted = new Set(startedBy);
    const isFew = startedBy.length <= mostSingleLooks;
    const lists = isFew ? startedBy.map((name) => ({ startedBy: name })) : [{}];
    const filters = lists.flatMap((list) => [
      { ...list, desiredStatus: 'RUNNING' as const },
      { ...list, desiredStatus: 'STOPPED' as const },
    ]);
    const listed = new Set(
      (await inParallel(filters, requestsAtOnce, (filter) => listTasks(client, cluster, filter))).flat(),
    );
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

  async function describe(arns: readonly string[]): Promise<EcsTask[]> {
    const request = { cluster, tasks: [...arns] };
    const { tasks = [] } = await client
      .send(new DescribeTasksCommand(request))
      .catch((error: unknown) => throwFault(error, 'DescribeTasks'));
    return tasks.map(readTask);
  }

  async function stopTask(handle: string, reason: string): Promise<boolean> {
    try {
      await client.send(new StopTaskCommand({ cluster, task: handle, reason }));
      return true;
    } catch (error) {
      const fault = judgeFault(error, 'StopTask');
      if (fault.kind === 'wrong') return false;
      throwFault(error, 'StopTask');
    }
  }
}

async function listTasks(
  client: ECSClient,
  cluster: string,
  filter: {
    readonly startedBy?: string;
    readonly desiredStatus: 'RUNNING' | 'STOPPED';
  },
): Promise<string[]> {
  const arns: string[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const request = { cluster, ...filter, ...(nextToken === undefined ? {} : { nextToken }) };
    const answer = await client
      .send(new ListTasksCommand(request))
      .catch((error: unknown) => throwFault(error, 'ListTasks'));
    arns.push(...(answer.taskArns ?? []));
    if (answer.nextToken === undefined || answer.nextToken === '') return arns;
    nextToken = answer.nextToken;
  }
  throw new RefusedError({
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

/** ECS may answer with the short form of an ARN. */
function handleFor(arn: string, handles: readonly string[]): string {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  return handles.find((handle) => handle === arn || handle.endsWith(`/${id}`)) ?? arn;
}

function readTask(task: Task): EcsTask {
  const moment = (at: Date | undefined, name: string) => (at === undefined ? {} : { [name]: at.getTime() });
  return {
    taskArn: task.taskArn ?? '',
    startedBy: task.startedBy ?? '',
    lastStatus: task.lastStatus ?? '',
    stopCode: task.stopCode ?? '',
    stoppedReason: task.stoppedReason ?? '',
    ...moment(task.createdAt, 'createdAt'),
    ...moment(task.startedAt, 'startedAt'),
    ...moment(task.stoppedAt, 'stoppedAt'),
    ...moment(task.executionStoppedAt, 'executionStoppedAt'),
    containers: (task.containers ?? []).map(({ name = '', exitCode, reason = '' }) => ({
      name,
      reason,
      ...(exitCode === undefined ? {} : { exitCode }),
    })),
  };
}
