import { isInSet } from './cron.ts';
import type { Deployment } from './deployment.ts';
import { sha256 } from './digest.ts';
import type { Schedule } from './flow.ts';
import type { Instant } from './instant.ts';
import { canonicalJson, type Json } from './json.ts';
import { cronOf } from './slots.ts';

const keys = new WeakMap<Schedule, string>();

/**
 * Identity of a schedule within its flow: what it means, however it is written. It changes when its slots or their
 * parameters change, so that `1-5` is `mon-fri`; an interval stays another rule than a cron expression.
 */
export function scheduleKey(schedule: Schedule): string {
  const known = keys.get(schedule) ?? sha256(canonicalJson(meaningOf(schedule))).slice(0, 16);
  keys.set(schedule, known);
  return known;
}

function meaningOf(schedule: Schedule): Json {
  if (schedule.kind === 'interval') return schedule as unknown as Json;
  const { cron: text, timezone, parameters } = schedule;
  const { minutes, hours, isWallClock, ...days } = cronOf(text);
  // Where clocks never change, the wall clock is the clock.
  const times = { minutes, hours, isWallClock: isWallClock && timezone !== 'UTC' };
  return { kind: 'cron', ...times, days: daysOf(days), timezone, parameters };
}

type Days = {
  readonly months: number;
  readonly daysOfMonth: number;
  readonly weekdays: number;
  readonly isEitherDay: boolean;
};

const everyWeekday = 0b111_1111;
const longestMonthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The one form of all that allow the same days: no date that no month has, no month that has no date. */
function daysOf({ months, daysOfMonth, weekdays, isEitherDay }: Days): Json {
  const allowed = longestMonthDays.flatMap((days, index) =>
    isInSet(months, index + 1) ? [{ month: index + 1, days }] : [],
  );
  const longest = Math.max(...allowed.map(({ days }) => days));
  const everyDate = datesUpTo(longest);
  const dates = daysOfMonth & everyDate;
  const isEvery = dates === everyDate || weekdays === everyWeekday;
  if (isEitherDay && isEvery) return { months, dates: everyDate, weekdays: everyWeekday };
  if (isEitherDay && dates !== 0) return { months, dates, weekdays, either: true };
  if (isEitherDay) return { months, dates: everyDate, weekdays };
  const having = allowed.filter(({ days }) => (dates & datesUpTo(days)) !== 0);
  return {
    months: having.reduce((set, { month }) => set | (1 << month), 0),
    dates: dates & datesUpTo(Math.max(...having.map(({ days }) => days))),
    weekdays,
  };
}

function datesUpTo(last: number): number {
  let set = 0;
  for (let date = 1; date <= last; date += 1) set |= 1 << date;
  return set;
}

/** What its key was before schedules were compared by what they mean. */
function formerKey(schedule: Schedule): string {
  return sha256(canonicalJson(schedule as unknown as Json)).slice(0, 12);
}

/** The moment a schedule was first deployed, however it was written then: slots at or before it never run. */
export function scheduledSince(
  { scheduledSince: since, deployedAt }: Pick<Deployment, 'scheduledSince' | 'deployedAt'>,
  schedule: Schedule,
): Instant {
  const key = scheduleKey(schedule);
  if (Object.hasOwn(since, key)) return since[key] ?? deployedAt;
  const former = formerKey(schedule);
  return Object.hasOwn(since, former) ? (since[former] ?? deployedAt) : deployedAt;
}

/** Each rule once: whoever writes one twice means one. */
export function distinctSchedules(schedules: readonly Schedule[]): readonly Schedule[] {
  if (schedules.length < 2) return schedules;
  return [...new Map(schedules.map((schedule) => [scheduleKey(schedule), schedule])).values()];
}
