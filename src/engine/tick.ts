import { markTick, type TickMark } from '../core/alerting.ts';
import { withoutFollowed } from '../core/apply-plan.ts';
import { type Claims, claimChecks, doubtChecks, enterShown } from '../core/check-claims.ts';
import { type Decision, decide } from '../core/decide.ts';
import { followEnds } from '../core/draft.ts';
import type { FlowName } from '../core/flow.ts';
import type { Instant } from '../core/instant.ts';
import { applyOutcomes, type LaunchOutcome } from '../core/outcome.ts';
import type { Project } from '../core/project.ts';
import type { Observations } from '../core/reconcile.ts';
import type { Run, RunId, Shown } from '../core/run.ts';
import { claimSendings, type Sendings } from '../core/sending.ts';
import type { State } from '../core/state.ts';
import { nextWake } from '../core/wake.ts';
import type { LiveTask, Snapshot, World } from '../ports.ts';
import { act, stopStrays } from './act.ts';
import { type AlertDesk, alertDesk } from './alerts.ts';
import { isSilent, withAnswers } from './answers.ts';
import { lookOf, openAttempts } from './attempts.ts';
import { changesBetween, type RunChange } from './changes.ts';
import { observe } from './observe.ts';
import { findOrphans, takeInventory } from './orphans.ts';
import { type Edit, record } from './record.ts';
import type { Presentation } from './report.ts';
import { type Report, reportRuns, withdrawStrays } from './show.ts';
import { findFalseChecks } from './verify-checks.ts';
import { type Rest, setWakeUp } from './wake-up.ts';

export type TickOptions = {
  readonly project: Project;
  /** `owner/name`; part of the identity of every attempt. */
  readonly repository: string;
  readonly presentation: Presentation;
};

export type TickResult = {
  readonly at: Instant;
  /** Runs whose state this tick changed. */
  readonly changes: readonly RunChange[];
  readonly gaps: Decision['gaps'];
  readonly waiting: Decision['waiting'];
  readonly isBehind: boolean;
  readonly open: readonly Run[];
  readonly nextWake: Instant | undefined;
  /** Runs whose check could not be brought up to date in this tick. */
  readonly unreported: number;
  readonly wroteState: boolean;
  /** ECS tasks of this project that no record names; undefined if this tick did not look for any. */
  readonly orphans: readonly LiveTask[] | undefined;
  readonly unseen: Unseen;
};

/** What this tick could not find out. */
export type Unseen = {
  /** Open runs that could not be asked about: what is recorded of them may have changed. */
  readonly open: readonly RunId[];
  /** Runs that are due and were not sent, since nobody could say whether they run already. */
  readonly unsent: readonly RunId[];
  /** The executor was asked, and never answered. */
  readonly isSilent: boolean;
};

/** Nothing is launched then: what is not deployed has no slots, and a deploy never looks behind itself. */
const nothingRemembered =
  'W_STATE_RESET There is no state: nothing was deployed yet, or its branch was deleted. The next deploy begins it anew, and makes up for no slot before it.';

/** One pass: load, observe, decide, record, act, report, record, and set the clock. */
export async function tick(given: World, options: TickOptions): Promise<TickResult> {
  const { executor, answers } = withAnswers(given.executor);
  const world: World = { ...given, executor };
  const now = world.clock.now();
  const live = await takeInventory(world, now);
  const loaded = await world.state.load(now);
  if (loaded.version === undefined) world.log.warn(nothingRemembered);
  const orphans = await findOrphans(world, live, { ...options, snapshot: loaded });
  const seen = await observe(world, loaded, options.repository, now);
  const falseChecks = await findFalseChecks(world, loaded.state, now);
  const alerts = alertDesk(world, options, now);
  const mark = { trigger: options.presentation.trigger ?? 'headgate', at: now };
  let intended: Intended | undefined;
  const decided = await record(world, loaded, {
    style: options.presentation,
    edit: (snapshot) => {
      intended = intend(world, snapshot, { options, seen, falseChecks, alerts, now });
      const { state } = intended;
      return state === snapshot.state
        ? undefined
        : { state: markTick(state, mark), message: 'Decide what is due' };
    },
  });
  const outcomes = await act(world, {
    ...decided.snapshot,
    repository: options.repository,
    looks: seen.looks,
    sendings: intended?.sendings ?? new Set(),
    now,
  });
  const launched = withOutcomes(decided.snapshot, outcomes, world.clock.now());
  const report = await reportRuns(
    world,
    { snapshot: launched, claims: intended?.claims ?? new Map() },
    options,
  );
  await alerts.tell({ ...launched, state: enterShown(launched.state, report, true) });
  const recorded = await record(world, decided.snapshot, {
    style: options.presentation,
    edit: (snapshot) => outcomeEdit(snapshot, { outcomes, report, alerts, mark }),
  });
  await alerts.tidy(recorded.snapshot.state);
  await withdrawStrays(world, report, recorded.snapshot);
  await stopStrays(world, outcomes, recorded.snapshot.state);
  await setWakeUp(world, recorded.snapshot, restOf(intended?.decision, report));
  if (report.failure !== undefined) throw report.failure;
  return summarize({
    loaded,
    recorded: recorded.snapshot,
    decision: intended?.decision,
    report,
    now,
    orphans,
    unseen: {
      open: unseenRuns(loaded, seen, options.repository),
      unsent: outcomes.flatMap(({ run, result }) => (result.kind === 'unsent' ? [run] : [])),
      isSilent: isSilent(answers),
    },
  });
}

