import type { JsonObject } from '../../core/json.ts';
import { isChange, type Plan, type PlannedFlow } from '../../core/plan.ts';
import { describeProblem, exitCodes } from '../../core/problem.ts';
import { plan } from '../../engine/plan.ts';
import { planSummary } from '../../report/plan-summary.ts';
import { planText } from '../../report/plan-text.ts';
import { problemDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';

/** What a deploy of these sources would change, and why. */
export async function performPlan(site: Site): Promise<Performed> {
  const result = await plan(site.world, { project: site.project });
  for (const warning of result.warnings) site.world.log.warn(describeProblem(warning));
  const { outgoing } = site.presentation;
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'plan',
      commit: result.commit,
      isWorkingTree: result.isWorkingTree,
      ...planDocument(result.plan),
      warnings: result.warnings.map(problemDocument),
    },
    text: planText(result.plan, site.terminal),
    summary: planSummary({ ...result, now: site.world.clock.now() }, outgoing),
  };
}

/** `changed` and `images` are outputs of the action as well: the flows to deploy, and a matrix of the images to build. */
export function planDocument(made: Plan): JsonObject {
  return {
    changed: made.flows.filter((flow) => isChange(flow) && flow.action !== 'removed').map(({ flow }) => flow),
    removed: made.flows.filter(({ action }) => action === 'removed').map(({ flow }) => flow),
    images: { include: made.images.map(({ name, dockerfile, flows }) => ({ name, dockerfile, flows })) },
    flows: made.flows.map(flowDocument),
    massDelete: made.massDelete === undefined ? null : problemDocument(made.massDelete),
  };
}

function flowDocument(planned: PlannedFlow): JsonObject {
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
