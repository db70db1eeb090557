import { describe, expect, it } from '@jest/globals';
import { violationsOf } from './rules.ts';
import { fullStack, setUps, stackOf } from './stacks.ts';
import { type Json, readTemplate, type TemplateName, templateNames } from './template.ts';

describe('The shipped templates', () => {
  it.each(setUps)('keep every rule of the house: $name with $given', ({ name, given }) => {
    expect(violationsOf(stackOf(name, given))).toEqual([]);
  });

  it.each(templateNames)('say of every parameter and output of %s what it is for', (name) => {
    const { Parameters, Outputs } = readTemplate(name);
    const parts = [...Object.entries<Json>(Parameters), ...Object.entries<Json>(Outputs)];
    for (const [part, { Description }] of parts)
      expect([part, Description]).toEqual([part, expect.stringMatching(/\S/)]);
  });

  it.each(['nat-gateway', 'nat-instance', 'public'])(
    'bring the free way to S3 with a network of their own: %s',
    (Egress) => {
      const { resources } = stackOf('network', { Project: 'acme', Egress });
      expect(resources['S3Endpoint']?.Properties).toMatchObject({ VpcEndpointType: 'Gateway' });
    },
  );

  it('have one outgoing address in each mode that has a fixed one, and none in the others', () => {
    const counts = setUps
      .filter(({ name }) => name === 'network')
      .map(({ given }) => {
        const resources = Object.values(stackOf('network', given).resources);
        return [given['Egress'], resources.filter(({ Type }) => Type === 'AWS::EC2::EIP').length];
      });
    expect(counts).toEqual([
      ['nat-gateway', 1],
      ['nat-instance', 1],
      ['public', 0],
      ['existing', 0],
    ]);
  });
});

