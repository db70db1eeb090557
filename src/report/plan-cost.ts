import type { FlowName, Policy, Resources } from '../core/flow.ts';
import { dayMs, hourMs, type Instant, minuteMs, plusMs } from '../core/instant.ts';
import { isChange, type PlannedFlow } from '../core/plan.ts';
import { isEnded, type Run } from '../core/run.ts';
import { countSlots } from '../core/slots.ts';
import type { State } from '../core/state.ts';
import { median } from './board-flows.ts';
import { hourlyCost, priceSource } from './cost.ts';
import type { Outgoing } from './outgoing.ts';
import { type PlannedTimes, schedulesOf } from './plan-times.ts';
import { attemptMs } from './run-report.ts';
import { table } from './text.ts';
import { countWords, durationWords } from './words.ts';

const mostRows = 100;
const monthMs = 30 * dayMs;

/** `perHour` in dollars: undefined where the resources are not known, 0 where the flow is not deployed. */
export type CostSide = { readonly slots: number; readonly perHour: number | undefined };

/** What the scheduled runs of a flow would cost instead in 30 days. */
export type FlowCost = {
  readonly flow: FlowName;
  readonly before: CostSide;
  readonly after: CostSide;
  /** How long its runs take, all attempts together; undefined if it never ran. */
  readonly usualMs?: number;
  /** In dollars. */
  readonly difference?: number;
};

/** For flows whose schedules or resources change. */
export function plannedCosts({ plan, now, state }: PlannedTimes): readonly FlowCost[] {
  const usual = usualDurations(state);
  return plan.flows
    .filter(isChange)
    .map((planned) => costOfFlow(planned, now, usual.get(planned.flow)))
    .filter(({ before, after }) => before.slots !== after.slots || before.perHour !== after.perHour);
}

function costOfFlow(planned: PlannedFlow, now: Instant, usual: number | undefined): FlowCost {
  const { before: had, after: wanted } = schedulesOf(planned);
  const isGone = planned.action === 'removed';
  const resources = isGone ? undefined : planned.desired?.manifest.workload.resources;
  const before = {
    slots: slotsOf(had, now),
    perHour: planned.deployed === undefined ? 0 : perHourOf(planned.deployed.resources),
  };
  const after = { slots: slotsOf(wanted, now), perHour: isGone ? 0 : perHourOf(resources) };
  if (usual === undefined) return { flow: planned.flow, before, after };
  const difference = costOf(after, usual) - costOf(before, usual);
  return { flow: planned.flow, before, after, usualMs: usual, difference };
}

function perHourOf(resources: Resources | undefined): number | undefined {
  return resources === undefined ? undefined : hourlyCost(resources);
}

function slotsOf(schedules: Policy['schedules'], now: Instant): number {
  return schedules.reduce((sum, schedule) => sum + countSlots(schedule, now, plusMs(now, monthMs)), 0);
}

function costOf({ slots, perHour = 0 }: CostSide, usual: number): number {
  return (slots * perHour * Math.max(usual, minuteMs)) / hourMs;
}

/** How long runs take in all attempts together, as far as state remembers them. */
function usualDurations(state: State | undefined): ReadonlyMap<FlowName, number> {
  const took = new Map<FlowName, number[]>();
  for (const run of state?.runs.values() ?? []) {
    const ms = isEnded(run) ? attemptsMs(run) : undefined;
    if (ms === undefined) continue;
    const known = took.get(run.flow);
    if (known === undefined) took.set(run.flow, [ms]);
    else known.push(ms);
  }
  return new Map([...took].map(([flow, all]) => [flow, median(all)]));
}

function attemptsMs(run: Run): number | undefined {
  const each = run.attempts.flatMap((attempt) =>
    attempt.ending === undefined ? [] : (attemptMs(attempt, attempt.ending.at) ?? []),
  );
  return each.length === 0 ? undefined : each.reduce((a, b) => a + b, 0);
}

/** `isWhole`: every flow in it has run before, so that nothing is left out. */
export function totalOf(costs: readonly FlowCost[]): { readonly dollars: number; readonly isWhole: boolean } {
  return {
    dollars: costs.reduce((sum, { difference = 0 }) => sum + difference, 0),
    isWhole: costs.every(({ difference }) => difference !== undefined),
  };
}

export function costSection(costs: readonly FlowCost[], outgoing: Outgoing): string {
  if (costs.length === 0) return '';
  const rows = costs
    .slice(0, mostRows)
    .map(({ flow, before, after, usualMs: usual, difference }) => [
      outgoing.code(flow),
      sideWords(before),
      sideWords(after),
      usual === undefined ? 'no run yet' : durationWords(usual),
      difference === undefined ? 'not known yet' : dollarWords(difference),
    ]);
  const left = costs.length - rows.length;
  const head = ['Flow', 'Deployed', 'After the merge', 'Usual run', 'USD in 30 days'];
  return `### Cost\n\n${table(head, rows)}${left > 0 ? `\n\n… and ${left} more.` : ''}\n\n${totalWords(costs)}`;
}

export function totalWords(costs: readonly FlowCost[]): string {
  const { dollars, isWhole } = totalOf(costs);
  return `Together ${dollarWords(dollars)} USD in 30 days${isWhole ? '' : ', without the flows that never ran'}, by ${priceSource}. Retries count in as they were; spot costs less.`;
}

export function sideWords({ slots, perHour }: CostSide): string {
  if (perHour === 0) return 'none';
  const price = perHour === undefined ? '' : ` at ${perHour.toFixed(4)} USD an hour`;
  return `${countWords(slots, 'run')}${price}`;
}

/** `+0.75`, `−0.38`, `0.00`. */
export function dollarWords(dollars: number): string {
  const rounded = dollars.toFixed(2);
  if (Number(rounded) === 0) return '0.00';
  return dollars > 0 ? `+${rounded}` : `\u2212${rounded.slice(1)}`;
}
