import type { Check } from '../core/check.ts';
import { faultWords } from '../core/fault.ts';
import type { Outgoing } from './outgoing.ts';
import { runPagePath } from './places.ts';
import { bareCheck, runCheck } from './run-check.ts';
import { runPage } from './run-page.ts';
import { bareReport, type RunReport } from './run-report.ts';

/**
 * What one run printed may be something that no report was made for. Whatever fails over it fails for that run alone:
 * its report says so, and holds what the record of the run says by itself.
 */
export type Contained<T> = {
  readonly made: T;
  /** Why it is less than it should be. */
  readonly fault?: string;
};

export function containedCheck(report: RunReport, outgoing: Outgoing): Contained<Check> {
  try {
    return { made: runCheck(report, outgoing) };
  } catch (error) {
    const fault = faultWords(error);
    return { made: lesserCheck(bareReport(report, fault), outgoing), fault };
  }
}

function lesserCheck(report: RunReport, outgoing: Outgoing): Check {
  try {
    return runCheck(report, outgoing);
  } catch {
    return bareCheck(report.run);
  }
}

export function containedPage(
  report: RunReport,
  outgoing: Outgoing,
): Contained<{ readonly path: string; readonly text: string }> {
  try {
    return { made: runPage(report, outgoing) };
  } catch (error) {
    const fault = faultWords(error);
    return { made: lesserPage(bareReport(report, fault), outgoing), fault };
  }
}

function lesserPage(report: RunReport, outgoing: Outgoing) {
  try {
    return runPage(report, outgoing);
  } catch {
    const { title, summary } = bareCheck(report.run);
    return { path: runPagePath(report.run), text: `# ${report.run.flow}: ${title}\n\n${summary}\n` };
  }
}
