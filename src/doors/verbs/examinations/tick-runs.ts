import { isoOf, minuteMs } from '../../../core/instant.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Forge, TickRun } from '../../../setup-ports.ts';
import type { Examination, Site } from '../../performed.ts';
import { fileTextOf } from './files.ts';
import { asking } from './unexamined.ts';

const workflow = '.github/workflows/tick.yml';

export function tickRunsExamination(site: Site): readonly Examination[] {
  const { forge, project } = site;
  if (forge === undefined || project.aws === undefined) return [];
  return [
    { name: 'ticks come by themselves', look: () => asking(() => runsProblems(site, forge)) },
    { name: 'no clock is paid for twice', look: () => asking(() => doubleProblem(site, forge)) },
  ];
}

/** What starts ticks without a person. People start them by `workflow_dispatch`, but so does clock.yml. */
const clocks = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch']);
/** The slowest that clock.yml and GitHub's own schedule are on a usual day. */
const slowestMinutes = 90;

async function runsProblems({ world, project }: Site, forge: Forge): Promise<readonly Problem[]> {
  const runs = await forge.tickRuns();
  if (runs === undefined)
    return [
      tickProblem(
        'There is no workflow tick.yml on GitHub.',
        'Run `npx headgate init`, and push what it writes.',
      ),
    ];
  const [last] = runs.filter(({ event }) => clocks.has(event));
  if (last === undefined)
    return [
      tickProblem('No tick has ever run.', 'Turn the workflow tick on, in Actions, and look at its clock.'),
    ];
  const now = world.clock.now();
  const minutes = Math.floor((now - last.createdAt) / minuteMs);
  return [
    ...(minutes <= slowestMinutes
      ? []
      : [
          tickProblem(
            `The last tick was ${minutes} minutes ago, by ${last.event}, at ${isoOf(last.createdAt)}.`,
            'GitHub turns the schedule of a public repository off after 60 days without a commit; see the workflow tick in Actions.',
          ),
        ]),
    ...failureProblem(runs),
    ...(project.aws?.clock === undefined || runs.some(({ event }) => event !== 'schedule')
      ? []
      : [
          tickProblem(
            `Of the last ${runs.length} ticks, none came from the clock in AWS.`,
            'Look at the queue of what was not delivered, an output of clock.yml: most likely its token has expired.',
          ),
        ]),
  ];
}

function failureProblem(runs: readonly TickRun[]): readonly Problem[] {
  const ended = runs.find(({ conclusion }) => conclusion !== undefined && conclusion !== 'cancelled');
  if (ended === undefined || ended.conclusion === 'success' || ended.conclusion === 'skipped') return [];
  return [
    tickProblem(
      `The tick of ${isoOf(ended.createdAt)} ended as ${ended.conclusion}.`,
      'Read its summary, in Actions.',
    ),
  ];
}

function tickProblem(message: string, fix: string): Problem {
  return { code: 'W_TICKS', message, fix };
}

async function doubleProblem({ world, project }: Site, forge: Forge): Promise<Problem | undefined> {
  if (project.aws?.clock === undefined) return undefined;
  const text = await fileTextOf(world.source, workflow);
  const found = cronsIn(text ?? '').find(({ cron }) => isOftenerThanHourly(cron));
  if (found === undefined || (await forge.identity())?.isPublic === true) return undefined;
  return {
    code: 'W_CLOCK_TWICE',
    place: { file: workflow, line: found.line },
    message: `GitHub's own schedule ${JSON.stringify(found.cron)} ticks beside the clock in AWS, and every minute of it is billed.`,
    fix: "Write an hourly one, such as `- cron: '23 * * * *'`: it is only the safety net.",
  };
}

function cronsIn(text: string): readonly { readonly cron: string; readonly line: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const [, cron] = /^\s*-\s*cron:\s*['"]?([^'"#]+?)['"]?\s*(?:#.*)?$/.exec(line) ?? [];
    return cron === undefined ? [] : [{ cron, line: index + 1 }];
  });
}

/** By its first field, the minutes: a single number is once an hour. */
function isOftenerThanHourly(cron: string): boolean {
  return !/^\d+$/.test(cron.split(/\s+/)[0] ?? '');
}
