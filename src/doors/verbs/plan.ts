import { describeProblem, exitCodes } from '../../core/problem.ts';
import { plan } from '../../engine/plan.ts';
import { type PlanReport, planFacts } from '../../report/plan-facts.ts';
import { planSummary } from '../../report/plan-summary.ts';
import { planReportText } from '../../report/plan-text.ts';
import { problemDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { wholePlanDocument } from '../plan-document.ts';
import { readRecords } from '../records.ts';

/** What a deploy of these sources would change, and why. */
export async function performPlan(
  site: Site,
  { record }: { readonly record?: string | undefined } = {},
): Promise<Performed> {
  const { records, warnings } = await readRecords({ record, cwd: site.cwd });
  const result = await plan(site.world, { project: site.project, records });
  for (const warning of [...warnings, ...result.warnings]) site.world.log.warn(describeProblem(warning));
  const report: PlanReport = {
    ...result,
    state: result.snapshot.state,
    isLocal: site.project.aws === undefined,
    now: site.world.clock.now(),
  };
  const facts = planFacts(report);
  const { outgoing } = site.presentation;
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'plan',
      commit: result.commit,
      isWorkingTree: result.isWorkingTree,
      ...wholePlanDocument(report, facts),
      warnings: result.warnings.map(problemDocument),
    },
    text: planReportText(report, facts, { terminal: site.terminal, outgoing }),
    summary: planSummary(report, outgoing, facts),
  };
}
