import type { Deployment, Registry } from '../../core/deployment.ts';
import type { Ending } from '../../core/ending.ts';
import type { Schedule } from '../../core/flow.ts';
import { type Instant, isoOf } from '../../core/instant.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { RefusedError } from '../../core/problem.ts';
import type { Attempt, Run, StopIntent } from '../../core/run.ts';
import type { Gap, Pause, State } from '../../core/state.ts';

/** Of both files. A reader refuses a newer one and reads no older one: there is none yet. */
export const schemaNumber = 1;

/** GitHub recommends objects of at most 1 MB and shows no larger ones (repository limits). */
export const longestStateBytes = 1_048_576;
export const longestRegistryBytes = 4 * longestStateBytes;

/** Equal values give equal bytes; a changed run changes one line, so git stores and shows the difference. */
export function encodeState(state: State): string {
  const head = `"mark":${JSON.stringify(isoOf(state.mark))},"schema":${schemaNumber},"sequence":${state.sequence}`;
  const runs = sorted([...state.runs.values()], ({ id }) => id).map(fromRun);
  const pauses = sorted([...state.pauses.values()], ({ flow }) => flow).map(fromMoment);
  const lists = `"runs":${lines(runs)},"pauses":${lines(pauses)},"gaps":${lines(state.gaps.map(fromGap))}`;
  return bounded(`{${head},${lists}}\n`, 'state.json', longestStateBytes);
}

export function encodeRegistry(registry: Registry): string {
  const deployments = sorted([...registry.deployments.values()], ({ flow }) => flow).map(fromDeployment);
  const text = `{"schema":${schemaNumber},"deployments":${lines(deployments)}}\n`;
  return bounded(text, 'deployments.json', longestRegistryBytes);
}

function bounded(text: string, file: string, limit: number): string {
  const size = Buffer.byteLength(text);
  if (size <= limit) return text;
  throw new RefusedError({
    code: 'E_STATE_TOO_LARGE',
    place: { file },
    message: `It would have ${size} bytes; the limit is ${limit}. Nothing was written.`,
    fix: 'Keep parameters small (pass the name of a file, not its content), or split the project.',
  });
}

function lines(records: readonly Json[]): string {
  return records.length === 0 ? '[]' : `[\n${records.map(canonicalJson).join(',\n')}\n]`;
}

function sorted<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return values.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Writes the moments among an object's fields as text, and leaves out what is not set. */
function timed(value: object, ...moments: readonly string[]): { [key: string]: Json } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const record = Object.fromEntries(entries) as { [key: string]: Json };
  for (const key of moments) {
    const item = record[key];
    if (typeof item === 'number') record[key] = isoOf(item as Instant);
  }
  return record;
}

function fromRun(run: Run): Json {
  return {
    ...timed(run, 'createdAt'),
    cause: timed(run.cause, 'slot'),
    phase: timed(run.phase, 'notBefore', 'endedAt'),
    attempts: run.attempts.map(fromAttempt),
    ...(run.cancel === undefined ? {} : { cancel: fromMoment(run.cancel) }),
  };
}

function fromAttempt(attempt: Attempt): Json {
  const { missing, stop, ending } = attempt;
  return {
    ...timed(attempt, 'intendedAt', 'startedAt'),
    ...(missing === undefined ? {} : { missing: timed(missing, 'since') }),
    ...(stop === undefined ? {} : { stop: fromMoment(stop) }),
    ...(ending === undefined ? {} : { ending: fromMoment(ending) }),
  };
}

function fromMoment(value: StopIntent | Ending | Pause): Json {
  return timed(value, 'at');
}

function fromGap(gap: Gap): Json {
  return timed(gap, 'from', 'to');
}

function fromDeployment(deployment: Deployment): Json {
  const { policy, scheduledSince } = deployment;
  return {
    ...timed(deployment, 'deployedAt', 'retiredAt'),
    policy: { ...timed(policy), schedules: policy.schedules.map(fromSchedule) },
    scheduledSince: Object.fromEntries(Object.entries(scheduledSince).map(([key, at]) => [key, isoOf(at)])),
  };
}

function fromSchedule(schedule: Schedule): Json {
  return timed(schedule, 'anchor');
}
