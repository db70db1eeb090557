import { dayMs, hourMs, type Instant, isoOf, minuteMs, secondMs } from '../core/instant.ts';

/** `350 ms`, `12 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`: the two largest units. */
export function durationWords(ms: number): string {
  const whole = Math.max(Math.round(ms), 0);
  if (whole < secondMs) return `${whole} ms`;
  if (whole < minuteMs) return `${Math.floor(whole / secondMs)} s`;
  if (whole < hourMs) return pair(whole, { ms: minuteMs, name: 'min' }, { ms: secondMs, name: 's' });
  if (whole < dayMs) return pair(whole, { ms: hourMs, name: 'h' }, { ms: minuteMs, name: 'min' });
  return pair(whole, { ms: dayMs, name: 'd' }, { ms: hourMs, name: 'h' });
}

type Unit = { readonly ms: number; readonly name: string };

function pair(ms: number, large: Unit, small: Unit): string {
  const rest = Math.floor((ms % large.ms) / small.ms);
  const first = `${Math.floor(ms / large.ms)} ${large.name}`;
  return rest === 0 ? first : `${first} ${rest} ${small.name}`;
}

/** How late something that was due at `slot` began; a minute is what a clock may take. */
export function lateness(slot: Instant, startedAt: Instant): string {
  const lateMs = startedAt - slot;
  return lateMs < minuteMs ? 'on time' : `${durationWords(lateMs)} late`;
}

/** `2026-11-24 21:05 UTC`. */
export function instantWords(at: Instant): string {
  return `${isoOf(at).slice(0, 16).replace('T', ' ')} UTC`;
}

/** `2026-11-24 21:05:07 UTC`. */
export function secondWords(at: Instant): string {
  return `${isoOf(at).slice(0, 19).replace('T', ' ')} UTC`;
}

/** `1 run`, `3 runs`. */
export function countWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
