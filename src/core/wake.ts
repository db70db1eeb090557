import type { Registry } from './deployment.ts';
import { type Instant, minuteMs, plusMs, plusSeconds } from './instant.ts';
import { isEnded, type Run } from './run.ts';
import { nextSlots } from './slots.ts';
import type { State } from './state.ts';

/** How soon a tick should look again while attempts are open. */
const watchMs = 5 * minuteMs;

/** The next moment at which a tick has something to do; undefined if nothing is scheduled and nothing is open. */
export function nextWake(state: State, registry: Registry, now: Instant): Instant | undefined {
  const slots = [...registry.deployments.values()]
    .filter(({ flow, retiredAt }) => retiredAt === undefined && !state.pauses.has(flow))
    .flatMap(({ policy }) => policy.schedules.flatMap((schedule) => nextSlots(schedule, now, 1)));
  const runs = [...state.runs.values()]
    .filter((run) => !isEnded(run))
    .map((run) => wakeFor(run, registry, now));
  const moments = [...slots, ...runs];
  return moments.length === 0 ? undefined : moments.reduce((a, b) => (a < b ? a : b));
}

function wakeFor(run: Run, registry: Registry, now: Instant): Instant {
  const soon = plusMs(now, watchMs);
  if (run.phase.state === 'queued') return run.phase.notBefore > now ? run.phase.notBefore : soon;
  const startedAt = run.attempts.at(-1)?.startedAt;
  const policy = registry.deployments.get(run.flow)?.policy;
  const deadline =
    startedAt === undefined || policy === undefined
      ? soon
      : plusSeconds(startedAt, policy.timeout.runSeconds);
  return deadline > now && deadline < soon ? deadline : soon;
}
