import type { Shelf } from '../../src/adapters/memory/shelf.ts';
import type { Registry } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import { type Instant, isoOf, minuteMs } from '../../src/core/instant.ts';
import { slotOf } from '../../src/core/run.ts';
import { scheduledSince, scheduleKey } from '../../src/core/schedule-meaning.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import type { Gap, GapReason, State } from '../../src/core/state.ts';
import { idOf } from './fingerprint.ts';

/** Which slots there were, and which of them were ever accounted for, whatever the state remembers now. */
export type SlotsLedger = {
  /** What a schedule was until it was replaced is judged by the clock of the deploy that replaced it. */
  deployed(registry: Registry, now: Instant): void;
  remembered(state: State): void;
  /** Slots up to a moment of which nothing was ever said. */
  unaccounted(until: Instant): readonly string[];
  isAccounted(flow: FlowName, slot: Instant): boolean;
  /** Why a slot of a flow got no run. */
  reasonsAt(flow: FlowName, slot: Instant): readonly GapReason[];
  /** All that it knows; a number stands for an equal value. */
  parts(): (string | number)[];
  /** An older registry counts again: what it does not have is of no interest from its last sight on. */
  rolledBack(registry: Registry, now: Instant): void;
};

type Span = {
  readonly flow: FlowName;
  readonly schedule: Schedule;
  readonly checkedUntil: Instant;
  /** When it was removed or changed. */
  readonly until: Instant | undefined;
};

const mostSlots = 20_000;
/** From what a deploy decides to when that is written: nothing says when a flow went of which nothing is left. */
const longestDeployMs = 7 * minuteMs;

export function slotsLedger(shelf: Shelf): SlotsLedger {
  const spans = shelf.map<string, Span>();
  const slotsWithRun = shelf.set<string>();
  const gaps = shelf.map<FlowName, ReadonlyMap<string, Gap>>();
  const change = (key: string, changes: Partial<Span>): void => {
    const span = spans.get(key);
    if (span !== undefined) spans.set(key, { ...span, ...changes });
  };
  const isAccounted = (flow: FlowName, slot: Instant): boolean =>
    slotsWithRun.has(`${flow} ${slot}`) ||
    [...(gaps.get(flow)?.values() ?? [])].some(({ from, to }) => from <= slot && slot <= to);
  return {
    isAccounted,
    reasonsAt: (flow, slot) =>
      [...(gaps.get(flow)?.values() ?? [])]
        .filter(({ from, to }) => from <= slot && slot <= to)
        .map(({ because }) => because),
    deployed({ deployments }, now) {
      const open = new Set<string>();
      for (const { flow, policy, scheduledSince: starts, deployedAt, retiredAt } of deployments.values()) {
        if (retiredAt !== undefined) continue;
        for (const schedule of policy.schedules) {
          const since = scheduledSince({ scheduledSince: starts, deployedAt }, schedule);
          const key = `${flow} ${scheduleKey(schedule)} ${since}`;
          open.add(key);
          const span = spans.get(key);
          if (span === undefined) spans.set(key, { flow, schedule, checkedUntil: since, until: undefined });
          else change(key, { until: undefined });
        }
      }
      for (const [key, { flow, until }] of [...spans]) {
        if (open.has(key)) continue;
        const successor = deployments.get(flow);
        const gone = (now - longestDeployMs) as Instant;
        change(key, { until: until ?? successor?.retiredAt ?? successor?.deployedAt ?? gone });
      }
    },
    remembered(state) {
      for (const run of state.runs.values()) {
        const slot = slotOf(run.cause);
        if (slot !== undefined) slotsWithRun.add(`${run.flow} ${slot}`);
      }
      for (const gap of state.gaps) {
        const known = gaps.get(gap.flow);
        const key = `${gap.because} ${gap.from}`;
        // A gap that was joined with later ones may be followed by one of its first slot alone.
        const isWider = gap.to > (known?.get(key)?.to ?? Number.NEGATIVE_INFINITY);
        if (isWider) gaps.set(gap.flow, new Map(known).set(key, gap));
      }
    },
    rolledBack(registry, now) {
      const before = [...spans].filter(([, { until }]) => until === undefined);
      this.deployed(registry, now);
      for (const [key, { checkedUntil }] of before)
        if (spans.get(key)?.until !== undefined) change(key, { until: checkedUntil });
    },
    parts: () => [
      ...[...spans.values()].map(idOf),
      [...slotsWithRun].join(),
      ...[...gaps.values()].flatMap((known) => [...known.values()].map(idOf)),
    ],
    unaccounted(until) {
      const lost: string[] = [];
      for (const [key, span] of [...spans]) {
        const end = span.until === undefined || span.until > until ? until : span.until;
        for (const slot of slotsBetween(span.schedule, span.checkedUntil, end, mostSlots))
          if (!isAccounted(span.flow, slot)) lost.push(`${span.flow} ${isoOf(slot)}`);
        if (end > span.checkedUntil) change(key, { checkedUntil: end });
      }
      return lost;
    },
  };
}
