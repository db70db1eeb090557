import { describe, expect, it } from '@jest/globals';
import { fullStack, propertiesOf, stackOf } from './stacks.ts';
import type { Json } from './template.ts';

const stack = fullStack('clock');
const { resources } = stack;
const rules = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::Events::Rule');

describe('The event log', () => {
  it('is what remains of the clock where no token for GitHub is given', () => {
    const bare = stackOf('clock', { Project: 'acme', Owner: 'o', Repository: 'r' });
    expect(Object.keys(bare.resources).sort()).toEqual([
      'EventLog',
      'EventLogPolicy',
      'SignOfLifeToEventLog',
      'StoppedToEventLog',
    ]);
  });

  it('is not created where it exists, and the rules still write to it', () => {
    const again = stackOf('clock', {
      Project: 'acme',
      Owner: 'o',
      Repository: 'r',
      EventLogGroup: 'existing',
    });
    expect(again.resources['EventLog']).toBeUndefined();
    expect(target(again.resources['StoppedToEventLog']).Arn).toMatch(/:log-group:\/headgate\/acme\/events$/);
  });

  it('gets the end of every ECS task of the cluster that Headgate started, and a sign of life more than once in 75 minutes', () => {
    expect(resources['StoppedToEventLog']?.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.ecs'],
        'detail-type': ['ECS Task State Change'],
        detail: {
          clusterArn: ['arn:aws:ecs:eu-central-1:123456789012:cluster/headgate-acme'],
          lastStatus: ['STOPPED'],
          startedBy: [{ prefix: 'hg-' }],
        },
      },
    });
    expect(resources['SignOfLifeToEventLog']?.Properties).toMatchObject({
      ScheduleExpression: 'rate(30 minutes)',
    });
  });
});

describe('The clock', () => {
  it('dispatches the workflow tick.yml on the default branch, with a body that GitHub takes', () => {
    expect(resources['TickDestination']?.Properties).toMatchObject({
      HttpMethod: 'POST',
      InvocationEndpoint: 'https://api.github.com/repos/Acme-Inc/flows/actions/workflows/tick.yml/dispatches',
    });
    for (const name of ['ClockToTick', 'StoppedToTick', 'WakeUpToTick']) {
      const { Input, HttpParameters } = target(resources[name]);
      expect(JSON.parse(Input)).toEqual({ ref: 'main' });
      expect(HttpParameters.HeaderParameters.Accept).toBe('application/vnd.github+json');
    }
  });

  it('never writes the token into the template: CloudFormation fetches it', () => {
    const { ApiKeyValue } = propertiesOf(stack, 'GitHubConnection').AuthParameters.ApiKeyAuthParameters;
    expect(ApiKeyValue).toBe('Bearer {{resolve:secretsmanager:headgate/acme/github:SecretString}}');
  });

  it.each([
    ['rate(1 minute)', true],
    ['rate(5 minutes)', true],
    ['rate(59 minutes)', true],
    ['rate(1 minutes)', false],
    ['rate(0 minutes)', false],
    ['rate(1 hour)', true],
    ['rate(24 hours)', true],
    ['rate(25 hours)', false],
    ['rate(1 hours)', false],
    ['rate(1 day)', false],
    ['cron(2 * * * ? *)', true],
    ['cron(2 0/6 * * ? *)', true],
    ['cron(23 * * * ? *)', false],
    ['cron(2 0/1 * * ? *)', false],
    ['cron(* * * * ? *)', false],
    ['cron(0 0 * * ? *)', false],
  ])('takes %s: %s', (Rate, isTaken) => {
    const make = () =>
      stackOf('clock', { Project: 'acme', Owner: 'o', Repository: 'r', DispatchSecret: 's', Rate });
    if (isTaken)
      expect(make().resources['ClockToTick']?.Properties).toMatchObject({ ScheduleExpression: Rate });
    else expect(make).toThrow(/Rate may not be/);
  });

  it('has names that the role and the queue trust', () => {
    expect(rules.map(([, { Properties }]) => Properties?.['Name'])).toEqual(
      rules.map(() => expect.stringMatching(/^headgate-acme-/)),
    );
  });
});

describe('The wake-up', () => {
  const given = { Project: 'acme', Owner: 'o', Repository: 'r', DispatchSecret: 's' };

  it('comes as an event of the project, which its rule and its role know by the same name', () => {
    const { Target, GroupName } = propertiesOf(stack, 'WakeUp');
    expect(Target.EventBridgeParameters).toEqual({ Source: 'headgate.acme', DetailType: 'Wake-up' });
    expect(GroupName).toBe('headgate-acme');
    expect(propertiesOf(stack, 'WakeUpToTick').EventPattern).toEqual({
      source: ['headgate.acme'],
      'detail-type': ['Wake-up'],
    });
  });

  it('is named in headgate.yml as the output says it', () => {
    expect(stack.outputs['Clock']).toBe('headgate-acme/wake-up');
    expect(stackOf('clock', { ...given, WakeUps: 'no' }).outputs['Clock']).toBeUndefined();
    expect(stackOf('clock', { ...given, DispatchSecret: '' }).outputs['Clock']).toBeUndefined();
  });

  it.each([
    ['yes', 'auto', 'cron(2 * * * ? *)'],
    ['no', 'auto', 'rate(5 minutes)'],
    ['yes', 'rate(5 minutes)', 'rate(5 minutes)'],
    ['no', 'rate(2 hours)', 'rate(2 hours)'],
  ])('has a rate beside it: with %s and %s it is %s', (WakeUps, Rate, expected) => {
    const { resources: made } = stackOf('clock', { ...given, WakeUps, Rate });
    expect(made['ClockToTick']?.Properties).toMatchObject({ ScheduleExpression: expected });
    expect(made['WakeUp'] === undefined).toBe(WakeUps === 'no');
  });
});

function target(rule: Json): Json {
  return rule.Properties.Targets[0];
}
