import type { Checks, EventLog, Executor, Logs } from '../ports.ts';

/** Ports for verbs that never use them: reaching one is a bug of the door, not a condition. */

function unused(port: string): never {
  throw new Error(`This command was composed without ${port}.`);
}

/** Its kind still says whether flows need images. */
export const noExecutor = (kind: Executor['kind']): Executor => ({
  kind,
  findRevision: async () => unused('an executor'),
  register: async () => unused('an executor'),
  look: async () => unused('an executor'),
  launch: async () => unused('an executor'),
  observe: async () => unused('an executor'),
  stop: async () => unused('an executor'),
});

export const noChecks: Checks = { publish: async () => unused('checks') };

export const noLogs: Logs = {
  tail: async () => unused('logs'),
  read: async () => unused('logs'),
  place: () => unused('logs'),
};

export const noEventLog: EventLog = { find: async () => unused('an event log') };

/** Whether what a run came to is shown from here at all; if not, nobody may wait for it. */
export function areChecksWritten(checks: Checks): boolean {
  return checks !== checksLeftToGitHub;
}

/** Check runs can be written only with a token of GitHub Actions; elsewhere they wait for the next tick there. */
export const checksLeftToGitHub: Checks = {
  // Nothing is created: there is nothing to claim.
  isRepeatable: true,
  publish: async (checks) =>
    checks.map(() => ({ kind: 'deferred', reason: 'check runs can be written only from GitHub Actions' })),
};
