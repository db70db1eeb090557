import type { GapReason } from '../../src/core/gap.ts';
import {
  type End,
  type FlowSpec,
  type Flows,
  type Life,
  lifeOf,
  type Minute,
  type Region,
  regions,
  type ScheduleSpec,
} from './story.ts';
import { fires } from './wall-clock.ts';

/**
 * What becomes of every slot, as docs/semantics.md says it: a second model, which shares no code with `core`. It lives
 * through the history minute by minute, and keeps lists that it looks through.
 */

export type Ended = 'succeeded' | 'failed' | 'crashed' | 'timed-out' | 'cancelled' | 'unknown';

export type ModelRun = {
  /** Says why there is this run: the same cause is the same run. */
  readonly name: string;
  readonly flow: string;
  readonly cause: 'slot' | 'backfill' | 'manual' | 'after';
  readonly slot?: Minute;
  /** Slots of a flow with the same parameters are a series. */
  readonly series: string;
  readonly born: Minute;
  attempts: number;
  state: 'waits' | 'works' | Ended;
  /** While it waits: not before. */
  notBefore: Minute;
  /** Of the attempt at work. */
  endsAt?: Minute;
  life?: Life;
  /** Of the attempt at work: the group that it was started in. */
  isInGroup: boolean;
  endedAt?: Minute;
  cancelledAt?: Minute;
  readonly failures: { code: number; infra: number };
};

export type ModelGap = { readonly flow: string; readonly slot: Minute; readonly because: GapReason };

type Slot = {
  readonly flow: string;
  readonly at: Minute;
  readonly series: string;
  /** The schedules that have it. */
  readonly of: Set<string>;
  /** It lies within a pause. */
  readonly isPaused: boolean;
};

export type Model = ReturnType<typeof referenceModel>;

/** Two schedules are the same if they mean the same. */
export function meaningOf({ rule, region }: ScheduleSpec): string {
  return JSON.stringify([rule, region ?? '']);
}

export function slotName(flow: string, at: Minute, series: string): string {
  return `${flow} ${clock(at)}${series === '' ? '' : ` ${series}`}`;
}

export function clock(at: Minute): string {
  return new Date(at * 60_000).toISOString().slice(5, 16);
}

