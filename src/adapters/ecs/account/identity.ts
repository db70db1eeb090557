import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

export async function identity(place: Place): ReturnType<Account['identity']> {
  const client = new STSClient(readSettings(place));
  const { Account: account = '', Arn: arn = '' } = await client
    .send(new GetCallerIdentityCommand({}))
    .catch((error: unknown) => throwFault(error, 'GetCallerIdentity'))
    .finally(() => client.destroy());
  return { account, arn };
}
