import type { FlowName, Policy, Resources } from '../core/flow.ts';
import { dayMs, hourMs, type Instant, minuteMs, plusMs } from '../core/instant.ts';
import { isChange, type PlannedFlow } from '../core/plan.ts';
import { isEnded, type Run } from '../core/run.ts';
import { countSlots } from '../core/slots.ts';
import type { State } from '../core/state.ts';
import { median } from './board-flows.ts';
import { hourlyCost, priceSource } from './cost.ts';
import type { Outgoing } from './outgoing.ts';
import { type PlannedTimes, schedulesOf } from './plan-slots.ts';
import { attemptMs } from './run-report.ts';
import { table } from './text.ts';
import { durationWords } from './words.ts';

const mostRows = 100;
const monthMs = 30 * dayMs;

type Estimate = { readonly planned: PlannedFlow; readonly before: Side; readonly after: Side };
/** `perHour`: undefined where the resources are not known. */
type Side = { readonly slots: number; readonly perHour: number | undefined };

/** What the scheduled runs of 30 days would cost instead, for flows whose schedules or resources change. */
export function costSection({ plan, now, state }: PlannedTimes, outgoing: Outgoing): string {
  const estimates = plan.flows
    .filter(isChange)
    .map((planned) => estimateOf(planned, now))
    .filter(({ before, after }) => before.slots !== after.slots || before.perHour !== after.perHour);
  if (estimates.length === 0) return '';
  const totals: number[] = [];
  const rows = estimates.slice(0, mostRows).map(({ planned, before, after }) => {
    const usual = usualMs(planned.flow, state);
    const difference = usual === undefined ? undefined : costOf(after, usual) - costOf(before, usual);
    if (difference !== undefined) totals.push(difference);
    return [
      outgoing.code(planned.flow),
      sideWords(before),
      sideWords(after),
      usual === undefined ? 'no run yet' : durationWords(usual),
      difference === undefined ? 'not known yet' : signed(difference),
    ];
  });
  const left = estimates.length - rows.length;
  const sum = totals.reduce((a, b) => a + b, 0);
  const note = `Together ${signed(sum)} USD in 30 days${totals.length < rows.length ? ', without the flows that never ran' : ''}, by ${priceSource}. Retries count in as they were; spot costs less.`;
  const head = ['Flow', 'Deployed', 'After the merge', 'Usual run', 'USD in 30 days'];
  return `### Cost\n\n${table(head, rows)}${left > 0 ? `\n\n… and ${left} more.` : ''}\n\n${note}`;
}

function estimateOf(planned: PlannedFlow, now: Instant): Estimate {
  const { before, after } = schedulesOf(planned);
  const wanted = planned.action === 'removed' ? undefined : planned.desired?.manifest.workload.resources;
  const had = planned.deployed?.resources;
  const hasNone = planned.deployed === undefined;
  return {
    planned,
    before: { slots: slotsOf(before, now), perHour: hasNone ? 0 : perHourOf(had) },
    after: { slots: slotsOf(after, now), perHour: planned.action === 'removed' ? 0 : perHourOf(wanted) },
  };
}

function perHourOf(resources: Resources | undefined): number | undefined {
  return resources === undefined ? undefined : hourlyCost(resources);
}

function slotsOf(schedules: Policy['schedules'], now: Instant): number {
  return schedules.reduce((sum, schedule) => sum + countSlots(schedule, now, plusMs(now, monthMs)), 0);
}

function costOf({ slots, perHour = 0 }: Side, usual: number): number {
  return (slots * perHour * Math.max(usual, minuteMs)) / hourMs;
}

/** In all attempts together, as far as state remembers runs of the flow. */
function usualMs(flow: FlowName, state: State | undefined): number | undefined {
  const runs = [...(state?.runs.values() ?? [])].filter((run) => run.flow === flow && isEnded(run));
  const took = runs.flatMap((run) => attemptsMs(run) ?? []);
  return took.length === 0 ? undefined : median(took);
}

function attemptsMs(run: Run): number | undefined {
  const each = run.attempts.flatMap((attempt) =>
    attempt.ending === undefined ? [] : (attemptMs(attempt, attempt.ending.at) ?? []),
  );
  return each.length === 0 ? undefined : each.reduce((a, b) => a + b, 0);
}

function sideWords({ slots, perHour }: Side): string {
  if (perHour === 0) return 'none';
  const price = perHour === undefined ? '' : ` at ${perHour.toFixed(4)} USD an hour`;
  return `${slots} ${slots === 1 ? 'run' : 'runs'}${price}`;
}

function signed(dollars: number): string {
  const rounded = dollars.toFixed(2);
  if (Number(rounded) === 0) return '0.00';
  return dollars > 0 ? `+${rounded}` : `\u2212${rounded.slice(1)}`;
}
