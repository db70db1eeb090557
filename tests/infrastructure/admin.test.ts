import { describe, expect, it } from '@jest/globals';
import { type Call, isAllowed } from './iam.ts';
import { account, type Resolved, region } from './resolve.ts';
import { permissionsOf, violationsOf } from './rules.ts';
import { boundary, flowRole, fullStack, propertiesOf, setUps, stackOf } from './stacks.ts';
import { immutable, old, subjects } from './subjects.ts';
import { type Json, readTemplate } from './template.ts';

const here = `${region}:${account}`;
const stack = fullStack('admin');
const roles = { look: ['Look'], setup: ['Look', 'SetupRole'] } as const;
type Role = keyof typeof roles;

function own({ resources }: Resolved, part: string): readonly Json[] {
  const resource = resources[part];
  if (resource === undefined) throw new Error(`There is no ${part}`);
  return permissionsOf(resource);
}

function call(action: string, resource: string, context: Call['context'] = {}): Call {
  return { action, resource, context };
}

const role = (name: string) => `arn:aws:iam::${account}:role/headgate-acme-${name}`;
const policy = (name: string) => `arn:aws:iam::${account}:policy/headgate-acme-${name}`;
const stackArn = (name: string) => `arn:aws:cloudformation:${here}:stack/headgate-${name}/0a1b`;
const log = `arn:aws:logs:${here}:log-group:/headgate/acme`;
const bounded = { 'iam:PermissionsBoundary': boundary };
const vpc = `arn:aws:ec2:${here}:vpc/vpc-0123456789abcdef0`;

