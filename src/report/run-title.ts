import type { Wait } from '../core/admission.ts';
import { type Ending, type EndingClass, factsOf } from '../core/ending.ts';
import type { TaskRecord } from '../core/event.ts';
import { isEnded, lastAttempt, type Run, slotOf } from '../core/run.ts';
import { adviceOn } from './advice.ts';
import { cutReason } from './long-reason.ts';
import { type NamedError, namedError } from './named-error.ts';
import type { Outgoing } from './outgoing.ts';
import { attemptWords, elapsedMs, firstStart, type RunReport } from './run-report.ts';
import { cutLength } from './visible.ts';
import { durationWords, instantWords, lateness } from './words.ts';

/** What matters of a run, in one line: "failed after 3 min 12 s: exit 1 in `load` (attempt 2 of 3)". */
export function runTitle(report: RunReport, outgoing: Outgoing): string {
  const attempt = attemptWords(report);
  const suffix = attempt === undefined ? '' : ` (${attempt})`;
  return outgoing.title(`${isEnded(report.run) ? endWords(report) : openWords(report)}${suffix}`);
}

function endWords(report: RunReport): string {
  const { run, now } = report;
  const { state } = run.phase;
  const hasStarted = firstStart(run) !== undefined;
  const took = durationWords(elapsedMs(run, now));
  const because = reasonOf(report);
  switch (state) {
    case 'succeeded':
      return hasStarted ? `succeeded in ${took}` : 'succeeded';
    case 'timed-out':
      return `timed out after ${took}${because}`;
    case 'unknown':
      return `outcome unknown${because}`;
    default:
      return `${state}${hasStarted ? ` after ${took}` : ' before it started'}${because}`;
  }
}

function reasonOf(report: RunReport): string {
  const { run, events } = report;
  const ending = lastAttempt(run)?.ending;
  if (run.phase.state === 'cancelled' && run.cancel !== undefined) {
    if (run.cancel.cause === 'superseded') return `: ${factsOf('superseded').words}`;
    return run.cancel.by === undefined ? '' : `: by ${run.cancel.by}`;
  }
  if (ending === undefined || ending.class === 'exit-zero') return '';
  const error = ending.class === 'exit-code' ? namedError(report) : undefined;
  if (error !== undefined) return `: ${cutLength(errorWords(error), longestError)}`;
  const task = failedTask(events?.tasks ?? []);
  const where = task === undefined ? '' : ` in \`${task.name}\``;
  if (ending.class === 'exit-code') return `: exit ${ending.exitCode ?? '?'}${where}`;
  return `: ${causeOf(ending, isLocalRun(run))}${where}`;
}

/** Room for the rest of a title. */
const longestError = 180;

/** `flows/x/main.py:28 ValueError: no such region` */
export function errorWords({ text, place }: NamedError): string {
  return place === undefined ? text : `${place.path}:${place.line} ${text}`;
}

/** The innermost task that failed, the last one if there are several: its parents failed because of it. */
function failedTask(tasks: readonly TaskRecord[]): TaskRecord | undefined {
  const failed = tasks.filter(({ outcome }) => outcome === 'failed' || outcome === 'timed-out');
  const parents = new Set(failed.map(({ parent }) => parent));
  return failed.findLast(({ task }) => !parents.has(task));
}

export const waitWords: { readonly [wait in Wait]: string } = {
  'not-before': 'its time has not come',
  overlap: 'a run of the flow is open',
  group: 'its concurrency group is full',
  running: '`limits.running` is reached',
  'launches-per-tick': 'the tick launched as many as it may',
};

function openWords({ run, waiting }: RunReport): string {
  const { phase } = run;
  switch (phase.state) {
    case 'queued': {
      const wait = waiting === undefined || waiting === 'not-before' ? '' : `: ${waitWords[waiting]}`;
      const isRetry = run.attempts.some(({ ending }) => ending !== undefined);
      return isRetry
        ? `waiting for the next attempt, not before ${instantWords(phase.notBefore)}${wait}`
        : `waiting${wait}`;
    }
    case 'launching':
      return 'starting';
    case 'stopping':
      return `stopping: ${factsOf(lastAttempt(run)?.stop?.cause ?? 'cancelled').words}`;
    default: {
      const since = lastAttempt(run)?.startedAt;
      return since === undefined ? 'running' : `running since ${instantWords(since)}`;
    }
  }
}

/** Why there is this run, and how late it began. */
export function causeWords(run: Run, outgoing: Outgoing): string {
  const slot = slotOf(run.cause);
  const start = firstStart(run) ?? run.attempts[0]?.intendedAt;
  const late = slot === undefined || start === undefined ? '' : `, ${lateness(slot, start)}`;
  const when = slot === undefined ? '' : ` ${instantWords(slot)}`;
  switch (run.cause.kind) {
    case 'slot':
      return `slot${when}${late}`;
    case 'backfill':
      return `backfill of slot${when}, asked for by ${outgoing.inline(run.cause.by, 100)}`;
    case 'manual':
      return `started by ${outgoing.inline(run.cause.by, 100)}`;
    case 'upstream':
      return `followed ${outgoing.code(run.cause.run)}${slot === undefined ? '' : ` for slot${when}`}`;
  }
}

/** A process of this machine; AWS's tasks have names of its own. */
export function isLocalRun({ attempts }: Run): boolean {
  const handle = attempts.findLast((attempt) => attempt.handle !== undefined)?.handle;
  return handle !== undefined && !handle.startsWith('arn:');
}

const localWords: { readonly [name in EndingClass]?: string } = {
  host: 'the machine, or what supervised the program on it, went away',
  'start-failed': 'the program could not be started',
  'cannot-start': 'the program could not be started',
  'stopped-outside': 'somebody stopped the program outside Headgate',
};

export function causeOf(ending: Ending, isLocal: boolean): string {
  return (isLocal ? localWords[ending.class] : undefined) ?? factsOf(ending.class).words;
}

/** "the program exited with a code other than 0 (exit 1)", with the executor's own text. No full stop. */
export function endingWords(
  ending: Ending,
  outgoing: Outgoing,
  { isLocal = false, longest = 1_800 }: { readonly isLocal?: boolean; readonly longest?: number } = {},
): string {
  const exit =
    ending.exitCode === undefined || ending.class === 'exit-zero' ? '' : ` (exit ${ending.exitCode})`;
  const said =
    ending.detail === undefined
      ? ''
      : outgoing.code(cutReason(ending.detail.replace(/\.$/, ''), longest), longest);
  return `${causeOf(ending, isLocal)}${exit}${said === '' ? '' : `: ${said}`}`;
}

/** What a person can do about the last end of a run. */
export function adviceFor(report: RunReport, ending: Ending, outgoing: Outgoing): string | undefined {
  const { resources } = report.deployment;
  const circumstances = {
    isLocal: isLocalRun(report.run),
    isErrorNamed: namedError(report) !== undefined,
    isLogEmpty: report.logState === 'empty',
    ...(resources === undefined ? {} : { resources }),
  };
  return adviceOn(ending, circumstances, outgoing);
}
