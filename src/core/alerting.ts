import type { EndingClass } from './ending.ts';
import type { FlowName } from './flow.ts';
import type { GapReason } from './gap.ts';
import type { Instant } from './instant.ts';
import type { RunId } from './run.ts';

/** Ends of a flow since the last good one. A cancelled end and an unknown one count neither way. */
export type FailureStreak = {
  readonly count: number;
  /** When the first of them ended. */
  readonly since: Instant;
  /** The newest of them, when it ended, and of what. */
  readonly run: RunId;
  readonly at: Instant;
  readonly class: EndingClass;
  readonly exitCode?: number;
  /** The end before them, as far as state still knew it when they began. */
  readonly lastSuccess?: { readonly run: RunId; readonly commit: string; readonly at: Instant };
};

/** Slots that were missed, and after which no run has succeeded yet. */
export type MissedSlots = {
  readonly count: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly because: GapReason;
};

/** What is wrong with a flow: what alerts are made of. Removed as soon as nothing is. */
export type Trouble = {
  readonly flow: FlowName;
  readonly failures?: FailureStreak;
  readonly missed?: MissedSlots;
};

/** The last tick that wrote state, for each thing that sets ticks off. */
export type TickMark = { readonly trigger: string; readonly at: Instant };

/** How long the slots that were due waited for a tick, the last time that one found some. */
export type ClockWait = { readonly from: Instant; readonly to: Instant };

export const alertKinds = ['failures', 'missed', 'unknown', 'clock'] as const;
export type AlertKind = (typeof alertKinds)[number];

declare const alertKey: unique symbol;
/** `failures/daily-report`: there is one alert for it at most. */
export type AlertKey = string & { readonly [alertKey]: true };

export function alertKeyOf({ kind, flow }: Pick<ToldAlert, 'kind' | 'flow'>): AlertKey {
  return (flow === undefined ? kind : `${kind}/${flow}`) as AlertKey;
}

export type ToldIssue = { readonly number: number; readonly as: string; readonly causes: number };

/** What people were told of an alert, and where. */
export type ToldAlert = {
  readonly kind: AlertKind;
  /** Of the clock: none. */
  readonly flow?: FlowName;
  readonly since: Instant;
  /** Its causes so far, each once. */
  readonly causes: readonly string[];
  /** Its issue, what that shows, and of how many causes it has told. */
  readonly issue?: ToldIssue;
  /** The newest message, and how often it was tried to send it. */
  readonly message?: { readonly as: string; readonly tries: number; readonly isSent: boolean };
  /** Until then it is left alone: a tick is telling it, or the telling failed. */
  readonly notBefore?: Instant;
};

/** What ticks remember to tell people what is wrong. */
export type Alerting = {
  readonly troubles: ReadonlyMap<FlowName, Trouble>;
  readonly told: ReadonlyMap<AlertKey, ToldAlert>;
  readonly ticks: readonly TickMark[];
  readonly clock?: ClockWait;
};

const nothing: Alerting = { troubles: new Map(), told: new Map(), ticks: [] };

/** A state that was written before there were alerts has none. */
export function alertingOf({ alerting }: { readonly alerting?: Alerting }): Alerting {
  return alerting ?? nothing;
}

const keptTriggers = 8;

/** Enters a tick that is about to write. */
export function markTick<S extends { readonly alerting?: Alerting }>(state: S, mark: TickMark): S {
  const alerting = alertingOf(state);
  const others = alerting.ticks.filter(({ trigger }) => trigger !== mark.trigger);
  const ticks = [mark, ...others].sort((a, b) => b.at - a.at || (a.trigger < b.trigger ? -1 : 1));
  return { ...state, alerting: { ...alerting, ticks: ticks.slice(0, keptTriggers) } };
}
