import type { Schedule } from './flow.ts';
import type { Gap } from './gap.ts';
import { type Instant, instantFromMs } from './instant.ts';
import { slotsBetween } from './slots.ts';

/** Slots of one schedule without a run. */
export type ScheduleGap = { readonly schedule: Schedule; readonly gap: Gap };

/** More slots than this are counted for each schedule, and one in which two meet may then be counted twice. */
const mostListed = 5_000;

/**
 * The gaps of schedules that give the same parameters. Where two of them meet, their slot is one: it is told once, and
 * not at all where one of them lets it run.
 */
export function joinedGaps(gaps: readonly ScheduleGap[], granted: ReadonlySet<Instant>): readonly Gap[] {
  const count = gaps.reduce((sum, { gap }) => sum + gap.count, 0);
  if (count > mostListed) return gaps.map(({ gap }) => gap);
  const bySlot = new Map<Instant, Gap | 'granted'>();
  for (const { schedule, gap } of gaps)
    for (const slot of slotsBetween(schedule, instantFromMs(gap.from - 1), gap.to, gap.count))
      bySlot.set(slot, gap);
  for (const slot of granted) bySlot.set(slot, 'granted');
  return grouped([...bySlot].sort(([a], [b]) => a - b));
}

function grouped(slots: readonly (readonly [Instant, Gap | 'granted'])[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let last: Gap | undefined;
  for (const [slot, found] of slots) {
    if (found === 'granted') {
      last = undefined;
      continue;
    }
    const { flow, outcome, because } = found;
    const isNext = last?.because === because && last.outcome === outcome;
    if (isNext) gaps.pop();
    last = isNext && last !== undefined ? { ...last, to: slot, count: last.count + 1 } : undefined;
    last ??= { flow, outcome, because, from: slot, to: slot, count: 1 };
    gaps.push(last);
  }
  return gaps;
}
