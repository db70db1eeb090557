import { describe, expect, it } from '@jest/globals';
import type { ActionContext } from '../../../src/doors/action/context.ts';
import { actionCommands } from '../../../src/doors/action/inputs.ts';
import { judgeTrust } from '../../../src/doors/action/trust.ts';

const main = 'refs/heads/main';
const branch = 'refs/heads/feature';
const tag = 'refs/tags/main';
const fork = 'refs/pull/7/merge';

const contextOf = (event: string, ref: string, defaultBranch: string | undefined = 'main') =>
  ({ event, ref, defaultBranch }) as ActionContext;

/** What each event and ref may run; everything else is refused. */
const allowed: readonly (readonly [string, string, 'all' | 'reading' | 'plan' | 'nothing', string])[] = [
  ['push', main, 'all', ''],
  ['workflow_dispatch', main, 'all', ''],
  ['repository_dispatch', main, 'all', ''],
  ['schedule', main, 'all', ''],
  ['push', branch, 'reading', 'E_UNTRUSTED_REF'],
  ['push', tag, 'reading', 'E_UNTRUSTED_REF'],
  ['workflow_dispatch', branch, 'reading', 'E_UNTRUSTED_REF'],
  ['workflow_dispatch', tag, 'reading', 'E_UNTRUSTED_REF'],
  ['push', 'refs/heads/main/evil', 'reading', 'E_UNTRUSTED_REF'],
  ['pull_request', fork, 'plan', 'E_UNTRUSTED_EVENT'],
  ['pull_request', main, 'plan', 'E_UNTRUSTED_EVENT'],
  ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-1', 'plan', 'E_UNTRUSTED_EVENT'],
  ['pull_request_target', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['workflow_run', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['issue_comment', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['issues', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['pull_request_review', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['workflow_call', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['release', main, 'nothing', 'E_UNTRUSTED_EVENT'],
  ['fork', main, 'nothing', 'E_UNTRUSTED_EVENT'],
];
const commandsOf = {
  all: new Set<string>(actionCommands),
  reading: new Set(['plan', 'doctor']),
  plan: new Set(['plan']),
  nothing: new Set<string>(),
};

describe('an event may run', () => {
  for (const [event, ref, may, code] of allowed) {
    for (const command of actionCommands) {
      const isAllowed = commandsOf[may].has(command);
      it(`${command} on ${event} of ${ref}: ${isAllowed ? 'yes' : code}`, () => {
        expect(judgeTrust(command, contextOf(event, ref))?.code).toBe(isAllowed ? undefined : code);
      });
    }
  }

  it('what the default branch may, whatever that is called', () => {
    expect(judgeTrust('deploy', contextOf('push', 'refs/heads/trunk', 'trunk'))).toBeUndefined();
    expect(judgeTrust('deploy', contextOf('push', main, 'trunk'))?.code).toBe('E_UNTRUSTED_REF');
  });

  it('only main, where the event does not say what the default branch is', () => {
    const unsaid = { ...contextOf('push', main), defaultBranch: undefined };
    expect(judgeTrust('tick', unsaid)).toBeUndefined();
    expect(judgeTrust('tick', { ...unsaid, ref: branch })?.code).toBe('E_UNTRUSTED_REF');
  });
});
