import { describe, expect, it } from '@jest/globals';
import { decide } from '../../src/core/decide.ts';
import type { Overlap, Schedule } from '../../src/core/flow.ts';
import { manifestBounds } from '../../src/core/manifest-bounds.ts';
import { mostOpenRuns } from '../../src/core/room.ts';
import { at, deployment, flowA, noon, registryOf, stateOf } from './builders.ts';

/** The worst that state may say of one flow: every bound of a manifest at its most, and a mark of decades ago. */
const longAgo = at('1990-01-01T00:00Z');
const schedules = (rule: object): readonly Schedule[] =>
  Array.from(
    { length: manifestBounds.schedules },
    (_, index) => ({ ...rule, parameters: { index } }) as unknown as Schedule,
  );
const cron = { kind: 'cron', cron: '* * * * *', timezone: 'Europe/Berlin' };
const interval = { kind: 'interval', everySeconds: manifestBounds.intervalSeconds.least, anchor: longAgo };

describe('a state that was pushed to overwhelm a tick', () => {
  it.each<[string, Overlap, object]>([
    ['each minute by cron, all at once', 'allow', cron],
    ['each minute by an interval, all at once', 'allow', interval],
    ['each minute, each cancelling the one before', 'cancel-other', interval],
    ['each minute, one after the other', 'buffer-all', interval],
  ])('with slots %s, takes it seconds at the most', (_, overlap, rule) => {
    const catchUp = {
      policy: 'all',
      windowSeconds: manifestBounds.catchUpSeconds,
      max: manifestBounds.catchUpSlots,
    } as const;
    const parameters = { index: { type: 'integer' } } as const;
    const flow = deployment(flowA, { schedules: schedules(rule), overlap, catchUp, parameters });
    const before = process.cpuUsage();
    const { state } = decide({
      state: { ...stateOf(), mark: longAgo },
      registry: registryOf({ ...flow, deployedAt: longAgo, scheduledSince: {} }),
      seen: { sightings: new Map(), looks: new Map() },
      now: noon,
      limits: { launchesPerTick: 100, running: 200 },
      repository: 'acme/flows',
    });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(10);
    expect(state.runs.size).toBeLessThanOrEqual(mostOpenRuns);
  });
});
