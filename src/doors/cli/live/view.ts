import type { Wait } from '../../../core/admission.ts';
import type { Attempt, Run, RunId } from '../../../core/run.ts';
import type { Snapshot } from '../../../ports.ts';
import { type Mode, type Overview, plainText } from '../../../report/live/page.ts';
import type { RunView, ShownLog } from '../../../report/live/run-page.ts';
import type { Site } from '../../performed.ts';
import { scheduleWords } from '../../schedule-words.ts';
import { eventsOf, type Feed } from './log-feed.ts';

/** What the process knows: the newest state that it loaded, and why runs wait. */
export type Known = {
  readonly snapshot: Snapshot;
  readonly waiting: ReadonlyMap<RunId, Wait>;
  /** Why the last tick failed. */
  readonly trouble?: string;
};

export function overviewOf(site: Site, { snapshot, waiting, trouble }: Known, mode: Mode): Overview {
  return {
    project: site.project.name,
    state: snapshot.state,
    registry: snapshot.registry,
    now: site.world.clock.now(),
    outgoing: plainText(site.presentation.outgoing),
    waiting,
    describeSchedule: scheduleWords,
    mode,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** The attempt that is asked for, or else the last one. */
export function attemptOf({ attempts }: Run, number: number | undefined): Attempt | undefined {
  return number === undefined ? attempts.at(-1) : attempts.find((attempt) => attempt.number === number);
}

export type LogView = { readonly attempt: Attempt; readonly feed: Feed; readonly mostLines: number };

export function runViewOf(
  site: Site,
  { overview, run }: Pick<RunView, 'overview' | 'run'>,
  { attempt, feed, mostLines }: LogView,
): RunView {
  const lines = mostLines === 0 ? [] : feed.lines.slice(-mostLines);
  const place = attempt.handle === undefined ? undefined : site.world.logs.place(attempt.handle, run.flow);
  const log: ShownLog = {
    attempt: attempt.number,
    lines,
    earlier: feed.earlier + feed.lines.length - lines.length,
    isComplete: feed.isComplete,
    events: eventsOf(feed),
    ...(place === undefined ? {} : { place }),
  };
  return { overview, run, log };
}
