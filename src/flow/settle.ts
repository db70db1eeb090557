import type {
  CatchUp,
  FlowName,
  Manifest,
  ParameterSchemas,
  Policy,
  Program,
  Retries,
  Schedule,
  Workload,
} from '../core/flow.ts';
import { type Instant, parseIso } from '../core/instant.ts';
import type { JsonObject } from '../core/json.ts';
import type { WrittenDefaults, WrittenManifest } from './schema.ts';
import { besideOf } from './settle-containers.ts';

export type ToSettle = {
  readonly name: FlowName;
  readonly file: string;
  readonly written: WrittenManifest;
  readonly defaults: WrittenDefaults;
};

type WrittenSchedule = NonNullable<WrittenManifest['schedules']>[number];

const minute = 60;
const hour = 60 * minute;

/** What is written, over the project's defaults, over Headgate's. Schedules that lack their rule are left out. */
export function settle({ name, file, written, defaults }: ToSettle): Manifest {
  const merged = merge(defaults, written);
  return {
    name,
    file,
    description: merged.description ?? '',
    policy: policyOf(merged, defaults.timezone ?? 'UTC'),
    workload: workloadOf(merged),
    inputs: merged.inputs ?? [],
  };
}

/** Settings with parts are merged part by part; a manifest's trigger or program replaces the default one whole. */
function merge(defaults: WrittenDefaults, written: WrittenManifest): WrittenManifest {
  const hasTrigger = written.schedules !== undefined || written.after !== undefined;
  const hasProgram = written.entrypoint !== undefined || written.command !== undefined;
  const { timezone: _timezone, schedules, after, entrypoint, command, ...base } = defaults;
  return {
    ...base,
    ...(hasTrigger ? {} : { schedules, after }),
    ...(hasProgram ? {} : { entrypoint, command }),
    ...written,
    retries: { ...retriesPart(defaults.retries), ...retriesPart(written.retries) },
    timeout: { ...timeoutPart(defaults.timeout), ...timeoutPart(written.timeout) },
    'catch-up': { ...defaults['catch-up'], ...written['catch-up'] },
    resources: { ...defaults.resources, ...written.resources },
    parameters: { ...defaults.parameters, ...written.parameters },
    environment: { ...without(defaults.environment, written.secrets), ...written.environment },
    secrets: { ...without(defaults.secrets, written.environment), ...written.secrets },
    sidecars: { ...defaults.sidecars, ...written.sidecars },
    volumes: { ...defaults.volumes, ...written.volumes },
    tags: { ...defaults.tags, ...written.tags },
  };
}

type Variables = WrittenManifest['environment'];

/** A flow's own secret takes the place of a default variable of that name, and the other way round. */
function without(defaults: Variables, own: Variables): Variables {
  if (defaults === undefined || own === undefined) return defaults;
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !Object.hasOwn(own, name)));
}

type RetriesPart = Exclude<WrittenManifest['retries'], number | undefined>;
type TimeoutPart = Exclude<WrittenManifest['timeout'], number | undefined>;

function retriesPart(written: WrittenManifest['retries']): RetriesPart {
  return typeof written === 'number' ? { limit: written } : (written ?? {});
}

function timeoutPart(written: WrittenManifest['timeout']): TimeoutPart {
  return typeof written === 'number' ? { run: written } : (written ?? {});
}

function policyOf(merged: WrittenManifest, timezone: string): Policy {
  const timeout = timeoutPart(merged.timeout);
  const { concurrency, after } = merged;
  return {
    schedules: (merged.schedules ?? []).flatMap((schedule) => scheduleOf(schedule, timezone)),
    catchUp: catchUpOf(merged['catch-up'] ?? {}),
    overlap: merged.overlap ?? 'skip',
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(after === undefined
      ? {}
      : { after: { flows: after.flows as FlowName[], when: after.when ?? 'succeeded' } }),
    parameters: (merged.parameters ?? {}) as ParameterSchemas,
    retries: retriesOf(retriesPart(merged.retries)),
    infraRetries: merged['infra-retries'] ?? 3,
    timeout: { startSeconds: timeout.start ?? 15 * minute, runSeconds: timeout.run ?? 24 * hour },
    onUnknown: merged['on-unknown'] ?? 'hold',
    ...spotOf(merged.resources?.spot),
    ...(merged.network === undefined ? {} : { network: merged.network }),
  };
}

type WrittenSpot = NonNullable<WrittenManifest['resources']>['spot'];

function spotOf(written: WrittenSpot): Pick<Policy, 'spot' | 'spotFallbackAfter'> {
  if (written === undefined || written === false) return { spot: false };
  return { spot: true, spotFallbackAfter: written === true ? 2 : written['fallback-after'] };
}

export function scheduleOf(written: WrittenSchedule, timezone: string): readonly Schedule[] {
  const parameters = (written.parameters ?? {}) as JsonObject;
  if (written.cron !== undefined) {
    return [{ kind: 'cron', cron: written.cron, timezone: written.timezone ?? timezone, parameters }];
  }
  if (written.every === undefined || written.anchor === undefined) return [];
  const anchor = parseIso(written.anchor) as Instant;
  return [{ kind: 'interval', everySeconds: written.every, anchor, parameters }];
}

function catchUpOf(written: NonNullable<WrittenManifest['catch-up']>): CatchUp {
  const policy = written.policy ?? 'latest';
  const windowSeconds = written.window ?? (policy === 'none' ? 15 * minute : 24 * hour);
  return { policy, windowSeconds, max: written.max ?? 100 };
}

function retriesOf(written: RetriesPart): Retries {
  return {
    limit: written.limit ?? 0,
    delaySeconds: written.delay ?? 60,
    backoff: written.backoff ?? 'exponential',
    maxDelaySeconds: written['max-delay'] ?? Math.max(15 * minute, written.delay ?? 0),
    jitter: written.jitter ?? 0.1,
  };
}

function workloadOf(merged: WrittenManifest): Workload {
  const { cpu, memory, storage, architecture } = merged.resources ?? {};
  return {
    program: programOf(merged),
    resources: {
      cpu: cpu ?? 256,
      memoryMiB: memory ?? 512,
      ...(storage === undefined ? {} : { storageGiB: storage }),
      architecture: architecture ?? 'x86-64',
    },
    environment: merged.environment ?? {},
    secrets: merged.secrets ?? {},
    ...(merged['task-role'] === undefined ? {} : { taskRole: merged['task-role'] }),
    ...(merged.image === undefined ? {} : { dockerfile: merged.image.dockerfile }),
    ...besideOf(merged),
  };
}

function programOf(merged: WrittenManifest): Program {
  if (merged.command !== undefined) return { kind: 'command', argv: merged.command };
  const external = [...new Set(merged.external ?? [])].sort();
  const file = merged.entrypoint ?? 'index.ts';
  return { kind: 'entrypoint', file, ...(external.length === 0 ? {} : { external }) };
}
