import type { After, CatchUp, Overlap } from '../../src/core/flow.ts';

/** Minutes since 1970. Slots and ticks come on whole minutes, people at half past one, attempts end at a third. */
export type Minute = number;

export type Rule =
  | { readonly cron: string; readonly timezone: string }
  | { readonly everyMinutes: number; readonly anchor: Minute };

/** The runs of a schedule are given its region as their parameters, or none. */
export type ScheduleSpec = { readonly rule: Rule; readonly region?: Region };

/** In the order of the ids of their runs: a run without parameters comes before them. */
export const regions = ['us', 'eu', 'apac'] as const;
export type Region = (typeof regions)[number];

export type FlowSpec = {
  readonly schedules: readonly ScheduleSpec[];
  readonly catchUp: {
    readonly policy: CatchUp['policy'];
    readonly windowMinutes: number;
    readonly max: number;
  };
  readonly overlap: Overlap;
  /** Of the group that all flows with a limit share. */
  readonly groupLimit?: number;
  readonly after?: { readonly flows: readonly string[]; readonly when: After['when'] };
  /** Two minutes after each end. */
  readonly retries: number;
  /** Thirty seconds after the first end, which is before the next minute but one. */
  readonly infraRetries: number;
};

export type Flows = { readonly [flow: string]: FlowSpec };

export type End =
  | 'succeeded'
  | 'failed'
  | 'failed for good'
  | 'crashed'
  | 'timed-out'
  | 'cancelled'
  | 'unknown';
/** How long an attempt takes, and how it ends. */
export type Life = { readonly minutes: number; readonly end: End };

/** `of`: which one of those that there are, counted from the oldest and around. */
export type Deed =
  | { readonly kind: 'tick' }
  | { readonly kind: 'deploy'; readonly flows: Flows }
  | { readonly kind: 'pause' | 'resume' | 'run'; readonly flow: string }
  | { readonly kind: 'backfill'; readonly flow: string; readonly from: Minute; readonly to: Minute }
  | { readonly kind: 'cancel' | 'retry'; readonly of: number }
  | { readonly kind: 'resolve'; readonly of: number; readonly as: 'succeeded' | 'failed' };

export type Step = { readonly at: Minute; readonly deed: Deed };

export type Story = {
  readonly steps: readonly Step[];
  /** Which one an attempt gets follows from its name alone. */
  readonly lives: readonly Life[];
};

export function lifeOf(lives: readonly Life[], run: string, attempt: number): Life {
  let sum = attempt;
  for (const char of run) sum = (sum * 31 + char.charCodeAt(0)) % 65_521;
  return lives[sum % lives.length] ?? { minutes: 1, end: 'succeeded' };
}
