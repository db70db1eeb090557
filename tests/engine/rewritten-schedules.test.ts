import { describe, expect, it } from '@jest/globals';
import { base, scheduleStage } from './schedule-stage.ts';

const of = (cron: string) => `${base}schedules: [{ cron: "${cron}" }]\n`;

describe('a deploy a minute after a slot, before a tick', () => {
  it('that writes the schedule in another way leaves the slot to the next tick', async () => {
    const stage = scheduleStage({ start: '2026-11-24T08:50:00Z' });
    await stage.deploy({ load: of('0 9 * * 1-5') }, '08:50');
    await stage.deploy({ load: of('0 9 * * mon-fri') }, '09:01');
    await stage.ticks('09:02', '09:04', 1);
    expect(stage.launched()).toEqual(['load-20261124-0900']);
    expect(stage.gaps()).toEqual([]);
  });

  it('that takes the slot away says so, unless another schedule of the flow has it too', async () => {
    const stage = scheduleStage({ start: '2026-11-24T08:50:00Z' });
    const two = `${base}schedules: [{ cron: "0 * * * *" }, { cron: "0 9 * * *" }]\n`;
    await stage.deploy({ load: two }, '08:50');
    await stage.deploy({ load: of('0 9 * * *') }, '10:01');
    expect(stage.gaps()).toEqual(['load schedule-removed 10:00 x1']);
    await stage.ticks('10:02', '10:04', 1);
    expect(stage.launched()).toEqual(['load-20261124-0900']);
  });
});
