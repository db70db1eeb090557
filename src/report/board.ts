import { isEnded } from '../core/run.ts';
import { clockText } from './board-alerts.ts';
import { attention, attentionItems } from './board-attention.ts';
import { flowTable } from './board-flows.ts';
import { gapTable, openRuns, recentRuns } from './board-runs.ts';
import { timelineFiles, timelinePicture } from './board-timeline.ts';
import { type BoardInput, type BoardView, gapCount, viewOf } from './board-view.ts';
import { cutBytes } from './visible.ts';
import { countWords, instantWords } from './words.ts';

export type { BoardInput } from './board-view.ts';

/** GitHub shows 512,000 bytes of a README and nothing behind them ("About READMEs"). The rows are few enough for half of that. */
const boardLimitBytes = 500_000;

/** The live overview: `README.md` of the state branch, which GitHub renders. The same input gives the same bytes. */
export function renderBoard(input: BoardInput): string {
  const board = viewOf(input);
  const items = attentionItems(board);
  const sections = [
    `# Headgate\n\n${totals(board)}`,
    attention(items),
    flowTable(board, new Set(items.flatMap(({ flow }) => flow ?? []))),
    timelinePicture(board),
    openRuns(board),
    recentRuns(board),
    gapTable(board),
    clockText(board),
  ];
  const text = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  return cutBytes(text, boardLimitBytes, '\n\n… (cut; `headgate status` shows the rest)\n');
}

/** The files that the board shows, to lie beside it: path → text. */
export function boardFiles(input: BoardInput): ReadonlyMap<string, string> {
  return timelineFiles(viewOf(input));
}

function totals({ state, registry }: BoardView): string {
  const open = [...state.runs.values()].filter((run) => !isEnded(run)).length;
  const skipped = gapCount(state.gaps, 'skipped');
  const missed = gapCount(state.gaps, 'missed');
  const slots = `${countWords(skipped, 'slot')} skipped and ${missed} missed lately`;
  return `${countWords(registry.deployments.size, 'flow')}, ${countWords(open, 'open run')}, ${slots}. Every slot up to ${instantWords(state.mark)} is accounted for.`;
}
