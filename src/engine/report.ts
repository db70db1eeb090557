import { familyOf } from '../core/definition.ts';
import type { Deployment, Version } from '../core/deployment.ts';
import { parseEvents, shownText } from '../core/event.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import type { Project } from '../core/project.ts';
import { isReported, shownAs } from '../core/prune.ts';
import { type EndedRun, isEnded, type Run, type RunId, type Shown } from '../core/run.ts';
import type { State } from '../core/state.ts';
import type { LogLine, Snapshot, World } from '../ports.ts';
import type { Outgoing } from '../report/outgoing.ts';
import { hasTrace, runCheck } from '../report/run-check.ts';
import { runPage } from '../report/run-page.ts';
import type { RepositoryLinks, RunReport } from '../report/run-report.ts';
import { type SourceFilesOf, sourceFilesOf } from './source-files.ts';

/** How results are shown, and where. */
export type Presentation = {
  readonly links: RepositoryLinks;
  /** Lines of a log that a check shows. */
  readonly logTailLines: number;
  /** Redacts and escapes everything that leaves. */
  readonly outgoing: Outgoing;
  /** What set this process off, such as the event of a workflow: the board says it. */
  readonly trigger?: string;
  /** Whether anybody can read what is shown; undefined: nobody said. */
  readonly isPublic?: boolean;
};

export type Report = {
  readonly shown: ReadonlyMap<RunId, Shown>;
  /** Pages of the runs that ended: path → text. */
  readonly pages: ReadonlyMap<string, string>;
  /** Runs whose check has to wait for the next tick. */
  readonly deferred: number;
  /** Why nothing could be shown: a person has to know, but only after everything that happened is recorded. */
  readonly failure?: unknown;
};

export type ReportOptions = { readonly project: Project; readonly presentation: Presentation };

/** What to show: the newest state, and the moment at which this very tick decided. */
export type Showing = { readonly snapshot: Snapshot; readonly decidedAt: Instant };

/** GitHub's limits are per hour and repository, shared with everything else that runs there; a tick takes at most this. */
const requestBudget = 60;
/** Runs whose logs are read in one tick. */
const mostReports = 40;
const mostLogPages = 8;
/** Longer than a usual tick takes. */
const creationGraceMs = minuteMs;

/** Brings the checks up to date. Whatever goes wrong with that is in the answer: what was launched must be recorded first. */
export async function reportRuns(world: World, showing: Showing, options: ReportOptions): Promise<Report> {
  const { snapshot } = showing;
  try {
    return await showRuns(world, showing, options);
  } catch (failure) {
    const deferred = [...snapshot.state.runs.values()].filter((run) => !isReported(run)).length;
    return { shown: new Map(), pages: new Map(), deferred, failure };
  }
}

/** Only those checks that show something else than what is recorded. */
async function showRuns(
  world: World,
  { snapshot, decidedAt }: Showing,
  options: ReportOptions,
): Promise<Report> {
  const now = world.clock.now();
  const wanting = [...snapshot.state.runs.values()].filter((run) => !isReported(run)).sort(endedFirst);
  const runs = wanting.filter((run) => isOursToShow(run, { decidedAt, now })).slice(0, mostReports);
  const { outgoing } = options.presentation;
  const surroundings = { options, snapshot, now, filesOf: sourceFilesOf(world.source) };
  const reports = await Promise.all(runs.map((run) => reportOf(world, run, surroundings)));
  const checks = reports.map((report) => ({ check: runCheck(report, outgoing), ...knownId(report.run) }));
  const answers = checks.length === 0 ? [] : await world.checks.publish(checks, requestBudget);
  const shown = new Map<RunId, Shown>();
  const pages = new Map<string, string>();
  for (const [index, run] of runs.entries()) {
    const answer = answers[index];
    const report = reports[index];
    if (answer?.kind !== 'published' || report === undefined) continue;
    shown.set(run.id, { checkId: answer.checkId, as: shownAs(run) });
    const page = isEnded(run) ? runPage(report, outgoing) : undefined;
    if (page !== undefined) pages.set(page.path, page.text);
  }
  const [reason] = answers.flatMap((answer) => (answer.kind === 'deferred' ? [answer.reason] : []));
  if (reason !== undefined) world.log.warn(`Some checks wait for the next tick: ${reason}.`);
  return { shown, pages, deferred: wanting.length - shown.size };
}

