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
    for (const name of ['ClockToTick', 'StoppedToTick']) {
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
    ['rate(1 hour)', false],
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

function target(rule: Json): Json {
  return rule.Properties.Targets[0];
}
