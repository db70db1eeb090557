import { type Cron, type CronVerdict, isInSet, parseCron } from './cron.ts';
import type { ScheduleRule } from './flow.ts';
import { dayMs, type Instant, instantFromMs, minuteMs } from './instant.ts';
import { countInterval, intervalSlots, lastOfInterval } from './slots-interval.ts';
import { judgeTimezone, stretchesOf } from './zone.ts';

/**
 * The slots of a rule in `(after, until]`, ascending, at most `limit`.
 *
 * Where clocks are set forward, a fixed time that is skipped has its slot at the first instant after the gap; where they
 * are set back, a fixed time has one slot, the first. A rule with `*` in its minute or hour follows the wall clock.
 */
export function slotsBetween(rule: ScheduleRule, after: Instant, until: Instant, limit: number): Instant[] {
  if (until <= after || limit <= 0) return [];
  if (rule.kind === 'interval') return intervalSlots(rule, after, until, limit);
  const cron = cronOf(rule.cron);
  const slots: Instant[] = [];
  for (const part of partsOf(rule, cron, { after, until })) {
    addSlots(slots, cron, part, limit);
    if (slots.length >= limit) break;
  }
  return slots;
}

/** The next `count` slots after a moment. */
export function nextSlots(rule: ScheduleRule, after: Instant, count: number): Instant[] {
  if (rule.kind === 'interval') return intervalSlots(rule, after, latestInstant, count);
  return searched(rule, { after, latest: after + longestWaitMs }, count);
}

/** The first slot in `(after, until]`. Nobody looks further: a rule that is rarely due costs no more than another. */
export function firstSlot(rule: ScheduleRule, after: Instant, until: Instant): Instant | undefined {
  if (until <= after) return undefined;
  const [slot] =
    rule.kind === 'interval'
      ? intervalSlots(rule, after, until, 1)
      : searched(rule, { after, latest: until }, 1);
  return slot === undefined || slot > until ? undefined : slot;
}

type Search = { readonly after: Instant; readonly latest: number };

function searched(rule: CronRule, { after, latest }: Search, count: number): Instant[] {
  const cron = cronOf(rule.cron);
  const slots: Instant[] = [];
  let from = after;
  for (
    let spanMs = dayMs;
    slots.length < count && from < latest;
    spanMs = Math.min(spanMs * 4, longestSpanMs)
  ) {
    const start = Math.max(from, firstDay(cron, from, latest) - aroundDayMs) as Instant;
    const until = instantFromMs(start + aroundDayMs + spanMs);
    slots.push(...slotsBetween(rule, start, until, count - slots.length));
    from = until;
  }
  return slots;
}

/** The newest `count` slots in `(after, until]`, ascending, found from the end. */
export function lastSlots(rule: ScheduleRule, after: Instant, until: Instant, count: number): Instant[] {
  if (until <= after || count <= 0) return [];
  if (rule.kind === 'interval') return lastOfInterval(rule, after, until, count);
  const cron = cronOf(rule.cron);
  const newestFirst: Instant[] = [];
  for (const part of partsOf(rule, cron, { after, until }).reverse()) {
    addSlotsBackwards(newestFirst, cron, part, count);
    if (newestFirst.length >= count) break;
  }
  return newestFirst.reverse();
}

/** How many slots `(after, until]` holds. Whole days are counted, not walked through. */
export function countSlots(rule: ScheduleRule, after: Instant, until: Instant): number {
  if (until <= after) return 0;
  if (rule.kind === 'interval') return countInterval(rule, after, until);
  const cron = cronOf(rule.cron);
  let count = 0;
  for (const part of partsOf(rule, cron, { after, until })) {
    if (part.gapSlot !== undefined) count += 1;
    count += countIn(cron, part.from, part.to);
  }
  return count;
}

/** 29 February on a given weekday comes again after 28 years, or 40 across a century without a leap day. */
const longestWaitMs = 41 * 366 * dayMs;
const longestSpanMs = 366 * dayMs;
/** No zone is further from UTC than this, and no gap of its clocks is longer. */
const aroundDayMs = 2 * dayMs;
const latestInstant = instantFromMs(8.64e15);

type CronRule = ScheduleRule & { readonly kind: 'cron' };

/** The same few expressions are asked for again and again. Forgotten as a whole when there are too many. */
const compiled = new Map<string, Cron>();
const mostCompiled = 50_000;

/** Of an expression that was checked before. */
export function cronOf(text: string): Cron {
  const verdict = compile(text);
  if (verdict.kind === 'bad') throw new RangeError(verdict.message);
  return verdict.cron;
}

function compile(text: string): CronVerdict {
  const known = compiled.get(text);
  if (known !== undefined) return { kind: 'ok', cron: known };
  const verdict = parseCron(text);
  if (verdict.kind === 'bad') return verdict;
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(text, verdict.cron);
  return verdict;
}

/** Why a rule that was written elsewhere yields no slots; undefined: it does. */
export function faultOfRule(rule: ScheduleRule): string | undefined {
  if (rule.kind === 'interval') return undefined;
  const verdicts = [compile(rule.cron), judgeTimezone(rule.timezone)];
  return verdicts.flatMap((verdict) => (verdict.kind === 'bad' ? [verdict.message] : []))[0];
}

