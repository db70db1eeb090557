import { decide } from '../core/decide.ts';
import { nextWake } from '../core/wake.ts';
import type { World } from '../ports.ts';
import { isSilent, withAnswers } from './answers.ts';
import { changesBetween } from './changes.ts';
import { observe } from './observe.ts';
import { type TickOptions, type TickResult, unseenRuns } from './tick.ts';

/** What a tick would decide now. Nothing is written, launched, stopped or shown. */
export async function previewTick(given: World, options: TickOptions): Promise<TickResult> {
  const { executor, answers } = withAnswers(given.executor);
  const world: World = { ...given, executor };
  const now = world.clock.now();
  const loaded = await world.state.load(now);
  const seen = await observe(world, loaded, options.repository, now);
  const decision = decide({
    ...loaded,
    seen,
    now,
    limits: options.project.limits,
    repository: options.repository,
  });
  const { state } = decision;
  return {
    at: now,
    changes: changesBetween(loaded.state, state),
    gaps: decision.gaps,
    waiting: decision.waiting,
    isBehind: decision.isBehind,
    open: [...state.runs.values()].filter((run) => !('endedAt' in run.phase)),
    nextWake: nextWake(state, loaded.registry, now),
    unreported: 0,
    wroteState: false,
    orphans: undefined,
    unseen: {
      open: unseenRuns(loaded, seen, options.repository),
      unsent: [],
      isSilent: isSilent(answers),
    },
  };
}
