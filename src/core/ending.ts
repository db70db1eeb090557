import type { Instant } from './instant.ts';

/** The budget that a failure of this class is charged to. `none`: trying again cannot help, or nobody wants it. */
export type Budget = 'code' | 'infra' | 'none';

/** Final states of a run, and of an attempt. */
export type Outcome = 'succeeded' | 'failed' | 'crashed' | 'timed-out' | 'cancelled' | 'unknown';

/**
 * Why an attempt ended. `failed` means the code, `crashed` the infrastructure.
 * `words` finishes the sentence "The attempt ended because …"; `advice` says what a person can do.
 */
export const endingClasses = {
  'exit-zero': { outcome: 'succeeded', budget: 'none', words: 'the program exited with code 0' },
  'exit-code': {
    outcome: 'failed',
    budget: 'code',
    words: 'the program exited with a code other than 0',
    advice: 'Read the end of the log.',
  },
  'out-of-memory': {
    outcome: 'failed',
    budget: 'code',
    words: 'the program used more memory than the flow has',
    advice: 'Raise `resources.memory`, or use less memory.',
  },
  'cannot-start': {
    outcome: 'failed',
    budget: 'none',
    words: 'the container could not start the program',
    advice: 'Check `command` or `entrypoint`, and that the file is in the image and executable.',
  },
  spot: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'AWS took the spot capacity back',
    advice: 'It comes with spot capacity: raise `infra-retries`, or run without `resources.spot`.',
  },
  capacity: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'AWS had no capacity',
    advice:
      'Retry the run; if it repeats, add subnets in further zones to `aws.subnets`, or use the other `resources.architecture`.',
  },
  quota: {
    outcome: 'crashed',
    budget: 'infra',
    isSlow: true,
    words: 'the account uses as much at once as its quota allows',
    advice:
      'Ask for a higher quota of Fargate vCPUs in Service Quotas, or lower `limits.running` so that less runs at once.',
  },
  'quota-size': {
    outcome: 'crashed',
    budget: 'none',
    words: 'the account may not have an ECS task of that size',
    advice:
      'Ask for a higher quota of Fargate vCPUs in Service Quotas, or lower `resources.cpu` and `resources.memory`, then deploy.',
  },
  host: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'the host under the ECS task was lost or retired',
    advice: 'Nothing in the flow is to blame: retry the run, or raise `infra-retries` if it repeats.',
  },
  network: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'the network interface of the ECS task could not be set up',
    advice: 'Retry the run; if it repeats, check the subnets, the security groups and their limits.',
  },
  addresses: {
    outcome: 'crashed',
    budget: 'infra',
    isSlow: true,
    words: 'the subnet has no free address',
    advice: 'Add a subnet to `aws.subnets`, or use a larger one.',
  },
  'image-pull': {
    outcome: 'crashed',
    budget: 'infra',
    words: 'pulling the image failed for now',
    advice: 'Retry the run; if it repeats, check the way from the subnets to the registry.',
  },
  'image-missing': {
    outcome: 'crashed',
    budget: 'none',
    words: 'the image cannot be pulled',
    advice: 'Check that the image exists and that the execution role may pull it, then deploy again.',
  },
  secrets: {
    outcome: 'crashed',
    budget: 'none',
    words: 'a secret could not be read',
    advice: 'Check that the secret exists and that the execution role may read it.',
  },
  'secrets-timeout': {
    outcome: 'crashed',
    budget: 'infra',
    words: 'secrets or registry credentials could not be fetched for now',
    advice: 'Retry the run; if it repeats, check the way from the subnets to Secrets Manager and SSM.',
  },
  logging: {
    outcome: 'crashed',
    budget: 'none',
    words: 'the log driver could not start',
    advice: 'Check that `aws.log-group` exists and that the execution role may write to it.',
  },
  volume: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'a volume could not be mounted',
    advice:
      'Check that the file system has a mount target in the zone of each subnet that admits NFS (port 2049) from the security group, that the access point exists, and that the task role may do elasticfilesystem:ClientMount.',
  },
  runtime: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'the container runtime failed',
    advice: 'Retry the run; if it repeats, look at what AWS says of the container.',
  },
  sidecar: {
    outcome: 'crashed',
    budget: 'infra',
    words: 'another container of the ECS task ended before the program did',
    advice: 'Read the log of that container: its stream is beside the one of the flow.',
  },
  'start-failed': {
    outcome: 'crashed',
    budget: 'infra',
    words: 'the ECS task could not be started',
    advice: 'Look at what AWS says, then retry the run.',
  },
  refused: {
    outcome: 'crashed',
    budget: 'none',
    words: 'the executor refused to start the attempt',
    advice: 'Mend what the message says, then retry the run.',
  },
  'start-timeout': {
    outcome: 'crashed',
    budget: 'infra',
    words: 'it did not start within `timeout.start`',
    advice: 'Raise `timeout.start`, or make the image smaller.',
  },
  'run-timeout': {
    outcome: 'timed-out',
    budget: 'code',
    words: 'it ran longer than `timeout.run`',
    advice: 'Raise `timeout.run`, or make the flow faster.',
  },
  cancelled: { outcome: 'cancelled', budget: 'none', words: 'it was cancelled' },
  superseded: { outcome: 'cancelled', budget: 'none', words: 'a newer slot of the flow took its place' },
  'stopped-outside': {
    outcome: 'cancelled',
    budget: 'none',
    words: 'somebody stopped the ECS task outside Headgate',
    advice: 'Find out who stopped it, and retry the run if it should go on.',
  },
  foreign: {
    outcome: 'crashed',
    budget: 'none',
    words: 'an ECS service scheduler stopped the ECS task, which Headgate never uses',
    advice: 'Look at who else manages tasks in this cluster.',
  },
  'no-evidence': {
    outcome: 'unknown',
    budget: 'infra',
    words: 'no evidence of its end could be found',
    advice: 'Look at its log, then resolve the run as succeeded or failed, or start it again.',
  },
} as const satisfies { [name: string]: EndingFacts };

export type EndingFacts = {
  readonly outcome: Outcome;
  readonly budget: Budget;
  /** What it takes comes back in minutes or hours, not in seconds: retries are further apart. */
  readonly isSlow?: true;
  readonly words: string;
  readonly advice?: string;
};

export type EndingClass = keyof typeof endingClasses;

export function factsOf(endingClass: EndingClass): EndingFacts {
  return endingClasses[endingClass];
}

/** What was seen of an attempt's end, translated from the executor's own words. */
export type Ending = {
  readonly class: EndingClass;
  readonly at: Instant;
  readonly exitCode?: number;
  /** The executor's own text, one line, cut; hostile. */
  readonly detail?: string;
};
