import type { Policy } from './flow.ts';
import { canonicalJson, type Json } from './json.ts';

/** Parts of a policy whose members are named one by one; others differ as a whole. */
const opened = new Set(['catchUp', 'concurrency', 'after', 'parameters', 'retries', 'timeout']);

/** Keys that people write under another one. */
const elsewhere: { readonly [key: string]: string } = {
  spot: 'resources.spot',
  spotFallbackAfter: 'resources.spot.fallback-after',
};

/** The keys of the manifest, as people write them, in which two policies differ. */
export function policyDifference(before: Policy, after: Policy): readonly string[] {
  const keys = differences(plain(before), plain(after)).map(([first, ...rest]) => {
    // Names of parameters are the user's own.
    const inner = first === 'parameters' ? rest : rest.map(asWritten);
    return [elsewhere[first ?? ''] ?? asWritten(first ?? ''), ...inner].join('.');
  });
  return keys.sort();
}

type Plain = { readonly [key: string]: Json };

function plain(policy: Policy): Plain {
  const schedules = policy.schedules.map((schedule) => canonicalJson(schedule as unknown as Json)).sort();
  return { ...(policy as unknown as Plain), schedules };
}

function differences(before: Plain, after: Plain): string[][] {
  return keysOf(before, after).flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    if (isEqual(was, is)) return [];
    if (!opened.has(key) || !isPlain(was) || !isPlain(is)) return [[key]];
    return keysOf(was, is)
      .filter((inner) => !isEqual(was[inner], is[inner]))
      .map((inner) => [key, inner]);
  });
}

function keysOf(before: Plain, after: Plain): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function isPlain(value: Json | undefined): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}

/** `maxDelaySeconds` → `max-delay`. */
function asWritten(key: string): string {
  return key.replace(/Seconds$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
