import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

export async function rule(place: Place, Name: string): ReturnType<Account['rule']> {
  const client = new EventBridgeClient(readSettings(place));
  try {
    const { State } = await client.send(new DescribeRuleCommand({ Name }));
    const { Targets = [] } = await client
      .send(new ListTargetsByRuleCommand({ Rule: Name }))
      .catch((error: unknown) => throwFault(error, 'ListTargetsByRule'));
    return { isEnabled: State === 'ENABLED', targets: Targets.flatMap(({ Arn }) => Arn ?? []) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throwFault(error, 'DescribeRule');
  } finally {
    client.destroy();
  }
}
