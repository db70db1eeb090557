import { awsAccount } from '../../adapters/ecs/account/account.ts';
import { originOf } from '../../adapters/git/repository.ts';
import type { Forge } from '../../setup-ports.ts';
import type { Performed } from '../performed.ts';
import { apiUrlOf } from '../setup/facts.ts';
import { performDoctor } from '../verbs/doctor.ts';
import type { CliSite } from './site.ts';

type Environment = { readonly [name: string]: string | undefined };

/** The doctor on a laptop asks the account with the person's own credentials, and GitHub if there is a token for it. */
export async function performDoctorHere(site: CliSite, environment: Environment): Promise<Performed> {
  const { aws } = site.project;
  if (aws === undefined) return performDoctor(site);
  const forge = await forgeOf(site, environment);
  return performDoctor({ ...site, account: awsAccount(aws), ...(forge === undefined ? {} : { forge }) });
}

async function forgeOf({ root, world }: CliSite, environment: Environment): Promise<Forge | undefined> {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'] || undefined;
  const origin = await originOf(root);
  if (token === undefined || origin === undefined) return undefined;
  const { githubForge } = await import('../../adapters/github/forge.ts');
  const apiUrl = environment['GITHUB_API_URL'] || apiUrlOf(origin.serverUrl);
  return githubForge({ token, repository: origin.repository, apiUrl, clock: world.clock });
}
