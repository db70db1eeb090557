import { containersOf } from './ecs-definitions.ts';
import { timelineOf } from './ecs-life.ts';
import { type EcsTaskRecord, wireTask } from './ecs-task-wire.ts';
import { EcsFault, type Wire } from './ecs-wire.ts';

type LogsOptions = {
  readonly now: () => number;
  readonly tasks: () => readonly EcsTaskRecord[];
  readonly eventLogGroup?: string;
  readonly eventLagMs?: number;
  readonly isEventTwice?: boolean;
  readonly heartbeatEveryMs?: number;
};

type LogEvent = { readonly timestamp: number; readonly message: string };

const minuteMs = 60_000;
/** How long before the model the event log began. */
const pastMs = 30 * 24 * 60 * minuteMs;
const eventsPerPage = 100;

/** CloudWatch Logs: the streams of the `awslogs` driver, and the group that EventBridge writes to. */
export function logsModel(options: LogsOptions) {
  const { now } = options;
  const bornMs = now();
  const outages: { readonly fromMs: number; readonly toMs: number }[] = [];
  const further: LogEvent[] = [];
  let emptyPages = 0;

  return {
    describeLogGroups,
    getLogEvents,
    filterLogEvents,
    /** While it is disabled, no rule writes to the event log: what happens then is never written. */
    disableRules: (fromMs: number, toMs: number): void => {
      outages.push({ fromMs, toMs });
    },
    /** Something else in the event log. */
    write: (message: string, timestamp = now()): void => {
      further.push({ message, timestamp });
    },
    /** The next pages come empty although there is more. */
    comeEmpty: (pages: number): void => {
      emptyPages = pages;
    },
  };

  /** Only the event log is known by name; every other one is where ECS tasks print. */
  function describeLogGroups(input: Wire): Wire {
    const logGroupName = String(input['logGroupNamePrefix']);
    return { logGroups: [{ logGroupName, retentionInDays: 30 }] };
  }

  /**
   * "If you have reached the end of the stream, it returns the same token you passed in"; "an empty page does not mean
   * the end"; without `startFromHead` the newest come first (GetLogEvents).
   */
  function getLogEvents(input: Wire): Wire {
    const events = linesOf(String(input['logGroupName']), String(input['logStreamName']));
    const limit = Number(input['limit'] ?? 10_000);
    const token = /^([fb])\/(\d+)\/(\d+)$/.exec(String(input['nextToken'] ?? ''));
    const isForward = token === null ? input['startFromHead'] === true : token[1] === 'f';
    const at = token === null ? (isForward ? 0 : events.length) : Number(token[2]);
    const salt = Number(token?.[3] ?? 0);
    const from = isForward ? at : Math.max(0, at - limit);
    const to = isForward ? Math.min(events.length, at + limit) : at;
    if (emptyPages > 0) {
      emptyPages -= 1;
      const next = `${at}/${salt + 1}`;
      return { events: [], nextForwardToken: `f/${next}`, nextBackwardToken: `b/${next}` };
    }
    return {
      events: events.slice(from, to).map((event) => ({ ...event, ingestionTime: event.timestamp })),
      nextForwardToken: `f/${to}/${isForward && to === at ? salt : 0}`,
      nextBackwardToken: `b/${from}/${!isForward && from === at ? salt : 0}`,
    };
  }

  /** `prefix/container/task` (awslogs driver). A container that printed nothing has no stream. */
  function linesOf(group: string, stream: string): LogEvent[] {
    const task = options.tasks().find(({ definition, taskArn }) => {
      const [main] = containersOf(definition);
      const { 'awslogs-group': itsGroup, 'awslogs-stream-prefix': prefix } =
        main?.logConfiguration?.options ?? {};
      return itsGroup === group && stream === `${prefix}/${main?.name}/${taskArn.split('/').at(-1)}`;
    });
    const times = task === undefined ? undefined : timelineOf(task);
    const startMs = times?.startedAtMs;
    const endMs = Math.min(times?.executionStoppedAtMs ?? now(), now());
    const isSilent = task?.life.lines === undefined || startMs === undefined || startMs > now();
    if (task === undefined || isSilent)
      throw new EcsFault('ResourceNotFoundException', 'The specified log stream does not exist.');
    const { lines = [], lineEveryMs = 1, runMs = 0 } = task.life;
    return lines
      .map((message, index) => ({ message, timestamp: startMs + Math.min(index * lineEveryMs, runMs) }))
      .filter(({ timestamp }) => timestamp <= endMs);
  }

  /** "Results may be empty, while there are more pages"; only a missing token ends the list (FilterLogEvents). */
  function filterLogEvents(input: Wire): Wire {
    if (options.eventLogGroup === undefined || input['logGroupName'] !== options.eventLogGroup)
      throw new EcsFault('ResourceNotFoundException', 'The specified log group does not exist.');
    const fits = matcherOf(String(input['filterPattern'] ?? ''));
    const since = Number(input['startTime'] ?? 0);
    const events = [...stoppedEvents(), ...heartbeats(since), ...further]
      .filter(({ timestamp, message }) => timestamp >= since && timestamp <= now() && fits(message))
      .sort((a, b) => a.timestamp - b.timestamp);
    const [from = 0, salt = 0] = String(input['nextToken'] ?? '0/0')
      .split('/')
      .map(Number);
    if (emptyPages > 0) {
      emptyPages -= 1;
      return { events: [], nextToken: `${from}/${salt + 1}` };
    }
    const to = from + Math.min(Number(input['limit'] ?? eventsPerPage), eventsPerPage);
    const page = events.slice(from, to).map((event, index) => ({ ...event, eventId: String(from + index) }));
    return { events: page, ...(to < events.length ? { nextToken: `${to}/0` } : {}) };
  }

  /** EventBridge delivers "at least once", later, and in any order (ECS events). */
  function stoppedEvents(): LogEvent[] {
    const lagMs = options.eventLagMs ?? 0;
    return options.tasks().flatMap((task) => {
      const { stoppedAtMs } = timelineOf(task);
      if (stoppedAtMs === undefined || stoppedAtMs + lagMs > now() || isOut(stoppedAtMs)) return [];
      const event = { timestamp: stoppedAtMs, message: JSON.stringify(eventOf(task, stoppedAtMs)) };
      return options.isEventTwice === true ? [event, event] : [event];
    });
  }

  function heartbeats(since: number): LogEvent[] {
    const every = options.heartbeatEveryMs ?? 30 * minuteMs;
    if (every === 0) return [];
    const events: LogEvent[] = [];
    const first = Math.ceil(Math.max(since, bornMs - pastMs) / every) * every;
    for (let at = first; at <= now(); at += every) {
      const message = JSON.stringify({ source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} });
      if (!isOut(at)) events.push({ timestamp: at, message });
    }
    return events;
  }

  function isOut(atMs: number): boolean {
    return outages.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
  }
}

