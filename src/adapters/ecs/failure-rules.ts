import type { EndingClass } from '../../core/ending.ts';

/**
 * One thing that ECS says in words only. It fits if every text of `all` and, if given, one text of `any` occurs.
 * Texts are in lower case: they drift, so they are matched anywhere and in any case.
 */
export type FailureRule = {
  readonly class: EndingClass;
  readonly all: readonly string[];
  readonly any?: readonly string[];
  /** Where the text was seen: AWS documentation, or a public bug report. */
  readonly source: string;
};

const devGuide = 'ECS developer guide, stopped task error messages';
const denials = [
  'accessdenied',
  'not authorized',
  'resourcenotfound',
  'parameternotfound',
  'invalid parameters',
  'invalid ssm parameters',
  "can't find the specified secret",
  'did not find json key',
  'kms',
];
const timeouts = [
  'timeout',
  'timed out',
  'deadline exceeded',
  'signal: killed',
  'connection',
  'requesterror',
  'throttl',
];

/** From the top; the first that fits decides. What none knows is tried again within the budget of the infrastructure. */
export const failureRules: readonly FailureRule[] = [
  {
    class: 'host',
    all: ['performing maintenance on the underlying infrastructure'],
    source: 'task-maintenance',
  },
  { class: 'host', all: ['host ec2 (instance'], any: ['stopped', 'terminated'], source: 'AIRFLOW-3046' },
  { class: 'spot', all: ['spot task was interrupted'], source: 'ECS developer guide, spot interruption' },
  { class: 'out-of-memory', all: ['outofmemory'], source: `${devGuide}, OutOfMemoryError` },
  { class: 'out-of-memory', all: ['killed due to memory usage'], source: `${devGuide}, OutOfMemoryError` },
  {
    class: 'addresses',
    all: ['insufficient free addresses'],
    source: 'VPC, InsufficientFreeAddressesInSubnet',
  },
  {
    class: 'addresses',
    all: ['insufficientfreeaddresses'],
    source: 'VPC, InsufficientFreeAddressesInSubnet',
  },
  { class: 'addresses', all: ['not have enough free addresses'], source: 'VPC, CreateNetworkInterface' },
  { class: 'capacity', all: ['capacity is unavailable'], source: 'ECS API failure reasons' },
  { class: 'capacity', all: ['limit on the number of vcpus'], source: 'ECS API failure reasons, Fargate' },
  { class: 'capacity', all: ['resource:'], source: 'ECS API failure reasons, RESOURCE:*' },
  { class: 'capacity', all: ['no active instances'], source: 'ECS events, capacity providers' },
  { class: 'capacity', all: ['empty capacity provider'], source: 'ECS events, capacity providers' },
  { class: 'network', all: ['network interface provision'], source: `${devGuide}, TaskFailedToStart` },
  { class: 'network', all: ['preparing network interface'], source: `${devGuide}, rate limit` },
  { class: 'network', all: ['create network interface'], source: `${devGuide}, unexpected EC2 error` },
  { class: 'network', all: ['ephemeralstorage provisioning'], source: 'Dagster, transient start failures' },
  {
    class: 'runtime',
    all: ['logger args'],
    any: timeouts,
    source: `${devGuide}, ResourceInitializationError`,
  },
  { class: 'logging', all: ['logger args'], source: `${devGuide}, ResourceInitializationError` },
  {
    class: 'logging',
    all: ['failed to initialize logging driver'],
    source: `${devGuide}, CannotStartContainer`,
  },
  {
    class: 'image-missing',
    all: ['cannotpull'],
    any: [
      'not found',
      'does not exist',
      'manifest unknown',
      'access denied',
      'failed to resolve ref',
      'check that the role has the permissions',
      'not authorized',
      'no basic auth',
      'no space left on device',
      'not contain descriptor matching platform',
      'no match for platform',
    ],
    source: 'ECS developer guide, CannotPullContainer',
  },
  { class: 'image-pull', all: ['cannotpull'], source: 'ECS developer guide, CannotPullContainer' },
  {
    class: 'volume',
    all: ['resourceinitialization'],
    any: ['invoke efs utils', 'efs volume', 'mount.nfs'],
    source: `${devGuide}, ResourceInitializationError, EFS`,
  },
  { class: 'secrets', all: ['resourceinitialization'], any: denials, source: `${devGuide}, secrets` },
  {
    class: 'secrets-timeout',
    all: ['resourceinitialization'],
    any: timeouts,
    source: `${devGuide}, ResourceInitializationError`,
  },
  {
    class: 'cannot-start',
    all: ['container'],
    any: ['exec format error', 'no such file or directory', 'executable file not found', 'permission denied'],
    source: `${devGuide}, CannotStartContainerError`,
  },
  { class: 'runtime', all: ['cannotstartcontainer'], source: `${devGuide}, CannotStartContainerError` },
  { class: 'runtime', all: ['cannotcreatecontainer'], source: `${devGuide}, CannotCreateContainerError` },
  { class: 'runtime', all: ['cannotinspectcontainer'], source: `${devGuide}, CannotInspectContainerError` },
  { class: 'runtime', all: ['cannotstopcontainer'], source: `${devGuide}, CannotStopContainerError` },
  { class: 'runtime', all: ['containerruntime'], source: `${devGuide}, ContainerRuntimeError` },
  { class: 'runtime', all: ['dockertimeout'], source: `${devGuide}, DockerTimeoutError` },
  { class: 'runtime', all: ['internalerror'], source: `${devGuide}, InternalError` },
];

export function classOfText(text: string): EndingClass | undefined {
  const lower = text.toLowerCase();
  const says = (part: string) => lower.includes(part);
  return failureRules.find(({ all, any }) => all.every(says) && (any === undefined || any.some(says)))?.class;
}

/** What RunTask says of a task that it did not start, with status 200 (ECS API failure reasons). */
export function declinedClass(reason: string): { readonly class: EndingClass; readonly isFinal: boolean } {
  // Only placement constraints that no instance can meet: never a matter of waiting.
  if (/^(?:LOCATION|ATTRIBUTE)\b/i.test(reason)) return { class: 'refused', isFinal: true };
  return { class: classOfText(reason) ?? 'capacity', isFinal: false };
}
