import type { Ending, EndingClass } from './ending.ts';
import type { Policy } from './flow.ts';
import { type Instant, secondMs } from './instant.ts';

/** Exit code of coreutils' `timeout`, which the image holds around the program of a flow, and which programs may use too. */
const timeoutExitCode = 124;
/** What shells, `timeout` and container runtimes say of a program that is not there or cannot be executed. */
const notStartedExitCodes: ReadonlySet<number> = new Set([126, 127]);

/** ECS says when a task started and ended to a few seconds; a shell takes no longer to find that a program is not there. */
const startMs = 15 * secondMs;
const slackMs = 30 * secondMs;

type Evidence = { readonly startedAt: Instant | undefined; readonly policy: Policy | undefined };

/** What a program that ended with a code of its own ended of: how long it ran is part of the evidence. */
export function judgeExit(ending: Ending, evidence: Evidence): Ending {
  if (ending.class !== 'exit-code' || ending.exitCode === undefined) return ending;
  const judged = classOfExit(ending.exitCode, ending.at, evidence);
  return judged === ending.class ? ending : { ...ending, class: judged };
}

function classOfExit(exitCode: number, endedAt: Instant, { startedAt, policy }: Evidence): EndingClass {
  const ranMs = startedAt === undefined ? undefined : endedAt - startedAt;
  if (exitCode === timeoutExitCode && policy !== undefined && ranMs !== undefined) {
    const limitMs = policy.timeout.runSeconds * secondMs;
    if (ranMs + Math.min(slackMs, limitMs / 2) >= limitMs) return 'run-timeout';
  }
  if (notStartedExitCodes.has(exitCode) && (ranMs === undefined || ranMs <= startMs)) return 'cannot-start';
  return 'exit-code';
}
