/**
 * ECS and its logs, as far as Headgate meets them, over a clock that a test moves. Each behaviour cites the sentence of
 * AWS that it models. No I/O: `ecs.ts` puts it behind HTTP.
 */
export type Life = {
  /** From RunTask to RUNNING; never if left out and `endsAs` says that it did not start. */
  readonly startAfterMs?: number;
  /** From RUNNING to the end; it runs until it is stopped if left out. */
  readonly runMs?: number;
  readonly exitCode?: number;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly reason?: string;
  readonly lines?: readonly string[];
  /** What else runs in the task. */
  readonly sidecars?: readonly { readonly name: string; readonly exitCode?: number }[];
};

export type Fault = {
  readonly operation: string;
  /** `before`: refused without effect; `after`: carried out, and the answer is lost. */
  readonly kind: 'throttle' | 'server-error' | 'lost' | 'denied' | 'failure';
  readonly reason?: string;
  /** How many requests it hits; 1 if left out. */
  readonly times?: number;
};

type WireTask = {
  readonly taskArn: string;
  readonly clusterArn: string;
  readonly taskDefinitionArn: string;
  readonly startedBy: string;
  readonly overrides: unknown;
  readonly createdAtMs: number;
  readonly life: Life;
  stopAskedAtMs?: number;
  stopReason?: string;
};

type Token = { readonly arn: string; readonly request: string; readonly createdAtMs: number };
type Definition = {
  readonly arn: string;
  readonly input: Record<string, unknown>;
  readonly revision: number;
};

export type ModelOptions = {
  readonly account?: string;
  readonly region?: string;
  readonly cluster: string;
  readonly now: () => number;
  /** Name of the group that gets STOPPED events. */
  readonly eventLogGroup?: string;
  /** How long a new task is unknown to DescribeTasks and ListTasks: ECS is eventually consistent. */
  readonly visibleAfterMs?: number;
};

export class EcsFault extends Error {
  readonly type: string;
  readonly status: number;
  readonly more: Record<string, unknown>;
  constructor(
    type: string,
    message: string,
    { status = 400, ...more }: Record<string, unknown> & { status?: number } = {},
  ) {
    super(message);
    this.type = type;
    this.status = status;
    this.more = more;
  }
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stopTimeoutMs = 2_000;

export class EcsModel {
  readonly #options: ModelOptions;
  readonly #definitions = new Map<string, Definition[]>();
  readonly #tasks = new Map<string, WireTask>();
  readonly #tokens = new Map<string, Token>();
  readonly #lives = new Map<string, Life[]>();
  readonly capacityFailures: string[] = [];
  #sequence = 0;

  constructor(options: ModelOptions) {
    this.#options = options;
  }

  /** The lives of the next tasks of a family, in order; the last one repeats. */
  script(family: string, lives: readonly Life[]): void {
    this.#lives.set(family, [...lives]);
  }

