import { minuteMs, plusMs } from '../../../core/instant.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Examination, Site } from '../../performed.ts';
import { type Placed, placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

export function eventLogExaminations(site: Site): readonly Examination[] {
  const { aws } = site.project;
  if (aws === undefined) return [];
  const { eventLogGroup } = aws;
  if (eventLogGroup === undefined) return [{ name: 'the event log is set up', look: async () => noEventLog }];
  const placed = placedOf(site);
  return [
    ...(placed === undefined
      ? []
      : [{ name: 'the event log is fed', look: () => asking(() => rulesProblems(placed, eventLogGroup)) }]),
    { name: 'the event log is at work', look: () => silenceProblem(site, eventLogGroup) },
  ];
}

const noEventLog: Problem = {
  code: 'W_NO_EVENT_LOG',
  field: 'aws.event-log-group',
  message:
    'ECS forgets a stopped task after about an hour; without an event log a longer absence ends runs as unknown.',
  fix: 'Run `headgate setup`, or deploy infrastructure/clock.yml and name its log group.',
};

/** As clock.yml calls them. */
const ruleNames = ['event-log', 'sign-of-life'];

async function rulesProblems({ site, account }: Placed, group: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const suffix of ruleNames) {
    const name = `headgate-${site.project.name}-${suffix}`;
    const rule = await account.rule(name);
    const reachesLog = rule?.targets.some((target) => target.endsWith(`:log-group:${group}`)) === true;
    if (rule?.isEnabled === true && reachesLog) continue;
    const fault =
      rule === undefined ? 'is not there' : rule.isEnabled ? `does not lead to ${group}` : 'is turned off';
    problems.push({
      code: 'W_EVENT_LOG_FEED',
      field: 'aws.event-log-group',
      message: `The rule ${name} of EventBridge ${fault}.`,
      fix: 'Run `headgate setup`, or turn it on: aws events enable-rule --name …',
    });
  }
  return problems;
}

/** No attempt can have this name: only whether the log may be believed is of interest. */
const nobody = `hg-${'0'.repeat(32)}`;
const lookBackMs = 60 * minuteMs;

async function silenceProblem({ world }: Site, group: string): Promise<Problem | undefined> {
  const { isTrustworthy } = await world.eventLog.find([nobody], plusMs(world.clock.now(), -lookBackMs));
  if (isTrustworthy) return undefined;
  return {
    code: 'W_EVENT_LOG_SILENT',
    field: 'aws.event-log-group',
    message: `${group} had a silence of over 75 minutes within the last hours: what it does not say proves nothing.`,
    fix: 'Set it up anew by `headgate setup`; right after that it takes some two hours until this is well.',
  };
}
