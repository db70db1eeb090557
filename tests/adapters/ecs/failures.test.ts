import { describe, expect, it } from '@jest/globals';
import { declinedClass } from '../../../src/adapters/ecs/failure-rules.ts';
import { type EcsContainer, type EcsTask, sightingOf } from '../../../src/adapters/ecs/failures.ts';
import { factsOf } from '../../../src/core/ending.ts';
import { instantFromMs } from '../../../src/core/instant.ts';

const now = instantFromMs(1_000_000);
const startedAt = 500_000;

type Facts = Partial<Omit<EcsTask, 'containers'>> & {
  readonly exitCode?: number;
  readonly reason?: string;
  readonly containers?: readonly EcsContainer[];
};

function taskOf({ exitCode, reason = '', ...facts }: Facts): EcsTask {
  const main = { name: 'flow', reason, ...(exitCode === undefined ? {} : { exitCode }) };
  return {
    taskArn: 'arn',
    family: 'headgate-acme-load',
    startedBy: 'hg-1',
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    stoppedAt: 900_000,
    containers: [main],
    ...facts,
  };
}

function classOf(facts: Facts): string {
  const sighting = sightingOf(taskOf(facts), now);
  return sighting.kind === 'ended' ? sighting.ending.class : sighting.kind;
}

/** The program and a sidecar with their exit codes. */
function besides(exitCode: number, other: number, reason = ''): Facts {
  const sidecar = { name: 'proxy', exitCode: other, reason };
  return { containers: [sidecar, { name: 'flow', reason: '', exitCode }] };
}

const failed = { stopCode: 'TaskFailedToStart' };
const exited = { stopCode: 'EssentialContainerExited', startedAt };

