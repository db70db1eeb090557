import type { Deployment, Registry } from './deployment.ts';
import type { FlowName, Schedule } from './flow.ts';
import { scheduleKey } from './identity.ts';
import { type Instant, instantFromMs, secondMs } from './instant.ts';
import { countSlots, lastSlots, nextSlots } from './slots.ts';
import type { Gap, GapReason, State } from './state.ts';

/** A slot that catch-up lets run, if overlap does too. */
export type DueSlot = {
  readonly flow: FlowName;
  readonly slot: Instant;
  readonly parameters: Schedule['parameters'];
};

export type Due = {
  /** Oldest first. */
  readonly slots: readonly DueSlot[];
  /** Slots that catch-up lets go. */
  readonly gaps: readonly Gap[];
  /** Everything up to here is in `slots` or `gaps`. */
  readonly mark: Instant;
};

/**
 * Accounts for every slot in `(mark, now]`. At most about `most` slots come at once: then the mark stops before the first
 * instant that did not fit, and a later tick goes on from there.
 */
export function dueSlots(registry: Registry, state: State, now: Instant, most: number): Due {
  const spans = [...registry.deployments.values()]
    .filter(isLive)
    .flatMap((deployment) => spansOf(deployment, state, now));
  const candidates = spans
    .flatMap((span) => span.candidates.map((slot) => ({ span, slot })))
    .sort((a, b) => a.slot - b.slot);
  const firstLeft = candidates.length > most ? firstInstantFrom(candidates, most) : undefined;
  const mark = firstLeft === undefined ? now : instantFromMs(firstLeft - 1);
  const slots = candidates
    .filter(({ slot }) => slot <= mark)
    .map(({ span, slot }) => ({ flow: span.flow, slot, parameters: span.schedule.parameters }));
  return { slots, gaps: spans.flatMap((span) => gapsOf(span, mark)), mark };
}

function isLive(deployment: Deployment): boolean {
  return deployment.retiredAt === undefined;
}

/** Instants are kept whole: either all slots of an instant come, or none. */
function firstInstantFrom(
  candidates: readonly { readonly slot: Instant }[],
  most: number,
): Instant | undefined {
  const last = candidates[most - 1]?.slot;
  const next = candidates[most]?.slot;
  if (last !== next) return next;
  const first = candidates[0]?.slot;
  return last === first ? candidates.find(({ slot }) => slot > (last ?? 0))?.slot : last;
}

type Span = {
  readonly flow: FlowName;
  readonly schedule: Schedule;
  /** Open at the start: slots after this moment count. */
  readonly after: Instant;
  /** Slots at or before this moment are too late. */
  readonly tooLate: Instant;
  readonly candidates: readonly Instant[];
  readonly beyond: GapReason;
};

function spansOf(deployment: Deployment, state: State, now: Instant): Span[] {
  const { catchUp, schedules } = deployment.policy;
  const isPaused = state.pauses.has(deployment.flow);
  return schedules.map((schedule) => {
    const since = deployment.scheduledSince[scheduleKey(schedule)] ?? deployment.deployedAt;
    const after = later(state.mark, since);
    const tooLate = later(after, instantFromMs(now - catchUp.windowSeconds * secondMs - 1));
    const most = catchUp.policy === 'all' ? catchUp.max : 1;
    const candidates = isPaused ? [] : lastSlots(schedule, tooLate, now, most);
    const beyond = isPaused ? 'paused' : catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
    return { flow: deployment.flow, schedule, after, tooLate, candidates, beyond };
  });
}

/** The slots of a span that do not run: first the ones that are too late, then the ones before its candidates. */
function gapsOf(span: Span, mark: Instant): Gap[] {
  const lastTooLate = earlier(span.tooLate, mark);
  const firstCandidate = span.candidates[0];
  const beforeCandidates =
    firstCandidate === undefined ? mark : earlier(instantFromMs(firstCandidate - 1), mark);
  return [
    ...gapIn(span, { after: span.after, until: lastTooLate, outcome: 'missed', because: 'window' }),
    ...gapIn(span, { after: lastTooLate, until: beforeCandidates, outcome: 'skipped', because: span.beyond }),
  ];
}

export type Stretch = Pick<Gap, 'outcome' | 'because'> & { readonly after: Instant; readonly until: Instant };

export function gapIn(
  span: Pick<Span, 'flow' | 'schedule'>,
  { after, until, outcome, because }: Stretch,
): Gap[] {
  if (until <= after) return [];
  const count = countSlots(span.schedule, after, until);
  const [from] = count === 0 ? [] : nextSlots(span.schedule, after, 1);
  const [to] = count === 0 ? [] : lastSlots(span.schedule, after, until, 1);
  return from === undefined || to === undefined
    ? []
    : [{ flow: span.flow, outcome, because, from, to, count }];
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
