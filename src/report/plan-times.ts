import type { FlowName, Policy, Schedule, ScheduleRule } from '../core/flow.ts';
import { dayMs, type Instant, instantFromMs, isoOf, plusMs } from '../core/instant.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { scheduledSince, scheduleKey } from '../core/schedule-meaning.ts';
import { countSlots, nextSlots, slotsBetween } from '../core/slots.ts';
import { accountedUntil, type State } from '../core/state.ts';
import { stretchesOf } from '../core/zone.ts';

export type PlannedTimes = { readonly plan: Plan; readonly now: Instant; readonly state?: State };

/** `timezone` and `local` only where the schedule has a clock of its own: `Tue 2026-11-24 21:05`. */
export type PlannedSlot = { readonly slot: Instant; readonly timezone?: string; readonly local?: string };
export type ComparedSlots = {
  readonly before: readonly PlannedSlot[];
  readonly after: readonly PlannedSlot[];
};

export type ClockChange = {
  readonly at: Instant;
  readonly timezone: string;
  readonly beforeMs: number;
  readonly afterMs: number;
};

/** When a flow would run instead. */
export type FlowTimes = {
  readonly flow: FlowName;
  readonly next: ComparedSlots;
  /** The next change of its clocks, and the slots behind it. */
  readonly clockChange?: ClockChange & ComparedSlots;
  /** Slots in the next 24 hours. */
  readonly day: {
    readonly before: number;
    readonly after: number;
    readonly gained: number;
    readonly lost: number;
  };
  /** Slots that are due, that no tick has seen yet, and that no later tick sees if their schedule goes. */
  readonly unseen: number;
};

const shownTimes = 3;
const comparedSlots = 2_000;

/** Of the flows whose schedules change. */
export function plannedTimes({ plan, now, state }: PlannedTimes): readonly FlowTimes[] {
  return plan.flows
    .filter((planned) => isChange(planned) && hasNewTimes(planned))
    .map((planned) => timesOf(planned, { now, state }));
}

export function schedulesOf(planned: PlannedFlow): {
  readonly before: Policy['schedules'];
  readonly after: Policy['schedules'];
} {
  return {
    before: planned.deployed?.policy.schedules ?? [],
    after: planned.action === 'removed' ? [] : (planned.desired?.manifest.policy.schedules ?? []),
  };
}

function hasNewTimes(planned: PlannedFlow): boolean {
  const { before, after } = schedulesOf(planned);
  const keys = (schedules: readonly Schedule[]) => schedules.map(scheduleKey).sort().join();
  return keys(before) !== keys(after);
}

type Moment = { readonly now: Instant; readonly state: State | undefined };

function timesOf(planned: PlannedFlow, moment: Moment): FlowTimes {
  const { now } = moment;
  const { before, after } = schedulesOf(planned);
  const compared = (from: Instant) => ({ before: slotsFrom(before, from), after: slotsFrom(after, from) });
  const change = nextClockChange([...before, ...after], now);
  return {
    flow: planned.flow,
    next: compared(now),
    ...(change === undefined
      ? {}
      : { clockChange: { ...change, ...compared(instantFromMs(change.at - 1)) } }),
    day: dayOf(before, after, now),
    unseen: unseenSlots(planned, moment),
  };
}

function slotsFrom(schedules: readonly Schedule[], from: Instant): PlannedSlot[] {
  return schedules
    .flatMap((schedule) => nextSlots(schedule, from, shownTimes).map((slot) => ({ slot, schedule })))
    .sort((a, b) => a.slot - b.slot)
    .slice(0, shownTimes)
    .map(({ slot, schedule }) => plannedSlot(slot, schedule));
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

function plannedSlot(slot: Instant, rule: ScheduleRule): PlannedSlot {
  if (rule.kind === 'interval' || rule.timezone === 'UTC') return { slot };
  const stretch = stretchesOf(rule.timezone, slot, slot).find(({ from, to }) => from <= slot && slot < to);
  const local = plusMs(slot, stretch?.offsetMs ?? 0);
  // 1 January 1970 was a Thursday.
  const weekday = weekdays[(Math.floor(local / dayMs) + 4) % 7];
  const text = `${weekday} ${isoOf(local).slice(0, 16).replace('T', ' ')}`;
  return { slot, timezone: rule.timezone, local: text };
}

/** The first change of the offset of any of the zones within a year. */
function nextClockChange(schedules: readonly Schedule[], now: Instant): ClockChange | undefined {
  const zones = new Set(schedules.flatMap((rule) => (rule.kind === 'cron' ? [rule.timezone] : [])));
  const changes = [...zones].flatMap((timezone): ClockChange[] => {
    const stretches = stretchesOf(timezone, now, plusMs(now, 366 * dayMs));
    const index = stretches.findIndex(
      ({ from, offsetMs }, place) => from > now && place > 0 && stretches[place - 1]?.offsetMs !== offsetMs,
    );
    const [before, after] = [stretches[index - 1], stretches[index]];
    if (index < 1 || before === undefined || after === undefined) return [];
    return [{ at: instantFromMs(after.from), timezone, beforeMs: before.offsetMs, afterMs: after.offsetMs }];
  });
  return changes.sort((a, b) => a.at - b.at || (a.timezone < b.timezone ? -1 : 1))[0];
}

function dayOf(before: readonly Schedule[], after: readonly Schedule[], now: Instant): FlowTimes['day'] {
  const until = plusMs(now, dayMs);
  const within = (schedules: readonly Schedule[]) =>
    new Set(schedules.flatMap((schedule) => slotsBetween(schedule, now, until, comparedSlots)));
  const [old, next] = [within(before), within(after)];
  return {
    before: old.size,
    after: next.size,
    gained: [...next].filter((slot) => !old.has(slot)).length,
    lost: [...old].filter((slot) => !next.has(slot)).length,
  };
}

function unseenSlots({ deployed, ...planned }: PlannedFlow, { now, state }: Moment): number {
  if (state === undefined || deployed === undefined) return 0;
  const { before, after } = schedulesOf({ ...planned, deployed });
  const kept = new Set(after.map(scheduleKey));
  return before
    .filter((schedule) => !kept.has(scheduleKey(schedule)))
    .map((schedule) => {
      const since = scheduledSince(deployed, schedule);
      return countSlots(schedule, instantFromMs(Math.max(accountedUntil(state, deployed.flow), since)), now);
    })
    .reduce((a, b) => a + b, 0);
}
