import { alertingOf } from '../core/alerting.ts';
import type { OpenAlert } from '../core/alerts.ts';
import type { Deployment } from '../core/deployment.ts';
import { imagesOfOneRun } from '../core/image-rounds.ts';
import { type Instant, isoOf } from '../core/instant.ts';
import type { JsonObject } from '../core/json.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { describeProblem, type Problem } from '../core/problem.ts';
import { type Attempt, type Run, slotOf } from '../core/run.ts';
import type { Gap, State } from '../core/state.ts';
import { alertWords } from '../report/alert-words.ts';

/** The JSON that doors print: people script against it, so a key never changes its meaning. Moments are ISO 8601 in UTC. */

export function runDocument(run: Run): JsonObject {
  const slot = slotOf(run.cause);
  return {
    id: run.id,
    flow: run.flow,
    state: run.phase.state,
    cause: run.cause.kind,
    slot: momentOrNull(slot),
    commit: run.commit,
    revision: run.revision,
    parameters: run.parameters,
    createdAt: isoOf(run.createdAt),
    endedAt: 'endedAt' in run.phase ? isoOf(run.phase.endedAt) : null,
    attempts: run.attempts.map(attemptDocument),
  };
}

function attemptDocument(attempt: Attempt): JsonObject {
  const { ending } = attempt;
  return {
    number: attempt.number,
    handle: attempt.handle ?? null,
    capacity: attempt.capacity ?? null,
    startedAt: momentOrNull(attempt.startedAt),
    endedAt: momentOrNull(ending?.at),
    ending: ending?.class ?? null,
    exitCode: ending?.exitCode ?? null,
    detail: ending?.detail ?? null,
  };
}

export function gapDocument(gap: Gap): JsonObject {
  return {
    flow: gap.flow,
    outcome: gap.outcome,
    because: gap.because,
    from: isoOf(gap.from),
    to: isoOf(gap.to),
    count: gap.count,
  };
}

export function alertDocument(alert: OpenAlert, state: State): JsonObject {
  return {
    kind: alert.kind,
    flow: 'flow' in alert ? alert.flow : null,
    since: isoOf(alert.since),
    text: alertWords(alert),
    issue: alertingOf(state).told.get(alert.key)?.issue?.number ?? null,
  };
}

export function deploymentDocument(deployment: Deployment): JsonObject {
  return {
    flow: deployment.flow,
    commit: deployment.version.commit,
    fingerprint: deployment.version.fingerprint,
    revision: deployment.version.revision,
    image: deployment.version.image ?? null,
    built: deployment.version.built ?? null,
    deployedAt: isoOf(deployment.deployedAt),
    retiredAt: momentOrNull(deployment.retiredAt),
  };
}

export function problemDocument(problem: Problem): JsonObject {
  return {
    code: problem.code,
    message: problem.message,
    file: problem.place?.file ?? null,
    line: problem.place?.line ?? null,
    column: problem.place?.column ?? null,
    field: problem.field ?? null,
    fix: problem.fix ?? null,
    text: describeProblem(problem),
  };
}

export function momentOrNull(moment: Instant | undefined): string | null {
  return moment === undefined ? null : isoOf(moment);
}

/** `changed` and `images` are outputs of the action as well: the flows to deploy, and a matrix of the images to build. */
export function planDocument(made: Plan): JsonObject {
  return {
    changed: made.flows.filter((flow) => isChange(flow) && flow.action !== 'removed').map(({ flow }) => flow),
    removed: made.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow),
    images: {
      include: imagesOfOneRun(made.images).map(({ name, dockerfile, flows }) => ({
        name,
        dockerfile,
        flows,
      })),
    },
    flows: made.flows.map(plannedDocument),
    massDelete: made.massDelete === undefined ? null : problemDocument(made.massDelete),
  };
}

function plannedDocument(planned: PlannedFlow): JsonObject {
  return {
    flow: planned.flow,
    action: planned.action,
    reasons: planned.reasons,
    parts: planned.parts,
    policyKeys: planned.policyKeys,
    files: planned.files.map((file) => ({ ...file })),
    needsImage: planned.image.kind === 'needed' ? planned.image.name : null,
    fingerprint: planned.desired?.identity.fingerprint ?? null,
  };
}
