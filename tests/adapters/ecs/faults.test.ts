import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clientSettings } from '../../../src/adapters/ecs/client.ts';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import { judgeFault, throwFault } from '../../../src/adapters/ecs/faults.ts';
import { failureOf } from '../../../src/doors/failure.ts';
import { placement, type Stage, stage } from './stage.ts';

function errorOf(name: string, message: string, more: object = {}): Error {
  return Object.assign(new Error(message), { name, $fault: 'client', ...more });
}

describe('a failure that ends the work', () => {
  it.each([
    ['E_AWS_UNREACHABLE', new Error('connect ECONNREFUSED 127.0.0.1:1')],
    ['E_AWS_UNREACHABLE', Object.assign(new Error(''), { name: 'AggregateError', code: 'ENOTFOUND' })],
    ['E_AWS_REFUSED', errorOf('ResourceInUseException', 'It is in use.', { $metadata: { requestId: '1' } })],
    ['E_AWS_REFUSED', errorOf('NobodyListsThisException', '', { $metadata: { requestId: '1' } })],
  ])('is %s of the world, not a bug', (code, error) => {
    const thrown = (() => {
      try {
        return throwFault(error, 'DescribeStacks');
      } catch (caught) {
        return caught;
      }
    })();
    expect(failureOf(thrown)).toMatchObject({ exitCode: 3, problems: [{ code }] });
    expect(failureOf(thrown).stack).toBeUndefined();
  });
});

describe('an error of the SDK', () => {
  it.each([
    ['ThrottlingException', 'Rate exceeded'],
    ['TooManyRequestsException', ''],
    ['ServerException', ''],
    ['InvalidParameterException', 'Error retrieving security group information: RequestLimitExceeded'],
  ])('called %s leaves open what happened', (name, message) => {
    expect(judgeFault(errorOf(name, message), 'RunTask').kind).toBe('unsure');
  });

  it.each([
    [Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' })],
    [Object.assign(new SyntaxError('Unexpected token <'), { $metadata: { httpStatusCode: 403 } })],
    ['thrown text'],
    [undefined],
  ])('that is no answer of AWS leaves open what happened: %s', (error) => {
    expect(judgeFault(error, 'RunTask').kind).toBe('unsure');
  });

  it.each([
    ['ExpiredTokenException', 'E_AWS_CREDENTIALS', 'all'],
    ['CredentialsProviderError', 'E_AWS_CREDENTIALS', 'all'],
    ['UnrecognizedClientException', 'E_AWS_CREDENTIALS', 'all'],
    ['ClusterNotFoundException', 'E_AWS_CLUSTER', 'all'],
    ['BlockedException', 'E_AWS_BLOCKED', 'all'],
    ['AccessDeniedException', 'E_AWS_DENIED', 'open'],
  ])('called %s is for a person to mend: %s', (name, code, reach) => {
    const fault = judgeFault(errorOf(name, 'no'), 'RunTask');
    expect(fault).toMatchObject({ kind: 'denied', reach, error: { problem: { code } } });
  });

  it('names the permission that AWS named, else the one of the operation', () => {
    const fixOf = (message: string, operation: string) => {
      const fault = judgeFault(errorOf('AccessDeniedException', message), operation);
      return fault.kind === 'denied' ? fault.error.problem.fix : undefined;
    };
    const said = 'User: arn:x is not authorized to perform: ecs:TagResource on resource: arn:y because …';
    expect(fixOf(said, 'RunTask')).toBe('Grant ecs:TagResource to the role of this job.');
    expect(fixOf('no', 'StopTask')).toBe('Grant ecs:StopTask to the role of this job.');
    expect(fixOf('no', 'GetLogEvents')).toBe('Grant logs:GetLogEvents to the role of this job.');
  });

  it('of any other name says that the request is wrong', () => {
    expect(judgeFault(errorOf('ClientException', 'TaskDefinition is inactive'), 'RunTask')).toEqual({
      kind: 'wrong',
      name: 'ClientException',
      reason: 'TaskDefinition is inactive',
    });
  });
});

describe('the clients', () => {
  let place: Stage;
  beforeEach(async () => {
    place = await stage();
  });
  afterEach(() => place.close());

  it('end a request that gets no answer, instead of warning of it', () => {
    expect(clientSettings(placement).requestHandler).toMatchObject({ throwOnRequestTimeout: true });
  });

  it('try four times, or as often as AWS_MAX_ATTEMPTS says', async () => {
    place.ecs.fail({ operation: 'DescribeTasks', kind: 'server-error', times: 100 });
    const handle = 'arn:aws:ecs:us-east-1:123456789012:task/headgate-acme/0123456789abcdef0123456789abcdef';
    expect((await ecsExecutor({ placement, clock: place.clock }).observe([handle])).size).toBe(0);
    expect(place.calls('DescribeTasks')).toHaveLength(4);
    process.env['AWS_MAX_ATTEMPTS'] = '2';
    await ecsExecutor({ placement, clock: place.clock }).observe([handle]);
    expect(place.calls('DescribeTasks')).toHaveLength(6);
  });

  it('say what to do when there are no credentials', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_CONFIG_FILE: '/nonexistent',
    });
    const executor = ecsExecutor({ placement, clock: place.clock });
    await expect(executor.look(['hg-1'], new Set())).rejects.toMatchObject({
      name: 'RefusedError',
      problem: { code: 'E_AWS_CREDENTIALS' },
    });
  });
});
