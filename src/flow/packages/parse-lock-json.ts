import type { JsonObject } from '../../core/json.ts';
import { isObject } from '../read-json.ts';

/** What a parser makes of a bracket takes fifty times its place. Real lock files have three to a package. */
const mostBrackets = 1_000_000;

/** The object that a lock file holds, its memory bounded; undefined if it is none. */
export function parseLockJson(text: string): JsonObject | undefined {
  if (text.length > mostBrackets && openings(text) > mostBrackets) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function openings(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) count += 1;
  }
  return count;
}
