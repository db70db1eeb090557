import type { GetScheduleCommandOutput } from '@aws-sdk/client-scheduler';
import { type Instant, isoOf, parseIso } from '../../core/instant.ts';
import { RefusedError } from '../../core/problem.ts';
import type { Placement } from '../../core/project.ts';
import type { WakeUps } from '../../ports.ts';
import { clientSettings } from './client.ts';
import { throwFault } from './faults.ts';

/** `group/name` of a schedule of EventBridge Scheduler. */
export type ClockPlace = Pick<Placement, 'region'> & { readonly clock: string };

/**
 * A schedule that fires once, at the moment that each tick sets. It stays what the template made of it, whom it wakes
 * and by which role included: only the moment is changed. The client is loaded by those who set it.
 */
export function schedulerWakeUps({ region, clock }: ClockPlace): WakeUps {
  const [GroupName = '', Name = ''] = clock.split('/');
  let seen: GetScheduleCommandOutput | undefined;
  return {
    async planned() {
      seen = await read();
      return momentOf(seen.ScheduleExpression ?? '');
    },
    async plan(at) {
      const { UpdateScheduleCommand } = await import('@aws-sdk/client-scheduler');
      const input = changedTo(seen ?? (await read()), at);
      const client = await connect();
      await client
        .send(new UpdateScheduleCommand({ ...input, GroupName, Name }))
        .catch((error: unknown) => throwFault(error, 'UpdateSchedule'))
        .finally(() => client.destroy());
    },
  };

  async function read(): Promise<GetScheduleCommandOutput> {
    const { GetScheduleCommand } = await import('@aws-sdk/client-scheduler');
    const client = await connect();
    try {
      return await client.send(new GetScheduleCommand({ GroupName, Name }));
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') throw unknownClock(clock);
      throwFault(error, 'GetSchedule');
    } finally {
      client.destroy();
    }
  }

  /** Every tick can do without: it must not wait long for it. */
  async function connect() {
    const { SchedulerClient } = await import('@aws-sdk/client-scheduler');
    const requestHandler = { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true };
    return new SchedulerClient({ ...clientSettings({ region }), maxAttempts: 2, requestHandler });
  }
}

/** What is not handed in again goes back to its default (EventBridge Scheduler API reference, UpdateSchedule). */
function changedTo(schedule: GetScheduleCommandOutput, at: Instant) {
  const { Target, FlexibleTimeWindow, Description, State, KmsKeyArn, ActionAfterCompletion } = schedule;
  return {
    Target,
    FlexibleTimeWindow,
    ScheduleExpression: `at(${isoOf(at).replace('Z', '')})`,
    ScheduleExpressionTimezone: 'UTC',
    ...(Description === undefined ? {} : { Description }),
    ...(State === undefined ? {} : { State }),
    ...(KmsKeyArn === undefined ? {} : { KmsKeyArn }),
    ...(ActionAfterCompletion === undefined ? {} : { ActionAfterCompletion }),
  };
}

export function momentOf(expression: string): Instant | undefined {
  const [, moment] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression) ?? [];
  return moment === undefined ? undefined : parseIso(`${moment}Z`);
}

function unknownClock(clock: string): RefusedError {
  return new RefusedError({
    code: 'E_AWS_CLOCK',
    field: 'aws.clock',
    message: `EventBridge Scheduler has no schedule ${clock}.`,
    fix: 'Run `headgate setup`, or leave the key out.',
  });
}
