import type { Json, JsonObject } from '../core/json.ts';
import type { Redactor } from './redact.ts';
import { redactionMark } from './spans.ts';

/**
 * Hides secrets in the texts of a document, so that it stays one. What a text means can stand in its key, as in
 * `{"password": "…"}`.
 */
export function redactDocument(document: JsonObject, redact: Redactor): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) =>
      isHarmlessMember(key, value, redact) ? [key, value] : [redact(key), redactMember(key, value, redact)],
    ),
  );
}

/** Of most members one look at the whole says it all: unless JSON writes them in other characters, it shows both texts. */
function isHarmlessMember(key: string, value: Json, redact: Redactor): boolean {
  if (typeof value === 'object') return false;
  const member = JSON.stringify({ [key]: value });
  return member.length === key.length + lengthOf(value) + '{"":}'.length && redact.isHarmless(member);
}

function lengthOf(value: string | number | boolean): number {
  return typeof value === 'string' ? value.length + '""'.length : String(value).length;
}

function redactMember(key: string, value: Json, redact: Redactor): Json {
  if (typeof value === 'object') return redactValue(value, redact);
  const alone = redactValue(value, redact);
  if (alone !== value || typeof value === 'boolean') return alone;
  const member = JSON.stringify({ [key]: value });
  return redact(member) === member ? value : redactionMark;
}

function redactValue(value: Json, redact: Redactor): Json {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value)
    ? value.map((entry) => redactValue(entry, redact))
    : redactDocument(value as JsonObject, redact);
}
