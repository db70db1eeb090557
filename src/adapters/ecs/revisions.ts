import {
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  type ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { type Definition, familyOf } from '../../core/definition.ts';
import type { Placement } from '../../core/project.ts';
import type { Clock } from '../../ports.ts';
import { mainContainer } from './failures.ts';
import { judgeFault, throwFault } from './faults.ts';
import { oneAtATime, paceOf } from './pace.ts';
import { fingerprintTag, fingerprintVariable, taskDefinitionOf } from './task-definition.ts';

export type Revisions = {
  find(definition: Definition): Promise<string | undefined>;
  register(definition: Definition): Promise<string>;
};

/** Registering has a bucket of 20, and one more each second, for the whole account (ECS API reference, throttling). */
const registerRate = { burst: 18, perSecond: 0.9 };
const mostTries = 8;
const firstPauseMs = 1_000;
const longestPauseMs = 16_000;

/** Two registrations of one family at once fail with this, as a `ClientException` that the SDK does not retry. */
const concurrentAttempt = /Too many concurrent attempts/i;

export function revisionsOf(client: ECSClient, placement: Placement, clock: Clock): Revisions {
  const turn = paceOf(clock, registerRate);
  const serial = oneAtATime();
  return {
    find: (definition) => findRevision(client, definition),
    register: (definition) => {
      const input = taskDefinitionOf(definition, placement);
      return serial(async () => {
        for (let tries = 1; ; tries += 1) {
          await turn();
          try {
            const { taskDefinition } = await client.send(new RegisterTaskDefinitionCommand(input));
            const revision = taskDefinition?.taskDefinitionArn;
            if (revision !== undefined) return revision;
            throw new Error(`ECS answered the registration of ${definition.flow} without an ARN.`);
          } catch (error) {
            if (tries >= mostTries || !mayPass(error)) throwFault(error, 'RegisterTaskDefinition');
            await clock.sleep(pauseMs(tries));
          }
        }
      });
    },
  };
}

/** Two deploys that met once must not meet again: half of the pause is left to chance. */
function pauseMs(tries: number): number {
  const longest = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs);
  return Math.round(longest * (0.5 + Math.random() / 2));
}

function mayPass(error: unknown): boolean {
  if (error instanceof Error && concurrentAttempt.test(error.message)) return true;
  return judgeFault(error, 'RegisterTaskDefinition').kind === 'unsure';
}

/**
 * The newest revision, if it was made from the same fingerprint: by its tag and, since tags can be edited, by its own
 * environment.
 */
async function findRevision(client: ECSClient, definition: Definition): Promise<string | undefined> {
  const newest = await describeNewest(client, familyOf(definition.project, definition.flow));
  const main = newest?.taskDefinition?.containerDefinitions?.find(({ name }) => name === mainContainer);
  const written = main?.environment?.find(({ name }) => name === fingerprintVariable)?.value;
  const tagged = newest?.tags?.find(({ key }) => key === fingerprintTag)?.value;
  const isSame =
    written === definition.fingerprint &&
    tagged === definition.fingerprint &&
    main?.image === definition.image;
  const isActive = newest?.taskDefinition?.status === 'ACTIVE';
  return isSame && isActive ? newest?.taskDefinition?.taskDefinitionArn : undefined;
}

async function describeNewest(
  client: ECSClient,
  family: string,
): Promise<DescribeTaskDefinitionCommandOutput | undefined> {
  try {
    const request = { taskDefinition: family, include: ['TAGS' as const] };
    return await client.send(new DescribeTaskDefinitionCommand(request));
  } catch (error) {
    // A family without an active revision: "Unable to describe task definition."
    const fault = judgeFault(error, 'DescribeTaskDefinition');
    if (fault.kind === 'wrong' && fault.name === 'ClientException') return undefined;
    throwFault(error, 'DescribeTaskDefinition');
  }
}
