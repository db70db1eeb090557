import type { FlowName } from '../core/flow.ts';
import { dayMs, type Instant, instantFromMs } from '../core/instant.ts';
import { isEnded, type Run } from '../core/run.ts';
import type { BoardView } from './board-view.ts';
import { elapsedMs } from './run-report.ts';
import { isBad } from './state-words.ts';
import { drawTimeline, type TimelineBar, type TimelineRow } from './timeline-drawing.ts';
import { countWords } from './words.ts';

const names = { light: 'timeline-light.svg', dark: 'timeline-dark.svg' } as const;
const mostRows = 40;
const mostBarsInRow = 60;

/** The picture follows the theme that a reader chose on GitHub, which a style sheet within an image cannot see. */
export function timelinePicture(board: BoardView): string {
  const { rows, left } = rowsOf(board);
  if (rows.length === 0) return '';
  const bars = rows.flatMap((row) => row.bars);
  const bad = bars.filter(({ state }) => isBad(state)).length;
  const alt = `Timeline of the last 24 hours: ${countWords(bars.length, 'run')} of ${countWords(rows.length, 'flow')}, ${bad} ended badly`;
  const more = left === 0 ? [] : ['', `… and ${countWords(left, 'more flow')}.`];
  return [
    '## The last 24 hours',
    '',
    '<picture>',
    `<source media="(prefers-color-scheme: dark)" srcset="${names.dark}">`,
    `<img alt="${alt}" src="${names.light}">`,
    '</picture>',
    ...more,
  ].join('\n');
}

export function timelineFiles(board: BoardView): ReadonlyMap<string, string> {
  const { rows } = rowsOf(board);
  if (rows.length === 0) return new Map();
  return new Map(
    (['light', 'dark'] as const).map((theme) => [names[theme], drawTimeline(rows, board.now, theme)]),
  );
}

/** Flows with something to show; those in trouble first when there are too many, but always drawn by name. */
function rowsOf(board: BoardView): { readonly rows: readonly TimelineRow[]; readonly left: number } {
  const from = instantFromMs(board.now - dayMs);
  const flows = new Set([...board.runsOf.keys(), ...board.gapsOf.keys()]);
  const all = [...flows]
    .map((flow) => rowOf(board, flow, from))
    .filter(({ bars, marks }) => bars.length > 0 || marks.length > 0)
    .sort(byFlow);
  const chosen = [...all]
    .sort((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)) || byFlow(a, b))
    .slice(0, mostRows)
    .sort(byFlow);
  return { rows: chosen, left: all.length - chosen.length };
}

function byFlow(a: TimelineRow, b: TimelineRow): number {
  return a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0;
}

function isTroubled({ bars, marks }: TimelineRow): boolean {
  return bars.some(({ state }) => isBad(state)) || marks.some(({ outcome }) => outcome === 'missed');
}

function rowOf({ runsOf, gapsOf, now }: BoardView, flow: FlowName, from: Instant): TimelineRow {
  const bars = (runsOf.get(flow) ?? [])
    .map((run) => barOf(run, now))
    .filter((bar) => bar.to >= from && bar.from <= now)
    .slice(0, mostBarsInRow)
    .reverse();
  const marks = (gapsOf.get(flow) ?? [])
    .filter(({ to }) => to >= from)
    .map(({ outcome, from: first, to }) => ({ outcome, from: Math.max(first, from), to: Math.min(to, now) }));
  return { flow, bars, marks };
}

function barOf(run: Run, now: Instant): TimelineBar {
  const end = isEnded(run) ? run.phase.endedAt : now;
  return { id: run.id, state: run.phase.state, from: end - elapsedMs(run, now), to: end };
}
