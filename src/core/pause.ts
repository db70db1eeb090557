import type { FlowName } from './flow.ts';
import { type Instant, instantFromMs } from './instant.ts';
import { isEnded } from './run.ts';
import type { PastPause, Pause, State } from './state.ts';

/** From its first moment up to, but not including, the one at which it was over. */
export type PauseSpan = { readonly from: Instant; readonly until: Instant };

/** What lies between two moments, with the second one and without the first, cut where pauses begin and end. */
export type PauseStretch = { readonly after: Instant; readonly until: Instant; readonly isPaused: boolean };

const endless = Number.POSITIVE_INFINITY as Instant;
/** Of one flow. Ticks forget those that they have accounted for; without a tick nobody pauses a flow so often. */
export const mostPastPauses = 1_000;

type Pauses = Pick<State, 'pauses' | 'pastPauses'>;

/** All pauses of a flow that some slot may still lie in, the oldest first. */
export function pausesOf({ pauses, pastPauses }: Pauses, flow: FlowName): readonly PauseSpan[] {
  const past = pastPauses?.get(flow) ?? [];
  const open = pauses.get(flow);
  const spans = past.map(({ at, until }) => ({ from: at, until }));
  if (open !== undefined) spans.push({ from: open.at, until: endless });
  // Clocks of two machines may differ, so that a later pause seems to begin before the one before it ended.
  return spans.length < 2 ? spans : spans.sort((a, b) => a.from - b.from);
}

export function isPausedAt(state: Pauses, flow: FlowName, moment: Instant): boolean {
  return pausesOf(state, flow).some(({ from, until }) => from <= moment && moment < until);
}

/** `(after, until]`, cut by pauses. */
export function cutByPauses(
  pauses: readonly PauseSpan[],
  after: Instant,
  until: Instant,
): readonly PauseStretch[] {
  const stretches: PauseStretch[] = [];
  let reached = after;
  const add = (end: Instant, isPaused: boolean): void => {
    const last = end < until ? end : until;
    if (last <= reached) return;
    stretches.push({ after: reached, until: last, isPaused });
    reached = last;
  };
  for (const pause of pauses) {
    add(instantFromMs(pause.from - 1), false);
    add(pause.until === endless ? until : instantFromMs(pause.until - 1), true);
  }
  add(until, false);
  return stretches;
}

/** A pause that is over stays known: a tick may come only now to slots that lie in it. */
export function endPause(state: State, pause: Pause, until: Instant): State {
  const pauses = new Map(state.pauses);
  pauses.delete(pause.flow);
  if (until <= pause.at) return { ...state, pauses };
  const past = [...(state.pastPauses?.get(pause.flow) ?? []), { ...pause, until }];
  const pastPauses = new Map(state.pastPauses).set(pause.flow, past.slice(-mostPastPauses));
  return { ...state, pauses, pastPauses };
}

/**
 * Without the pauses that nothing lies in any more: their slots are accounted for, and no run is open whose end may have
 * fallen into them unseen.
 */
export function forgetPauses(
  pastPauses: State['pastPauses'],
  runs: State['runs'],
  accounted: (flow: FlowName) => Instant,
): State['pastPauses'] {
  if (pastPauses === undefined) return undefined;
  let oldestOpen = endless;
  for (const run of runs.values())
    if (!isEnded(run) && run.createdAt < oldestOpen) oldestOpen = run.createdAt;
  const isNeeded = ({ flow, until }: PastPause) => until > accounted(flow) || oldestOpen < until;
  const kept = [...pastPauses].flatMap(([flow, past]) => {
    const needed = past.filter(isNeeded);
    return needed.length === 0 ? [] : [[flow, needed.length === past.length ? past : needed] as const];
  });
  const isSame =
    kept.length === pastPauses.size && kept.every(([flow, past]) => pastPauses.get(flow) === past);
  if (isSame) return pastPauses;
  return kept.length === 0 ? undefined : new Map(kept);
}
