import * as core from '@actions/core';
import type { JsonObject } from '../../core/json.ts';
import { describeProblem, type Problem } from '../../core/problem.ts';
import type { Log } from '../../ports.ts';
import { safeLogText } from '../../report/log-lines.ts';
import type { Performed } from '../performed.ts';

/** GitHub takes 1 MB of outputs per job. */
const longestOutputBytes = 900_000;

/** Lines of the job's log: nothing that comes from outside can become a workflow command. */
export const jobLog: Log = {
  info: (text) => core.info(safeLogText(text)),
  warn: (text) => core.warning(safeLogText(text)),
};

/** The outputs that `action.yml` declares, the job summary, and the text in the log. */
export async function writeOutputs(performed: Performed): Promise<void> {
  const { document } = performed;
  for (const [name, key] of outputKeys) {
    const value = document[key];
    if (value !== undefined)
      core.setOutput(name, typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value));
  }
  core.setOutput('result', resultText(document));
  core.info(safeLogText(performed.text));
  const hasSummaryFile = (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '';
  if (performed.summary !== undefined && hasSummaryFile)
    await core.summary.addRaw(performed.summary, true).write();
}

const outputKeys = [
  ['changed', 'changed'],
  ['images', 'images'],
  ['runs', 'runs'],
  ['next-wake', 'nextWake'],
] as const;

/** A result that GitHub would refuse is replaced by one that says so. */
function resultText(document: JsonObject): string {
  const text = JSON.stringify(document);
  if (Buffer.byteLength(text) <= longestOutputBytes) return text;
  return JSON.stringify({ verb: document['verb'] ?? null, isCut: true, bytes: Buffer.byteLength(text) });
}

export function writeProblems(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const { place } = problem;
    core.error(safeLogText(describeProblem(problem)), {
      title: problem.code,
      ...(place === undefined ? {} : { file: place.file }),
      ...(place?.line === undefined ? {} : { startLine: place.line }),
      ...(place?.column === undefined ? {} : { startColumn: place.column }),
    });
  }
}
