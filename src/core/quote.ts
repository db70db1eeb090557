import { looksLikeSecretValue } from './secret-like.ts';

/** Control, format (bidirectional overrides among them), lone surrogates, private use: nothing a reader could see. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

function escapeUnseen(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return Object.is(value, -0) ? '0' : String(value);
}

/** A value as messages show it: on one line, cut, visible, and never a secret. */
export function quote(value: unknown, limit = 60): string {
  if (typeof value === 'string' && looksLikeSecretValue(value)) return 'a value that looks like a secret';
  const text = textOf(typeof value === 'string' ? value.slice(0, limit * 2) : value);
  const shown = text.replaceAll(unseen, escapeUnseen);
  return shown.length <= limit ? shown : `${shown.slice(0, limit)}…`;
}

/** `string "yes"`, `number 5`, `a list`: what kind of value was found. */
export function quoteWithType(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? textOf(value) : `${typeof value} ${quote(value)}`;
}
