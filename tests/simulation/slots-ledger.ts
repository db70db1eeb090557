import type { Registry } from '../../src/core/deployment.ts';
import type { FlowName, Schedule } from '../../src/core/flow.ts';
import { scheduleKey } from '../../src/core/identity.ts';
import { type Instant, isoOf } from '../../src/core/instant.ts';
import { slotOf } from '../../src/core/run.ts';
import { slotsBetween } from '../../src/core/slots.ts';
import type { Gap, GapReason, State } from '../../src/core/state.ts';
import { textOf } from './fingerprint.ts';

/** Which slots there were, and which of them were ever accounted for, whatever the state remembers now. */
export type SlotsLedger = {
  deployed(registry: Registry, now: Instant): void;
  remembered(state: State): void;
  /** Slots up to a moment of which nothing was ever said. */
  unaccounted(until: Instant): readonly string[];
  isAccounted(flow: FlowName, slot: Instant): boolean;
  /** Why a slot of a flow got no run. */
  reasonsAt(flow: FlowName, slot: Instant): readonly GapReason[];
  texts(): string[];
  /** An older registry counts again: what it does not have is of no interest from its last sight on. */
  rolledBack(registry: Registry, now: Instant): void;
};

type Span = {
  readonly flow: FlowName;
  readonly schedule: Schedule;
  checkedUntil: Instant;
  /** When it was removed or changed. */
  until: Instant | undefined;
};

const mostSlots = 20_000;

export function slotsLedger(): SlotsLedger {
  const spans = new Map<string, Span>();
  const runs = new Map<FlowName, Set<Instant>>();
  const gaps = new Map<FlowName, Map<string, Gap>>();
  const isAccounted = (flow: FlowName, slot: Instant): boolean =>
    (runs.get(flow)?.has(slot) ?? false) ||
    [...(gaps.get(flow)?.values() ?? [])].some(({ from, to }) => from <= slot && slot <= to);
  return {
    isAccounted,
    reasonsAt: (flow, slot) =>
      [...(gaps.get(flow)?.values() ?? [])]
        .filter(({ from, to }) => from <= slot && slot <= to)
        .map(({ because }) => because),
    deployed({ deployments }, now) {
      const open = new Set<string>();
      for (const { flow, policy, scheduledSince, deployedAt, retiredAt } of deployments.values()) {
        if (retiredAt !== undefined) continue;
        for (const schedule of policy.schedules) {
          const since = scheduledSince[scheduleKey(schedule)] ?? deployedAt;
          const key = `${flow} ${scheduleKey(schedule)} ${since}`;
          open.add(key);
          const span = spans.get(key);
          if (span === undefined) spans.set(key, { flow, schedule, checkedUntil: since, until: undefined });
          else span.until = undefined;
        }
      }
      for (const [key, span] of spans) if (!open.has(key)) span.until ??= now;
    },
    remembered(state) {
      for (const run of state.runs.values()) {
        const slot = slotOf(run.cause);
        if (slot === undefined) continue;
        const known = runs.get(run.flow) ?? new Set();
        runs.set(run.flow, known.add(slot));
      }
      for (const gap of state.gaps) {
        const known = gaps.get(gap.flow) ?? new Map<string, Gap>();
        gaps.set(gap.flow, known.set(`${gap.because} ${gap.from}`, gap));
      }
    },
    rolledBack(registry, now) {
      const before = [...spans.values()].filter(({ until }) => until === undefined);
      this.deployed(registry, now);
      for (const span of before) if (span.until !== undefined) span.until = span.checkedUntil;
    },
    texts: () => [
      JSON.stringify([...spans]),
      JSON.stringify([...runs].map(([flow, slots]) => [flow, ...slots])),
      ...[...gaps.values()].flatMap((known) => [...known.values()].map(textOf)),
    ],
    unaccounted(until) {
      const lost: string[] = [];
      for (const span of spans.values()) {
        const end = span.until === undefined || span.until > until ? until : span.until;
        for (const slot of slotsBetween(span.schedule, span.checkedUntil, end, mostSlots))
          if (!isAccounted(span.flow, slot)) lost.push(`${span.flow} ${isoOf(slot)}`);
        if (end > span.checkedUntil) span.checkedUntil = end;
      }
      return lost;
    },
  };
}
