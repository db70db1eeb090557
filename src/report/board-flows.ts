import type { Deployment } from '../core/deployment.ts';
import type { Gap } from '../core/gap.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import { type EndedRun, isEnded, type Run } from '../core/run.ts';
import { type BoardView, byName, gapCount, latenessMs, nextSlotOf, runText } from './board-view.ts';
import { elapsedMs, firstStart } from './run-report.ts';
import { markedState } from './state-words.ts';
import { codeSpan, table } from './text.ts';
import { durationWords, instantWords } from './words.ts';

/** A row for each flow: how it stands, how its runs go, what comes next. */
export function flowTable(board: BoardView): string {
  const deployments = [...board.registry.deployments.entries()].sort(byName);
  if (deployments.length === 0) return 'No flow is deployed.';
  const rows = deployments.map(([, deployment]) => flowRow(board, deployment));
  const head = ['Flow', 'Status', 'Last run', 'When', 'Took', 'Succeeded', 'Next slot', 'Lateness', 'No run'];
  const note =
    'Moments are in UTC. Bars go from the oldest run to the newest; lateness is the worst. Ends and slots are counted as far as state keeps them; every older run has its page.';
  return `## Flows\n\n${table(head, rows)}\n\n${note}`;
}

function flowRow(board: BoardView, deployment: Deployment): string[] {
  const { flow } = deployment;
  const runs = board.runsOf.get(flow) ?? [];
  const gaps = board.state.gaps.filter((gap) => gap.flow === flow);
  const [newest] = runs;
  const late = latenessMs(runs, board.now).at(-1);
  return [
    codeSpan(flow),
    statusText(board, deployment, newest),
    newest === undefined ? '' : runText(board.links, newest),
    newest === undefined ? '' : shortWords(firstStart(newest) ?? newest.createdAt),
    trendText(runs),
    rateText(runs),
    nextText(board, deployment),
    late === undefined ? '' : late < minuteMs ? 'on time' : durationWords(late),
    gapWords(gaps),
  ];
}

/** `2026-11-24 21:05`: the table is wide enough without the zone, which stands below it. */
function shortWords(at: Instant): string {
  return instantWords(at).replace(/ UTC$/, '');
}

/** `1 skipped, 7 missed` */
function gapWords(gaps: readonly Gap[]): string {
  return (['skipped', 'missed'] as const)
    .flatMap((outcome) => {
      const count = gapCount(gaps, outcome);
      return count === 0 ? [] : [`${count} ${outcome}`];
    })
    .join(', ');
}

function statusText({ state }: BoardView, { flow, retiredAt }: Deployment, newest: Run | undefined): string {
  if (retiredAt !== undefined) return 'removed, its runs go on';
  if (state.pauses.has(flow)) return '\u23f8 paused';
  return newest === undefined ? 'no run yet' : markedState(newest.phase.state);
}

const levels = '\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588';
/** A run that took this many times as long as usual is worth a word. */
const unusualRatio = 1.5;
const fewestForUsual = 3;

/** Of an unknown end nobody knows the time, and an open run has none yet. */
export function tookMs(run: Run): number | undefined {
  if (!isEnded(run) || run.phase.state === 'unknown' || firstStart(run) === undefined) return undefined;
  return elapsedMs(run, run.phase.endedAt);
}

/** `▂▃█ 3 min 12 s, 2.1 × the usual`: the newest at the end. */
function trendText(runs: readonly Run[]): string {
  const took = runs.flatMap((run) => tookMs(run) ?? []).reverse();
  const last = took.at(-1);
  if (last === undefined) return '';
  if (took.length === 1) return durationWords(last);
  const most = Math.max(...took, 1);
  const bars = took.map((ms) => levels[Math.max(Math.ceil((ms / most) * levels.length) - 1, 0)]).join('');
  const usual = median(took.slice(0, -1));
  const ratio = last / Math.max(usual, 1);
  const isUnusual = took.length >= fewestForUsual && (ratio >= unusualRatio || ratio <= 1 / unusualRatio);
  return `${bars} ${durationWords(last)}${isUnusual ? `, ${ratio.toFixed(1)} \u00d7 the usual` : ''}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** A run that a person or a newer slot cancelled says nothing of how well the flow does. */
function rateText(runs: readonly Run[]): string {
  const ends = runs.filter((run): run is EndedRun => isEnded(run) && run.phase.state !== 'cancelled');
  const good = ends.filter(({ phase }) => phase.state === 'succeeded').length;
  return ends.length === 0 ? '' : `${good} of ${ends.length}`;
}

function nextText(board: BoardView, deployment: Deployment): string {
  const { flow, policy, retiredAt } = deployment;
  if (retiredAt !== undefined || board.state.pauses.has(flow)) return '';
  if (policy.after !== undefined && policy.schedules.length === 0)
    return `after ${policy.after.flows.map((upstream) => codeSpan(upstream)).join(', ')}`;
  const next = nextSlotOf(board, deployment);
  if (next === undefined) return 'by hand';
  const lateMs = board.now - next;
  return `${shortWords(next)}${lateMs < minuteMs ? '' : `, **${durationWords(lateMs)} late**`}`;
}
