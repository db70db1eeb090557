import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { Instant } from '../../core/instant.ts';
import type { Placement } from '../../core/project.ts';
import type { Found } from '../../core/sighting.ts';
import type { Clock, EventLog } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { type EcsTask, sightingOf } from './failures.ts';
import { throwFault } from './faults.ts';
import { readStoppedEvent, type StoppedEvent } from './stopped-event.ts';

/** A filter pattern has at most 1,024 characters (CloudWatch Logs, FilterLogEvents): this many names of 35 fit. */
const namesPerPattern = 14;
const mostPages = 20;

export type EventLogOptions = {
  readonly placement: Placement & { readonly eventLogGroup: string };
  readonly clock: Clock;
};

/** The group in which EventBridge keeps the cluster's "ECS Task State Change" events of stopped tasks. */
export function cloudWatchEventLog({ placement, clock }: EventLogOptions): EventLog {
  const client = new CloudWatchLogsClient(clientSettings(placement));
  const { eventLogGroup } = placement;
  return {
    async find(startedBy, since) {
      const events: StoppedEvent[] = [];
      for (let from = 0; from < startedBy.length; from += namesPerPattern) {
        const names = startedBy.slice(from, from + namesPerPattern);
        events.push(...(await query(patternOf(names), since, mostPages)));
      }
      const found = foundIn(events, new Set(startedBy), clock.now());
      const isAlive =
        events.length > 0 || (await query('{ $.detail.lastStatus = "STOPPED" }', since, 1)).length > 0;
      return { found, isTrustworthy: isAlive };
    },
  };

  async function query(filterPattern: string, since: Instant, pages: number): Promise<StoppedEvent[]> {
    const events: StoppedEvent[] = [];
    let nextToken: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const request = {
        logGroupName: eventLogGroup,
        filterPattern,
        startTime: since,
        ...(nextToken === undefined ? {} : { nextToken }),
      };
      const answer = await client
        .send(new FilterLogEventsCommand(request))
        .catch((error: unknown) => throwFault(error, 'FilterLogEvents'));
      events.push(...(answer.events ?? []).flatMap(({ message = '' }) => readStoppedEvent(message) ?? []));
      if (answer.nextToken === undefined) break;
      nextToken = answer.nextToken;
    }
    return events;
  }
}

/** For projects without one: finding nothing says nothing. */
export function noEventLog(): EventLog {
  return { find: async () => ({ found: new Map(), isTrustworthy: false }) };
}

function patternOf(names: readonly string[]): string {
  return `{ ${names.map((name) => `($.detail.startedBy = "${name}")`).join(' || ')} }`;
}

/** Events come at least once and in any order; of one task the highest version counts. */
function foundIn(
  events: readonly StoppedEvent[],
  wanted: ReadonlySet<string>,
  now: Instant,
): ReadonlyMap<string, readonly Found[]> {
  const newest = new Map<string, { readonly version: number; readonly task: EcsTask }>();
  for (const { version, task } of events) {
    if (wanted.has(task.startedBy) && version > (newest.get(task.taskArn)?.version ?? -1))
      newest.set(task.taskArn, { version, task });
  }
  const found = new Map<string, Found[]>();
  for (const { task } of [...newest.values()].sort(
    (a, b) => (a.task.createdAt ?? 0) - (b.task.createdAt ?? 0),
  )) {
    const entry = { handle: task.taskArn, sighting: sightingOf(task, now) };
    found.set(task.startedBy, [...(found.get(task.startedBy) ?? []), entry]);
  }
  return found;
}
