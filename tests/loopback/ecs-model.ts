import { createHash } from 'node:crypto';
import { documentedLimits } from './ecs-buckets.ts';
import { containersOf, definitionStore, type StoredDefinition } from './ecs-definitions.ts';
import { type Life, shortLife, statusAt, timelineOf } from './ecs-life.ts';
import { logsModel } from './ecs-logs-model.ts';
import { type EcsTaskRecord, wireTask } from './ecs-task-wire.ts';
import { EcsFault, type Wire } from './ecs-wire.ts';

export type { Life } from './ecs-life.ts';
export { EcsFault, type Wire } from './ecs-wire.ts';

/**
 * ECS and its logs, as far as Headgate meets them, over a clock that a test moves. Each behaviour cites the sentence of
 * AWS that it models. No I/O and nothing of `src`: `ecs.ts` puts it behind HTTP, a simulator may call it directly.
 */
export type EcsModel = ReturnType<typeof ecsModel>;

export type ModelOptions = {
  readonly account?: string;
  readonly region?: string;
  readonly cluster: string;
  readonly now: () => number;
  /** Name of the group that gets STOPPED events. */
  readonly eventLogGroup?: string;
  /** How long a new task is unknown to every read: ECS is eventually consistent. */
  readonly visibleAfterMs?: number;
  /** How late EventBridge writes an event; it may also write each twice. */
  readonly eventLagMs?: number;
  readonly isEventTwice?: boolean;
  /** Signs of life in the event log; every 30 minutes if left out, none at 0. */
  readonly heartbeatEveryMs?: number;
  /** From the end of the containers to STOPPED; none if left out. */
  readonly deprovisionMs?: number;
  /** Whether the documented throttles hold. */
  readonly isThrottling?: boolean;
  /** vCPUs that may run at once: a Fargate quota, 6 in a new account. */
  readonly mostVcpus?: number;
};

