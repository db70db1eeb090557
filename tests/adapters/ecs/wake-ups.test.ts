import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { schedulerWakeUps } from '../../../src/adapters/ecs/wake-ups.ts';
import { awsAnswerViolations, awsViolations } from '../../contract/aws-requests.ts';
import { at } from '../../core/builders.ts';
import { settingVariables } from './stage.ts';

type Answer = { readonly status: number; readonly body: object };
type Call = { readonly method: string; readonly url: string; readonly body: { [name: string]: unknown } };

/** As infrastructure/clock.yml makes it. */
const schedule = {
  Arn: 'arn:aws:scheduler:us-east-1:123456789012:schedule/headgate-acme/wake-up',
  Name: 'wake-up',
  GroupName: 'headgate-acme',
  Description: 'The next wake-up',
  ScheduleExpression: 'at(2026-11-24T12:00:00)',
  ScheduleExpressionTimezone: 'UTC',
  State: 'ENABLED',
  ActionAfterCompletion: 'NONE',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: 'arn:aws:events:us-east-1:123456789012:event-bus/default',
    RoleArn: 'arn:aws:iam::123456789012:role/headgate-acme-wake-up',
    EventBridgeParameters: { DetailType: 'Wake-up', Source: 'headgate.acme' },
    Input: '{}',
    RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 1800 },
  },
  CreationDate: 1_790_000_000,
  LastModificationDate: 1_790_000_000,
};

let server: Server;
let calls: Call[];
let answers: Answer[];
let restore: () => void;
const place = { region: 'us-east-1', clock: 'headgate-acme/wake-up' };

beforeEach(async () => {
  calls = [];
  answers = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    calls.push({
      method: request.method ?? '',
      url: request.url ?? '',
      body: text === '' ? {} : JSON.parse(text),
    });
    const usual = { status: 200, body: request.method === 'GET' ? schedule : { ScheduleArn: schedule.Arn } };
    const { status, body } = answers.shift() ?? usual;
    const errorType = status === 200 ? {} : { 'x-amzn-errortype': String(Reflect.get(body, '__type')) };
    response.writeHead(status, { 'content-type': 'application/json', ...errorType });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  restore = settingVariables({
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_PROFILE: undefined,
    AWS_MAX_ATTEMPTS: undefined,
    AWS_ENDPOINT_URL_SCHEDULER: `http://127.0.0.1:${port}`,
  });
});
afterEach(async () => {
  restore();
  await new Promise((resolve) => server.close(resolve));
});

describe('A schedule of EventBridge Scheduler', () => {
  it('says for when it is set, and is read by its group and name', async () => {
    expect(await schedulerWakeUps(place).planned()).toBe(at('2026-11-24T12:00:00Z'));
    expect(calls).toEqual([{ method: 'GET', url: '/schedules/wake-up?groupName=headgate-acme', body: {} }]);
  });

  it.each(['rate(5 minutes)', 'cron(0 12 * * ? *)', 'at(2026-13-24T12:00:00)', ''])(
    'with another expression is set for no moment: %j',
    async (ScheduleExpression) => {
      answers.push({ status: 200, body: { ...schedule, ScheduleExpression } });
      expect(await schedulerWakeUps(place).planned()).toBeUndefined();
    },
  );

  it('keeps everything but its moment', async () => {
    const clock = schedulerWakeUps(place);
    await clock.planned();
    await clock.plan(at('2026-11-25T06:30:00Z'));
    const [, { method, url, body } = { method: '', url: '', body: {} }, ...more] = calls;
    expect([method, url, more]).toEqual(['PUT', '/schedules/wake-up', []]);
    const { ClientToken: _, ...sent } = body;
    const { Arn: _arn, Name: _name, CreationDate: _made, LastModificationDate: _changed, ...kept } = schedule;
    expect(sent).toEqual({ ...kept, ScheduleExpression: 'at(2026-11-25T06:30:00)' });
    const described = { service: 'scheduler', operation: 'UpdateSchedule' } as const;
    expect(awsViolations({ ...described, input: { ...body, Name: 'wake-up' } })).toEqual([]);
    const answer = { service: 'scheduler', operation: 'GetSchedule', input: schedule } as const;
    expect(awsAnswerViolations(answer)).toEqual([]);
  });

  it('that is not there is a refusal which names it', async () => {
    answers.push({ status: 404, body: { __type: 'ResourceNotFoundException', Message: 'gone' } });
    await expect(schedulerWakeUps(place).planned()).rejects.toMatchObject({
      problem: { code: 'E_AWS_CLOCK', field: 'aws.clock' },
    });
  });

  it.each([
    ['planned', 'GetSchedule', 'scheduler:GetSchedule'],
    ['plan', 'UpdateSchedule', 'iam:PassRole'],
  ] as const)('that may not be touched names the missing right: %s', async (method, operation, right) => {
    const Message = `User: x is not authorized to perform: ${right} on resource: y`;
    const denial = { status: 403, body: { __type: 'AccessDeniedException', Message } };
    const clock = schedulerWakeUps(place);
    if (method === 'plan') await clock.planned();
    answers.push(denial);
    await expect(clock[method](at('2026-11-25T06:30:00Z'))).rejects.toMatchObject({
      problem: {
        code: 'E_AWS_DENIED',
        message: expect.stringContaining(operation),
        fix: expect.stringContaining(right),
      },
    });
  });
});