/** The event has the fields of DescribeTasks, with ISO moments and without tags (developer guide, task state changes). */
function eventOf(task: EcsTaskRecord, stoppedAtMs: number): Wire {
  const wire: Wire = wireTask(task, stoppedAtMs);
  const moments = ['createdAt', 'startedAt', 'stoppingAt', 'executionStoppedAt', 'stoppedAt'].flatMap(
    (name) => {
      const value = wire[name];
      return typeof value === 'number' ? [[name, new Date(value * 1000).toISOString()]] : [];
    },
  );
  const detail = { ...wire, ...Object.fromEntries(moments) };
  return { version: '0', source: 'aws.ecs', 'detail-type': 'ECS Task State Change', detail };
}

/** `{ ($.a.b = "x") || … }`: the JSON patterns that Headgate writes; "no more than 1,024 characters". */
function matcherOf(pattern: string): (message: string) => boolean {
  if (pattern.length > 1_024)
    throw new EcsFault('InvalidParameterException', 'The pattern is longer than 1024 characters.');
  if (pattern === '') return () => true;
  const inner = /^\{ (.*) \}$/.exec(pattern)?.[1];
  const conditions = inner?.split(' || ').map((part) => /^\(?\$((?:\.[\w-]+)+) = ("[^"]*")\)?$/.exec(part));
  if (conditions === undefined || conditions.includes(null))
    throw new EcsFault('InvalidParameterException', `Invalid filter pattern ${pattern}`);
  return (message) => {
    const value = parsed(message);
    return conditions.some((match) => {
      const path = (match?.[1] ?? '').slice(1).split('.');
      const found = path.reduce<unknown>((inside, name) => (inside as Wire | undefined)?.[name], value);
      return found === JSON.parse(match?.[2] ?? '""');
    });
  };
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