  tasks(): readonly (ReturnType<EcsModel['describe']> & { readonly environment: Record<string, string> })[] {
    return [...this.#tasks.values()].map((task) => ({
      ...this.describe(task),
      environment: environmentOf(task.overrides),
    }));
  }

  definitions(): readonly Record<string, unknown>[] {
    return [...this.#definitions.values()]
      .flat()
      .map(({ arn, input }) => ({ ...input, taskDefinitionArn: arn }));
  }

  call(operation: string, input: Record<string, unknown>): Record<string, unknown> {
    switch (operation) {
      case 'RegisterTaskDefinition':
        return this.#register(input);
      case 'DescribeTaskDefinition':
        return this.#describeDefinition(input);
      case 'RunTask':
        return this.#runTask(input);
      case 'DescribeTasks':
        return this.#describeTasks(input);
      case 'ListTasks':
        return this.#listTasks(input);
      case 'StopTask':
        return this.#stopTask(input);
      case 'GetLogEvents':
        return this.#getLogEvents(input);
      case 'FilterLogEvents':
        return this.#filterLogEvents(input);
      default:
        throw new EcsFault('UnknownOperationException', `The model has no ${operation}`);
    }
  }

  get #place(): string {
    return `${this.#options.region ?? 'us-east-1'}:${this.#options.account ?? '123456789012'}`;
  }

  /** "Each registration is a new revision" (RegisterTaskDefinition): it is not idempotent. */
  #register(input: Record<string, unknown>): Record<string, unknown> {
    const family = String(input['family']);
    const known = this.#definitions.get(family) ?? [];
    const revision = known.length + 1;
    const arn = `arn:aws:ecs:${this.#place}:task-definition/${family}:${revision}`;
    this.#definitions.set(family, [...known, { arn, input, revision }]);
    return { taskDefinition: { ...input, taskDefinitionArn: arn, revision, status: 'ACTIVE' } };
  }

  #describeDefinition(input: Record<string, unknown>): Record<string, unknown> {
    const name = String(input['taskDefinition']);
    const all = [...this.#definitions.values()].flat();
    const found = all.find(({ arn }) => arn === name) ?? this.#definitions.get(name)?.at(-1);
    if (found === undefined) throw new EcsFault('ClientException', 'Unable to describe task definition.');
    return {
      taskDefinition: {
        ...found.input,
        taskDefinitionArn: found.arn,
        revision: found.revision,
        status: 'ACTIVE',
      },
      tags: found.input['tags'] ?? [],
    };
  }

  /**
   * "The token … is valid for 24 hours or one hour after the task stopped, whichever is shorter"; the same token with
   * other parameters is a ConflictException with the ids of what exists (ECS API reference, Ensuring idempotency).
   */
  #runTask(input: Record<string, unknown>): Record<string, unknown> {
    this.#assertCluster(input);
    const token = typeof input['clientToken'] === 'string' ? input['clientToken'] : undefined;
    const request = JSON.stringify(input);
    const known = token === undefined ? undefined : this.#tokens.get(token);
    const task = known === undefined ? undefined : this.#tasks.get(known.arn);
    if (known !== undefined && task !== undefined && this.#isTokenAlive(known, task)) {
      if (known.request !== request)
        throw new EcsFault('ConflictException', 'The token was used with other parameters.', {
          resourceIds: [known.arn],
        });
      return { tasks: [this.describe(task)], failures: [] };
    }
    const reason = this.capacityFailures.shift();
    if (reason !== undefined) return { tasks: [], failures: [{ reason }] };
    const started = this.#start(input);
    if (token !== undefined)
      this.#tokens.set(token, { arn: started.taskArn, request, createdAtMs: this.#options.now() });
    return { tasks: [this.describe(started)], failures: [] };
  }

  #isTokenAlive(token: Token, task: WireTask): boolean {
    const end = this.#endOf(task);
    const now = this.#options.now();
    return now - token.createdAtMs < dayMs && (end === undefined || now - end.atMs < hourMs);
  }

  #start(input: Record<string, unknown>): WireTask {
    const definition = String(input['taskDefinition']);
    const exists = [...this.#definitions.values()].flat().some(({ arn }) => arn === definition);
    if (!exists) throw new EcsFault('ClientException', 'TaskDefinition not found.');
    const family = definition.slice(definition.lastIndexOf('/') + 1, definition.lastIndexOf(':'));
    const lives = this.#lives.get(family) ?? [];
    const life = (lives.length > 1 ? lives.shift() : lives[0]) ?? { startAfterMs: 0, runMs: 0, exitCode: 0 };
    this.#sequence += 1;
    const id = this.#sequence.toString(16).padStart(32, '0');
    const task: WireTask = {
      taskArn: `arn:aws:ecs:${this.#place}:task/${this.#options.cluster}/${id}`,
      clusterArn: `arn:aws:ecs:${this.#place}:cluster/${this.#options.cluster}`,
      taskDefinitionArn: definition,
      startedBy: String(input['startedBy'] ?? ''),
      overrides: input['overrides'],
      createdAtMs: this.#options.now(),
      life,
    };
    this.#tasks.set(task.taskArn, task);
    return task;
  }

  #startOf({ createdAtMs, life }: WireTask): number | undefined {
    if (life.stopCode === 'TaskFailedToStart' || life.startAfterMs === undefined) return undefined;
    return createdAtMs + life.startAfterMs;
  }

  #endOf(task: WireTask): { readonly atMs: number; readonly isStopped: boolean } | undefined {
    const now = this.#options.now();
    const startMs = this.#startOf(task);
    const { life } = task;
    const own =
      life.stopCode === 'TaskFailedToStart'
        ? task.createdAtMs + (life.runMs ?? 0)
        : startMs === undefined || life.runMs === undefined
          ? undefined
          : startMs + life.runMs;
    const asked = task.stopAskedAtMs === undefined ? undefined : task.stopAskedAtMs + stopTimeoutMs;
    const isStopped = asked !== undefined && (own === undefined || asked < own);
    const atMs = isStopped ? asked : own;
    return atMs === undefined || atMs > now ? undefined : { atMs, isStopped };
  }

  /** "Stopped tasks appear for at least one hour" (DescribeTasks). */
  #isForgotten(task: WireTask): boolean {
    const end = this.#endOf(task);
    return end !== undefined && this.#options.now() - end.atMs >= hourMs;
  }

  #isVisible(task: WireTask): boolean {
    return (
      this.#options.now() - task.createdAtMs >= (this.#options.visibleAfterMs ?? 0) &&
      !this.#isForgotten(task)
    );
  }

  #describeTasks(input: Record<string, unknown>): Record<string, unknown> {
    this.#assertCluster(input);
    const arns = Array.isArray(input['tasks']) ? input['tasks'].map(String) : [];
    const found = arns.map((arn) => ({ arn, task: this.#tasks.get(arn) }));
    const isKnown = ({ task }: { task: WireTask | undefined }) => task !== undefined && this.#isVisible(task);
    return {
      tasks: found.filter(isKnown).flatMap(({ task }) => (task === undefined ? [] : [this.describe(task)])),
      failures: found.filter((entry) => !isKnown(entry)).map(({ arn }) => ({ arn, reason: 'MISSING' })),
    };
  }

  /** Without `desiredStatus` only tasks that should run are listed (ListTasks). */
  #listTasks(input: Record<string, unknown>): Record<string, unknown> {
    this.#assertCluster(input);
    const desired = String(input['desiredStatus'] ?? 'RUNNING');
    const matches = [...this.#tasks.values()].filter((task) => {
      const isStopped = this.#endOf(task) !== undefined || task.stopAskedAtMs !== undefined;
      const isWanted = input['startedBy'] === undefined || input['startedBy'] === task.startedBy;
      return this.#isVisible(task) && isWanted && (desired === 'STOPPED') === isStopped;
    });
    const from = Number(input['nextToken'] ?? 0);
    const page = matches.slice(from, from + 100).map(({ taskArn }) => taskArn);
    return { taskArns: page, ...(from + 100 < matches.length ? { nextToken: String(from + 100) } : {}) };
  }

  #stopTask(input: Record<string, unknown>): Record<string, unknown> {
    this.#assertCluster(input);
    const task = this.#tasks.get(String(input['task']));
    if (task === undefined || this.#isForgotten(task))
      throw new EcsFault('InvalidParameterException', 'The referenced task was not found.');
    if (task.stopAskedAtMs === undefined && this.#endOf(task) === undefined) {
      task.stopAskedAtMs = this.#options.now();
      task.stopReason = String(input['reason'] ?? '');
    }
    return { task: this.describe(task) };
  }

  #assertCluster(input: Record<string, unknown>): void {
    const name = String(input['cluster'] ?? 'default');
    if (name.slice(name.lastIndexOf('/') + 1) !== this.#options.cluster)
      throw new EcsFault('ClusterNotFoundException', 'Cluster not found.');
  }

  describe(task: WireTask) {
    const now = this.#options.now();
    const startMs = this.#startOf(task);
    const end = this.#endOf(task);
    const hasStarted = startMs !== undefined && startMs <= (end?.atMs ?? now);
    const { life } = task;
    const seconds = (ms: number) => ms / 1000;
    const isStopping = task.stopAskedAtMs !== undefined;
    return {
      taskArn: task.taskArn,
      clusterArn: task.clusterArn,
      taskDefinitionArn: task.taskDefinitionArn,
      startedBy: task.startedBy,
      overrides: task.overrides,
      lastStatus:
        end !== undefined ? 'STOPPED' : hasStarted ? (isStopping ? 'STOPPING' : 'RUNNING') : 'PROVISIONING',
      desiredStatus: end !== undefined || isStopping ? 'STOPPED' : 'RUNNING',
      createdAt: seconds(task.createdAtMs),
      version: end !== undefined ? 3 : hasStarted ? 2 : 1,
      ...(hasStarted ? { startedAt: seconds(startMs) } : {}),
      ...(end === undefined
        ? {}
        : {
            stoppedAt: seconds(end.atMs),
            ...stopOf(task, end.isStopped, hasStarted),
            ...(hasStarted ? { executionStoppedAt: seconds(end.atMs) } : {}),
          }),
      containers: [
        // The order of containers is not promised: the sidecars come first here.
        ...(life.sidecars ?? []).map((sidecar) => ({ ...sidecar, lastStatus: 'STOPPED' })),
        ...(life.stopCode === 'TaskFailedToStart'
          ? []
          : [
              {
                name: 'flow',
                lastStatus: end === undefined ? 'RUNNING' : 'STOPPED',
                ...exitOf(task, end),
                ...(life.reason === undefined || end === undefined ? {} : { reason: life.reason }),
              },
            ]),
      ],
    };
  }

  /** "If you have consumed all events, the token is the same one you passed in" (GetLogEvents). */
  #getLogEvents(input: Record<string, unknown>): Record<string, unknown> {
    const stream = String(input['logStreamName']);
    const task = [...this.#tasks.values()].find(
      ({ taskArn }) => stream === `headgate/flow/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`,
    );
    const lines = task?.life.lines ?? [];
    const startMs = task === undefined ? undefined : this.#startOf(task);
    if (task === undefined || lines.length === 0 || startMs === undefined || startMs > this.#options.now()) {
      throw new EcsFault('ResourceNotFoundException', 'The specified log stream does not exist.');
    }
    const events = lines.map((message, index) => ({
      message,
      timestamp: startMs + index,
      ingestionTime: startMs + index,
    }));
    const limit = Number(input['limit'] ?? 10_000);
    if (input['startFromHead'] !== true)
      return {
        events: events.slice(-limit),
        nextForwardToken: `f/${events.length}`,
        nextBackwardToken: 'b/0',
      };
    const from = Number(/^f\/(\d+)$/.exec(String(input['nextToken'] ?? ''))?.[1] ?? 0);
    const page = events.slice(from, from + limit);
    return { events: page, nextForwardToken: `f/${from + page.length}`, nextBackwardToken: `b/${from}` };
  }

  /** EventBridge writes each STOPPED event to the group as its whole JSON. */
  #filterLogEvents(input: Record<string, unknown>): Record<string, unknown> {
    if (input['logGroupName'] !== this.#options.eventLogGroup)
      throw new EcsFault('ResourceNotFoundException', 'The specified log group does not exist.');
    const names = [...String(input['filterPattern'] ?? '').matchAll(/startedBy = "([^"]+)"/g)].map(
      (match) => match[1],
    );
    const since = Number(input['startTime'] ?? 0);
    const events = [...this.#tasks.values()].flatMap((task) => {
      const end = this.#endOf(task);
      if (end === undefined || end.atMs < since || (names.length > 0 && !names.includes(task.startedBy)))
        return [];
      return [
        { message: JSON.stringify(eventOf(this.describe(task))), timestamp: end.atMs, eventId: task.taskArn },
      ];
    });
    return { events };
  }
}

