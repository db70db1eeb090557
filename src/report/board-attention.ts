import { factsOf } from '../core/ending.ts';
import { dayMs, instantFromMs, minuteMs } from '../core/instant.ts';
import { isEnded, lastAttempt } from '../core/run.ts';
import { alertItems } from './board-alerts.ts';
import {
  type AttentionItem,
  type BoardView,
  byName,
  gapText,
  newestFirst,
  nextSlotOf,
  runText,
} from './board-view.ts';
import { isBad, markedState } from './state-words.ts';
import { codeSpan } from './text.ts';
import { durationWords, instantWords } from './words.ts';

const mostItems = 50;
/** What GitHub's own schedule takes on a good day. */
const overdueMs = 15 * minuteMs;

/** What is wrong now: what a person should look at first. */
export function attentionItems(board: BoardView): readonly AttentionItem[] {
  return [
    ...alertItems(board),
    ...unknownRuns(board),
    ...badFlows(board),
    ...overdueSlots(board),
    ...missingRuns(board),
    ...missedSlots(board),
  ];
}

export function attention(items: readonly AttentionItem[]): string {
  if (items.length === 0) return '\u{1f7e2} Nothing needs attention.';
  const shown = items.slice(0, mostItems).map(({ text }) => `- ${text}`);
  const left = items.length - shown.length;
  const more = left === 0 ? [] : [`- … and ${left} more, of which \`headgate status\` tells by flow`];
  return `## Needs attention\n\n${[...shown, ...more].join('\n')}`;
}

function unknownRuns({ state, ...board }: BoardView): AttentionItem[] {
  return [...state.runs.values()]
    .filter(({ phase }) => phase.state === 'unknown')
    .sort(newestFirst)
    .map((run) => ({
      flow: run.flow,
      text: `${markedState('unknown')}: ${runText(board.links, run)}. Look at its log, then \`headgate resolve ${run.id} --as succeeded\`, or retry it.`,
    }));
}

/** Flows whose newest ended run was bad. */
function badFlows({ runsOf, links }: BoardView): AttentionItem[] {
  return [...runsOf.entries()].sort(byName).flatMap(([flow, runs]) => {
    const newest = runs.find(isEnded);
    if (newest === undefined || !isBad(newest.phase.state) || newest.phase.state === 'unknown') return [];
    const ending = lastAttempt(newest)?.ending;
    const because = ending === undefined ? '' : `: ${factsOf(ending.class).words}`;
    return [{ flow, text: `${markedState(newest.phase.state)}: ${runText(links, newest)}${because}` }];
  });
}

function missingRuns({ state, links }: BoardView): AttentionItem[] {
  return [...state.runs.values()]
    .filter((run) => !isEnded(run) && lastAttempt(run)?.missing !== undefined)
    .sort(newestFirst)
    .map((run) => ({
      flow: run.flow,
      text: `Not seen since ${instantWords(lastAttempt(run)?.missing?.since ?? run.createdAt)}: ${runText(links, run)}`,
    }));
}

function missedSlots({ state, now }: BoardView): AttentionItem[] {
  return state.gaps
    .filter(({ outcome, to }) => outcome === 'missed' && now - to < dayMs)
    .map((gap) => ({ flow: gap.flow, text: `Missed: ${gapText(gap)}` }));
}

/** Slots that are due and that no tick has seen: the clock stands still, or is behind. */
function overdueSlots(board: BoardView): AttentionItem[] {
  const { registry, state, now } = board;
  const latest = instantFromMs(now - overdueMs);
  return [...registry.deployments.entries()].sort(byName).flatMap(([flow, deployment]) => {
    if (deployment.retiredAt !== undefined || state.pauses.has(flow)) return [];
    const next = nextSlotOf(board, deployment, latest);
    if (next === undefined) return [];
    const late = durationWords(now - next);
    const text = `Overdue for ${late}: the slot of ${codeSpan(flow)} at ${instantWords(next)}, which no tick has seen`;
    return [{ flow, text }];
  });
}