type Token = { readonly request: string; readonly atMs: number } & (
  | { readonly arn: string }
  | { readonly failures: readonly Wire[] }
);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export function ecsModel(options: ModelOptions) {
  const { now } = options;
  const place = `${options.region ?? 'us-east-1'}:${options.account ?? '123456789012'}`;
  const definitions = definitionStore(place, now);
  const tasks = new Map<string, EcsTaskRecord>();
  const tokens = new Map<string, Token>();
  const lives = new Map<string, Life[]>();
  const capacityFailures: string[] = [];
  const isWithinLimits = documentedLimits(now);
  const logs = logsModel({ ...options, tasks: () => [...tasks.values()] });
  let sequence = 0;

  const operations: { readonly [name: string]: (input: Wire) => Wire } = {
    RegisterTaskDefinition: definitions.register,
    DescribeTaskDefinition: definitions.describe,
    ListTaskDefinitions: definitions.list,
    DeregisterTaskDefinition: (input) => definitions.deregister(String(input['taskDefinition'])),
    RunTask: inCluster(runTask),
    DescribeTasks: inCluster(describeTasks),
    ListTasks: inCluster(listTasks),
    StopTask: inCluster(stopTask),
    DescribeClusters: () => ({
      clusters: [{ clusterName: options.cluster, status: 'ACTIVE', capacityProviders: providers }],
      failures: [],
    }),
    DescribeLogGroups: logs.describeLogGroups,
    GetLogEvents: logs.getLogEvents,
    FilterLogEvents: logs.filterLogEvents,
  };

  return {
    /** What the next requests to launch are answered with, instead of a task. */
    capacityFailures,
    logs,
    deregister: definitions.deregister,
    /** The lives of the next tasks of a family, in order; the last one repeats. */
    script: (family: string, next: readonly Life[]): void => {
      lives.set(family, [...next]);
    },
    tasks: () =>
      [...tasks.values()].map((task) => ({
        ...wireTask(task, now()),
        environment: environmentOf(task.overrides),
      })),
    definitions: () => definitions.all().map(({ arn, input }) => ({ ...input, taskDefinitionArn: arn })),
    call(operation: string, input: Wire): Wire {
      const handle = operations[operation];
      if (handle === undefined)
        throw new EcsFault('UnknownOperationException', `The model has no ${operation}`);
      if (options.isThrottling === true && !isWithinLimits(operation))
        throw new EcsFault('ThrottlingException', 'Rate exceeded');
      return handle(input);
    },
  };

  function inCluster(work: (input: Wire) => Wire): (input: Wire) => Wire {
    return (input) => {
      const name = String(input['cluster'] ?? 'default');
      if (name.slice(name.lastIndexOf('/') + 1) !== options.cluster)
        throw new EcsFault('ClusterNotFoundException', 'Cluster not found.');
      return work(input);
    };
  }

  /**
   * "The token is valid for 24 hours, or for an hour after the task stopped, whichever is shorter"; with other
   * parameters it is a ConflictException with the ids of what exists; of a stopped task a replay gives the ARN and both
   * statuses only; failures are given again (ECS API reference, Ensuring idempotency).
   */
  function runTask(input: Wire): Wire {
    const token = typeof input['clientToken'] === 'string' ? input['clientToken'] : undefined;
    const request = JSON.stringify(input);
    const known = token === undefined ? undefined : tokens.get(token);
    if (known !== undefined && isAlive(known)) return replay(known, request);
    const answer = launch(input);
    if (token !== undefined) tokens.set(token, { request, atMs: now(), ...answer });
    if ('failures' in answer) return { tasks: [], failures: answer.failures };
    const task = tasks.get(answer.arn);
    // The first answer knows of nothing but the order to start.
    return { tasks: task === undefined ? [] : [wireTask(task, task.createdAtMs - 1)], failures: [] };
  }

  function replay(known: Token, request: string): Wire {
    if (known.request !== request) {
      const resourceIds = 'arn' in known ? [known.arn] : [];
      throw new EcsFault('ConflictException', 'The token was used with other parameters.', { resourceIds });
    }
    if ('failures' in known) return { tasks: [], failures: known.failures };
    const task = tasks.get(known.arn);
    if (task === undefined) return { tasks: [], failures: [] };
    const wire = wireTask(task, now());
    const { taskArn, lastStatus, desiredStatus } = wire;
    return { tasks: [isEnded(task) ? { taskArn, lastStatus, desiredStatus } : wire], failures: [] };
  }

  function isAlive(token: Token): boolean {
    const task = 'arn' in token ? tasks.get(token.arn) : undefined;
    const stoppedAtMs = task === undefined ? undefined : timelineOf(task).stoppedAtMs;
    const isRecent = stoppedAtMs === undefined || now() - stoppedAtMs < hourMs;
    return now() - token.atMs < dayMs && isRecent;
  }

  /** A capacity failure is an answer with status 200 (ECS API failure reasons). */
  function launch(input: Wire): { readonly arn: string } | { readonly failures: readonly Wire[] } {
    const definition = definitions.forRun(String(input['taskDefinition']));
    assertRunnable(input, definition);
    const reason = capacityFailures.shift() ?? quotaFailure(definition);
    return reason === undefined ? { arn: start(input, definition) } : { failures: [{ reason }] };
  }

  function quotaFailure(definition: StoredDefinition): string | undefined {
    const vcpus = (one: StoredDefinition) => Number(one.input['cpu']) / 1024;
    const running = [...tasks.values()].filter((task) => !isEnded(task));
    const used = running.reduce((sum, task) => sum + vcpus(task.definition), 0);
    return used + vcpus(definition) > (options.mostVcpus ?? Number.POSITIVE_INFINITY)
      ? "You've reached the limit on the number of vCPUs you can run concurrently"
      : undefined;
  }

  function start(input: Wire, definition: StoredDefinition): string {
    const queue = lives.get(definition.family) ?? [];
    const life = (queue.length > 1 ? queue.shift() : queue[0]) ?? shortLife;
    sequence += 1;
    const id = createHash('sha256').update(`task ${sequence}`).digest('hex').slice(0, 32);
    const task: EcsTaskRecord = {
      taskArn: `arn:aws:ecs:${place}:task/${options.cluster}/${id}`,
      clusterArn: `arn:aws:ecs:${place}:cluster/${options.cluster}`,
      definition,
      startedBy: String(input['startedBy'] ?? ''),
      overrides: input['overrides'],
      capacityProviderName: providersOf(input)[0],
      essentialEndMs: essentialEnd(life, definition),
      createdAtMs: now(),
      life,
      stopAsked: undefined,
      stopTimeoutMs: (containersOf(definition)[0]?.stopTimeout ?? 30) * 1000,
      deprovisionMs: options.deprovisionMs ?? 0,
    };
    tasks.set(task.taskArn, task);
    return task.taskArn;
  }

  function isEnded(task: EcsTaskRecord): boolean {
    return statusAt(task, now()) === 'STOPPED';
  }

  /** "Stopped tasks currently appear in the returned results for at least one hour" (DescribeTasks, ListTasks). */
  function isVisible(task: EcsTaskRecord): boolean {
    const { stoppedAtMs } = timelineOf(task);
    const isForgotten = stoppedAtMs !== undefined && now() - stoppedAtMs >= hourMs;
    return now() - task.createdAtMs >= (options.visibleAfterMs ?? 0) && !isForgotten;
  }

  /** By full ARN or by id; what it does not know is a failure with the reason MISSING (API failure reasons). */
  function find(name: string): EcsTaskRecord | undefined {
    const found = tasks.get(name) ?? [...tasks.values()].find(({ taskArn }) => taskArn.endsWith(`/${name}`));
    return found !== undefined && isVisible(found) ? found : undefined;
  }

  function describeTasks(input: Wire): Wire {
    const names = (input['tasks'] as readonly string[]).map((name) => ({ name, task: find(name) }));
    return {
      tasks: names.flatMap(({ task }) => (task === undefined ? [] : [wireTask(task, now())])),
      failures: names.flatMap(({ name, task }) =>
        task === undefined ? [{ arn: name, reason: 'MISSING' }] : [],
      ),
    };
  }

  /** "`desiredStatus`: … By default, only tasks with a desired status of RUNNING are listed"; 100 a page (ListTasks). */
  function listTasks(input: Wire): Wire {
    const desired = String(input['desiredStatus'] ?? 'RUNNING');
    const matches = [...tasks.values()].filter((task) => {
      const isWanted = input['startedBy'] === undefined || input['startedBy'] === task.startedBy;
      return isVisible(task) && isWanted && wireTask(task, now()).desiredStatus === desired;
    });
    const size = Number(input['maxResults'] ?? 100);
    const from = Number(input['nextToken'] ?? 0);
    const taskArns = matches.slice(from, from + size).map(({ taskArn }) => taskArn);
    return { taskArns, ...(from + size < matches.length ? { nextToken: String(from + size) } : {}) };
  }

  /** Harmless when repeated: the first reason stays. */
  function stopTask(input: Wire): Wire {
    const task = find(String(input['task']));
    if (task === undefined)
      throw new EcsFault('InvalidParameterException', 'The referenced task was not found.');
    if (task.stopAsked === undefined && !isEnded(task))
      task.stopAsked = { atMs: now(), reason: String(input['reason'] ?? 'Task stopped by user') };
    return { task: wireTask(task, now()) };
  }
}

