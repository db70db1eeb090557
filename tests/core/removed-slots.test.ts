import { describe, expect, it } from '@jest/globals';
import type { Schedule } from '../../src/core/flow.ts';
import { accountForRemoved } from '../../src/core/removed-slots.ts';
import { at, deployment, flowA, noon, registryOf, stateOf } from './builders.ts';

const hourly: Schedule = { kind: 'cron', cron: '0 * * * *', timezone: 'UTC', parameters: {} };
const other: Schedule = { ...hourly, cron: '30 * * * *' };
const before = registryOf(deployment(flowA, { schedules: [hourly] }));
const state = { ...stateOf(), mark: at('2026-11-24T10:30Z') };
const from = at('2026-11-24T11:00Z');

describe('slots that are due while a deploy takes their schedule away', () => {
  it('are said to be skipped, because the schedule changed', () => {
    const after = registryOf(deployment(flowA, { schedules: [other] }));
    expect(accountForRemoved(state, { before, after }, noon).gaps).toEqual([
      { flow: flowA, outcome: 'skipped', because: 'schedule-removed', from, to: noon, count: 2 },
    ]);
  });

  it('are said to be skipped, because the flow was removed', () => {
    for (const after of [
      registryOf(),
      registryOf({ ...deployment(flowA, { schedules: [hourly] }), retiredAt: noon }),
    ])
      expect(accountForRemoved(state, { before, after }, noon).gaps).toMatchObject([
        { because: 'flow-removed' },
      ]);
  });

  it('are left to the next tick where the schedule stays', () => {
    const after = registryOf(deployment(flowA, { schedules: [hourly, other] }));
    expect(accountForRemoved(state, { before, after }, noon)).toBe(state);
  });
});
