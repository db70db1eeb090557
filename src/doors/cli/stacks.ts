import { cloudFormationStacks } from '../../adapters/ecs/stacks.ts';
import { InputError } from '../../core/problem.ts';
import type { Performed } from '../performed.ts';
import type { SharedOptions } from './program.ts';
import type { Request } from './request.ts';
import { tellRunner, tellRunnerOfFailure } from './runner.ts';
import type { CliSite } from './site.ts';

type Place = {
  readonly site: CliSite;
  readonly environment: { readonly [name: string]: string | undefined };
  readonly options: SharedOptions;
};

type StacksRequest = Request & { readonly verb: 'setup' | 'teardown' };

/** The verbs on what a project has in AWS, on a laptop and in a job. */
export async function performStacks(request: StacksRequest, place: Place): Promise<Performed> {
  try {
    const performed = await carryOut(request, place);
    await tellRunner(performed, place.environment);
    return performed;
  } catch (error) {
    await tellRunnerOfFailure(error, place.environment);
    throw error;
  }
}

/** In the region that is known best. */
async function carryOut(request: StacksRequest, { site, environment, options }: Place): Promise<Performed> {
  const region = request.region ?? site.project.aws?.region ?? environment['AWS_REGION'];
  if (region === undefined || region === '') throw new InputError([noRegion]);
  const stacks = cloudFormationStacks({ region, clock: site.world.clock });
  if (request.verb === 'teardown')
    return (await import('../verbs/teardown.ts')).performTeardown(site, stacks, request);
  const { performSetup } = await import('../verbs/setup.ts');
  const { parseGiven } = await import('../setup/parameters.ts');
  const { isConfirmed, approved } = request;
  const config = options.config ?? 'headgate.yml';
  return performSetup(
    { site, stacks, environment },
    { region, isConfirmed, approved, given: parseGiven(request.given), config },
  );
}

const noRegion = {
  code: 'E_REQUIRED',
  field: 'region',
  message: 'Nothing says which region of AWS.',
  fix: 'Give --region, or set AWS_REGION.',
};
