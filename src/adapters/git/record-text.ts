import { type Alerting, alertKeyOf } from '../../core/alerting.ts';
import type { Deployment, Registry } from '../../core/deployment.ts';
import { dayMs, type Instant, instantFromMs, isoOf, minuteMs, secondMs } from '../../core/instant.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { RefusedError } from '../../core/problem.ts';
import type { State } from '../../core/state.ts';

/** Of both files. A reader refuses a newer one and reads no older one: there is none yet. */
export const schemaNumber = 1;

/** GitHub recommends objects of at most 1 MB and shows no larger ones (repository limits). */
export const longestStateBytes = 1_048_576;
export const longestRegistryBytes = 4 * longestStateBytes;

/** Equal values give equal bytes; a changed run changes one line, so git stores and shows the difference. */
export function encodeState(state: State): string {
  const head = `"mark":${JSON.stringify(isoOf(state.mark))},"schema":${schemaNumber},"sequence":${state.sequence}`;
  const runs = sorted([...state.runs.values()], ({ id }) => id);
  const pauses = sorted([...state.pauses.values()], ({ flow }) => flow);
  const lists = `"runs":${lines(runs)},"pauses":${lines(pauses)},"gaps":${lines(state.gaps)}`;
  return bounded(`{${head},${lists}${alertLists(state.alerting)}}\n`, 'state.json', longestStateBytes);
}

/** What is empty is left out. */
function alertLists(alerting: Alerting | undefined): string {
  if (alerting === undefined) return '';
  const { troubles, told, ticks, clock } = alerting;
  const lists: readonly (readonly [string, readonly object[]])[] = [
    ['troubles', sorted([...troubles.values()], ({ flow }) => flow)],
    ['alerts', sorted([...told.values()], alertKeyOf)],
    ['ticks', ticks],
  ];
  const texts = lists.flatMap(([name, records]) =>
    records.length === 0 ? [] : [`,${JSON.stringify(name)}:${lines(records)}`],
  );
  return `${texts.join('')}${clock === undefined ? '' : `,"clock":${lineOf(clock)}`}`;
}

export function encodeRegistry(registry: Registry): string {
  const deployments = sorted([...registry.deployments.values()], ({ flow }) => flow);
  const commit = registry.commit === undefined ? '' : `"commit":${JSON.stringify(registry.commit)},`;
  const text = `{"schema":${schemaNumber},${commit}"deployments":${lines(deployments)}}\n`;
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

function lines(records: readonly object[]): string {
  return records.length === 0 ? '[]' : `[\n${records.map(recordLine).join(',\n')}\n]`;
}

function sorted<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return values.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A tick writes up to twice, and most records are the same values both times. */
const writtenLines = new WeakMap<object, string>();

function recordLine(record: object): string {
  const known = writtenLines.get(record);
  if (known !== undefined) return known;
  const line = lineOf(record);
  writtenLines.set(record, line);
  return line;
}

/** Fields that hold an instant: written as text, for people. */
const moments = new Set(
  'mark createdAt slot notBefore endedAt intendedAt startedAt since at from to deployedAt retiredAt anchor'.split(
    ' ',
  ),
);

/** The canonical JSON of a record, in one pass: a state has thousands, and each is written anew with every commit. */
function lineOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(lineOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as { readonly [key: string]: unknown };
  let text = '';
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined)
      text += `${text === '' ? '' : ','}${quoted(key)}:${fieldOf(key, record[key])}`;
  }
  return `{${text}}`;
}

function fieldOf(key: string, value: unknown): string {
  // Names in parameters are the users', and may be called like one of our fields.
  if (key === 'parameters') return canonicalJson(value as Json);
  if (key === 'scheduledSince') return canonicalJson(mapped(value as Deployment['scheduledSince']));
  return typeof value === 'number' && moments.has(key) ? `"${momentText(value as Instant)}"` : lineOf(value);
}

function mapped(times: Deployment['scheduledSince']): Json {
  return Object.fromEntries(Object.entries(times).map(([key, at]) => [key, isoOf(at)]));
}

/** `isoOf`, which asks the platform's calendar for the date only when it is another one than before. */
function momentText(at: Instant): string {
  const day = Math.floor(at / dayMs);
  const ms = at - day * dayMs;
  if (ms % secondMs !== 0) return isoOf(at);
  if (day !== known.day) Object.assign(known, { day, date: isoOf(instantFromMs(day * dayMs)).slice(0, 10) });
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  const minutes = Math.floor(ms / minuteMs);
  return `${known.date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two((ms % minuteMs) / secondMs)}Z`;
}

const known = { day: Number.NaN, date: '' };

const quotedKeys = new Map<string, string>();

function quoted(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (quotedKeys.size < 200) quotedKeys.set(key, text);
  return text;
}
