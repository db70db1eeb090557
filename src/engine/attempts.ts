import type { Registry } from '../core/deployment.ts';
import { formerIdOf } from '../core/former-run-id.ts';
import { clientTokenOf, startedByOf } from '../core/identity.ts';
import { isoOf } from '../core/instant.ts';
import { canonicalJson } from '../core/json.ts';
import type { Look, Observations } from '../core/reconcile.ts';
import { type Attempt, isEnded, type Run, type RunId, slotOf } from '../core/run.ts';
import type { State } from '../core/state.ts';
import type { LaunchRequest } from '../ports.ts';

/** An attempt that has not ended, with the names that the executor knows it by. */
export type OpenAttempt = {
  readonly run: Run;
  readonly attempt: Attempt;
  readonly startedBy: string;
  /** Under which an older version may have launched it. */
  readonly formerly?: string;
};

export function openAttempts(
  { state, registry }: { readonly state: State; readonly registry: Registry },
  repository: string,
): OpenAttempt[] {
  return [...state.runs.values()].flatMap((run) => {
    const attempt = run.attempts.at(-1);
    if (attempt === undefined || attempt.ending !== undefined || isEnded(run)) return [];
    // What an intent that was not sent finds was started before a rollback, which is known before anything else is decided.
    if (run.phase.state === 'queued' && attempt.sends !== 0) return [];
    const startedBy = (id: RunId) =>
      startedByOf({ repository, flow: run.flow, run: id, attempt: attempt.number });
    const former =
      attempt.handle === undefined ? formerIdOf(run, registry.deployments.get(run.flow)?.policy) : undefined;
    const formerly = former === undefined ? {} : { formerly: startedBy(former) };
    return [{ run, attempt, startedBy: startedBy(run.id), ...formerly }];
  });
}

/** All names that the executor may know it by. */
export function namesOf({ startedBy, formerly }: OpenAttempt): readonly string[] {
  return formerly === undefined ? [startedBy] : [startedBy, formerly];
}

/** Made of the record alone, so that a replay is the same to the byte. */
export function launchRequestOf(
  { run, attempt, startedBy }: OpenAttempt,
  { repository, network }: { readonly repository: string; readonly network: string | undefined },
): LaunchRequest {
  const slot = slotOf(run.cause);
  return {
    flow: run.flow,
    revision: run.revision,
    startedBy,
    clientToken: clientTokenOf(
      { repository, flow: run.flow, run: run.id, attempt: attempt.number },
      attempt.launchTry,
    ),
    environment: {
      HEADGATE_ATTEMPT: String(attempt.number),
      HEADGATE_FLOW: run.flow,
      HEADGATE_PARAMETERS: canonicalJson(run.parameters),
      HEADGATE_RUN_ID: run.id,
      HEADGATE_SLOT: slot === undefined ? '' : isoOf(slot),
    },
    spot: attempt.capacity === 'spot',
    ...(network === undefined ? {} : { network }),
  };
}

/** What was seen of an attempt, if it was looked for. */
export function lookOf(
  { looks }: Observations,
  repository: string,
): (run: Run, attempt: Attempt) => Look | undefined {
  return (run, { number }) =>
    looks.get(startedByOf({ repository, flow: run.flow, run: run.id, attempt: number }));
}
