import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { CreateClusterCommand, ECSClient } from '@aws-sdk/client-ecs';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { awsAccount } from '../../src/adapters/ecs/account/account.ts';
import { at, ec2Query, listAt, textAt, type Xml } from '../../src/adapters/ecs/account/ec2-query.ts';
import { createServiceRole } from '../../src/adapters/ecs/service-role.ts';
import { schedulerWakeUps } from '../../src/adapters/ecs/wake-ups.ts';
import { at as moment } from '../core/builders.ts';

// Its first answer of each service takes seconds.
jest.setTimeout(60_000);

const region = 'eu-west-3';
const place = { region };
const account = awsAccount(place);
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {} }],
};

beforeAll(() => {
  const url = process.env['HEADGATE_MOTO_URL'] ?? '';
  if (url === '') throw new Error('Run this with `npm run test:moto`, which starts moto.');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});
afterAll(() => {
  delete process.env['AWS_ENDPOINT_URL'];
});

/** One call of EC2 that changes something, and the id that its answer names. */
async function make(action: string, parameters: { [name: string]: string }, id = ''): Promise<string> {
  const answer = at(await ec2Query(place, action, parameters), `${action}Response`);
  return id.split('.').reduce<Xml | undefined>(at, answer) as string;
}

describe('What moto, too, makes of the questions of the doctor', () => {
  it('is whose the credentials are', async () => {
    expect(await account.identity()).toMatchObject({
      account: '123456789012',
      arn: expect.stringMatching(/^arn:aws:sts::/),
    });
  });

  it('is a network with its ways out', async () => {
    const vpc = await make('CreateVpc', { CidrBlock: '10.9.0.0/16' }, 'vpc.vpcId');
    const subnet = async (cidr: string) =>
      make('CreateSubnet', { VpcId: vpc, CidrBlock: cidr }, 'subnet.subnetId');
    const [lone, out, nat] = [
      await subnet('10.9.1.0/24'),
      await subnet('10.9.2.0/24'),
      await subnet('10.9.3.0/24'),
    ];
    const gateway = await make('CreateInternetGateway', {}, 'internetGateway.internetGatewayId');
    await make('AttachInternetGateway', { VpcId: vpc, InternetGatewayId: gateway });
    const table = async (of: string) => {
      const made = await make('CreateRouteTable', { VpcId: vpc }, 'routeTable.routeTableId');
      await make('AssociateRouteTable', { RouteTableId: made, SubnetId: of });
      return made;
    };
    const everywhere = { DestinationCidrBlock: '0.0.0.0/0' };
    await make('CreateRoute', { RouteTableId: await table(out), ...everywhere, GatewayId: gateway });
    const address = await make('AllocateAddress', { Domain: 'vpc' }, 'allocationId');
    const natGateway = await make(
      'CreateNatGateway',
      { SubnetId: out, AllocationId: address },
      'natGateway.natGatewayId',
    );
    await make('CreateRoute', { RouteTableId: await table(nat), ...everywhere, NatGatewayId: natGateway });
    const found = await account.subnets([lone, out, nat, 'subnet-0aaa']);
    expect(found).toEqual(
      new Map([
        [lone, { network: vpc, wayOut: 'none' }],
        [out, { network: vpc, wayOut: 'internet-gateway' }],
        [nat, { network: vpc, wayOut: 'other' }],
      ]),
    );
    const group = await make(
      'CreateSecurityGroup',
      { GroupName: 'flows', GroupDescription: 'flows', VpcId: vpc },
      'groupId',
    );
    expect(await account.securityGroups([group, 'sg-0bbb'])).toEqual(new Map([[group, vpc]]));
  });

  it('is an error with the name that EC2 gives it', async () => {
    const error = await ec2Query(place, 'DescribeVpcs', { 'VpcId.1': 'vpc-0aaa' }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'InvalidVpcID.NotFound', $fault: 'client' });
    expect(listAt(undefined, 'x')).toEqual([]);
    expect(textAt('x', 'y')).toBeUndefined();
  });

  it('is a role, whom it trusts, and what it may not do', async () => {
    const client = new IAMClient(place);
    const { Role } = await client.send(
      new CreateRoleCommand({
        RoleName: 'headgate-acme-tick',
        AssumeRolePolicyDocument: JSON.stringify(trust),
      }),
    );
    const Statement = [{ Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await client.send(
      new PutRolePolicyCommand({ RoleName: 'headgate-acme-tick', PolicyName: 'tick', PolicyDocument }),
    );
    client.destroy();
    expect(await account.trustOf('headgate-acme-tick')).toEqual(trust);
    expect(await account.trustOf('headgate-acme-other')).toBeUndefined();
    expect(Role?.Arn).toMatch(/role\/headgate-acme-tick$/);
  });

  it('is a role of ECS that is made once, and is there the second time', async () => {
    await createServiceRole(region);
    await createServiceRole(region);
    // The name that AWS gives it is AWSServiceRoleForECS.
    expect(await account.trustOf('AWSServiceRoleForecs')).toMatchObject({
      Statement: [{ Principal: { Service: ['ecs.amazonaws.com'] } }],
    });
  });

  it('is a cluster, a log group and a rule', async () => {
    const [ecs, logs, events] = [
      new ECSClient(place),
      new CloudWatchLogsClient(place),
      new EventBridgeClient(place),
    ];
    await ecs.send(
      new CreateClusterCommand({ clusterName: 'headgate-acme', capacityProviders: ['FARGATE'] }),
    );
    expect(await account.cluster('headgate-acme')).toEqual({
      status: 'ACTIVE',
      capacityProviders: ['FARGATE'],
    });
    expect(await account.cluster('gone')).toBeUndefined();
    await logs.send(new CreateLogGroupCommand({ logGroupName: '/headgate/acme/events' }));
    expect(await account.logGroup('/headgate/acme')).toBeUndefined();
    expect(await account.logGroup('/headgate/acme/events')).toEqual({});
    await logs.send(
      new PutRetentionPolicyCommand({ logGroupName: '/headgate/acme/events', retentionInDays: 30 }),
    );
    expect(await account.logGroup('/headgate/acme/events')).toEqual({ retentionDays: 30 });
    const Name = 'headgate-acme-event-log';
    const Arn = `arn:aws:logs:${region}:123456789012:log-group:/headgate/acme/events`;
    await events.send(
      new PutRuleCommand({ Name, ScheduleExpression: 'rate(30 minutes)', State: 'DISABLED' }),
    );
    await events.send(new PutTargetsCommand({ Rule: Name, Targets: [{ Id: 'log', Arn }] }));
    expect(await account.rule(Name)).toEqual({ isEnabled: false, targets: [Arn] });
    expect(await account.rule('gone')).toBeUndefined();
    for (const client of [ecs, logs, events]) client.destroy();
  });

  it('is an image that is there, and one that is not', async () => {
    const client = new ECRClient(place);
    const repositoryName = 'headgate-acme';
    const { repository } = await client.send(new CreateRepositoryCommand({ repositoryName }));
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: 'x', config: {}, layers: [] });
    const { image } = await client.send(
      new PutImageCommand({ repositoryName, imageManifest, imageTag: 'a' }),
    );
    client.destroy();
    const there = `${repository?.repositoryUri}@${image?.imageId?.imageDigest}`;
    const gone = `${repository?.repositoryUri}@sha256:${'0'.repeat(64)}`;
    const nowhere = gone.replace('headgate-acme', 'headgate-other');
    const elsewhere = `ghcr.io/acme/flows@sha256:${'0'.repeat(64)}`;
    expect(await account.missingImages([there, gone, nowhere, elsewhere])).toEqual([gone, nowhere]);
  });

  it('is a clock that is set, read and set again, and keeps what it wakes', async () => {
    const client = new SchedulerClient(place);
    await client.send(new CreateScheduleGroupCommand({ Name: 'headgate-acme' }));
    const Target = {
      Arn: `arn:aws:events:${region}:123456789012:event-bus/default`,
      RoleArn: 'arn:aws:iam::123456789012:role/headgate-acme-wake-up',
      EventBridgeParameters: { Source: 'headgate.acme', DetailType: 'Wake-up' },
    };
    await client.send(
      new CreateScheduleCommand({
        Name: 'wake-up',
        GroupName: 'headgate-acme',
        ScheduleExpression: 'at(2099-01-01T00:00:00)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target,
      }),
    );
    client.destroy();
    const clock = schedulerWakeUps({ region, clock: 'headgate-acme/wake-up' });
    expect(await clock.planned()).toBe(moment('2099-01-01T00:00:00Z'));
    for (const text of ['2030-11-24T12:00:00Z', '2030-11-24T12:05:00Z']) {
      await clock.plan(moment(text));
      expect(await clock.planned()).toBe(moment(text));
    }
    expect(await account.clock('headgate-acme/wake-up')).toEqual({
      isEnabled: true,
      at: moment('2030-11-24T12:05:00Z'),
    });
    expect(await account.clock('headgate-acme/gone')).toBeUndefined();
    await expect(schedulerWakeUps({ region, clock: 'headgate-acme/gone' }).planned()).rejects.toMatchObject({
      problem: { code: 'E_AWS_CLOCK' },
    });
  });
});
