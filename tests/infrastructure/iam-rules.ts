import { list } from './iam.ts';
import type { Json } from './template.ts';

export type Say = (text: string) => unknown;

/** What has no resource in IAM, or none that Fargate has (service authorization reference, 2026-09). */
const wide = new Set([
  'ecr:GetAuthorizationToken',
  'ecs:DescribeTaskDefinition',
  'ecs:ListTaskDefinitions',
  'ecs:ListTasks',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  // The default of a quota is no resource of IAM.
  'servicequotas:GetAWSDefaultServiceQuota',
]);
/** Of what sets up: EC2 describes nothing by name, and policies of the logs are the account's. */
const wideOfAdmin =
  /^(?:ec2:Describe\w+|ssm:(?:Describe|List)Associations?|logs:(?:Describe\w+|(?:Put|Delete)ResourcePolicy)|iam:ListOpenIDConnectProviders)$/;
/** The parts of admin.yml that make and change the others; the boundary only limits what others grant. */
const admin: ReadonlySet<string> = new Set(['Look', 'SetupRole']);

/** What gives a role more than it has. */
const grants: ReadonlySet<string> = new Set([
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
]);
const reads: ReadonlySet<string> = new Set(['iam:GetRole', 'iam:SimulatePrincipalPolicy']);

export function judgeStatement(part: string, statement: Json, say: Say): void {
  const actions = list<string>(statement.Action);
  if (actions.some((action) => action.includes('*'))) say(`allows ${actions}`);
  for (const action of actions) {
    const isWide = wide.has(action) || (admin.has(part) && wideOfAdmin.test(action));
    if (list(statement.Resource).includes('*') && !isWide) say(`allows ${action} on everything`);
    if (/^(?:iam|sts):/.test(action) && action !== 'iam:PassRole' && !wideOfAdmin.test(action))
      judgeIam(part, action, { statement, say });
  }
  if (part !== 'Boundary') judgeClusters(actions, statement, say);
  if (actions.includes('iam:PassRole')) judgePass(statement, say);
}

function judgeIam(part: string, action: string, { statement, say }: { statement: Json; say: Say }): void {
  const isOfAdmin = admin.has(part) && action.startsWith('iam:');
  if (!isOfAdmin && !reads.has(action)) say(`allows ${action}`);
  for (const arn of list<string>(statement.Resource)) {
    if (!isExact(arn)) say(`allows ${action} on ${arn}`);
    if (/-(?:admin|boundary|look|setup)$/.test(arn)) say(`allows ${action} on what bounds it`);
  }
  if (grants.has(action) && statement.Condition?.ArnEquals?.['iam:PermissionsBoundary'] === undefined)
    say(`allows ${action} without the boundary`);
}

function isExact(arn: string): boolean {
  return /^arn:aws:iam::\d{12}:(?:role|policy|oidc-provider)\/[\w+=,.@/-]+$/.test(arn);
}

function judgeClusters(actions: readonly string[], { Condition }: Json, say: Say): void {
  const isOne = Condition?.ArnEquals?.['ecs:cluster'] !== undefined;
  if (actions.includes('ecs:ListTasks') && !isOne) say('lists tasks of every cluster');
  if (actions.includes('ecs:RunTask') && !isOne) say('runs tasks in every cluster');
}

/** A role goes to the one service that it is made for; those that flows name, to ECS tasks. */
function judgePass({ Resource, Condition }: Json, say: Say): void {
  for (const arn of list<string>(Resource)) {
    if (!isExact(arn)) say(`passes ${arn}`);
    const own = /headgate-acme-(clock|wake-up)$/.exec(arn)?.[1];
    const service = own === 'clock' ? 'events' : own === 'wake-up' ? 'scheduler' : 'ecs-tasks';
    const seen = Condition?.StringEquals?.['iam:PassedToService'];
    if (seen !== `${service}.amazonaws.com`) say(`passes ${arn} to ${seen ?? 'any service'}`);
  }
}
