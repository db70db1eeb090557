import * as z from 'zod';
import { type Alerting, alertKeyOf } from '../../core/alerting.ts';
import type { Deployment, Registry } from '../../core/deployment.ts';
import type { FlowName } from '../../core/flow.ts';
import { type Problem, RefusedError } from '../../core/problem.ts';
import type { Run, RunId } from '../../core/run.ts';
import type { Pause, State } from '../../core/state.ts';
import { quickRun } from './quick-run.ts';
import { type Believed, faultOfRegistry, faultOfState, type RecordFault } from './record-checks.ts';
import {
  alertRecord,
  clockRecord,
  commit,
  deploymentRecord,
  gapRecord,
  instant,
  optional,
  pauseRecord,
  runRecord,
  tickRecord,
  troubleRecord,
} from './record-schemas.ts';
import {
  encodeRegistry,
  encodeState,
  longestRegistryBytes,
  longestStateBytes,
  schemaNumber,
} from './record-text.ts';
import { parseStrictJson } from './strict-json.ts';

/** What decoding compares with, and says: `file` names it for people, `restore` how to get a good one back. */
export type ReadContext = Believed & { readonly file: string; readonly restore: string };

const stateDocument = z.strictObject({
  schema: z.literal(schemaNumber),
  sequence: z.int().nonnegative(),
  mark: instant,
  runs: z.array(runRecord),
  pauses: z.array(pauseRecord),
  gaps: z.array(gapRecord),
  troubles: optional(z.array(troubleRecord)),
  alerts: optional(z.array(alertRecord)),
  ticks: optional(z.array(tickRecord).max(100)),
  clock: optional(clockRecord),
});

const registryDocument = z.strictObject({
  schema: z.literal(schemaNumber),
  commit: optional(commit),
  deployments: z.array(deploymentRecord),
});

/** Records that were read and believed. What is immutable and was believed once can be written again unread. */
const believed = new WeakSet<object>();

/** Whether what would be written could be read again, looking only at records that were not read. */
export function checkReadable(state: State, registry: Registry, context: ReadContext): void {
  const runs = new Map([...state.runs].filter(([, run]) => !believed.has(run)));
  const deployments = new Map([...registry.deployments].filter(([, item]) => !believed.has(item)));
  decodeState(Buffer.from(encodeState({ ...state, runs })), context);
  decodeRegistry(Buffer.from(encodeRegistry({ ...registry, deployments })), context);
}

export function decodeState(bytes: Uint8Array, context: ReadContext): State {
  const { sequence, mark, gaps, ...lists } = decode(bytes, stateDocument, {
    ...context,
    limit: longestStateBytes,
    quick: quickState,
  });
  const runs = keyed<RunId, Run>(lists.runs, ({ id }) => id, { ...context, list: 'runs' });
  const pauses = keyed<FlowName, Pause>(lists.pauses, ({ flow }) => flow, { ...context, list: 'pauses' });
  const alerting = alertingIn(lists, context);
  const state: State = {
    sequence,
    mark,
    runs,
    pauses,
    gaps,
    ...(alerting === undefined ? {} : { alerting }),
  };
  refuse(faultOfState(state, context), context);
  return state;
}

/** Undefined: one of the runs is not as usual, so the schema judges all of it. */
function quickState(value: unknown): z.output<typeof stateDocument> | undefined {
  const { runs } = (value ?? {}) as { readonly runs?: unknown };
  if (!Array.isArray(runs)) return undefined;
  const read: Run[] = [];
  for (const item of runs) {
    const run = quickRun(item);
    if (run === undefined) return undefined;
    read.push(run);
  }
  const rest = stateDocument.safeParse({ ...(value as object), runs: [] });
  return rest.success ? { ...rest.data, runs: read } : undefined;
}

type AlertLists = Pick<z.output<typeof stateDocument>, 'troubles' | 'alerts' | 'ticks' | 'clock'>;

