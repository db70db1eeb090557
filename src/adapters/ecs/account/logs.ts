import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

export async function logGroup(place: Place, name: string): ReturnType<Account['logGroup']> {
  const client = new CloudWatchLogsClient(readSettings(place));
  const { logGroups = [] } = await client
    .send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }))
    .catch((error: unknown) => throwFault(error, 'DescribeLogGroups'))
    .finally(() => client.destroy());
  const found = logGroups.find(({ logGroupName }) => logGroupName === name);
  if (found === undefined) return undefined;
  return found.retentionInDays === undefined ? {} : { retentionDays: found.retentionInDays };
}
