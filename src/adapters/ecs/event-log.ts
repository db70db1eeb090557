import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { type Instant, minuteMs, plusMs } from '../../core/instant.ts';
import type { Placement } from '../../core/project.ts';
import type { Found } from '../../core/sighting.ts';
import type { Clock, EventLog } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { type EcsTask, sightingOf } from './failures.ts';
import { throwFault } from './faults.ts';
import { readStoppedEvent, type StoppedEvent } from './stopped-event.ts';
import { isOurTask } from './task-arn.ts';

/** A filter pattern has at most 1,024 characters (CloudWatch Logs, FilterLogEvents): this many names of 35 fit. */
const namesPerPattern = 14;
const mostPages = 20;

/**
 * "No event" says something only if the log was at work all the time: before the attempt can have ended, at the end,
 * and without a longer silence between. A rule `rate(30 minutes)` into the same group writes the signs of life; where
 * tasks end as often as that, their own events will do.
 */
const longestSilenceMs = 75 * minuteMs;
const heartbeats = '{ $.source = "aws.events" }';
const stops = '{ $.detail.lastStatus = "STOPPED" }';

export type EventLogOptions = {
  readonly placement: Placement & { readonly eventLogGroup: string };
  readonly clock: Clock;
};

/** The group in which EventBridge keeps the cluster's "ECS Task State Change" events of stopped tasks. */
export function cloudWatchEventLog({ placement, clock }: EventLogOptions): EventLog {
  const client = new CloudWatchLogsClient(clientSettings(placement));
  return {
    async find(startedBy, since) {
      const answers = [];
      for (const pattern of patternsOf(startedBy)) answers.push(await query(pattern, since));
      const found = foundBy(newestOf(answers.flatMap(({ events }) => events)), new Set(startedBy));
      const isAllFound = startedBy.every((name) => found.has(name));
      const isWhole = answers.every((answer) => answer.isWhole);
      return { found, isTrustworthy: isAllFound || (isWhole && (await wasAlive(since))) };
    },
  };

  /** Oldest first: of two tasks of one attempt the first counts. */
  function foundBy(
    tasks: readonly EcsTask[],
    wanted: ReadonlySet<string>,
  ): ReadonlyMap<string, readonly Found[]> {
    const ours = tasks
      .filter(({ startedBy, taskArn }) => wanted.has(startedBy) && isOurTask(taskArn, placement))
      .sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
    const found = new Map<string, Found[]>();
    for (const task of ours) {
      const entry = { handle: task.taskArn, sighting: sightingOf(task, clock.now()) };
      found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), entry]);
    }
    return found;
  }

  async function wasAlive(since: Instant): Promise<boolean> {
    const from = plusMs(since, -longestSilenceMs);
    const signs: number[] = [];
    for (const pattern of [heartbeats, stops]) {
      const { events } = await query(pattern, from);
      signs.push(...events.flatMap(({ timestamp }) => timestamp ?? []));
      if (isWithoutGap(signs, from, clock.now())) return true;
    }
    return false;
  }

  /** Not whole: it has more pages than one tick may read. */
  async function query(
    filterPattern: string,
    since: Instant,
  ): Promise<{ readonly events: readonly FilteredLogEvent[]; readonly isWhole: boolean }> {
    const { eventLogGroup: logGroupName } = placement;
    const events: FilteredLogEvent[] = [];
    let token: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const from = token === undefined ? {} : { nextToken: token };
      const request = { logGroupName, filterPattern, startTime: since, ...from };
      const answer = await client
        .send(new FilterLogEventsCommand(request))
        .catch((error: unknown) => throwFault(error, 'FilterLogEvents'));
      events.push(...(answer.events ?? []));
      // A page may be empty although there is more: only the missing token ends the list.
      if (answer.nextToken === undefined) return { events, isWhole: true };
      token = answer.nextToken;
    }
    return { events, isWhole: false };
  }
}

/** For projects without one: finding nothing says nothing. */
export function noEventLog(): EventLog {
  return { find: async () => ({ found: new Map(), isTrustworthy: false }) };
}

function patternsOf(names: readonly string[]): string[] {
  const conditions = names.map((name) => `($.detail.startedBy = ${JSON.stringify(name)})`);
  const count = Math.ceil(names.length / namesPerPattern);
  return Array.from(
    { length: count },
    (_, index) =>
      `{ ${conditions.slice(index * namesPerPattern, (index + 1) * namesPerPattern).join(' || ')} }`,
  );
}

function isWithoutGap(signs: readonly number[], from: Instant, to: Instant): boolean {
  const moments = [from, ...signs.filter((at) => at > from && at < to).sort((a, b) => a - b), to];
  return moments.every((at, index) => index === 0 || at - (moments[index - 1] ?? at) <= longestSilenceMs);
}

/** Events come at least once and in any order; of one task the highest version counts. */
function newestOf(events: readonly FilteredLogEvent[]): readonly EcsTask[] {
  const newest = new Map<string, StoppedEvent>();
  for (const { message = '' } of events) {
    const event = readStoppedEvent(message);
    if (event !== undefined && event.version > (newest.get(event.task.taskArn)?.version ?? -1))
      newest.set(event.task.taskArn, event);
  }
  return [...newest.values()].map(({ task }) => task);
}
