import { endingClasses } from '../../core/ending.ts';
import { type FlowName, judgeFlowName } from '../../core/flow.ts';
import { hourMs, type Instant, minuteMs, parseIso, plusMs, secondMs } from '../../core/instant.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Attempt, type Cause, type Phase, parseRunId, type Run } from '../../core/run.ts';
import { commitPattern, isFiniteJson, longestWords } from './record-schemas.ts';

/**
 * Reads the record of a run as `runRecord` does, many times faster: a state has thousands, and each tick reads them all,
 * in a process that has compiled nothing yet. Undefined: not sure, so the schema judges, and says what is wrong. A test
 * holds the two against each other: what is read here, the schema reads alike.
 */
export function quickRun(value: unknown): Run | undefined {
  if (!isRecord(value)) return undefined;
  const { cancel, shown, claim } = value;
  const id = typeof value['id'] === 'string' ? parseRunId(value['id']) : undefined;
  const flow = flowOf(value['flow']);
  const cause = causeOf(value['cause']);
  const parameters = value['parameters'];
  const createdAt = instantOf(value['createdAt']);
  const commit = commitOf(value['commit']);
  const phase = phaseOf(value['phase']);
  const attempts = attemptsOf(value['attempts']);
  const { revision, granted } = value;
  const stop = cancel === undefined ? undefined : stopOf(cancel);
  const mark = shown === undefined ? undefined : shownOf(shown);
  const right = claim === undefined ? undefined : claimOf(claim);
  const optional = countOf(cancel) + countOf(shown) + countOf(claim);
  const isWhole =
    id !== undefined &&
    flow !== undefined &&
    cause !== undefined &&
    isRecord(parameters) &&
    isFiniteJson(parameters) &&
    createdAt !== undefined &&
    commit !== undefined &&
    isWords(revision) &&
    phase !== undefined &&
    attempts !== undefined &&
    isCount(granted, 0) &&
    countOf(stop) + countOf(mark) + countOf(right) === optional &&
    hasOnly(value, 10 + optional);
  if (!isWhole) return undefined;
  return {
    id,
    flow,
    cause,
    parameters: parameters as JsonObject,
    createdAt,
    commit,
    revision,
    phase,
    attempts,
    granted,
    ...(stop === undefined ? {} : { cancel: stop }),
    ...(mark === undefined ? {} : { shown: mark }),
    ...(right === undefined ? {} : { claim: right }),
  };
}

type Fields = { readonly [key: string]: unknown };

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function countOf(value: unknown): number {
  return value === undefined ? 0 : 1;
}

/** All keys that a record has were looked at if it has as many as were found. */
function hasOnly(value: Fields, count: number): boolean {
  return Object.keys(value).length === count;
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestWords;
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

const knownDays = new Map<string, Instant>();

/** Most are whole seconds of a few days. */
function instantOf(value: unknown): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length !== 20 || value[13] !== ':' || value[16] !== ':' || value[19] !== 'Z')
    return parseIso(value);
  const date = value.slice(0, 11);
  const day = knownDays.get(date) ?? parseIso(`${date}00:00Z`);
  if (day === undefined) return undefined;
  if (knownDays.size < 1_000) knownDays.set(date, day);
  const [hours, minutes, seconds] = [twoDigits(value, 11), twoDigits(value, 14), twoDigits(value, 17)];
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return undefined;
  return plusMs(day, hours * hourMs + minutes * minuteMs + seconds * secondMs);
}

