import type { Json, JsonObject } from '../core/json.ts';
import type { ImportForm } from './imports.ts';
import { isObject } from './read-json.ts';
import type { WorkLimit } from './work-limit.ts';

/** What `exports` or `imports` of a `package.json` makes of a name. */
export type Mapped =
  /** A path in the package, with `/` before it. `isExact`: it is tried as it is, without extensions. */
  | { readonly kind: 'path'; readonly path: string; readonly isExact: boolean }
  /** Another package. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'nothing'; readonly why: 'undefined' | 'null' | 'invalid' };

export type Lookup = { readonly form: ImportForm; readonly limit: WorkLimit };

type Context = Lookup & { readonly isInternal: boolean };

const nothing: Mapped = { kind: 'nothing', why: 'undefined' };
const invalid: Mapped = { kind: 'nothing', why: 'invalid' };
const isNull: Mapped = { kind: 'nothing', why: 'null' };

/** By https://nodejs.org/api/esm.html#resolution-algorithm-specification, PACKAGE_EXPORTS_RESOLVE, as esbuild does it. */
export function exportedPath(exports: Json, subpath: string, lookup: Lookup): Mapped {
  const context = { ...lookup, isInternal: false };
  const hasSubpaths = isObject(exports) && Object.keys(exports)[0]?.startsWith('.') === true;
  if (subpath !== '.') return hasSubpaths ? byKey(exports, subpath, context) : nothing;
  const main = hasSubpaths ? exports['.'] : exports;
  return main === undefined ? nothing : target(main, undefined, context);
}

/** PACKAGE_IMPORTS_RESOLVE: the names that begin with `#`. */
export function internalPath(imports: Json, name: string, lookup: Lookup): Mapped {
  return isObject(imports) ? byKey(imports, name, { ...lookup, isInternal: true }) : invalid;
}

function byKey(map: JsonObject, key: string, context: Context): Mapped {
  if (!key.endsWith('/') && !key.includes('*') && Object.hasOwn(map, key))
    return target(map[key] ?? null, undefined, context);
  const patterns = patternsOf(map);
  context.limit.spend(patterns.length);
  for (const { pattern, before, after } of patterns) {
    if (!key.startsWith(before)) continue;
    if (after === undefined) {
      const found = target(map[pattern] ?? null, { rest: key.slice(before.length), isStar: false }, context);
      return found.kind === 'path' ? { ...found, isExact: false } : found;
    }
    if (after !== '' && !(key.endsWith(after) && key.length >= pattern.length)) continue;
    const rest = key.slice(before.length, key.length - after.length);
    return target(map[pattern] ?? null, { rest, isStar: true }, context);
  }
  return nothing;
}

/** `after` is left out for the older form, which ends in a slash. */
type Pattern = { readonly pattern: string; readonly before: string; readonly after?: string };

const patterns = new WeakMap<object, readonly Pattern[]>();

/** The most specific one first: the longest text before its `*`, then the longest of all. */
function patternsOf(map: JsonObject): readonly Pattern[] {
  const known = patterns.get(map);
  if (known !== undefined) return known;
  const made = Object.keys(map).flatMap((pattern): Pattern[] => {
    const star = pattern.indexOf('*');
    if (star !== -1) return [{ pattern, before: pattern.slice(0, star), after: pattern.slice(star + 1) }];
    return pattern.endsWith('/') ? [{ pattern, before: pattern }] : [];
  });
  made.sort((a, b) => {
    if (a.before.length !== b.before.length) return b.before.length - a.before.length;
    if ((a.after === undefined) !== (b.after === undefined)) return a.after === undefined ? 1 : -1;
    return b.pattern.length - a.pattern.length;
  });
  patterns.set(map, made);
  return made;
}

type Rest = { readonly rest: string; readonly isStar: boolean };

/** PACKAGE_TARGET_RESOLVE. Files of JSON are nested only so deep, so this is too. */
function target(value: Json, rest: Rest | undefined, context: Context): Mapped {
  context.limit.spend(1);
  if (value === null) return isNull;
  if (typeof value === 'string') return textTarget(value, rest, context);
  if (Array.isArray(value)) return listTarget(value, rest, context);
  if (!isObject(value)) return invalid;
  for (const [condition, inner] of Object.entries(value)) {
    if (!holds(condition, context.form)) continue;
    const found = target(inner, rest, context);
    if (found !== nothing) return found;
  }
  return nothing;
}

/** Of esbuild for Node.js, where nobody names other conditions. */
function holds(condition: string, form: ImportForm): boolean {
  return condition === 'default' || condition === 'node' || condition === 'module' || condition === form;
}

function listTarget(values: readonly Json[], rest: Rest | undefined, context: Context): Mapped {
  let last = values.length === 0 ? isNull : nothing;
  for (const value of values) {
    const found = target(value, rest, context);
    if (found === invalid || found === isNull) last = found;
    else if (found !== nothing) return found;
  }
  return last;
}

function textTarget(text: string, rest: Rest | undefined, { isInternal }: Context): Mapped {
  const value = rest?.rest ?? '';
  if (rest?.isStar === false && value !== '' && !text.endsWith('/')) return misplaced;
  if (!text.startsWith('./')) {
    if (!isInternal || text.startsWith('../') || text.startsWith('/')) return invalid;
    return { kind: 'name', name: rest?.isStar === true ? text.replaceAll('*', value) : text + value };
  }
  if (hasForbiddenSegment(text.slice(2))) return invalid;
  if (hasForbiddenSegment(value.replace(/^[^/\\]*[/\\]?/, ''))) return misplaced;
  const base = text.slice(1).replace(/\/+$/, '');
  const joined = rest?.isStar === true ? base.replaceAll('*', value) : `${base}/${value}`.replace(/\/+$/, '');
  const path = decoded(joined);
  return path === undefined || /[/\\]$/.test(path) ? misplaced : { kind: 'path', path, isExact: true };
}

/** Not the same as `invalid`: nothing else of a list is tried. */
const misplaced: Mapped = { kind: 'nothing', why: 'invalid' };

function hasForbiddenSegment(text: string): boolean {
  return text
    .split(/[/\\]/)
    .some((segment) => segment === '.' || segment === '..' || segment === 'node_modules');
}

/** Targets are parts of URLs. */
function decoded(path: string): string | undefined {
  if (!path.includes('%')) return path;
  if (/%2f|%5c/i.test(path)) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
