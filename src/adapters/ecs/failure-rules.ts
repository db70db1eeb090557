import { type EndingClass, factsOf } from '../../core/ending.ts';
import {
  imageVerdicts,
  logDriver,
  logVerdicts,
  networkDelays,
  networkInterface,
  networkVerdicts,
  noAddress,
  programVerdicts,
  pull,
  runtime,
  type Sign,
  secrets,
  secretVerdicts,
  volumes,
} from './failure-signs.ts';
import { type FailureText, readFailureText, saysAtEdge } from './failure-text.ts';

/** One thing that ECS says in words only: what it was about, and what came of that. */
export type FailureRule = {
  readonly name: string;
  readonly class: EndingClass;
  readonly about: Sign;
  readonly because?: Sign;
  /** Where the text was seen: AWS documentation, or a public report. */
  readonly source: string;
};

const guide = 'ECS developer guide';

/** From the top; the first that fits decides. What none knows is tried again within the budget of the infrastructure. */
export const failureRules: readonly FailureRule[] = [
  {
    name: 'a host that AWS retires',
    class: 'host',
    about: { says: ['is performing maintenance on the underlying infrastructure hosting the task'] },
    source: `${guide}, task maintenance`,
  },
  {
    name: 'a host that is gone',
    class: 'host',
    about: { says: ['host ec2'] },
    because: { says: ['stopped', 'terminated'] },
    source: 'AIRFLOW-3046',
  },
  {
    name: 'spot',
    class: 'spot',
    about: { says: ['your spot task was interrupted'] },
    source: `${guide}, spot interruption`,
  },
  {
    name: 'memory',
    class: 'out-of-memory',
    about: {
      names: ['outofmemoryerror'],
      says: ['container killed due to memory usage', 'container init was oom-killed'],
    },
    source: `${guide}, OutOfMemoryError; opencontainers/runc, "container init was OOM-killed"`,
  },
  {
    name: 'the service-linked role of a new account',
    class: 'start-failed',
    about: { says: ['unable to assume the service linked role'] },
    source: 'hashicorp/terraform-provider-aws retries it when it creates a cluster',
  },
  {
    name: 'a role that ECS cannot assume',
    class: 'refused',
    about: {
      says: ['ecs was unable to assume the role', 'unable to assume role', 'unable to assume the role'],
    },
    source: `${guide}, service event messages`,
  },
  {
    name: 'a size that the account may not have',
    class: 'quota-size',
    about: {
      says: [
        'the requested cpu configuration is above your limit',
        'the requested memory configuration is above your limit',
      ],
    },
    source: `${guide}, service event messages; numerai/example-scripts`,
  },
  {
    name: 'as much as the account may have at once',
    class: 'quota',
    about: {
      says: [
        "you've reached the limit on the number of vcpus you can run concurrently",
        "you've reached the limit on the number of tasks you can run concurrently",
        'networkinterfacelimitexceeded',
      ],
    },
    source: 'ECS API failure reasons; paradisec-archive/nabu#1260; EC2 API, error codes',
  },
  {
    name: 'capacity',
    class: 'capacity',
    about: {
      says: [
        'capacity is unavailable at this time',
        'resource:cpu',
        'resource:memory',
        'resource:eni',
        'resource:gpu',
        'resource:ports',
        'resource:ports_tcp',
        'resource:disk',
        'resource:fargate',
        'no active instances',
        'no container instances were found in your cluster',
        'no container instances were found in your capacity provider',
        'empty capacity provider',
      ],
    },
    source: 'ECS API failure reasons; PrefectHQ/prefect#20765',
  },
  {
    name: 'no address',
    class: 'addresses',
    about: noAddress,
    source: 'EC2 API, error codes; ECS developer guide, TaskFailedToStart',
  },
  {
    name: 'a network interface that EC2 refuses',
    class: 'refused',
    about: networkInterface,
    because: networkVerdicts,
    source: 'EC2 API, error codes; public incident note of 2026-04, TagPolicyViolation',
  },
  {
    name: 'a network interface, for now',
    class: 'network',
    about: networkInterface,
    because: networkDelays,
    source: 'dagster-io/dagster, transient start failures; EC2 API, error codes',
  },
  {
    name: 'public addresses, without a word of EC2',
    class: 'addresses',
    about: {
      says: [
        'unexpected ec2 error while attempting to create network interface with public ip assignment enabled in subnet',
      ],
    },
    source: `${guide}, TaskFailedToStart: that the subnet has too few addresses`,
  },
  {
    name: 'a network interface',
    class: 'network',
    about: networkInterface,
    source: `${guide}, TaskFailedToStart; dagster-io/dagster, transient start failures`,
  },
  {
    name: 'the log group, or the right to it',
    class: 'logging',
    about: logDriver,
    because: logVerdicts,
    source: `${guide}, ResourceInitializationError: failed to validate logger args`,
  },
  {
    name: 'the log, for now',
    class: 'runtime',
    about: logDriver,
    source: `${guide}, ResourceInitializationError: "signal: killed"`,
  },
  {
    name: 'the image itself',
    class: 'image-missing',
    about: pull,
    because: imageVerdicts,
    source: `${guide}, CannotPullContainerError; aws/amazon-ecs-agent#3526`,
  },
  {
    name: 'a pull',
    class: 'image-pull',
    about: pull,
    source: `${guide}, CannotPullContainerError; docker-archive/compose-cli#911`,
  },
  {
    name: 'a volume',
    class: 'volume',
    about: volumes,
    source: `${guide}, ResourceInitializationError: EFS`,
  },
  {
    name: 'a secret',
    class: 'secrets',
    about: secrets,
    because: secretVerdicts,
    source: `${guide}, ResourceInitializationError: secrets; aws/copilot-cli#4504`,
  },
  {
    name: 'secrets, for now',
    class: 'secrets-timeout',
    about: secrets,
    source: `${guide}, ResourceInitializationError: secrets; Releem/releem-agent#195`,
  },
  {
    name: 'a program that cannot be started',
    class: 'cannot-start',
    about: runtime,
    because: programVerdicts,
    source: `${guide}, CannotStartContainerError; jenkinsci/amazon-ecs-plugin#258`,
  },
  {
    name: 'a program for another machine',
    class: 'cannot-start',
    about: { says: ['exec format error'] },
    source: 'containerd and the shells, execve(2): ENOEXEC',
  },
  {
    name: 'a container before it',
    class: 'sidecar',
    about: {
      says: [
        'dependency container did not complete',
        'bootstrap dependency did not complete',
        'dependency graph',
        'exited with non-zero status',
      ],
    },
    source: 'aws/amazon-ecs-agent, dependencygraph/graph.go; ECS developer guide, container dependencies',
  },
  {
    name: 'the runtime',
    class: 'runtime',
    about: runtime,
    source: `${guide}, stopped tasks error codes; aws/amazon-ecs-agent#3526`,
  },
  {
    name: 'a right that is missing',
    class: 'refused',
    about: { says: ['is not authorized to perform'] },
    source: 'IAM user guide, access denied error messages',
  },
  {
    name: 'a definition for another kind of capacity',
    class: 'refused',
    about: {
      says: ['the selected task definition is not compatible with the selected compute strategy'],
    },
    source: `${guide}, TaskFailedToStart`,
  },
];

export function classOfText(text: string, rules = failureRules): EndingClass | undefined {
  return ruleOf(text, rules)?.class;
}

export function ruleOf(text: string, rules = failureRules): FailureRule | undefined {
  const read = readFailureText(text);
  return rules.find((rule) => fits(rule, read));
}

export function fits({ about, because }: FailureRule, text: FailureText): boolean {
  return hasSign(about, text) && (because === undefined || hasSign(because, text));
}

function hasSign({ names = [], says = [], statuses = [] }: Sign, text: FailureText): boolean {
  return (
    names.some((name) => text.names.has(name)) ||
    (text.status !== undefined && statuses.includes(text.status)) ||
    text.clauses.some((clause) => says.some((words) => saysAtEdge(clause, words)))
  );
}

/** What RunTask says of a task that it did not start, with status 200 (ECS API failure reasons). */
export function declinedClass(reason: string): { readonly class: EndingClass; readonly isFinal: boolean } {
  // Only placement constraints that no instance can meet: never a matter of waiting.
  if (/^(?:LOCATION|ATTRIBUTE)\b/i.test(reason)) return { class: 'refused', isFinal: true };
  const found = classOfText(reason) ?? 'capacity';
  return { class: found, isFinal: factsOf(found).budget === 'none' };
}
