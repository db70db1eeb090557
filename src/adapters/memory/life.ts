import type { Ending, EndingClass } from '../../core/ending.ts';
import { type Instant, minuteMs, plusMs, secondMs } from '../../core/instant.ts';
import type { StopCause } from '../../core/run.ts';
import type { Sighting } from '../../core/sighting.ts';

/** What becomes of one attempt, written beforehand. */
export type Life = {
  /** From its launch to its start. */
  readonly startAfterMs: number;
  /** From its start to its end; infinite: until it is stopped. Left out: it ends at `startAfterMs` without a start. */
  readonly runMs?: number;
  readonly end: { readonly exitCode: number } | { readonly class: EndingClass; readonly exitCode?: number };
  /** From SIGTERM to its end; a second if left out. Longer than the stop timeout: SIGKILL ends it. */
  readonly stopMs?: number;
  /** What it prints, all at its start. */
  readonly lines?: readonly string[];
};

export const usualLife: Life = { startAfterMs: 20 * secondMs, runMs: minuteMs, end: { exitCode: 0 } };

export type Stop = { readonly at: Instant; readonly reason: string };

export type Lived = {
  readonly createdAt: Instant;
  readonly life: Life;
  readonly stop?: Stop;
  readonly stopTimeoutMs: number;
  readonly runTimeoutMs: number;
};

export type Timeline = { readonly startedAt?: Instant; readonly ending?: Ending };

/** All that happens to an attempt, also what is still to come. */
export function timelineOf(lived: Lived): Timeline {
  const { createdAt, life, stop } = lived;
  const startAt = plusMs(createdAt, life.startAfterMs);
  const isStoppedFirst = stop !== undefined && stop.at < startAt;
  if (life.runMs === undefined || isStoppedFirst) {
    if (!isStoppedFirst) return { ending: endingOf(life.end, startAt) };
    return { ending: { class: classOfStop(stop.reason), at: stop.at, detail: stop.reason } };
  }
  return { startedAt: startAt, ...endOfStarted(lived, startAt) };
}

/** The earliest of its own end, the run timeout within the container, and a stop. */
function endOfStarted({ life, stop, ...limits }: Lived, startAt: Instant): { readonly ending?: Ending } {
  const runMs = life.runMs ?? 0;
  const isTooLong = runMs > limits.runTimeoutMs;
  const ownEndMs = startAt + Math.min(runMs, limits.runTimeoutMs);
  const stopMs = life.stopMs ?? secondMs;
  const stoppedMs =
    stop === undefined ? Number.POSITIVE_INFINITY : stop.at + Math.min(stopMs, limits.stopTimeoutMs);
  if (stop !== undefined && stop.at < ownEndMs && stoppedMs <= ownEndMs) {
    // 128 + SIGTERM, which it obeyed, or 128 + SIGKILL.
    const exitCode = stopMs <= limits.stopTimeoutMs ? 143 : 137;
    return {
      ending: { class: classOfStop(stop.reason), at: stoppedMs as Instant, exitCode, detail: stop.reason },
    };
  }
  if (!Number.isFinite(ownEndMs)) return {};
  if (isTooLong) return { ending: { class: 'run-timeout', at: ownEndMs as Instant, exitCode: 124 } };
  return { ending: endingOf(life.end, ownEndMs as Instant) };
}

function endingOf(end: Life['end'], at: Instant): Ending {
  if ('class' in end) return { ...end, at };
  return { class: classOfExitCode(end.exitCode), exitCode: end.exitCode, at };
}

function classOfExitCode(exitCode: number): EndingClass {
  if (exitCode === 0) return 'exit-zero';
  return exitCode === 126 || exitCode === 127 ? 'cannot-start' : 'exit-code';
}

const stopCauses: readonly StopCause[] = ['cancelled', 'superseded', 'start-timeout', 'run-timeout'];

/** Stop reasons of our own read `headgate:<cause> …`. */
function classOfStop(reason: string): EndingClass {
  const word = /^headgate:([a-z-]+)/.exec(reason)?.[1];
  return stopCauses.find((cause) => cause === word) ?? 'stopped-outside';
}

export function sightingAt({ startedAt, ending }: Timeline, now: Instant): Sighting {
  const start = startedAt === undefined ? {} : { startedAt };
  if (ending !== undefined && ending.at <= now) return { kind: 'ended', ...start, ending };
  return startedAt !== undefined && startedAt <= now ? { kind: 'running', startedAt } : { kind: 'starting' };
}