const rows: readonly (readonly [title: string, call: Call, allowed: readonly Role[]])[] = [
  ['propose a change', call('cloudformation:CreateChangeSet', stackArn('acme-access')), ['look', 'setup']],
  ['withdraw it', call('cloudformation:DeleteChangeSet', stackArn('acme-access')), ['look', 'setup']],
  ['carry it out', call('cloudformation:ExecuteChangeSet', stackArn('acme-access')), ['setup']],
  ['remove a stack', call('cloudformation:DeleteStack', stackArn('acme-clock')), ['setup']],
  [
    'look at the stack of itself',
    call('cloudformation:DescribeStacks', stackArn('acme-admin')),
    ['look', 'setup'],
  ],
  ['change the stack of itself', call('cloudformation:CreateChangeSet', stackArn('acme-admin')), []],
  ['remove the stack of itself', call('cloudformation:DeleteStack', stackArn('acme-admin')), []],
  ["change another project's", call('cloudformation:CreateChangeSet', stackArn('other-access')), []],
  ['change any other stack', call('cloudformation:ExecuteChangeSet', stackArn('acme-access-payroll')), []],
  ['make a stack without a change set', call('cloudformation:CreateStack', stackArn('acme-access')), []],
  [
    'count what runs',
    call('ecs:ListTasks', '*', { 'ecs:cluster': `arn:aws:ecs:${here}:cluster/headgate-acme` }),
    ['look', 'setup'],
  ],
  ['find the identity provider', call('iam:ListOpenIDConnectProviders', '*'), ['look', 'setup']],
  ['find what logs are left', call('logs:DescribeLogGroups', '*'), ['look', 'setup']],
  ['make a role within the boundary', call('iam:CreateRole', role('tick'), bounded), ['setup']],
  ['make one without', call('iam:CreateRole', role('tick')), []],
  [
    'make one within another boundary',
    call('iam:CreateRole', role('tick'), { 'iam:PermissionsBoundary': policy('other') }),
    [],
  ],
  ['widen a bounded role', call('iam:PutRolePolicy', role('tick'), bounded), ['setup']],
  ['widen one that is not', call('iam:PutRolePolicy', role('tick')), []],
  ['widen its own', call('iam:PutRolePolicy', role('setup'), bounded), []],
  ['attach to its own', call('iam:AttachRolePolicy', role('setup'), bounded), []],
  ['trust more than it does', call('iam:UpdateAssumeRolePolicy', role('setup')), []],
  ['make any other role', call('iam:CreateRole', `arn:aws:iam::${account}:role/admin`, bounded), []],
  ['change a role of a flow', call('iam:PutRolePolicy', flowRole, bounded), []],
  ['take the boundary off', call('iam:DeleteRolePermissionsBoundary', role('tick'), bounded), []],
  ['move the boundary', call('iam:CreatePolicyVersion', policy('boundary')), []],
  ['change what may look', call('iam:CreatePolicyVersion', policy('look')), []],
  ['change what ticks may pass', call('iam:CreatePolicyVersion', policy('pass-flow-roles')), ['setup']],
  ['make a person', call('iam:CreateUser', `arn:aws:iam::${account}:user/mallory`), []],
  ['make a key', call('iam:CreateAccessKey', `arn:aws:iam::${account}:user/admin`), []],
  [
    'trust another issuer',
    call('iam:CreateOpenIDConnectProvider', `arn:aws:iam::${account}:oidc-provider/evil.example`),
    [],
  ],
  [
    'hand a role to a machine',
    call('iam:PassRole', role('setup'), { 'iam:PassedToService': 'ec2.amazonaws.com' }),
    [],
  ],
  [
    'hand the clock its role',
    call('iam:PassRole', role('clock'), { 'iam:PassedToService': 'events.amazonaws.com' }),
    ['setup'],
  ],
  [
    'hand a role to ECS tasks',
    call('iam:PassRole', role('task'), { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }),
    [],
  ],
  ['take another role', call('sts:AssumeRole', role('tick')), []],
  ['make a network', call('ec2:CreateVpc', vpc), ['setup']],
  ['make one in another region', call('ec2:CreateVpc', vpc.replace(region, 'us-west-2')), []],
  [
    'start a NAT instance',
    call('ec2:RunInstances', `arn:aws:ec2:${here}:instance/i-0123456789abcdef0`),
    ['setup'],
  ],
  ['join networks', call('ec2:CreateVpcPeeringConnection', vpc), []],
  ['make the cluster', call('ecs:CreateCluster', `arn:aws:ecs:${here}:cluster/headgate-acme`), ['setup']],
  ['remove another cluster', call('ecs:DeleteCluster', `arn:aws:ecs:${here}:cluster/payroll`), []],
  ['run something', call('ecs:RunTask', `arn:aws:ecs:${here}:task-definition/headgate-acme-a:1`), []],
  ['make the log', call('logs:CreateLogGroup', log), ['setup']],
  ['delete the log', call('logs:DeleteLogGroup', log), []],
  ['read the log', call('logs:GetLogEvents', `${log}:log-stream:x`), []],
  [
    'read the token for the clock',
    call(
      'secretsmanager:GetSecretValue',
      `arn:aws:secretsmanager:${here}:secret:headgate/acme/github-AbCdEf`,
    ),
    ['setup'],
  ],
  [
    'read another secret',
    call('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${here}:secret:payroll-AbCdEf`),
    [],
  ],
  [
    "redirect another project's token",
    call('events:UpdateApiDestination', `arn:aws:events:${here}:api-destination/headgate-other-tick/1`),
    [],
  ],
];

describe('What GitHub may set up with', () => {
  it('is held against no small table', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rows)('%s', (_, wanted, allowed) => {
    const found = (Object.keys(roles) as Role[]).filter((name) =>
      isAllowed(
        roles[name].flatMap((part) => own(stack, part)),
        wanted,
      ),
    );
    expect(found).toEqual(allowed);
  });

  it.each([
    ['LookRole', 'ref:refs/heads/main'],
    ['SetupRole', 'environment:headgate-admin'],
  ])(
    '%s trusts one kind of job, in both forms of the subject, in setup.yml and teardown.yml alone',
    (part, kind) => {
      const { AssumeRolePolicyDocument: document } = propertiesOf(stack, part);
      const accepts = (sub: string, workflow: string) =>
        isAllowed(document.Statement, {
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: '',
          context: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:repository_id': '815',
            'token.actions.githubusercontent.com:sub': sub,
            'token.actions.githubusercontent.com:job_workflow_ref': `Acme-Inc/flows/.github/workflows/${workflow}.yml@refs/heads/main`,
          },
        });
      expect(subjects.filter((sub) => accepts(sub, 'setup'))).toEqual([
        `${old}:${kind}`,
        `${immutable}:${kind}`,
      ]);
      const workflows = ['ci', 'control', 'deploy', 'plan', 'release', 'run', 'setup', 'teardown', 'tick'];
      expect(workflows.filter((name) => accepts(`${old}:${kind}`, name))).toEqual(['setup', 'teardown']);
    },
  );
});

