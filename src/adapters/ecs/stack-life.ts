import {
  type CloudFormationClient,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
  type Stack as WireStack,
} from '@aws-sdk/client-cloudformation';
import { RefusedError } from '../../core/problem.ts';
import type { Clock } from '../../ports.ts';
import { oneLine } from '../../report/visible.ts';
import type { Stack } from '../../setup-ports.ts';
import { throwFault } from './faults.ts';

const pollMs = 3_000;
/** NAT gateways take minutes to come and to go; nothing of the templates takes as long as this. */
const mostPolls = 800;
const mostPages = 20;

/** A client of CloudFormation, and the clock to wait by. */
export type Session = { readonly client: CloudFormationClient; readonly clock: Clock };

export async function find(session: Session, name: string): Promise<Stack | undefined> {
  const stack = await describe(session, name);
  // What a change set that nobody carried out leaves behind is no stack yet.
  return stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : stackOf(stack);
}

async function describe(session: Session, StackName: string): Promise<WireStack | undefined> {
  try {
    return (await session.client.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
  } catch (error) {
    // There is no error of its own for it.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throwFault(error, 'DescribeStacks');
  }
}

export async function remove(session: Session, stack: string): Promise<void> {
  const before = await describe(session, stack);
  if (before === undefined) return;
  await session.client
    .send(new DeleteStackCommand({ StackName: stack }))
    .catch((error: unknown) => throwStackFault(error, 'DeleteStack', stack));
  // By its id: the name is unknown as soon as it is gone.
  const after = await waitForStack(session, before.StackId ?? stack);
  if (after !== undefined && after.StackStatus !== 'DELETE_COMPLETE')
    throw stackProblem(stack, `${after.StackStatus}: ${await firstFailure(session, stack)}`);
}

export async function waitForStack(session: Session, name: string): Promise<WireStack | undefined> {
  const { stack } = await poll(session, name, async () => {
    const found = await describe(session, name);
    return /_IN_PROGRESS$/.test(found?.StackStatus ?? '') ? undefined : { stack: found };
  });
  return stack;
}

export async function poll<T>(
  session: Session,
  name: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (let count = 0; count < mostPolls; count += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await session.clock.sleep(pollMs);
  }
  throw stackProblem(name, `It was still at work after ${(mostPolls * pollMs) / 60_000} minutes.`);
}

/** Events come newest first, and what failed first made the rest fail. */
export async function firstFailure(session: Session, StackName: string): Promise<string> {
  const { StackEvents = [] } = await session.client
    .send(new DescribeStackEventsCommand({ StackName }))
    .catch((error: unknown) => throwFault(error, 'DescribeStackEvents'));
  const failures = StackEvents.filter(
    ({ ResourceStatus, ResourceStatusReason }) =>
      /_FAILED$/.test(ResourceStatus ?? '') && !/cancelled/.test(ResourceStatusReason ?? ''),
  );
  const first = failures.at(-1);
  return `${first?.LogicalResourceId ?? 'a resource'}: ${first?.ResourceStatusReason ?? 'no reason was given'}`;
}

export async function resources(session: Session, StackName: string) {
  const found: { type: string; resource: string }[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await session.client
      .send(
        new ListStackResourcesCommand({ StackName, ...(token === undefined ? {} : { NextToken: token }) }),
      )
      .catch((error: unknown) => throwFault(error, 'ListStackResources'));
    for (const {
      ResourceType: type = '',
      LogicalResourceId: resource = '',
    } of answer.StackResourceSummaries ?? [])
      found.push({ type, resource });
    token = answer.NextToken;
    if (token === undefined) break;
  }
  return found;
}

export function stackOf({ StackName, StackStatus, Parameters = [], Outputs = [] }: WireStack): Stack {
  return {
    name: StackName ?? '',
    status: StackStatus ?? '',
    parameters: new Map(
      Parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
    ),
    outputs: new Map(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
  };
}

/** A template or parameter that CloudFormation does not take is for a person to mend. */
export function throwStackFault(error: unknown, operation: string, stack: string): never {
  if (error instanceof Error && /ValidationError|AlreadyExists|InsufficientCapabilities/.test(error.name))
    throw stackProblem(stack, error.message);
  throwFault(error, operation);
}

const longestReason = 600;

export function stackProblem(stack: string, reason: string): RefusedError {
  return new RefusedError({
    code: 'E_STACK',
    field: stack,
    message: oneLine(reason).slice(0, longestReason),
    fix: 'Mend what it says, remove the stack if its creation was rolled back, and run the command again.',
  });
}
