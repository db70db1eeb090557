import { describeProblem, exitCodes, InputError, type Problem, RefusedError } from '../../core/problem.ts';
import { oneLine } from '../../report/visible.ts';
import { problemDocument } from '../documents.ts';
import type { Examination, Performed, Site } from '../performed.ts';
import { placedExaminations, unpinnedProblem } from './examinations.ts';
import { validFlows } from './validate.ts';

/** Examines the set-up as a whole, and says how to mend each finding. */
export async function performDoctor(site: Site): Promise<Performed> {
  const examinations = [...commonExaminations(site), ...site.examinations];
  const findings: { readonly name: string; readonly problem: Problem | undefined }[] = [];
  for (const { name, look } of examinations) findings.push({ name, problem: await examine(look) });
  const isWell = findings.every(({ problem }) => problem === undefined);
  return {
    exitCode: isWell ? exitCodes.done : exitCodes.worldRefused,
    document: {
      verb: 'doctor',
      isOk: isWell,
      findings: findings.map(({ name, problem }) => ({
        name,
        problem: problem === undefined ? null : problemDocument(problem),
      })),
    },
    text: `${findings.map(({ name, problem }) => lineOf(name, problem)).join('\n')}\n`,
    summary: `${findings
      .map(({ name, problem }) => `- ${site.presentation.outgoing.inline(lineOf(name, problem))}`)
      .join('\n')}\n`,
  };
}

function commonExaminations(site: Site): Examination[] {
  const { world, project } = site;
  return [
    {
      name: 'flows are valid',
      look: async () => {
        await validFlows(site);
        return undefined;
      },
    },
    {
      name: 'state can be read',
      look: async () => {
        await world.state.load(world.clock.now());
        return undefined;
      },
    },
    { name: 'actions are pinned', look: () => unpinnedProblem(site) },
    { name: 'the event log is set up', look: async () => eventLogProblem(project) },
    ...placedExaminations(site),
  ];
}

function eventLogProblem({ aws }: Site['project']): Problem | undefined {
  if (aws === undefined || aws.eventLogGroup !== undefined) return undefined;
  return {
    code: 'W_NO_EVENT_LOG',
    field: 'aws.event-log-group',
    message:
      'ECS forgets a stopped task after about an hour; without an event log a longer absence ends runs as unknown.',
    fix: 'Run `headgate setup`, or deploy infrastructure/clock.yml and name its log group.',
  };
}

async function examine(look: Examination['look']): Promise<Problem | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof RefusedError) return error.problem;
    if (error instanceof InputError) return error.problems[0];
    // What cannot be looked at is a finding too, and must not hide the others.
    const message = `It could not be examined: ${oneLine(error instanceof Error ? error.message : String(error))}`;
    return { code: 'E_EXAMINATION', message, fix: 'Try again; if it stays, look at what the message names.' };
  }
}

function lineOf(name: string, problem: Problem | undefined): string {
  return problem === undefined ? `ok    ${name}` : `wrong ${name}: ${describeProblem(problem)}`;
}
