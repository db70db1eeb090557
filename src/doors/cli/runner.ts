import { appendFile } from 'node:fs/promises';
import type { JsonObject } from '../../core/json.ts';
import { describeProblem } from '../../core/problem.ts';
import { codeBlock } from '../../report/text.ts';
import { failureOf } from '../failure.ts';
import type { Performed } from '../performed.ts';

type Environment = { readonly [name: string]: string | undefined };

/**
 * In a job on GitHub, what a person reads before they approve goes to the job's summary, and what the next job needs to
 * outputs. The runner names the files (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export async function tellRunner({ document, summary }: Performed, environment: Environment): Promise<void> {
  const summaryFile = environment['GITHUB_STEP_SUMMARY'] ?? '';
  if (summaryFile !== '' && summary !== undefined) await appendFile(summaryFile, `${summary}\n`);
  const outputFile = environment['GITHUB_OUTPUT'] ?? '';
  if (outputFile !== '')
    await appendFile(outputFile, `digest=${document['digest'] ?? ''}\nchanges=${hasChanges(document)}\n`);
}

/** What went wrong, where people look first. */
export async function tellRunnerOfFailure(error: unknown, environment: Environment): Promise<void> {
  const summaryFile = environment['GITHUB_STEP_SUMMARY'] ?? '';
  if (summaryFile === '') return;
  const text = failureOf(error).problems.map(describeProblem).join('\n');
  await appendFile(summaryFile, `## It did not work\n\n${codeBlock(text)}\n`);
}

/** Of a set-up the stacks that would change; of a teardown the stacks that are there. */
function hasChanges({ stacks }: JsonObject): boolean {
  return (
    Array.isArray(stacks) && stacks.some((stack) => typeof stack === 'string' || stack.changes.length > 0)
  );
}
