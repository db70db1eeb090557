import type {
  ContainerDefinition,
  HealthCheck,
  LogConfiguration,
  RegisterTaskDefinitionCommandInput,
  Tag,
} from '@aws-sdk/client-ecs';
import type { Health, Sidecar, Workload } from '../../core/flow.ts';
import type { Placement } from '../../core/project.ts';

/** Parts of a task definition. Lists are sorted, so that equal definitions are equal to the byte. */

type Variables = Pick<Workload, 'environment' | 'secrets'>;

export function variablesOf({
  environment,
  secrets,
}: Variables): Pick<ContainerDefinition, 'environment' | 'secrets'> {
  const named = Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom }));
  return {
    environment: Object.entries(environment)
      .map(([name, value]) => ({ name, value }))
      .sort(byName),
    ...(named.length === 0 ? {} : { secrets: named.sort(byName) }),
  };
}

/** Since June 2025 the default mode drops lines when CloudWatch is slow (ECS developer guide, awslogs). */
export function logsTo({ region, logGroup }: Placement, mode: 'blocking' | 'non-blocking'): LogConfiguration {
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': logGroup,
      'awslogs-region': region,
      'awslogs-stream-prefix': 'headgate',
      mode,
    },
  };
}

/** A sidecar must not stand still because CloudWatch is slow: the flow waits for it, and its log is not the product. */
export function sidecarsOf({ sidecars = [] }: Workload, placement: Placement): ContainerDefinition[] {
  return sidecars.map((sidecar) => ({
    name: sidecar.name,
    image: sidecar.image,
    essential: sidecar.isEssential,
    ...(sidecar.command === undefined ? {} : { command: [...sidecar.command] }),
    ...variablesOf(sidecar),
    ...(sidecar.health === undefined ? {} : { healthCheck: healthCheckOf(sidecar.health) }),
    logConfiguration: logsTo(placement, 'non-blocking'),
  }));
}

/** `CMD` runs the program itself; `CMD-SHELL` would need a shell in the image (ECS API reference, HealthCheck). */
function healthCheckOf(health: Health): HealthCheck {
  return {
    command: ['CMD', ...health.command],
    interval: health.intervalSeconds,
    timeout: health.timeoutSeconds,
    retries: health.retries,
    ...(health.startSeconds === 0 ? {} : { startPeriod: health.startSeconds }),
  };
}

const conditions = { started: 'START', healthy: 'HEALTHY' } as const satisfies {
  [ready in Sidecar['ready']]: string;
};

/** What starts after others also stops before them (ECS API reference, ContainerDependency). */
export function waitsOf({ sidecars = [] }: Workload): Pick<ContainerDefinition, 'dependsOn'> {
  if (sidecars.length === 0) return {};
  return {
    dependsOn: sidecars.map(({ name, ready }) => ({ containerName: name, condition: conditions[ready] })),
  };
}

export function mountsOf({ volumes = [] }: Workload): Pick<ContainerDefinition, 'mountPoints'> {
  if (volumes.length === 0) return {};
  return {
    mountPoints: volumes.map(({ name, path, isReadOnly }) => ({
      sourceVolume: name,
      containerPath: path,
      readOnly: isReadOnly,
    })),
  };
}

/** The access point says which folder it is, so that none is named here (ECS API reference, EFSVolumeConfiguration). */
export function volumesOf({ volumes = [] }: Workload): Pick<RegisterTaskDefinitionCommandInput, 'volumes'> {
  if (volumes.length === 0) return {};
  return {
    volumes: volumes.map(({ name, fileSystem, accessPoint }) => ({
      name,
      efsVolumeConfiguration: {
        fileSystemId: fileSystem,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: accessPoint, iam: 'ENABLED' },
      },
    })),
  };
}

export function tagsOf({ tags = {} }: Workload): Tag[] {
  return Object.entries(tags)
    .map(([key, value]) => ({ key, value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
