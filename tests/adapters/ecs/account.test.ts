import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { awsAccount } from '../../../src/adapters/ecs/account/account.ts';
import { awsAnswerViolations, awsViolations, readTarget } from '../../contract/aws-requests.ts';
import { settingVariables } from './stage.ts';

type Answer = { readonly status?: number; readonly body: string };
type Call = { readonly operation: string; readonly input: { readonly [name: string]: unknown } };

const account = awsAccount({ region: 'eu-west-3' });
let server: Server;
let calls: Call[];
/** What AWS's own models say of the requests, and of the answers that this file makes up. */
let violations: string[];
let answers: { [operation: string]: Answer[] };
let restore: () => void;

beforeEach(async () => {
  [calls, violations, answers] = [[], [], {}];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const target = request.headers['x-amz-target'];
    const query = new URLSearchParams(text);
    const operation = String(target ?? '').split('.')[1] ?? query.get('Action') ?? '';
    calls.push({
      operation,
      input: target === undefined ? Object.fromEntries(query) : JSON.parse(text),
    });
    const { status = 200, body } = answers[operation]?.shift() ?? { status: 500, body: '' };
    const described = readTarget(String(target ?? ''));
    if (described !== undefined) violations.push(...awsViolations({ ...described, input: JSON.parse(text) }));
    if (described !== undefined && status === 200)
      violations.push(...awsAnswerViolations({ ...described, input: JSON.parse(body) }));
    const type = body.startsWith('{') ? 'application/x-amz-json-1.1' : 'text/xml';
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  restore = settingVariables({
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_PROFILE: undefined,
    AWS_MAX_ATTEMPTS: undefined,
    AWS_ENDPOINT_URL_EC2: undefined,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
afterEach(async () => {
  restore();
  await new Promise((resolve) => server.close(resolve));
  expect(violations).toEqual([]);
});

const role = 'arn:aws:iam::123456789012:role/headgate-acme-tick';
const simulated = (result: string) => ({
  body: `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult>${result}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
});
const decision = (text: string) =>
  simulated(
    `<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>x</EvalActionName><EvalDecision>${text}</EvalDecision></member></EvaluationResults>`,
  );

describe('What a role may do', () => {
  it('is simulated call by call, each with its own context', async () => {
    answers['SimulatePrincipalPolicy'] = ['allowed', 'implicitDeny', 'explicitDeny'].map(decision);
    const asked = ['ecs:RunTask', 'ecs:StopTask', 'ecs:ListTasks'].map((action) => ({
      action,
      resource: '*',
      context: { 'ecs:cluster': 'c' },
    }));
    expect(await account.deniedTo(role, asked)).toEqual(asked.slice(1));
    expect(calls[0]?.input).toMatchObject({
      PolicySourceArn: role,
      'ActionNames.member.1': 'ecs:RunTask',
      'ResourceArns.member.1': '*',
      'ContextEntries.member.1.ContextKeyName': 'ecs:cluster',
      'ContextEntries.member.1.ContextKeyValues.member.1': 'c',
      'ContextEntries.member.1.ContextKeyType': 'string',
    });
  });

  it('may come on a later page, and is nothing if none has it', async () => {
    const empty = simulated('<IsTruncated>true</IsTruncated><Marker>m</Marker><EvaluationResults/>');
    answers['SimulatePrincipalPolicy'] = [
      empty,
      decision('allowed'),
      simulated('<IsTruncated>false</IsTruncated>'),
    ];
    const asked = [
      { action: 'a:B', resource: '*' },
      { action: 'a:C', resource: '*' },
    ];
    expect(await account.deniedTo(role, asked)).toEqual(asked.slice(1));
    expect(calls[1]?.input).toMatchObject({ Marker: 'm' });
  });

  it('is a refusal that names the right to ask', async () => {
    const Message = `User: x is not authorized to perform: iam:SimulatePrincipalPolicy on resource: ${role}`;
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${Message}</Message></Error></ErrorResponse>`;
    answers['SimulatePrincipalPolicy'] = [{ status: 403, body }];
    await expect(account.deniedTo(role, [{ action: 'a:B', resource: '*' }])).rejects.toMatchObject({
      problem: { code: 'E_AWS_DENIED', fix: expect.stringContaining('iam:SimulatePrincipalPolicy') },
    });
  });
});

describe('A quota of Fargate', () => {
  it.each([
    ['on-demand', 'L-3032A538'],
    ['spot', 'L-36FBB829'],
  ] as const)('is read by its code: %s', async (capacity, QuotaCode) => {
    answers['GetServiceQuota'] = [{ body: JSON.stringify({ Quota: { Value: 4_000 } }) }];
    expect(await account.fargateQuota(capacity)).toBe(4_000);
    expect(calls).toEqual([{ operation: 'GetServiceQuota', input: { ServiceCode: 'fargate', QuotaCode } }]);
  });

  it('that nobody changed may be known only by its default', async () => {
    answers['GetServiceQuota'] = [{ status: 400, body: '{"__type":"NoSuchResourceException"}' }];
    answers['GetAWSDefaultServiceQuota'] = [{ body: '{"Quota":{"Value":6}}' }];
    expect(await account.fargateQuota('on-demand')).toBe(6);
  });

  it('that may not be read is a refusal', async () => {
    answers['GetServiceQuota'] = [{ status: 400, body: '{"__type":"AccessDeniedException","Message":"no"}' }];
    await expect(account.fargateQuota('spot')).rejects.toMatchObject({
      problem: { code: 'E_AWS_DENIED', fix: expect.stringContaining('servicequotas:GetServiceQuota') },
    });
  });
});

const item = (text: string) => `<item>${text}</item>`;
const subnet = (id: string) => item(`<subnetId>${id}</subnetId><vpcId>vpc-1</vpcId>`);
const subnetsOf = (items: string, token = '') => ({
  body: `<DescribeSubnetsResponse><subnetSet>${items}</subnetSet>${token}</DescribeSubnetsResponse>`,
});
const table = (associations: string, routes: string) =>
  item(`<vpcId>vpc-1</vpcId><associationSet>${associations}</associationSet><routeSet>${routes}</routeSet>`);
const route = (text: string) =>
  item(`<destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><state>active</state>${text}`);

describe('A subnet', () => {
  it('has the main table of its network if it has none of its own, and a route to nowhere is none', async () => {
    answers['DescribeSubnets'] = [
      subnetsOf(subnet('subnet-1'), '<nextToken>t</nextToken>'),
      subnetsOf(subnet('subnet-2')),
    ];
    const dead = route('<natGatewayId>nat-1</natGatewayId>').replace('active', 'blackhole');
    const local = item(
      '<destinationCidrBlock>10.0.0.0/16</destinationCidrBlock><gatewayId>local</gatewayId>',
    );
    const own = table(item('<subnetId>subnet-2</subnetId><main>false</main>'), `${local}${dead}`);
    const main = table(item('<main>true</main>'), `${local}${route('<gatewayId>igw-1</gatewayId>')}`);
    answers['DescribeRouteTables'] = [
      {
        body: `<DescribeRouteTablesResponse><routeTableSet>${own}${main}</routeTableSet></DescribeRouteTablesResponse>`,
      },
    ];
    expect(await account.subnets(['subnet-1', 'subnet-2', 'subnet-3'])).toEqual(
      new Map([
        ['subnet-1', { network: 'vpc-1', wayOut: 'internet-gateway' }],
        ['subnet-2', { network: 'vpc-1', wayOut: 'none' }],
      ]),
    );
    expect(calls.map(({ input }) => input['NextToken'])).toEqual([undefined, 't', undefined]);
    expect(calls[0]?.input).toMatchObject({
      Version: '2016-11-15',
      'Filter.1.Name': 'subnet-id',
      'Filter.1.Value.3': 'subnet-3',
    });
  });

  it('whose network lets it out by an instance or a transit gateway has a way out', async () => {
    for (const way of ['<instanceId>i-1</instanceId>', '<transitGatewayId>tgw-1</transitGatewayId>']) {
      answers['DescribeSubnets'] = [subnetsOf(subnet('subnet-1'))];
      const only = table(item('<main>true</main>'), route(way));
      answers['DescribeRouteTables'] = [
        {
          body: `<DescribeRouteTablesResponse><routeTableSet>${only}</routeTableSet></DescribeRouteTablesResponse>`,
        },
      ];
      expect((await account.subnets(['subnet-1'])).get('subnet-1')?.wayOut).toBe('other');
    }
  });

  it.each([
    ['UnauthorizedOperation', 'E_AWS_DENIED'],
    ['AuthFailure', 'E_AWS_CREDENTIALS'],
  ])('that may not be looked at is a refusal: %s', async (Code, code) => {
    const body = `<Response><Errors><Error><Code>${Code}</Code><Message>You are not authorized.</Message></Error></Errors></Response>`;
    answers['DescribeSubnets'] = [{ status: 403, body }];
    await expect(account.subnets(['subnet-1'])).rejects.toMatchObject({ problem: { code } });
  });

  it.each<[string, Answer]>([
    ['an error without a name', { status: 503, body: '' }],
    ['something else than XML', { status: 200, body: 'it works' }],
    ['the page of a proxy', { status: 200, body: '<html><body>hello</body></html>' }],
  ])('of which EC2 answers %s is no subnet that is missing', async (_, answer) => {
    answers['DescribeSubnets'] = [answer];
    await expect(account.subnets(['subnet-1'])).rejects.toThrow(/DescribeSubnets/);
  });
});

describe('A rule, a log group, an image', () => {
  it('that is there is asked for by what AWS calls it', async () => {
    const Arn = 'arn:aws:logs:eu-west-3:123456789012:log-group:/headgate/acme/events';
    answers['DescribeRule'] = [{ body: JSON.stringify({ Name: 'r', State: 'ENABLED' }) }];
    answers['ListTargetsByRule'] = [{ body: JSON.stringify({ Targets: [{ Id: 'log', Arn }] }) }];
    expect(await account.rule('r')).toEqual({ isEnabled: true, targets: [Arn] });
    const group = { logGroupName: '/headgate/acme', retentionInDays: 90 };
    answers['DescribeLogGroups'] = [
      { body: JSON.stringify({ logGroups: [{ logGroupName: '/headgate/acme/x' }, group] }) },
    ];
    expect(await account.logGroup('/headgate/acme')).toEqual({ retentionDays: 90 });
    expect(calls.map(({ operation }) => operation)).toEqual([
      'DescribeRule',
      'ListTargetsByRule',
      'DescribeLogGroups',
    ]);
  });

  it('that failed for another reason than that it is gone may be there', async () => {
    const image = (digit: string) =>
      `123456789012.dkr.ecr.eu-west-3.amazonaws.com/acme@sha256:${digit.repeat(64)}`;
    const imageId = (digit: string) => ({ imageDigest: `sha256:${digit.repeat(64)}` });
    const failures = [
      { imageId: imageId('b'), failureCode: 'ImageNotFound' },
      { imageId: imageId('c'), failureCode: 'KmsError' },
    ];
    answers['BatchGetImage'] = [{ body: JSON.stringify({ images: [{ imageId: imageId('a') }], failures }) }];
    expect(await account.missingImages([image('a'), image('b'), image('c')])).toEqual([image('b')]);
  });
});
