import { type Cron, parseCron } from './cron.ts';
import type { ScheduleRule } from './flow.ts';
import { dayMs, type Instant, minuteMs, secondMs } from './instant.ts';
import { type Stretch, stretchesOf } from './zone.ts';

/**
 * The slots of a rule in `(after, until]`, ascending, at most `limit`.
 *
 * Where clocks are set forward, a fixed time that is skipped has its slot at the first instant after the gap; where they
 * are set back, a fixed time has one slot, the first. A rule with `*` in its minute or hour follows the wall clock.
 */
export function slotsBetween(rule: ScheduleRule, after: Instant, until: Instant, limit: number): Instant[] {
  if (until <= after || limit <= 0) return [];
  if (rule.kind === 'interval') return intervalSlots(rule, after, until, limit);
  const slots: Instant[] = [];
  walk(rule, after, until, (slot) => slots.push(slot) < limit);
  return slots;
}

/** The next `count` slots after a moment: fewer if the rule has fewer in the next twelve years. */
export function nextSlots(rule: ScheduleRule, after: Instant, count: number): Instant[] {
  const slots: Instant[] = [];
  let from: number = after;
  for (let spanMs = dayMs; slots.length < count && from < after + longestSearchMs; spanMs *= 4) {
    const until = Math.min(from + spanMs, after + longestSearchMs);
    slots.push(...slotsBetween(rule, from as Instant, until as Instant, count - slots.length));
    from = until;
  }
  return slots;
}

/** The newest `count` slots in `(after, until]`, ascending, found from the end. */
export function lastSlots(rule: ScheduleRule, after: Instant, until: Instant, count: number): Instant[] {
  let newest: Instant[] = [];
  let to = until;
  for (let spanMs = 5 * minuteMs * count; newest.length < count && to > after; spanMs *= 4) {
    const from = Math.max(to - spanMs, after) as Instant;
    newest = [...slotsBetween(rule, from, to, Number.POSITIVE_INFINITY), ...newest];
    to = from;
  }
  return newest.slice(-count);
}

/** How many slots `(after, until]` holds. Whole days are counted, not walked through. */
export function countSlots(rule: ScheduleRule, after: Instant, until: Instant): number {
  if (until <= after) return 0;
  if (rule.kind === 'interval') return countInterval(rule, after, until);
  const cron = cronOf(rule.cron);
  let count = 0;
  for (const part of partsOf(rule, cron, after, until)) {
    if (part.gapSlot !== undefined && !isSlot(cron, part.from)) count += 1;
    count += countIn(cron, part.from, part.to);
  }
  return count;
}

/** The longest wait of a rule that fires at all: 29 February across a century without a leap day. */
const longestSearchMs = 12 * 366 * dayMs;

const minutesPerDay = dayMs / minuteMs;

type CronRule = ScheduleRule & { readonly kind: 'cron' };
type IntervalRule = ScheduleRule & { readonly kind: 'interval' };

/** The same few expressions are asked for again and again. Forgotten as a whole when there are too many. */
const compiled = new Map<string, Cron>();
const mostCompiled = 50_000;

function cronOf(text: string): Cron {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const verdict = parseCron(text);
  if (verdict.kind === 'bad') throw new RangeError(verdict.message);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(text, verdict.cron);
  return verdict.cron;
}

/** Local time from `from` up to but not including `to`, both in milliseconds as if local time were UTC, at one offset. */
type Part = {
  readonly from: number;
  readonly to: number;
  readonly offsetMs: number;
  /** The instant at which fixed times that clocks skipped right before `from` have their slot. */
  readonly gapSlot: number | undefined;
};

/** Cuts `(after, until]` where the offset changes, and leaves out what a fixed time must not repeat. */
function* partsOf(rule: CronRule, cron: Cron, after: Instant, until: Instant): Generator<Part> {
  let before: Stretch | undefined;
  for (const stretch of stretchesOf(rule.timezone, after, until)) {
    const { offsetMs } = stretch;
    const from = Math.max(stretch.from, after + 1) + offsetMs;
    const to = Math.min(stretch.to, until + 1) + offsetMs;
    const jumpMs = before === undefined || cron.isWallClock ? 0 : offsetMs - before.offsetMs;
    const resumed = jumpMs < 0 ? Math.max(from, stretch.from + (before?.offsetMs ?? 0)) : from;
    const isJumpInside = stretch.from > after && stretch.from <= until;
    const hasSkipped =
      jumpMs > 0 &&
      isJumpInside &&
      isSkipped(cron, stretch.from + offsetMs - jumpMs, stretch.from + offsetMs);
    if (resumed < to || hasSkipped)
      yield { from: resumed, to, offsetMs, gapSlot: hasSkipped ? stretch.from : undefined };
    before = stretch;
  }
}

function isSkipped(cron: Cron, from: number, to: number): boolean {
  return countIn(cron, from, to) > 0;
}

function isSlot(cron: Cron, local: number): boolean {
  return countIn(cron, local, local + 1) > 0;
}

function walk(rule: CronRule, after: Instant, until: Instant, take: (slot: Instant) => boolean): void {
  const cron = cronOf(rule.cron);
  for (const part of partsOf(rule, cron, after, until)) {
    if (part.gapSlot !== undefined && !isSlot(cron, part.from) && !take(part.gapSlot as Instant)) return;
    for (const local of localTimes(cron, part.from, part.to)) {
      if (!take((local - part.offsetMs) as Instant)) return;
    }
  }
}

function* localTimes(cron: Cron, from: number, to: number): Generator<number> {
  for (let day = Math.floor(from / dayMs); day * dayMs < to; day += 1) {
    if (!isDay(cron, day)) continue;
    const start = day * dayMs;
    for (let index = firstAtOrAfter(cron, from - start); index < cron.minutesOfDay.length; index += 1) {
      const local = start + (cron.minutesOfDay[index] ?? 0) * minuteMs;
      if (local >= to) return;
      yield local;
    }
  }
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

/** Index of the first allowed minute at or after a moment of the day. */
function firstAtOrAfter(cron: Cron, msOfDay: number): number {
  const { minutesOfDay: minutes } = cron;
  const minute = Math.ceil(msOfDay / minuteMs);
  if (minute <= 0) return 0;
  if (minute >= minutesPerDay) return minutes.length;
  let low = 0;
  let high = minutes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((minutes[middle] ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `day` counts days since 1970-01-01, a Thursday. */
function isDay(cron: Cron, day: number): boolean {
  const date = new Date(day * dayMs);
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const isDate = cron.daysOfMonth.has(date.getUTCDate());
  const isWeekday = cron.weekdays.has((((day + 4) % 7) + 7) % 7);
  return cron.isEitherDay ? isDate || isWeekday : isDate && isWeekday;
}

/** An interval has no slot before its anchor. */
function firstIndex({ everySeconds, anchor }: IntervalRule, after: Instant): number {
  return Math.max(Math.floor((after - anchor) / (everySeconds * secondMs)) + 1, 0);
}

function intervalSlots(rule: IntervalRule, after: Instant, until: Instant, limit: number): Instant[] {
  const first = firstIndex(rule, after);
  const count = Math.min(countInterval(rule, after, until), limit);
  return Array.from(
    { length: count },
    (_, index) => (rule.anchor + (first + index) * rule.everySeconds * secondMs) as Instant,
  );
}

function countInterval(rule: IntervalRule, after: Instant, until: Instant): number {
  return Math.max(firstIndex(rule, until) - firstIndex(rule, after), 0);
}