/** Open runs of which this tick can say nothing new, because it could not ask. */
export function unseenRuns(
  snapshot: Snapshot,
  { sightings, looks }: Observations,
  repository: string,
): RunId[] {
  return openAttempts(snapshot, repository)
    .filter(({ attempt, startedBy }) =>
      attempt.handle === undefined ? !looks.has(startedBy) : !sightings.has(attempt.handle),
    )
    .map(({ run }) => run.id);
}

/** What a tick decides on one snapshot, and what it may do once that is recorded. */
type Intended = {
  readonly decision: Decision;
  readonly state: State;
  readonly sendings: Sendings;
  readonly claims: Claims;
};

type Intending = {
  readonly options: TickOptions;
  readonly seen: Observations;
  readonly falseChecks: ReadonlyMap<RunId, Shown>;
  readonly alerts: AlertDesk;
  readonly now: Instant;
};

function intend(
  world: World,
  snapshot: Snapshot,
  { options, seen, falseChecks, alerts, now }: Intending,
): Intended {
  const { project, repository } = options;
  const believed = doubtChecks(snapshot.state, falseChecks);
  const decision = decide({ ...snapshot, state: believed, seen, now, limits: project.limits, repository });
  const { state, sendings } = claimSendings(decision.state, {
    before: snapshot.state,
    lookOf: lookOf(seen, repository),
    most: project.limits.launchesPerTick,
    now,
  });
  const claimed = claimsOf(world, { ...snapshot, state: alerts.claim(snapshot, state) }, now);
  return { decision, sendings, ...claimed };
}

/** Where creating a check twice is creating it once, nobody needs a right to it. */
function claimsOf({ checks }: World, snapshot: Snapshot, now: Instant): ReturnType<typeof claimChecks> {
  if (checks.isRepeatable === true) return { state: snapshot.state, claims: new Map() };
  return claimChecks(snapshot.state, { now, version: snapshot.version });
}

/** A token that may write no check never will: that is no reason to come again. */
function restOf(decision: Decision | undefined, { deferred, failure }: Outcomes['report']): Rest | undefined {
  if (decision?.isBehind === true) return 'slots';
  return deferred > 0 && failure === undefined ? 'checks' : undefined;
}

type Outcomes = {
  readonly outcomes: readonly LaunchOutcome[];
  readonly report: Report;
  readonly alerts: AlertDesk;
  readonly mark: TickMark;
};

function outcomeEdit(snapshot: Snapshot, { outcomes, report, alerts, mark }: Outcomes): Edit | undefined {
  const launched = withOutcomes(snapshot, outcomes, mark.at);
  const isWritten = launched.state !== snapshot.state;
  const state = alerts.enter(enterShown(launched.state, report, isWritten));
  const registry = withoutFollowed(snapshot.registry, state);
  if (state === snapshot.state && registry === snapshot.registry) return undefined;
  const message = 'Record what was launched and shown';
  return { state: markTick(state, mark), registry, pages: report.pages, message };
}

function withOutcomes(snapshot: Snapshot, outcomes: readonly LaunchOutcome[], now: Instant): Snapshot {
  const policyOf = (flow: FlowName) => snapshot.registry.deployments.get(flow)?.policy;
  const state = applyOutcomes(snapshot.state, outcomes, policyOf, now);
  if (state === snapshot.state) return snapshot;
  return { ...snapshot, state: followEnds(state, { ...snapshot, now }) };
}

type Summary = {
  readonly loaded: Snapshot;
  readonly recorded: Snapshot;
  readonly decision: Decision | undefined;
  readonly report: Report;
  readonly now: Instant;
  readonly orphans: TickResult['orphans'];
  readonly unseen: Unseen;
};

function summarize({ loaded, recorded, decision, report, now, ...found }: Summary): TickResult {
  const open = [...recorded.state.runs.values()].filter((run) => !('endedAt' in run.phase));
  return {
    at: now,
    changes: changesBetween(loaded.state, recorded.state),
    gaps: decision?.gaps ?? [],
    waiting: decision?.waiting ?? new Map(),
    isBehind: decision?.isBehind ?? false,
    open,
    nextWake: nextWake(recorded.state, recorded.registry, now),
    unreported: report.deferred,
    wroteState: loaded.version !== recorded.version,
    ...found,
  };
}
