import {
  DescribeTaskDefinitionCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { type Definition, familyOf } from '../../core/definition.ts';
import type { Placement } from '../../core/project.ts';
import type { Clock } from '../../ports.ts';
import { mainContainer } from './failures.ts';
import { judgeFault, throwFault } from './faults.ts';
import { paceOf } from './pace.ts';
import { fingerprintVariable, taskDefinitionOf } from './task-definition.ts';

export type Revisions = {
  find(definition: Definition): Promise<string | undefined>;
  register(definition: Definition): Promise<string>;
};

/** Registering has a bucket of 20, and one more each second, for the whole account (ECS API reference, throttling). */
const registerRate = { burst: 18, perSecond: 0.9 };
const mostTries = 8;
const firstPauseMs = 1_000;

/** Two registrations of one family at once fail with this, as a `ClientException` that the SDK does not retry. */
const concurrentAttempt = /Too many concurrent attempts/i;

export function revisionsOf(client: ECSClient, placement: Placement, clock: Clock): Revisions {
  const turn = paceOf(clock, registerRate);
  return {
    find: (definition) => findRevision(client, definition),
    register: async (definition) => {
      const input = taskDefinitionOf(definition, placement);
      for (let tries = 1; ; tries += 1) {
        await turn();
        try {
          const { taskDefinition } = await client.send(new RegisterTaskDefinitionCommand(input));
          const revision = taskDefinition?.taskDefinitionArn;
          if (revision !== undefined) return revision;
          throw new Error(`ECS answered the registration of ${definition.flow} without an ARN.`);
        } catch (error) {
          if (tries >= mostTries || !mayPass(error)) throwFault(error, 'RegisterTaskDefinition');
          await clock.sleep(firstPauseMs * 2 ** Math.min(tries - 1, 4));
        }
      }
    },
  };
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
  const request = {
    taskDefinition: familyOf(definition.project, definition.flow),
    include: ['TAGS' as const],
  };
  try {
    const { taskDefinition, tags } = await client.send(new DescribeTaskDefinitionCommand(request));
    const main = taskDefinition?.containerDefinitions?.find(({ name }) => name === mainContainer);
    const written = main?.environment?.find(({ name }) => name === fingerprintVariable)?.value;
    const tagged = tags?.find(({ key }) => key === 'headgate:fingerprint')?.value;
    const isSame = written === definition.fingerprint && tagged === definition.fingerprint;
    const isImageSame = main?.image === definition.image && taskDefinition?.status === 'ACTIVE';
    return isSame && isImageSame ? taskDefinition?.taskDefinitionArn : undefined;
  } catch (error) {
    const fault = judgeFault(error, 'DescribeTaskDefinition');
    // ECS says "Unable to describe task definition" of a family that does not exist.
    if (fault.kind === 'wrong') return undefined;
    throwFault(error, 'DescribeTaskDefinition');
  }
}
