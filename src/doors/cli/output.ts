import type { JsonObject } from '../../core/json.ts';
import { describeProblem, type Problem } from '../../core/problem.ts';
import { visible } from '../../report/visible.ts';
import { problemDocument } from '../documents.ts';

/** Where a command prints: results to one, everything else to the other. */
export type Output = {
  readonly result: (text: string) => void;
  readonly message: (text: string) => void;
};

/** Prints for a person or a pipe. Somebody who reads only the first lines, as `head` does, ends the command without a fuss. */
export function processOutput(): Output {
  const leave = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  };
  process.stdout.on('error', leave);
  process.stderr.on('error', leave);
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
