import type { Examination, Findings, Site } from '../../performed.ts';
import { type Placed, placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

export function logsExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const { logGroup, eventLogGroup } = placed.aws;
  const groups = [
    ['aws.log-group', logGroup],
    ...(eventLogGroup === undefined ? [] : [['aws.event-log-group', eventLogGroup] as const]),
  ] as const;
  return [
    {
      name: 'log groups are there, and keep what they have for a time',
      look: () =>
        asking(async () => {
          const found = await Promise.all(groups.map(([field, name]) => groupProblem(placed, field, name)));
          return found.flatMap((problem) => problem ?? []);
        }),
    },
  ];
}

async function groupProblem({ account }: Placed, field: string, name: string): Promise<Findings> {
  const group = await account.logGroup(name);
  if (group === undefined)
    return {
      code: 'E_LOG_GROUP',
      field,
      message: `There is no log group ${name}, and no ECS task starts without its log.`,
      fix: 'Run `headgate setup`, or name one that exists.',
    };
  if (group.retentionDays !== undefined) return undefined;
  return {
    code: 'W_LOG_RETENTION',
    field,
    message: `The log group ${name} keeps everything for ever, and is billed for it.`,
    fix: `Give it a retention: aws logs put-retention-policy --log-group-name ${name} --retention-in-days 90`,
  };
}
