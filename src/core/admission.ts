import { capacityOf } from './capacity.ts';
import type { Registry } from './deployment.ts';
import type { FlowName, Policy } from './flow.ts';
import type { Instant } from './instant.ts';
import { sameOrNextTry, withAttempt } from './reconcile.ts';
import { isEnded, isWaitingBackfill, type Run, type RunId, slotOf } from './run.ts';

export type Limits = { readonly launchesPerTick: number; readonly running: number };

/** Why a queued run does not start in this tick. */
export type Wait = 'not-before' | 'overlap' | 'group' | 'running' | 'launches-per-tick';

export type Admission = {
  readonly admitted: readonly Run[];
  readonly waiting: ReadonlyMap<RunId, Wait>;
};

/** Runs in the order in which they may start: by slot or request, the oldest first; a backfill lets all others go before. */
export function inOrder(runs: Iterable<Run>): Run[] {
  const rank = (run: Run): number => (isWaitingBackfill(run) ? 1 : 0);
  const time = (run: Run): number => slotOf(run.cause) ?? run.createdAt;
  return [...runs].sort(
    (a, b) => rank(a) - rank(b) || time(a) - time(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
}

/** Decides which queued runs start now, within every limit. The result is the same for the same runs, however they came. */
export function admit(runs: Iterable<Run>, registry: Registry, limits: Limits, now: Instant): Admission {
  const open = inOrder([...runs].filter((run) => !isEnded(run)));
  const usage = usageOf(open, registry);
  const firstOpen = firstOpenOf(open);
  const admitted: Run[] = [];
  const waiting = new Map<RunId, Wait>();
  for (const run of open) {
    if (run.phase.state !== 'queued') continue;
    const wait =
      admitted.length >= limits.launchesPerTick ? 'launches-per-tick' : waitOf(run, run.phase.notBefore);
    if (wait === undefined) {
      const intended = intend(run, registry.deployments.get(run.flow)?.policy, now);
      usage.add(intended);
      admitted.push(intended);
    } else waiting.set(run.id, wait);
  }
  return { admitted, waiting };

  function waitOf(run: Run, notBefore: Instant): Wait | undefined {
    if (notBefore > now) return 'not-before';
    const policy = registry.deployments.get(run.flow)?.policy;
    if (policy?.overlap !== 'allow' && (firstOpen.get(run.flow) !== run.id || usage.isActive(run.flow)))
      return 'overlap';
    if (usage.running() >= limits.running) return 'running';
    return isGroupFull(policy?.concurrency) ? 'group' : undefined;
  }

  function isGroupFull(group: Policy['concurrency']): boolean {
    return group !== undefined && usage.activeIn(group.group) >= group.limit;
  }
}

/** The oldest open run of each flow: unless its flow allows overlap, only this one may start. */
function firstOpenOf(open: readonly Run[]): ReadonlyMap<FlowName, RunId> {
  const first = new Map<FlowName, RunId>();
  for (const run of open) if (!first.has(run.flow)) first.set(run.flow, run.id);
  return first;
}

/** Counted from the runs themselves in every tick, never kept: a counter could drift from the truth. */
function usageOf(open: readonly Run[], registry: Registry) {
  const active = new Set<FlowName>();
  const activeIn = new Map<string, number>();
  let running = 0;
  const usage = {
    add(run: Run): void {
      running += 1;
      active.add(run.flow);
      const group = groupOf(run, registry);
      if (group !== '') activeIn.set(group, (activeIn.get(group) ?? 0) + 1);
    },
    running: () => running,
    activeIn: (group: string) => activeIn.get(group) ?? 0,
    isActive: (flow: FlowName) => active.has(flow),
  };
  for (const run of open) if (run.phase.state !== 'queued') usage.add(run);
  return usage;
}

/** A run stays in the group that it was started in, whichever its flow is moved to meanwhile. Empty: in none. */
function groupOf({ flow, attempts }: Run, { deployments }: Registry): string {
  return attempts.at(-1)?.group ?? deployments.get(flow)?.policy.concurrency?.group ?? '';
}

/** The intent of the next launch. An attempt that was only declined so far goes on; else a new one begins. */
function intend(run: Run, policy: Policy | undefined, now: Instant): Run {
  const last = run.attempts.at(-1);
  const capacity = capacityOf(run, policy);
  const attempt =
    last !== undefined && last.ending === undefined
      ? sameOrNextTry(last, now)
      : { number: (last?.number ?? 0) + 1, launchTry: 1, intendedAt: now };
  const group = policy?.concurrency?.group ?? '';
  const chosen = { ...attempt, group, ...(capacity === undefined ? {} : { capacity }) };
  return { ...withAttempt(run, chosen), phase: { state: 'launching' } };
}