type Window = { readonly after: Instant; readonly until: Instant };

/** Local time from `from` up to but not including `to`, both in milliseconds as if local time were UTC, at one offset. */
type Part = {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
  /** Where fixed times that clocks skipped right before `from` have their slot, unless one is there anyway. */
  readonly gapSlot: Instant | undefined;
};

/** Cuts `(after, until]` where the offset changes, and leaves out what a fixed time must not repeat. */
function partsOf(rule: CronRule, cron: Cron, { after, until }: Window): Part[] {
  const parts: Part[] = [];
  let beforeMs: number | undefined;
  for (const { from: start, to: end, offsetMs } of stretchesOf(rule.timezone, after, until)) {
    const jumpMs = beforeMs === undefined || cron.isWallClock ? 0 : offsetMs - beforeMs;
    const from = Math.max(start, after + 1) + offsetMs;
    const to = Math.min(end, until + 1) + offsetMs;
    const resumed = jumpMs < 0 ? Math.max(from, start + offsetMs - jumpMs) : from;
    if (resumed < to) {
      const isGapHere = jumpMs > 0 && start > after && hasOnlySkipped(cron, from, jumpMs);
      parts.push({ from: resumed, to, offsetMs, gapSlot: isGapHere ? (start as Instant) : undefined });
    }
    beforeMs = offsetMs;
  }
  return parts;
}

/** Whether a slot of the rule was skipped by the jump that ended at `local`, and none is at `local` itself. */
function hasOnlySkipped(cron: Cron, local: number, jumpMs: number): boolean {
  return countIn(cron, local - jumpMs, local) > 0 && countIn(cron, local, local + 1) === 0;
}

/** Adds the slots of a part, until there are `limit`. */
function addSlots(slots: Instant[], cron: Cron, part: Part, limit: number): void {
  if (part.gapSlot !== undefined) slots.push(part.gapSlot);
  const { from, to, offsetMs } = part;
  for (let day = Math.floor(from / dayMs); day * dayMs < to; day += 1) {
    if (!isDay(cron, day)) continue;
    const end = firstAtOrAfter(cron, to - day * dayMs);
    for (let index = firstAtOrAfter(cron, from - day * dayMs); index < end; index += 1) {
      if (slots.length >= limit) return;
      slots.push((day * dayMs + minuteAt(cron, index) * minuteMs - offsetMs) as Instant);
    }
  }
}

function addSlotsBackwards(slots: Instant[], cron: Cron, part: Part, limit: number): void {
  const { from, to, offsetMs } = part;
  for (let day = Math.floor((to - 1) / dayMs); (day + 1) * dayMs > from; day -= 1) {
    if (!isDay(cron, day)) continue;
    const start = firstAtOrAfter(cron, from - day * dayMs);
    for (let index = firstAtOrAfter(cron, to - day * dayMs) - 1; index >= start; index -= 1) {
      if (slots.length >= limit) return;
      slots.push((day * dayMs + minuteAt(cron, index) * minuteMs - offsetMs) as Instant);
    }
  }
  if (part.gapSlot !== undefined && slots.length < limit) slots.push(part.gapSlot);
}

/** The start of the first day that the rule allows, as if local time were UTC: where it is behind, the day before counts. */
function firstDay(cron: Cron, from: number, latest: number): number {
  let day = Math.floor(from / dayMs) - 1;
  while (!isDay(cron, day) && day * dayMs < latest) day += 1;
  return day * dayMs;
}

function countIn(cron: Cron, from: number, to: number): number {
  let count = 0;
  for (let day = Math.floor(from / dayMs); day * dayMs < to; day += 1) {
    if (!isDay(cron, day)) continue;
    const start = day * dayMs;
    count += firstAtOrAfter(cron, to - start) - firstAtOrAfter(cron, from - start);
  }
  return count;
}

/** How many allowed times of the day are before a moment of it: the index of the first one at or after. */
function firstAtOrAfter({ hours, minutes }: Cron, msOfDay: number): number {
  const minute = Math.ceil(msOfDay / minuteMs);
  if (minute <= 0) return 0;
  const hour = Math.floor(minute / 60);
  const hourIndex = countBelow(hours, hour);
  const isHour = hours[hourIndex] === hour;
  return hourIndex * minutes.length + (isHour ? countBelow(minutes, minute % 60) : 0);
}

function countBelow(values: readonly number[], limit: number): number {
  let count = 0;
  while (count < values.length && (values[count] ?? 0) < limit) count += 1;
  return count;
}

/** The allowed times of a day: every allowed hour with every allowed minute. */
function minuteAt({ hours, minutes }: Cron, index: number): number {
  const { length } = minutes;
  return (hours[Math.floor(index / length)] ?? 0) * 60 + (minutes[index % length] ?? 0);
}

/** `day` counts days since 1970-01-01, a Thursday. */
function isDay(cron: Cron, day: number): boolean {
  const date = new Date(day * dayMs);
  if (!isInSet(cron.months, date.getUTCMonth() + 1)) return false;
  const isDate = isInSet(cron.daysOfMonth, date.getUTCDate());
  const isWeekday = isInSet(cron.weekdays, date.getUTCDay());
  return cron.isEitherDay ? isDate || isWeekday : isDate && isWeekday;
}
