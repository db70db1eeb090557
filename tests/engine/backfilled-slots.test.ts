import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { at } from '../core/builders.ts';
import { base, scheduleStage } from './schedule-stage.ts';

const flow = 'load' as FlowName;
const everyTenMinutes = `${base}schedules: [{ cron: "*/10 * * * *" }]\n`;
const backfill = {
  kind: 'backfill',
  flow,
  from: at('2026-11-24T20:00:00Z'),
  to: at('2026-11-24T20:30:00Z'),
} as const;

/** A backfill takes 20:10 to 20:30 before a tick has seen them. */
async function backfilledAhead() {
  const stage = scheduleStage({ start: '2026-11-24T20:00:00Z' });
  await stage.deploy({ load: everyTenMinutes }, '20:00');
  await stage.command(backfill, '20:31');
  return stage;
}

const told = (stage: Awaited<ReturnType<typeof backfilledAhead>>) =>
  stage.state().gaps.map(({ because, from, to, count }) => ({ because, from, to, count }));

describe('A slot that a backfill made a run for', () => {
  it('is not told as skipped by the tick that comes to it', async () => {
    const stage = await backfilledAhead();
    await stage.tick('21:00');
    expect(told(stage)).toEqual([
      { because: 'newer-slot', from: at('2026-11-24T20:40:00Z'), to: at('2026-11-24T20:50:00Z'), count: 2 },
    ]);
  });

  it('nor by a deploy that removes its schedule', async () => {
    const stage = await backfilledAhead();
    await stage.deploy({ load: base }, '20:45');
    expect(told(stage)).toEqual([
      {
        because: 'schedule-removed',
        from: at('2026-11-24T20:40:00Z'),
        to: at('2026-11-24T20:40:00Z'),
        count: 1,
      },
    ]);
  });
});
