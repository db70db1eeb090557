import type { Definition } from '../../../src/core/definition.ts';
import { instantFromMs } from '../../../src/core/instant.ts';
import type { Placement } from '../../../src/core/project.ts';
import type { Clock, LaunchAnswer, LaunchRequest } from '../../../src/ports.ts';
import { type EcsLoopback, type EcsLoopbackOptions, startEcs } from '../../loopback/ecs.ts';

export const placement: Placement & { readonly eventLogGroup: string } = {
  region: 'us-east-1',
  cluster: 'headgate-acme',
  subnets: ['subnet-0aaa', 'subnet-0bbb'],
  securityGroups: ['sg-0ccc'],
  assignPublicIp: false,
  executionRole: 'arn:aws:iam::123456789012:role/headgate-acme-execution',
  logGroup: '/headgate/acme',
  eventLogGroup: '/headgate/acme/events',
};

export const image = `123456789012.dkr.ecr.us-east-1.amazonaws.com/acme@sha256:${'a'.repeat(64)}`;

export function definitionOf(flow: string, more: Partial<Definition> = {}): Definition {
  return {
    project: 'acme',
    flow: flow as Definition['flow'],
    commit: 'c'.repeat(40),
    fingerprint: 'f'.repeat(64),
    image,
    workload: {
      program: { kind: 'entrypoint', file: 'index.ts' },
      resources: { cpu: 256, memoryMiB: 512, architecture: 'arm64' },
      environment: {},
      secrets: {},
    },
    stopTimeoutSeconds: 120,
    runTimeoutSeconds: 7_200,
    ...more,
  };
}

/** The moment at which every stage begins. */
export const startMs = Date.UTC(2026, 10, 24, 12);

export type Stage = {
  readonly ecs: EcsLoopback;
  /** The clock of the model and of Headgate; sleeping moves it. */
  readonly clock: Clock;
  calls(operation: string): readonly EcsLoopback['calls'][number][];
  close(): Promise<void>;
};

const variables = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  // Whatever the machine has set must not lead anywhere else.
  AWS_PROFILE: undefined,
  AWS_MAX_ATTEMPTS: undefined,
};

/** ECS on loopback at a clock that moves only by sleeping and `advance`. */
export async function stage(options: Partial<EcsLoopbackOptions> = {}): Promise<Stage> {
  const ecs = await startEcs({
    cluster: placement.cluster,
    eventLogGroup: placement.eventLogGroup,
    startsAtMs: startMs,
    ...options,
  });
  const before = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  setVariables({ ...variables, AWS_ENDPOINT_URL_ECS: ecs.url, AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: ecs.url });
  return {
    ecs,
    clock: {
      now: () => instantFromMs(ecs.now()),
      sleep: async (ms) => {
        ecs.advance(ms);
      },
    },
    calls: (operation) => ecs.calls.filter((call) => call.operation === operation),
    async close() {
      for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
      setVariables(Object.fromEntries(before));
      await ecs.close();
    },
  };
}

/** Sets variables of the environment; the answer puts back what was there. */
export function settingVariables(values: { readonly [name: string]: string | undefined }): () => void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  setVariables(values);
  return () => setVariables(before);
}

function setVariables(values: { readonly [name: string]: string | undefined }): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

export function requestOf(revision: string, name: string, more: Partial<LaunchRequest> = {}): LaunchRequest {
  return {
    flow: 'hello' as LaunchRequest['flow'],
    revision,
    startedBy: `hg-${name}`,
    clientToken: `token-${name}`,
    environment: { HEADGATE_RUN_ID: name, HEADGATE_ATTEMPT: '1' },
    spot: false,
    ...more,
  };
}

export function handleOf(answer: LaunchAnswer | undefined): string {
  if (answer?.kind !== 'launched') throw new Error(`Not launched: ${JSON.stringify(answer)}`);
  return answer.handle;
}
