import { decide } from '../core/decide.ts';
import { nextWake } from '../core/wake.ts';
import type { World } from '../ports.ts';
import { changesBetween } from './changes.ts';
import { observe } from './observe.ts';
import { nothingUnseen, type TickOptions, type TickResult } from './tick.ts';

/** What a tick would decide now. Nothing is written, launched, stopped or shown. */
export async function previewTick(world: World, options: TickOptions): Promise<TickResult> {
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
    unseen: nothingUnseen,
  };
}
