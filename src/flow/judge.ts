import type { z } from 'zod';
import type { Json } from '../core/json.ts';
import { fieldOf } from '../core/parameters.ts';
import type { Problem } from '../core/problem.ts';
import { quote, quoteWithType } from '../core/quote.ts';
import { suggestKey } from './suggest.ts';
import { type Fault, type Path, placeOfPath, type YamlDocument } from './yaml-node.ts';

type Schema<T> = z.ZodType<T>;
type Issue = z.core.$ZodIssue;

/** A fault and the value, or key, that it is about. */
export type Found = { readonly path: Path; readonly at: 'key' | 'value'; readonly fault: Fault };

export type Judged<T> = {
  /** What could be understood: faulty values are left out of it. Undefined if nothing is left. */
  readonly value: T | undefined;
  readonly found: readonly Found[];
};

/** Further passes after pruning; each prunes at least one key, and what one pass misses the next has. */
const passLimit = 4;

/**
 * Judges a document by its schema. Faulty values are pruned and the rest judged again, so that rules over several
 * values can still speak about those that are right, and all problems come at once.
 */
export function judgeDocument<T>(schema: Schema<T>, document: Json): Judged<T> {
  const first = schema.safeParse(document);
  if (first.success) return { value: first.data, found: [] };
  const found = first.error.issues.flatMap((issue) => foundIn(issue, [], { schema, document }));
  let rest = found;
  for (let pass = 0; pass < passLimit; pass += 1) {
    if (!rest.every(({ path }) => prune(document, path))) return { value: undefined, found };
    const next = schema.safeParse(document);
    if (next.success) return { value: next.data, found };
    rest = next.error.issues.flatMap((issue) => foundIn(issue, [], { schema, document }));
  }
  return { value: undefined, found };
}

type Context = { readonly schema: Schema<unknown>; readonly document: Json };

function foundIn(issue: Issue, above: Path, context: Context): readonly Found[] {
  const path: Path = [...above, ...(issue.path as (string | number)[])];
  const value = valueAt(context.document, path);
  if (issue.code === 'custom') {
    const fault = (issue.params as { readonly fault: Fault }).fault;
    return [{ path, at: fault.code === 'E_REQUIRED' ? 'key' : 'value', fault }];
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, context));
  if (issue.code === 'invalid_union') return unionFaults(issue.errors, path, context);
  if (value === undefined) return [{ path, at: 'key', fault: missingFault() }];
  if (issue.code === 'too_small') return [{ path, at: 'value', fault: emptyFault() }];
  if (issue.code === 'too_big') {
    const message = `The list has more than ${issue.maximum} items.`;
    return [{ path, at: 'value', fault: { code: 'E_RANGE', message, fix: 'Shorten it.' } }];
  }
  return [{ path, at: 'value', fault: typeFault(path, value, issue) }];
}

function missingFault(): Fault {
  return { code: 'E_REQUIRED', message: 'It is missing.', fix: 'Add it.' };
}

function emptyFault(): Fault {
  return {
    code: 'E_REQUIRED',
    message: 'The list is empty.',
    fix: 'Name at least one, or leave the key out.',
  };
}

/** Of the alternatives of a shorthand, the one whose kind of value was written. */
function unionFaults(errors: readonly Issue[][], path: Path, context: Context): readonly Found[] {
  const isOtherKind = (issue: Issue): boolean => {
    const fault = issue.code === 'custom' ? (issue.params as { readonly fault: Fault }).fault : undefined;
    return issue.path.length === 0 && (issue.code === 'invalid_type' || fault?.code === 'E_TYPE');
  };
  const meant = errors.find((branch) => !branch.some(isOtherKind)) ?? errors[0] ?? [];
  return meant.flatMap((issue) => foundIn(issue, path, context));
}

function unknownKey(path: Path, key: string, { schema }: Context): Found {
  const message = `Unknown key ${quote(key)}.`;
  return {
    path: [...path, key],
    at: 'key',
    fault: { code: 'E_UNKNOWN_KEY', message, fix: suggestKey(schema, path, key) },
  };
}

function typeFault(path: Path, value: Json, issue: Issue): Fault {
  if (path.at(-1) === 'image' && typeof value === 'string') return imageFault(value);
  const expected = 'expected' in issue ? String(issue.expected) : 'another value';
  const kind = { object: 'a mapping', record: 'a mapping', array: 'a list' }[expected] ?? expected;
  const message = `Expected ${kind}, got ${quoteWithType(value)}.`;
  return { code: 'E_TYPE', message, fix: typeFix(path, value, kind) };
}

function typeFix(path: Path, value: Json, kind: string): string {
  if (path.length === 0) return 'Write keys and values, such as `description: …`.';
  if (value === null) return 'Give it a value, or leave the key out.';
  if (path.at(-1) === 'command' && typeof value === 'string') {
    return `Write a list: ${JSON.stringify(value.trim().split(/\s+/).slice(0, 6))}.`;
  }
  if (kind === 'a list') return 'Write [ … ], or one item a line after `- `.';
  return 'Write keys and values, indented below it.';
}

/** A flow never names an image: which one runs is decided, by digest, when it is deployed. */
function imageFault(image: string): Fault {
  const fix =
    'Write `image: { dockerfile: Dockerfile }`; a finished image is given to `deploy` as name@sha256:digest.';
  if (/@sha256:[0-9a-f]{64}$/.test(image)) {
    return { code: 'E_TYPE', message: `Expected a mapping, got string ${quote(image)}.`, fix };
  }
  if (image.includes('@')) {
    return {
      code: 'E_IMAGE_DIGEST',
      message: `${quote(image)} does not end in @sha256: and 64 hexadecimal digits.`,
      fix,
    };
  }
  return {
    code: 'E_IMAGE_MUTABLE',
    message: `${quote(image)} names no digest, so it can change after the plan.`,
    fix,
  };
}

export function valueAt(document: Json, path: Path): Json | undefined {
  let at: Json | undefined = document;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, step) ? (at as { readonly [key: string]: Json })[step] : undefined;
  }
  return at;
}

/** Deletes the faulty key, or the nearest one above that can be left out. False if it is the document itself. */
function prune(document: Json, path: Path): boolean {
  const isThere = valueAt(document, path) !== undefined;
  const last = path.at(-1);
  if (path.length === 0) return false;
  const parent = valueAt(document, path.slice(0, -1));
  if (isThere && typeof last === 'string' && typeof parent === 'object' && parent !== null) {
    delete (parent as { [key: string]: Json })[last];
    return true;
  }
  if (parent === undefined && path.length > 1) return prune(document, path.slice(0, -1));
  // An item of a list cannot be left out without renumbering the others; a missing key makes its mapping faulty.
  return path.length === 1 ? !isThere : prune(document, path.slice(0, -1));
}

/** Faults as problems with places; where one value has several, its first stage's alone. */
export function problemsOf(found: readonly Found[], document: YamlDocument): readonly Problem[] {
  return found.map(({ path, at, fault }) => ({
    ...fault,
    place: placeOfPath(document, path, at),
    ...(path.length === 0 ? {} : { field: fieldOf(path) }),
  }));
}
