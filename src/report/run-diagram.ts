import { dayMs, type Instant, isoOf } from '../core/instant.ts';
import { type Attempt, isEnded } from '../core/run.ts';
import type { Outgoing } from './outgoing.ts';
import type { RunReport } from './run-report.ts';
import { chosenTasks, endOfTask, taskName } from './timeline.ts';

const mostAttempts = 30;
const mostTasks = 40;
const longestName = 40;
/** What has no length is not drawn at all. */
const shortestMs = 100;

/**
 * The attempts of a run, and the tasks of its last one, as a Gantt chart that GitHub draws in the files of a repository.
 * Its times are written without a zone, so that every reader sees those of UTC.
 */
export function runDiagram(report: RunReport, outgoing: Outgoing): string {
  const attempts = attemptRows(report);
  if (attempts.length === 0) return '';
  const tasks = taskRows(report, outgoing);
  const number = report.run.attempts.at(-1)?.number ?? 1;
  const lines = [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisOf([...attempts, ...tasks])}`,
    '  todayMarker off',
    '  section Attempts',
    ...attempts.map(rowText),
    ...(tasks.length === 0 ? [] : [`  section Tasks of attempt ${number}`, ...tasks.map(rowText)]),
  ];
  return `### Timeline\n\nTimes are in UTC.\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``;
}

type Row = {
  readonly name: string;
  /** How Mermaid draws it: done, failed, or still open. */
  readonly tag: 'done' | 'crit' | 'active';
  readonly from: number;
  readonly to: number;
};

function attemptRows({ run, now }: RunReport): Row[] {
  const end = isEnded(run) ? run.phase.endedAt : now;
  return run.attempts.slice(-mostAttempts).flatMap((attempt): Row[] => {
    const { startedAt, ending } = attempt;
    if (startedAt === undefined) return [];
    const tag = tagOf(attempt);
    const words = ending === undefined ? 'open' : ending.class.replaceAll('-', ' ');
    return [{ name: `Attempt ${attempt.number}, ${words}`, tag, from: startedAt, to: ending?.at ?? end }];
  });
}

function tagOf({ ending }: Attempt): Row['tag'] {
  if (ending === undefined) return 'active';
  return ending.class === 'exit-zero' ? 'done' : 'crit';
}

function taskRows({ events, now }: RunReport, outgoing: Outgoing): Row[] {
  const timed = (events?.tasks ?? []).filter(({ startedAt }) => startedAt !== undefined);
  return chosenTasks(timed, mostTasks).map((task, index) => {
    const { outcome } = task;
    const isGood = outcome === 'succeeded' || outcome === 'restored';
    const name = safeName(outgoing.title(taskName(task), longestName));
    return {
      name: `${index + 1} ${name} ${outcome ?? 'not ended'}`.replaceAll(/ {2,}/g, ' '),
      tag: outcome === undefined ? 'active' : isGood ? 'done' : 'crit',
      from: task.startedAt ?? now,
      to: endOfTask(task, now),
    };
  });
}

/** Mermaid has a language of its own: nothing but letters, digits and three marks can be none of its words. */
function safeName(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, ' ')
    .replaceAll(/[.-]{2,}/g, ' ')
    .trim();
}

function rowText({ name, tag, from, to }: Row): string {
  return `  ${name} :${tag}, ${momentText(from)}, ${momentText(Math.max(to, from + shortestMs))}`;
}

function momentText(at: number): string {
  const text = isoOf(at as Instant)
    .replace('T', ' ')
    .replace(/Z$/, '');
  return text.includes('.') ? text : `${text}.000`;
}

function axisOf(rows: readonly Row[]): string {
  const span = Math.max(...rows.map(({ to }) => to)) - Math.min(...rows.map(({ from }) => from));
  return span < dayMs ? '%H:%M:%S' : '%m-%d %H:%M';
}