describe('the end of an ECS task', () => {
  it.each<[string, Facts, string]>([
    // Stops.
    [
      'our cancel',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:cancelled run a', exitCode: 143 },
      'cancelled',
    ],
    [
      'our cancel, obeyed with 0',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:cancelled', exitCode: 0 },
      'cancelled',
    ],
    [
      'our newer slot',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:superseded run a' },
      'superseded',
    ],
    [
      'our start timeout',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:start-timeout run a' },
      'start-timeout',
    ],
    [
      'our run timeout',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:run-timeout run a', exitCode: 137 },
      'run-timeout',
    ],
    [
      'words like ours, but no stop',
      { ...exited, stoppedReason: 'headgate:cancelled', exitCode: 0 },
      'exit-zero',
    ],
    [
      'words that are not ours',
      { stopCode: 'UserInitiated', stoppedReason: 'headgate:cancelledx' },
      'stopped-outside',
    ],
    [
      "somebody's stop",
      { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user', exitCode: 143 },
      'stopped-outside',
    ],
    [
      "somebody's stop that came too late",
      { stopCode: 'UserInitiated', stoppedReason: 'x', exitCode: 0 },
      'exit-zero',
    ],
    [
      'a service scheduler',
      { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling', exitCode: 143 },
      'foreign',
    ],
    [
      'spot',
      { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.', exitCode: 143 },
      'spot',
    ],
    ['spot, obeyed with 0', { stopCode: 'SpotInterruption', stoppedReason: 'x', exitCode: 0 }, 'spot'],
    [
      'spot, in words only',
      { stopCode: '', stoppedReason: 'Your Spot Task was interrupted.', exitCode: 143 },
      'spot',
    ],
    ['the end of a spot notice', { stopCode: 'TerminationNotice', stoppedReason: 'x' }, 'spot'],
    [
      'health of the infrastructure',
      { stopCode: 'InfrastructureHealth', stoppedReason: 'x', exitCode: 1 },
      'host',
    ],
    [
      'a retired host',
      {
        stopCode: '',
        stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
      },
      'host',
    ],
    ['a lost host', { stopCode: '', stoppedReason: 'Host EC2 (instance i-0123) terminated.' }, 'host'],
    [
      'a stop code of tomorrow',
      { stopCode: 'SomethingNew', stoppedReason: 'new', exitCode: 1, startedAt },
      'exit-code',
    ],
    // Exit codes.
    ['exit 0', { ...exited, exitCode: 0 }, 'exit-zero'],
    ['exit 1', { ...exited, exitCode: 1 }, 'exit-code'],
    ['a crash of the program', { ...exited, exitCode: 139 }, 'exit-code'],
    ['SIGKILL without a reason', { ...exited, exitCode: 137 }, 'exit-code'],
    ['what `timeout` ends with', { ...exited, exitCode: 124 }, 'exit-code'],
    ['what shells end with', { ...exited, exitCode: 127 }, 'exit-code'],
    [
      'memory',
      { ...exited, exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
      'out-of-memory',
    ],
    // No exit code.
    ['no exit code at all', { ...exited }, 'runtime'],
    [
      'no exit code at all, beside a sidecar',
      {
        ...exited,
        containers: [
          { name: 'proxy', reason: '' },
          { name: 'flow', reason: '' },
        ],
      },
      'sidecar',
    ],
    ['SIGTERM from nobody, after a sidecar ended in peace', { ...exited, ...besides(143, 0) }, 'sidecar'],
    ['SIGKILL from nobody, after a sidecar failed', { ...exited, ...besides(137, 1) }, 'sidecar'],
    [
      'SIGTERM from nobody, after a sidecar without memory',
      { ...exited, ...besides(143, 137, 'OutOfMemoryError: x') },
      'sidecar',
    ],
    ['SIGKILL for want of memory, and sidecars that obey', { ...exited, ...besides(137, 0) }, 'exit-code'],
    ['SIGTERM, and sidecars that were told to stop too', { ...exited, ...besides(143, 143) }, 'exit-code'],
    ['a failure of its own beside that of a sidecar', { ...exited, ...besides(1, 1) }, 'exit-code'],
    [
      'a volume that cannot be mounted',
      {
        ...failed,
        stoppedReason:
          "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32",
      },
      'volume',
    ],
    [
      'a volume that may not be mounted',
      {
        ...failed,
        stoppedReason:
          "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/'",
      },
      'volume',
    ],
    [
      'no exit code and no known reason after the start',
      { stopCode: '', stoppedReason: '', startedAt },
      'host',
    ],
    [
      'api-10: no containers at all',
      { ...failed, stoppedReason: 'what nobody has said before', containers: [] },
      'start-failed',
    ],
    // Starting.
    [
      'network',
      { ...failed, stoppedReason: 'Timeout waiting for network interface provisioning to complete.' },
      'network',
    ],
    [
      'network, rate',
      {
        ...failed,
        stoppedReason: 'Rate limit exceeded while preparing network interface to be attached to instance.',
      },
      'network',
    ],
    [
      'network, EC2',
      {
        ...failed,
        stoppedReason:
          'Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet: AuthFailure',
      },
      'network',
    ],
    [
      'storage',
      { ...failed, stoppedReason: 'Timeout waiting for EphemeralStorage provisioning to complete.' },
      'network',
    ],
    [
      'addresses',
      {
        ...failed,
        stoppedReason:
          'Unexpected EC2 error while attempting to Create Network Interface: InsufficientFreeAddressesInSubnet',
      },
      'addresses',
    ],
    [
      'capacity',
      {
        ...failed,
        stoppedReason:
          'Capacity is unavailable at this time. Please try again later or in a different availability zone',
      },
      'capacity',
    ],
    [
      'pull, for now',
      {
        ...failed,
        stoppedReason:
          'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: dial tcp 1.2.3.4:443: i/o timeout',
      },
      'image-pull',
    ],
    [
      'pull, too many',
      {
        ...failed,
        stoppedReason:
          'CannotPullContainerError: inspect image has been retried 1 time(s): toomanyrequests: You have reached your pull rate limit',
      },
      'image-pull',
    ],
    ['pull, unknown', { ...failed, stoppedReason: 'CannotPullContainerError: something new' }, 'image-pull'],
    [
      'no image',
      {
        ...failed,
        stoppedReason:
          'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref x: not found',
      },
      'image-missing',
    ],
    [
      'no right to pull',
      {
        ...failed,
        stoppedReason: 'CannotPullContainerError: Error response from daemon: pull access denied for x',
      },
      'image-missing',
    ],
    [
      'an image for another architecture',
      {
        ...failed,
        stoppedReason:
          "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'",
      },
      'image-missing',
    ],
    [
      'no secret',
      {
        ...failed,
        stoppedReason:
          'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ResourceNotFoundException',
      },
      'secrets',
    ],
    [
      'no right to a secret, retried',
      {
        ...failed,
        stoppedReason:
          'ResourceInitializationError: unable to pull secrets or registry auth: service call has been retried 3 time(s): AccessDeniedException: RequestError',
      },
      'secrets',
    ],
    [
      'secrets, for now',
      {
        ...failed,
        stoppedReason:
          'ResourceInitializationError: unable to pull secrets or registry auth: RequestError: send request failed caused by: Post: dial tcp: i/o timeout',
      },
      'secrets-timeout',
    ],
    [
      'secrets, killed',
      {
        ...failed,
        stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: signal: killed',
      },
      'secrets-timeout',
    ],
    [
      'no log group',
      {
        ...failed,
        stoppedReason:
          'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ResourceNotFoundException: The specified log group does not exist.',
      },
      'logging',
    ],
    [
      'logs, for now',
      {
        ...failed,
        stoppedReason: 'ResourceInitializationError: failed to validate logger args: : signal: killed',
      },
      'runtime',
    ],
    [
      'no program',
      {
        ...failed,
        reason:
          'CannotStartContainerError: failed to create task: exec: "pyton": executable file not found in $PATH',
      },
      'cannot-start',
    ],
    [
      'wrong architecture',
      {
        ...exited,
        exitCode: 255,
        reason: 'CannotStartContainerError: exec /usr/bin/node: exec format error',
      },
      'cannot-start',
    ],
    [
      'the runtime',
      { ...failed, reason: 'CannotInspectContainerError: Could not transition to inspecting' },
      'runtime',
    ],
    [
      'the runtime, timed out',
      { ...failed, reason: 'ContainerRuntimeTimeoutError: Could not transition to running; timed out' },
      'runtime',
    ],
  ])('%s', (_, facts, expected) => {
    expect(classOf(facts)).toBe(expected);
  });

  it('api-11: is judged by the container of the flow alone, wherever it stands', () => {
    const guard = { name: 'aws-guardduty-agent-x', reason: '', exitCode: 1 };
    const main = { name: 'flow', reason: '', exitCode: 0 };
    expect(classOf({ ...exited, containers: [guard, main] })).toBe('exit-zero');
    expect(
      classOf({
        ...exited,
        containers: [
          { ...guard, exitCode: 0 },
          { ...main, exitCode: 2 },
        ],
      }),
    ).toBe('exit-code');
    expect(classOf({ ...exited, containers: [{ ...guard, exitCode: 0 }] })).toBe('runtime');
  });

  it('api-13: is no end before STOPPED, whatever the status is called', () => {
    for (const lastStatus of ['PROVISIONING', 'PENDING', 'ACTIVATING', 'SOMETHING'])
      expect(classOf({ lastStatus })).toBe('starting');
    for (const lastStatus of ['RUNNING', 'DEACTIVATING', 'STOPPING', 'DEPROVISIONING'])
      expect(classOf({ lastStatus, startedAt, exitCode: 0 })).toBe('running');
  });

  it('keeps what ECS said on one visible line, bounded', () => {
    const stoppedReason = `](javascript:1) @org \n::error::\u001b[31mred\u202e ${'x'.repeat(5_000)}`;
    const sighting = sightingOf(taskOf({ ...failed, stoppedReason }), now);
    const detail = sighting.kind === 'ended' ? (sighting.ending.detail ?? '') : '';
    expect(detail).toMatch(/^TaskFailedToStart: \]\(javascript:1\) @org ::error::red<U\+202E> x+/);
    expect(detail.length).toBeLessThanOrEqual(1_600);
  });
});

describe('what ECS says and nobody knows', () => {
  it('counts as a failure that is tried again within a budget', () => {
    expect(factsOf('start-failed').budget).toBe('infra');
    expect(factsOf(declinedClass('what AWS will say tomorrow').class).budget).toBe('infra');
  });
});
