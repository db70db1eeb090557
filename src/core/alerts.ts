import type { AlertRules } from './alert-rules.ts';
import {
  type AlertKey,
  alertingOf,
  alertKeyOf,
  type ClockWait,
  type FailureStreak,
  type MissedSlots,
} from './alerting.ts';
import { sha256 } from './digest.ts';
import type { FlowName } from './flow.ts';
import { type Instant, secondMs } from './instant.ts';
import type { EndedRun, Run } from './run.ts';
import type { State } from './state.ts';

/** Something is wrong, and nobody has mended it yet. */
export type OpenAlert = { readonly key: AlertKey; readonly since: Instant } & (
  | { readonly kind: 'failures'; readonly flow: FlowName; readonly streak: FailureStreak }
  | { readonly kind: 'missed'; readonly flow: FlowName; readonly missed: MissedSlots }
  | { readonly kind: 'unknown'; readonly flow: FlowName; readonly runs: readonly EndedRun[] }
  | { readonly kind: 'clock'; readonly wait: ClockWait }
);

/** What is wrong now, by key: a function of what is remembered, the same in every process. */
export function openAlerts(state: State, rules: AlertRules | undefined): ReadonlyMap<AlertKey, OpenAlert> {
  if (rules === undefined) return new Map();
  const { troubles, clock } = alertingOf(state);
  const alerts: OpenAlert[] = [...troubles.values()].flatMap(({ flow, failures, missed }) => [
    ...(failures === undefined || failures.count < rules.afterFailures
      ? []
      : [opened({ kind: 'failures', flow, since: failures.since, streak: failures })]),
    ...(missed === undefined || !rules.hasMissedSlots
      ? []
      : [opened({ kind: 'missed', flow, since: missed.from, missed })]),
  ]);
  if (rules.hasUnknownRuns) alerts.push(...unknownAlerts(state));
  const clockMs = (rules.clockSeconds ?? Number.POSITIVE_INFINITY) * secondMs;
  if (clock !== undefined && clock.to - clock.from >= clockMs)
    alerts.push(opened({ kind: 'clock', since: clock.from, wait: clock }));
  return new Map(alerts.sort(bySince).map((alert) => [alert.key, alert]));
}

type Keyless = OpenAlert extends infer A ? (A extends OpenAlert ? Omit<A, 'key'> : never) : never;

function opened(alert: Keyless): OpenAlert {
  return { ...alert, key: alertKeyOf(alert) } as OpenAlert;
}

function unknownAlerts({ runs }: State): OpenAlert[] {
  const byFlow = new Map<FlowName, EndedRun[]>();
  for (const run of runs.values()) {
    if (!isUnknown(run)) continue;
    const known = byFlow.get(run.flow);
    if (known === undefined) byFlow.set(run.flow, [run]);
    else known.push(run);
  }
  return [...byFlow].map(([flow, unknown]) => {
    const sorted = unknown.sort((a, b) => a.phase.endedAt - b.phase.endedAt || (a.id < b.id ? -1 : 1));
    return opened({ kind: 'unknown', flow, since: sorted[0]?.phase.endedAt as Instant, runs: sorted });
  });
}

function isUnknown(run: Run): run is EndedRun {
  return run.phase.state === 'unknown';
}

function bySince(a: OpenAlert, b: OpenAlert): number {
  return a.since - b.since || (a.key < b.key ? -1 : 1);
}

/** What an issue shows of it; when this changes, it is written anew. */
export function shownAsOf(alert: OpenAlert): string {
  switch (alert.kind) {
    case 'failures':
      return `${alert.streak.count} ${causeOf(alert)} ${alert.streak.run}`;
    case 'missed':
      return `${alert.missed.count} ${causeOf(alert)} ${alert.missed.to}`;
    case 'unknown':
      return sha256(alert.runs.map(({ id }) => id).join('\n')).slice(0, 16);
    case 'clock':
      return `${alert.wait.from} ${alert.wait.to}`;
  }
}

/** What is behind it; when this changes, people are told again. */
export function causeOf(alert: OpenAlert): string {
  switch (alert.kind) {
    case 'failures':
      return [
        alert.streak.class,
        ...(alert.streak.exitCode === undefined ? [] : [alert.streak.exitCode]),
      ].join(' ');
    case 'missed':
      return alert.missed.because;
    default:
      return alert.kind;
  }
}
