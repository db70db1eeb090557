import type { Manifest } from '../../../core/flow.ts';
import type { Problem } from '../../../core/problem.ts';
import type { AccountCall } from '../../../setup-ports.ts';
import type { Examination, Site } from '../../performed.ts';
import { flowsOf } from './once.ts';
import { ownerOf, type Placed, placedOf, type RoleKind, roleNameOf } from './placed.ts';
import { asking } from './unexamined.ts';

/** Whether the roles may make the calls that Headgate makes, by IAM's own simulation. */
export function rightsExamination(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  return [
    {
      name: 'the roles may do what they must',
      look: () =>
        asking(async () => {
          const { manifests } = await flowsOf(site);
          const { tick, deploy } = callsOf(placed, manifests);
          return [...(await deniedTo(placed, 'tick', tick)), ...(await deniedTo(placed, 'deploy', deploy))];
        }),
    },
  ];
}

async function deniedTo(placed: Placed, kind: RoleKind, calls: readonly AccountCall[]): Promise<Problem[]> {
  const { partition, account } = ownerOf(placed.aws);
  const name = roleNameOf(placed, kind);
  // What is not there is said where its trust is examined.
  if ((await placed.account.trustOf(name)) === undefined) return [];
  const denied = await placed.account.deniedTo(`arn:${partition}:iam::${account}:role/${name}`, calls);
  return denied.map(({ action, resource }) => ({
    code: 'E_AWS_RIGHT',
    message: `The role ${name} may not call ${action} on ${resource}.`,
    fix: 'Run `headgate setup`: it hands access.yml the roles that the flows name. A boundary or a policy of the organisation may deny it, too.',
  }));
}

function callsOf(
  placed: Placed,
  manifests: readonly Manifest[],
): { readonly [kind in RoleKind]: AccountCall[] } {
  const { aws, site } = placed;
  const { partition, account } = ownerOf(aws);
  const here = `${aws.region}:${account}`;
  const clusterName = aws.cluster.slice(aws.cluster.lastIndexOf('/') + 1);
  const cluster = `arn:${partition}:ecs:${here}:cluster/${clusterName}`;
  const inCluster = { 'ecs:cluster': cluster };
  const family = `headgate-${site.project.name}-${manifests[0]?.name ?? 'flow'}`;
  const revision = `arn:${partition}:ecs:${here}:task-definition/${family}:1`;
  const task = `arn:${partition}:ecs:${here}:task/${clusterName}/${'0'.repeat(32)}`;
  const log = `arn:${partition}:logs:${here}:log-group:`;
  const passes = passedRoles(placed, manifests);
  const groups = [aws.logGroup, ...(aws.eventLogGroup === undefined ? [] : [aws.eventLogGroup])];
  const clock = clockCalls(placed);
  return {
    tick: [
      { action: 'ecs:RunTask', resource: revision, context: inCluster },
      { action: 'ecs:DescribeTasks', resource: task, context: inCluster },
      { action: 'ecs:StopTask', resource: task, context: inCluster },
      { action: 'ecs:ListTasks', resource: '*', context: inCluster },
      { action: 'ecs:TagResource', resource: task, context: { 'ecs:CreateAction': 'RunTask' } },
      ...passes,
      ...groups.map((group) => ({ action: 'logs:FilterLogEvents', resource: `${log}${group}:*` })),
      { action: 'logs:GetLogEvents', resource: `${log}${aws.logGroup}:log-stream:headgate/x` },
      ...clock,
    ],
    deploy: [
      { action: 'ecs:RegisterTaskDefinition', resource: revision },
      { action: 'ecs:DescribeTaskDefinition', resource: '*' },
      {
        action: 'ecs:TagResource',
        resource: revision,
        context: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
      },
      ...passes,
      { action: 'ecr:GetAuthorizationToken', resource: '*' },
      ...clock,
    ],
  };
}

function passedRoles({ aws }: Placed, manifests: readonly Manifest[]): AccountCall[] {
  const roles = [aws.executionRole, aws.taskRole, ...manifests.map(({ workload }) => workload.taskRole)];
  const context = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
  return [...new Set(roles.flatMap((role) => role ?? []))].map((resource) => ({
    action: 'iam:PassRole',
    resource,
    context,
  }));
}

function clockCalls({ aws, site }: Placed): AccountCall[] {
  if (aws.clock === undefined) return [];
  const { partition, account } = ownerOf(aws);
  const schedule = `arn:${partition}:scheduler:${aws.region}:${account}:schedule/${aws.clock}`;
  return [
    { action: 'scheduler:GetSchedule', resource: schedule },
    { action: 'scheduler:UpdateSchedule', resource: schedule },
    {
      action: 'iam:PassRole',
      resource: `arn:${partition}:iam::${account}:role/headgate-${site.project.name}-wake-up`,
      context: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    },
  ];
}
