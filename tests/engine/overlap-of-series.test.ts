import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { base, failing, lasting, quick, scheduleStage } from './schedule-stage.ts';

const load = 'load' as FlowName;
const regions = 'parameters: { region: { type: string } }\n';
const at2 = (region: string) => `{ cron: "0 2 * * *", parameters: { region: ${region} } }`;
const met = `${base}${regions}schedules: [${at2('us')}, ${at2('eu')}]\n`;
const statesOf = (runs: readonly string[]) => runs.map((run) => run.split(' ')[1]);

describe('schedules of a flow that meet', () => {
  it.each(['skip', 'buffer-one', 'buffer-all', 'cancel-other'])(
    'all run, one after the other, on every day, with `overlap: %s`',
    async (overlap) => {
      const stage = scheduleStage({ start: '2026-11-24T01:56:00Z', script: () => lasting(2) });
      await stage.deploy({ load: `${met}overlap: ${overlap}\n` }, '01:56');
      for (const day of [24, 25, 26])
        await stage.ticks(`2026-11-${day}T02:00:00Z`, `2026-11-${day}T02:20:00Z`, 1);
      expect(stage.launched()).toHaveLength(6);
      expect(new Set(stage.launched()).size).toBe(6);
      expect(stage.gaps()).toEqual([]);
    },
  );

  it('all run where one late tick finds them, also at different instants', async () => {
    const stage = scheduleStage({ start: '2026-11-24T01:56:00Z' });
    const schedules = 'schedules: [{ cron: "0 2 * * *" }, { cron: "30 2 * * *" }]\n';
    await stage.deploy({ load: `${base}${schedules}` }, '01:56');
    await stage.ticks('03:00', '03:05', 1);
    expect(stage.launched()).toEqual(['load-20261124-0200', 'load-20261124-0230']);
  });

  it('skip only what is of their own parameters', async () => {
    const stage = scheduleStage({
      start: '2026-11-24T01:56:00Z',
      script: (_flow, run) => (run.includes('0200') ? lasting(40) : quick),
    });
    const eu = '{ cron: "0,20 2 * * *", parameters: { region: eu } }';
    const us = '{ cron: "0 2 * * *", parameters: { region: us } }';
    await stage.deploy({ load: `${base}${regions}schedules: [${us}, ${eu}]\n` }, '01:56');
    await stage.ticks('02:00', '02:21', 1);
    expect(stage.gaps()).toEqual(['load overlap 02:20 x1']);
    expect(statesOf(stage.runs())).toEqual(['running', 'queued']);
  });

  it('are one slot where their parameters are equal, and it is told once', async () => {
    const stage = scheduleStage({ start: '2026-11-24T01:56:00Z', script: () => lasting(300) });
    const twice = 'schedules: [{ cron: "0 * * * *" }, { cron: "0 */1 * * *" }, { cron: "0 3 * * *" }]\n';
    await stage.deploy({ load: `${base}${twice}` }, '01:56');
    await stage.ticks('02:00', '02:02', 1);
    await stage.tick('03:01');
    expect(stage.gaps()).toEqual(['load overlap 03:00 x1']);
  });

  it('are one slot that runs where one of them grants it', async () => {
    const stage = scheduleStage({ start: '2026-11-24T01:56:00Z' });
    const both = 'schedules: [{ cron: "0 * * * *" }, { cron: "0 3 * * *" }]\n';
    await stage.deploy({ load: `${base}${both}` }, '01:56');
    const { gaps } = await stage.tick('05:10');
    expect(gaps.map(({ from, count }) => [from, count])).toEqual([
      [stage.momentOf('02:00'), 1],
      [stage.momentOf('04:00'), 1],
    ]);
    expect(stage.runs().map((run) => run.split(' ')[0])).toEqual([
      'load-20261124-0300',
      'load-20261124-0500',
    ]);
  });
});

describe('overlap', () => {
  it('lets all slots run that one catch-up makes up for, the oldest first', async () => {
    const stage = scheduleStage({ start: '2026-11-24T01:56:00Z' });
    const all = `${base}schedules: [{ cron: "0 * * * *" }]\ncatch-up: { policy: all, max: 3, window: 1d }\n`;
    await stage.deploy({ load: all }, '01:56');
    await stage.ticks('06:10', '06:20', 1);
    expect(stage.launched()).toEqual(['0400', '0500', '0600'].map((time) => `load-20261124-${time}`));
    expect(stage.gaps()).toEqual(['load catch-up-max 02:00..03:00 x2']);
  });

  it('holds a slot against what a person started, and never cancels that', async () => {
    for (const [overlap, gap] of [
      ['skip', ['load overlap 02:00 x1']],
      ['cancel-other', []],
    ] as const) {
      const stage = scheduleStage({ start: '2026-11-24T01:50:00Z', script: () => lasting(20) });
      await stage.deploy(
        { load: `${base}schedules: [{ cron: "0 2 * * *" }]\noverlap: ${overlap}\n` },
        '01:50',
      );
      const run = { kind: 'run', flow: load, parameters: undefined, request: 'one' } as const;
      await stage.command(run, '01:55');
      await stage.ticks('01:56', '02:40', 2);
      expect(stage.runs()[0]).toBe('load-m-one succeeded');
      expect(stage.gaps()).toEqual(gap);
      expect(stage.launched()).toHaveLength(2 - gap.length);
    }
  });

  it.each(['skip', 'buffer-one', 'cancel-other'])(
    'with %s lets no slot of the day go for a backfill: it runs before the rest of that',
    async (overlap) => {
      const stage = scheduleStage({ start: '2026-11-24T00:50:00Z', script: () => lasting(4) });
      await stage.deploy(
        { load: `${base}schedules: [{ cron: "0 * * * *" }]\noverlap: ${overlap}\n` },
        '00:50',
      );
      await stage.tick('10:50');
      await stage.ticks('10:51', '10:57', 1);
      const [from, to] = [stage.momentOf('05:00'), stage.momentOf('09:30')];
      await stage.command({ kind: 'backfill', flow: load, from, to }, '10:58');
      await stage.ticks('10:58', '11:30', 1);
      expect(stage.launched()).toEqual(
        ['1000', '0500', '1100', '0600', '0700', '0800', '0900'].map((time) => `load-20261124-${time}`),
      );
      expect(stage.gaps()).toEqual(['load newer-slot 01:00..09:00 x9']);
    },
  );

  it('takes a run between two attempts for one at work, which leaves the place of the one that waits', async () => {
    const stage = scheduleStage({
      start: '2026-11-24T01:56:00Z',
      script: (_flow, _run, attempt) => (attempt === 1 ? failing : quick),
    });
    const retries = 'retries: { limit: 1, delay: 80m, max-delay: 80m, jitter: 0 }\n';
    const flow = `${base}schedules: [{ cron: "0 * * * *" }]\noverlap: buffer-one\n${retries}`;
    await stage.deploy({ load: flow }, '01:56');
    await stage.ticks('02:00', '03:01', 1);
    expect(statesOf(stage.runs())).toEqual(['queued', 'queued']);
    expect(stage.gaps()).toEqual([]);
  });
});
