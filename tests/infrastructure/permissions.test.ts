import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type Call, isAllowed } from './iam.ts';
import { account, type Resolved, region } from './resolve.ts';
import { permissionsOf } from './rules.ts';
import { flowRole, fullStack, propertiesOf, secret, secretKey, secretParameter } from './stacks.ts';
import type { Json } from './template.ts';

type Role = 'deploy' | 'tick' | 'execution' | 'task' | 'clock' | 'wake-up';
type Row = readonly [title: string, call: Call, allowed: readonly Role[]];

const here = `${region}:${account}`;
const cluster = `arn:aws:ecs:${here}:cluster/headgate-acme`;
const inCluster = { 'ecs:cluster': cluster };
const task = `arn:aws:ecs:${here}:task/headgate-acme/0123456789abcdef`;
const revision = `arn:aws:ecs:${here}:task-definition/headgate-acme-report:7`;
const log = `arn:aws:logs:${here}:log-group:/headgate/acme`;
const images = `arn:aws:ecr:${here}:repository/headgate-acme`;
const executionRole = `arn:aws:iam::${account}:role/headgate-acme-execution`;
const schedule = `arn:aws:scheduler:${here}:schedule/headgate-acme/wake-up`;
const clockRole = `arn:aws:iam::${account}:role/headgate-acme-wake-up`;
const toClock = { 'iam:PassedToService': 'scheduler.amazonaws.com' };
const bus = `arn:aws:events:${here}:event-bus/default`;
const ownEvent = { 'events:source': 'headgate.acme' };
const queue = `arn:aws:sqs:${here}:headgate-acme-undelivered`;
const tickRole = `arn:aws:iam::${account}:role/headgate-acme-tick`;
const hereOnly = { 'ec2:Region': region };
const toTasks = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };

function call(action: string, resource: string, context: Call['context'] = {}): Call {
  return { action, resource, context };
}