describe('The boundary', () => {
  const bounds = own(stack, 'Boundary');
  const boundedStacks = setUps
    .filter(({ name }) => ['cluster', 'access', 'clock'].includes(name))
    .map(({ name, given }) => stackOf(name, { ...given, Boundary: boundary }));

  it('is on every role of the other stacks, where it is given, and on none where it is not', () => {
    const found = (stacks: readonly Resolved[]) =>
      stacks.flatMap(({ resources }) =>
        Object.values(resources)
          .filter(({ Type }) => Type === 'AWS::IAM::Role')
          .map(({ Properties }) => Properties?.['PermissionsBoundary']),
      );
    expect(new Set(found(boundedStacks))).toEqual(new Set([boundary]));
    expect(new Set(found([fullStack('cluster'), fullStack('access'), fullStack('clock')]))).toEqual(
      new Set([undefined]),
    );
  });

  it('allows all that these roles are for', () => {
    const missing = boundedStacks.flatMap(({ resources }) =>
      Object.entries(resources).flatMap(([part, resource]) =>
        permissionsOf(resource)
          .flatMap(callsOf)
          .filter((wanted) => !isAllowed(bounds, wanted))
          .map(({ action, resource: arn }) => `${part}: ${action} on ${arn}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    ['make a role', call('iam:CreateRole', role('tick'))],
    [
      'pass a role that nobody has named',
      call('iam:PassRole', `arn:aws:iam::${account}:role/admin`, {
        'iam:PassedToService': 'ecs-tasks.amazonaws.com',
      }),
    ],
    ['read a bucket', call('s3:GetObject', 'arn:aws:s3:::payroll/x')],
    ['run what is not its project', call('ecs:RunTask', `arn:aws:ecs:${here}:task-definition/payroll:1`)],
    ['open a shell', call('ecs:ExecuteCommand', `arn:aws:ecs:${here}:task/headgate-acme/1`)],
    ['take another role', call('sts:AssumeRole', role('deploy'))],
  ])('lets none of them %s, whatever their policies say', (_, wanted) => {
    expect(isAllowed(bounds, wanted)).toBe(false);
  });
});

/** The calls that a statement is written for: each action on each resource, under the conditions that it names. */
function callsOf({ Action, Resource, Condition = {} }: Json): readonly Call[] {
  const context = Object.assign({}, ...Object.values<Json>(Condition));
  delete context['ecs:enable-execute-command'];
  return [Action]
    .flat()
    .flatMap((action: string) =>
      [Resource].flat().map((resource: string) => ({ action, resource, context })),
    );
}

describe('The names in admin.yml', () => {
  const text = JSON.stringify(own(stack, 'SetupRole'));

  it('are those of every role and policy of the other stacks', () => {
    const names = (['cluster', 'access', 'clock'] as const).flatMap((name) =>
      Object.values(fullStack(name).resources).flatMap(({ Properties: properties = {} }) => [
        ...('RoleName' in properties ? [`:role/${properties['RoleName']}"`] : []),
        ...('ManagedPolicyName' in properties ? [`:policy/${properties['ManagedPolicyName']}"`] : []),
      ]),
    );
    expect(names.length).toBeGreaterThan(6);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('A template of what sets up that breaks a rule is found out:', () => {
  const statement = ({ SetupRole }: Json, sid: string) =>
    SetupRole.Properties.Policies[0].PolicyDocument.Statement.find(({ Sid }: Json) => Sid === sid);

  it.each<[string, (resources: Json) => void, RegExp]>([
    [
      'grants without the boundary',
      (all) => delete statement(all, 'GrantWithinTheBoundary').Condition,
      /without the boundary/,
    ],
    [
      'roles by pattern',
      (all) => (statement(all, 'ChangeRoles').Resource = 'arn:aws:iam::1:role/*'),
      /on arn:aws:iam/,
    ],
    ['its own role', (all) => (statement(all, 'ChangeRoles').Resource = role('setup')), /what bounds it/],
    [
      'the boundary itself',
      (all) => (statement(all, 'ChangePolicies').Resource = policy('boundary')),
      /what bounds it/,
    ],
    [
      'a role for machines',
      (all) =>
        (statement(all, 'PassToRules').Condition.StringEquals['iam:PassedToService'] = 'ec2.amazonaws.com'),
      /to ec2/,
    ],
    [
      'stacks by pattern',
      (all) => (statement(all, 'Carry').Action = 'cloudformation:*'),
      /allows cloudformation/,
    ],
    [
      'a trust in any branch',
      ({ LookRole }) =>
        (LookRole.Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals[
          'token.actions.githubusercontent.com:sub'
        ] = 'repo:a/b:*'),
      /trusts repo/,
    ],
  ])('%s', (_, change, expected) => {
    const template = readTemplate('admin');
    change(template.Resources);
    expect(violationsOf(fullStack('admin', template)).join('\n')).toMatch(expected);
  });
});
