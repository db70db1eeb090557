import { RefusedError } from '../../core/problem.ts';
import type { Stack, Stacks } from '../../setup-ports.ts';
import type { Made } from './facts.ts';
import { stackName, type TemplateName, templateNames } from './templates.ts';

/** The stacks of a project as they stand. */
export async function standingStacks(project: string, stacks: Stacks): Promise<Made> {
  const found = new Map<TemplateName, Stack>();
  for (const template of templateNames) {
    const stack = await stacks.find(stackName(project, template));
    if (stack !== undefined) found.set(template, stack);
  }
  return found;
}

/** Refuses stacks that CloudFormation would not change, and says of the first what to do: its own words are "cannot be updated". */
export async function assertChangeable(found: Made, stacks: Stacks, region: string): Promise<void> {
  for (const stack of found.values()) {
    const advice = adviceOn(stack, region);
    if (advice === undefined) continue;
    const isBusy = stack.status.endsWith('_IN_PROGRESS');
    const reason = isBusy ? 'something is at work on it.' : await stacks.failureOf(stack.name);
    const message = `It is ${stack.status}: ${reason}`;
    throw new RefusedError({ code: 'E_STACK', field: stack.name, message, fix: advice });
  }
}

/** The states of https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html that end a stack. */
function adviceOn({ name, status }: Stack, region: string): string | undefined {
  if (/^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(status)) return undefined;
  const again = 'and run the command again.';
  if (status.endsWith('_IN_PROGRESS')) return `Wait until it has ended, ${again}`;
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return `Mend that, \`aws cloudformation continue-update-rollback --stack-name ${name} --region ${region}\`, ${again}`;
  return `Mend that, \`aws cloudformation delete-stack --stack-name ${name} --region ${region}\` removes what is left of it, ${again}`;
}
