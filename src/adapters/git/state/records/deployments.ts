import {
  type Deployment,
  type FingerprintPart,
  type ImageOrigin,
  type Version,
  workflowRunPattern,
} from '../../../../core/deployment.ts';
import type {
  After,
  CatchUp,
  ParameterSchema,
  Policy,
  Resources,
  Retries,
  Schedule,
} from '../../../../core/flow.ts';
import { type Learned, longestLearned, mostLearned } from '../../../../core/learned.ts';
import { manifestBounds as bounds } from '../../../../core/manifest-bounds.ts';
import {
  type Codec,
  dictionary,
  lazy,
  list,
  optional,
  record,
  remembered,
  variant,
  variants,
} from './codec.ts';
import { flag, matching, number, oneOf, text, whole } from './scalars.ts';
import { commit, flowName, hash, instant, json, jsonObject, positive, words } from './values.ts';

/** Records of what is deployed. Whatever a manifest may not ask for, a record may not say either. */

const longestDescription = 8_192;
const atMost = (most: number) => whole({ least: 0, most });

const parameterSchema: Codec<ParameterSchema> = record<ParameterSchema>({
  type: oneOf(['string', 'integer', 'number', 'boolean', 'array', 'object']),
  description: optional(text(longestDescription)),
  enum: optional(list(json, { most: bounds.parameterValues })),
  default: optional(json),
  format: optional(oneOf(['date', 'date-time'])),
  minimum: optional(number({ least: -Number.MAX_VALUE })),
  maximum: optional(number({ least: -Number.MAX_VALUE })),
  minLength: optional(atMost(bounds.parameterLength)),
  maxLength: optional(atMost(bounds.parameterLength)),
  items: optional(lazy(() => parameterSchema)),
});

type ScheduleOf<Kind extends Schedule['kind']> = Extract<Schedule, { readonly kind: Kind }>;
const cronSchedule = variant<Schedule, ScheduleOf<'cron'>>(
  record<ScheduleOf<'cron'>>({
    kind: oneOf(['cron']),
    cron: words,
    timezone: words,
    parameters: jsonObject,
  }),
);
const intervalSchedule = variant<Schedule, ScheduleOf<'interval'>>(
  record<ScheduleOf<'interval'>>({
    kind: oneOf(['interval']),
    everySeconds: whole(bounds.intervalSeconds),
    anchor: instant,
    parameters: jsonObject,
  }),
);
const schedule = variants<Schedule, 'kind'>('kind', (kind) => {
  if (kind === 'cron') return cronSchedule;
  return kind === 'interval' ? intervalSchedule : undefined;
});

const policy = record<Policy>({
  schedules: list(schedule, { most: bounds.schedules }),
  catchUp: record<CatchUp>({
    policy: oneOf(['none', 'latest', 'all']),
    windowSeconds: number({ least: 0, most: bounds.catchUpSeconds }),
    max: atMost(bounds.catchUpSlots),
  }),
  overlap: oneOf(['skip', 'buffer-one', 'buffer-all', 'cancel-other', 'allow']),
  concurrency: optional(
    record<NonNullable<Policy['concurrency']>>({
      group: words,
      limit: whole({ least: 1, most: bounds.concurrencyLimit }),
    }),
  ),
  after: optional(
    record<After>({
      flows: list(flowName, { most: bounds.upstreamFlows }),
      when: oneOf(['succeeded', 'failed', 'finished']),
    }),
  ),
  parameters: dictionary(parameterSchema, { most: 1_000, longestKey: 1_000 }),
  retries: record<Retries>({
    limit: atMost(bounds.retries),
    delaySeconds: number({ least: 0, most: bounds.retryDelaySeconds }),
    backoff: oneOf(['constant', 'linear', 'exponential']),
    maxDelaySeconds: number({ least: 0, most: bounds.retryDelaySeconds }),
    jitter: number({ least: 0, most: 1 }),
  }),
  infraRetries: atMost(bounds.retries),
  timeout: record<Policy['timeout']>({
    startSeconds: number({ least: 0, most: bounds.startSeconds }),
    runSeconds: number({ least: 0, most: bounds.runSeconds }),
  }),
  onUnknown: oneOf(['hold', 'relaunch']),
  spot: flag,
  spotFallbackAfter: optional(whole({ least: 1, most: bounds.spotFailures })),
  network: optional(matching(/^[a-z][a-z0-9-]{0,47}$/, 'the name of a network')),
});

const partHash = hash(4, 64);

/** Digits alone name a run: state holds no address that people would follow. */
const imageOrigin = record<ImageOrigin>({
  run: matching(workflowRunPattern, 'the number of a workflow run'),
  commit,
});

const learnedList = optional(list(text(longestLearned), { most: mostLearned }));

/** Names of files and packages: they make a flow count as changed more often, and never less. */
const learned = record<Learned>({
  files: learnedList,
  folders: learnedList,
  packages: learnedList,
  absent: learnedList,
  missed: optional(hash(16, 64)),
});

const version = record<Version>({
  fingerprint: hash(64, 64),
  content: hash(64, 64),
  parts: record<{ readonly [part in FingerprintPart]: string }>({
    manifest: partHash,
    placement: partHash,
    code: partHash,
    packages: partHash,
    image: partHash,
  }),
  revision: words,
  image: optional(
    matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,400}@sha256:[0-9a-f]{64}$/, 'an image pinned by its digest'),
  ),
  built: optional(imageOrigin),
  commit,
  bundle: optional(hash(64, 64)),
  learned: optional(learned),
});

const resources = record<Resources>({
  cpu: positive,
  memoryMiB: positive,
  storageGiB: optional(positive),
  architecture: oneOf(['x86-64', 'arm64']),
});

/** One version a line: a deploy adds one at the top. */
export const deploymentRecord = remembered(
  record<Deployment>({
    flow: flowName,
    version,
    deployedAt: instant,
    policy,
    resources: optional(resources),
    taskFields: optional(dictionary(text(1_000), { most: 1_000, longestKey: 300 })),
    scheduledSince: dictionary(instant, { most: 1_000, longestKey: 64 }),
    earlier: list(version, { most: 100, isLong: true }),
    retiredAt: optional(instant),
  }),
);
