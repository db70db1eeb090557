import type { Deployment } from './deployment.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { Cause, Run, RunId } from './run.ts';

export type RunRequest = {
  readonly id: RunId;
  readonly cause: Cause;
  readonly parameters: JsonObject;
  readonly at: Instant;
};

/** A new run, waiting. It stays with the deployment that it was created from. */
export function queuedRun(deployment: Deployment, request: RunRequest): Run {
  return {
    id: request.id,
    flow: deployment.flow,
    cause: request.cause,
    parameters: request.parameters,
    createdAt: request.at,
    commit: deployment.version.commit,
    revision: deployment.version.revision,
    phase: { state: 'queued', notBefore: request.at },
    attempts: [],
    granted: 0,
  };
}
