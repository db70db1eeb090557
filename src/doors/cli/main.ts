import { CommanderError } from 'commander';
import type { JsonObject } from '../../core/json.ts';
import { describeProblem, type ExitCode, exitCodes, type Problem } from '../../core/problem.ts';
import { problemDocument } from '../documents.ts';
import { failureOf } from '../failure.ts';
import type { Performed } from '../performed.ts';
import { type Asked, programOf } from './program.ts';
import { perform } from './verbs.ts';

/** The command line, from its arguments to its exit code. Results go to stdout, everything else to stderr. */
export async function main(argv: readonly string[], version: string): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = programOf(version, async (asked) => {
    exitCode = await carryOut(asked);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
    throw error;
  }
}

async function carryOut(asked: Asked): Promise<ExitCode> {
  const isJson = asked.options.json === true;
  try {
    const performed = await perform(asked, process.env);
    print(performed, isJson);
    return performed.exitCode;
  } catch (error) {
    const { exitCode, problems, stack } = failureOf(error);
    printProblems(problems);
    if (stack !== undefined) process.stderr.write(`${stack}\n`);
    if (isJson) printJson({ verb: asked.verb, isOk: false, problems: problems.map(problemDocument) });
    return exitCode;
  }
}

function print({ document, text }: Performed, isJson: boolean): void {
  if (isJson) printJson(document);
  else process.stdout.write(text);
}

function printJson(document: JsonObject): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${describeProblem(problem)}\n`);
}