const rows: readonly Row[] = [
  ['register a revision', call('ecs:RegisterTaskDefinition', revision.replace(':7', ':*')), ['deploy']],
  ["register another project's", call('ecs:RegisterTaskDefinition', revision.replace('acme-', 'other-')), []],
  ['register under any name', call('ecs:RegisterTaskDefinition', '*'), []],
  [
    'tag what it registers',
    call('ecs:TagResource', revision, { 'ecs:CreateAction': 'RegisterTaskDefinition' }),
    ['deploy'],
  ],
  ['tag a revision later', call('ecs:TagResource', revision), []],
  ['find a revision', call('ecs:DescribeTaskDefinition', '*'), ['deploy']],
  ['see which revisions are left', call('ecs:ListTaskDefinitions', '*'), ['deploy']],
  ['remove a revision', call('ecs:DeregisterTaskDefinition', '*'), []],
  ['delete a revision', call('ecs:DeleteTaskDefinitions', revision), []],
  ['run a flow', call('ecs:RunTask', revision, inCluster), ['tick']],
  ['run a flow in another cluster', call('ecs:RunTask', revision, { 'ecs:cluster': `${cluster}2` }), []],
  ['run a flow in no cluster', call('ecs:RunTask', revision), []],
  ["run another project's", call('ecs:RunTask', revision.replace('acme-', 'other-'), inCluster), []],
  ['run anything else', call('ecs:RunTask', revision.replace('headgate-', ''), inCluster), []],
  ['run in another account', call('ecs:RunTask', revision.replace(account, '210987654321'), inCluster), []],
  [
    'run with a shell',
    call('ecs:RunTask', revision, { ...inCluster, 'ecs:enable-execute-command': 'true' }),
    [],
  ],
  [
    'run without one, said',
    call('ecs:RunTask', revision, { ...inCluster, 'ecs:enable-execute-command': 'false' }),
    ['tick'],
  ],
  ['tag what it runs', call('ecs:TagResource', task, { 'ecs:CreateAction': 'RunTask' }), ['tick']],
  ['tag an ECS task later', call('ecs:TagResource', task), []],
  ['start a task on an instance', call('ecs:StartTask', revision, inCluster), []],
  ['open a shell', call('ecs:ExecuteCommand', task, inCluster), []],
  ['watch an ECS task', call('ecs:DescribeTasks', task, inCluster), ['tick']],
  ['watch one of another cluster', call('ecs:DescribeTasks', task.replace('acme', 'other'), inCluster), []],
  ['stop an ECS task', call('ecs:StopTask', task, inCluster), ['tick']],
  [
    'stop one of another cluster',
    call('ecs:StopTask', task.replace('acme', 'other'), { 'ecs:cluster': `${cluster}2` }),
    [],
  ],
  ['list ECS tasks', call('ecs:ListTasks', '*', inCluster), ['tick']],
  ['list those of another cluster', call('ecs:ListTasks', '*', { 'ecs:cluster': `${cluster}2` }), []],
  ['look at the cluster', call('ecs:DescribeClusters', cluster), ['tick']],
  ['change the cluster', call('ecs:UpdateCluster', cluster), []],
  ['delete the cluster', call('ecs:DeleteCluster', cluster), []],
  [
    'create a service',
    call('ecs:CreateService', `arn:aws:ecs:${here}:service/headgate-acme/x`, inCluster),
    [],
  ],
  ['pass the execution role', call('iam:PassRole', executionRole, toTasks), ['deploy', 'tick']],
  [
    'pass the task role',
    call('iam:PassRole', executionRole.replace('execution', 'task'), toTasks),
    ['deploy', 'tick'],
  ],
  ["pass a flow's role", call('iam:PassRole', flowRole, toTasks), ['deploy', 'tick']],
  ['pass a role that is almost it', call('iam:PassRole', `${flowRole}-admin`, toTasks), []],
  ['pass an administrator', call('iam:PassRole', `arn:aws:iam::${account}:role/admin`, toTasks), []],
  ['pass their own role', call('iam:PassRole', executionRole.replace('execution', 'deploy'), toTasks), []],
  [
    'pass to Lambda',
    call('iam:PassRole', executionRole, { 'iam:PassedToService': 'lambda.amazonaws.com' }),
    [],
  ],
  ['pass to nobody in particular', call('iam:PassRole', executionRole), []],
  ['create a role', call('iam:CreateRole', executionRole), []],
  ['widen a role', call('iam:PutRolePolicy', executionRole), []],
  ['change whom a role trusts', call('iam:UpdateAssumeRolePolicy', executionRole), []],
  ['assume another role', call('sts:AssumeRole', executionRole), []],
  ['read what a run printed', call('logs:GetLogEvents', `${log}:log-stream:headgate/main/0123`), ['tick']],
  ['search the event log', call('logs:FilterLogEvents', `${log}/events:*`), ['tick']],
  ['search the event log, named bare', call('logs:FilterLogEvents', `${log}/events`), ['tick']],
  ['search a log whose name goes on', call('logs:FilterLogEvents', `${log}-secret:*`), []],
  ["search another project's log", call('logs:FilterLogEvents', log.replace('acme', 'other')), []],
  ['begin a log', call('logs:CreateLogStream', `${log}:log-stream:headgate/main/0123`), ['execution']],
  ['write to a log', call('logs:PutLogEvents', `${log}:log-stream:headgate/main/0123`), ['execution']],
  ['write to the event log', call('logs:PutLogEvents', `${log}/events:log-stream:x`), []],
  ['delete a log', call('logs:DeleteLogGroup', log), []],
  ['change how long a log is kept', call('logs:PutRetentionPolicy', log), []],
  ['log in to the registry', call('ecr:GetAuthorizationToken', '*'), ['deploy', 'execution']],
  ['read what an image is made of', call('ecr:BatchGetImage', images), ['deploy', 'execution', 'tick']],
  ['pull an image', call('ecr:GetDownloadUrlForLayer', images), ['deploy', 'execution']],
  ['push an image', call('ecr:PutImage', images), ['deploy']],
  ['keep layers for later builds', call('ecr:PutImage', `${images}-cache`), ['deploy']],
  ['run what is only kept for builds', call('ecr:BatchGetImage', `${images}-cache`), ['deploy']],
  ['see which images there are', call('ecr:DescribeImages', images), ['deploy']],
  ['push elsewhere', call('ecr:PutImage', `${images}2`), []],
  ['delete an image', call('ecr:BatchDeleteImage', images), []],
  ['make tags movable', call('ecr:PutImageTagMutability', images), []],
  ['read a named secret', call('secretsmanager:GetSecretValue', secret), ['execution']],
  ['read another secret', call('secretsmanager:GetSecretValue', secret.replace('warehouse', 'payroll')), []],
  ['read a named parameter', call('ssm:GetParameters', secretParameter), ['execution']],
  ['read parameters below it', call('ssm:GetParameters', `${secretParameter}/more`), []],
  ['use the named key', call('kms:Decrypt', secretKey), ['execution']],
  ['use another key', call('kms:Decrypt', secretKey.replace('1234abcd', 'ffffffff')), []],
  ['read a bucket', call('s3:GetObject', 'arn:aws:s3:::warehouse/x'), []],
  ['call GitHub', call('events:InvokeApiDestination', destination()), ['clock']],
  ['call somebody else', call('events:InvokeApiDestination', destination().replace('acme', 'other')), []],
  ['redirect the token', call('events:UpdateApiDestination', destination()), []],
  [
    'read the token',
    call('secretsmanager:GetSecretValue', secret.replace('warehouse', 'headgate/acme/github')),
    [],
  ],
  [
    'change a stack',
    call('cloudformation:UpdateStack', `arn:aws:cloudformation:${here}:stack/headgate-acme-access/*`),
    [],
  ],
  ['simulate a policy', call('iam:SimulatePrincipalPolicy', executionRole), []],
  ['simulate their own policy', call('iam:SimulatePrincipalPolicy', tickRole), ['tick']],
  ['read whom a role trusts', call('iam:GetRole', tickRole), ['tick']],
  ['read whom another role trusts', call('iam:GetRole', `${tickRole}-2`), []],
  ['read the moment that the clock is set to', call('scheduler:GetSchedule', schedule), ['deploy', 'tick']],
  ['set the clock', call('scheduler:UpdateSchedule', schedule), ['deploy', 'tick']],
  ["set another project's", call('scheduler:UpdateSchedule', schedule.replace('acme', 'other')), []],
  ['set another schedule of the project', call('scheduler:UpdateSchedule', `${schedule}-2`), []],
  ['make a schedule', call('scheduler:CreateSchedule', schedule), []],
  ['delete the clock', call('scheduler:DeleteSchedule', schedule), []],
  ['hand the clock its role', call('iam:PassRole', clockRole, toClock), ['deploy', 'tick']],
  ['hand the clock another role', call('iam:PassRole', executionRole, toClock), []],
  ["hand the clock's role to ECS tasks", call('iam:PassRole', clockRole, toTasks), []],
  ['say that it is time', call('events:PutEvents', bus, ownEvent), ['wake-up']],
  ['say it for another project', call('events:PutEvents', bus, { 'events:source': 'headgate.other' }), []],
  ['say anything', call('events:PutEvents', bus), []],
  ['keep what was not delivered', call('sqs:SendMessage', queue), ['wake-up']],
  ['fill another queue', call('sqs:SendMessage', `${queue}2`), []],
  ['read the ways out of a network', call('ec2:DescribeRouteTables', '*', hereOnly), ['tick']],
  ['read subnets', call('ec2:DescribeSubnets', '*', hereOnly), ['tick']],
  ['read security groups', call('ec2:DescribeSecurityGroups', '*', hereOnly), ['tick']],
  ['read networks elsewhere', call('ec2:DescribeSubnets', '*', { 'ec2:Region': 'us-west-2' }), []],
  ['open a security group', call('ec2:AuthorizeSecurityGroupIngress', '*', hereOnly), []],
  ['look for log groups', call('logs:DescribeLogGroups', `${log}:*`), ['tick']],
  ['read a rule', call('events:DescribeRule', rule('clock')), ['tick']],
  ['read what a rule starts', call('events:ListTargetsByRule', rule('clock')), ['tick']],
  ["read another project's rule", call('events:DescribeRule', rule('clock').replace('acme', 'other')), []],
  ['turn a rule off', call('events:DisableRule', rule('clock')), []],
  [
    'read a quota',
    call('servicequotas:GetServiceQuota', `arn:aws:servicequotas:${here}:fargate/L-3032A538`),
    ['tick'],
  ],
  ['read the default of a quota', call('servicequotas:GetAWSDefaultServiceQuota', '*'), ['tick']],
  [
    'ask for a higher quota',
    call('servicequotas:RequestServiceQuotaIncrease', `arn:aws:servicequotas:${here}:fargate/L-3032A538`),
    [],
  ],
];

