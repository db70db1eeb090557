import type { Minute, Rule } from './story.ts';

/** Looks at every minute by itself, on the wall clock of its zone: nothing is computed, only looked at. */
export function fires(rule: Rule, minute: Minute): boolean {
  if ('everyMinutes' in rule) return (minute - rule.anchor) % rule.everyMinutes === 0;
  const known = remembered(rule);
  const before = known.get(minute);
  if (before !== undefined) return before;
  const answer = firesOnWall(rule, minute);
  known.set(minute, answer);
  return answer;
}

function firesOnWall({ cron, timezone }: Extract<Rule, { readonly cron: string }>, minute: Minute): boolean {
  const fields = cron.split(' ');
  const wall = wallClock(timezone, minute);
  // With a star in its minute or hour it follows the wall clock: it fires whenever the clock shows a time of its own.
  if (fields[0]?.startsWith('*') === true || fields[1]?.startsWith('*') === true)
    return matches(fields, wall);
  // A fixed time comes once: the first time that the clock shows it, or when it skips it.
  if (wall - wallClock(timezone, minute - 180) === 180) return matches(fields, wall);
  const hasBeen = Array.from({ length: 180 }, (_, ago) => wallClock(timezone, minute - 1 - ago));
  const furthest = Math.max(...hasBeen);
  for (let shown = furthest + 1; shown <= wall; shown += 1) if (matches(fields, shown)) return true;
  return false;
}

const names = {
  month: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  weekday: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

function matches(fields: readonly string[], wall: Minute): boolean {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const date = new Date(wall * 60_000);
  const isDay = holds(day, date.getUTCDate(), [1, 31]);
  const isWeekday =
    holds(weekday, date.getUTCDay(), [0, 7], names.weekday) ||
    (date.getUTCDay() === 0 && holds(weekday, 7, [0, 7], names.weekday));
  // As in the cron of Vixie: either day will do where both are given without a star.
  const isToday = day.startsWith('*') || weekday.startsWith('*') ? isDay && isWeekday : isDay || isWeekday;
  return (
    holds(minute, date.getUTCMinutes(), [0, 59]) &&
    holds(hour, date.getUTCHours(), [0, 23]) &&
    holds(month, date.getUTCMonth() + 1, [1, 12], names.month) &&
    isToday
  );
}

function holds(
  field: string,
  value: number,
  [least, most]: readonly [number, number],
  words: readonly string[] = [],
): boolean {
  const numberOf = (text: string): number =>
    words.includes(text.toLowerCase()) ? words.indexOf(text.toLowerCase()) : Number(text);
  return field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range === '*' ? [`${least}`, `${most}`] : range.split('-');
    const last = to === undefined ? (step === undefined ? numberOf(from) : most) : numberOf(to);
    return value >= numberOf(from) && value <= last && (value - numberOf(from)) % Number(step ?? 1) === 0;
  });
}

const answers = new WeakMap<Rule, Map<Minute, boolean>>();

function remembered(rule: Rule): Map<Minute, boolean> {
  const known = answers.get(rule) ?? new Map<Minute, boolean>();
  answers.set(rule, known);
  return known;
}

const clocks = new Map<
  string,
  { readonly format: Intl.DateTimeFormat; readonly shown: Map<Minute, Minute> }
>();

/** What a clock on the wall of that zone shows, in minutes since it showed the start of 1970. */
function wallClock(timezone: string, minute: Minute): Minute {
  let clock = clocks.get(timezone);
  if (clock === undefined) {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    clock = { format, shown: new Map() };
    clocks.set(timezone, clock);
  }
  // Clocks are changed at full and half hours: between two of them they run on.
  const half = Math.floor(minute / 30) * 30;
  const known = clock.shown.get(half);
  if (known !== undefined) return known + (minute - half);
  const shown = Date.parse(`${clock.format.format(half * 60_000).replace(' ', 'T')}Z`) / 60_000;
  clock.shown.set(half, shown);
  return shown + (minute - half);
}
