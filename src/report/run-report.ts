import type { Wait } from '../core/admission.ts';
import type { ImageOrigin } from '../core/deployment.ts';
import { factsOf } from '../core/ending.ts';
import type { RunEvents } from '../core/event.ts';
import type { Policy, Resources } from '../core/flow.ts';
import type { Instant } from '../core/instant.ts';
import { type Attempt, isEnded, lastAttempt, type Run } from '../core/run.ts';
import { countWords } from './words.ts';

/** Everything that a report of a run is made of. */
export type RunReport = {
  readonly run: Run;
  readonly now: Instant;
  readonly deployment: DeploymentFacts;
  readonly links: RepositoryLinks;
  /** The newest lines of the last attempt's log, without event lines; hostile. Empty: none are shown. */
  readonly logTail: readonly TailLine[];
  /** Why there are no lines, or not all: nothing was printed, the log is not complete yet, or it could not be read. */
  readonly logState?: 'empty' | 'awaited' | 'unreadable';
  /** Where a person reads the whole log: an https address, or a path. */
  readonly logPlace?: string;
  /** What the last attempt said about itself. */
  readonly events?: RunEvents;
  /** Why a queued run does not start in this tick. */
  readonly waiting?: Wait;
  /** Files of the commit, for annotations; without them only files of the flow's own folder are named. */
  readonly sourceFiles?: ReadonlySet<string>;
  /** Why what the attempt said and printed is left out: a report could not be made of it. */
  readonly fault?: string;
};

/** What the record says by itself, without anything that the run printed. */
export function bareReport(report: RunReport, fault: string): RunReport {
  const { events: _, sourceFiles: __, ...known } = report;
  return { ...known, logTail: [], fault };
}

/** What is known of the deployment that the run was created from. */
export type DeploymentFacts = {
  readonly family?: string;
  readonly image?: string;
  readonly built?: ImageOrigin;
  readonly policy?: Policy;
  /** For the cost estimate. */
  readonly resources?: Resources;
};

export type RepositoryLinks = {
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** File name of the workflow that people start runs with. */
  readonly workflow?: string;
  /** `headgate-history` if left out. */
  readonly historyBranch?: string;
};

export type TailLine = { readonly at?: Instant; readonly text: string };

export function firstStart(run: Run): Instant | undefined {
  return run.attempts.find(({ startedAt }) => startedAt !== undefined)?.startedAt;
}

/** From the first intent to launch to the end: what a person waited for. */
export function elapsedMs(run: Run, now: Instant): number {
  const from = firstStart(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt;
  return Math.max((isEnded(run) ? run.phase.endedAt : now) - from, 0);
}

export function attemptMs({ startedAt, ending }: Attempt, now: Instant): number | undefined {
  return startedAt === undefined ? undefined : Math.max((ending?.at ?? now) - startedAt, 0);
}

/** How many attempts the run can have; undefined when infrastructure failures, which have their own budget, count in. */
export function mostAttempts({ run, deployment }: RunReport): number | undefined {
  const { policy } = deployment;
  if (policy === undefined || policy.retries.limit + run.granted === 0) return undefined;
  const isPlain = run.attempts.every(({ ending }) => ending === undefined || !infraClasses(ending.class));
  const most = policy.retries.limit + 1 + run.granted;
  return isPlain && run.attempts.length <= most ? most : undefined;
}

function infraClasses(name: NonNullable<Attempt['ending']>['class']): boolean {
  return factsOf(name).budget === 'infra';
}

/** `attempt 2 of 3`; nothing for the only attempt of a run that has no retries. */
export function attemptWords(report: RunReport): string | undefined {
  const number = lastAttempt(report.run)?.number;
  if (number === undefined) return undefined;
  const most = mostAttempts(report);
  const isFirstAndLast = number === 1 && report.run.phase.state === 'succeeded';
  if (most !== undefined && !isFirstAndLast) return `attempt ${number} of ${most}`;
  return number > 1 ? `attempt ${number}` : undefined;
}

/** `attempt 3 on demand after 2 interruptions`; nothing for a run that never left spot, or was never on it. */
export function fallbackWords({ attempts }: Run): string | undefined {
  const first = attempts.find(({ capacity }) => capacity === 'on-demand');
  if (first === undefined) return undefined;
  const earlier = attempts.filter(({ number }) => number < first.number);
  const interruptions = earlier.filter(({ ending }) => ending?.class === 'spot').length;
  const reason =
    interruptions === 0
      ? ', because spot had no capacity'
      : ` after ${countWords(interruptions, 'interruption')}`;
  return `attempt ${first.number} on demand${reason}`;
}

/** `headgate-acme-daily-report:12` of its ARN. */
export function revisionName(revision: string): string {
  return /^arn:[^/]*:task-definition\/([A-Za-z0-9_-]+:\d+)$/.exec(revision)?.[1] ?? revision;
}
