import type { Annotation, Check, CheckConclusion, CheckStatus } from '../core/check.ts';
import type { Outcome } from '../core/ending.ts';
import type { Instant } from '../core/instant.ts';
import { type EndedRun, isEnded, type Run } from '../core/run.ts';
import { placeOf } from './named-error.ts';
import type { Outgoing } from './outgoing.ts';
import { attemptsTable } from './run-attempts.ts';
import { firstStart, type RunReport } from './run-report.ts';
import {
  artifactsSection,
  type Detail,
  errorSection,
  factsTable,
  faultSection,
  headline,
  logSection,
  nextSteps,
  tasksSection,
} from './run-sections.ts';
import { runTitle } from './run-title.ts';
import type { SourcePlace } from './stack-trace.ts';
import { byteLength, cutBytes } from './visible.ts';

/** GitHub refuses a longer summary: 65,535 characters, and as many bytes. */
export const summaryLimitBytes = 65_535;

const conclusions: { readonly [outcome in Outcome]: CheckConclusion } = {
  succeeded: 'success',
  failed: 'failure',
  crashed: 'failure',
  'timed-out': 'timed_out',
  cancelled: 'cancelled',
  unknown: 'action_required',
};

/** What a commit's check list shows of one run. */
export function runCheck(report: RunReport, outgoing: Outgoing): Check {
  const { run } = report;
  const place = placeOf(report);
  return {
    name: checkNameOf(run),
    externalId: run.id,
    commit: run.commit,
    status: statusOf(run),
    startedAt: firstStart(run) ?? run.attempts[0]?.intendedAt ?? run.createdAt,
    title: runTitle(report, outgoing),
    summary: runSummary(report, outgoing, place),
    annotations: place === undefined ? [] : [annotationOf(report, outgoing, place)],
  };
}

/** The least that can be said of a run: nothing in it comes from outside. */
export function bareCheck(run: Run): Check {
  return {
    name: checkNameOf(run),
    externalId: run.id,
    status: statusOf(run),
    commit: run.commit,
    startedAt: run.createdAt,
    title: `${run.phase.state}; the report could not be made`,
    summary: 'The report of this run could not be made. Its outcome is as this check says.',
    annotations: [],
  };
}

/** What is left of a check that was created although the run has another one. */
export function strayCheck(run: Run, at: Instant): Check {
  return {
    name: checkNameOf(run),
    externalId: run.id,
    commit: run.commit,
    status: { kind: 'completed', conclusion: 'neutral', at },
    startedAt: run.createdAt,
    title: 'Does not count: this run is shown by another check',
    summary: 'Two ticks showed this run at the same time. The other check of this name says how it goes on.',
    annotations: [],
  };
}

function checkNameOf({ flow }: Pick<Run, 'flow'>): string {
  return `flow / ${flow}`;
}

export function conclusionOf({ phase }: EndedRun): CheckConclusion {
  return conclusions[phase.state];
}

function statusOf(run: Run): CheckStatus {
  if (isEnded(run)) return { kind: 'completed', conclusion: conclusionOf(run), at: run.phase.endedAt };
  return run.phase.state === 'queued' ? { kind: 'queued' } : { kind: 'in-progress' };
}

function annotationOf(report: RunReport, outgoing: Outgoing, place: SourcePlace): Annotation {
  return {
    path: place.path,
    line: place.line,
    level: 'failure',
    title: outgoing.title(`${report.run.flow} failed here`),
    message: outgoing.title(place.message, 1_000) || 'The run failed here.',
  };
}

/** From everything to the least; the first that fits is shown. */
const details: readonly Detail[] = [
  {
    logLines: 1_000,
    logBytes: 40_000,
    artifacts: 50,
    artifactBytes: 16_000,
    tasks: 50,
    attempts: 50,
    parameterLength: 2_000,
  },
  {
    logLines: 200,
    logBytes: 16_000,
    artifacts: 20,
    artifactBytes: 8_000,
    tasks: 40,
    attempts: 20,
    parameterLength: 1_000,
  },
  {
    logLines: 50,
    logBytes: 8_000,
    artifacts: 10,
    artifactBytes: 3_000,
    tasks: 20,
    attempts: 10,
    parameterLength: 500,
  },
  {
    logLines: 20,
    logBytes: 4_000,
    artifacts: 0,
    artifactBytes: 0,
    tasks: 10,
    attempts: 5,
    parameterLength: 200,
  },
  {
    logLines: 5,
    logBytes: 1_000,
    artifacts: 0,
    artifactBytes: 0,
    tasks: 0,
    attempts: 3,
    parameterLength: 100,
  },
];

export function runSummary(report: RunReport, outgoing: Outgoing, place = placeOf(report)): string {
  let summary = '';
  for (const detail of details) {
    summary = sections(report, outgoing, { detail, place });
    if (byteLength(summary) <= summaryLimitBytes) return summary;
  }
  return cutBytes(summary, summaryLimitBytes, '\n\n… (cut)');
}

type View = { readonly detail: Detail; readonly place: SourcePlace | undefined };

function sections(report: RunReport, outgoing: Outgoing, { detail, place }: View): string {
  return [
    headline(report, outgoing),
    faultSection(report, outgoing),
    factsTable(report, outgoing, detail),
    nextSteps(report, outgoing, place),
    errorSection(report, outgoing),
    attemptsTable(report, outgoing, detail),
    tasksSection(report, outgoing, detail),
    artifactsSection(report, outgoing, detail),
    logSection(report, outgoing, detail),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}
