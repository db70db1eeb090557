import { describe, expect, it } from '@jest/globals';
import { runTaskInput } from '../../src/adapters/ecs/run-task.ts';
import { taskDefinitionOf } from '../../src/adapters/ecs/task-definition.ts';
import { definitionOf, placement, requestOf } from '../adapters/ecs/stage.ts';
import { awsAnswerViolations, awsViolations, readTarget } from './aws-requests.ts';

const revision = 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-hello:1';
const runTask = { ...runTaskInput(requestOf(revision, 'run-1'), placement) };
const definition = { ...taskDefinitionOf(definitionOf('hello'), placement) };

function problems(operation: string, input: object, service: 'ecs' | 'logs' = 'ecs'): string[] {
  return awsViolations({ service, operation, input: { ...input } });
}

describe('the contract of requests to AWS', () => {
  it('accepts what the models describe', () => {
    expect(problems('RunTask', runTask)).toEqual([]);
    expect(problems('RegisterTaskDefinition', definition)).toEqual([]);
    expect(problems('DescribeTasks', { tasks: ['a'], cluster: 'c', include: ['TAGS'] })).toEqual([]);
    const logs = { logGroupName: '/a', logStreamName: 'b', limit: 10_000 };
    expect(problems('GetLogEvents', logs, 'logs')).toEqual([]);
  });

  // The SDK checks nothing of this: unknown members vanish, wrong types are sent.
  it.each<[string, string, object]>([
    ['an unknown member', 'RunTask', { ...runTask, surprise: true }],
    ['a wrong type', 'RunTask', { ...runTask, count: '1' }],
    ['a missing member', 'RunTask', { ...runTask, taskDefinition: undefined }],
    ['an unknown value', 'RunTask', { ...runTask, propagateTags: 'TASKDEFINITION' }],
    ['too many tasks', 'RunTask', { ...runTask, count: 11 }],
    ['a long token', 'RunTask', { ...runTask, clientToken: 'x'.repeat(65) }],
    ['a token with a blank', 'RunTask', { ...runTask, clientToken: 'a b' }],
    ['a long name', 'RunTask', { ...runTask, startedBy: 'x'.repeat(37) }],
    ['a name with a colon', 'RunTask', { ...runTask, startedBy: 'a:b' }],
    [
      'both ways to place it',
      'RunTask',
      { ...runTask, capacityProviderStrategy: [{ capacityProvider: 'x' }] },
    ],
    ['no way to place it', 'RunTask', { ...runTask, launchType: undefined }],
    ['no network', 'RunTask', { ...runTask, networkConfiguration: undefined }],
    [
      'long overrides',
      'RunTask',
      { ...runTask, overrides: { containerOverrides: [{ name: 'x'.repeat(8_192) }] } },
    ],
    ['an odd family', 'RegisterTaskDefinition', { ...definition, family: 'a b' }],
    ['a large definition', 'RegisterTaskDefinition', { ...definition, family: 'a'.repeat(65_536) }],
    ['no containers', 'RegisterTaskDefinition', { ...definition, containerDefinitions: [] }],
    ['too much to describe', 'DescribeTasks', { tasks: Array(101).fill('a') }],
    ['nothing to describe', 'DescribeTasks', { tasks: [] }],
    ['an operation that is not ours', 'DeleteCluster', {}],
  ])('catches %s', (_, operation, input) => {
    const sent = JSON.parse(JSON.stringify(input)) as object;
    expect(problems(operation, sent)).not.toEqual([]);
  });

  it('catches answers that AWS cannot give', () => {
    const answer = (body: object) =>
      awsAnswerViolations({ service: 'ecs', operation: 'DescribeTasks', input: { ...body } });
    expect(answer({ tasks: [{ createdAt: 1.5, containers: [{ exitCode: 0 }] }], failures: [] })).toEqual([]);
    expect(answer({ tasks: [{ createdAt: '2026-11-24T12:00:00Z' }] })).not.toEqual([]);
    expect(answer({ tasks: [{ containers: [{ exitCode: null }] }] })).not.toEqual([]);
  });

  it('knows the operation by its header', () => {
    const target = (text: string) => readTarget(text);
    expect(target('AmazonEC2ContainerServiceV20141113.RunTask')).toEqual({
      service: 'ecs',
      operation: 'RunTask',
    });
    expect(target('Logs_20140328.GetLogEvents')).toEqual({ service: 'logs', operation: 'GetLogEvents' });
    expect(target('DynamoDB_20120810.PutItem')).toBeUndefined();
  });
});
