import { dayMs, type Instant, secondMs } from './instant.ts';

export type TimezoneVerdict =
  | { readonly kind: 'ok'; readonly timezone: string }
  | { readonly kind: 'bad'; readonly message: string; readonly fix?: string };

/** Area/City in the words of the IANA database: capitalised, but for a few. */
const zonePattern = /^(?:UTC|[A-Z][A-Za-z0-9]*(?:\/[A-Za-z0-9_+-]+){1,2})$/;
const wordPattern =
  /^(?:[A-Z][a-z]+|\d{1,2}|GMT[+]?\d{0,2}|UTC|UCT|US|IN|ACT|LHI|NSW|es|au|of|DumontDUrville|McMurdo|DeNoronha|EasterIsland|BajaNorte|BajaSur|ComodRivadavia)$/;

/**
 * Takes IANA names of the form Area/City, Etc/… among them, and UTC. Abbreviations and offsets are refused: `EST` has
 * no daylight saving, and `+05:30` is taken by some versions of Node.js only. The spelling is judged here because Intl
 * takes any case, and versions differ in which names they give back as they are.
 */
export function judgeTimezone(text: string): TimezoneVerdict {
  const fix = 'Write an IANA name such as Europe/Berlin, or UTC.';
  if (!zonePattern.test(text))
    return { kind: 'bad', message: `${JSON.stringify(text)} is not a time zone.`, fix };
  const canonical = canonicalName(text);
  if (canonical === undefined)
    return { kind: 'bad', message: `There is no time zone ${JSON.stringify(text)}.`, fix };
  const isOtherCase = canonical !== text && canonical.toLowerCase() === text.toLowerCase();
  if (isOtherCase || !text.split(/[/_-]/).every((word) => wordPattern.test(word))) {
    return {
      kind: 'bad',
      message: `${JSON.stringify(text)} is not written as the time zone is.`,
      fix: isOtherCase ? `Write ${canonical}.` : fix,
    };
  }
  return { kind: 'ok', timezone: text };
}

/** Making a formatter takes a millisecond, and a thousand flows name the same few zones. */
const canonicalNames = new Map<string, string | undefined>();
const keptNames = 1_000;

function canonicalName(text: string): string | undefined {
  if (canonicalNames.has(text)) return canonicalNames.get(text);
  if (canonicalNames.size >= keptNames) canonicalNames.clear();
  const name = lookUpName(text);
  canonicalNames.set(text, name);
  return name;
}

function lookUpName(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** A stretch of time with one offset: `[from, to)`. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  /** Local time less UTC, in milliseconds. */
  readonly offsetMs: number;
};

/** Since 1970 no zone changed its offset twice within six days (tz database 2026c): a look every four days sees each change. */
const lookMs = 4 * dayMs;
const chunkMs = 8 * lookMs;
/** A change right before the moment asked for still matters: the hour that it repeats may not be over. */
const reachBackMs = 2 * dayMs;

type Chunk = { readonly offsetMs: number; readonly changes: readonly Change[] };
type Change = { readonly at: number; readonly offsetMs: number };
type Zone = { readonly offsetAt: (at: number) => number; readonly chunks: Map<number, Chunk> };

const zones = new Map<string, Zone>();
/** 400 years: more is asked for only by a state that somebody tampered with. */
const keptChunks = 5_000;

/** The stretches that cover `[from, to]`, in order; the first and last reach beyond it, the first by two days at least. */
export function stretchesOf(timezone: string, from: Instant, to: Instant): Stretch[] {
  const zone = zoneOf(timezone);
  const first = Math.floor((from - reachBackMs) / chunkMs);
  const last = Math.floor(to / chunkMs);
  const stretches: Stretch[] = [];
  let start = first * chunkMs;
  let { offsetMs } = chunkOf(zone, first);
  for (let index = first; index <= last; index += 1) {
    for (const change of chunkOf(zone, index).changes) {
      stretches.push({ from: start, to: change.at, offsetMs });
      start = change.at;
      offsetMs = change.offsetMs;
    }
  }
  stretches.push({ from: start, to: (last + 1) * chunkMs, offsetMs });
  return stretches;
}

function zoneOf(timezone: string): Zone {
  const known = zones.get(timezone);
  if (known !== undefined) return known;
  const zone = { offsetAt: offsetReader(timezone), chunks: new Map<number, Chunk>() };
  zones.set(timezone, zone);
  return zone;
}

/** The changes in `(start, end]` of a chunk, and the offset at its start. */
function chunkOf(zone: Zone, index: number): Chunk {
  const known = zone.chunks.get(index);
  if (known !== undefined) return known;
  const changes: Change[] = [];
  let low = index * chunkMs;
  const offsetMs = zone.offsetAt(low);
  let before = offsetMs;
  for (let look = 1; look <= chunkMs / lookMs; look += 1) {
    const high = index * chunkMs + look * lookMs;
    const after = zone.offsetAt(high);
    if (after !== before) changes.push({ at: changeBetween(zone, low, high), offsetMs: after });
    low = high;
    before = after;
  }
  if (zone.chunks.size >= keptChunks) zone.chunks.clear();
  const chunk = { offsetMs, changes };
  zone.chunks.set(index, chunk);
  return chunk;
}

/** The first second of the new offset. */
function changeBetween(zone: Zone, low: number, high: number): number {
  const before = zone.offsetAt(low);
  let early = low / secondMs;
  let late = high / secondMs;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (zone.offsetAt(middle * secondMs) === before) early = middle;
    else late = middle;
  }
  return late * secondMs;
}

function offsetReader(timezone: string): (at: number) => number {
  if (timezone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts: { [type: string]: number } = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / secondMs) * secondMs;
  };
}
