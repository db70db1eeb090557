import type { ScheduleRule } from './flow.ts';
import { type Instant, secondMs } from './instant.ts';

export type IntervalRule = ScheduleRule & { readonly kind: 'interval' };

/** An interval has no slot before its anchor. */
function firstIndex({ everySeconds, anchor }: IntervalRule, after: Instant): number {
  return Math.max(Math.floor((after - anchor) / (everySeconds * secondMs)) + 1, 0);
}

export function intervalSlots(rule: IntervalRule, after: Instant, until: Instant, limit: number): Instant[] {
  const first = firstIndex(rule, after);
  const count = Math.min(countInterval(rule, after, until), limit);
  return Array.from({ length: count }, (_, index) => slotAt(rule, first + index));
}

export function countInterval(rule: IntervalRule, after: Instant, until: Instant): number {
  return Math.max(firstIndex(rule, until) - firstIndex(rule, after), 0);
}

export function lastOfInterval(rule: IntervalRule, after: Instant, until: Instant, count: number): Instant[] {
  const size = Math.min(countInterval(rule, after, until), count);
  const end = firstIndex(rule, until);
  return Array.from({ length: size }, (_, index) => slotAt(rule, end - size + index));
}

function slotAt({ everySeconds, anchor }: IntervalRule, index: number): Instant {
  return (anchor + index * everySeconds * secondMs) as Instant;
}
