import { backfilledIn, backfilledSlots } from './backfilled-slots.ts';
import type { Deployment, Registry } from './deployment.ts';
import type { FlowName, Policy, Schedule } from './flow.ts';
import { type Instant, instantFromMs, secondMs } from './instant.ts';
import { joinedGaps, type ScheduleGap } from './joined-gaps.ts';
import { canonicalJson, type Json, type JsonObject } from './json.ts';
import { cutByPauses, type PauseSpan, type PauseStretch, pausesOf } from './pause.ts';
import { bytesOfQueuedRun } from './record-size.ts';
import type { Room } from './room.ts';
import { distinctSchedules, scheduledSince } from './schedule-meaning.ts';
import { bySeries, seriesOf } from './series.ts';
import { countSlots, lastSlots, nextSlots } from './slots.ts';
import { accountedUntil, type Gap, type GapReason, type PartialInstant, type State } from './state.ts';

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
  /** And what of the instant after it. */
  readonly partial?: PartialInstant;
};

/**
 * Accounts for every slot in `(mark, now]`. Those that do not fit into `room` wait: the mark stops before the first
 * instant that did not fit as a whole, and a later tick goes on from there. Slots of one flow at one instant come together.
 */
export function dueSlots(registry: Registry, state: State, now: Instant, room: Room): Due {
  const spans = [...registry.deployments.values()]
    .filter(isLive)
    .flatMap((deployment) => spansOf(deployment, state, now));
  const candidates = spans.flatMap((span) => span.candidates.map((slot) => ({ span, slot }))).sort(byInstant);
  const end = endOf(candidates, fittingCount(candidates, room), now);
  const until = (flow: FlowName): Instant => accountedUntil(end, flow);
  const slots = candidates
    .filter(({ span, slot }) => slot <= until(span.flow))
    .map(({ span, slot }) => ({ flow: span.flow, slot, parameters: span.schedule.parameters }));
  const ofSeries = bySeries(spans, ({ flow, schedule }) => `${flow} ${seriesOf(schedule.parameters)}`);
  const backfilled = backfilledIn(state.runs.values());
  const gaps = [...ofSeries.values()].flatMap((series) => {
    const ofEach = series.flatMap((span) => gapsOf(span, until(span.flow)));
    const [{ flow, schedule } = {}] = series;
    const brought =
      flow === undefined || schedule === undefined
        ? []
        : backfilledSlots(backfilled, flow, schedule.parameters);
    if (series.length === 1 && brought.length === 0) return ofEach.map(({ gap }) => gap);
    return joinedGaps(ofEach, new Set([...series.flatMap(({ candidates }) => candidates), ...brought]));
  });
  return { slots, gaps, ...end };
}

function isLive(deployment: Deployment): boolean {
  return deployment.retiredAt === undefined;
}

type Candidate = { readonly span: Span; readonly slot: Instant };

/** Within an instant by flows, so that the next tick can go on behind one. */
function byInstant(a: Candidate, b: Candidate): number {
  if (a.slot !== b.slot) return a.slot - b.slot;
  if (a.span.flow === b.span.flow) return 0;
  return a.span.flow < b.span.flow ? -1 : 1;
}

function fittingCount(candidates: readonly Candidate[], { runs, bytes }: Room): number {
  const counted = new Set<JsonObject>();
  let left = bytes;
  const first = candidates.findIndex(({ span }, index) => {
    left -= bytesOfQueuedRun(span.schedule.parameters, counted) + bytesOfDefaults(span.policy);
    return index >= runs || left < 0;
  });
  return first === -1 ? candidates.length : first;
}

/** Parameters of a run are those of its schedule with the defaults of the flow. */
function bytesOfDefaults({ parameters }: Policy): number {
  return Object.entries(parameters).reduce(
    (sum, [name, { default: preset }]) => sum + (preset === undefined ? 0 : name.length + sizeOf(preset)),
    0,
  );
}

function sizeOf(value: Json): number {
  return typeof value === 'string' ? value.length + 4 : canonicalJson(value).length + 4;
}

/** The first slot that does not fit, and those of its flow at its instant, wait. If there is room at all, one flow's come whole. */
function endOf(candidates: readonly Candidate[], most: number, now: Instant): Pick<Due, 'mark' | 'partial'> {
  if (candidates.length <= most) return { mark: now };
  const isWith = (a: Candidate | undefined, b: Candidate | undefined) =>
    a?.slot === b?.slot && a?.span.flow === b?.span.flow;
  let at = most;
  while (at > 0 && isWith(candidates[at - 1], candidates[at])) at -= 1;
  if (at === 0 && most > 0) at = candidates.findIndex((candidate) => !isWith(candidate, candidates[0]));
  const left = at === -1 ? undefined : candidates[at];
  if (left === undefined) return { mark: now };
  const mark = instantFromMs(left.slot - 1);
  const before = candidates[at - 1];
  if (before?.slot !== left.slot) return { mark };
  return { mark, partial: { slot: left.slot, through: before.span.flow } };
}

type Span = {
  readonly flow: FlowName;
  readonly schedule: Schedule;
  readonly policy: Policy;
  /** Open at the start: slots after this moment count. */
  readonly after: Instant;
  /** Slots at or before this moment are too late. */
  readonly tooLate: Instant;
  readonly pauses: readonly PauseSpan[];
  readonly candidates: readonly Instant[];
  readonly beyond: GapReason;
};

function spansOf(deployment: Deployment, state: State, now: Instant): Span[] {
  const { flow, policy } = deployment;
  const { catchUp } = policy;
  const pauses = pausesOf(state, flow);
  const most = catchUp.policy === 'all' ? catchUp.max : 1;
  const beyond = catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
  return distinctSchedules(policy.schedules).map((schedule) => {
    const after = later(accountedUntil(state, flow), scheduledSince(deployment, schedule));
    const tooLate = later(after, instantFromMs(now - catchUp.windowSeconds * secondMs - 1));
    const candidates = lastOutsidePauses(schedule, cutByPauses(pauses, tooLate, now), most);
    return { flow, policy, schedule, after, tooLate, pauses, candidates, beyond };
  });
}

/** The newest slots that lie in no pause, ascending. */
function lastOutsidePauses(
  schedule: Schedule,
  stretches: readonly PauseStretch[],
  most: number,
): readonly Instant[] {
  let found: Instant[] = [];
  for (const { after, until, isPaused } of stretches.toReversed()) {
    if (isPaused || found.length >= most) continue;
    found = [...lastSlots(schedule, after, until, most - found.length), ...found];
  }
  return found;
}

/** The slots of a span that do not run: those of pauses, those that are too late, and those before its candidates. */
function gapsOf(span: Span, mark: Instant): ScheduleGap[] {
  const { schedule, tooLate, candidates, beyond: because } = span;
  const [firstCandidate] = candidates;
  const granted = firstCandidate === undefined ? mark : instantFromMs(firstCandidate - 1);
  const stretches = cutByPauses(span.pauses, span.after, mark).flatMap(
    ({ after, until, isPaused }): readonly Stretch[] =>
      isPaused
        ? [{ after, until, outcome: 'skipped', because: 'paused' }]
        : [
            { after, until: earlier(tooLate, until), outcome: 'missed', because: 'window' },
            { after: later(after, tooLate), until: earlier(granted, until), outcome: 'skipped', because },
          ],
  );
  return stretches.flatMap((stretch) => gapIn(span, stretch)).map((gap) => ({ schedule, gap }));
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
