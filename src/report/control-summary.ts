import type { Outgoing } from './outgoing.ts';
import { runSummary } from './run-check.ts';
import type { RunReport } from './run-report.ts';
import { runTitle } from './run-title.ts';
import { escapeInline } from './text.ts';

/** The job summary of a command about a run: what was done, and how the run stands. */
export function controlSummary(
  { sentence, report }: { readonly sentence: string; readonly report: RunReport },
  outgoing: Outgoing,
): string {
  const title = `## ${report.run.flow}: ${escapeInline(runTitle(report, outgoing))}`;
  return `${[outgoing.inline(sentence), title, runSummary(report, outgoing)].join('\n\n')}\n`;
}
