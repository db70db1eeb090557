import { roundsWarnings } from '../core/image-rounds.ts';
import type { Plan } from '../core/plan.ts';
import { compiledWarnings, planWarnings } from '../core/plan-warnings.ts';
import type { Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import type { Snapshot, World } from '../ports.ts';
import { type GivenRecords, missedWarnings, planAgainst, readDesired } from './desired.ts';

export type PlanResult = {
  readonly commit: string;
  readonly isWorkingTree: boolean;
  readonly plan: Plan;
  readonly warnings: readonly Problem[];
  /** What it was compared with. */
  readonly snapshot: Snapshot;
};

export type PlanOptions = {
  readonly project: Project;
  /** Of a build of these sources: what only its bundle shows is planned too. */
  readonly records?: GivenRecords;
};

/** What a deploy would change, and why. Writes nothing; throws `InputError` with all that is wrong in all files. */
export async function plan(world: World, { project, records }: PlanOptions): Promise<PlanResult> {
  const { commit, isWorkingTree } = world.source;
  const desired = await readDesired(world, project, records);
  const snapshot = await world.state.load(world.clock.now());
  const made = await planAgainst(world, desired, snapshot);
  // On a computer of one's own ticks come as often as they are asked for, and a clock that is set comes in time.
  const isByGithubsClock = world.executor.kind === 'ecs' && project.aws?.clock === undefined;
  const clockWarnings = isByGithubsClock ? planWarnings(made, world.clock.now()) : [];
  const warnings = [
    ...missedWarnings(made),
    ...desired.warnings,
    ...roundsWarnings(made),
    ...compiledWarnings(made),
    ...clockWarnings,
  ];
  return { commit, isWorkingTree, plan: made, warnings, snapshot };
}
