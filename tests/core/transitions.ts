import { at } from './builders.ts';

/** A moment at which some zone changes its offset, found without the code that is tested. */
export type Transition = {
  readonly timezone: string;
  readonly at: number;
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
};

const stepMs = 3 * 86_400_000;

/** Every change of every zone that this Node.js knows, 2010 to 2029: one zone for each moment and pair of offsets. */
export function allTransitions(): Transition[] {
  const found = new Map<string, Transition>();
  for (const timezone of Intl.supportedValuesOf('timeZone')) {
    for (const transition of transitionsOf(timezone)) {
      const { at: moment, beforeMinutes, afterMinutes } = transition;
      const key = `${moment} ${beforeMinutes} ${afterMinutes}`;
      if (!found.has(key)) found.set(key, transition);
    }
  }
  return [...found.values()];
}

/** One transition for each pair of offsets and local time of day. */
export function shapesOf(transitions: readonly Transition[]): Transition[] {
  const shapes = new Map<string, Transition>();
  for (const transition of transitions) {
    const { at: moment, beforeMinutes, afterMinutes } = transition;
    const local = (((moment / 60_000 + beforeMinutes) % 1_440) + 1_440) % 1_440;
    shapes.set(`${beforeMinutes} ${afterMinutes} ${local}`, transition);
  }
  return [...shapes.values()];
}

function transitionsOf(timezone: string): Transition[] {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
    hour: '2-digit',
  });
  const nameAt = (moment: number): string => {
    const text = format.format(moment);
    return text.slice(text.indexOf('GMT'));
  };
  const transitions: Transition[] = [];
  let before = nameAt(at('2010-01-01T00:00Z'));
  for (let moment = at('2010-01-01T00:00Z') + stepMs; moment <= at('2030-01-01T00:00Z'); moment += stepMs) {
    const after = nameAt(moment);
    if (after === before) continue;
    let early = moment - stepMs;
    let late = moment;
    while (late - early > 1_000) {
      const middle = early + Math.floor((late - early) / 2_000) * 1_000;
      if (nameAt(middle) === before) early = middle;
      else late = middle;
    }
    transitions.push({
      timezone,
      at: late,
      beforeMinutes: minutesOf(before),
      afterMinutes: minutesOf(after),
    });
    before = after;
  }
  return transitions;
}

/** `GMT`, `GMT+05:30`. */
function minutesOf(name: string): number {
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