function stopOf({ life, stopReason }: WireTask, isStopped: boolean, hasStarted: boolean) {
  if (isStopped) return { stopCode: 'UserInitiated', stoppedReason: stopReason ?? '' };
  return {
    stopCode: life.stopCode ?? (hasStarted ? 'EssentialContainerExited' : 'TaskFailedToStart'),
    stoppedReason: life.stoppedReason ?? 'Essential container in task exited',
  };
}

/** "exitCode" is absent if the container never ran (DescribeTasks, Container). */
function exitOf(
  { life }: WireTask,
  end: { readonly isStopped: boolean } | undefined,
): { readonly exitCode?: number } {
  if (end === undefined) return {};
  if (end.isStopped) return { exitCode: 143 };
  return life.exitCode === undefined ? {} : { exitCode: life.exitCode };
}

function eventOf(task: Record<string, unknown>): Record<string, unknown> {
  const iso = (value: unknown) =>
    typeof value === 'number' ? new Date(value * 1000).toISOString() : undefined;
  const moments = ['createdAt', 'startedAt', 'stoppedAt', 'executionStoppedAt'].map((name) => [
    name,
    iso(task[name]),
  ]);
  return {
    version: '0',
    source: 'aws.ecs',
    'detail-type': 'ECS Task State Change',
    detail: { ...task, ...Object.fromEntries(moments.filter(([, value]) => value !== undefined)) },
  };
}

function environmentOf(overrides: unknown): Record<string, string> {
  const containers =
    (overrides as { containerOverrides?: { environment?: { name: string; value: string }[] }[] })
      ?.containerOverrides ?? [];
  return Object.fromEntries(
    containers.flatMap(({ environment = [] }) => environment.map(({ name, value }) => [name, value])),
  );
}
