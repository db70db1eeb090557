import { type Backfilled, backfilledIn, backfilledSlots } from './backfilled-slots.ts';
import type { Deployment, Registry } from './deployment.ts';
import { gapIn } from './due.ts';
import type { Schedule } from './flow.ts';
import type { Gap, GapReason } from './gap.ts';
import { type Instant, instantFromMs } from './instant.ts';
import { joinedGaps, type ScheduleGap } from './joined-gaps.ts';
import { cutByPauses, pausesOf } from './pause.ts';
import { addGaps } from './prune.ts';
import { distinctSchedules, scheduledSince, scheduleKey } from './schedule-meaning.ts';
import { bySeries, seriesOf } from './series.ts';
import { slotsBetween } from './slots.ts';
import { accountedUntil, type State } from './state.ts';

/**
 * Accounts for slots of schedules that a deploy takes away: due, not seen by any tick yet, and by no later tick either,
 * because a schedule that is not deployed has no slots.
 */
export function accountForRemoved(
  state: State,
  { before, after }: { readonly before: Registry; readonly after: Registry },
  now: Instant,
): State {
  const moment = { state, now, backfilled: backfilledIn(state.runs.values()) };
  const gaps = [...before.deployments.values()]
    .filter(({ retiredAt }) => retiredAt === undefined)
    .flatMap((deployment) => gapsOfFlow(deployment, liveIn(after, deployment.flow), moment));
  return gaps.length === 0 ? state : { ...state, gaps: addGaps(state.gaps, gaps) };
}

type Moment = { readonly state: State; readonly now: Instant; readonly backfilled: Backfilled };

function gapsOfFlow(deployment: Deployment, next: Deployment | undefined, moment: Moment): readonly Gap[] {
  const kept = new Set(next?.policy.schedules.map(scheduleKey));
  const schedules = distinctSchedules(deployment.policy.schedules);
  const removed = schedules.filter((schedule) => !kept.has(scheduleKey(schedule)));
  const because = next === undefined ? 'flow-removed' : 'schedule-removed';
  const series = bySeries(removed, ({ parameters }) => seriesOf(parameters));
  return [...series].flatMap(([key, ofSeries]) => {
    const gaps = ofSeries.flatMap((schedule) => gapsOfSchedule(deployment, { schedule, because }, moment));
    const staying = schedules.filter(
      (schedule) => kept.has(scheduleKey(schedule)) && seriesOf(schedule.parameters) === key,
    );
    const [{ parameters } = {}] = ofSeries;
    const brought =
      parameters === undefined ? [] : backfilledSlots(moment.backfilled, deployment.flow, parameters);
    if (ofSeries.length === 1 && staying.length === 0 && brought.length === 0)
      return gaps.map(({ gap }) => gap);
    return joinedGaps(gaps, new Set([...leftTo(deployment, staying, moment), ...brought]));
  });
}

type Removed = { readonly schedule: Schedule; readonly because: GapReason };

function gapsOfSchedule(
  deployment: Deployment,
  { schedule, because }: Removed,
  { state, now }: Moment,
): readonly ScheduleGap[] {
  const { flow } = deployment;
  const after = startOf(deployment, schedule, state);
  return cutByPauses(pausesOf(state, flow), after, now)
    .map(({ isPaused, ...stretch }) => ({ ...stretch, because: isPaused ? ('paused' as const) : because }))
    .flatMap((stretch) => gapIn({ flow, schedule }, { ...stretch, outcome: 'skipped' }))
    .map((gap) => ({ schedule, gap }));
}

const mostListed = 5_000;

/** Slots that a schedule which stays has too: the next tick accounts for them. */
function leftTo(
  deployment: Deployment,
  staying: readonly Schedule[],
  { state, now }: Moment,
): ReadonlySet<Instant> {
  return new Set(
    staying.flatMap((schedule) =>
      slotsBetween(schedule, startOf(deployment, schedule, state), now, mostListed),
    ),
  );
}

function startOf(deployment: Deployment, schedule: Schedule, state: State): Instant {
  return instantFromMs(
    Math.max(accountedUntil(state, deployment.flow), scheduledSince(deployment, schedule)),
  );
}

function liveIn({ deployments }: Registry, flow: Deployment['flow']): Deployment | undefined {
  const deployment = deployments.get(flow);
  return deployment?.retiredAt === undefined ? deployment : undefined;
}