/** Undefined: it was written before there were alerts. */
function alertingIn(
  { troubles, alerts, ticks, clock }: AlertLists,
  context: ReadContext,
): Alerting | undefined {
  if (troubles === undefined && alerts === undefined && ticks === undefined && clock === undefined)
    return undefined;
  return {
    troubles: keyed(troubles ?? [], ({ flow }) => flow, { ...context, list: 'troubles' }),
    told: keyed(alerts ?? [], alertKeyOf, { ...context, list: 'alerts' }),
    ticks: ticks ?? [],
    ...(clock === undefined ? {} : { clock }),
  };
}

export function decodeRegistry(bytes: Uint8Array, context: ReadContext): Registry {
  const document = decode(bytes, registryDocument, { ...context, limit: longestRegistryBytes });
  const where = { ...context, list: 'deployments' };
  const deployments = keyed<FlowName, Deployment>(document.deployments, ({ flow }) => flow, where);
  const registry: Registry =
    document.commit === undefined ? { deployments } : { commit: document.commit, deployments };
  refuse(faultOfRegistry(registry, context), context);
  return registry;
}

type DecodeContext<T> = ReadContext & {
  readonly limit: number;
  /** Reads what is as usual; undefined leaves it to the schema. */
  readonly quick?: (value: unknown) => T | undefined;
};

/** A byte order mark and CRLF, which an editor on Windows leaves behind, change nothing that is read: they are let through. */
function decode<T>(bytes: Uint8Array, schema: z.ZodType<T>, context: DecodeContext<T>): T {
  if (bytes.byteLength > context.limit)
    throw corrupt(context, `it has ${bytes.byteLength} bytes; the limit is ${context.limit}`);
  const parsed = parseStrictJson(textOf(bytes, context));
  if (parsed.kind === 'bad') throw corrupt(context, parsed.reason, { line: parsed.line });
  const newer = schemaOf(parsed.value);
  if (newer !== undefined && newer > schemaNumber) throw tooNew(context, newer);
  const quick = context.quick?.(parsed.value);
  if (quick !== undefined) return quick;
  const result = schema.safeParse(parsed.value);
  if (!result.success) throw shapeError(result.error.issues[0], parsed.value, context);
  return result.data;
}

function textOf(bytes: Uint8Array, context: ReadContext): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(context, 'it is not UTF-8');
  }
}

function schemaOf(value: unknown): number | undefined {
  const schema = (value as { schema?: unknown } | null)?.schema;
  return typeof schema === 'number' ? schema : undefined;
}

function keyed<K, T extends object>(
  records: readonly T[],
  keyOf: (record: T) => K,
  context: ReadContext & { list: string },
): ReadonlyMap<K, T> {
  const map = new Map<K, T>();
  for (const record of records) {
    const key = keyOf(record);
    if (map.has(key)) throw corrupt(context, `two records are called ${key}`, { field: context.list });
    map.set(key, record);
    believed.add(record);
  }
  return map;
}

function shapeError(issue: z.core.$ZodIssue | undefined, value: unknown, context: ReadContext): RefusedError {
  const field = fieldOf(issue?.path ?? [], value);
  if (issue?.code !== 'unrecognized_keys') {
    return corrupt(context, issue?.message ?? 'it has another shape', { field });
  }
  const keys = issue.keys.map((key) => JSON.stringify(key.slice(0, 80))).join(', ');
  return new RefusedError({
    code: 'E_UNKNOWN_KEY',
    place: { file: context.file },
    field,
    message: `${keys} is no key of such a record. State names flows, times and outcomes; it never says what to execute.`,
    fix: context.restore,
  });
}

/** `runs[daily-20261124-2105].phase`: a record is found by its name, not by counting. */
function fieldOf(path: readonly PropertyKey[], root: unknown): string {
  let value: unknown = root;
  let field = '';
  for (const key of path) {
    value = (value as { [key: PropertyKey]: unknown } | undefined)?.[key];
    const named = value as { id?: unknown; flow?: unknown } | undefined;
    const name = named?.id ?? named?.flow;
    const inList = typeof name === 'string' ? name.slice(0, 80) : String(key);
    field += typeof key === 'number' ? `[${inList}]` : `${field === '' ? '' : '.'}${String(key)}`;
  }
  return field === '' ? 'the document' : field;
}

function refuse(fault: RecordFault | undefined, context: ReadContext): void {
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