function providersOf(input: Wire): readonly string[] {
  const strategy = input['capacityProviderStrategy'] as readonly { capacityProvider: string }[] | undefined;
  return (strategy ?? []).map(({ capacityProvider }) => capacityProvider);
}

/** The first container is the flow's. */
function essentialEnd(life: Life, definition: StoredDefinition): number | undefined {
  const essential = containersOf(definition)
    .slice(1)
    .filter(({ essential: is = true }) => is);
  const ends = essential.flatMap(
    ({ name }) => life.sidecars?.find((one) => one.name === name)?.endsAfterMs ?? [],
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}

const providers = ['FARGATE', 'FARGATE_SPOT'];

function assertRunnable(input: Wire, definition: StoredDefinition): void {
  const fault = (message: string) => new EcsFault('InvalidParameterException', message);
  // "If a `capacityProviderStrategy` is specified, the `launchType` parameter must be omitted" (RunTask).
  if (input['launchType'] !== undefined && input['capacityProviderStrategy'] !== undefined)
    throw fault('The launch type and the capacity provider strategy cannot both be specified.');
  // "The specified capacity providers must be associated with the cluster" (RunTask).
  for (const provider of providersOf(input))
    if (!providers.includes(provider))
      throw fault(`The capacity provider ${provider} is not of the cluster.`);
  if (input['networkConfiguration'] === undefined)
    throw fault("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  if (JSON.stringify(input['overrides'] ?? {}).length > 8_192)
    throw fault('Container Overrides length must be at most 8192');
  const overrides = (input['overrides'] as { containerOverrides?: { name: string }[] } | undefined)
    ?.containerOverrides;
  const names = containersOf(definition).map(({ name }) => name);
  for (const { name } of overrides ?? [])
    if (!names.includes(name))
      throw fault(`Override for container named ${name} is not a container in the TaskDefinition.`);
}

function environmentOf(overrides: unknown): Record<string, string> {
  const containers =
    (overrides as { containerOverrides?: { environment?: { name: string; value: string }[] }[] })
      ?.containerOverrides ?? [];
  return Object.fromEntries(
    containers.flatMap(({ environment = [] }) => environment.map(({ name, value }) => [name, value])),
  );
}
