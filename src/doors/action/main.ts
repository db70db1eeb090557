import { type ExitCode, exitCodes, type Problem } from '../../core/problem.ts';
import { type ActionContext, readContext } from './context.ts';
import { type Inputs, parseInputs } from './inputs.ts';
import { judgeTrust } from './trust.ts';

type Environment = { readonly [name: string]: string | undefined };
type Readiness =
  | { readonly kind: 'ready'; readonly inputs: Inputs; readonly context: ActionContext }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The action, from its environment to its exit code. What is asked, and whether this event may ask it, is settled before
 * anything heavy is loaded: a tick is paid by the minute and started cold.
 */
export async function main(environment: Environment): Promise<ExitCode> {
  const readiness = prepare(environment);
  if (readiness.kind === 'refused') return reportProblems(readiness.problems, givenIn(environment));
  const { inputs, context } = readiness;
  process.stdout.write(
    `headgate: ${inputs.command} on ${context.event} of ${context.ref} at ${context.commit.slice(0, 12)}\n`,
  );
  const { runCommand } = await import('./command.ts');
  return runCommand(inputs, context);
}

type Given = { readonly token: string; readonly command: string };

function givenIn(environment: Environment): Given {
  return { token: environment['INPUT_TOKEN'] ?? '', command: environment['INPUT_COMMAND'] ?? '' };
}

function prepare(environment: Environment): Readiness {
  const answer = parseInputs((name) => environment[`INPUT_${name.toUpperCase()}`] ?? '');
  const context = readContext(environment);
  const problems = [answer, context].flatMap((part) => (part.kind === 'bad' ? part.problems : []));
  if (answer.kind === 'bad' || context.kind === 'bad') return { kind: 'refused', problems };
  const distrust = judgeTrust(answer.inputs.command, context.context);
  if (distrust !== undefined) return { kind: 'refused', problems: [distrust] };
  return { kind: 'ready', inputs: answer.inputs, context: context.context };
}

async function reportProblems(problems: readonly Problem[], given: Given): Promise<ExitCode> {
  const [{ writeFailure }, { createRedactor }] = await Promise.all([
    import('./output.ts'),
    import('../../report/redact.ts'),
  ]);
  await writeFailure({ problems }, { command: given.command, redact: createRedactor([given.token]) });
  return exitCodes.wrongInput;
}
