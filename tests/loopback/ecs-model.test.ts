import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test as property } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taskDefinitionOf } from '../../src/adapters/ecs/task-definition.ts';
import { definitionOf, placement } from '../adapters/ecs/stage.ts';
import { statusAt, timelineOf } from './ecs-life.ts';
import { EcsFault, ecsModel, type Life, type ModelOptions, type Wire } from './ecs-model.ts';

const hourMs = 3_600_000;
const cluster = 'headgate-acme';

/** The model alone, with a family `hello` and a clock. */
function begin(options: Partial<ModelOptions> = {}) {
  let atMs = Date.UTC(2026, 10, 24, 12);
  const eventLogGroup = '/headgate/acme/events';
  const model = ecsModel({ cluster, eventLogGroup, now: () => atMs, ...options });
  model.call('RegisterTaskDefinition', { ...taskDefinitionOf(definitionOf('hello'), placement) });
  const call = (operation: string, input: Wire): Wire => model.call(operation, { cluster, ...input });
  const run = (token: string, more: Wire = {}): Wire =>
    call('RunTask', {
      taskDefinition: 'headgate-acme-hello:1',
      clientToken: token,
      launchType: 'FARGATE',
      networkConfiguration: {},
      ...more,
    });
  return {
    model,
    call,
    run,
    script: (...lives: Life[]) => model.script('headgate-acme-hello', lives),
    advance: (ms: number) => {
      atMs += ms;
    },
    describe: (arn: string) => call('DescribeTasks', { tasks: [arn] }),
  };
}

function arnOf(answer: Wire): string {
  return (answer['tasks'] as { taskArn: string }[])[0]?.taskArn ?? '';
}