function rule(name: string): string {
  return `arn:aws:events:${here}:rule/headgate-acme-${name}`;
}

function destination(): string {
  const target = propertiesOf(fullStack('clock'), 'ClockToTick');
  return target.Targets[0].Arn;
}

describe('The shipped roles allow exactly this', () => {
  it('and the table is not a small one', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  const roles = rolesOf();
  it.each(rows)('%s', (_, wanted, allowed) => {
    const found = Object.entries(roles).filter(([, statements]) => isAllowed(statements, wanted));
    expect(found.map(([role]) => role).sort()).toEqual([...allowed].sort());
  });

  it('every action of a policy is in the table, so that none is granted unseen', () => {
    const granted = Object.values(roles).flatMap((all) => all.flatMap(({ Action }) => Action));
    const seen = new Set(rows.filter(([, , allowed]) => allowed.length > 0).map(([, { action }]) => action));
    expect([...new Set(granted)].filter((action) => !seen.has(action)).sort()).toEqual([
      // The rest of a push or a pull: the same statement, the same repository.
      'ecr:BatchCheckLayerAvailability',
      'ecr:CompleteLayerUpload',
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
    ]);
  });
});

/** Each command of the SDK in what the doctor reads of the account, by the prefix of its permissions. */
function examinedActions(): readonly string[] {
  const folder = fileURLToPath(new URL('../../src/adapters/ecs/account/', import.meta.url));
  const text = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
  const imports = [...text.matchAll(/import \{([^}]+)\} from '@aws-sdk\/client-([\w-]+)'/g)];
  const prefixes: { readonly [client: string]: string } = {
    'cloudwatch-logs': 'logs',
    eventbridge: 'events',
    'service-quotas': 'servicequotas',
  };
  return imports.flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/(\w+)Command\b/g)].map(([, name]) => `${prefixes[client] ?? client}:${name}`),
  );
}

