import { isEnded, type Run } from '../core/run.ts';
import { tookMs } from './board-flows.ts';
import { type BoardView, gapText, newestFirst, runText } from './board-view.ts';
import { firstStart } from './run-report.ts';
import { causeWords } from './run-title.ts';
import { markedState } from './state-words.ts';
import { table } from './text.ts';
import { durationWords, instantWords } from './words.ts';

const mostRows = { open: 100, recent: 30, gaps: 20 } as const;

export function openRuns({ state, outgoing, links }: BoardView): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).sort(newestFirst);
  if (open.length === 0) return '';
  const rows = open
    .slice(0, mostRows.open)
    .map((run) => [
      runText(links, run),
      markedState(run.phase.state),
      String(run.attempts.length),
      instantWords(firstStart(run) ?? run.createdAt),
      causeWords(run, outgoing),
    ]);
  return section('Open runs', table(['Run', 'State', 'Attempts', 'Since', 'Why'], rows), {
    left: open.length - rows.length,
    where: '`headgate site` writes a page of each',
  });
}

export function recentRuns({ state, outgoing, links }: BoardView): string {
  const ended = [...state.runs.values()]
    .filter(isEnded)
    .sort((a, b) => b.phase.endedAt - a.phase.endedAt || newestFirst(a, b));
  if (ended.length === 0) return '';
  const rows = ended
    .slice(0, mostRows.recent)
    .map((run) => [
      runText(links, run),
      markedState(run.phase.state),
      instantWords(run.phase.endedAt),
      took(run),
      causeWords(run, outgoing),
    ]);
  return section('Recent runs', table(['Run', 'State', 'Ended', 'Took', 'Why'], rows), {
    left: ended.length - rows.length,
    where: 'each has its page on the history branch',
  });
}

export function gapTable({ state }: BoardView): string {
  if (state.gaps.length === 0) return '';
  const rows = state.gaps
    .slice(-mostRows.gaps)
    .reverse()
    .map((gap) => [gap.outcome, gapText(gap)]);
  return section('Slots without a run', table(['', 'Slots'], rows), {
    left: state.gaps.length - rows.length,
    where: '`headgate status --json` lists all',
  });
}

function took(run: Run): string {
  const ms = tookMs(run);
  return ms === undefined ? '' : durationWords(ms);
}

type Left = { readonly left: number; readonly where: string };

function section(title: string, body: string, { left, where }: Left): string {
  return `## ${title}\n\n${body}${left === 0 ? '' : `\n\n… and ${left} more: ${where}.`}`;
}
