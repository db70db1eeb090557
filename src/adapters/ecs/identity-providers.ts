import { IAMClient, ListOpenIDConnectProvidersCommand } from '@aws-sdk/client-iam';
import { clientSettings } from './client.ts';
import { throwFault } from './faults.ts';

/** The ARN of the account's identity provider of a host. IAM is one for all regions, and answers in one piece. */
export async function findIdentityProvider(region: string, host: string): Promise<string | undefined> {
  const { OpenIDConnectProviderList: providers = [] } = await new IAMClient(clientSettings({ region }))
    .send(new ListOpenIDConnectProvidersCommand({}))
    .catch((error: unknown) => throwFault(error, 'ListOpenIDConnectProviders'));
  return providers.map(({ Arn }) => Arn).find((arn) => arn?.endsWith(`:oidc-provider/${host}`));
}