/**
 * GitHub creates a second check for whoever asks second, so a run that has none is left for a while to the tick that
 * started or ended it. An update can be sent by anybody: it says the same.
 */
function isOursToShow(
  run: Run,
  { decidedAt, now }: { readonly decidedAt: Instant; readonly now: Instant },
): boolean {
  if (run.shown !== undefined) return true;
  const changedAt = run.attempts.at(-1)?.intendedAt ?? (isEnded(run) ? run.phase.endedAt : run.createdAt);
  return changedAt === decidedAt || now - changedAt >= creationGraceMs;
}

/** People wait for ends; they go first when the budget is short. */
function endedFirst(a: Run, b: Run): number {
  return Number(isEnded(b)) - Number(isEnded(a)) || a.createdAt - b.createdAt;
}

function knownId(run: Run): { readonly checkId?: string } {
  return run.shown === undefined ? {} : { checkId: run.shown.checkId };
}

export type Surroundings = {
  readonly options: ReportOptions;
  readonly snapshot: Snapshot;
  readonly now: Instant;
  /** To annotate the line that failed. */
  readonly filesOf?: SourceFilesOf;
};

/** Everything that is known of a run, with what it said about itself in its log. */
export async function reportOf(
  world: World,
  run: Run,
  { options, snapshot, now, filesOf }: Surroundings,
): Promise<RunReport> {
  const { links, logTailLines } = options.presentation;
  const handle = run.attempts.at(-1)?.handle;
  const lines = isEnded(run) && handle !== undefined ? await readLog(world, run, handle) : [];
  const deployment = snapshot.registry.deployments.get(run.flow);
  const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
  const tail = lines.flatMap(({ at, text }) => {
    const visible = shownText(text);
    return visible === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: visible }];
  });
  const report: RunReport = {
    run,
    now,
    links,
    deployment: {
      family: familyOf(options.project.name, run.flow),
      ...(deployment === undefined ? {} : { policy: deployment.policy }),
      ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
      ...imageOf(run, deployment),
    },
    events: parseEvents(lines.map(({ text }) => text)),
    logTail: logTailLines === 0 ? [] : tail.slice(-logTailLines),
    ...(place === undefined ? {} : { logPlace: place }),
  };
  const sourceFiles = filesOf !== undefined && hasTrace(report) ? await filesOf(run.commit) : undefined;
  return sourceFiles === undefined ? report : { ...report, sourceFiles };
}

/** The image of the very version that the run was created from. */
function imageOf(run: Run, deployment: Deployment | undefined): Pick<Version, 'image' | 'built'> {
  const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
  const version = versions.find(({ revision }) => revision === run.revision);
  const { image, built } = version ?? {};
  return { ...(image === undefined ? {} : { image }), ...(built === undefined ? {} : { built }) };
}

/** A log that cannot be read must not keep the outcome from being shown. */
async function readLog(world: World, run: EndedRun, handle: string): Promise<readonly LogLine[]> {
  const lines: LogLine[] = [];
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostLogPages; page += 1) {
      const answer = await world.logs.read(handle, run.flow, cursor);
      lines.push(...answer.lines);
      if (answer.cursor === undefined || answer.cursor === cursor) break;
      cursor = answer.cursor;
    }
  } catch (error) {
    world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
  }
  return lines;
}

export function enterShown(state: State, shown: ReadonlyMap<RunId, Shown>): State {
  if (shown.size === 0) return state;
  const runs = new Map(state.runs);
  for (const [id, mark] of shown) {
    const run = runs.get(id);
    if (run !== undefined) runs.set(id, { ...run, shown: mark });
  }
  return { ...state, runs };
}
