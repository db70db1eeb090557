/** A cron expression of five fields, as plain data. In a bit set, bit n stands for the value n. */
export type Cron = {
  /** Ascending. */
  readonly minutes: readonly number[];
  /** Ascending. */
  readonly hours: readonly number[];
  readonly months: number;
  readonly daysOfMonth: number;
  /** Sunday is 0. */
  readonly weekdays: number;
  /**
   * A day counts if either its date or its weekday is allowed: cron's rule when both fields are restricted. A field that
   * starts with `*`, even with a step, does not restrict (cron.c of Vixie cron, DOM_STAR and DOW_STAR).
   */
  readonly isEitherDay: boolean;
  /**
   * Minute or hour holds `*`, or a step over it: it follows the wall clock, through a repeated hour twice and not at all
   * through a skipped one. All others are fixed times, which run once on every day that has them (cron(8), Vixie).
   */
  readonly isWallClock: boolean;
};

export type CronVerdict =
  | { readonly kind: 'ok'; readonly cron: Cron }
  | {
      readonly kind: 'bad';
      readonly code: 'E_CRON' | 'E_CRON_NEVER';
      readonly message: string;
      readonly fix?: string;
    };

type Field = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
};

const minuteField: Field = { name: 'minute', from: 0, to: 59 };
const hourField: Field = { name: 'hour', from: 0, to: 23 };
const dayField: Field = { name: 'day-of-month', from: 1, to: 31 };
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthField: Field = { name: 'month', from: 1, to: 12, names: monthNames };
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** 7 is Sunday too, as cron(8) has it. */
const weekdayField: Field = { name: 'day-of-week', from: 0, to: 7, names: weekdayNames };
const fields = [minuteField, hourField, dayField, monthField, weekdayField];

const macros: { readonly [macro: string]: string } = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const longestMonthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const longestText = 1_000;

class CronFault extends Error {
  readonly fix: string | undefined;
  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Reads five fields of lists, ranges, steps and English names. Throws nothing; what is wrong is in the answer. */
export function parseCron(text: string): CronVerdict {
  try {
    const cron = compile(text);
    if (canFire(cron)) return { kind: 'ok', cron };
    const fix = 'Choose a day that one of its months has.';
    return { kind: 'bad', code: 'E_CRON_NEVER', message: `${JSON.stringify(text)} never fires.`, fix };
  } catch (error) {
    if (!(error instanceof CronFault)) throw error;
    const fix = error.fix === undefined ? {} : { fix: error.fix };
    return { kind: 'bad', code: 'E_CRON', message: error.message, ...fix };
  }
}

function compile(text: string): Cron {
  const parts = partsOf(text);
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = fields.map((field, index) =>
    readField(parts[index] ?? '', field),
  );
  const [minuteText = '', hourText = '', dayText = '', , weekdayText = ''] = parts;
  return {
    minutes,
    hours,
    months: bitSet(months),
    daysOfMonth: bitSet(days),
    weekdays: bitSet(weekdays.map((day) => day % 7)),
    isEitherDay: !dayText.startsWith('*') && !weekdayText.startsWith('*'),
    isWallClock: hasStar(minuteText) || hasStar(hourText),
  };
}

/** Of an expression that was checked before. */
export function fieldsOf(text: string): readonly string[] {
  return text.split(' ').filter((part) => part !== '');
}

/** Whether it names dates and weekdays, of which either or both may be asked for. */
export function hasBothDays(text: string): boolean {
  const [, , date = '*', , weekday = '*'] = fieldsOf(text);
  return ![date, weekday].some((field) => field === '*' || field === '*/1');
}

function hasStar(field: string): boolean {
  return field.startsWith('*') || field.includes(',*');
}

function bitSet(values: readonly number[]): number {
  return values.reduce((set, value) => set | (1 << value), 0);
}

export function isInSet(set: number, value: number): boolean {
  return (set & (1 << value)) !== 0;
}

function partsOf(text: string): readonly string[] {
  if (text.length > longestText)
    throw new CronFault(`It is ${text.length} characters long.`, 'Write fewer values.');
  const macro = macros[text.trim().toLowerCase()];
  if (macro !== undefined) throw new CronFault(`${JSON.stringify(text)} is a macro.`, `Write "${macro}".`);
  const parts = fieldsOf(text);
  if (/[^\x20-\x7e]/.test(text))
    throw new CronFault(`${JSON.stringify(text)} holds characters that no field has.`);
  if (parts.length !== fields.length) {
    const names = fields.map(({ name }) => name).join(' ');
    throw new CronFault(
      `Expected 5 fields, got ${parts.length}: ${JSON.stringify(text)}.`,
      `Write ${names}.`,
    );
  }
  return parts;
}

function readField(text: string, field: Field): readonly number[] {
  // One item is ascending as it stands, and nearly every field is one item.
  if (!text.includes(',')) return readItem(text, field);
  if (/^\d{1,2}$/.test(text)) return [readValue(text, text, field)];
  const values = text.split(',').flatMap((item) => readItem(item, field));
  return text.includes(',') ? [...new Set(values)].sort((a, b) => a - b) : values;
}

function readItem(item: string, field: Field): number[] {
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0 || range === '' || step === '') throw fault(item, field);
  const [from, to] = readRange(range, { item, step, field });
  if (step === undefined) return span(from, to);
  if (from === to)
    throw new CronFault(
      `${field.name}: ${JSON.stringify(item)} steps from a single value.`,
      `Write ${steppedFrom(from, Number(step), field)}.`,
    );
  const by = readStep(step, field, to - from);
  return span(0, Math.floor((to - from) / by)).map((index) => from + index * by);
}

