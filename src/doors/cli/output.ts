import type { JsonObject } from '../../core/json.ts';
import { describeProblem, type Problem } from '../../core/problem.ts';
import { visible } from '../../report/visible.ts';
import { problemDocument } from '../documents.ts';

/** Where a command prints: results to one, everything else to the other. */
export type Output = {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
};

let isResultLost = false;

/** Whether results reach nobody any more: what does nothing but print may end then. */
export function isReaderGone(): boolean {
  return isResultLost;
}

/**
 * Prints for a person or a pipe. Nobody may read on, as after `head`, or the disk under it may be full: that is no
 * answer to what was asked, so the command goes on to its end, and ends as its work did.
 */
export function processOutput(): Output {
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (!isResultLost && code !== 'EPIPE')
      process.stderr.write(`warning: The output could not be written: ${code}.\n`);
    isResultLost = true;
  });
  process.stderr.on('error', () => undefined);
  return {
    result: (text) => process.stdout.write(text),
    message: (text) => process.stderr.write(text),
  };
}

export function printJson(output: Output, document: JsonObject): void {
  output.result(`${JSON.stringify(document)}\n`);
}

/** Messages quote what was typed and what files hold: nothing of it may steer a terminal. */
export function printProblems(output: Output, problems: readonly Problem[]): void {
  for (const problem of problems) output.message(`${visible(describeProblem(problem))}\n`);
}

/** The one document of a command that failed. */
export function failureDocument(verb: string | null, problems: readonly Problem[]): JsonObject {
  return { verb, isOk: false, problems: problems.map(problemDocument) };
}