function faultOf(work: () => unknown): EcsFault {
  try {
    work();
  } catch (error) {
    if (error instanceof EcsFault) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

describe('a client token', () => {
  it('gives the same task for 24 hours while the task runs, then another', () => {
    const { run, script, advance } = begin();
    script({ startAfterMs: 0 });
    const first = arnOf(run('t'));
    advance(24 * hourMs - 1);
    expect(arnOf(run('t'))).toBe(first);
    advance(1);
    expect(arnOf(run('t'))).not.toBe(first);
  });

  it('lapses one hour after its task stopped', () => {
    const { run, script, advance } = begin();
    script({ startAfterMs: 0, runMs: 20_000, exitCode: 0 });
    const first = arnOf(run('t'));
    advance(20_000 + hourMs - 1);
    expect(arnOf(run('t'))).toBe(first);
    advance(1);
    expect(arnOf(run('t'))).not.toBe(first);
  });

  it('shows a stopped task by its ARN and statuses only', () => {
    const { run, advance } = begin();
    run('t');
    advance(1_000);
    const [task] = run('t')['tasks'] as Wire[];
    expect(Object.keys(task ?? {}).sort()).toEqual(['desiredStatus', 'lastStatus', 'taskArn']);
  });

  it('with other parameters is a conflict that names what exists', () => {
    const { run } = begin();
    const first = arnOf(run('t'));
    const fault = faultOf(() => run('t', { startedBy: 'other' }));
    expect(fault).toMatchObject({ type: 'ConflictException', more: { resourceIds: [first] } });
  });

  it('gives failures again, and starts nothing', () => {
    const { run, model } = begin();
    model.capacityFailures.push('RESOURCE:CPU');
    const first = run('t');
    expect(first['failures']).toEqual([{ reason: 'RESOURCE:CPU' }]);
    expect(run('t')).toEqual(first);
    expect(model.tasks()).toEqual([]);
  });
});

describe('a task', () => {
  it('is unknown to reads for a while, and again an hour after it stopped', () => {
    const { run, script, describe: describeTask, advance } = begin({ visibleAfterMs: 5_000 });
    script({ startAfterMs: 0, runMs: 10_000, exitCode: 0 });
    const arn = arnOf(run('t'));
    const isMissing = () => (describeTask(arn)['failures'] as Wire[])[0]?.['reason'] === 'MISSING';
    const seen = [isMissing()];
    for (const ms of [5_000, 5_000 + hourMs - 1, 1]) {
      advance(ms);
      seen.push(isMissing());
    }
    expect(seen).toEqual([true, false, false, true]);
  });

  it('of a deregistered definition still starts for ten minutes', () => {
    const { run, model, advance } = begin();
    model.deregister('headgate-acme-hello:1');
    advance(599_999);
    expect(arnOf(run('t'))).not.toBe('');
    advance(1);
    expect(faultOf(() => run('u'))).toMatchObject({
      type: 'ClientException',
      message: 'TaskDefinition is inactive',
    });
  });

  it('that stops is listed as stopped, and only then', () => {
    const { run, call, script, advance } = begin();
    script({ startAfterMs: 0, runMs: 1_000, exitCode: 0 });
    const arn = arnOf(run('t'));
    const list = (desiredStatus?: string) =>
      call('ListTasks', desiredStatus === undefined ? {} : { desiredStatus })['taskArns'];
    expect([list(), list('STOPPED')]).toEqual([[arn], []]);
    advance(1_000);
    expect([list(), list('STOPPED')]).toEqual([[], [arn]]);
  });

  it.each([
    ['both ways to place it', { capacityProviderStrategy: [] }],
    ['no network', { networkConfiguration: undefined }],
    [
      'overrides of a container that does not exist',
      { overrides: { containerOverrides: [{ name: 'main' }] } },
    ],
    [
      'long overrides',
      { overrides: { containerOverrides: [{ name: 'flow', command: ['x'.repeat(8_192)] }] } },
    ],
  ])('does not start with %s', (_, more) => {
    const { run } = begin();
    expect(faultOf(() => run('t', more)).type).toBe('InvalidParameterException');
  });

  const life = fc.record(
    {
      startAfterMs: fc.nat(100_000),
      runMs: fc.nat(100_000),
      exitCode: fc.integer({ min: 0, max: 255 }),
      stopMs: fc.nat(300_000),
      stopCode: fc.constantFrom('TaskFailedToStart', 'SpotInterruption', 'EssentialContainerExited'),
    },
    { requiredKeys: [] },
  );
  const order = ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'STOPPING', 'DEPROVISIONING', 'STOPPED'];
  property.prop([life, fc.option(fc.nat(200_000), { nil: undefined }), fc.nat(30_000)])(
    'only ever moves forward, and a stop always ends it within its time',
    (lived, stopAtMs, deprovisionMs) => {
      const stopAsked = stopAtMs === undefined ? undefined : { atMs: stopAtMs, reason: '' };
      const facts = {
        createdAtMs: 0,
        life: lived as Life,
        stopTimeoutMs: 120_000,
        deprovisionMs,
      };
      const seen: number[] = [];
      for (let now = 0; now <= 400_000; now += 5_000) {
        const asked = stopAsked !== undefined && stopAsked.atMs <= now ? stopAsked : undefined;
        seen.push(order.indexOf(statusAt({ ...facts, stopAsked: asked }, now)));
      }
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      const { stoppedAtMs, executionStoppedAtMs } = timelineOf({ ...facts, stopAsked });
      if (stopAtMs !== undefined && (executionStoppedAtMs ?? stopAtMs) >= stopAtMs)
        expect(stoppedAtMs).toBeLessThanOrEqual(stopAtMs + 120_000 + deprovisionMs);
    },
  );
});

describe('the documented limits', () => {
  it.each([
    ['RegisterTaskDefinition', 20, 1],
    ['DescribeTasks', 100, 20],
  ])('let %s through %i times, then %i a second', (operation, burst, refill) => {
    let atMs = 0;
    const model = ecsModel({ cluster, isThrottling: true, now: () => atMs });
    const definition: Wire = { ...taskDefinitionOf(definitionOf('hello'), placement) };
    const input = operation === 'DescribeTasks' ? { cluster, tasks: ['a'] } : definition;
    const passes = () => {
      for (let passed = 0; ; passed += 1) {
        try {
          model.call(operation, input);
        } catch (error) {
          expect(error).toMatchObject({ type: 'ThrottlingException', message: 'Rate exceeded' });
          return passed;
        }
      }
    };
    expect(passes()).toBe(burst);
    atMs += 1_000;
    expect(passes()).toBe(refill);
  });
});

describe('the loopback as a process of its own', () => {
  it('serves requests, and does what it is told', async () => {
    const script = fileURLToPath(new URL('ecs.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, JSON.stringify({ cluster, startsAtMs: 0 })]);
    try {
      const text = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8')));
        child.once('close', () => reject(new Error('It ended')));
      });
      const { url } = JSON.parse(text) as { url: string };
      const post = async (path: string, body: object, target?: string) => {
        const headers =
          target === undefined ? {} : { 'x-amz-target': `AmazonEC2ContainerServiceV20141113.${target}` };
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
        });
        return (await response.json()) as Wire;
      };
      expect(await post('/control/advance', { ms: 5_000 })).toEqual({ now: 5_000 });
      expect(await post('/', { cluster, tasks: ['a'] }, 'DescribeTasks')).toEqual({
        tasks: [],
        failures: [{ arn: 'a', reason: 'MISSING' }],
      });
      expect(await post('/', { cluster, tasks: 'a' }, 'ListTasks')).toMatchObject({ taskArns: [] });
      const { calls, violations } = await post('/control/calls', {});
      expect(calls).toMatchObject([{ operation: 'DescribeTasks' }, { operation: 'ListTasks' }]);
      expect(violations).toEqual([expect.stringContaining('ListTasks')]);
    } finally {
      child.kill();
    }
  }, 30_000);
});
