import {
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  type ECSClient,
  ListTaskDefinitionsCommand,
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
  activeOf(revisions: ReadonlySet<string>): Promise<ReadonlySet<string>>;
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
    activeOf: (revisions) => activeOf(client, clock, revisions),
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

/** Reads of task definitions have a bucket of 50, and 20 more each second (ECS API reference, throttling). */
const listRate = { burst: 40, perSecond: 18 };
/** 50,000 revisions; an account that has more keeps its deploys waiting for nothing. */
const mostPages = 500;

/** One list of the account's active revisions, newest first, until all that are asked for are found. */
async function activeOf(
  client: ECSClient,
  clock: Clock,
  revisions: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const turn = paceOf(clock, listRate);
  const found = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < mostPages && found.size < revisions.size; page += 1) {
    await turn();
    const from = token === undefined ? {} : { nextToken: token };
    const request = new ListTaskDefinitionsCommand({ status: 'ACTIVE', sort: 'DESC', ...from });
    const answer = await client
      .send(request)
      .catch((error: unknown) => throwFault(error, 'ListTaskDefinitions'));
    for (const arn of answer.taskDefinitionArns ?? []) if (revisions.has(arn)) found.add(arn);
    if (answer.nextToken === undefined || answer.nextToken === token) return found;
    token = answer.nextToken;
  }
  if (found.size < revisions.size)
    throw new Error(`The account has more than ${mostPages} pages of active task definitions.`);
  return found;
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
