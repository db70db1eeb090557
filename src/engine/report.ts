import type { AlertRules } from '../core/alert-rules.ts';
import { familyOf } from '../core/definition.ts';
import type { Deployment, Version } from '../core/deployment.ts';
import { parseEvents, shownText } from '../core/event.ts';
import { faultWords } from '../core/fault.ts';
import type { Instant } from '../core/instant.ts';
import type { Project } from '../core/project.ts';
import { isEnded, type Run } from '../core/run.ts';
import type { LogLine, Snapshot, World } from '../ports.ts';
import { hasTrace } from '../report/named-error.ts';
import type { Outgoing } from '../report/outgoing.ts';
import type { RepositoryLinks, RunReport } from '../report/run-report.ts';
import type { SourceFilesOf } from './source-files.ts';

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
  /** What the board alerts people to. */
  readonly alerts?: AlertRules;
};

export type ReportOptions = { readonly project: Project; readonly presentation: Presentation };

/** CloudWatch answers 25 reads of a log a second, each of at most 1 MB ("CloudWatch Logs quotas"). */
const mostLogPages = 8;
const mostLogPagesOfAll = 200;
const mostLogsAtOnce = 8;

export type Surroundings = {
  readonly options: ReportOptions;
  readonly snapshot: Snapshot;
  readonly now: Instant;
  /** To annotate the line that failed. */
  readonly filesOf?: SourceFilesOf;
};

/** Everything that is known of a run, with what it said about itself in its log. */
export async function reportOf(world: World, run: Run, surroundings: Surroundings): Promise<RunReport> {
  const log = await readLog(world, run, { left: mostLogPages });
  return makeReport(world, run, { ...surroundings, log: log ?? noLog });
}

/** The same of many, in order. Runs for whose logs there is no time in this tick are left out. */
export async function reportsOf(
  world: World,
  runs: readonly Run[],
  surroundings: Surroundings,
): Promise<readonly RunReport[]> {
  const pages: Pages = { left: mostLogPagesOfAll };
  const reports = new Map<Run, RunReport>();
  const waiting = [...runs];
  const work = async (): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const log = await readLog(world, run, pages);
      if (log !== undefined) reports.set(run, await makeReport(world, run, { ...surroundings, log }));
    }
  };
  await Promise.all(Array.from({ length: mostLogsAtOnce }, work));
  return runs.flatMap((run) => reports.get(run) ?? []);
}

type Making = Surroundings & { readonly log: RunLog };

async function makeReport(
  world: World,
  run: Run,
  { options, snapshot, now, filesOf, log }: Making,
): Promise<RunReport> {
  const { links, logTailLines } = options.presentation;
  const deployment = snapshot.registry.deployments.get(run.flow);
  const known: RunReport = {
    run,
    now,
    links,
    deployment: {
      family: familyOf(options.project.name, run.flow),
      ...(deployment === undefined ? {} : { policy: deployment.policy }),
      ...(deployment?.resources === undefined ? {} : { resources: deployment.resources }),
      ...imageOf(run, deployment),
    },
    logTail: [],
  };
  try {
    const handle = run.attempts.at(-1)?.handle;
    const place = handle === undefined ? undefined : world.logs.place(handle, run.flow);
    const report: RunReport = {
      ...known,
      events: parseEvents(log.lines.map(({ text }) => text)),
      logTail: await logTailOf(world, run, { log, count: logTailLines }),
      ...(place === undefined ? {} : { logPlace: place }),
    };
    const sourceFiles = filesOf !== undefined && hasTrace(report) ? await filesOf(run.commit) : undefined;
    return sourceFiles === undefined ? report : { ...report, sourceFiles };
  } catch (error) {
    const fault = faultWords(error);
    world.log.warn(unmadeWords(run, fault));
    return { ...known, fault };
  }
}

/** Said when a report is shown; the next tick has no reason to show it again. */
export function unmadeWords({ id }: Run, fault: string): string {
  return `W_REPORT_UNMADE The report of run ${id} could not be made whole, and says so: ${fault}. Everything else goes on. This is a bug of Headgate: please report it.`;
}

/** The image of the very version that the run was created from. */
function imageOf(run: Run, deployment: Deployment | undefined): Pick<Version, 'image' | 'built'> {
  const versions = deployment === undefined ? [] : [deployment.version, ...deployment.earlier];
  const version = versions.find(({ revision }) => revision === run.revision);
  const { image, built } = version ?? {};
  return { ...(image === undefined ? {} : { image }), ...(built === undefined ? {} : { built }) };
}

/** `isCut`: the end is missing. */
type RunLog = { readonly lines: readonly LogLine[]; readonly isCut: boolean };
const noLog: RunLog = { lines: [], isCut: false };

type Pages = { left: number };

/** A log that cannot be read must not keep the outcome from being shown. Undefined: there are no more pages to read. */
async function readLog(world: World, run: Run, pages: Pages): Promise<RunLog | undefined> {
  const handle = run.attempts.at(-1)?.handle;
  if (!isEnded(run) || handle === undefined) return noLog;
  const lines: LogLine[] = [];
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostLogPages; page += 1) {
      if (pages.left <= 0) return undefined;
      pages.left -= 1;
      const answer = await world.logs.read(handle, run.flow, cursor);
      lines.push(...answer.lines);
      if (answer.cursor === undefined || answer.cursor === cursor) return { lines, isCut: false };
      cursor = answer.cursor;
    }
    return { lines, isCut: true };
  } catch (error) {
    world.log.warn(`Could not read the log of run ${run.id}: ${String(error)}.`);
    return { lines, isCut: false };
  }
}

type TailRequest = { readonly log: RunLog; readonly count: number };

async function logTailOf(world: World, run: Run, { log, count }: TailRequest): Promise<RunReport['logTail']> {
  if (count === 0) return [];
  const handle = run.attempts.at(-1)?.handle ?? '';
  const end = log.isCut ? await world.logs.tail(handle, run.flow, count).catch(() => []) : log.lines;
  const visible = end.flatMap(({ at, text }) => {
    const shown = shownText(text);
    return shown === undefined ? [] : [{ ...(at === undefined ? {} : { at }), text: shown }];
  });
  return visible.slice(-count);
}
