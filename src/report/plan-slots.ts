import type { Policy, Schedule, ScheduleRule } from '../core/flow.ts';
import { scheduleKey } from '../core/identity.ts';
import { dayMs, hourMs, type Instant, instantFromMs, isoOf, minuteMs, plusMs } from '../core/instant.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { countSlots, nextSlots, slotsBetween } from '../core/slots.ts';
import type { State } from '../core/state.ts';
import { stretchesOf } from '../core/zone.ts';
import type { Outgoing } from './outgoing.ts';
import { table } from './text.ts';
import { countWords, instantWords } from './words.ts';

export type PlannedTimes = { readonly plan: Plan; readonly now: Instant; readonly state?: State };

const mostFlows = 100;
const shownTimes = 3;
const comparedSlots = 2_000;

/** When the flows whose schedules change would run, across the next change of their clocks too. */
export function timesSection({ plan, now, state }: PlannedTimes, outgoing: Outgoing): string {
  const changes = plan.flows.filter((planned) => isChange(planned) && hasNewTimes(planned));
  if (changes.length === 0) return '';
  const shown = changes.slice(0, mostFlows);
  const parts = shown.map((planned) => flowTimes(planned, { now, state }, outgoing));
  const left = changes.length - shown.length;
  const more = left === 0 ? '' : `\n\n… and ${countWords(left, 'more flow')}.`;
  return `### Run times\n\n${parts.join('\n\n')}${more}`;
}

export function schedulesOf(planned: PlannedFlow): {
  readonly before: Policy['schedules'];
  readonly after: Policy['schedules'];
} {
  return {
    before: planned.deployed?.policy.schedules ?? [],
    after: planned.action === 'removed' ? [] : (planned.desired?.manifest.policy.schedules ?? []),
  };
}

function hasNewTimes(planned: PlannedFlow): boolean {
  const { before, after } = schedulesOf(planned);
  const keys = (schedules: readonly Schedule[]) => schedules.map(scheduleKey).sort().join();
  return keys(before) !== keys(after);
}

type Moment = { readonly now: Instant; readonly state: State | undefined };

function flowTimes(planned: PlannedFlow, { now, state }: Moment, outgoing: Outgoing): string {
  const { before, after } = schedulesOf(planned);
  const change = nextClockChange([...before, ...after], now);
  const times = (schedules: readonly Schedule[], from: Instant) => timesText(schedules, from, outgoing);
  const rows = [['Next', times(before, now), times(after, now)]];
  if (change !== undefined) {
    const label = `From ${instantWords(change.at)} on, when clocks change in ${outgoing.code(change.timezone)} (${offsetWords(change.beforeMs)} to ${offsetWords(change.afterMs)})`;
    const from = instantFromMs(change.at - 1);
    rows.push([label, times(before, from), times(after, from)]);
  }
  const notes = [dayWords(before, after, now), dueWords(planned, { now, state })].filter(
    (note) => note !== '',
  );
  return `**${planned.flow}**\n\n${table(['', 'Deployed', 'After the merge'], rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`;
}

function timesText(schedules: readonly Schedule[], from: Instant, outgoing: Outgoing): string {
  if (schedules.length === 0) return 'no schedule';
  const slots = schedules
    .flatMap((schedule) => nextSlots(schedule, from, shownTimes).map((slot) => ({ slot, schedule })))
    .sort((a, b) => a.slot - b.slot)
    .slice(0, shownTimes);
  return slots.map(({ slot, schedule }) => slotText(slot, schedule, outgoing)).join('<br>');
}

/** `2026-11-25 02:05 UTC (2026-11-24 21:05 in America/New_York)`. */
function slotText(slot: Instant, rule: ScheduleRule, outgoing: Outgoing): string {
  if (rule.kind === 'interval' || rule.timezone === 'UTC') return instantWords(slot);
  const local = plusMs(slot, offsetAt(rule.timezone, slot));
  return `${instantWords(slot)} (${isoOf(local).slice(0, 16).replace('T', ' ')} in ${outgoing.code(rule.timezone)})`;
}

function offsetAt(timezone: string, at: Instant): number {
  const stretch = stretchesOf(timezone, at, at).find(({ from, to }) => from <= at && at < to);
  return stretch?.offsetMs ?? 0;
}

type ClockChange = {
  readonly at: Instant;
  readonly timezone: string;
  readonly beforeMs: number;
  readonly afterMs: number;
};

/** The first change of the offset of any of the zones within a year. */
function nextClockChange(schedules: readonly Schedule[], now: Instant): ClockChange | undefined {
  const zones = new Set(schedules.flatMap((rule) => (rule.kind === 'cron' ? [rule.timezone] : [])));
  const changes = [...zones].flatMap((timezone): ClockChange[] => {
    const stretches = stretchesOf(timezone, now, plusMs(now, 366 * dayMs));
    const index = stretches.findIndex(
      ({ from, offsetMs }, place) => from > now && place > 0 && stretches[place - 1]?.offsetMs !== offsetMs,
    );
    const [before, after] = [stretches[index - 1], stretches[index]];
    if (index < 1 || before === undefined || after === undefined) return [];
    return [{ at: instantFromMs(after.from), timezone, beforeMs: before.offsetMs, afterMs: after.offsetMs }];
  });
  return changes.sort((a, b) => a.at - b.at || (a.timezone < b.timezone ? -1 : 1))[0];
}

function offsetWords(offsetMs: number): string {
  const sign = offsetMs < 0 ? '-' : '+';
  const minutes = Math.round(Math.abs(offsetMs) / minuteMs);
  const rest = minutes % 60;
  return `UTC${sign}${Math.floor((minutes * minuteMs) / hourMs)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** What the next 24 hours would bring instead. */
function dayWords(before: readonly Schedule[], after: readonly Schedule[], now: Instant): string {
  const until = plusMs(now, dayMs);
  const within = (schedules: readonly Schedule[]) =>
    new Set(schedules.flatMap((schedule) => slotsBetween(schedule, now, until, comparedSlots)));
  const [old, next] = [within(before), within(after)];
  const gained = [...next].filter((slot) => !old.has(slot)).length;
  const lost = [...old].filter((slot) => !next.has(slot)).length;
  return `In the next 24 hours ${countWords(next.size, 'slot')} instead of ${old.size}: ${gained} new, ${lost} no more.`;
}

/** Slots that are due and that no tick has seen yet get no run when their schedule goes; a new one starts from the merge. */
function dueWords(planned: PlannedFlow, { now, state }: Moment): string {
  const { before, after } = schedulesOf(planned);
  const kept = new Set(after.map(scheduleKey));
  const going = before.filter((schedule) => !kept.has(scheduleKey(schedule)));
  const { deployed } = planned;
  const due =
    state === undefined || deployed === undefined
      ? 0
      : going
          .map((schedule) => {
            const since = deployed.scheduledSince[scheduleKey(schedule)] ?? deployed.deployedAt;
            return countSlots(schedule, instantFromMs(Math.max(state.mark, since)), now);
          })
          .reduce((a, b) => a + b, 0);
  const lost =
    due === 0
      ? ''
      : `${countWords(due, 'slot')} that no tick has seen yet would get no run if this is merged. `;
  return `${lost}No slot before the merge runs because of it.`;
}
