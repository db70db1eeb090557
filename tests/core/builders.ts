import type { FlowBuild } from '../../src/core/build-record.ts';
import type { Deployment, Registry } from '../../src/core/deployment.ts';
import type { DesiredFlow, Identity } from '../../src/core/desired.ts';
import type { FlowName, Policy } from '../../src/core/flow.ts';
import { type Instant, instantFromMs, parseIso } from '../../src/core/instant.ts';
import type { Attempt, Cause, Phase, Run, RunId } from '../../src/core/run.ts';
import { emptyState, type State } from '../../src/core/state.ts';

export function at(text: string): Instant {
  const moment = parseIso(text);
  if (moment === undefined) throw new Error(`Not an instant: ${text}`);
  return moment;
}

export const noon = at('2026-11-24T12:00Z');

export function minutesAfter(moment: Instant, minutes: number): Instant {
  return instantFromMs(moment + minutes * 60_000);
}

export const flowA = 'flow-a' as FlowName;
export const flowB = 'flow-b' as FlowName;

export const policy: Policy = {
  schedules: [],
  catchUp: { policy: 'latest', windowSeconds: 86_400, max: 100 },
  overlap: 'skip',
  parameters: {},
  retries: { limit: 0, delaySeconds: 60, backoff: 'exponential', maxDelaySeconds: 900, jitter: 0 },
  infraRetries: 3,
  timeout: { startSeconds: 900, runSeconds: 3_600 },
  onUnknown: 'hold',
  spot: false,
};

export function deployment(flow: FlowName, changes: Partial<Policy> = {}): Deployment {
  return {
    flow,
    version: {
      fingerprint: 'f'.repeat(64),
      content: 'c'.repeat(64),
      parts: { manifest: 'm', placement: 'p', code: 'c', packages: 'k', image: 'i' },
      revision: `local:${flow}:ffffffffffff`,
      commit: 'a'.repeat(40),
    },
    deployedAt: at('2026-11-01T00:00Z'),
    policy: { ...policy, ...changes },
    scheduledSince: {},
    earlier: [],
  };
}

export function registryOf(...deployments: readonly Deployment[]): Registry {
  return { deployments: new Map(deployments.map((entry) => [entry.flow, entry])) };
}

export function run(id: string, changes: Partial<Run> = {}): Run {
  const cause: Cause = { kind: 'manual', by: 'someone' };
  const phase: Phase = { state: 'queued', notBefore: noon };
  return {
    id: id as RunId,
    flow: flowA,
    cause,
    parameters: {},
    createdAt: noon,
    commit: 'a'.repeat(40),
    revision: 'local:flow-a:ffffffffffff',
    phase,
    attempts: [],
    granted: 0,
    ...changes,
  };
}

export function attempt(changes: Partial<Attempt> = {}): Attempt {
  return { number: 1, launchTry: 1, intendedAt: noon, ...changes };
}

export function stateOf(...runs: readonly Run[]): State {
  return { ...emptyState(at('2026-11-24T11:00Z')), runs: new Map(runs.map((entry) => [entry.id, entry])) };
}

/** A flow about which no build has taught anything. */
export function untaught(identity: Identity): Pick<DesiredFlow, 'identity' | 'identityWith' | 'compare'> {
  const compare = ({ bundle }: FlowBuild) => ({ bundle, isOfThisCommit: true });
  return { identity, identityWith: () => identity, compare };
}
