import {
  type Claims,
  creationMs,
  mostShown,
  type ShowOutcome,
  strayChecks,
  unreportedRuns,
} from '../core/check-claims.ts';
import { type Instant, plusMs } from '../core/instant.ts';
import { shownAs } from '../core/prune.ts';
import { isEnded, type Run, type RunId, type Shown } from '../core/run.ts';
import type { CheckToPublish, PublishAnswer, Snapshot, World } from '../ports.ts';
import { containedCheck, containedPage } from '../report/contained.ts';
import { strayCheck } from '../report/run-check.ts';
import type { RunReport } from '../report/run-report.ts';
import { type ReportOptions, reportsOf, unmadeWords } from './report.ts';
import { sourceFilesOf } from './source-files.ts';

export type Report = ShowOutcome & {
  /** Pages of the runs that ended: path → text. */
  readonly pages: ReadonlyMap<string, string>;
  /** Runs whose check has to wait for the next tick. */
  readonly deferred: number;
  /** Why nothing could be shown: a person has to know, but only after everything that happened is recorded. */
  readonly failure?: unknown;
};

/** What to show: the newest state, and the checks that this very tick may create. */
export type Showing = { readonly snapshot: Snapshot; readonly claims: Claims };

/** GitHub's limits are per hour and repository, shared with everything else that runs there. Alerts take of a tick's 60 too. */
const requestBudget = 36;
const strayBudget = 4;

/** Brings the checks up to date. Whatever goes wrong with that is in the answer: what was launched must be recorded first. */
export async function reportRuns(world: World, showing: Showing, options: ReportOptions): Promise<Report> {
  try {
    return await showRuns(world, showing, options);
  } catch (failure) {
    const deferred = unreportedRuns(showing.snapshot.state, world.clock.now()).length;
    return { ...nothingShown(showing), pages: new Map(), deferred, failure };
  }
}

function nothingShown({ claims }: Showing): ShowOutcome {
  const none = { marks: new Map(), gone: new Map(), refused: new Map(), untouched: new Set<RunId>() };
  return { ...none, claims, vain: new Set(), homeless: new Set() };
}

/** Only those checks that show something else than what is recorded. */
async function showRuns(world: World, showing: Showing, options: ReportOptions): Promise<Report> {
  const { snapshot } = showing;
  const now = world.clock.now();
  const wanting = unreportedRuns(snapshot.state, now);
  const isOurs = (run: Run) =>
    run.shown !== undefined || showing.claims.has(run.id) || world.checks.isRepeatable === true;
  const surroundings = { options, snapshot, now, filesOf: sourceFilesOf(world.source) };
  const reports = await reportsOf(world, wanting.filter(isOurs).slice(0, mostShown), surroundings);
  const { outgoing } = options.presentation;
  const checks = reports.map((report) => toPublish(world, report, { showing, options, now }));
  const answers = checks.length === 0 ? [] : await world.checks.publish(checks, requestBudget);
  const outcome = outcomeOf(reports, answers, { showing, options, now });
  const pages = new Map<string, string>();
  for (const report of reports) {
    if (!outcome.marks.has(report.run.id) || !isEnded(report.run)) continue;
    const { made: page, fault } = containedPage(report, outgoing);
    pages.set(page.path, page.text);
    if (fault !== undefined) world.log.warn(unmadeWords(report.run, fault));
  }
  sayWhatIsLeft(world, outcome, answers);
  return { ...outcome, pages, deferred: wanting.length - outcome.marks.size - outcome.refused.size };
}

const mostNamed = 5;

function sayWhatIsLeft({ log }: World, { refused }: ShowOutcome, answers: readonly PublishAnswer[]): void {
  const reasonOf = (wanted: (kind: PublishAnswer['kind']) => boolean): string | undefined =>
    answers.flatMap((answer) =>
      answer.kind !== 'published' && wanted(answer.kind) ? [answer.reason] : [],
    )[0];
  const waiting = reasonOf((kind) => kind !== 'refused');
  if (waiting !== undefined) log.warn(`Some checks wait for a later tick: ${waiting}.`);
  if (refused.size === 0) return;
  const ids = [...refused.keys()];
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
  log.warn(
    `W_CHECK_REFUSED GitHub does not take the check of ${ids.slice(0, mostNamed).join(', ')}${more}: ${reasonOf((kind) => kind === 'refused')}. It is tried again within the hour; everything else goes on.`,
  );
}

type Publishing = { readonly showing: Showing; readonly options: ReportOptions; readonly now: Instant };

function toPublish(world: World, report: RunReport, { showing, options }: Publishing): CheckToPublish {
  const { run } = report;
  const { made: check, fault } = containedCheck(report, options.presentation.outgoing);
  if (fault !== undefined) world.log.warn(unmadeWords(run, fault));
  const claim = showing.claims.get(run.id);
  // The claim came with the commit that this tick wrote first, unless it goes on from an earlier one.
  const stateCommit = claim?.commit ?? showing.snapshot.version;
  const commit = options.project.report.on === 'state' ? (stateCommit ?? check.commit) : check.commit;
  const createBefore = claim === undefined ? ('never' as const) : plusMs(claim.at, creationMs);
  return {
    check: { ...check, commit },
    ...(run.shown === undefined ? {} : { checkId: run.shown.checkId }),
    ...(world.checks.isRepeatable === true ? {} : { createBefore }),
  };
}

function outcomeOf(
  reports: readonly RunReport[],
  answers: readonly PublishAnswer[],
  { showing, options, now }: Publishing,
): ShowOutcome {
  const marks = new Map<RunId, { readonly before: Shown | undefined; readonly after: Shown }>();
  const gone = new Map<RunId, string>();
  const vain = new Set<RunId>();
  const homeless = new Set<RunId>();
  const untouched = new Set(showing.claims.keys());
  const isOnState = options.project.report.on === 'state';
  for (const [index, { run }] of reports.entries()) {
    const answer = answers[index];
    untouched.delete(run.id);
    if (answer === undefined) continue;
    if (answer.kind === 'published')
      marks.set(run.id, { before: run.shown, after: { checkId: answer.checkId, as: shownAs(run) } });
    else if (answer.kind === 'deferred' && answer.mayExist === true) continue;
    else {
      vain.add(run.id);
      if (answer.kind === 'gone' && answer.what === 'commit' && isOnState) homeless.add(run.id);
      if (answer.kind === 'gone' && run.shown !== undefined) gone.set(run.id, run.shown.checkId);
    }
  }
  const isRefused = (_: RunReport, index: number) => answers[index]?.kind === 'refused';
  const refused = new Map(reports.filter(isRefused).map(({ run }) => [run.id, now]));
  return { claims: showing.claims, marks, gone, untouched, vain, homeless, refused };
}

/**
 * What this tick created although the record names another check of the run by now: it was so slow that its claim was over.
 * Nothing can be deleted, so it says that it does not count.
 */
export async function withdrawStrays(world: World, report: Report, { state }: Snapshot): Promise<void> {
  const strays = [...strayChecks(state, report)].flatMap(([id, checkId]) => {
    const run = state.runs.get(id);
    return run === undefined
      ? []
      : [{ check: strayCheck(run, world.clock.now()), checkId, createBefore: 'never' as const }];
  });
  if (strays.length === 0) return;
  world.log.warn(`${strays.length} run is shown twice: the later check says that it does not count.`);
  await world.checks.publish(strays, strayBudget).catch((error: unknown) => world.log.warn(String(error)));
}
