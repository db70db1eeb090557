import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { base, lasting, quick, scheduleStage } from './schedule-stage.ts';

const load = 'load' as FlowName;
const hourly = `${base}schedules: [{ cron: "15 * * * *" }]\n`;
const all = `${hourly}catch-up: { policy: all, max: 10, window: 1d }\n`;
const pause = { kind: 'pause', flow: load } as const;
const resume = { kind: 'resume', flow: load } as const;

async function deployed(flows: { readonly [flow: string]: string }) {
  const stage = scheduleStage({ start: '2026-11-24T11:50:00Z' });
  await stage.deploy(flows, '11:50');
  return stage;
}

describe('a pause', () => {
  it('skips the slots that lie in it, also where no tick came before it was over', async () => {
    const { tick, command, ticks, launched, gaps } = await deployed({ load: hourly });
    await tick('12:02');
    await command(pause, '12:10');
    await command(resume, '12:40');
    await ticks('12:41', '12:44', 1);
    expect(launched()).toEqual([]);
    expect(gaps()).toEqual(['load paused 12:15 x1']);
  });

  it('lets the slots before it run, also where a tick comes to them while it lasts', async () => {
    const { command, tick, launched, gaps } = await deployed({ load: hourly });
    await command(pause, '12:20');
    await tick('13:30');
    expect(launched()).toEqual(['load-20261124-1215']);
    expect(gaps()).toEqual(['load paused 13:15 x1']);
  });

  it('is one of several, of which each skips its own slots and no other', async () => {
    const { command, tick, launched, gaps } = await deployed({ load: all });
    await command(pause, '12:10');
    await command(resume, '12:20');
    await command(pause, '13:40');
    await command(resume, '14:20');
    await command(pause, '15:16');
    for (const when of ['15:20', '15:24', '15:28', '15:32']) await tick(when);
    expect(launched()).toEqual(['load-20261124-1315', 'load-20261124-1515']);
    expect(gaps()).toEqual(['load paused 12:15..14:15 x2']);
  });

  it('begins with its first moment, and ends before the moment of the resume', async () => {
    const { command, tick, launched, gaps } = await deployed({ load: all });
    await command(pause, '12:15');
    await command(resume, '13:15');
    await tick('13:20');
    expect(launched()).toEqual(['load-20261124-1315']);
    expect(gaps()).toEqual(['load paused 12:15 x1']);
  });

  it('is told of slots that are too late as well', async () => {
    const window = `${hourly}catch-up: { policy: latest, window: 30m }\n`;
    const { command, tick, gaps } = await deployed({ load: window });
    await command(pause, '12:10');
    await command(resume, '12:40');
    await tick('15:00');
    expect(gaps()).toEqual(['load paused 12:15 x1', 'load window 13:15..14:15 x2']);
  });

  it('counts for a schedule that a deploy takes away meanwhile', async () => {
    const stage = await deployed({ load: hourly });
    await stage.command(pause, '12:10');
    await stage.command(resume, '12:40');
    await stage.deploy({ load: `${base}schedules: [{ cron: "45 * * * *" }]\n` }, '13:20');
    expect(stage.gaps()).toEqual(['load paused 12:15 x1', 'load schedule-removed 13:15 x1']);
  });

  it('keeps a flow from following what ended in it, and lets it follow what ended before, whenever ticks come', async () => {
    const flows = {
      first: `${base}schedules: [{ cron: "0,30 * * * *" }]\n`,
      load: `${base}after: { flows: [first] }\n`,
    };
    const stage = scheduleStage({
      start: '2026-11-24T11:50:00Z',
      script: (flow) => (flow === 'first' ? lasting(10) : quick),
    });
    await stage.deploy(flows, '11:50');
    await stage.ticks('12:00', '12:04', 2);
    await stage.command(pause, '12:20');
    await stage.ticks('12:25', '12:35', 5);
    expect(stage.launched()).toHaveLength(3);
    await stage.command(resume, '12:50');
    await stage.ticks('12:52', '12:58', 2);
    expect(stage.launched().filter((id) => id.startsWith('load'))).toHaveLength(1);
    expect(stage.gaps()).toEqual(['load paused 12:30 x1']);
  });

  it('is forgotten when nothing lies in it any more', async () => {
    const { command, ticks, state } = await deployed({ load: hourly });
    await command(pause, '12:10');
    await command(resume, '12:40');
    expect(state().pastPauses?.get(load)).toHaveLength(1);
    await ticks('12:41', '12:44', 1);
    expect(state().pastPauses).toBeUndefined();
  });
});
