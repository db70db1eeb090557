import { minuteMs } from '../core/instant.ts';
import { isEnded } from '../core/run.ts';
import { attention } from './board-attention.ts';
import { flowTable, median } from './board-flows.ts';
import { gapTable, openRuns, recentRuns } from './board-runs.ts';
import { timelineFiles, timelinePicture } from './board-timeline.ts';
import { type BoardInput, type BoardView, gapCount, latenessMs, runsByFlow } from './board-view.ts';
import { createOutgoing } from './outgoing.ts';
import { createRedactor } from './redact.ts';
import { countWords, durationWords, instantWords, secondWords } from './words.ts';

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

/** State remembers nothing of ticks but what they changed, so that is what can be said of the clock. */
function clockText({ state, now, trigger, outgoing }: BoardView): string {
  const by = trigger === undefined ? '' : `, set off by ${outgoing.code(trigger, 100)}`;
  const written = `Written ${secondWords(now)}${by}.`;
  const late = latenessMs(state.runs.values(), now);
  const worst = late.at(-1);
  if (worst === undefined) return `## Clock\n\n${written} No slot of the last 24 hours got a run.`;
  const words = (ms: number): string => (ms < minuteMs ? 'on time' : `${durationWords(ms)} late`);
  const newest = [...state.runs.values()]
    .flatMap(({ cause, createdAt }) => (cause.kind === 'slot' ? [{ slot: cause.slot, createdAt }] : []))
    .reduce((a, b) => ((b.createdAt - a.createdAt || b.slot - a.slot) > 0 ? b : a));
  return `## Clock\n\n${written} The tick of ${secondWords(newest.createdAt)} was the last to find a slot due: that of ${instantWords(newest.slot)}, ${words(newest.createdAt - newest.slot)}. Of the last 24 hours, ${countWords(late.length, 'slot')} with a run: ${words(median(late))} in the median, ${words(worst)} at worst.`;
}
