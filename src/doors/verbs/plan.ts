import { describeProblem, exitCodes } from '../../core/problem.ts';
import { plan } from '../../engine/plan.ts';
import { planSummary } from '../../report/plan-summary.ts';
import { planText } from '../../report/plan-text.ts';
import { planDocument, problemDocument } from '../documents.ts';
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
    summary: planSummary(
      {
        ...result,
        state: result.snapshot.state,
        isLocal: site.project.aws === undefined,
        now: site.world.clock.now(),
      },
      outgoing,
    ),
  };
}
