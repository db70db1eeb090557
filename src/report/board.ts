import { isEnded } from '../core/run.ts';
import { clockText } from './board-alerts.ts';
import { attention } from './board-attention.ts';
import { flowTable } from './board-flows.ts';
import { gapTable, openRuns, recentRuns } from './board-runs.ts';
import { timelineFiles, timelinePicture } from './board-timeline.ts';
import { type BoardInput, type BoardView, gapCount, runsByFlow } from './board-view.ts';
import { createOutgoing } from './outgoing.ts';
import { createRedactor } from './redact.ts';
import { countWords, instantWords } from './words.ts';

export type { BoardInput } from './board-view.ts';

/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
export function renderBoard(input: BoardInput): string {
  const board = viewOf(input);
  const sections = [
    `# Headgate\n\n${totals(board)}`,
    attention(board),
    flowTable(board),
    timelinePicture(board),
    openRuns(board),
    recentRuns(board),
    gapTable(board),
    clockText(board),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** The files that the board shows, to lie beside it: path → text. */
export function boardFiles(input: BoardInput): ReadonlyMap<string, string> {
  return timelineFiles(viewOf(input));
}

function viewOf(input: BoardInput): BoardView {
  return {
    ...input,
    outgoing: input.outgoing ?? createOutgoing(createRedactor([])),
    runsOf: runsByFlow(input.state),
  };
}

function totals({ state, registry }: BoardView): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  const skipped = gapCount(state.gaps, 'skipped');
  const missed = gapCount(state.gaps, 'missed');
  const slots = `${countWords(skipped, 'slot')} skipped and ${missed} missed lately`;
  return `${countWords(registry.deployments.size, 'flow')}, ${countWords(open, 'open run')}, ${slots}. Every slot up to ${instantWords(state.mark)} is accounted for.`;
}
