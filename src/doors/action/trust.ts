import type { Problem } from '../../core/problem.ts';
import type { ActionContext } from './context.ts';
import type { ActionCommand } from './inputs.ts';

/** Events that carry a commit of the default branch and that only people with write access, or a clock, can cause. */
const trustedEvents: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
]);

/** Events whose commit anybody may have written: read as data, with no credential needed. */
const readOnlyEvents: ReadonlySet<string> = new Set(['pull_request', 'merge_group']);

/**
 * Whether this event may run this command; a problem if not. Everything that is not listed is refused. In particular
 * `pull_request_target`, `workflow_run` and `issue_comment` run with the repository's rights on what a stranger chose.
 */
export function judgeTrust(command: ActionCommand, context: ActionContext): Problem | undefined {
  const { event, ref, defaultBranch = 'main' } = context;
  if (readOnlyEvents.has(event)) return command === 'plan' ? undefined : untrusted(command, event);
  if (!trustedEvents.has(event)) return untrusted(command, event);
  if (command === 'plan' || command === 'doctor') return undefined;
  if (event === 'schedule' || ref === `refs/heads/${defaultBranch}`) return undefined;
  return {
    code: 'E_UNTRUSTED_REF',
    message: `"${command}" on ${ref}: only ${defaultBranch} decides what runs.`,
    fix: `Merge it, or start the workflow from ${defaultBranch}.`,
  };
}

function untrusted(command: ActionCommand, event: string): Problem {
  const fix = event.startsWith('pull_request')
    ? 'Use `on: pull_request` with the command `plan`.'
    : 'Use one of push, schedule, workflow_dispatch, repository_dispatch.';
  return { code: 'E_UNTRUSTED_EVENT', message: `"${command}" may not run on the event ${event}.`, fix };
}
