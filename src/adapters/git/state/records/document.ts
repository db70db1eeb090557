import { type Problem, RefusedError } from '../../../../core/problem.ts';
import { type Codec, Mismatch } from './codec.ts';
import type { Believed, RecordFault } from './plausibility.ts';
import { parseStrictJson } from './strict-json.ts';

/** Of the files `state.json` and `deployments.json`, which say how all others are laid out. */
export const schemaNumber = 2;

/** GitHub recommends objects of at most 1 MB and shows no larger ones (Repository limits). */
export const longestFileBytes = 1_048_576;

/** What decoding compares with, and says: `file` names it for people, `restore` how to get a good one back. */
export type ReadContext = Believed & { readonly file: string; readonly restore: string };

/** A byte order mark and CRLF, which an editor on Windows leaves behind, change nothing that is read: they are let through. */
export function parseDocument(bytes: Uint8Array, context: ReadContext, limit = longestFileBytes): unknown {
  if (bytes.byteLength > limit)
    throw corrupt(context, `it has ${bytes.byteLength} bytes; the limit is ${limit}`);
  const parsed = parseStrictJson(textOf(bytes, context));
  if (parsed.kind === 'bad') throw corrupt(context, parsed.reason, { line: parsed.line });
  return parsed.value;
}

/** The number of the layout that a document says it belongs to; undefined: it says none. */
export function schemaOf(value: unknown, context: ReadContext): number | undefined {
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema !== 'number') return undefined;
  if (schema > schemaNumber) throw tooNew(context, schema);
  return schema;
}

export function readAs<T>(codec: Pick<Codec<T>, 'read'>, value: unknown, context: ReadContext): T {
  try {
    return codec.read(value);
  } catch (error) {
    if (error instanceof Mismatch) throw mismatched(error, context);
    throw error;
  }
}

function textOf(bytes: Uint8Array, context: ReadContext): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(context, 'it is not UTF-8');
  }
}

function mismatched({ field, reason, unknownKeys }: Mismatch, context: ReadContext): RefusedError {
  const where = field === '' ? 'the document' : field.replace(/^\./, '');
  if (unknownKeys.length === 0) return corrupt(context, reason, { field: where });
  const keys = unknownKeys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 80)));
  return new RefusedError({
    code: 'E_UNKNOWN_KEY',
    place: { file: context.file },
    field: where,
    message: `${keys.join(', ')} is no key of such a record. State names flows, times and outcomes; it never says what to execute.`,
    fix: context.restore,
  });
}

/** Refuses a record that has the right shape and cannot be true. */
export function refuse(fault: RecordFault | undefined, context: ReadContext): void {
  if (fault === undefined) return;
  if (fault.code === 'E_STATE_CORRUPT') throw corrupt(context, fault.message, { field: fault.field });
  throw new RefusedError({
    code: fault.code,
    place: { file: context.file },
    field: fault.field,
    message: `${fault.message}. Headgate touches nothing that is not its own.`,
    fix: `If the project moved to another account, region, cluster or name on purpose, finish its runs in the old place first, then delete the branch and deploy again. If not: ${context.restore}`,
  });
}

type Where = { readonly field?: string; readonly line?: number };

export function corrupt(
  context: Pick<ReadContext, 'file' | 'restore'>,
  reason: string,
  where: Where = {},
): RefusedError {
  const { field, line } = where;
  const problem: Problem = {
    code: 'E_STATE_CORRUPT',
    place: { file: context.file, ...(line === undefined ? {} : { line }) },
    ...(field === undefined ? {} : { field }),
    message: `The state cannot be believed: ${reason}. Nothing was launched or written.`,
    fix: context.restore,
  };
  return new RefusedError(problem);
}

function tooNew(context: ReadContext, schema: number): RefusedError {
  return new RefusedError({
    code: 'E_STATE_TOO_NEW',
    place: { file: context.file },
    field: 'schema',
    message: `A newer Headgate wrote it: schema ${schema}; this one reads ${schemaNumber}. Nothing was launched or written.`,
    fix: 'Use the version of Headgate that the other workflows of this repository use.',
  });
}
