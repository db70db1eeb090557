import { settledChecks } from '../core/check-claims.ts';
import type { Instant } from '../core/instant.ts';
import type { RunId, Shown } from '../core/run.ts';
import type { State } from '../core/state.ts';
import type { World } from '../ports.ts';
import { conclusionOf } from '../report/run-check.ts';
import { isHourlyLook } from './hourly-look.ts';

/**
 * Checks that do not say how their run ended although the record has it that they do: somebody rolled the state back to
 * before a retry or a resolution, which had gone into the check already; or GitHub lost what it had confirmed.
 */
export async function findFalseChecks(
  { checks, log }: World,
  state: State,
  now: Instant,
): Promise<ReadonlyMap<RunId, Shown>> {
  const ends = isHourlyLook(now) && checks.read !== undefined ? settledChecks(state) : [];
  if (ends.length === 0) return new Map();
  try {
    const sayings = await checks.read?.(ends.map(({ shown }) => shown.checkId));
    const wrong = ends.filter((run) => {
      const saying = sayings?.get(run.shown.checkId);
      return saying !== undefined && saying !== conclusionOf(run);
    });
    if (wrong.length > 0)
      log.warn(
        `Some checks do not say how their run ended, and are written again: ${wrong.map(({ id }) => id).join(', ')}.`,
      );
    return new Map(wrong.map(({ id, shown }) => [id, shown]));
  } catch (error) {
    log.warn(`Could not read the checks of ended runs: ${String(error)}. A later tick reads them.`);
    return new Map();
  }
}
