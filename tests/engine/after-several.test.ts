import { describe, expect, it } from '@jest/globals';
import { base, failing, lasting, scheduleStage } from './schedule-stage.ts';

const ofRegion = (region: string) => `{ cron: "0 * * * *", parameters: { region: ${region} } }`;
const two = `${base}overlap: allow\nparameters: { region: { type: string } }\nschedules: [${ofRegion('us')}, ${ofRegion('eu')}]\n`;
const hourly = `${base}schedules: [{ cron: "0 * * * *" }]\n`;
const following = (when: string) => `${base}after: { flows: [a, b], when: ${when} }\n`;
const start = '2026-11-24T11:56:00Z';
const ofC = (launched: readonly string[]) => launched.filter((id) => id.startsWith('c-'));

/** `a` has two runs for a slot; of these the one that comes as `which` fails. */
function withFailure(which: number) {
  const ids: string[] = [];
  return scheduleStage({
    start,
    script: (flow, run) => {
      if (flow !== 'a') return lasting(flow === 'b' ? 5 : 1);
      if (!ids.includes(run)) ids.push(run);
      return ids.indexOf(run) === which ? failing : lasting(1);
    },
  });
}

describe('a flow that runs after several', () => {
  it.each([0, 1])('does not run as after a success where run %i of the slot failed', async (which) => {
    const stage = withFailure(which);
    await stage.deploy({ a: two, b: hourly, c: following('succeeded') }, '11:56');
    await stage.ticks('12:00', '12:20', 1);
    expect(ofC(stage.launched())).toEqual([]);
    expect(stage.gaps()).toEqual(['c upstream 12:00 x1']);
  });

  it.each(['failed', 'finished'])('runs once for a slot of which one run failed, when %s', async (when) => {
    const stage = withFailure(1);
    await stage.deploy({ a: two, b: hourly, c: following(when) }, '11:56');
    await stage.ticks('12:00', '12:20', 1);
    expect(ofC(stage.launched())).toHaveLength(1);
    expect(stage.gaps()).toEqual([]);
  });

  it('does not start before all runs of the slot have ended', async () => {
    let count = 0;
    const stage = scheduleStage({
      start,
      script: (flow) => {
        if (flow !== 'a') return lasting(flow === 'b' ? 5 : 1);
        count += 1;
        return lasting(count === 1 ? 2 : 12);
      },
    });
    await stage.deploy({ a: two, b: hourly, c: following('succeeded') }, '11:56');
    await stage.ticks('12:00', '12:08', 1);
    expect(ofC(stage.launched())).toEqual([]);
    await stage.ticks('12:09', '12:20', 1);
    expect(ofC(stage.launched())).toHaveLength(1);
  });

  it('does not start before those have ended that one of them is still to follow', async () => {
    let count = 0;
    const stage = scheduleStage({
      start,
      script: (flow) => {
        if (flow !== 'a') return lasting(1);
        count += 1;
        return lasting(count === 1 ? 1 : 12);
      },
    });
    const follower = `${base}overlap: buffer-all\nafter: { flows: [a] }\n`;
    await stage.deploy({ a: two, b: follower, c: following('finished') }, '11:56');
    await stage.ticks('12:00', '12:30', 1);
    const order = stage.launched().map((id) => id[0]);
    expect(order).toEqual(['a', 'a', 'b', 'b', 'c']);
  });

  it('still knows a run that ended early when eight of its slot came after it', async () => {
    const regions = Array.from({ length: 8 }, (_, index) => `r${index}`);
    const many = `${base}overlap: allow\nparameters: { region: { type: string } }\nschedules: [${regions.map(ofRegion).join(', ')}]\n`;
    let count = 0;
    const stage = scheduleStage({
      start,
      script: (flow) => {
        if (flow !== 'a') return lasting(30);
        count += 1;
        return count === 1 ? failing : lasting(count);
      },
    });
    await stage.deploy({ a: many, b: hourly, c: following('succeeded') }, '11:56');
    await stage.ticks('12:00', '12:45', 1);
    expect(ofC(stage.launched())).toEqual([]);
    expect(stage.gaps()).toEqual(['c upstream 12:00 x1']);
  });
});
