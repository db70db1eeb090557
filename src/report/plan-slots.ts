import { hourMs, type Instant, minuteMs } from '../core/instant.ts';
import type { Outgoing } from './outgoing.ts';
import type { ClockChange, ComparedSlots, FlowTimes, PlannedSlot } from './plan-times.ts';
import { table } from './text.ts';
import { countWords, instantWords } from './words.ts';

const mostFlows = 100;

/** When the flows whose schedules change would run, across the next change of their clocks too. */
export function timesSection(times: readonly FlowTimes[], outgoing: Outgoing): string {
  if (times.length === 0) return '';
  const shown = times.slice(0, mostFlows).map((flow) => flowSection(flow, outgoing));
  const left = times.length - shown.length;
  const more = left === 0 ? '' : `\n\n… and ${countWords(left, 'more flow')}.`;
  return `### Run times\n\n${shown.join('\n\n')}${more}`;
}

function flowSection(times: FlowTimes, outgoing: Outgoing): string {
  const { flow, next, clockChange, day, unseen } = times;
  const zones = zonesOf(times);
  const cells = ({ before, after }: ComparedSlots) => [
    slotsText(before, zones.length > 1, outgoing),
    slotsText(after, zones.length > 1, outgoing),
  ];
  const rows = [['Next', ...cells(next)]];
  if (clockChange !== undefined) rows.push(['Once clocks change', ...cells(clockChange)]);
  const where = zones.length === 1 ? `, and in brackets in ${outgoing.code(zones[0] ?? '')}` : '';
  const notes = [
    ...(clockChange === undefined ? [] : [changeWords(clockChange, outgoing)]),
    dayWords(day),
    dueWords(unseen),
  ];
  return `**${flow}**, in UTC${where}\n\n${table(['', 'Deployed', 'After the merge'], rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`;
}

export function zonesOf({ next, clockChange }: FlowTimes): readonly string[] {
  const slots = [
    ...next.before,
    ...next.after,
    ...(clockChange?.before ?? []),
    ...(clockChange?.after ?? []),
  ];
  return [...new Set(slots.flatMap(({ timezone }) => timezone ?? []))].sort();
}

function slotsText(slots: readonly PlannedSlot[], isZoneNamed: boolean, outgoing: Outgoing): string {
  return slots.length === 0
    ? 'no schedule'
    : slots.map((slot) => slotText(slot, isZoneNamed, outgoing)).join('<br>');
}

/** Under a heading that says UTC; not torn apart, so that it can be compared with the one beside it. */
function utcWords(slot: Instant): string {
  return instantWords(slot).slice(0, 16).replace(' ', '\u00a0');
}

/** `2026-11-25 02:05 (Tue 21:05)`; the local date can only be that of the day before, the same, or the next. */
function slotText({ slot, timezone, local }: PlannedSlot, isZoneNamed: boolean, outgoing: Outgoing): string {
  if (timezone === undefined || local === undefined) return utcWords(slot);
  const zone = isZoneNamed ? ` in ${outgoing.code(timezone)}` : '';
  return `${utcWords(slot)}\u00a0(${shortLocal(local).replace(' ', '\u00a0')}${zone})`;
}

/** `Tue 21:05` of `Tue 2026-11-24 21:05`. */
export function shortLocal(local: string): string {
  return `${local.slice(0, 3)} ${local.slice(-5)}`;
}

function changeWords(change: ClockChange, outgoing: Outgoing): string {
  return `Clocks change in ${outgoing.code(change.timezone)} at ${instantWords(change.at)}: ${offsetsWords(change)}.`;
}

/** `UTC-5 to UTC-4`. */
export function offsetsWords({ beforeMs, afterMs }: ClockChange): string {
  return `${offsetWords(beforeMs)} to ${offsetWords(afterMs)}`;
}

function offsetWords(offsetMs: number): string {
  const sign = offsetMs < 0 ? '-' : '+';
  const minutes = Math.round(Math.abs(offsetMs) / minuteMs);
  const rest = minutes % 60;
  return `UTC${sign}${Math.floor((minutes * minuteMs) / hourMs)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

function dayWords({ before, after, gained, lost }: FlowTimes['day']): string {
  return `In the next 24 hours ${countWords(after, 'slot')} instead of ${before}: ${gained} new, ${lost} no more.`;
}

/** A new schedule starts from the merge. */
function dueWords(unseen: number): string {
  const lost =
    unseen === 0
      ? ''
      : `${countWords(unseen, 'slot')} that no tick has seen yet would get no run if this is merged. `;
  return `${lost}No slot before the merge runs because of it.`;
}
