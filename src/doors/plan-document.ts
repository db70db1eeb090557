import { isoOf } from '../core/instant.ts';
import type { JsonObject } from '../core/json.ts';
import { priceSource } from '../report/cost.ts';
import { type CostSide, type FlowCost, totalOf } from '../report/plan-cost.ts';
import type { PlanFacts, PlanReport } from '../report/plan-facts.ts';
import { isOther, type ShownChange, type TaskChanges } from '../report/plan-fields.ts';
import type { ComparedSlots, FlowTimes, PlannedSlot } from '../report/plan-times.ts';
import { planDocument } from './documents.ts';

/** The plan as JSON, with all that the summary shows. Equal inputs give equal bytes. */
export function wholePlanDocument({ plan, now }: PlanReport, facts: PlanFacts): JsonObject {
  const { dollars, isWhole } = totalOf(facts.costs);
  return {
    at: isoOf(now),
    ...planDocument(plan),
    times: facts.times.map(timesDocument),
    taskDefinitions: facts.tasks.map(taskDocument),
    costs: facts.costs.map(costDocument),
    cost: facts.costs.length === 0 ? null : { usdIn30Days: cents(dollars), isWhole, prices: priceSource },
  };
}

function timesDocument({ flow, next, clockChange, day, unseen }: FlowTimes): JsonObject {
  return {
    flow,
    next: slotsDocument(next),
    clockChange:
      clockChange === undefined
        ? null
        : {
            at: isoOf(clockChange.at),
            timezone: clockChange.timezone,
            offsetMinutes: { before: clockChange.beforeMs / 60_000, after: clockChange.afterMs / 60_000 },
            next: slotsDocument(clockChange),
          },
    slotsIn24Hours: { ...day },
    slotsWithoutRun: unseen,
  };
}

function slotsDocument({ before, after }: ComparedSlots): JsonObject {
  return { before: before.map(slotDocument), after: after.map(slotDocument) };
}

function slotDocument({ slot, timezone, local }: PlannedSlot): JsonObject {
  return { utc: isoOf(slot), timezone: timezone ?? 'UTC', local: local ?? null };
}

function taskDocument({ flow, isKnown, changes }: TaskChanges): JsonObject {
  return { flow, isKnown, changes: changes.map(changeDocument) };
}

function changeDocument(change: ShownChange): JsonObject {
  const { field, before = null, after = null, isHidden } = change;
  return { field, before, after: isOther(change) ? 'another value' : after, isHidden };
}

function costDocument({ flow, before, after, usualMs, difference }: FlowCost): JsonObject {
  return {
    flow,
    before: sideDocument(before),
    after: sideDocument(after),
    usualRunSeconds: usualMs === undefined ? null : Math.round(usualMs / 1_000),
    usdIn30Days: difference === undefined ? null : cents(difference),
  };
}

function sideDocument({ slots, perHour }: CostSide): JsonObject {
  return { slotsIn30Days: slots, usdPerHour: perHour ?? null };
}

/** Without the noise of sums of binary fractions. */
function cents(dollars: number): number {
  return Math.round(dollars * 10_000) / 10_000 + 0;
}
