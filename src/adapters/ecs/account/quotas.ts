import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

/** Service Quotas, AWS Fargate: "Fargate On-Demand vCPU resource count", and the same for Spot. */
const codes = { 'on-demand': 'L-3032A538', spot: 'L-36FBB829' } as const;

export async function fargateQuota(
  place: Place,
  capacity: Parameters<Account['fargateQuota']>[0],
): Promise<number> {
  const request = { ServiceCode: 'fargate', QuotaCode: codes[capacity] };
  const client = new ServiceQuotasClient(readSettings(place));
  try {
    const { Quota } = await client.send(new GetServiceQuotaCommand(request)).catch((error: unknown) => {
      // Of a quota that was never changed some accounts know only the default.
      if (!(error instanceof Error) || error.name !== 'NoSuchResourceException')
        throwFault(error, 'GetServiceQuota');
      return defaultOf(client, request);
    });
    if (Quota?.Value === undefined) throw new Error('Service Quotas says no value.');
    return Quota.Value;
  } finally {
    client.destroy();
  }
}

function defaultOf(
  client: ServiceQuotasClient,
  request: { readonly ServiceCode: string; readonly QuotaCode: string },
) {
  return client
    .send(new GetAWSDefaultServiceQuotaCommand(request))
    .catch((error: unknown) => throwFault(error, 'GetAWSDefaultServiceQuota'));
}
