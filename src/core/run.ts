import type { Ending, Outcome } from './ending.ts';
import type { FlowName } from './flow.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';

declare const runId: unique symbol;
/** 1 to 80 of a-z, 0-9 and dashes. Made from the flow and the cause, so the same cause gives the same run. */
export type RunId = string & { readonly [runId]: true };

const runIdPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

export function parseRunId(text: string): RunId | undefined {
  return runIdPattern.test(text) ? (text as RunId) : undefined;
}

/** Why a run exists. */
export type Cause =
  | { readonly kind: 'slot'; readonly slot: Instant }
  | { readonly kind: 'backfill'; readonly slot: Instant; readonly by: string }
  | { readonly kind: 'manual'; readonly by: string }
  | { readonly kind: 'upstream'; readonly run: RunId; readonly slot?: Instant };

export function slotOf(cause: Cause): Instant | undefined {
  return cause.kind === 'manual' ? undefined : cause.slot;
}

/**
 * The earliest moment at which an attempt of a run can have been launched. That is before `createdAt` where the state
 * was lost or rolled back and the same run is decided on once more.
 */
export function earliestLaunch(run: Run, { runs }: { readonly runs: ReadonlyMap<RunId, Run> }): Instant {
  const upstream = run.cause.kind === 'upstream' ? runs.get(run.cause.run) : undefined;
  const upstreamEnd = upstream !== undefined && isEnded(upstream) ? upstream.phase.endedAt : run.createdAt;
  return Math.min(slotOf(run.cause) ?? upstreamEnd, run.createdAt) as Instant;
}

/** Why Headgate stops an attempt. Recorded before StopTask is called. */
export type StopCause = 'cancelled' | 'superseded' | 'start-timeout' | 'run-timeout';
export type StopIntent = { readonly cause: StopCause; readonly at: Instant; readonly by?: string };

/** What an attempt is launched on. Fargate never moves from one to the other by itself (ECS API reference, RunTask). */
export type Capacity = 'spot' | 'on-demand';

/** One ECS task, or local process, of a run. */
export type Attempt = {
  /** From 1. */
  readonly number: number;
  /** From 1. A definitive "no" of the executor moves to the next try; part of the client token. */
  readonly launchTry: number;
  /** When the intent of this try was recorded. */
  readonly intendedAt: Instant;
  /** How many ticks have set out to send this try; absent: one. 0: one has, and is known not to have sent it. */
  readonly sends?: number;
  /** For flows that ask for spot: what this attempt was launched on, so that a replay asks for the same. */
  readonly capacity?: Capacity;
  /** The concurrency group that it was started in; empty: none. Absent: an older version did not say. */
  readonly group?: string;
  /** The executor's name of what it started: a task ARN, or a local process. */
  readonly handle?: string;
  readonly startedAt?: Instant;
  /** Since when, and in how many ticks, the executor has not known the handle. */
  readonly missing?: { readonly since: Instant; readonly ticks: number };
  readonly stop?: StopIntent;
  readonly ending?: Ending;
};

/** Where a run stands. */
export type Phase =
  | { readonly state: 'queued'; readonly notBefore: Instant }
  | { readonly state: 'launching' }
  | { readonly state: 'running' }
  | { readonly state: 'stopping' }
  | { readonly state: Outcome; readonly endedAt: Instant };

export type RunState = Phase['state'];

/** The check run that shows a run, and what it shows. */
export type Shown = { readonly checkId: string; readonly as: string };

/**
 * Since when one tick alone may create the check of a run; `commit` is that of the state branch which the first claim
 * came with, once somebody could say it.
 */
export type CheckClaim = { readonly at: Instant; readonly commit?: string };

/** One execution of a deployment for one cause. */
export type Run = {
  readonly id: RunId;
  readonly flow: FlowName;
  readonly cause: Cause;
  readonly parameters: JsonObject;
  readonly createdAt: Instant;
  /** The deployment that it was created from; its retries use the same. */
  readonly commit: string;
  readonly revision: string;
  readonly phase: Phase;
  readonly attempts: readonly Attempt[];
  /** Set when a person cancelled it, or a newer slot did: no attempt starts any more. */
  readonly cancel?: StopIntent;
  /** Further attempts that people granted with `retry`. */
  readonly granted: number;
  readonly shown?: Shown;
  /** As long as it has no check. */
  readonly claim?: CheckClaim;
  /** GitHub refused its check: it is not tried again before. */
  readonly showNotBefore?: Instant;
};

export type EndedRun = Run & { readonly phase: { readonly state: Outcome; readonly endedAt: Instant } };

export function isEnded(run: Run): run is EndedRun {
  return 'endedAt' in run.phase;
}

export function lastAttempt(run: Run): Attempt | undefined {
  return run.attempts.at(-1);
}

/** A backfill that has not started stands in nobody's way. */
export function isWaitingBackfill(run: Run): boolean {
  return run.cause.kind === 'backfill' && run.phase.state === 'queued' && run.attempts.length === 0;
}