describe('The doctor on GitHub', () => {
  it('may make every call that it makes', () => {
    const allowed = new Set(rows.filter(([, , to]) => to.includes('tick')).map(([, { action }]) => action));
    expect(examinedActions()).toContain('servicequotas:GetAWSDefaultServiceQuota');
    // Everybody may ask who they are; no policy can forbid it (AWS STS API reference, GetCallerIdentity).
    const refused = examinedActions().filter((action) => !allowed.has(action));
    expect(refused).toEqual(['sts:GetCallerIdentity']);
  });
});

describe('Policies that do not come with a role', () => {
  it('let EventBridge write to the event log, and nobody write anywhere else', () => {
    const { PolicyDocument } = propertiesOf(fullStack('clock'), 'EventLogPolicy');
    const { Statement } = JSON.parse(PolicyDocument);
    expect(Statement).toHaveLength(1);
    expect(Statement[0].Principal).toEqual({
      Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'],
    });
    expect(isAllowed(Statement, call('logs:PutLogEvents', `${log}/events:log-stream:x`))).toBe(true);
    expect(isAllowed(Statement, call('logs:PutLogEvents', `${log}:log-stream:x`))).toBe(false);
    expect(isAllowed(Statement, call('logs:DeleteLogGroup', `${log}/events:*`))).toBe(false);
  });

  it("let this project's rules and nobody else send to the queue of what was not delivered", () => {
    const { PolicyDocument } = propertiesOf(fullStack('clock'), 'UndeliveredPolicy');
    const queue = `arn:aws:sqs:${here}:headgate-acme-undelivered`;
    const from = (rule: string) =>
      call('sqs:SendMessage', queue, { 'aws:SourceArn': `arn:aws:events:${rule}` });
    const answers = [
      `${here}:rule/headgate-acme-clock`,
      `${here}:rule/other`,
      `${region}:210987654321:rule/headgate-acme-x`,
    ];
    expect(answers.map((rule) => isAllowed(PolicyDocument.Statement, from(rule)))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

function rolesOf(): { readonly [role in Role]: readonly Json[] } {
  const [access, clusterStack, clock] = [fullStack('access'), fullStack('cluster'), fullStack('clock')];
  const further = [...own(access, 'PassFlowRoles'), ...own(access, 'SetClock')];
  return {
    deploy: [...own(access, 'DeployRole'), ...further],
    tick: [...own(access, 'TickRole'), ...further, ...own(access, 'ExamineSetUp')],
    execution: [
      ...own(clusterStack, 'ExecutionRole'),
      ...['ReadSecrets', 'ReadSecretParameters', 'UseSecretKeys'].flatMap((name) => own(clusterStack, name)),
    ],
    task: own(clusterStack, 'TaskRole'),
    clock: own(clock, 'DispatchRole'),
    'wake-up': own(clock, 'WakeUpRole'),
  };
}

function own({ resources }: Resolved, role: string): readonly Json[] {
  const resource = resources[role];
  if (resource === undefined) throw new Error(`There is no ${role}`);
  return permissionsOf(resource);
}
