import {
  CloudWatchLogsClient,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
  type GetLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { instantFromMs } from '../../core/instant.ts';
import type { Placement } from '../../core/project.ts';
import type { LogLine, LogPage, Logs } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { mainContainer } from './failures.ts';
import { throwFault } from './faults.ts';
import { isOurTask, taskIdOf } from './task-arn.ts';

/** GetLogEvents answers with at most this many, and with at most 1 MB. */
const mostEventsPerPage = 10_000;
/** A page may be empty although there is more (CloudWatch Logs API reference, GetLogEvents). */
const mostEmptyPages = 10;
const mostTailPages = 10;

/** What attempts printed, as the `awslogs` driver keeps it: one stream per container of an ECS task. */
export function cloudWatchLogs({ placement }: { readonly placement: Placement }): Logs {
  const client = new CloudWatchLogsClient(clientSettings(placement));
  const { logGroup, region } = placement;
  return {
    tail: async (handle, _flow, lines) =>
      lines > 0 && isOurTask(handle, placement) ? tail(streamOf(handle), lines) : [],
    read: async (handle, _flow, cursor) =>
      isOurTask(handle, placement) ? read(streamOf(handle), cursor) : { lines: [] },
    place: (handle) =>
      isOurTask(handle, placement) ? consoleAddress(region, logGroup, streamOf(handle)) : undefined,
  };

  /** From the newest page backwards, until there are enough. */
  async function tail(logStreamName: string, lines: number): Promise<readonly LogLine[]> {
    const limit = Math.min(lines, mostEventsPerPage);
    let found: LogLine[] = [];
    let token: string | undefined;
    for (let page = 0; page < mostTailPages && found.length < lines; page += 1) {
      const from = token === undefined ? {} : { nextToken: token };
      const answer = await events({ logStreamName, limit, startFromHead: false, ...from });
      found = [...linesOf(answer), ...found];
      if (answer?.nextBackwardToken === undefined || answer.nextBackwardToken === token) break;
      token = answer.nextBackwardToken;
    }
    return found.slice(-lines);
  }

  /** The token that was sent comes back when there is nothing more yet; ECS tasks say nowhere that it was the last. */
  async function read(logStreamName: string, cursor: string | undefined): Promise<LogPage> {
    let token = cursor;
    for (let page = 0; ; page += 1) {
      const from = token === undefined ? {} : { nextToken: token };
      const answer = await events({ logStreamName, limit: mostEventsPerPage, startFromHead: true, ...from });
      const lines = linesOf(answer);
      const next = answer?.nextForwardToken;
      if (next === undefined) return { lines, ...(token === undefined ? {} : { cursor: token }) };
      if (lines.length > 0 || next === token || page >= mostEmptyPages) return { lines, cursor: next };
      token = next;
    }
  }

  async function events(
    request: Omit<GetLogEventsCommandInput, 'logGroupName'>,
  ): Promise<GetLogEventsCommandOutput | undefined> {
    try {
      return await client.send(new GetLogEventsCommand({ logGroupName: logGroup, ...request }));
    } catch (error) {
      // A program that printed nothing has no stream.
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
      return throwFault(error, 'GetLogEvents');
    }
  }
}

function streamOf(handle: string): string {
  return `headgate/${mainContainer}/${taskIdOf(handle)}`;
}

function linesOf(answer: GetLogEventsCommandOutput | undefined): LogLine[] {
  return (answer?.events ?? []).map(({ message = '', timestamp }) => ({
    text: message.replace(/\r?\n$/, ''),
    ...(timestamp === undefined ? {} : { at: instantFromMs(timestamp) }),
  }));
}

/** The console writes `$25` for the `%` of an encoded name. */
function consoleAddress(region: string, group: string, stream: string): string {
  const twice = (name: string) => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
  const query = `region=${region}#logsV2:log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`;
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?${query}`;
}
