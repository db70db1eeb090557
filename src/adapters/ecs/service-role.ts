import { CreateServiceLinkedRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { clientSettings } from './client.ts';
import { throwFault } from './faults.ts';

/**
 * The role that ECS acts with in an account. ECS makes it with an account's first cluster and then may not find it yet:
 * "Unable to assume the service linked role". Made before, it is there when the cluster is.
 */
export async function createServiceRole(region: string): Promise<void> {
  const client = new IAMClient(clientSettings({ region }));
  try {
    await client.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: 'ecs.amazonaws.com' }));
  } catch (error) {
    // An `InvalidInputException`: "Service role name AWSServiceRoleForECS has been taken in this account". moto says that
    // the entity exists. What is wanted is there.
    const isThere =
      error instanceof Error &&
      /^EntityAlreadyExists|has been taken in this account/m.test(`${error.name}\n${error.message}`);
    if (!isThere) throwFault(error, 'CreateServiceLinkedRole');
  } finally {
    client.destroy();
  }
}