/** Infinite: they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? 10 * tens + ones : Number.POSITIVE_INFINITY;
}

const knownFlows = new Set<string>();

function flowOf(value: unknown): FlowName | undefined {
  if (typeof value !== 'string') return undefined;
  if (knownFlows.has(value)) return value as FlowName;
  if (judgeFlowName(value).kind !== 'ok') return undefined;
  if (knownFlows.size < 10_000) knownFlows.add(value);
  return value as FlowName;
}

const knownCommits = new Set<string>();

function commitOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (knownCommits.has(value)) return value;
  if (!commitPattern.test(value)) return undefined;
  if (knownCommits.size < 10_000) knownCommits.add(value);
  return value;
}

function causeOf(value: unknown): Cause | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, by, run } = value;
  const slot = instantOf(value['slot']);
  switch (kind) {
    case 'slot':
      return slot !== undefined && hasOnly(value, 2) ? { kind, slot } : undefined;
    case 'backfill':
      return slot !== undefined && isWords(by) && hasOnly(value, 3) ? { kind, slot, by } : undefined;
    case 'manual':
      return isWords(by) && hasOnly(value, 2) ? { kind, by } : undefined;
    case 'upstream': {
      const upstream = typeof run === 'string' ? parseRunId(run) : undefined;
      if (upstream === undefined || !hasOnly(value, 2 + countOf(slot))) return undefined;
      return slot === undefined ? { kind, run: upstream } : { kind, run: upstream, slot };
    }
    default:
      return undefined;
  }
}

function phaseOf(value: unknown): Phase | undefined {
  if (!isRecord(value) || !hasOnly(value, value['state'] === 'queued' || 'endedAt' in value ? 2 : 1))
    return undefined;
  const { state } = value;
  switch (state) {
    case 'queued': {
      const notBefore = instantOf(value['notBefore']);
      return notBefore === undefined ? undefined : { state, notBefore };
    }
    case 'launching':
    case 'running':
    case 'stopping':
      return 'endedAt' in value ? undefined : { state };
    case 'succeeded':
    case 'failed':
    case 'crashed':
    case 'timed-out':
    case 'cancelled':
    case 'unknown': {
      const endedAt = instantOf(value['endedAt']);
      return endedAt === undefined ? undefined : { state, endedAt };
    }
    default:
      return undefined;
  }
}

function attemptsOf(value: unknown): readonly Attempt[] | undefined {
  if (!Array.isArray(value) || value.length > 1_000) return undefined;
  const attempts: Attempt[] = [];
  for (const item of value) {
    const attempt = attemptOf(item);
    if (attempt === undefined) return undefined;
    attempts.push(attempt);
  }
  return attempts;
}

function attemptOf(value: unknown): Attempt | undefined {
  if (!isRecord(value)) return undefined;
  const { number, launchTry, handle } = value;
  const intendedAt = instantOf(value['intendedAt']);
  const startedAt = instantOf(value['startedAt']);
  const missing = missingOf(value['missing']);
  const stop = stopOf(value['stop']);
  const ending = endingOf(value['ending']);
  const optional = countOf(handle) + countOf(startedAt) + countOf(missing) + countOf(stop) + countOf(ending);
  const isWhole =
    isCount(number, 1) &&
    isCount(launchTry, 1) &&
    intendedAt !== undefined &&
    (handle === undefined || isWords(handle)) &&
    hasOnly(value, 3 + optional);
  if (!isWhole) return undefined;
  return {
    number,
    launchTry,
    intendedAt,
    ...(handle === undefined ? {} : { handle }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(missing === undefined ? {} : { missing }),
    ...(stop === undefined ? {} : { stop }),
    ...(ending === undefined ? {} : { ending }),
  };
}

function missingOf(value: unknown): Attempt['missing'] | undefined {
  if (!isRecord(value)) return undefined;
  const since = instantOf(value['since']);
  const { ticks } = value;
  return since !== undefined && isCount(ticks, 1) && hasOnly(value, 2) ? { since, ticks } : undefined;
}

function stopOf(value: unknown): Attempt['stop'] | undefined {
  if (!isRecord(value)) return undefined;
  const { cause, by } = value;
  const at = instantOf(value['at']);
  const isKnown =
    cause === 'cancelled' || cause === 'superseded' || cause === 'start-timeout' || cause === 'run-timeout';
  if (!isKnown || at === undefined || !hasOnly(value, 2 + countOf(by))) return undefined;
  if (by === undefined) return { cause, at };
  return isWords(by) ? { cause, at, by } : undefined;
}

type Ending = NonNullable<Attempt['ending']>;

function endingOf(value: unknown): Ending | undefined {
  if (!isRecord(value)) return undefined;
  const { exitCode, detail } = value;
  const name = value['class'];
  const at = instantOf(value['at']);
  if (typeof name !== 'string' || !Object.hasOwn(endingClasses, name) || at === undefined) return undefined;
  if (exitCode !== undefined && !isCount(exitCode, Number.MIN_SAFE_INTEGER)) return undefined;
  if (detail !== undefined && !isWords(detail)) return undefined;
  if (name === 'exit-zero' && (exitCode ?? 0) !== 0) return undefined;
  if (!hasOnly(value, 2 + countOf(exitCode) + countOf(detail))) return undefined;
  return {
    class: name as Ending['class'],
    at,
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(detail === undefined ? {} : { detail }),
  };
}

function shownOf(value: unknown): Run['shown'] | undefined {
  if (!isRecord(value)) return undefined;
  const { checkId, as } = value;
  const isShort = (text: unknown): text is string => typeof text === 'string' && text.length <= 200;
  return isShort(checkId) && isShort(as) && hasOnly(value, 2) ? { checkId, as } : undefined;
}

function claimOf(value: unknown): Run['claim'] | undefined {
  if (!isRecord(value)) return undefined;
  const at = instantOf(value['at']);
  const commit = commitOf(value['commit']);
  if (at === undefined || !hasOnly(value, 1 + countOf(commit))) return undefined;
  return commit === undefined ? { at } : { at, commit };
}