export function referenceModel(lives: readonly Life[], start: Minute) {
  let now = start;
  let flows: Flows = {};
  /** Since when each flow has each of its schedules. */
  let since = new Map<string, Minute>();
  /** Intervals; one without an end goes on. */
  const pauses: { readonly flow: string; readonly from: Minute; to?: Minute }[] = [];
  const runs = new Map<string, ModelRun>();
  const gaps: ModelGap[] = [];
  /** Those that no tick has seen yet. */
  let slots: Slot[] = [];

  const open = (flow: string): ModelRun[] =>
    [...runs.values()].filter((run) => run.flow === flow && isOpen(run));
  const wasPaused = (flow: string, at: Minute): boolean =>
    pauses.some(
      (pause) => pause.flow === flow && pause.from <= at && at < (pause.to ?? Number.POSITIVE_INFINITY),
    );
  const gap = (flow: string, slot: Minute, because: GapReason): void =>
    void gaps.push({ flow, slot, because });

  /** A slot is there from its minute on, if its schedule was there before. */
  function live(until: Minute): void {
    const standing = Object.entries(flows).flatMap(([flow, { schedules }]) =>
      schedules.map((schedule) => ({
        flow,
        schedule,
        from: since.get(`${flow} ${meaningOf(schedule)}`) ?? now,
      })),
    );
    for (let minute = Math.floor(now) + 1; minute <= until; minute += 1)
      for (const { flow, schedule, from } of standing)
        if (minute > from && fires(schedule.rule, minute)) addSlot(flow, schedule, minute);
    now = until;
  }

  function comeTo(at: Minute): void {
    live(Math.floor(at));
    now = at;
  }

  /** Schedules that meet at an instant are one slot if their parameters are equal, else two. */
  function addSlot(flow: string, schedule: ScheduleSpec, at: Minute): void {
    const series = schedule.region ?? '';
    let slot = slots.find((one) => one.flow === flow && one.at === at && one.series === series);
    if (slot === undefined) {
      slot = { flow, at, series, of: new Set(), isPaused: wasPaused(flow, at) };
      slots.push(slot);
    }
    slot.of.add(meaningOf(schedule));
  }

  /** A tick accounts for all slots that are there. */
  function judgeSlots(): void {
    const due = slots.filter((slot) => !runs.has(slotName(slot.flow, slot.at, slot.series)));
    const all = slots;
    slots = [];
    for (const slot of due.filter(({ isPaused }) => isPaused)) gap(slot.flow, slot.at, 'paused');
    for (const [flow, { catchUp, overlap }] of Object.entries(flows)) {
      const isLate = (slot: Slot): boolean => now - slot.at > catchUp.windowMinutes;
      const mine = due.filter((slot) => slot.flow === flow && !slot.isPaused);
      const inTime = all.filter((slot) => slot.flow === flow && !slot.isPaused && !isLate(slot));
      const chosen = new Set(
        [...new Set(inTime.flatMap((slot) => [...slot.of]))].flatMap((schedule) =>
          inTime.filter((slot) => slot.of.has(schedule)).slice(catchUp.policy === 'all' ? -catchUp.max : -1),
        ),
      );
      const reason = catchUp.policy === 'all' ? 'catch-up-max' : 'newer-slot';
      for (const slot of mine.filter((one) => !chosen.has(one)))
        gap(flow, slot.at, isLate(slot) ? 'window' : reason);
      // What one catch-up makes up for never stands in its own way.
      const before = open(flow);
      for (const slot of mine.filter((one) => chosen.has(one))) {
        const because = overlapping(overlap, slot, before);
        if (because !== undefined) gap(flow, slot.at, because);
        else
          create({
            name: slotName(flow, slot.at, slot.series),
            cause: 'slot',
            slot: slot.at,
            flow,
            series: slot.series,
          });
      }
    }
  }

  /** Overlap is between different instants of one series; a backfill never stands in the way. */
  function overlapping(
    overlap: FlowSpec['overlap'],
    { at, series }: { readonly at: Minute | undefined; readonly series: string },
    before: readonly ModelRun[],
  ): 'overlap' | 'buffered' | undefined {
    const others = before.filter(
      (run) =>
        isOpen(run) &&
        run.cause !== 'backfill' &&
        (run.cause === 'manual' || (run.series === series && (run.slot === undefined || run.slot !== at))),
    );
    if (overlap === 'skip' && others.length > 0) return 'overlap';
    // A run between two attempts is at work.
    if (overlap === 'buffer-one' && others.some((run) => run.attempts === 0)) return 'buffered';
    if (overlap === 'cancel-other') for (const run of others) if (run.cause !== 'manual') cancelRun(run);
    return undefined;
  }

  function create(run: Pick<ModelRun, 'name' | 'flow' | 'cause' | 'slot' | 'series'>): void {
    runs.set(run.name, {
      ...run,
      born: now,
      attempts: 0,
      state: 'waits',
      notBefore: now,
      isInGroup: false,
      failures: { code: 0, infra: 0 },
    });
  }

  /** Runs start in the order of their slots; those of a backfill let all others go before. */
  function startRuns(): void {
    const inOrder = [...runs.values()].filter((run) => run.state === 'waits').sort(byTurn);
    for (const run of inOrder) {
      const spec = flows[run.flow];
      if (spec === undefined || run.notBefore > now) continue;
      const others = open(run.flow).filter((other) => other !== run);
      // One run of a flow at a time, the first in line.
      const isFirst = others.every((other) => other.state === 'waits' && byTurn(run, other) < 0);
      if (spec.overlap !== 'allow' && !isFirst) continue;
      const inGroup = [...runs.values()].filter((other) => other.state === 'works' && other.isInGroup).length;
      if (spec.groupLimit !== undefined && inGroup >= spec.groupLimit) continue;
      run.state = 'works';
      run.attempts += 1;
      run.isInGroup = spec.groupLimit !== undefined;
      run.life = lifeOf(lives, run.name, run.attempts);
      run.endsAt = now + run.life.minutes + 1 / 3;
    }
  }

  /** A tick sees what has ended since the last one. */
  function seeEnds(): void {
    const ended = [...runs.values()].filter((run) => run.state === 'works' && (run.endsAt ?? now) <= now);
    for (const run of ended.sort((a, b) => byTurn(a, b))) endAttempt(run);
    follow(ended.filter((run) => !isOpen(run)));
  }

  function endAttempt(run: ModelRun): void {
    const { end } = run.life ?? { end: 'succeeded' as const };
    const endedAt = run.endsAt ?? now;
    delete run.endsAt;
    // If it had ended before it was cancelled, its own end counts.
    const isCancelled = run.cancelledAt !== undefined && run.cancelledAt < endedAt;
    const budget = isCancelled ? undefined : budgetOf(end);
    if (budget !== undefined) run.failures[budget] += 1;
    if (budget !== undefined && end !== 'failed for good' && run.cancelledAt === undefined) {
      const spec = flows[run.flow];
      const limit = spec === undefined ? 0 : budget === 'code' ? spec.retries : spec.infraRetries;
      if (run.failures[budget] <= limit) {
        run.state = 'waits';
        // Counted from the tick that sees the end.
        run.notBefore = now + (budget === 'code' ? 2 : run.failures.infra / 2);
        return;
      }
    }
    run.state = isCancelled ? 'cancelled' : end === 'failed for good' ? 'failed' : end;
    run.endedAt = endedAt;
  }

  /** A run that waits ends at once; one at work is stopped by the next tick, which takes a moment. */
  function cancelRun(run: ModelRun): void {
    if (run.cancelledAt !== undefined) return;
    run.cancelledAt = now;
    if (run.state !== 'waits') return;
    run.state = 'cancelled';
    run.endedAt = now;
    follow([run]);
  }

  function stopCancelled(): void {
    for (const run of runs.values())
      if (run.state === 'works' && run.cancelledAt !== undefined)
        run.endsAt = Math.min(run.endsAt ?? Number.POSITIVE_INFINITY, now + 1 / 60);
  }

  function follow(ended: readonly ModelRun[]): void {
    for (const run of [...ended].sort(byTurn))
      for (const [flow, { after }] of Object.entries(flows))
        if (after?.flows.includes(run.flow) === true) followIn(flow, run, after);
  }

  /** After one flow, a run for each of its runs; after several, one for a slot, when all runs of it have ended. */
  function followIn(flow: string, run: ModelRun, after: NonNullable<FlowSpec['after']>): void {
    const isSeveral = after.flows.length > 1;
    if (isSeveral && run.slot === undefined) return;
    const upstream = !isSeveral
      ? [run]
      : [...runs.values()].filter((one) => after.flows.includes(one.flow) && one.slot === run.slot);
    const isWhole = after.flows.every((name) => upstream.some((one) => one.flow === name));
    if (!isWhole || upstream.some(isOpen)) return;
    const name = `${flow} after ${isSeveral ? clock(run.slot ?? 0) : `(${run.name})`}`;
    if (runs.has(name)) return;
    const isFit =
      after.when === 'finished' ||
      (after.when === 'succeeded'
        ? upstream.every(({ state }) => state === 'succeeded')
        : upstream.some(({ state }) => state === 'failed' || state === 'crashed' || state === 'timed-out'));
    const { slot } = run;
    const because = !isFit
      ? 'upstream'
      : wasPaused(flow, run.endedAt ?? now)
        ? 'paused'
        : overlapping(flows[flow]?.overlap ?? 'skip', { at: slot, series: '' }, open(flow));
    if (because !== undefined && slot !== undefined) gap(flow, slot, because);
    if (because !== undefined) return;
    create({ name, flow, cause: 'after', series: '', ...(slot === undefined ? {} : { slot }) });
  }

  return {
    runs: runs as ReadonlyMap<string, ModelRun>,
    gaps: gaps as readonly ModelGap[],
    flows: (): Flows => flows,

    tick(at: Minute): void {
      live(at);
      seeEnds();
      for (const run of runs.values())
        if (run.state === 'waits' && flows[run.flow] === undefined) cancelRun(run);
      judgeSlots();
      startRuns();
      stopCancelled();
    },

    /** A new or changed schedule starts with its deploy; what was due of an old one is said to be skipped. */
    deploy(at: Minute, next: Flows): void {
      comeTo(at);
      const nextSince = new Map<string, Minute>();
      for (const [flow, { schedules }] of Object.entries(next))
        for (const schedule of schedules) {
          const key = `${flow} ${meaningOf(schedule)}`;
          nextSince.set(key, since.get(key) ?? at);
        }
      for (const slot of slots) {
        for (const schedule of slot.of)
          if (!nextSince.has(`${slot.flow} ${schedule}`)) slot.of.delete(schedule);
        if (slot.of.size > 0 || runs.has(slotName(slot.flow, slot.at, slot.series))) continue;
        const because = next[slot.flow] === undefined ? 'flow-removed' : 'schedule-removed';
        gap(slot.flow, slot.at, slot.isPaused ? 'paused' : because);
      }
      slots = slots.filter(({ of }) => of.size > 0);
      flows = next;
      since = nextSince;
    },

    pause(at: Minute, flow: string): void {
      comeTo(at);
      if (!wasPaused(flow, at)) pauses.push({ flow, from: at });
    },

    resume(at: Minute, flow: string): void {
      comeTo(at);
      for (const pause of pauses) if (pause.flow === flow) pause.to ??= at;
    },

    run(at: Minute, flow: string, request: string): void {
      comeTo(at);
      create({ name: `${flow} manual ${request}`, flow, cause: 'manual', series: '' });
    },

    /** A run for every slot of the range that has none. */
    backfill(at: Minute, flow: string, { from, to }: { readonly from: Minute; readonly to: Minute }): void {
      comeTo(at);
      for (let minute = from; minute <= to; minute += 1)
        for (const { rule, region: series = '' } of flows[flow]?.schedules ?? []) {
          const name = slotName(flow, minute, series);
          if (!fires(rule, minute) || runs.has(name)) continue;
          create({ name, flow, cause: 'backfill', slot: minute, series });
        }
    },

    cancel(at: Minute, name: string): void {
      comeTo(at);
      const run = runs.get(name);
      if (run !== undefined) cancelRun(run);
    },

    /** One more attempt; the flow's own retries are as far used up as before. */
    retry(at: Minute, name: string): void {
      comeTo(at);
      const run = runs.get(name);
      if (run === undefined) return;
      delete run.cancelledAt;
      delete run.endedAt;
      run.state = 'waits';
      run.notBefore = at;
    },

    resolve(at: Minute, name: string, as: 'succeeded' | 'failed'): void {
      comeTo(at);
      const run = runs.get(name);
      if (run === undefined) return;
      run.state = as;
      run.endedAt = at;
      follow([run]);
    },
  };
}

export function isOpen({ state }: ModelRun): boolean {
  return state === 'waits' || state === 'works';
}

function budgetOf(end: End): 'code' | 'infra' | undefined {
  if (end === 'failed' || end === 'failed for good' || end === 'timed-out') return 'code';
  return end === 'crashed' ? 'infra' : undefined;
}

/** Backfills that have not started behind all others, then the oldest slot, then by name. */
function byTurn(a: ModelRun, b: ModelRun): number {
  const last = (run: ModelRun): number => (run.cause === 'backfill' && run.attempts === 0 ? 1 : 0);
  return (
    last(a) - last(b) ||
    (a.slot ?? a.born) - (b.slot ?? b.born) ||
    (a.flow < b.flow ? -1 : a.flow > b.flow ? 1 : 0) ||
    regions.indexOf(a.series as Region) - regions.indexOf(b.series as Region) ||
    (a.name < b.name ? -1 : 1)
  );
}
