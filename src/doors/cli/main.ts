import { CommanderError } from 'commander';
import { type ExitCode, exitCodes, InputError, type Problem } from '../../core/problem.ts';
import { failureOf } from '../failure.ts';
import { failureDocument, type Output, printJson, printProblems, processOutput } from './output.ts';
import { type Asked, isVerb, programOf } from './program.ts';
import { usageProblem } from './usage.ts';
import { perform } from './verbs.ts';

/** The command line, from its arguments to its exit code. Results go to stdout, everything else to stderr. */
export async function main(
  argv: readonly string[],
  version: string,
  output: Output = processOutput(),
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = programOf(version, output, async (asked) => {
    exitCode = await carryOut(asked, output);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    const problems = misuseOf(error, argv);
    if (problems === undefined) throw error;
    printProblems(output, problems);
    if (argv.includes('--json')) printJson(output, failureDocument(argv.find(isVerb) ?? null, problems));
    return exitCodes.wrongInput;
  }
}

function misuseOf(error: unknown, argv: readonly string[]): readonly Problem[] | undefined {
  if (error instanceof InputError) return error.problems;
  return error instanceof CommanderError ? [usageProblem(error, argv)] : undefined;
}

async function carryOut(asked: Asked, output: Output): Promise<ExitCode> {
  const isJson = asked.options.json === true;
  try {
    const performed = await perform(asked, process.env);
    if (isJson) printJson(output, performed.document);
    else output.result(performed.text);
    return performed.exitCode;
  } catch (error) {
    const { exitCode, problems, stack } = failureOf(error);
    printProblems(output, problems);
    if (stack !== undefined) output.message(`${stack}\n`);
    if (isJson) printJson(output, failureDocument(asked.verb, problems));
    return exitCode;
  }
}
