import cronstrue from 'cronstrue';
import { fieldsOf, hasBothDays } from '../core/cron.ts';
import type { ScheduleRule } from '../core/flow.ts';
import { hourMs, type Instant, isoOf, minuteMs, secondMs } from '../core/instant.ts';
import { cronOf } from '../core/slots.ts';
import { durationWords } from '../report/words.ts';

/** `At 09:05 PM, Monday through Friday, America/New_York`. */
export function scheduleWords(rule: ScheduleRule): string {
  if (rule.kind === 'interval')
    return `Every ${durationWords(rule.everySeconds * secondMs)} from ${isoOf(rule.anchor)}`;
  return `${hasBothDays(rule.cron) ? bothDaysWords(rule.cron) : cronWords(rule.cron)}, ${rule.timezone}`;
}

function cronWords(cron: string): string {
  return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: false });
}

/** Cron takes both day fields, or either of them: the library says "and" for both. */
function bothDaysWords(cron: string): string {
  const [minute, hour, date, month, weekday] = fieldsOf(cron);
  const time = cronWords(`${minute} ${hour} * * *`);
  const rest = (days: string): string => cronWords(`${minute} ${hour} ${days}`).slice(time.length);
  const days = `${rest(`${date} * *`)}${rest(`* * ${weekday}`)}`.replaceAll(', only ', ', ');
  const which = cronOf(cron).isEitherDay ? 'on days that are either' : 'on days that are both';
  return `${time}${days} (${which})${month === '*' ? '' : rest(`* ${month} *`)}`;
}

/** `2026-11-24 16:05 (UTC-5)`: the wall clock of a zone at an instant. */
export function localWords(at: Instant, timezone: string): string {
  const parts = new Map(
    localFormat(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const zone = part('timeZoneName').replace('GMT', 'UTC');
  return `${part('weekday')} ${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} (${zone})`;
}

function localFormat(timezone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  });
}

/** `in 3 h 5 min`. */
export function waitWords(at: Instant, now: Instant): string {
  const ms = at - now;
  if (ms < minuteMs) return 'now';
  return `in ${durationWords(ms > hourMs ? Math.round(ms / minuteMs) * minuteMs : ms)}`;
}
