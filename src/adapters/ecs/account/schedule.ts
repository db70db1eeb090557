import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Account } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { momentOf } from '../wake-ups.ts';
import { type Place, readSettings } from './settings.ts';

export async function clock(place: Place, name: string): ReturnType<Account['clock']> {
  const [GroupName = '', Name = ''] = name.split('/');
  const client = new SchedulerClient(readSettings(place));
  try {
    const { State, ScheduleExpression } = await client.send(new GetScheduleCommand({ GroupName, Name }));
    const at = momentOf(ScheduleExpression ?? '');
    return { isEnabled: State === 'ENABLED', ...(at === undefined ? {} : { at }) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throwFault(error, 'GetSchedule');
  } finally {
    client.destroy();
  }
}
