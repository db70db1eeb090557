import { describe, expect, it } from '@jest/globals';
import { Cron } from 'croner';
import type { Instant } from '../../src/core/instant.ts';
import { countSlots, slotsBetween } from '../../src/core/slots.ts';
import { allTransitions, shapesOf, type Transition } from './transitions.ts';

const minuteMs = 60_000;
/** Every time of the day once before and after, and more where a whole day is left out. */
function aroundMs({ beforeMinutes, afterMinutes }: Transition): number {
  const hours = Math.abs(afterMinutes - beforeMinutes) > 12 * 60 ? 27 : 13;
  return hours * 60 * minuteMs;
}

function windowOf(transition: Transition): readonly [Instant, Instant] {
  const around = aroundMs(transition);
  return [(transition.at - around) as Instant, (transition.at + around) as Instant];
}

type Rule = {
  readonly cron: string;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly isFixed: boolean;
};

const every = (step: number, to: number): number[] =>
  Array.from({ length: Math.ceil(to / step) }, (_, index) => index * step);
const fixed = (minute: number, hour: number): Rule => ({
  cron: `${minute} ${hour} * * *`,
  minutes: [minute],
  hours: [hour],
  isFixed: true,
});

/** Written out by hand beside each expression, so that the oracle needs no parser. */
const singleTimes: readonly Rule[] = [
  fixed(0, 0),
  fixed(30, 0),
  fixed(59, 0),
  fixed(0, 1),
  fixed(30, 1),
  fixed(0, 2),
  fixed(15, 2),
  fixed(30, 2),
  fixed(0, 3),
  fixed(30, 23),
];
const wallClock: readonly Rule[] = [
  { cron: '*/15 * * * *', minutes: every(15, 60), hours: every(1, 24), isFixed: false },
  { cron: '30 * * * *', minutes: [30], hours: every(1, 24), isFixed: false },
  { cron: '0 */2 * * *', minutes: [0], hours: every(2, 24), isFixed: false },
  { cron: '*/20 1-3 * * *', minutes: every(20, 60), hours: [1, 2, 3], isFixed: false },
];
const lists: readonly Rule[] = [
  { cron: '15,45 1-3 * * *', minutes: [15, 45], hours: [1, 2, 3], isFixed: true },
  { cron: '0,30 22-23,0-4 * * *', minutes: [0, 30], hours: [22, 23, 0, 1, 2, 3, 4], isFixed: true },
];
const rules = [...singleTimes, ...wallClock, ...lists];

/** Cron as a daemon that wakes every minute: what matches now, and for fixed times what was skipped, but nothing twice. */
function oracle(rule: Rule, transition: Transition): number[] {
  const isAllowed = Uint8Array.from({ length: 1_440 }, (_, minute) =>
    Number(rule.minutes.includes(minute % 60) && rule.hours.includes(Math.floor(minute / 60))),
  );
  const changeMinute = transition.at / minuteMs;
  const localAt = (utc: number): number =>
    utc + (utc < changeMinute ? transition.beforeMinutes : transition.afterMinutes);
  const [after, until] = windowOf(transition);
  const slots: number[] = [];
  let furthest = localAt(after / minuteMs);
  for (let utc = after / minuteMs + 1; utc <= until / minuteMs; utc += 1) {
    const local = localAt(utc);
    let isDue = isAllowed[local % 1_440] === 1 && (!rule.isFixed || local > furthest);
    for (let skipped = furthest + 1; rule.isFixed && skipped < local; skipped += 1)
      isDue ||= isAllowed[skipped % 1_440] === 1;
    if (isDue) slots.push(utc * minuteMs);
    if (local > furthest) furthest = local;
  }
  return slots;
}

function ours(rule: Rule, transition: Transition): number[] {
  const of = { kind: 'cron', cron: rule.cron, timezone: transition.timezone } as const;
  const [after, until] = windowOf(transition);
  const slots = slotsBetween(of, after, until, 10_000);
  if (countSlots(of, after, until) !== slots.length)
    throw new Error(`counted wrongly: ${nameOf(rule, transition)}`);
  return slots;
}

function croners(rule: Rule, transition: Transition): number[] {
  const job = new Cron(rule.cron, { timezone: transition.timezone });
  const [after, until] = windowOf(transition);
  const slots: number[] = [];
  for (
    let next = job.nextRun(new Date(after));
    next !== null && next.getTime() <= until;
    next = job.nextRun(next)
  )
    slots.push(next.getTime());
  return slots;
}

const iso = (slots: readonly number[]): string => slots.map((slot) => new Date(slot).toISOString()).join(' ');
const nameOf = (rule: Rule, { timezone, at }: Transition): string =>
  `${rule.cron} in ${timezone} around ${new Date(at).toISOString()}`;

const transitions = allTransitions();

describe('Slots around every change of every zone, 2010 to 2029', () => {
  it('has found the changes', () => {
    expect(transitions.length).toBeGreaterThan(1_500);
    expect(transitions.every(({ at }) => at % minuteMs === 0)).toBe(true);
  });

  it.each(rules)('are those of a daemon that wakes every minute: $cron', (rule) => {
    const wrong = transitions
      .filter((transition) => ours(rule, transition).join() !== oracle(rule, transition).join())
      .map(
        (transition) =>
          `${nameOf(rule, transition)}: ${iso(ours(rule, transition))}, not ${iso(oracle(rule, transition))}`,
      );
    expect(wrong).toEqual([]);
  });
});

/**
 * Where croner 11 follows the same rules. It takes lists and ranges for wild cards, which run twice in a repeated hour
 * and never in a skipped one, and it misses a time that is skipped where the gap crosses midnight.
 */
describe('Slots around changes of each shape', () => {
  const shapes = shapesOf(transitions);
  const crossesMidnight = ({ at, beforeMinutes, afterMinutes }: Transition): boolean => {
    const day = (minutes: number): number => Math.floor((at / minuteMs + minutes) / 1_440);
    return afterMinutes > beforeMinutes && day(beforeMinutes) !== day(afterMinutes);
  };

  it.each([...singleTimes, ...wallClock])('are those of croner: $cron', (rule) => {
    const wrong = shapes
      .filter((transition) => !crossesMidnight(transition))
      .filter((transition) => ours(rule, transition).join() !== croners(rule, transition).join())
      .map(
        (transition) =>
          `${nameOf(rule, transition)}: ${iso(ours(rule, transition))}, croner ${iso(croners(rule, transition))}`,
      );
    expect(wrong).toEqual([]);
  });

  it('differ from croner for lists, as documented', () => {
    const [rule] = lists;
    if (rule === undefined) throw new Error('no list');
    const differing = shapes.filter(
      (transition) => ours(rule, transition).join() !== croners(rule, transition).join(),
    );
    expect(differing.length).toBeGreaterThan(0);
  });
});
