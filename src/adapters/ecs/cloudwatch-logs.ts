import {
  CloudWatchLogsClient,
  GetLogEventsCommand,
  type GetLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import { instantFromMs } from '../../core/instant.ts';
import type { Placement } from '../../core/project.ts';
import type { LogLine, Logs } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { mainContainer } from './failures.ts';
import { judgeFault } from './faults.ts';

const mostEventsPerPage = 10_000;

/** What attempts printed, as the `awslogs` driver keeps it: one stream per container of an ECS task. */
export function cloudWatchLogs({ placement }: { readonly placement: Placement }): Logs {
  const client = new CloudWatchLogsClient(clientSettings(placement));
  const { logGroup, region } = placement;
  return {
    async tail(handle, _flow, lines) {
      const answer = await events({
        logStreamName: streamOf(handle),
        limit: Math.min(lines, mostEventsPerPage),
        startFromHead: false,
      });
      return linesOf(answer).slice(-lines);
    },
    async read(handle, _flow, cursor) {
      const from = cursor === undefined ? {} : { nextToken: cursor };
      const answer = await events({
        logStreamName: streamOf(handle),
        limit: mostEventsPerPage,
        startFromHead: true,
        ...from,
      });
      const next = answer?.nextForwardToken;
      // The token that was sent comes back when there is nothing more yet (GetLogEvents, `nextForwardToken`).
      return { lines: linesOf(answer), ...(next === undefined ? {} : { cursor: next }) };
    },
    place: (handle) => consoleAddress(region, logGroup, streamOf(handle)),
  };

  async function events(request: EventsRequest): Promise<GetLogEventsCommandOutput | undefined> {
    try {
      return await client.send(new GetLogEventsCommand({ logGroupName: logGroup, ...request }));
    } catch (error) {
      // A program that printed nothing has no stream.
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
      const fault = judgeFault(error, 'GetLogEvents');
      throw fault.kind === 'denied' ? fault.error : error;
    }
  }
}

type EventsRequest = {
  readonly logStreamName: string;
  readonly limit: number;
  readonly startFromHead: boolean;
  readonly nextToken?: string;
};

function streamOf(handle: string): string {
  return `headgate/${mainContainer}/${handle.slice(handle.lastIndexOf('/') + 1)}`;
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