/** Other readers of cron go on to the end of the field, which for weekdays is Saturday. */
function steppedFrom(from: number, step: number, field: Field): string {
  const last = lastOf(field);
  return step >= 1 && from + step <= last ? `${from}-${last}/${step}` : String(from);
}

function lastOf(field: Field): number {
  return field.name === 'day-of-week' ? 6 : field.to;
}

type Range = { readonly item: string; readonly step: string | undefined; readonly field: Field };

function readRange(range: string, { item, step, field }: Range): readonly [number, number] {
  if (range === '*') return [field.from, lastOf(field)];
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) throw fault(item, field);
  const from = readValue(first, item, field);
  const to = last === undefined ? from : readValue(last, item, field);
  if (from <= to) return [from, to];
  const wrapped = [...span(from, lastOf(field)), ...span(field.from, to)];
  const by = Math.max(Number(step ?? 1) || 1, 1);
  const stepped = wrapped.filter((_, index) => index % by === 0);
  const list = stepped.map((value) => field.names?.[value - field.from] ?? String(value)).join(',');
  throw new CronFault(
    `${field.name}: the range ${JSON.stringify(range)} runs backwards.`,
    `Write the list ${list}.`,
  );
}

function span(from: number, to: number): number[] {
  const values: number[] = [];
  for (let value = from; value <= to; value += 1) values.push(value);
  return values;
}

function readValue(text: string, item: string, field: Field): number {
  const named = field.names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + field.from;
  if (!/^\d{1,2}$/.test(text)) throw fault(item, field);
  const value = Number(text);
  if (value < field.from || value > field.to) throw fault(item, field);
  return value;
}

function readStep(text: string, field: Field, longest: number): number {
  const step = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  if (step >= 1 && step <= longest) return step;
  throw new CronFault(
    `${field.name}: the step ${JSON.stringify(text)} exceeds the range.`,
    `Write a step from 1 to ${longest}.`,
  );
}

function fault(item: string, field: Field): CronFault {
  const names = field.names === undefined ? '' : ` or ${field.names[0]}-${field.names.at(-1)}`;
  const fix =
    item === '?'
      ? 'Write *.'
      : `Write numbers ${field.from}-${field.to}${names}, ranges, lists and steps; L, W, # and ? are not known.`;
  return new CronFault(
    `${field.name}: ${JSON.stringify(item)} is not a value from ${field.from}-${field.to}.`,
    fix,
  );
}

/** Only a date that none of the months has keeps an expression from ever firing. */
function canFire({ months, daysOfMonth, isEitherDay }: Cron): boolean {
  if (isEitherDay) return true;
  return longestMonthDays.some(
    (days, index) => isInSet(months, index + 1) && span(1, days).some((day) => isInSet(daysOfMonth, day)),
  );
}
