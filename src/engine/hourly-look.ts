import { hourMs, type Instant, minuteMs } from '../core/instant.ts';

const firstMs = 10 * minuteMs;

/**
 * Whether a tick also looks for what only somebody's hand on the state leaves behind. An idle tick asks nobody but git;
 * these looks are for the ticks of an hour's first minutes, among which infrastructure/clock.yml has its slow rate too.
 */
export function isHourlyLook(now: Instant): boolean {
  return now % hourMs < firstMs;
}
