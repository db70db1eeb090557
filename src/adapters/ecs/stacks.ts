import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import type { Clock } from '../../ports.ts';
import type { Stacks } from '../../setup-ports.ts';
import { discard, execute, propose } from './change-sets.ts';
import { clientSettings } from './client.ts';
import { throwFault } from './faults.ts';
import { findIdentityProvider } from './identity-providers.ts';
import { createServiceRole } from './service-role.ts';
import { find, firstFailure, remove, resources } from './stack-life.ts';

export type StacksOptions = { readonly region: string; readonly clock: Clock };

export function cloudFormationStacks({ region, clock }: StacksOptions): Stacks {
  const session = { client: new CloudFormationClient(clientSettings({ region })), clock };
  return {
    find: (name) => find(session, name),
    propose: (request) => propose(session, request),
    discard: (proposal) => discard(session, proposal),
    execute: (proposal) => execute(session, proposal),
    resources: (name) => resources(session, name),
    remove: (name) => remove(session, name),
    hasLogGroup: (name) => hasLogGroup(region, name),
    findIdentityProvider: (host) => findIdentityProvider(region, host),
    createServiceRole: () => createServiceRole(region),
    failureOf: (name) => firstFailure(session, name),
    countRunning: (cluster) => countRunning(region, cluster),
  };
}

async function hasLogGroup(region: string, name: string): Promise<boolean> {
  const { logGroups = [] } = await new CloudWatchLogsClient(clientSettings({ region }))
    .send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }))
    .catch((error: unknown) => throwFault(error, 'DescribeLogGroups'));
  return logGroups.some(({ logGroupName }) => logGroupName === name);
}

async function countRunning(region: string, cluster: string): Promise<number> {
  try {
    const { taskArns = [] } = await new ECSClient(clientSettings({ region })).send(
      new ListTasksCommand({ cluster, desiredStatus: 'RUNNING' }),
    );
    return taskArns.length;
  } catch (error) {
    if (error instanceof Error && error.name === 'ClusterNotFoundException') return 0;
    throwFault(error, 'ListTasks');
  }
}
