import { z } from 'zod';
import { nearest } from '../core/nearest.ts';
import { quote, quoteWithType } from '../core/quote.ts';
import { durationSource, parseDuration, writeDuration } from './durations.ts';
import type { Fault } from './yaml-node.ts';

/** What a rule says of one value. */
export type Verdict<T> = { readonly value: T } | { readonly fault: Fault };

/** What editors are told of a value: JSON Schema keywords. */
export type EditorFacts = { readonly description: string; readonly [keyword: string]: unknown };

/** One value with a rule of its own: the rule judges, and `facts` tells editors what it asks for. */
export function leaf<T>(facts: EditorFacts, judge: (value: unknown) => Verdict<T>) {
  return z
    .unknown()
    .transform((value, context): T => {
      const verdict = value === undefined ? missing : judge(value);
      if ('value' in verdict) return verdict.value;
      context.issues.push({ code: 'custom', input: value, params: { fault: verdict.fault } });
      return z.NEVER;
    })
    .meta(facts);
}

const missing = { fault: { code: 'E_REQUIRED', message: 'It is missing.', fix: 'Add it.' } } as const;

export function refuse(code: string, message: string, fix?: string): { readonly fault: Fault } {
  return { fault: fix === undefined ? { code, message } : { code, message, fix } };
}

export function refuseType(expected: string, value: unknown, fix?: string): { readonly fault: Fault } {
  return refuse('E_TYPE', `Expected ${expected}, got ${quoteWithType(value)}.`, fix);
}

type TextRule = { readonly description: string; readonly limit?: number; readonly mayBeEmpty?: boolean };

export function textLeaf(rule: TextRule, judge?: (text: string) => Verdict<string>) {
  const limit = rule.limit ?? 1_024;
  return leaf<string>({ type: 'string', description: rule.description }, (value) => {
    if (typeof value !== 'string') return refuseType('a text', value, textFix(value));
    if (value === '' && rule.mayBeEmpty !== true && judge === undefined) {
      return refuse('E_REQUIRED', 'The text is empty.', 'Write something, or leave the key out.');
    }
    if (value.length > limit)
      return refuse('E_RANGE', `The text has ${value.length} characters; at most ${limit}.`);
    return judge === undefined ? { value } : judge(value);
  });
}

function textFix(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? `Quote it: "${value}".` : undefined;
}

export function choiceLeaf<const T extends string>(allowed: readonly T[], description: string) {
  return leaf<T>({ type: 'string', enum: allowed, description }, (value) => {
    if (typeof value !== 'string') return refuseType('a word', value, `Allowed: ${allowed.join(', ')}.`);
    const found = allowed.find((item) => item === value);
    if (found !== undefined) return { value: found };
    const close = nearest(value, allowed);
    const hint = close === undefined ? '' : ` Did you mean ${close}?`;
    return refuse('E_ENUM', `${quote(value)} is not allowed.`, `Allowed: ${allowed.join(', ')}.${hint}`);
  });
}

type NumberRule = { readonly minimum: number; readonly maximum: number; readonly description: string };

export function wholeLeaf(rule: NumberRule) {
  return numberLeaf({ ...rule, isWhole: true });
}

export function fractionLeaf(rule: NumberRule) {
  return numberLeaf({ ...rule, isWhole: false });
}

function numberLeaf({ isWhole, ...rule }: NumberRule & { readonly isWhole: boolean }) {
  const expected = isWhole ? 'a whole number' : 'a number';
  const range = `${rule.minimum} to ${rule.maximum}`;
  return leaf<number>({ type: isWhole ? 'integer' : 'number', ...rule }, (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
      return refuseType(expected, value, numberFix(value, range));
    }
    if (value >= rule.minimum && value <= rule.maximum) return { value };
    return refuse('E_RANGE', `${value} is out of range.`, `Allowed: ${range}.`);
  });
}

function numberFix(value: unknown, range: string): string {
  const plain = typeof value === 'string' ? value.replaceAll('_', '') : '';
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? `Write ${plain}, without quotes.` : `Allowed: ${range}.`;
}

export function flagLeaf(description: string) {
  return leaf<boolean>({ type: 'boolean', description }, (value) => {
    if (typeof value === 'boolean') return { value };
    const isYes = typeof value === 'string' && /^(?:yes|y|on|true|1)$/i.test(value);
    const isNo = typeof value === 'string' && /^(?:no|n|off|false|0)$/i.test(value);
    return refuseType('boolean', value, `Write ${isYes ? 'true' : isNo ? 'false' : 'true or false'}.`);
  });
}

type DurationRule = {
  readonly leastSeconds: number;
  readonly mostSeconds: number;
  readonly description: string;
  readonly isWholeMinutes?: boolean;
};

const durationFix = 'Write a number with its unit: 30s, 15m, 6h, 2d, 1h30m.';

export function durationLeaf(rule: DurationRule) {
  const facts = {
    type: 'string',
    pattern: durationSource,
    description: rule.description,
    examples: [writeDuration(rule.leastSeconds)],
  };
  return leaf<number>(facts, (value) => {
    if (typeof value !== 'number' && typeof value !== 'string') {
      return refuseType('a duration', value, durationFix);
    }
    const read = readDuration(value);
    return 'fault' in read ? read : judgeSeconds(read.value, value, rule);
  });
}

function readDuration(value: string | number): Verdict<number> {
  const clock = typeof value === 'string' ? /^(\d+):(\d+)$/.exec(value) : null;
  if (clock !== null) return refuseType('a duration', value, `Write ${clock[1]}h${clock[2]}m.`);
  const bare = value === 0 ? 0 : undefined;
  const seconds = typeof value === 'string' ? parseDuration(value) : bare;
  if (seconds !== undefined) return { value: seconds };
  return refuse('E_DURATION', `${quote(value)} is not a duration.`, bareFix(value));
}

function judgeSeconds(seconds: number, seen: unknown, rule: DurationRule): Verdict<number> {
  if (rule.isWholeMinutes === true && seconds % 60 !== 0) {
    return refuse('E_RANGE', `${quote(seen)} is not a number of whole minutes.`, 'Slots are whole minutes.');
  }
  if (seconds >= rule.leastSeconds && seconds <= rule.mostSeconds) return { value: seconds };
  const range = `${writeDuration(rule.leastSeconds)} to ${writeDuration(rule.mostSeconds)}`;
  return refuse('E_RANGE', `${quote(seen)} is out of range.`, `Allowed: ${range}.`);
}

function bareFix(value: string | number): string {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) {
    return `Write its unit, such as ${value}s, ${value}m or ${value}h.`;
  }
  return durationFix;
}
