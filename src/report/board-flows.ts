import type { Deployment } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import type { Gap } from '../core/gap.ts';
import { type Instant, minuteMs } from '../core/instant.ts';
import { type EndedRun, isEnded, type Run } from '../core/run.ts';
import { type BoardView, gapCount, latenessMs, nextSlotOf, runText } from './board-view.ts';
import { elapsedMs, firstStart } from './run-report.ts';
import { markedState } from './state-words.ts';
import { codeSpan, table } from './text.ts';
import { countWords, durationWords, instantWords } from './words.ts';

/** Nobody reads more, and GitHub cuts a board of thousands. */
const mostFlows = 200;

/** A row for each flow: how it stands, how its runs go, what comes next. `troubled`: those that need attention. */
export function flowTable(board: BoardView, troubled: ReadonlySet<FlowName>): string {
  const deployments = [...board.registry.deployments.values()].sort(byFlow);
  if (deployments.length === 0) return 'No flow is deployed.';
  const shown = chosenFlows(board, deployments, troubled);
  const rows = shown.map((deployment) => flowRow(board, deployment));
  const head = ['Flow', 'Status', 'Last run', 'When', 'Took', 'Succeeded', 'Next slot', 'Lateness', 'No run'];
  const note =
    'Moments are in UTC. Bars go from the oldest run to the newest; lateness is the worst. Ends and slots are counted as far as state keeps them; every older run has its page.';
  const left = leftWords(deployments, shown, troubled);
  return `## Flows\n\n${[table(head, rows), ...left, note].join('\n\n')}`;
}

function byFlow(a: Deployment, b: Deployment): number {
  return a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0;
}

/** Of too many, those that need attention, then those that ran last; always in the order of their names. */
function chosenFlows(
  { runsOf }: BoardView,
  deployments: readonly Deployment[],
  troubled: ReadonlySet<FlowName>,
): readonly Deployment[] {
  if (deployments.length <= mostFlows) return deployments;
  const ranked = deployments.map((deployment) => ({
    deployment,
    rank: troubled.has(deployment.flow) ? 0 : 1,
    ranAt: runsOf.get(deployment.flow)?.[0]?.createdAt ?? Number.NEGATIVE_INFINITY,
  }));
  // Names are in order already, and sorting keeps the order of what is equal.
  ranked.sort((a, b) => a.rank - b.rank || (a.ranAt === b.ranAt ? 0 : b.ranAt - a.ranAt));
  const chosen = ranked.slice(0, mostFlows).map(({ deployment }) => deployment);
  return chosen.sort(byFlow);
}

function leftWords(
  deployments: readonly Deployment[],
  shown: readonly Deployment[],
  troubled: ReadonlySet<FlowName>,
): string[] {
  const left = deployments.length - shown.length;
  if (left === 0) return [];
  const count = (all: readonly Deployment[]) => all.filter(({ flow }) => troubled.has(flow)).length;
  const bad = count(deployments) - count(shown);
  const which = bad === 0 ? 'none of which needs attention' : `${bad} of which need attention`;
  return [`… and ${countWords(left, 'more flow')}, ${which}: \`headgate status\` lists all.`];
}

function flowRow(board: BoardView, deployment: Deployment): string[] {
  const { flow } = deployment;
  const runs = board.runsOf.get(flow) ?? [];
  const gaps = board.gapsOf.get(flow) ?? [];
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
