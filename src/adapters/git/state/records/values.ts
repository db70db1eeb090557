import { type EndingClass, endingClasses } from '../../../../core/ending.ts';
import { type FlowName, judgeFlowName } from '../../../../core/flow.ts';
import {
  dayMs,
  type Instant,
  instantFromMs,
  isoOf,
  minuteMs,
  parseIso,
  secondMs,
} from '../../../../core/instant.ts';
import { canonicalJson, type Json, type JsonObject } from '../../../../core/json.ts';
import { parseRunId, type RunId } from '../../../../core/run.ts';
import { type GapReason, gapReasons } from '../../../../core/state.ts';
import { type Codec, Mismatch } from './codec.ts';
import { matching, oneOf, parsed, text, whole } from './scalars.ts';

/** Values that records are made of. */

export const longestWords = 4_096;
export const words = text(longestWords);
export const shortText = text(200);
export const count = whole({ least: 0 });
export const positive = whole({ least: 1 });

export const flowName: Codec<FlowName> = parsed((value) => {
  const verdict = judgeFlowName(value);
  return verdict.kind === 'ok' ? verdict.name : undefined;
}, 'the name of a flow');
export const runId: Codec<RunId> = parsed(parseRunId, 'the id of a run');

export const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
export const commit = matching(commitPattern, 'the id of a commit');

export function hash(least: number, most: number): Codec<string> {
  return matching(new RegExp(`^[0-9a-f]{${least},${most}}$`), 'a hash');
}

const keysOf = <T extends string>(table: { readonly [key in T]: unknown }): Codec<T> =>
  oneOf(Object.keys(table) as T[]);
export const endingClass: Codec<EndingClass> = keysOf<EndingClass>(endingClasses);
export const gapReason: Codec<GapReason> = keysOf<GapReason>(gapReasons);

/** `JSON.parse` reads `1e999` as Infinity, which JSON cannot say again. */
export function isFiniteJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFiniteJson);
}

export const json: Codec<Json> = {
  read(value) {
    if (isFiniteJson(value)) return value as Json;
    throw new Mismatch('it has a number that is out of range');
  },
  write: canonicalJson,
};

export const jsonObject: Codec<JsonObject> = {
  read(value) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && isFiniteJson(value))
      return value as JsonObject;
    throw new Mismatch('it is not an object with numbers in range');
  },
  write: canonicalJson,
};

/** Written as text, for people. */
export const instant: Codec<Instant> = {
  read(value) {
    const at = typeof value === 'string' ? (quickInstant(value) ?? parseIso(value)) : undefined;
    if (at !== undefined) return at;
    const seen = JSON.stringify(value)?.slice(0, 80);
    throw new Mismatch(`${seen} is not an instant such as 2026-11-24T10:05:00Z`);
  },
  write: (at) => `"${momentText(at)}"`,
};

const usual = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/;
const days = new Map<string, Instant>();

/** A state has thousands of moments of few days: the calendar is asked once for each day. */
function quickInstant(value: string): Instant | undefined {
  if (!usual.test(value)) return undefined;
  const name = value.slice(0, 10);
  const day = days.get(name) ?? parseIso(`${name}T00:00:00Z`);
  if (day === undefined) return undefined;
  if (days.size < 10_000) days.set(name, day);
  const two = (at: number) => value.charCodeAt(at) * 10 + value.charCodeAt(at + 1) - 528;
  return (day + ((two(11) * 60 + two(14)) * 60 + two(17)) * secondMs) as Instant;
}

const known = { day: Number.NaN, date: '' };

/** `isoOf`, which asks the platform's calendar for the date only when it is another one than before. */
function momentText(at: Instant): string {
  const day = Math.floor(at / dayMs);
  const ms = at - day * dayMs;
  if (ms % secondMs !== 0) return isoOf(at);
  if (day !== known.day) Object.assign(known, { day, date: isoOf(instantFromMs(day * dayMs)).slice(0, 10) });
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  const minutes = Math.floor(ms / minuteMs);
  return `${known.date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two((ms % minuteMs) / secondMs)}Z`;
}
