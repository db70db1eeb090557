import * as z from 'zod';
import {
  type AlertKind,
  alertKinds,
  type ClockWait,
  type TickMark,
  type ToldAlert,
  type Trouble,
} from '../../core/alerting.ts';
import { type Deployment, type Version, workflowRunPattern } from '../../core/deployment.ts';
import { type EndingClass, endingClasses, type Outcome } from '../../core/ending.ts';
import { type FlowName, judgeFlowName, type ParameterSchema, type Policy } from '../../core/flow.ts';
import { type Instant, parseIso } from '../../core/instant.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import {
  type Attempt,
  type Phase,
  parseRunId,
  type Run,
  type RunId,
  type StopIntent,
} from '../../core/run.ts';
import { type Gap, type GapReason, gapReasons, type Pause } from '../../core/state.ts';

/**
 * The shapes of records on the state branch, which anybody with write access to the repository can change. Objects are
 * strict: a key that names code, such as `image` or `command` in a run, is refused and not ignored.
 */

function read<T>(parse: (text: string) => T | undefined, what: string): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: `${JSON.stringify(text.slice(0, 80))} is not ${what}` });
    return z.NEVER;
  });
}

export const instant: z.ZodType<Instant, string> = read(parseIso, 'an instant such as 2026-11-24T10:05:00Z');
const flowName: z.ZodType<FlowName, string> = read((text) => {
  const verdict = judgeFlowName(text);
  return verdict.kind === 'ok' ? verdict.name : undefined;
}, 'the name of a flow');
const runId: z.ZodType<RunId, string> = read(parseRunId, 'the id of a run');

const count = z.int().nonnegative();
const positive = z.int().positive();
export const longestWords = 4_096;
const words = z.string().max(longestWords);
const hash = (least: number, most: number) => z.string().regex(new RegExp(`^[0-9a-f]{${least},${most}}$`));
export const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
export const commit = z.string().regex(commitPattern);
const keysOf = <T extends string>(table: { readonly [key in T]: unknown }) =>
  z.enum(Object.keys(table) as T[]);

/** `JSON.parse` reads `1e999` as Infinity, which JSON cannot say again. */
export function isFiniteJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isFiniteJson);
}
const json = z.custom<Json>(isFiniteJson, 'has a number that is out of range');
const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isFiniteJson(value),
  'is not an object with numbers in range',
);

export const optional = z.exactOptional;
const outcome = z.enum(['succeeded', 'failed', 'crashed', 'timed-out', 'cancelled', 'unknown']);

const stopIntent: z.ZodType<StopIntent> = z.strictObject({
  cause: z.enum(['cancelled', 'superseded', 'start-timeout', 'run-timeout']),
  at: instant,
  by: optional(words),
});

const ending = z
  .strictObject({
    class: keysOf<EndingClass>(endingClasses),
    at: instant,
    exitCode: optional(z.int()),
    detail: optional(words),
  })
  .refine(
    (value) => value.class !== 'exit-zero' || (value.exitCode ?? 0) === 0,
    'says `exit-zero` with another exit code',
  );

const attempt: z.ZodType<Attempt> = z.strictObject({
  number: positive,
  launchTry: positive,
  intendedAt: instant,
  sends: optional(positive),
  capacity: optional(z.enum(['spot', 'on-demand'])),
  handle: optional(words),
  startedAt: optional(instant),
  missing: optional(z.strictObject({ since: instant, ticks: positive })),
  stop: optional(stopIntent),
  ending: optional(ending),
});

const cause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slot'), slot: instant }),
  z.strictObject({ kind: z.literal('backfill'), slot: instant, by: words }),
  z.strictObject({ kind: z.literal('manual'), by: words }),
  z.strictObject({ kind: z.literal('upstream'), run: runId, slot: optional(instant) }),
]);

const openStates = ['queued', 'launching', 'running', 'stopping'] as const;
const phase: z.ZodType<Phase> = z
  .strictObject({
    state: z.enum([...openStates, ...outcome.options]),
    notBefore: optional(instant),
    endedAt: optional(instant),
  })
  .transform(({ state, notBefore, endedAt }, context): Phase => {
    const isOpen = (openStates as readonly string[]).includes(state);
    if (state === 'queued' && notBefore !== undefined && endedAt === undefined) return { state, notBefore };
    if (!isOpen && endedAt !== undefined && notBefore === undefined)
      return { state: state as Outcome, endedAt };
    if (isOpen && state !== 'queued' && endedAt === undefined && notBefore === undefined)
      return { state: state as 'launching' | 'running' | 'stopping' };
    context.addIssue({ code: 'custom', message: `the times do not fit the state \`${state}\`` });
    return z.NEVER;
  });

