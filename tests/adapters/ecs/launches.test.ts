import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ecsExecutor } from '../../../src/adapters/ecs/executor.ts';
import type { Executor, LaunchRequest } from '../../../src/ports.ts';
import { definitionOf, handleOf, placement, requestOf, type Stage, stage, startMs } from './stage.ts';

let place: Stage;
let executor: Executor;
let revision: string;
beforeEach(() => begin({}));
afterEach(async () => {
  await place.close();
  expect(place.ecs.violations).toEqual([]);
});

async function begin(options: Parameters<typeof stage>[0]): Promise<void> {
  place = await stage(options);
  executor = ecsExecutor({ placement, clock: place.clock });
  revision = await executor.register(definitionOf('hello'));
}

async function beginAgain(options: Parameters<typeof stage>[0]): Promise<void> {
  await place.close();
  await begin(options);
}

async function launchOne(name: string, more: Partial<LaunchRequest> = {}) {
  const [answer] = await executor.launch([requestOf(revision, name, more)]);
  return answer;
}

describe('a launch', () => {
  it('asks for one task of that very revision, and for nothing but its environment', async () => {
    const handle = handleOf(await launchOne('run-1'));
    expect(handle).toMatch(/^arn:aws:ecs:us-east-1:123456789012:task\/headgate-acme\/[0-9a-f]{32}$/);
    expect(place.calls('RunTask').map(({ input }) => input)).toEqual([
      {
        cluster: 'headgate-acme',
        taskDefinition: revision,
        count: 1,
        clientToken: 'token-run-1',
        startedBy: 'hg-run-1',
        enableExecuteCommand: false,
        propagateTags: 'TASK_DEFINITION',
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-0aaa', 'subnet-0bbb'],
            securityGroups: ['sg-0ccc'],
            assignPublicIp: 'DISABLED',
          },
        },
        overrides: {
          containerOverrides: [
            {
              name: 'flow',
              environment: [
                { name: 'HEADGATE_ATTEMPT', value: '1' },
                { name: 'HEADGATE_RUN_ID', value: 'run-1' },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('names the provider of spot capacity instead of the launch type', async () => {
    handleOf(await launchOne('run-1', { spot: true }));
    const input = place.calls('RunTask')[0]?.input;
    expect(input).not.toHaveProperty('launchType');
    expect(input).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    });
  });

  describe('into a network of its own', () => {
    const networks = {
      'fixed-address': { subnets: ['subnet-0ddd'], securityGroups: [], assignPublicIp: true },
    };
    const within = () => ecsExecutor({ placement: { ...placement, networks }, clock: place.clock });

    it('asks for what the configuration says of the name', async () => {
      handleOf((await within().launch([requestOf(revision, 'run-1', { network: 'fixed-address' })]))[0]);
      expect(place.calls('RunTask')[0]?.input).toMatchObject({
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['subnet-0ddd'], assignPublicIp: 'ENABLED' },
        },
      });
      expect(JSON.stringify(place.calls('RunTask')[0]?.input)).not.toContain('securityGroups');
    });

    it('is refused against what the configuration keeps, whatever the state says', async () => {
      const kept = { 'fixed-address': { ...networks['fixed-address'], flows: ['hello'] } };
      const executor = ecsExecutor({ placement: { ...placement, networks: kept }, clock: place.clock });
      const other = { flow: 'other' as never, network: 'fixed-address' };
      const answers = await executor.launch([
        requestOf(revision, 'run-1'),
        requestOf(revision, 'run-2', other),
        requestOf(revision, 'run-3', { network: 'fixed-address' }),
      ]);
      expect(answers.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'launched']);
    });

    it.each(['elsewhere', 'constructor'])(
      'never falls back to another for a name like %s',
      async (network) => {
        const [answer] = await within().launch([requestOf(revision, 'run-1', { network })]);
        expect(answer).toMatchObject({
          kind: 'refused',
          ending: {
            class: 'refused',
            detail: expect.stringContaining(`no network "${network}" under aws.networks`),
          },
        });
        expect(place.calls('RunTask')).toEqual([]);
      },
    );
  });

  it('that is repeated under its token, by another process and in another order of names, gives the same task', async () => {
    const first = handleOf(await launchOne('run-1'));
    const other = ecsExecutor({ placement, clock: place.clock });
    const environment = { HEADGATE_ATTEMPT: '1', HEADGATE_RUN_ID: 'run-1' };
    const [again] = await other.launch([requestOf(revision, 'run-1', { environment })]);
    expect(handleOf(again)).toBe(first);
    expect(place.ecs.model.tasks()).toHaveLength(1);
  });

  it('whose task has stopped meanwhile still gives the same task, until the token lapses an hour later', async () => {
    const first = handleOf(await launchOne('run-1'));
    place.ecs.advance(59 * 60_000);
    expect(handleOf(await launchOne('run-1'))).toBe(first);
    place.ecs.advance(2 * 60_000);
    expect(handleOf(await launchOne('run-1'))).not.toBe(first);
  });

  it('under a token that was used with other parameters adopts what exists', async () => {
    const handle = handleOf(await launchOne('run-1'));
    const environment = { HEADGATE_RUN_ID: 'other' };
    expect(await launchOne('run-1', { environment })).toEqual({ kind: 'conflict', handles: [handle] });
  });
});

describe('a launch without a clear answer', () => {
  it.each(['lost', 'server-error', 'throttle'] as const)(
    'api-04: (%s) is sent again with its token, and starts one task',
    async (kind) => {
      place.ecs.fail({ operation: 'RunTask', kind });
      handleOf(await launchOne('run-1'));
      expect(place.ecs.model.tasks()).toHaveLength(1);
      expect(new Set(place.calls('RunTask').map(({ input }) => JSON.stringify(input))).size).toBe(1);
    },
  );

  it('for as long as the SDK tries is unsure, never refused, and the same token finds its task', async () => {
    place.ecs.fail({ operation: 'RunTask', kind: 'lost', times: 4 });
    expect(await launchOne('run-1')).toMatchObject({ kind: 'unsure' });
    const handle = handleOf(await launchOne('run-1'));
    expect(place.ecs.model.tasks().map(({ taskArn }) => taskArn)).toEqual([handle]);
  });

  it.each(['garbled', 'html'] as const)(
    'because its body is %s is unsure: the task may exist',
    async (kind) => {
      place.ecs.fail({ operation: 'RunTask', kind, times: 4 });
      const answer = await launchOne('run-1');
      expect(answer).toMatchObject({ kind: 'unsure' });
      expect(JSON.stringify(answer)).not.toContain('inspect the hidden field');
      expect(place.ecs.model.tasks()).toHaveLength(1);
    },
  );

  it('with neither a task nor a failure is unsure', async () => {
    place.ecs.fail({
      operation: 'RunTask',
      kind: 'answer',
      reply: { status: 200, body: { tasks: [], failures: [] } },
    });
    expect(await launchOne('run-1')).toMatchObject({ kind: 'unsure' });
  });

  it('about a task of another cluster is unsure', async () => {
    const taskArn = 'arn:aws:ecs:us-east-1:123456789012:task/theirs/0123456789abcdef0123456789abcdef';
    place.ecs.fail({
      operation: 'RunTask',
      kind: 'answer',
      reply: { status: 200, body: { tasks: [{ taskArn }] } },
    });
    expect(await launchOne('run-1')).toMatchObject({
      kind: 'unsure',
      reason: expect.stringContaining(taskArn),
    });
  });

  it('because a throttle is wrapped as a wrong parameter is unsure', async () => {
    const message = 'Error retrieving security group information: RequestLimitExceeded';
    place.ecs.fail({
      operation: 'RunTask',
      kind: 'answer',
      reply: { status: 400, body: { __type: 'InvalidParameterException', message } },
    });
    expect(await launchOne('run-1')).toMatchObject({ kind: 'unsure' });
  });
});

describe('a launch that ECS declines', () => {
  it.each([
    [
      'Capacity is unavailable at this time. Please try again later or in a different availability zone',
      'capacity',
    ],
    ["You've reached the limit on the number of vCPUs you can run concurrently", 'quota'],
    ['RESOURCE:ENI', 'capacity'],
    ['AGENT', 'capacity'],
    ['something that AWS will say tomorrow', 'capacity'],
  ])('with %j may be tried again', async (reason, endingClass) => {
    place.ecs.model.capacityFailures.push(reason);
    expect(await launchOne('run-1')).toEqual({
      kind: 'declined',
      ending: { class: endingClass, at: startMs, detail: reason },
    });
    expect(place.ecs.model.tasks()).toEqual([]);
  });

  it('is declined again under the same token, and may start under the next', async () => {
    place.ecs.model.capacityFailures.push('RESOURCE:CPU');
    expect(await launchOne('run-1')).toMatchObject({ kind: 'declined' });
    expect(await launchOne('run-1')).toMatchObject({ kind: 'declined' });
    expect(await launchOne('run-1', { clientToken: 'next' })).toMatchObject({ kind: 'launched' });
  });

  it('because of the quota for vCPUs starts when others have ended', async () => {
    await beginAgain({ mostVcpus: 0.25 });
    place.ecs.script('headgate-acme-hello', [{ startAfterMs: 0, runMs: 60_000, exitCode: 0 }]);
    const answers = await executor.launch([requestOf(revision, 'run-1'), requestOf(revision, 'run-2')]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['declined', 'launched']);
    place.ecs.advance(61_000);
    expect(await launchOne('run-3')).toMatchObject({ kind: 'launched' });
  });

  it('for a placement that no instance can meet is refused', async () => {
    place.ecs.model.capacityFailures.push('ATTRIBUTE');
    expect(await launchOne('run-1')).toMatchObject({ kind: 'refused', ending: { class: 'refused' } });
  });
});

describe('a launch that cannot succeed', () => {
  it('api-06: of a deregistered revision is refused by name, and no other revision takes its place', async () => {
    await executor.register(definitionOf('hello', { fingerprint: 'e'.repeat(64) }));
    place.ecs.model.deregister(revision);
    place.ecs.advance(11 * 60_000);
    const answer = await launchOne('run-1');
    expect(answer).toMatchObject({
      kind: 'refused',
      ending: { detail: expect.stringContaining(`E_TASKDEF_INACTIVE ${revision}`) },
    });
    expect(place.ecs.model.tasks()).toEqual([]);
  });

  it('for more parameters than ECS takes is refused before it is sent', async () => {
    const environment = { HEADGATE_PARAMETERS: 'x'.repeat(8_192) };
    expect(await launchOne('run-1', { environment })).toMatchObject({
      kind: 'refused',
      ending: { detail: expect.stringMatching(/take \d+ characters; ECS takes 8192/) },
    });
    expect(place.calls('RunTask')).toEqual([]);
  });

  it('of a family without a revision is refused before it is sent', async () => {
    expect(await launchOne('run-1', { revision: 'headgate-acme-hello' })).toMatchObject({ kind: 'refused' });
    expect(place.calls('RunTask')).toEqual([]);
  });

  it('because the role of one flow may not be passed holds nobody else up', async () => {
    place.ecs.fail({ operation: 'RunTask', kind: 'denied', reason: 'iam:PassRole' });
    expect(await launchOne('run-1')).toMatchObject({
      kind: 'refused',
      ending: { detail: expect.stringContaining('Grant iam:PassRole') },
    });
    expect(await launchOne('run-2')).toMatchObject({ kind: 'launched' });
  });

  it('because nothing may be launched at all is for a person to mend', async () => {
    place.ecs.fail({ operation: 'RunTask', kind: 'denied', times: 2 });
    const requests = [requestOf(revision, 'run-1'), requestOf(revision, 'run-2')];
    await expect(executor.launch(requests)).rejects.toMatchObject({
      name: 'RefusedError',
      problem: { code: 'E_AWS_DENIED', fix: 'Grant ecs:RunTask to the role of this job.' },
    });
  });

  it('because there is no such cluster is for a person to mend', async () => {
    const lost = ecsExecutor({ placement: { ...placement, cluster: 'gone' }, clock: place.clock });
    await expect(lost.launch([requestOf(revision, 'run-1')])).rejects.toMatchObject({
      problem: { code: 'E_AWS_CLUSTER' },
    });
  });

  it('because credentials end half-way leaves the rest for the same tokens, and asks no more', async () => {
    const requests = Array.from({ length: 40 }, (_, index) => requestOf(revision, `run-${index}`));
    handleOf(await launchOne('run-0'));
    const reply = { status: 400, body: { __type: 'ExpiredTokenException', message: 'The token is expired' } };
    place.ecs.fail({ operation: 'RunTask', kind: 'answer', reply, times: 1_000 });
    await expect(executor.launch(requests)).rejects.toMatchObject({ problem: { code: 'E_AWS_CREDENTIALS' } });
    expect(place.calls('RunTask').length).toBeLessThanOrEqual(1 + 10);
  });
});

describe('an impossible answer', () => {
  it('api-02: with two tasks for one keeps the first, stops the other, and names both', async () => {
    const first = handleOf(await launchOne('one'));
    place.ecs.script('headgate-acme-hello', [{ startAfterMs: 0 }]);
    const second = handleOf(await launchOne('two'));
    const tasks = [{ taskArn: first }, { taskArn: second }];
    place.ecs.fail({ operation: 'RunTask', kind: 'answer', reply: { status: 200, body: { tasks } } });
    expect(await launchOne('three')).toEqual({ kind: 'conflict', handles: [first, second] });
    expect(place.calls('StopTask').map(({ input }) => input['task'])).toEqual([second]);
  });
});

describe('many launches', () => {
  it('keep the order of their answers, stay within the limits of Fargate, and lose none', async () => {
    await beginAgain({ isThrottling: true });
    const requests = Array.from({ length: 200 }, (_, index) => requestOf(revision, `run-${index}`));
    const answers = await executor.launch(requests);
    const byName = new Map(place.ecs.model.tasks().map((task) => [task.startedBy, task.taskArn]));
    expect(answers.map(handleOf)).toEqual(requests.map(({ startedBy }) => byName.get(startedBy)));
    // Requests that were under way when another one's sleep moved the clock may meet the limit; the SDK repeats them.
    const throttled = place.calls('RunTask').filter(({ outcome }) => outcome === 'ThrottlingException');
    expect(throttled.length).toBeLessThan(10);
    expect(place.ecs.now() - startMs).toBeLessThan(12_000);
  });

  it('of which some fail answer each for itself', async () => {
    place.ecs.model.capacityFailures.push('RESOURCE:CPU');
    const requests = Array.from({ length: 5 }, (_, index) => requestOf(revision, `run-${index}`));
    const answers = await executor.launch([...requests, requestOf('arn:aws:ecs:us-east-1:1:x:9', 'odd')]);
    const kinds = answers.map(({ kind }) => kind);
    expect(kinds.slice(0, 5).sort()).toEqual(['declined', 'launched', 'launched', 'launched', 'launched']);
    expect(kinds[5]).toBe('refused');
  });
});
