import {
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { RefusedError } from '../../core/problem.ts';
import type { Proposal, Stack, StackRequest } from '../../setup-ports.ts';
import { throwFault } from './faults.ts';
import {
  find,
  firstFailure,
  poll,
  remove,
  type Session,
  stackOf,
  stackProblem,
  throwStackFault,
  waitForStack,
} from './stack-life.ts';

/** In these words, and with no error of its own. */
const nothingToChange = /didn't contain changes|No updates are to be performed/;

export async function propose(session: Session, request: StackRequest): Promise<Proposal | undefined> {
  const before = await find(session, request.name);
  const changeSet = await create(session, request, before === undefined);
  if (changeSet === undefined) return undefined;
  const proposal = { stack: request.name, changeSet, isNew: before === undefined };
  const answer = await waitForChangeSet(session, proposal);
  if (answer.Status !== 'FAILED') return { ...proposal, changes: changesOf(answer) };
  await discard(session, { ...proposal, changes: [] });
  const reason = answer.StatusReason ?? '';
  if (nothingToChange.test(reason)) return undefined;
  throw stackProblem(request.name, reason);
}

/** Its ARN; undefined: there is nothing to change, said at once or of the change set. */
async function create(session: Session, request: StackRequest, isNew: boolean): Promise<string | undefined> {
  const command = new CreateChangeSetCommand({
    StackName: request.name,
    ChangeSetName: `headgate-${session.clock.now().toString(36)}`,
    ChangeSetType: isNew ? 'CREATE' : 'UPDATE',
    TemplateBody: request.template,
    Parameters: [...request.parameters].map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  try {
    return (await session.client.send(command)).Id;
  } catch (error) {
    if (error instanceof Error && nothingToChange.test(error.message)) return undefined;
    throwStackFault(error, 'CreateChangeSet', request.name);
  }
}

async function waitForChangeSet(
  session: Session,
  {
    stack,
    changeSet,
  }: {
    readonly stack: string;
    readonly changeSet: string;
  },
) {
  return poll(session, stack, async () => {
    const request = { StackName: stack, ChangeSetName: changeSet };
    const answer = await session.client
      .send(new DescribeChangeSetCommand(request))
      .catch((error: unknown) => throwFault(error, 'DescribeChangeSet'));
    return /PENDING|IN_PROGRESS/.test(answer.Status ?? '') ? undefined : answer;
  });
}

export async function discard(session: Session, { stack, changeSet, isNew }: Proposal): Promise<void> {
  await session.client
    .send(new DeleteChangeSetCommand({ StackName: stack, ChangeSetName: changeSet }))
    .catch((error: unknown) => throwFault(error, 'DeleteChangeSet'));
  if (isNew) await remove(session, stack).catch(leaveShell);
}

/** Who may look but not remove leaves the empty shell of a new stack; the next change set takes it over. */
function leaveShell(error: unknown): void {
  if (!(error instanceof RefusedError && error.problem.code === 'E_AWS_DENIED')) throw error;
}

export async function execute(session: Session, { stack, changeSet }: Proposal): Promise<Stack> {
  await session.client
    .send(new ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: changeSet }))
    .catch((error: unknown) => throwStackFault(error, 'ExecuteChangeSet', stack));
  const after = await waitForStack(session, stack);
  if (after !== undefined && /^(?:CREATE|UPDATE)_COMPLETE$/.test(after.StackStatus ?? ''))
    return stackOf(after);
  throw stackProblem(stack, `${after?.StackStatus ?? 'gone'}: ${await firstFailure(session, stack)}`);
}

function changesOf({ Changes = [] }: DescribeChangeSetCommandOutput): Proposal['changes'] {
  return Changes.map(({ ResourceChange: change }) => ({
    action: change?.Action ?? '',
    type: change?.ResourceType ?? '',
    resource: change?.LogicalResourceId ?? '',
    isReplaced: change?.Replacement === 'True' || change?.Replacement === 'Conditional',
  }));
}
