import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { RefusedError } from '../../core/problem.ts';
import type { Found } from '../../core/sighting.ts';
import type { LiveTask } from '../../ports.ts';
import { readTask } from './ecs-task.ts';
import { type EcsTask, sightingOf } from './failures.ts';
import { throwFault } from './faults.ts';
import { inParallel } from './pace.ts';
import { batches, type Reads, requestsAtOnce } from './reads.ts';

/** 50,000 tasks in one cluster, five times as many as runs may be open; beyond that the pages repeat. */
const mostPages = 500;
/** From here on one list of the whole cluster costs less than two lists per attempt. */
const mostSingleLooks = 3;

type ListFilter = { readonly startedBy?: string; readonly desiredStatus: 'RUNNING' | 'STOPPED' };

/** Tasks of the attempts, oldest first. Throws if it could not look everywhere. */
export async function look(
  reads: Reads,
  startedBy: readonly string[],
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Found[]>> {
  const found = new Map<string, Found[]>();
  if (startedBy.length === 0) return found;
  const wanted = new Set(startedBy);
  const listed = new Set(
    (await inParallel(filtersOf(startedBy), requestsAtOnce, (filter) => listTasks(reads, filter))).flat(),
  );
  const unknown = [...listed].filter((arn) => !known.has(arn));
  const answers = await inParallel(batches(unknown), requestsAtOnce, (batch) => describe(reads, batch));
  for (const task of answers.flat().sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))) {
    if (!wanted.has(task.startedBy)) continue;
    const entry = { handle: task.taskArn, sighting: sightingOf(task, reads.clock.now()) };
    found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), entry]);
  }
  return found;
}

const ourName = /^hg-[0-9a-f]{32}$/;

/** Running tasks that Headgate started. Throws if it could not look everywhere. */
export async function inventory(reads: Reads): Promise<readonly LiveTask[]> {
  const arns = await listTasks(reads, { desiredStatus: 'RUNNING' });
  const answers = await inParallel(batches(arns), requestsAtOnce, (batch) => describe(reads, batch));
  return answers
    .flat()
    .filter(({ startedBy, lastStatus }) => ourName.test(startedBy) && lastStatus !== 'STOPPED')
    .map(({ taskArn, startedBy, family }) => ({ handle: taskArn, startedBy, family }));
}

function filtersOf(startedBy: readonly string[]): ListFilter[] {
  const lists = startedBy.length <= mostSingleLooks ? startedBy.map((name) => ({ startedBy: name })) : [{}];
  // Without `desiredStatus` ECS lists running tasks only.
  return lists.flatMap((list): ListFilter[] => [
    { ...list, desiredStatus: 'RUNNING' },
    { ...list, desiredStatus: 'STOPPED' },
  ]);
}

async function listTasks({ client, placement, turn }: Reads, filter: ListFilter): Promise<string[]> {
  const { cluster } = placement;
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

async function describe({ client, placement, turn }: Reads, arns: readonly string[]): Promise<EcsTask[]> {
  const { cluster } = placement;
  await turn();
  const { tasks = [] } = await client
    .send(new DescribeTasksCommand({ cluster, tasks: [...arns] }))
    .catch((error: unknown) => throwFault(error, 'DescribeTasks'));
  // What the list names exists, or did a moment ago: without knowing whose it is, "none" would be a guess.
  const silent = arns.length - new Set(tasks.map(({ taskArn }) => taskArn)).size;
  if (silent > 0) throw new Error(`ECS lists ${silent} tasks in ${cluster} that it does not describe.`);
  return tasks.map(readTask);
}

function endless(cluster: string): RefusedError {
  return new RefusedError({
    code: 'E_PAGINATION',
    message: `The list of tasks in ${cluster} has more than ${mostPages} pages, or its pages repeat.`,
    fix: 'Give Headgate a cluster of its own.',
  });
}
