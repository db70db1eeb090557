import { describeProblem, exitCodes, InputError, type Problem, RefusedError } from '../../core/problem.ts';
import { oneLine } from '../../report/visible.ts';
import { problemDocument } from '../documents.ts';
import type { Examination, Performed, Site } from '../performed.ts';
import { allExaminations } from './examinations/all.ts';
import { withOneState } from './examinations/once.ts';

/** What came of looking at one thing. A warning is worth knowing; what could not be looked at proves nothing. */
type Finding = {
  readonly name: string;
  readonly state: 'ok' | 'wrong' | 'warning' | 'unexamined';
  readonly problems: readonly Problem[];
};

/** Examines the set-up as a whole, and says how to mend each finding. Nothing is changed. */
export async function performDoctor(site: Site): Promise<Performed> {
  const findings: Finding[] = [];
  for (const examination of allExaminations(withOneState(site))) findings.push(await examine(examination));
  const isWell = findings.every(({ state }) => state !== 'wrong');
  const lines = findings.flatMap(linesOf);
  return {
    exitCode: isWell ? exitCodes.done : exitCodes.workFailed,
    document: {
      verb: 'doctor',
      isOk: isWell,
      findings: findings.map(({ name, state, problems }) => ({
        name,
        state,
        problem: problems[0] === undefined ? null : problemDocument(problems[0]),
        problems: problems.map(problemDocument),
      })),
    },
    text: `${lines.join('\n')}\n`,
    summary: `${lines.map((line) => `- ${site.presentation.outgoing.inline(line)}`).join('\n')}\n`,
  };
}

async function examine({ name, look }: Examination): Promise<Finding> {
  try {
    const found = (await look()) ?? [];
    const problems = 'code' in found ? [found] : found;
    return { name, state: stateOf(problems), problems };
  } catch (error) {
    if (error instanceof RefusedError) return { name, state: 'wrong', problems: [error.problem] };
    if (error instanceof InputError) return { name, state: 'wrong', problems: error.problems };
    // It is said, and must not hide the others.
    const because = oneLine(error instanceof Error ? error.message : String(error));
    return { name, state: 'unexamined', problems: [unexamined(because)] };
  }
}

function stateOf(problems: readonly Problem[]): Finding['state'] {
  if (problems.some(({ code }) => !code.startsWith('W_'))) return 'wrong';
  return problems.length > 0 ? 'warning' : 'ok';
}

function unexamined(because: string): Problem {
  return { code: 'W_UNEXAMINED', message: `It could not be examined: ${because}` };
}

const words = { ok: 'ok   ', wrong: 'wrong', warning: 'warn ', unexamined: '?    ' } as const;

function linesOf({ name, state, problems }: Finding): readonly string[] {
  if (problems.length === 0) return [`${words[state]} ${name}`];
  return problems.map((problem) => `${words[state]} ${name}: ${describeProblem(problem)}`);
}
