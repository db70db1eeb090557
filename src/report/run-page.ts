import type { Outgoing } from './outgoing.ts';
import { runPagePath } from './places.ts';
import { runSummary } from './run-check.ts';
import { runDiagram } from './run-diagram.ts';
import type { RunReport } from './run-report.ts';
import { runTitle } from './run-title.ts';
import { escapeInline } from './text.ts';

/** The page of a finished run on the history branch; the month is the one in which the run was created. */
export function runPage(
  report: RunReport,
  outgoing: Outgoing,
): { readonly path: string; readonly text: string } {
  const { run } = report;
  const title = `# ${run.flow}: ${escapeInline(runTitle(report, outgoing))}`;
  const parts = [title, runSummary(report, outgoing), runDiagram(report, outgoing)];
  return {
    path: runPagePath(run),
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
  };
}
