import { describe, expect, it } from '@jest/globals';
import { base, lasting, scheduleStage } from './schedule-stage.ts';

const group = (name: string) => `concurrency: { group: ${name}, limit: 1 }\n`;
const a = `${base}schedules: [{ cron: "0 * * * *" }]\n`;
const b = `${base}schedules: [{ cron: "5 * * * *" }]\n${group('db')}`;

describe('a run', () => {
  it.each([
    [
      'counts in the group that it was started in, also when its flow has been moved',
      group('db'),
      group('other'),
      1,
    ],
    ['counts in no group that its flow has joined since', '', group('db'), 2],
  ])('%s', async (_, before, after, atWork) => {
    const stage = scheduleStage({
      start: '2026-11-24T11:56:00Z',
      script: (flow) => lasting(flow === 'a' ? 30 : 5),
    });
    await stage.deploy({ a: a + before, b }, '11:56');
    await stage.ticks('12:00', '12:04', 2);
    await stage.deploy({ a: a + after, b }, '12:04');
    await stage.ticks('12:05', '12:08', 1);
    expect(stage.launched()).toHaveLength(atWork);
    await stage.ticks('12:09', '12:40', 1);
    expect(stage.launched()).toHaveLength(2);
  });
});
