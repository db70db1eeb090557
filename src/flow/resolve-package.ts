import type { JsonObject } from '../core/json.ts';
import { isObject, stringOf } from './read-json.ts';

/** `@scope/name/part` → the package and what is asked of it (`.`, `./part`). */
export function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const segments = specifier.split('/');
  const count = specifier.startsWith('@') ? 2 : 1;
  const rest = segments.slice(count).join('/');
  return { name: segments.slice(0, count).join('/'), subpath: rest === '' ? '.' : `./${rest}` };
}

const deepestConditions = 16;

/**
 * Every file that an `exports` or `imports` field can lead to, whatever the condition: which one is taken depends on
 * who asks, and taking all can only redeploy once too often.
 */
export function mappedTargets(field: unknown, key: string): readonly string[] {
  if (!isObject(field) || !hasSubpaths(field)) return key === '.' ? flatten(field, '', 0) : [];
  if (key in field) return flatten(field[key], '', 0);
  const match = bestPattern(Object.keys(field), key);
  return match === undefined ? [] : flatten(field[match.pattern], match.rest, 0);
}

function hasSubpaths(field: JsonObject): boolean {
  return Object.keys(field).some((key) => key.startsWith('.') || key.startsWith('#'));
}

/** The pattern with the longest text before its `*`, and what the `*` stands for. */
export function bestPattern(
  patterns: readonly string[],
  text: string,
): { readonly pattern: string; readonly rest: string } | undefined {
  let best: { readonly pattern: string; readonly rest: string; readonly length: number } | undefined;
  for (const pattern of patterns) {
    const star = pattern.indexOf('*');
    if (star === -1) continue;
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
    const fits =
      text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
    if (!fits || (best !== undefined && best.length >= before.length)) continue;
    best = { pattern, rest: text.slice(before.length, text.length - after.length), length: before.length };
  }
  return best;
}

function flatten(target: unknown, star: string, depth: number): string[] {
  if (depth > deepestConditions) return [];
  if (typeof target === 'string') return [target.replaceAll('*', star)];
  const inner = Array.isArray(target) ? target : isObject(target) ? withoutTypes(target) : [];
  return inner.flatMap((item) => flatten(item, star, depth + 1));
}

function withoutTypes(conditions: JsonObject): unknown[] {
  return Object.entries(conditions).flatMap(([condition, target]) => (condition === 'types' ? [] : [target]));
}

/** Where a package leads that is taken from its folder: by `exports`, or by the older fields. */
export function packageTargets(content: JsonObject, subpath: string): readonly string[] {
  if (content['exports'] !== undefined) return mappedTargets(content['exports'], subpath);
  if (subpath !== '.') return [subpath];
  const fields = ['module', 'main'].flatMap((key) => stringOf(content[key]) ?? []);
  return [...fields.map((field) => (field.startsWith('./') ? field : `./${field}`)), './index'];
}

const builtins = new Set(
  (
    'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
    'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl ' +
    'stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib'
  ).split(' '),
);

export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtins.has(specifier.split('/')[0] ?? '');
}
