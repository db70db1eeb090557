import type { FlowName } from './flow.ts';
import type { Instant } from './instant.ts';

/** Slots of one schedule that got no run, next to each other and for one reason. */
export type Gap = {
  readonly flow: FlowName;
  readonly outcome: 'skipped' | 'missed';
  readonly because: GapReason;
  readonly from: Instant;
  readonly to: Instant;
  readonly count: number;
};

export const gapReasons = {
  overlap: 'a run of the flow was still open',
  buffered: 'one run was already waiting',
  paused: 'the flow was paused',
  'newer-slot': 'a newer slot of the same schedule was due too',
  'catch-up-max': 'more slots were due than `catch-up.max` allows',
  upstream: 'an upstream run did not end as `after.when` asks',
  parameters: 'its parameters do not fit what the flow declares',
  'flow-removed': 'the flow was removed before a tick saw it',
  'schedule-removed': 'its schedule was changed or removed before a tick saw it',
  window: 'it was later than `catch-up.window` when a tick saw it',
} as const;
export type GapReason = keyof typeof gapReasons;
