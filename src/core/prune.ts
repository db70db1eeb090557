import { dayMs, type Instant } from './instant.ts';
import { type EndedRun, isEnded, type Run, type RunId } from './run.ts';
import type { Gap } from './state.ts';

/** Ended runs kept in state: for `after`, `retry` and the board. All others live on the history branch alone. */
const keptEndsPerFlow = 5;
const keptEnds = 400;
/** Where checks cannot be written for days, every tick says so; the state must not grow past what git may hold meanwhile. */
const keptUnreported = 1_000;
const keptForMs = 30 * dayMs;
const keptGaps = 200;

/** What a check shows of a run; a run is reported when its check shows what it is. Empty: nothing has started yet. */
export function shownAs(run: Run): string {
  const { state } = run.phase;
  if (isEnded(run)) return `${state} ${run.attempts.length}`;
  if (!run.attempts.some(({ handle, ending }) => handle !== undefined || ending !== undefined)) return '';
  return `${state === 'queued' ? 'waiting' : 'active'} ${run.attempts.length}`;
}

export function isReported(run: Run): boolean {
  const wanted = shownAs(run);
  return wanted === '' || run.shown?.as === wanted;
}

/** Leaves out ended runs that are old and reported. Unreported ones stay as long as there is room. */
export function pruneRuns(runs: ReadonlyMap<RunId, Run>, now: Instant): ReadonlyMap<RunId, Run> {
  const ends = [...runs.values()].filter(isEnded).sort(byNewest);
  const seen = new Map<string, number>();
  const dropped = new Set<RunId>();
  for (const [index, run] of ends.entries()) {
    const place = (seen.get(run.flow) ?? 0) + 1;
    seen.set(run.flow, place);
    const isOld = place > keptEndsPerFlow || index >= keptEnds || now - run.phase.endedAt > keptForMs;
    if (isOld && (isReported(run) || index >= keptUnreported)) dropped.add(run.id);
  }
  return dropped.size === 0 ? runs : new Map([...runs].filter(([id]) => !dropped.has(id)));
}

function byNewest(a: EndedRun, b: EndedRun): number {
  return b.phase.endedAt - a.phase.endedAt || (a.id < b.id ? -1 : 1);
}

/** Joins gaps of the same reason that follow each other, and keeps the newest. */
export function addGaps(kept: readonly Gap[], added: readonly Gap[]): readonly Gap[] {
  if (added.length === 0) return kept;
  const gaps = [...kept];
  for (const gap of added) {
    const before = gaps.findLastIndex(({ flow }) => flow === gap.flow);
    const last = gaps[before];
    if (
      last !== undefined &&
      last.because === gap.because &&
      last.outcome === gap.outcome &&
      last.to < gap.from
    ) {
      gaps[before] = { ...last, to: gap.to, count: last.count + gap.count };
    } else gaps.push(gap);
  }
  return gaps.slice(-keptGaps);
}
