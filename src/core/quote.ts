import { looksLikeSecretValue } from './secret-like.ts';
import { escapeUnseen } from './unseen.ts';

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
  const shown = escapeUnseen(text);
  return shown.length <= limit ? shown : `${shown.slice(0, limit)}…`;
}

/** `string "yes"`, `number 5`, `a list`: what kind of value was found. */
export function quoteWithType(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? textOf(value) : `${typeof value} ${quote(value)}`;
}
