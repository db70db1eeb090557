import type { Instant } from '../core/instant.ts';
import type { Plan } from '../core/plan.ts';
import type { Problem } from '../core/problem.ts';
import type { State } from '../core/state.ts';
import { type FlowCost, plannedCosts } from './plan-cost.ts';
import { type TaskChanges, taskChanges } from './plan-fields.ts';
import { type FlowTimes, plannedTimes } from './plan-times.ts';

export type PlanReport = {
  readonly commit: string;
  readonly plan: Plan;
  readonly warnings: readonly Problem[];
  readonly now: Instant;
  /** For slots that are due, and for how long runs take. */
  readonly state?: State;
  /** Runs that are processes on a computer of one's own cost nothing that is known here. */
  readonly isLocal?: boolean;
};

/** What a plan means: computed once, and shown on the pull request, in the terminal and as JSON. */
export type PlanFacts = {
  readonly times: readonly FlowTimes[];
  readonly tasks: readonly TaskChanges[];
  readonly costs: readonly FlowCost[];
};

export function planFacts(report: PlanReport): PlanFacts {
  return {
    times: plannedTimes(report),
    tasks: taskChanges(report.plan),
    costs: report.isLocal === true ? [] : plannedCosts(report),
  };
}