export const runRecord: z.ZodType<Run> = z.strictObject({
  id: runId,
  flow: flowName,
  cause,
  parameters: jsonObject,
  createdAt: instant,
  commit,
  revision: words,
  phase,
  attempts: z.array(attempt).max(1_000),
  cancel: optional(stopIntent),
  granted: count,
  shown: optional(z.strictObject({ checkId: z.string().max(200), as: z.string().max(200) })),
  claim: optional(z.strictObject({ at: instant, commit: optional(commit) })),
});

export const pauseRecord: z.ZodType<Pause> = z.strictObject({ flow: flowName, at: instant, by: words });

export const gapRecord: z.ZodType<Gap> = z
  .strictObject({
    flow: flowName,
    outcome: z.enum(['skipped', 'missed']),
    because: keysOf<GapReason>(gapReasons),
    from: instant,
    to: instant,
    count: positive,
  })
  .refine((gap) => gap.from <= gap.to, 'ends before it starts');

export const troubleRecord: z.ZodType<Trouble> = z.strictObject({
  flow: flowName,
  failures: optional(
    z.strictObject({
      count: positive,
      since: instant,
      run: runId,
      at: instant,
      class: keysOf<EndingClass>(endingClasses),
      exitCode: optional(z.int()),
      lastSuccess: optional(z.strictObject({ run: runId, commit, at: instant })),
    }),
  ),
  missed: optional(
    z.strictObject({ count: positive, from: instant, to: instant, because: keysOf<GapReason>(gapReasons) }),
  ),
});

const shortText = z.string().max(200);

export const alertRecord: z.ZodType<ToldAlert> = z.strictObject({
  kind: z.enum(alertKinds as unknown as [AlertKind]),
  flow: optional(flowName),
  since: instant,
  causes: z.array(shortText).max(20),
  issue: optional(z.strictObject({ number: positive, as: shortText, causes: count })),
  message: optional(z.strictObject({ as: shortText, tries: positive, isSent: z.boolean() })),
  notBefore: optional(instant),
});

export const tickRecord: z.ZodType<TickMark> = z.strictObject({ trigger: z.string().max(100), at: instant });

export const clockRecord: z.ZodType<ClockWait> = z.strictObject({ from: instant, to: instant });

const parameterSchema: z.ZodType<ParameterSchema> = z.strictObject({
  type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']),
  description: optional(z.string()),
  enum: optional(z.array(json)),
  default: optional(json),
  format: optional(z.enum(['date', 'date-time'])),
  minimum: optional(z.number()),
  maximum: optional(z.number()),
  minLength: optional(count),
  maxLength: optional(count),
  items: optional(z.lazy(() => parameterSchema)),
});

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cron'), cron: words, timezone: words, parameters: jsonObject }),
  z.strictObject({
    kind: z.literal('interval'),
    everySeconds: positive,
    anchor: instant,
    parameters: jsonObject,
  }),
]);

const seconds = z.number().nonnegative();

const policy: z.ZodType<Policy> = z.strictObject({
  schedules: z.array(schedule),
  catchUp: z.strictObject({
    policy: z.enum(['none', 'latest', 'all']),
    windowSeconds: seconds,
    max: count,
  }),
  overlap: z.enum(['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow']),
  concurrency: optional(z.strictObject({ group: words, limit: positive })),
  after: optional(
    z.strictObject({ flows: z.array(flowName), when: z.enum(['succeeded', 'failed', 'finished']) }),
  ),
  parameters: z.record(z.string(), parameterSchema),
  retries: z.strictObject({
    limit: count,
    delaySeconds: seconds,
    backoff: z.enum(['constant', 'linear', 'exponential']),
    maxDelaySeconds: seconds,
    jitter: z.number().min(0).max(1),
  }),
  infraRetries: count,
  timeout: z.strictObject({ startSeconds: seconds, runSeconds: seconds }),
  onUnknown: z.enum(['hold', 'relaunch']),
  spot: z.boolean(),
  spotFallbackAfter: optional(positive),
  network: optional(z.string().regex(/^[a-z][a-z0-9-]{0,47}$/)),
});

const partHash = hash(4, 64);
const version: z.ZodType<Version> = z.strictObject({
  fingerprint: hash(64, 64),
  content: hash(64, 64),
  parts: z.strictObject({
    manifest: partHash,
    placement: partHash,
    code: partHash,
    packages: partHash,
    image: partHash,
  }),
  revision: words,
  image: optional(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/)),
  built: optional(z.strictObject({ run: z.string().regex(workflowRunPattern), commit })),
  commit,
});

export const deploymentRecord: z.ZodType<Deployment> = z.strictObject({
  flow: flowName,
  version,
  deployedAt: instant,
  policy,
  resources: optional(
    z.strictObject({
      cpu: positive,
      memoryMiB: positive,
      storageGiB: optional(positive),
      architecture: z.enum(['x86-64', 'arm64']),
    }),
  ),
  taskFields: optional(z.record(z.string().max(300), z.string().max(1_000))),
  scheduledSince: z.record(z.string(), instant),
  earlier: z.array(version),
  retiredAt: optional(instant),
});
