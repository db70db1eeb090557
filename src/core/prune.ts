import type { FlowName } from './flow.ts';
import { dayMs, type Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import { bytesOfRun } from './record-size.ts';
import { type EndedRun, isEnded, type Run, type RunId } from './run.ts';
import { byAge, type Gap } from './state.ts';

/** Ended runs kept in state: for `after`, `retry` and the board. All others live on the history branch alone. */
const keptEndsPerFlow = 5;
const keptEnds = 20_000;
const keptEndBytes = 8_388_608;
/** Where checks cannot be written for days, every tick says so; the state must not grow past what git may hold meanwhile. */
const keptUnreported = 20_000;
const keptUnreportedBytes = 12_582_912;
const keptForMs = 30 * dayMs;
/** Of one flow, and of all. */
const keptGapsPerFlow = 20;
const keptGaps = 20_000;

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

/** Leaves out ended runs that are old and reported, the oldest first. Unreported ones stay as long as there is room. */
export function pruneRuns(
  runs: ReadonlyMap<RunId, Run>,
  now: Instant,
  isAwaited: (run: EndedRun) => boolean = () => false,
): ReadonlyMap<RunId, Run> {
  const ends = [...runs.values()].filter(isEnded).sort(byNewest);
  const seen = new Map<string, number>();
  const dropped = new Set<RunId>();
  const counted = new Set<JsonObject>();
  let bytes = 0;
  for (const [index, run] of ends.entries()) {
    const place = (seen.get(run.flow) ?? 0) + 1;
    seen.set(run.flow, place);
    const size = bytesOfRun(run, counted);
    const isOld = place > keptEndsPerFlow || now - run.phase.endedAt > keptForMs;
    const isBeyond = index >= keptEnds || bytes + size > keptEndBytes;
    const isFarBeyond = index >= keptUnreported || bytes + size > keptUnreportedBytes;
    if (isFarBeyond || ((isOld || isBeyond) && isReported(run) && !isAwaited(run))) dropped.add(run.id);
    else bytes += size;
  }
  return dropped.size === 0 ? runs : new Map([...runs].filter(([id]) => !dropped.has(id)));
}

function byNewest(a: EndedRun, b: EndedRun): number {
  return b.phase.endedAt - a.phase.endedAt || (a.id < b.id ? -1 : 1);
}

/** Joins gaps of the same reason that follow each other, and keeps the newest of each flow and of all. */
export function addGaps(kept: readonly Gap[], added: readonly Gap[]): readonly Gap[] {
  if (added.length === 0) return kept;
  const byFlow = new Map<FlowName, Gap[]>();
  const listOf = (flow: FlowName): Gap[] => {
    const known = byFlow.get(flow) ?? [];
    byFlow.set(flow, known);
    return known;
  };
  for (const gap of kept) listOf(gap.flow).push(gap);
  for (const gap of added) addTo(listOf(gap.flow), gap);
  const gaps = [...byFlow.values()].flatMap((ofFlow) => ofFlow.sort(byAge).slice(-keptGapsPerFlow));
  return gaps.sort(byAge).slice(-keptGaps);
}

function addTo(ofFlow: Gap[], gap: Gap): void {
  const last = ofFlow.at(-1);
  const isNext =
    last !== undefined && last.because === gap.because && last.outcome === gap.outcome && last.to < gap.from;
  if (isNext) ofFlow[ofFlow.length - 1] = { ...last, to: gap.to, count: last.count + gap.count };
  else ofFlow.push(gap);
}
