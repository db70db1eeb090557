import type { Instant } from './instant.ts';
import type { OpenRun } from './overlap.ts';
import { isEnded, type Run, type RunId, slotOf } from './run.ts';
import { seriesOf } from './series.ts';

/**
 * The open runs of a flow that a new slot may have to wait or give way for. Those of a backfill are not among them: a
 * backfill never keeps a slot from running.
 */
export type Contenders = {
  readonly ofPeople: Map<RunId, Run>;
  readonly bySeries: Map<string, Map<RunId, Run>>;
};

export function contendersAmong(runs: Iterable<Run>): Contenders {
  const contenders: Contenders = { ofPeople: new Map(), bySeries: new Map() };
  for (const run of runs) addContender(contenders, run);
  return contenders;
}

export function addContender({ ofPeople, bySeries }: Contenders, run: Run): void {
  if (isEnded(run) || run.cause.kind === 'backfill') return;
  if (run.cause.kind === 'manual') {
    ofPeople.set(run.id, run);
    return;
  }
  const key = seriesOf(run.parameters);
  const series = bySeries.get(key) ?? new Map<RunId, Run>();
  bySeries.set(key, series.set(run.id, run));
}

/** One that is being cancelled to make room does so for all. */
export function dropContender({ bySeries }: Contenders, run: Run): void {
  bySeries.get(seriesOf(run.parameters))?.delete(run.id);
}

/** Those that stand against a new run: people's, and those of its series for another instant. */
export function* standingAgainst(
  { ofPeople, bySeries }: Contenders,
  series: string,
  slot: Instant | undefined,
): Generator<OpenRun> {
  for (const run of bySeries.get(series)?.values() ?? []) {
    const own = slotOf(run.cause);
    if (own === undefined || own !== slot) yield openRunOf(run);
  }
  for (const run of ofPeople.values()) yield openRunOf(run);
}

function openRunOf({ id, phase, attempts, cause }: Run): OpenRun {
  const isWaiting = phase.state === 'queued' && attempts.length === 0;
  return { id, isWaiting, isOfPerson: cause.kind === 'manual' };
}