describe('A template that breaks a rule is found out:', () => {
  const breaks: readonly [string, TemplateName, (resources: Json) => void, RegExp][] = [
    ['an action with a wildcard', 'access', (all) => (deploy(all)[0].Action = 'ecs:*'), /allows ecs:\*/],
    [
      'a permission on everything',
      'access',
      (all) => (deploy(all)[0].Resource = '*'),
      /RegisterTaskDefinition on everything/,
    ],
    [
      'a permission of IAM',
      'access',
      (all) => (deploy(all)[0].Action = 'iam:CreateRole'),
      /allows iam:CreateRole/,
    ],
    [
      'a role by pattern',
      'access',
      (all) => (pass(all).Resource = 'arn:aws:iam::123456789012:role/*'),
      /passes/,
    ],
    ['a role for any service', 'access', (all) => delete pass(all).Condition, /any service/],
    ['a list of every cluster', 'access', (all) => delete tick(all, 'List').Condition, /every cluster/],
    [
      'runs in every cluster',
      'access',
      (all) => delete tick(all, 'Run').Condition.ArnEquals,
      /every cluster/,
    ],
    [
      'a subject by pattern',
      'access',
      (all) => (trust(all)[`${issuer}:sub`] = 'repo:Acme-Inc/flows:*'),
      /trusts repo/,
    ],
    [
      'the subject of pull requests',
      'access',
      (all) => (trust(all)[`${issuer}:sub`] = 'repo:a/b:pull_request'),
      /trusts repo/,
    ],
    ['no subject', 'access', (all) => delete trust(all)[`${issuer}:sub`], /subject/],
    ['no audience', 'access', (all) => delete trust(all)[`${issuer}:aud`], /audience/],
    [
      'no number of the repository',
      'access',
      (all) => delete trust(all)[`${issuer}:repository_id`],
      /number/,
    ],
    [
      'StringLike',
      'access',
      ({ DeployRole }) => {
        const [statement] = DeployRole.Properties.AssumeRolePolicyDocument.Statement;
        statement.Condition.StringLike = { [`${issuer}:sub`]: 'repo:*' };
      },
      /StringLike/,
    ],
    [
      'a policy of AWS',
      'cluster',
      ({ ExecutionRole }) => (ExecutionRole.Properties.ManagedPolicyArns = ['x']),
      /not this template/,
    ],
    [
      'a task role with rights',
      'cluster',
      ({ TaskRole }) => (TaskRole.Properties.Policies = []),
      /may do something/,
    ],
    [
      'a confused deputy',
      'cluster',
      ({ TaskRole }) => delete TaskRole.Properties.AssumeRolePolicyDocument.Statement[0].Condition,
      /any account/,
    ],
    ['a log that goes', 'cluster', ({ RunLog }) => delete RunLog.DeletionPolicy, /goes with its stack/],
    [
      'a log without retention',
      'cluster',
      ({ RunLog }) => delete RunLog.Properties.RetentionInDays,
      /14 days/,
    ],
    [
      'tags that move',
      'cluster',
      ({ Images }) => (Images.Properties.ImageTagMutability = 'MUTABLE'),
      /moved/,
    ],
    ['no scan', 'cluster', ({ Images }) => delete Images.Properties.ImageScanningConfiguration, /scans/],
    [
      'images that expire by age',
      'cluster',
      ({ Images }) => {
        const rule = {
          selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 365 },
        };
        Images.Properties.LifecyclePolicy.LifecyclePolicyText = JSON.stringify({ rules: [rule] });
      },
      /in use/,
    ],
    [
      'parts of images that nothing takes',
      'cluster',
      ({ Images }) => {
        const policy = JSON.parse(Images.Properties.LifecyclePolicy.LifecyclePolicyText);
        Images.Properties.LifecyclePolicy.LifecyclePolicyText = JSON.stringify({ rules: [policy.rules[0]] });
      },
      /beneath an index/,
    ],
    [
      'ingress to the flows',
      'network',
      ({ FlowSecurityGroup }) =>
        (FlowSecurityGroup.Properties.SecurityGroupIngress = [{ CidrIp: '10.0.0.0/8' }]),
      /lets 10/,
    ],
    [
      'ingress from anywhere',
      'network',
      ({ NatSecurityGroup }) => (NatSecurityGroup.Properties.SecurityGroupIngress[0].CidrIp = '0.0.0.0/0'),
      /lets 0/,
    ],
    [
      'addresses by themselves',
      'network',
      ({ PublicSubnetA }) => (PublicSubnetA.Properties.MapPublicIpOnLaunch = true),
      /by itself/,
    ],
    [
      'no dead letters',
      'clock',
      ({ ClockToTick }) => delete ClockToTick.Properties.Targets[0].DeadLetterConfig,
      /loses/,
    ],
    [
      'a wake-up at some time',
      'clock',
      ({ WakeUp }) => (WakeUp.Properties.FlexibleTimeWindow.Mode = 'FLEXIBLE'),
      /some time/,
    ],
    [
      'a wake-up without dead letters',
      'clock',
      ({ WakeUp }) => delete WakeUp.Properties.Target.DeadLetterConfig,
      /loses/,
    ],
    [
      'a role of a flow for the clock',
      'access',
      ({ SetClock }) =>
        (SetClock.Properties.PolicyDocument.Statement[1].Resource =
          'arn:aws:iam::123456789012:role/headgate-acme-execution'),
      /passes/,
    ],
    [
      'a flood',
      'clock',
      ({ TickDestination }) => (TickDestination.Properties.InvocationRateLimitPerSecond = 300),
      /a second/,
    ],
  ];

  it.each(breaks)('%s', (_, name, change, expected) => {
    const template = readTemplate(name);
    change(template.Resources);
    expect(violationsOf(fullStack(name, template)).join('\n')).toMatch(expected);
  });
});

const issuer = 'token.actions.githubusercontent.com';

function deploy({ DeployRole }: Json): Json {
  return DeployRole.Properties.Policies[0].PolicyDocument.Statement;
}

function pass(resources: Json): Json {
  return deploy(resources).find(({ Sid }: Json) => Sid === 'Pass');
}

function tick({ TickRole }: Json, sid: string): Json {
  return TickRole.Properties.Policies[0].PolicyDocument.Statement.find(({ Sid }: Json) => Sid === sid);
}

function trust({ DeployRole }: Json): Json {
  return DeployRole.Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals;
}
